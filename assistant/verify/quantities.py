"""Text → quantities: doses, percentages, durations, intervals, counts, in comparable units. Pure.

A quantity is a range ``low..high`` (equal for a single value) in the base of its unit, with a comparator and a kind:
"every 4 weeks" is an interval of 28 days, "over 4 weeks" a duration; they never match each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.verify.bounds import bound_of, with_bound
from assistant.verify.caseless import small
from assistant.verify.folding import fold
from assistant.verify.number_patterns import (
    A_TIME,
    ADVERB,
    ADVERBS,
    AMOUNT,
    DENOMINATED,
    FRACTION,
    FRACTIONS,
    HALF,
    INTERVALS,
    LAST_TIME,
    ONE,
    PER_TIME,
    PROPORTION,
    SIMPLE,
    THE_TIME,
    TIMES_PER,
)
from assistant.verify.numerals import value_of
from assistant.verify.units import TIME_BASES, unit_of

_ABOUT = frozenset(("roughly", "about", "nearly", "almost", "around", "approximately"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A value or range with unit. ``base`` is "" for a bare number; ``worded`` numbers are written in letters."""

    kind: str
    base: str
    low: float
    high: float
    comparator: str
    start: int
    end: int
    surface: str
    worded: bool = False


@lru_cache(maxsize=4096)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of ``text`` in its order, not overlapping."""
    folded = fold(text)
    lowered = small(folded)
    found: list[Quantity] = []
    taken: set[int] = set()
    for quantity in (
        *_find_intervals(lowered),
        *_find_proportions(lowered),
        *_find_amounts(lowered, folded),
        *_find_bare_intervals(lowered),
    ):
        if taken.isdisjoint(range(quantity.start, quantity.end)):
            taken.update(range(quantity.start, quantity.end))
            found.append(replace(quantity, surface=text[quantity.start : quantity.end]))
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _find_intervals(text: str) -> Iterator[Quantity]:
    for pattern in INTERVALS:
        for match in pattern.finditer(text):
            surface = match["unit"]
            unit = unit_of(surface.removesuffix("ly"))
            low = value_of(match["low"]) if match["low"] else 1.0
            if unit is None or low is None:
                continue
            high = value_of(match["high"]) if match["high"] else low
            yield _quantity("interval", unit.base, low * unit.factor, (high or low) * unit.factor, match)
    for match in TIMES_PER.finditer(text):
        times = match["times"].removesuffix("times").rstrip("x").strip()
        count = {"once": 1.0, "twice": 2.0, "thrice": 3.0}.get(times) or value_of(times) or 1.0
        base, factor = ADVERBS[match["adverb"]] if match["adverb"] else ADVERBS[_adverb(match["unit"])]
        yield _quantity("interval", base, factor / count, factor / count, match)
    for match in ADVERB.finditer(text):
        base, factor = ADVERBS[match[1]]
        yield _quantity("interval", base, factor, factor, match)


def _find_bare_intervals(text: str) -> Iterator[Quantity]:
    for match in PER_TIME.finditer(text):
        base, factor = ADVERBS[_adverb(match["unit"])]
        yield _quantity("interval", base, factor, factor, match)


def _adverb(unit: str) -> str:
    return "daily" if unit == "day" else unit + "ly"


def _find_proportions(text: str) -> Iterator[Quantity]:
    for match in PROPORTION.finditer(text):
        part, whole = value_of(match["part"]), value_of(match["whole"])
        if part and whole and part < whole:
            least = value_of(match["least"]) if match["least"] else None
            low = 100 * (part if least is None or least > part else least) / whole
            yield replace(
                _quantity("share", "%", low, 100 * part / whole, match),
                comparator=bound_of(text, match.start(), match.end(), "%"),
            )
    for match in SIMPLE.finditer(text):
        share = 100 * float(match["part"]) / float(match["whole"])
        if share < 100:  # noqa: PLR2004 - as above
            bound = bound_of(text, match.start(), match.end(), "%")
            yield replace(_quantity("share", "%", share, share, match), comparator=bound)
    for match in FRACTION.finditer(text):
        part = {"a": 1.0, "an": 1.0, "by": 1.0}.get(match["part"]) or value_of(match["part"]) or 1.0
        share = part * FRACTIONS[match["name"]]
        if share <= 100:  # noqa: PLR2004 - a share of more than the whole is no fraction
            bound = "~" if match["part"] in _ABOUT else bound_of(text, match.start(), match.end(), "%")
            yield replace(_quantity("share", "%", share, share, match), comparator=bound)


def _find_amounts(text: str, folded: str) -> Iterator[Quantity]:
    """The amounts of a text in small letters; ``folded`` holds it as it is written, for "5 M" is no time."""
    for pattern, share in ((ONE, 1.0), (A_TIME, 1.0), (THE_TIME, 1.0), (LAST_TIME, 1.0), (HALF, 0.5)):
        for match in pattern.finditer(text):
            unit = unit_of(match["unit"])
            if unit:
                start, value = match.start() if pattern is HALF else match.start("low"), unit.factor * share
                yield _amount(text, start, match.end(), value, value, unit.base)
    for match in AMOUNT.finditer(text):
        low = value_of(match["low"])
        if low is not None and text[match.end() : match.end() + 1] != "+":
            yield from _amounts_of(text, match, low, folded)


def _amounts_of(text: str, match: re.Match[str], low: float, folded: str) -> Iterator[Quantity]:
    end, base, factor = _unit_after(text, match, written=folded[slice(*match.span("unit"))])
    worded = not match["low"][0].isdigit()
    high = value_of(match["high"]) if match["high"] else None
    if not match["high"]:
        yield from _single(text, match.start("low"), end, low * factor, base, worded=worded)
    elif high is not None and _is_range(text, match):
        yield _amount(text, match.start(), end, low * factor, high * factor, base)
    elif high is not None:
        own = _own_unit(text, match)
        close = match.start("joint") if own else match.end("low")
        own_base, own_factor = own or (base, factor)
        yield from _single(text, match.start("low"), close, low * own_factor, own_base, worded=worded)
        yield from _single(text, match.start("high"), end, high * factor, base, worded=not match["high"][0].isdigit())


def _own_unit(text: str, match: re.Match[str]) -> tuple[str, float] | None:
    unit = unit_of(text[match.end("low") : match.start("joint")])
    return (unit.base, unit.factor) if unit else None


def _is_range(text: str, match: re.Match[str]) -> bool:
    joint = match["joint"].strip()
    if joint in {"-", "to"} or joint.startswith("-"):
        return True
    if joint == "or":
        low, high = value_of(match["low"]), value_of(match["high"])
        return bool(match["unit"]) and low is not None and high == low + 1
    return joint == "and" and bool(re.search(r"\bbetween\s+$", text[max(0, match.start() - 20) : match.start()], re.IGNORECASE))


def _unit_after(text: str, match: re.Match[str], *, written: str) -> tuple[int, str, float]:
    unit = unit_of(match["unit"]) if match["unit"] else None
    if unit is None:
        return match.end("high") if match["high"] else match.end("low"), "", 1.0
    if match["unit"] in {"m", "h", "d", "w", "l", "g", "y", "min", "mes", "a"} and written == written.upper():
        return match.end("high") if match["high"] else match.end("low"), "", 1.0
    if unit.base in {"mg", "ml", "IU", "mmol", "mEq"}:
        for pattern, suffix in DENOMINATED:
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
    comparator = bound_of(text, start, end, base)
    if low > high:
        low, high = high, low
    begin, close = with_bound(text, start, end)
    if low < high and not base and text.startswith("over", begin):
        comparator = ""  # "over three to six infusions" is during them
    return Quantity(
        kind=kind, base=base, low=low, high=high, comparator=comparator, start=begin, end=close, surface=text[begin:close]
    )


def _quantity(kind: str, base: str, low: float, high: float, match: re.Match[str]) -> Quantity:
    return Quantity(
        kind=kind, base=base, low=low, high=high, comparator="", start=match.start(), end=match.end(), surface=match[0]
    )
