"""Blocks of a page of one column that stand side by side for some lines: two drugs on a slide, two boxes without frames."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.parse.pdf.words import Word

_SAME = 3.0
_LEAST_GAP = 0.9
_LEAST_LARGER = 1.05
_NEAR = 0.9
_WIDER, _SEVERAL = 2.0, 3
_BLANK = 0.1
_BULLET = re.compile(r"[\ufffd•‣▪◦●○∙·■□►▸➢✓✔–-]|[\ue000-\uf8ff]")
_STOP = re.compile(r"[.!?:;]$")
Row = list[Word]
Band = tuple[int, int, float]
"""The first row, the row behind the last, and where the right block begins."""


def find_bands(rows: Sequence[Row]) -> list[Band]:
    """The runs of rows that two blocks share, told by what no table without rules has.

    The right block begins at one place in all of them, and both are lists with bullets, or both go on from line to line, or
    headings stand above them and one does. Cells of one row must never be divided, so nothing else is.
    """
    bands: list[Band] = []
    position = 0
    while position < len(rows):
        band = next((found for start in _starts(rows[position]) if (found := _band(rows, position, start)) is not None), None)
        if band is not None:
            bands.append(band)
        position = band[1] if band is not None else position + 1
    return bands


def sides_of(rows: Sequence[Row], start: float) -> tuple[list[Row], list[Row]]:
    """The rows left and right of a place, without empty ones."""
    lefts = [[word for word in row if word.x0 < start - _SAME] for row in rows]
    rights = [[word for word in row if word.x0 >= start - _SAME] for row in rows]
    return [row for row in lefts if row], [row for row in rights if row]


def blanks_of(row: Sequence[Word]) -> list[float]:
    """How wide the blanks between the words of a row are, those that belong together left out."""
    return [gap for one, two in pairwise(row) if (gap := two.x0 - one.x1) > _BLANK * row[0].size]


def _starts(row: Row) -> list[float]:
    """Where words begin behind a gap in a row."""
    if row[0].table >= 0:
        return []
    gaps = [two.x0 - one.x1 for one, two in pairwise(row)]
    # In a line set to full width every gap may be wide.
    blanks = blanks_of(row)
    least = max(_LEAST_GAP * row[0].size, _WIDER * min(blanks)) if len(blanks) >= _SEVERAL else _LEAST_GAP * row[0].size
    return [two.x0 for gap, two in zip(gaps, row[1:], strict=True) if gap > least]


def _band(rows: Sequence[Row], first: int, start: float) -> Band | None:
    last = first
    for position in range(first, len(rows)):
        row = rows[position]
        if row[0].table >= 0 or not _fits(row, start):
            break
        if any(word.x0 >= start - _SAME for word in row):
            last = position
        elif not _is_near(rows[position - 1], row):
            break
    last = _with_rest(rows, last, start)
    inside = rows[first : last + 1]
    lefts, rights = sides_of(inside, start)
    if min(len(lefts), len(rights)) < 2 or not _are_blocks(lefts, rights):  # noqa: PLR2004 - a line beside a line is a row
        return None
    return first, last + 1, start


def _fits(row: Row, start: float) -> bool:
    """Whether no word of a row reaches over to the right block, and none of that begins further left than it does."""
    left = max((word.x1 for word in row if word.x0 < start - _SAME), default=0.0)
    right = min((word.x0 for word in row if word.x0 >= start - _SAME), default=start)
    return left <= start - _LEAST_GAP * row[0].size * 0.6 and right - start < 4 * row[0].size


def _is_near(above: Row, row: Row) -> bool:
    return min(word.top for word in row) - max(word.bottom for word in above) < 2 * _NEAR * row[0].size


def _with_rest(rows: Sequence[Row], last: int, start: float) -> int:
    """The last row with those of the left block that go on below the right one."""
    while last + 1 < len(rows):
        row, above = rows[last + 1], rows[last]
        is_left = row[0].table < 0 and max(word.x1 for word in row) < start - _SAME
        goes_on = row[0].text[:1].islower() and not _STOP.search(above[-1].text)
        if not (is_left and goes_on and _is_near(above, row)):
            break
        last += 1
    return last


def _are_blocks(lefts: Sequence[Row], rights: Sequence[Row]) -> bool:
    sides = (lefts, rights)
    if all(sum(_BULLET.fullmatch(row[0].text) is not None for row in side) > 1 for side in sides):
        return True
    running = [_goes_on(side) for side in sides]
    return all(running) or (any(running) and all(_is_headed(side) for side in sides))


def _goes_on(side: Sequence[Row]) -> bool:
    """Whether a line of a block goes on in the one below it: it has no stop, and that begins small."""
    for above, row in pairwise(side):
        if above[-1].text[-1:].isalnum() and row[0].text[:1].islower() and len(above) > 2 and _is_near(above, row):  # noqa: PLR2004
            return True
    return False


def _is_headed(side: Sequence[Row]) -> bool:
    """Whether the first line of a block is set as a heading of the rest."""
    first, rest = side[0], [word for row in side[1:] for word in row]
    usual = max(word.size for word in rest)
    return all(word.size >= _LEAST_LARGER * usual or word.bold for word in first) and not all(word.bold for word in rest)
