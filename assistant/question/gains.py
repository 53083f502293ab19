"""A clause that asks how much a thing gains in, that it gains so much out: "how much does X add?" → "X brings benefit". Pure."""

from __future__ import annotations

import re

_GAIN = re.compile(
    r"^(?:what(?:['’]s|\s+is|\s+are)|how\s+(?:big|large|great)\s+(?:is|are))\s+the\s+"
    r"(?:(?:size|extent|magnitude|amount|degree)\s+of\s+(?:the\s+|this\s+)?)?"
    r"(?P<gain>(?:[\w-]+\s+){0,3}(?:benefits?|advantages?|gains?|superiority|improvements?|cure\s+rate|chance\s+of\s+(?:a\s+)?cure))\s+"
    r"(?:of|from|with|for|by|in)\s+(?P<rest>.+)",
    re.IGNORECASE,
)
_BRINGS = r"(?:add|bring|give|buy|gain|yield|offer|provide|have|show)"
_GAIN_OF = re.compile(
    r"^(?:what|which|how\s+much)\s+(?P<gain>(?:[\w-]+\s+){0,3}(?:benefits?|advantages?|gains?|improvements?))\s+"
    rf"(?:do|does|did|will|would)\s+(?P<rest>.+?)\s+{_BRINGS}\b",
    re.IGNORECASE,
)
_TIME_GAINED = re.compile(
    r"^(?:by\s+)?how\s+(?:many\s+(?:\w+\s+)?(?:weeks|months|years)|much\s+(?:\w+\s+)?(?:time|life))(?:\s+(?:longer|more|extra))?"
    r"(?:\s+of\s+(?P<what>[\w -]{2,30}?))?\s+(?:do|does|did|will|would)\s+(?P<rest>.+?)\s+"
    rf"(?:{_BRINGS}|(?:extend|prolong|lengthen|increase|improve)\s+(?P<gained>[\w -]{{2,30}}))\b",
    re.IGNORECASE,
)
_LIFE = re.compile(r"\b(?:life|lives?|living)\b", re.IGNORECASE)


def brought(clause: str) -> str:
    """The gain that a question asks the size of, as a statement; "" for any other question."""
    gained = _TIME_GAINED.match(clause)
    if gained:
        of_what = gained["what"] or gained["gained"] or "life"
        return f"{gained['rest']} brings {'survival' if _LIFE.search(of_what) else of_what} benefit"
    gain = _GAIN.match(clause) or _GAIN_OF.match(clause)
    return f"{gain['rest']} brings {gain['gain']}" if gain else ""
