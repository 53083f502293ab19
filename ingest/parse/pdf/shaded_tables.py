"""Tables of a PDF page whose rows are told by shading cell by cell, every other row or the head alone, without any rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.parse.pdf.cells import Box, Table, bands, cell_text, is_inside, runs_of
from ingest.parse.pdf.lines import rows_of
from ingest.parse.pdf.words import Word

_NEAR = 3.0
_MOST_ROWS_BETWEEN = 9
_MOST_HEAD_WORDS = 12


@dataclass(frozen=True, slots=True)
class _Band:
    """A shaded row: its cells from left to right, and its columns."""

    cells: tuple[Box, ...]

    @property
    def columns(self) -> list[tuple[float, float]]:
        return [(x0, x1) for x0, _, x1, _ in self.cells]

    @property
    def top(self) -> float:
        return min(cell[1] for cell in self.cells)

    @property
    def bottom(self) -> float:
        return max(cell[3] for cell in self.cells)


def shaded_tables(drawn: Sequence[Sequence[Box]], words: Sequence[Word]) -> list[Table]:
    """The tables that single rows of drawn cells make, with the rows between them that have no shade."""
    shaded = [_Band(tuple(sorted(cells))) for cells in drawn if _is_row(cells)]
    tables: list[Table] = []
    group: list[_Band] = []
    for band in sorted(shaded, key=lambda band: (round(band.cells[0][0]), band.top)):
        if group and not _goes_on(group[-1], band, words):
            tables += _table(group, words)
            group = []
        group.append(band)
    return [*tables, *(_table(group, words) if group else [])]


def _is_row(cells: Sequence[Box]) -> bool:
    """Whether cells stand side by side in one row."""
    tops = {round(cell[1] / _NEAR) for cell in cells}
    return len(cells) >= 2 and max(tops) - min(tops) <= 1 and len({round(cell[0]) for cell in cells}) == len(cells)  # noqa: PLR2004


def _goes_on(last: _Band, band: _Band, words: Sequence[Word]) -> bool:
    """Whether two shaded rows belong to one table: the same columns, and between them rows of such cells or nothing."""
    if len(last.cells) != len(band.cells) or any(
        abs(one - two) > _NEAR
        for left, right in zip(last.columns, band.columns, strict=True)
        for one, two in zip(left, right, strict=True)
    ):
        return False
    between = _between(last, band, words)
    height = last.bottom - last.top
    return band.top - last.bottom <= _MOST_ROWS_BETWEEN * height and _fits(between, last.columns)


def _between(last: _Band, band: _Band, words: Sequence[Word]) -> list[Word]:
    box = (last.cells[0][0], last.bottom, last.cells[-1][2], band.top)
    return [word for word in words if is_inside(word, box) and last.bottom < word.middle < band.top]


def _fits(words: Sequence[Word], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether every run of words stands in one column."""
    return all(any(left - 2 <= run[0].x0 and run[-1].x1 <= right + 2 for left, right in columns) for run in runs_of(words))


def _heads_above(band: _Band, words: Sequence[Word]) -> list[Word]:
    """The words of an unshaded head just above the first shaded row: lines of several cells that fit its columns."""
    left, right = band.cells[0][0] - 2, band.cells[-1][2] + 2
    above = [word for word in words if left <= word.x0 and word.x1 <= right and word.middle < band.top]
    heads: list[Word] = []
    foot = band.top
    for row in reversed(rows_of(above)):
        if foot - row[0].bottom > row[0].size or len(runs_of(row)) < 2 or not _fits(row, band.columns):  # noqa: PLR2004
            break
        heads += row
        foot = row[0].top
        if len(heads) >= _MOST_HEAD_WORDS:
            break
    return heads


def _table(group: Sequence[_Band], words: Sequence[Word]) -> list[Table]:
    """The table of a run of shaded rows; none where there are only heads, unless rows stand below them (``_extended``)."""
    columns = group[0].columns
    grid: list[list[str]] = []
    for band, following in zip(group, [*group[1:], None], strict=True):
        grid.append([cell_text([word for word in words if is_inside(word, cell)]) for cell in band.cells])
        if following is not None:
            grid += bands(_between(band, following, words), columns, merge=False)
    if not any(all(row) for row in grid):
        return []
    heads = _heads_above(group[0], words)
    top = min((word.top for word in heads), default=group[0].top)
    grid = [*(bands(heads, columns, merge=True) if heads else []), *grid]
    box = (columns[0][0], top, columns[-1][1], group[-1].bottom)
    edges = (columns[0][0], *((right + left) / 2 for (_, right), (left, _) in pairwise(columns)), columns[-1][1])
    return [Table(box=box, grid=grid, edges=edges)]
