"""Statements side by side that each go for a band of one measure in, the one for the value that is asked about first. Pure.

"Creatinine clearance 40 to 60", "20 to 39", "below 20": to a question about a clearance of 45 only one of them is the answer, and
the words of all three are alike. They are told by their places: rows of one table or items under one heading, whose bands are of
one unit and don't overlap.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from assistant.retrieval.signals import Judged
from ingest.documents import BlockKind

_Band = tuple[float, float]
_NUMBER = r"(?<![\w.,/–-])(\d+(?:\.\d+)?)"
_LAST = r"(\d+(?:\.\d+)?)"
_UNIT = r"\s?(%|°|(?:[^\W\d_]|%)[\w%²/.]*)?"
_TO = r"\s*(?:%|°C?)?\s*(?:to|-|–|and|a|y)\s*"
_LESS = r"(?:below|under|less than|lower than|up to|<=?|≤|menos de|por debajo de|inferior a|hasta)\s*"
_MORE = r"(?:above|over|more than|higher than|greater than|at least|from|>=?|≥|más de|por encima de|superior a|a partir de)\s*"
_FORMS = (
    ("between", re.compile(_NUMBER + _TO + _LAST + _UNIT, re.IGNORECASE)),
    ("below", re.compile(_LESS + _NUMBER.replace(r"(?<![\w.,/–-])", "") + _UNIT, re.IGNORECASE)),
    ("above", re.compile(_MORE + _NUMBER.replace(r"(?<![\w.,/–-])", "") + _UNIT, re.IGNORECASE)),
    ("below", re.compile(_NUMBER + _UNIT + r"\s(?:or|and|o|y) (?:less|below|under|lower|fewer|menos)\b", re.IGNORECASE)),
    ("above", re.compile(_NUMBER + _UNIT + r"\s(?:or|and|o|y) (?:more|above|over|higher|más)\b", re.IGNORECASE)),
)
_VALUE = re.compile(_NUMBER + r"(?![\d/]|[.,]\d|\s?[-–]\s?\d)(?P<behind>\s?-?[^\W\d_]*)")
# What is told of how somebody is, not of what the bands are of.
_BESIDES = re.compile(
    r"\b(?:t|temp\w*|fever|hr|pulse|rr|bp|gcs|news2?|aged?|day|cycle|week|type|stage|grade|edad)(?: of| is| at|:|=)?\s*$",
    re.IGNORECASE,
)
# What a number counts that is no measured value: doses, times, ages.
_COUNTS = re.compile(
    r"\s?-?(?:mg|mcg|micrograms?|µg|g|kg|mls?|l|units?|iu|h|hrs?|hours?|mins?|minutes?|days?|d|weeks?|wks?|w|months?|m|years?|yrs?|y|yo|f|"
    r"tablets?|doses?|times?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?)",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"(?:h|hrs?|hours?|min\w*|days?|weeks?|wks?|months?|years?|yrs?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?)", re.IGNORECASE
)
_CELL = re.compile(r"\s\|\s|\t")


def own_band_first(asked: str, judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """The statements, with that for the asked value in the place of the first of those beside it, which follow as they were."""
    values = values_in(asked)
    ordered = list(judged)
    for places in _side_by_side(judged).values() if values else ():
        holding = {place for place in places for value in values if _holds(_own(judged[place]), value)}
        if len(places) > 1 and len(holding) == 1 and _are_apart([_own(judged[place]) for place in places]):
            (own,) = holding
            moved = [own, *(place for place in places if place != own)]
            for place, one in zip(places, moved, strict=True):
                hit = judged[place].hit
                ordered[place] = replace(judged[one], hit=replace(judged[one].hit, rank=hit.rank, relevance=hit.relevance))
    return tuple(ordered)


def values_in(text: str) -> tuple[float, ...]:
    """The values that a text gives of what is measured: no doses, times or ages."""
    found = _VALUE.finditer(text)
    told = (match for match in found if not _BESIDES.search(text[: match.start()]))
    return tuple(float(match[1]) for match in told if not _COUNTS.fullmatch(match["behind"].rstrip()))


@lru_cache(maxsize=16384)
def band_of(text: str, *, is_row: bool = False) -> tuple[_Band, str] | None:
    """The first band of values that a text goes for and its unit; of a row that of its first cell. None where there is none."""
    opening = _CELL.split(text)[0] if is_row else text
    found = [(match.start(), kind, match) for kind, form in _FORMS for match in form.finditer(opening)]
    found = [one for one in found if not _TIMES.fullmatch((one[2][one[2].lastindex or 1] or "").strip(" ."))]
    if not found:
        return None
    _, kind, match = min(found, key=lambda one: (one[0], one[1] != "between"))
    unit = (match[3 if kind == "between" else 2] or "").lower().rstrip(".")
    first = float(match[1])
    if kind == "between":
        return ((first, float(match[2])), unit)
    return ((float("-inf"), first) if kind == "below" else (first, float("inf"))), unit


def _own(one: Judged) -> _Band:
    statement = one.hit.statement
    found = band_of(statement.text, is_row=statement.kind is BlockKind.TABLE_ROW)
    return found[0] if found else (0.0, 0.0)


def _side_by_side(judged: Sequence[Judged]) -> dict[tuple[object, ...], list[int]]:
    """The places of statements of one kind and unit that stand under the same words, by those."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for place, one in enumerate(judged):
        statement = one.hit.statement
        found = band_of(statement.text, is_row=statement.kind is BlockKind.TABLE_ROW)
        if found is not None:
            key = (statement.source_id, statement.heading_path, statement.lead_in, statement.kind, found[1])
            groups.setdefault(key, []).append(place)
    return groups


def _holds(band: _Band, value: float) -> bool:
    return band[0] <= value <= band[1]


def _are_apart(bands: Sequence[_Band]) -> bool:
    return all(one[1] <= other[0] or other[1] <= one[0] for one, other in combinations(bands, 2))
