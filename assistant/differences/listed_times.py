"""A text in, the same with the unit at each of several times that share one ("at 0, 2 and 6 weeks") out."""

from __future__ import annotations

import re

_UNITS = r"minutes?|hours?|days?|weeks?|months?|years?|minutos?|horas?|días?|semanas?|meses|mes|años?"
_NUMBERS = r"(?P<first>(?:\d+(?:\.\d+)?,?\s+)*?\d+(?:\.\d+)?),?\s+(?:and|y)\s+(?P<last>\d+(?:\.\d+)?)"
_BEFORE = r"\b(?P<before>at|after|on|in|a\s+l[ao]s|tras|en)\s+"
# An age is no time of a course.
_OF_AGE = r"(?!\s+(?:of\s+age|old|de\s+edad)\b)"
_BEHIND = re.compile(rf"{_BEFORE}{_NUMBERS}\s+(?P<unit>{_UNITS})\b{_OF_AGE}", re.IGNORECASE)
_AHEAD = re.compile(rf"{_BEFORE}(?P<unit>{_UNITS})\s+{_NUMBERS}\b(?!\s*(?:{_UNITS}|%|m?g\b|ml\b))", re.IGNORECASE)


def times_told(text: str) -> str:
    """Such as "at weeks 0, 2 and 6" → "at 0 weeks, at 2 weeks, at 6 weeks"; ranges, choices and ages stay as they are."""
    return _AHEAD.sub(_each, _BEHIND.sub(_each, text))


def _each(match: re.Match[str]) -> str:
    numbers = [*re.split(r",?\s+", match["first"]), match["last"]]
    return ", ".join(f"{match['before']} {number} {match['unit']}" for number in numbers)
