"""Numbers made wrong: another dose, unit, interval, duration or date, two figures exchanged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant.verify.dates import find_dates
from assistant.verify.quantities import Quantity, find_quantities
from assistant.words.lexicon import Lexicon

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_UNITS = (
    ("mg/m²", "mg/kg"),
    ("mg/kg", "mg/m²"),
    ("mg", "mcg"),
    ("weeks", "months"),
    ("months", "weeks"),
    ("years", "months"),
    ("hours", "minutes"),
    ("hour", "day"),
    ("Gy", "cGy"),
    ("mo", "wk"),
    ("%", " months"),
    ("cycles", "weeks"),
)


def dose(claim: str, _: Lexicon) -> Iterator[str]:
    """Twice the amount or percentage; "1 in 5" is left alone, as "2 in 10" is the same."""
    return _scaled(claim, lambda one: one.kind in {"amount", "share"} and " in " not in one.surface, 2.0)


def interval(claim: str, _: Lexicon) -> Iterator[str]:
    """Twice the interval."""
    return _scaled(claim, lambda one: one.kind == "interval", 2.0)


def duration(claim: str, _: Lexicon) -> Iterator[str]:
    """Three times the duration."""
    return _scaled(claim, lambda one: one.kind == "duration", 3.0)


def _scaled(claim: str, wanted: Callable[[Quantity], bool], factor: float) -> Iterator[str]:
    for quantity in find_quantities(claim):
        if wanted(quantity) and _NUMBER.search(quantity.surface):
            changed = _NUMBER.sub(lambda match: f"{float(match[0]) * factor:g}", quantity.surface)
            yield claim[: quantity.start] + changed + claim[quantity.end :]


def unit(claim: str, _: Lexicon) -> Iterator[str]:
    """The same figure in another unit."""
    for quantity in find_quantities(claim):
        for old, new in _UNITS:
            if re.search(rf"(?<![a-zA-Z]){re.escape(old)}(?![a-zA-Z/])", quantity.surface):
                yield claim[: quantity.start] + quantity.surface.replace(old, new) + claim[quantity.end :]


def date(claim: str, _: Lexicon) -> Iterator[str]:
    """Two years earlier."""
    for found in find_dates(claim):
        surface = claim[found.start : found.end]
        yield claim[: found.start] + surface.replace(str(found.year), str(found.year - 2)) + claim[found.end :]


def binding(claim: str, _: Lexicon) -> Iterator[str]:
    """Two figures of one unit exchanged."""
    quantities = [one for one in find_quantities(claim) if _NUMBER.search(one.surface) and one.kind != "bare"]
    for left in quantities:
        for right in quantities:
            alike = left.base == right.base and left.kind == right.kind and left.low != right.low
            if left.end <= right.start and alike:
                middle = claim[left.end : right.start]
                yield claim[: left.start] + right.surface + middle + left.surface + claim[right.end :]
