"""Text → quantities: doses, percentages, durations, intervals, counts, in comparable units. Pure.

A quantity is a range ``low..high`` (equal for a single value) in the base of its unit, with a comparator and a kind:
"every 4 weeks" is an interval of 28 days, "over 4 weeks" a duration; they never match each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.verify.folding import fold
from assistant.verify.numerals import NUMBER, ORDINALS, value_of
from assistant.verify.units import DENOMINATORS, SPELLED, TIME_BASES, TIMES, unit_of

_UNIT = "|".join(re.escape(unit) for unit in SPELLED)
_TIME = "|".join(re.escape(unit) for unit in TIMES)
_BEFORE = r"(?<![\w/.,])(?<![A-Za-z]-)"
_RANGE = r"\s*(?:-|to|or|and|a|y)\s*"
_INTERVALS = (
    re.compile(rf"\bq\.?\s?(?P<low>\d+)(?:\s?-\s?(?P<high>\d+))?\s?-?(?P<unit>{_TIME})\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:once\s+)?(?:every|each|cada)\s+(?:single\s+)?(?:(?P<low>{NUMBER}|other|{ORDINALS})(?:{_RANGE}(?P<high>{NUMBER}))?\s*-?\s*)?(?P<unit>{_TIME})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:at\s+|an?\s+)?(?P<low>{NUMBER})(?:{_RANGE}(?P<high>{NUMBER}))?\s?-?\s?(?P<unit>{_TIME})\s+intervals?\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bintervals?\s+of\s+(?P<low>{NUMBER})(?:{_RANGE}(?P<high>{NUMBER}))?\s*-?\s*(?P<unit>{_TIME})\b", re.IGNORECASE
    ),
    re.compile(
        rf"(?<![\w.])(?P<low>{NUMBER})(?:{_RANGE}(?P<high>{NUMBER}))?\s?-?\s?(?P<unit>weekly|monthly)\b(?!\s+(?:treatment|dose|infusion|injection|administration|cycle|course|shot|drip)s)",
        re.IGNORECASE,
    ),
)
_TIMES_PER = re.compile(
    rf"\b(?P<times>once|twice|thrice|{NUMBER}\s+times|{NUMBER}x)\s*(?:(?:a|an|per|each|every|in\s+a)\s+(?P<unit>day|week|month|year)|-?\s*(?P<adverb>daily|weekly|monthly|yearly|annually))\b",
    re.IGNORECASE,
)
_ADVERBS = {
    "daily": ("minute", 1440.0), "qd": ("minute", 1440.0), "nightly": ("minute", 1440.0), "weekly": ("minute", 10080.0), "qw": ("minute", 10080.0),
    "fortnightly": ("minute", 20160.0), "monthly": ("month", 1.0), "quarterly": ("month", 3.0), "yearly": ("month", 12.0), "annually": ("month", 12.0),
    "annual": ("month", 12.0), "bid": ("minute", 720.0), "tid": ("minute", 480.0), "semanal": ("minute", 10080.0), "mensual": ("month", 1.0),
}  # fmt: skip
_ADVERB = re.compile(rf"\b({'|'.join(_ADVERBS)})\b", re.IGNORECASE)
_PROPORTION = re.compile(
    rf"{_BEFORE}(?P<part>{NUMBER})\s+(?:woman\s+|person\s+|patient\s+|people\s+|women\s+)?(?:in|out\s+of|of\s+every|out\s+of\s+every)\s+(?:every\s+)?(?P<whole>{NUMBER})\b",
    re.IGNORECASE,
)
_FRACTIONS = {
    "half": 50.0,
    "third": 100 / 3,
    "quarter": 25.0,
    "fourth": 25.0,
    "fifth": 20.0,
    "sixth": 100 / 6,
    "seventh": 100 / 7,
    "eighth": 12.5,
    "tenth": 10.0,
}
_FRACTION = re.compile(
    rf"\b(?:(?P<part>a|an|one|two|three|four|by)[\s-]+)(?:a\s+)?(?P<name>{'|'.join(_FRACTIONS)})s?\b(?!\s*-?\s*(?:line|generation|dose|cycle|week|month|year|hour))",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    rf"{_BEFORE}(?P<low>{NUMBER})(?:\s*(?:{_UNIT})?(?P<joint>\s*-\s*|\s+to\s+|\s+(?:vs\.?|versus|against|compared\s+(?:with|to)|and|or)\s+)(?P<high>{NUMBER}))?(?![\w.]*\d)(?:\s?-?\s?(?P<unit>{_UNIT})(?![A-Za-z]))?",
    re.IGNORECASE,
)
_ONE = re.compile(
    rf"\b(?:within|over|for|after|about|under|up\s+to|in)\s+(?P<low>an?)\s+(?:single\s+)?(?P<unit>{_TIME})(?![A-Za-z])",
    re.IGNORECASE,
)
_HALF = re.compile(rf"\bhalf\s+an?\s+(?P<unit>{_TIME})\b", re.IGNORECASE)
_COMPARATORS = (
    ("≥", r"≥|>=|at\s+least|no\s+less\s+than|not\s+less\s+than|a?\s*minimum(?:\s+of)?|al\s+menos"),
    (">", r">|more\s+than|greater\s+than|over|above|older\s+than|exceeding|longer\s+than|beyond|higher\s+than|past|m[aá]s\s+de"),
    ("≤", r"≤|<=|at\s+most|no\s+more\s+than|not\s+more\s+than|a?\s*maximum(?:\s+of)?|up\s+to|hasta"),
    ("<", r"<|less\s+than|fewer\s+than|under|below|younger\s+than|shorter\s+than|lower\s+than|menos\s+de"),
    ("within", r"within|in\s+under|inside|dentro\s+de"),
    (
        "~",
        r"~|about|around|roughly|approximately|approx\.?|nearly|almost|circa|ca\.|close\s+to|some|just\s+over|just\s+under|a\s+little\s+over|cerca\s+de|unos",
    ),
)
_COMPARED = tuple(
    (sign, re.compile(rf"(?:^|[\s(,])(?:{wording})\s*(?:the\s+age\s+of\s+|age\s+|aged\s+|of\s+|the\s+)?$", re.IGNORECASE))
    for sign, wording in _COMPARATORS
)
_AFTERWARDS = (
    ("≥", re.compile(r"^\s*(?:years?\s+)?(?:or|and)\s+(?:more|older|above|over|longer|greater|higher|up)\b", re.IGNORECASE)),
    ("≤", re.compile(r"^\s*(?:years?\s+)?(?:or|and)\s+(?:less|younger|below|under|fewer|shorter|lower)\b", re.IGNORECASE)),
)
_DENOMINATED = tuple((re.compile(pattern, re.IGNORECASE), suffix) for pattern, suffix in DENOMINATORS)
_OLD = re.compile(r"^\s*-?\s*(?:years?|yrs?)?\s*-?\s*(?:old|of\s+age)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A value or range with unit. ``base`` is "" for a bare number; ``paired`` marks "a vs b"."""

    kind: str
    base: str
    low: float
    high: float
    comparator: str
    start: int
    end: int
    surface: str
    worded: bool = False


@lru_cache(maxsize=16384)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of ``text`` in its order, not overlapping."""
    folded = fold(text)
    taken: list[Quantity] = []
    for quantity in (*_find_intervals(folded), *_find_proportions(folded), *_find_amounts(folded)):
        if all(quantity.end <= other.start or quantity.start >= other.end for other in taken):
            taken.append(replace(quantity, surface=text[quantity.start : quantity.end]))
    return tuple(sorted(taken, key=lambda quantity: quantity.start))


def _find_intervals(text: str) -> Iterator[Quantity]:
    for pattern in _INTERVALS:
        for match in pattern.finditer(text):
            surface = match["unit"].lower()
            unit = unit_of({"weekly": "week", "monthly": "month"}.get(surface, surface))
            low = value_of(match["low"]) if match["low"] else 1.0
            if unit is None or low is None:
                continue
            high = value_of(match["high"]) if match["high"] else low
            yield _quantity("interval", unit.base, low * unit.factor, (high or low) * unit.factor, match)
    for match in _TIMES_PER.finditer(text):
        times = match["times"].lower().removesuffix("times").rstrip("x").strip()
        count = {"once": 1.0, "twice": 2.0, "thrice": 3.0}.get(times) or value_of(times) or 1.0
        base, factor = _ADVERBS[match["adverb"].lower()] if match["adverb"] else _ADVERBS[_adverb(match["unit"].lower())]
        yield _quantity("interval", base, factor / count, factor / count, match)
    for match in _ADVERB.finditer(text):
        base, factor = _ADVERBS[match[1].lower()]
        yield _quantity("interval", base, factor, factor, match)


def _adverb(unit: str) -> str:
    return "daily" if unit == "day" else unit + "ly"


def _find_proportions(text: str) -> Iterator[Quantity]:
    for match in _PROPORTION.finditer(text):
        part, whole = value_of(match["part"]), value_of(match["whole"])
        if part and whole and part < whole:
            share = 100 * part / whole
            yield replace(
                _quantity("share", "%", share, share, match), comparator=_compare(text, match.start(), match.end(), "%")
            )
    for match in _FRACTION.finditer(text):
        part = {"a": 1.0, "an": 1.0, "by": 1.0}.get(match["part"].lower()) or value_of(match["part"]) or 1.0
        share = part * _FRACTIONS[match["name"].lower()]
        if share <= 100:  # noqa: PLR2004 - a share of more than the whole is no fraction
            yield replace(
                _quantity("share", "%", share, share, match), comparator=_compare(text, match.start(), match.end(), "%")
            )


def _find_amounts(text: str) -> Iterator[Quantity]:
    for match in _ONE.finditer(text):
        unit = unit_of(match["unit"])
        if unit:
            yield _amount(text, match.start("low"), match.end(), unit.factor, unit.factor, unit.base)
    for match in _HALF.finditer(text):
        unit = unit_of(match["unit"])
        if unit:
            yield _amount(text, match.start(), match.end(), unit.factor / 2, unit.factor / 2, unit.base)
    for match in _AMOUNT.finditer(text):
        low = value_of(match["low"])
        if low is None or text[match.end() : match.end() + 1] == "+":
            continue
        end, base, factor = _unit_after(text, match)
        if not match["high"]:
            yield from _single(text, match.start("low"), end, low * factor, base, worded=not match["low"][0].isdigit())
            continue
        high = value_of(match["high"])
        if high is None:
            continue
        if _is_range(text, match):
            yield _amount(text, match.start(), end, low * factor, high * factor, base)
        else:
            own = _own_unit(text, match) or (base, factor)
            yield from _single(
                text, match.start("low"), match.end("low"), low * own[1], own[0], worded=not match["low"][0].isdigit()
            )
            yield from _single(text, match.start("high"), end, high * factor, base, worded=not match["high"][0].isdigit())


def _own_unit(text: str, match: re.Match[str]) -> tuple[str, float] | None:
    unit = unit_of(text[match.end("low") : match.start("joint")])
    return (unit.base, unit.factor) if unit else None


def _is_range(text: str, match: re.Match[str]) -> bool:
    joint = match["joint"].strip().lower()
    if joint in {"-", "to"}:
        return True
    return joint == "and" and bool(re.search(r"\bbetween\s+$", text[: match.start()], re.IGNORECASE))


def _unit_after(text: str, match: re.Match[str]) -> tuple[int, str, float]:
    unit = unit_of(match["unit"]) if match["unit"] else None
    if unit is None:
        return match.end("high") if match["high"] else match.end("low"), "", 1.0
    if (
        match["unit"].lower() in {"m", "h", "d", "w", "l", "g", "y", "min", "mes", "a"}
        and match["unit"] == match["unit"].upper()
        and match["unit"] != "min"
    ):
        return match.end("high") if match["high"] else match.end("low"), "", 1.0
    if unit.base in {"mg", "ml", "IU", "mmol", "mEq"}:
        for pattern, suffix in _DENOMINATED:
            tail = pattern.match(text, match.end()) or re.compile(r"\s*" + pattern.pattern, re.IGNORECASE).match(
                text, match.end()
            )
            if tail:
                return tail.end(), unit.base + suffix, unit.factor
    return match.end(), unit.base, unit.factor


def _single(text: str, start: int, end: int, value: float, base: str, *, worded: bool) -> Iterator[Quantity]:
    if worded and not base:
        return
    yield replace(_amount(text, start, end, value, value, base), worded=worded)


def _amount(text: str, start: int, end: int, low: float, high: float, base: str) -> Quantity:
    kind = "duration" if base in TIME_BASES else "share" if base == "%" else "amount" if base else "bare"
    comparator = _compare(text, start, end, base)
    if low > high:
        low, high = high, low
    begin, close = _with_comparator(text, start, end)
    return Quantity(
        kind=kind, base=base, low=low, high=high, comparator=comparator, start=begin, end=close, surface=text[begin:close]
    )


def _with_comparator(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the words that belong to it: "younger than", "or more", "of age"."""
    window = max(0, start - 40)
    before = text[window:start]
    begin = start
    for _, pattern in _COMPARED:
        found = pattern.search(before)
        if found:
            begin = window + found.start() + len(found[0]) - len(found[0].lstrip(" (,"))
            break
    close = end
    for pattern in (_OLD, *(pattern for _, pattern in _AFTERWARDS)):
        found = pattern.match(text, close) if pattern is _OLD else pattern.match(text[close : close + 20])
        if found:
            close += len(found[0])
    return begin, close


def _compare(text: str, start: int, end: int, base: str) -> str:
    before = text[max(0, start - 40) : start]
    for sign, pattern in _COMPARED:
        found = pattern.search(before)
        if found:
            # "over 3 hours" is how long an infusion runs, not a lower bound.
            return "" if base == "minute" and "over" in found[0].lower() else sign
    after = text[end : end + 20]
    return next((sign for sign, pattern in _AFTERWARDS if pattern.match(after)), "")


def _quantity(kind: str, base: str, low: float, high: float, match: re.Match[str]) -> Quantity:
    return Quantity(
        kind=kind, base=base, low=low, high=high, comparator="", start=match.start(), end=match.end(), surface=match[0]
    )
