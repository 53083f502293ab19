"""Finds calendar dates and compares them as far as both are known. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.verify.folding import fold

_MONTHS = (
    "january|enero|jan",
    "february|febrero|feb",
    "march|marzo|mar",
    "april|abril|apr",
    "may|mayo",
    "june|junio|jun",
    "july|julio|jul",
    "august|agosto|aug",
    "september|septiembre|sept|sep",
    "october|octubre|oct",
    "november|noviembre|nov",
    "december|diciembre|dec",
)
_NUMBERS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split("|")}
_MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_PATTERNS = (
    re.compile(rf"\b(?P<month>{_MONTH})\.?\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\s+(?:of\s+|de\s+)?(?P<month>{_MONTH})\.?,?\s+(?:de\s+)?{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b(?P<month>{_MONTH})\.?,?\s+(?:of\s+|de\s+)?{_YEAR}\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>(?:19|20)\d{2})-(?P<number>\d{2})-(?P<day>\d{2})\b"),
    re.compile(r"\b(?P<day>[0-3]?\d)[./](?P<number>[01]?\d)[./](?P<year>(?:19|20)\d{2})\b"),
    re.compile(r"(?<![\d.,/-])(?P<year>(?:19|20)\d{2})(?![\d/]|\s?(?:mg|%|patients|women))\b"),
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date known to the year, the month or the day (unknown parts are 0)."""

    year: int
    month: int
    day: int
    start: int
    end: int

    def states(self, other: Date) -> bool:
        """True if this date says all that ``other`` says."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(theirs in (0, ours) for ours, theirs in pairs)


@lru_cache(maxsize=8192)
def find_dates(text: str) -> tuple[Date, ...]:
    """The dates in the order of the text."""
    folded = fold(text)
    found: list[Date] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            if any(match.start() < date.end and date.start < match.end() for date in found):
                continue
            groups = match.groupdict()
            month = _NUMBERS[groups["month"].lower()] if groups.get("month") else int(groups.get("number") or 0)
            found.append(Date(int(groups["year"]), month, int(groups.get("day") or 0), match.start(), match.end()))
    return tuple(sorted(found, key=lambda date: date.start))
