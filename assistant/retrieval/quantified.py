"""A statement in, its figures out: how often, how much, how long, what share, and of which drug. English and Spanish."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.verify.numerals import value_of
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon

_SPELLED = "two|three|four|five|six|seven|eight|nine|ten|twelve|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce"
_NUMBER = rf"(?:\d+(?:[.,]\d+)?|(?:{_SPELLED})\b)"
_RANGE = rf"(?P<low>{_NUMBER})(?:\s?(?:[-–]|to|or|a|o)\s?(?P<high>{_NUMBER}))?"
_TIME = (
    r"(?P<unit>hours?|days?|weeks?|months?|years?|cycles?|rounds?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?|ciclos?|rondas?|w|d)"
)
_DAYS = {
    "h": 1 / 24, "d": 1.0, "w": 7.0, "s": 7.0, "m": 30.0, "y": 365.0, "a": 365.0,
}  # fmt: skip
_EVERY = re.compile(rf"\b(?:every|each|cada|q)\s?(?:{_RANGE}\s?-?\s?)?{_TIME}\b", re.IGNORECASE)
_AFTER = re.compile(rf"\b(?:after|tras|después\s+de|a\s+los)\s+{_RANGE}\s?-?\s?{_TIME}\b", re.IGNORECASE)
_LATER = re.compile(rf"(?<![\w.,–-]){_RANGE}\s?-?\s?{_TIME}\s+(?=after|before|later|from|después|antes|tras)", re.IGNORECASE)
_NUMBERED = re.compile(rf"\b(?:cycle|round|ciclo)\s+(?:number\s+)?(?P<low>{_NUMBER})\b", re.IGNORECASE)
_ADVERB = re.compile(
    r"\b(?:(?P<w>weekly|semanal(?:mente)?)|(?P<m>monthly|mensual(?:mente)?)|(?P<d>daily|diari[ao]))\b", re.IGNORECASE
)
_OVER = re.compile(rf"\b(?:over|durante|en)\s+{_RANGE}\s?-?\s?{_TIME}\b", re.IGNORECASE)
_SPAN = re.compile(rf"(?<![\w.,–-]){_RANGE}\s?-?\s?{_TIME}\b", re.IGNORECASE)
_DOSE = re.compile(rf"(?<![\w.,–-]){_RANGE}\s?-?\s?(?P<unit>mg/m²|mg/m2|mg/kg|mg|mcg|µg|gy|iu|g)\b", re.IGNORECASE)
_SHARE = re.compile(rf"(?<![\w.,–-]){_RANGE}\s?(?:%|percent|por\s+ciento)", re.IGNORECASE)
_ONE_IN = re.compile(r"\b(?P<part>\d+|one|una?|two|dos)\s+(?:in|out\s+of|of\s+every|de\s+cada)\s+(?P<whole>\d+)\b", re.IGNORECASE)
_WORDS = {"one": 1, "un": 1, "una": 1, "two": 2, "dos": 2}


@dataclass(frozen=True, slots=True)
class Figure:
    """A range in days, in a dose's unit or in percent; ``of`` is the drug that it stands behind, "" if it stands behind none.

    ``kind`` is "rate" (every 3 weeks), "after" (3 months), "dose", "over" (an hour), "share" or "span" (any other time).
    """

    kind: str
    unit: str
    low: float
    high: float
    of: str = ""


@lru_cache(maxsize=8192)
def figures(text: str, *, lexicon: Lexicon) -> tuple[Figure, ...]:
    """The figures of a text, in the order of their kinds; what one kind has read, another does not read again."""
    drugs = [(m.start, m.concept.concept_id) for m in lexicon.mentions(text) if m.concept.kind in TREATMENTS]
    found: list[tuple[int, Figure]] = []
    rest = text

    def take(kind: str, match: re.Match[str], unit: str, low: float, high: float) -> None:
        nonlocal rest
        before = [drug for start, drug in drugs if start < match.start()]
        found.append((match.start(), Figure(kind, unit, low, high, before[-1] if before else "")))
        rest = rest[: match.start()] + " " * len(match[0]) + rest[match.end() :]

    for match in _ONE_IN.finditer(rest):
        share = 100 * _WORDS.get(match["part"].lower(), 0) or 100 * float(match["part"])
        take("share", match, "%", share / float(match["whole"]), share / float(match["whole"]))
    for match in _SHARE.finditer(rest):
        take("share", match, "%", *_bounds(match))
    for kind, pattern in (("rate", _EVERY), ("after", _AFTER), ("after", _LATER), ("over", _OVER)):
        for match in pattern.finditer(rest):
            take(kind, match, *_timed(match))
    for match in _NUMBERED.finditer(rest):
        count = _value(match["low"])
        take("after", match, "cycle", count, count)
    for match in _ADVERB.finditer(rest):
        days = _DAYS[next(name for name in ("w", "m", "d") if match[name])]
        take("rate", match, "time", days, days)
    for match in _DOSE.finditer(rest):
        take("dose", match, match["unit"].lower().replace("m2", "m²"), *_bounds(match))
    for match in _SPAN.finditer(rest):
        take("span", match, *_timed(match))
    return tuple(figure for _, figure in found)


def _bounds(match: re.Match[str]) -> tuple[float, float]:
    low = _value(match["low"]) if match["low"] else 1.0
    return low, _value(match["high"]) if match["high"] else low


def _value(number: str) -> float:
    """The value of a number in digits, with a comma or a point, or in words."""
    found = value_of(number.replace(",", "."))
    if found is None:
        message = f"{number!r} is no number"
        raise ValueError(message)
    return found


def _timed(match: re.Match[str]) -> tuple[str, float, float]:
    low, high = _bounds(match)
    unit = match["unit"].lower()
    if unit.startswith(("cycle", "ciclo", "ro")):
        return "cycle", low, high
    days = _DAYS[unit[0]]
    return "time", low * days, high * days
