"""Who has not had a treatment before, told in another build than the cited "not previously treated with it". Pure.

"As long as you haven't had X", "with no earlier X", "where neither X nor Y was ever given": each names the same people. Who has
had one of them is nobody of these, so that a claim which leaves the denial out stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from assistant.answers import Evidence

_STATED = re.compile(
    r"\b(?:not|never)\s+(?:been\s+)?(?:previously|before|earlier)\s+(?P<how>(?:exposed|treated)\s+(?:to|with))\s+(?P<things>[\w/-]+(?:\s+(?:or|and)\s+[\w/-]+)?)",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:not|no|neither|never)\b|n['’]t\b", re.IGNORECASE)
_THINGS = r"(?P<what>(?!(?:any|it|them|this|that)\b)(?:an?\s+|the\s+)?[\w/-]+(?:\s+(?:or|and|nor)\s+(?:an?\s+|the\s+)?[\w/-]+)?)"
_EVER = r"(?:\s+(?:before|already|previously|yet|so\s+far|in\s+the\s+past))"
_HAD = r"(?:had|taken|received|used|been\s+(?:given|treated\s+with|exposed\s+to|on))"
_WHEN = r"(?:provided(?:\s+that)?|(?:as|so)\s+long\s+as|if|when|where|in\s+case)"
_BUILDS: tuple[tuple[re.Pattern[str], str], ...] = (
    # a label that says so: "no earlier X or Y: …"
    (
        re.compile(
            rf"^(?:no\s+(?:earlier|previous|prior|past)|(?:ha(?:s|ve)\s+)?never\s+(?:had|received|been\s+given|taken))\s+{_THINGS}:\s+",
            re.IGNORECASE,
        ),
        "if not previously {how} {what}, ",
    ),
    # "you haven't had X before"
    (
        re.compile(
            rf"\b(?:have|has|had)(?:n['’]t|\s+not)\s+(?:yet\s+|previously\s+|ever\s+)?{_HAD}\s+{_THINGS}{_EVER}?", re.IGNORECASE
        ),
        "were not previously {how} {what}",
    ),
    # "she wasn't treated with X already"
    (
        re.compile(rf"\b(?:was|were)(?:n['’]t|\s+not)\s+(?:treated\s+with|given|exposed\s+to)\s+{_THINGS}{_EVER}", re.IGNORECASE),
        "were not previously {how} {what}",
    ),
    # "who have had neither X nor Y"
    (
        re.compile(rf"\b(?:have|has|had)\s+{_HAD}\s+neither\s+{_THINGS}{_EVER}?", re.IGNORECASE),
        "were not previously {how} {what}",
    ),
    # "provided that there has been no earlier exposure to X", "with no earlier X"
    (
        re.compile(
            rf"\b(?:{_WHEN}\s+(?:there\s+(?:is|was|has\s+been)\s+)?|(?P<with>with\s+|and\s+|but\s+))no\s+(?:earlier|previous|prior|past)\s+"
            rf"(?:(?:exposure\s+to|treatment\s+with|therapy\s+with|use\s+of)\s+)?{_THINGS}",
            re.IGNORECASE,
        ),
        "in patients who were not previously {how} {what}",
    ),
    # "when no X was ever given"
    (
        re.compile(
            rf"\b{_WHEN}\s+(?:no|neither)\s+{_THINGS}\s+(?:was|were|has|have)\s+(?:ever\s+)?(?:been\s+)?(?:given|used|taken)\b",
            re.IGNORECASE,
        ),
        "in patients who were not previously {how} {what}",
    ),
)


def not_before(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with such people named as the cited words name them."""
    if not _DENIES.search(claim):
        return claim
    stated = next((found for piece in evidence if (found := _STATED.search(f"{piece.lead_in} {piece.text}"))), None)
    if stated is None:
        return claim
    text = claim
    for pattern, told in _BUILDS:
        text = pattern.sub(partial(_told, told=told, how=stated["how"], things=stated["things"]), text)
    return text


def _told(found: re.Match[str], *, told: str, how: str, things: str) -> str:
    what = found["what"].replace(" nor ", " or ")
    return told.format(how=how, what=things if _names(what) == _names(things) else what)


def _names(things: str) -> list[str]:
    """The things of a list in a form that number and article don't change."""
    return [re.sub(r"^(?:an?|the)\s+", "", one).lower().rstrip("s") for one in re.split(r"\s+(?:or|and)\s+", things.strip())]
