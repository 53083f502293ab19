"""A question and the rows of a table in, those rows whose limits hold the figure that the question gives. Pure.

"Creatinine clearance is 20" lies in the row "Creatinine clearance (mL/min): Less than 30", whichever row is the likest in words:
the quantity is the one that heads the rows' first cell, its unit stands there, so that neither row nor question repeats it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_BESIDE = re.compile(r"\s*\t\s*|\s+\|\s+")
_HEADED = re.compile(r"^(?P<head>[^:()—;]{2,60}?)\s*(?:\((?P<unit>[^()]{1,20})\))?\s*: (?P<cell>[^:;]{1,60}?)(?: — |$)")
_BARE_HEAD = re.compile(r"^(?P<head>[^:()—;]{2,60}?)\s*(?:\((?P<unit>[^()]{1,20})\))?$")
# Of ages, and of weeks and days, ``ages.py`` and ``asked_rows.py`` know more.
_OF_TIME = re.compile(r"\b(?:ages?|edad|time|day|week|month|year|date|tiempo|día|semana|mes|año)s?\b", re.IGNORECASE)
_NUMBER = r"(\d{1,5}(?:[.,]\d{1,2})?)"
_LESS = r"(?:less than|below|under|lower than|fewer than|<|menos de|menor (?:de|que)|por debajo de|inferior a)"
_MORE = r"(?:more than|above|over|greater than|higher than|>|más de|mayor (?:de|que)|por encima de|superior a)"
_AT_MOST = r"(?:up to|at most|no more than|≤|<=|hasta|como máximo)"
_AT_LEAST = r"(?:from|at least|≥|>=|desde|a partir de|al menos)"
_FROM_HERE = r"(?:(?:and|or|y|o)\s+(?:above|over|more|higher|greater|más|superior)|\+)"
_TO_HERE = r"(?:(?:and|or|y|o)\s+(?:below|under|less|lower|fewer|menos|inferior))"
_BETWEEN = re.compile(rf"(?:between\s+|entre\s+)?{_NUMBER}\s*(?:to|-|–|and|a|y)\s*{_NUMBER}", re.IGNORECASE)
_FORMS = (
    (re.compile(rf"{_LESS}\s*{_NUMBER}", re.IGNORECASE), "below"),
    (re.compile(rf"(?:{_AT_MOST}\s*{_NUMBER}|{_NUMBER}\s*{_TO_HERE})", re.IGNORECASE), "to"),
    (re.compile(rf"{_MORE}\s*{_NUMBER}", re.IGNORECASE), "above"),
    (re.compile(rf"(?:{_AT_LEAST}\s*{_NUMBER}|{_NUMBER}\s*{_FROM_HERE})", re.IGNORECASE), "from"),
)
_LINK = r"(?:\s*(?:=|:|\(|\bis|\bof|\bat|\bwas|\bnow|\bonly|\babout|\baround|\bcurrently|\bes|\bde|\bestá en|\bunos?)\s*){0,3}\s*"
_NO_SPAN = r"(?![\d.,]*\s*(?:to|-|–|a)\s*\d)(?![.,]?\d)"
_MEASURE = re.compile(r"\s*(?:m?mol|m?g|kg|mcg|µg|m?l|units?|iu|ui|mEq|%)(?:\s*/\s*\w+)?(?!\w)", re.IGNORECASE)
_TINY = 1e-6


class _Row(NamedTuple):
    """A row's quantity, the unit of its figures ("" if none), and what its figures lie between."""

    head: str
    unit: str
    limits: tuple[float, float]


def in_limits(text: str, rows: Sequence[tuple[str, str]]) -> list[bool]:
    """Which rows, each its lead-in and its words, hold the figure that the question gives of their quantity.

    None if it gives none, gives several, or if not all rows are of that quantity: then nobody knows which row is meant.
    """
    read = [_row(lead_in, words) for lead_in, words in rows]
    known = [row for row in read if row]
    if len(known) < 2 or len({(row.head.lower(), row.unit) for row in known}) != 1:  # noqa: PLR2004 - rows to choose from
        return [False] * len(rows)
    given = _given(text, known[0])
    if given is None:
        return [False] * len(rows)
    held = [row is not None and row.limits[0] <= given <= row.limits[1] for row in read]
    # A row for something else ("On dialysis") may be meant as well.
    return [holds or row is None for holds, row in zip(held, read, strict=True)] if any(held) else held


def _row(lead_in: str, words: str) -> _Row | None:
    cells, heads = _BESIDE.split(words), _BESIDE.split(lead_in.rsplit(" › ", maxsplit=1)[-1])
    if len(cells) == len(heads) > 1:
        match, cell = _BARE_HEAD.match(heads[0].strip()), cells[0]
    else:
        match = _HEADED.match(words)
        cell = match["cell"] if match else ""
    limits = _limits(cell, (match["unit"] if match else None) or "")
    if not match or limits is None or _OF_TIME.search(match["head"]):
        return None
    return _Row(match["head"].strip(), (match["unit"] or "").replace(" ", "").lower(), limits)


def _limits(cell: str, unit: str) -> tuple[float, float] | None:
    cell = cell.strip().removesuffix(unit).strip() if unit else cell.strip()
    if match := _BETWEEN.fullmatch(cell):
        return _figure(match[1]), _figure(match[2]) + _step(match[2])
    for form, side in _FORMS:
        if match := form.fullmatch(cell):
            number = next(group for group in match.groups() if group)
            figure = _figure(number)
            return {
                "below": (float("-inf"), figure - _TINY),
                "to": (float("-inf"), figure),
                "above": (figure + _TINY, float("inf")),
                "from": (figure, float("inf")),
            }[side]
    return None


def _figure(number: str) -> float:
    return float(number.replace(",", "."))


def _step(number: str) -> float:
    """What lies between the end of a span and the next one: "30 to 59" holds 59.4, "3.5 to 3.9" holds 3.95."""
    decimals = len(number.replace(",", ".").partition(".")[2])
    return float(10**-decimals) - _TINY


def _given(text: str, row: _Row) -> float | None:
    """The one figure that the question gives of a quantity, by its name or its abbreviation."""
    named = [match.end() for match in re.finditer(rf"\b{re.escape(row.head)}\b", text, re.IGNORECASE)]
    named += [match.end() for match in re.finditer(r"\b[A-Za-z]{2,6}\b", text) if _abbreviates(match.group(), row.head)]
    named += [match.end() for match in _spelled_out(text, row.head)]
    found = set()
    for end in named:
        for sign, shift in ((_LESS, -2 * _TINY), (_MORE, 2 * _TINY), ("", 0.0)):
            match = re.compile(rf"{_LINK}{sign}\s*{_NUMBER}{_NO_SPAN}", re.IGNORECASE).match(text, end)
            if match and not _of_something_else(text[match.end() :], row.unit):
                found.add(_figure(match.group(1)) + shift)
                break
    if not found and named and row.unit:
        unit = re.escape(row.unit).replace("/", r"\s*/\s*")
        found = {_figure(match.group(1)) for match in re.finditer(rf"(?<![\d.,–-]){_NUMBER}\s*{unit}(?!\w)", text, re.IGNORECASE)}
    return found.pop() if len(found) == 1 else None


def _of_something_else(behind: str, unit: str) -> bool:
    """True for the "mmol" of "potassium of 40 mmol given" where the rows are in mmol/L: a dose, not a level."""
    match = _MEASURE.match(behind)
    return match is not None and match.group().replace(" ", "").lower() != unit


def _abbreviates(short: str, words: str) -> bool:
    """True for "CrCl" of "creatinine clearance": the beginnings of all the words, one behind the other."""
    rest = [short.lower()]
    parts = words.lower().split()
    if len(parts) < 2 or short.islower():  # noqa: PLR2004 - one word has no such abbreviation
        return False
    for part in parts:
        rest = [one[n:] for one in rest for n in range(1, len(one) + 1) if part.startswith(one[:n])]
    return "" in rest


def _spelled_out(text: str, head: str) -> list[re.Match[str]]:
    """Where the question spells out what a head abbreviates."""
    if " " in head or head.islower():
        return []
    pairs = re.finditer(r"(?=\b([A-Za-z]+(?: [A-Za-z]+){1,3})\b)", text)
    return [
        match
        for start in pairs
        for match in [re.compile(re.escape(start.group(1))).match(text, start.start())]
        if match and _abbreviates(head, start.group(1))
    ]
