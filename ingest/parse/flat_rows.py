"""Tables that a capture left with a line for every cell → a block per row, its cells bound to the heads.

How many columns there were is told by the cells: under one head stand values of one kind ("6.0-6.4", "4 hours"). Where no column
holds figures nothing tells it, and the lines are left as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from ingest.documents import Block, BlockKind, Span
from ingest.parse.lines import Line

_MOST_COLUMNS, _LEAST_ROWS, _LEAST_CELLS = 8, 2, 9
_MOST_CELL_WORDS, _MOST_HEAD_WORDS = 14, 7
_MOST_AROUND = 2
_LEAST_AGREED, _LEAST_OF_FIGURES, _BETTER = 0.8, 0.66, 0.12
_FIGURE = re.compile(
    r"(?:[<>≤≥~±]|(?:under|over|below|above|up to|about)\s)?\s*\d[\d.,]*(?:\s*[-–—]\s*\d[\d.,]*)?\s*"
    r"(?P<unit>(?!(?:or|and|to|in|at|on|for|of|then|o|y|a|en|de|más|menos)\b)[^\W\d_]+|%)?",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(?:table|tabla)\s+[\dA-Z]{1,3}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatTable:
    """Where such a table begins and ends among the lines, and how many columns it has."""

    start: int
    end: int
    columns: int


def find_flat_tables(lines: Sequence[Line], contents: Sequence[str]) -> list[FlatTable]:
    """The tables among the lines of a page that have a line for every cell; ``contents`` are the headings that it lists."""
    found: list[FlatTable] = []
    position = 0
    while position < len(lines):
        end = _run_end(lines, position)
        table = _table_in(lines, position, end, contents) if end - position >= _LEAST_CELLS else None
        if table is not None:
            found.append(table)
        position = max(end, position + 1)
    return found


def read_flat_rows(lines: Sequence[Line], table: FlatTable) -> list[Block]:
    """The rows of a table below its heads."""
    heads = [line.text for line in lines[table.start : table.start + table.columns]]
    rows = []
    for first in range(table.start + table.columns, table.end, table.columns):
        cells = lines[first : first + table.columns]
        rows.append(
            Block(
                kind=BlockKind.TABLE_ROW,
                span=Span(start=cells[0].start, end=cells[-1].end),
                cells=tuple((head, cell.text) for head, cell in zip(heads, cells, strict=True)),
            )
        )
    return rows


def _run_end(lines: Sequence[Line], start: int) -> int:
    """Where a run of lines ends that could be cells: short, no sentence, no blank line between them."""
    end = start
    while end < len(lines) and _could_be_cell(lines[end]) and (end == start or lines[end].gap == 0):
        end += 1
    return end


def _could_be_cell(line: Line) -> bool:
    return not line.is_bullet and line.words <= _MOST_CELL_WORDS and line.text[-1] not in ".:?!" and "\t" not in line.text


def _table_in(lines: Sequence[Line], start: int, end: int, contents: Sequence[str]) -> FlatTable | None:
    """The table in a run of lines, where it is known at which line it begins or ends.

    A line too many at either end would bind every cell to the head beside its own. A caption tells the beginning; that the page
    lists its headings and the last line is none of them, the end.
    """
    captions = [number for number in range(start, min(start + _MOST_AROUND, end)) if _CAPTION.match(lines[number].text)]
    while end > start and lines[end - 1].text.casefold() in contents:
        end -= 1
    befores = [captions[-1] + 1 - start] if captions else list(range(_MOST_AROUND + 1)) if contents else [0]
    afters = [0] if contents or not captions else list(range(_MOST_AROUND + 1))
    tried: list[tuple[float, FlatTable]] = []
    for before, after in product(befores, afters):
        first, last = start + before, end - after
        for columns in range(2 if captions or contents else 3, _MOST_COLUMNS + 1):
            if (last - first) % columns == 0 and (last - first) // columns > _LEAST_ROWS:
                agreed = _agreement([line.text for line in lines[first:last]], columns)
                tried.append((agreed, FlatTable(start=first, end=last, columns=columns)))
    agreeing = sorted((one for one in tried if one[0] >= _LEAST_AGREED), key=lambda one: -one[0])
    if not agreeing or any(agreeing[0][0] - agreed < _BETTER for agreed, _ in agreeing[1:]):
        # Another number of columns that fits as well: nothing tells which it was.
        return None
    return agreeing[0][1]


def _agreement(cells: Sequence[str], columns: int) -> float:
    """How far the cells under each head are of one kind, 0 to 1; 0 where heads are figures or no column holds any."""
    heads = cells[:columns]
    if any(_kind(head) for head in heads) or any(len(head.split()) > _MOST_HEAD_WORDS for head in heads):
        return 0.0
    shares, has_figures = [], False
    for column in range(columns):
        kinds = [_kind(cell) for cell in cells[columns + column :: columns]]
        kind, count = Counter(kinds).most_common(1)[0]
        shares.append(count / len(kinds))
        has_figures = has_figures or (bool(kind) and shares[-1] >= _LEAST_OF_FIGURES)
    is_mixed = any(not _kind(cell) for cell in cells[columns:])
    return sum(shares) / columns if has_figures and is_mixed else 0.0


def _kind(cell: str) -> str:
    """What kind of value a cell is: a figure with its unit, or words (empty)."""
    match = _FIGURE.match(cell)
    return f"figure {(match['unit'] or '').lower().rstrip('s')}" if match else ""
