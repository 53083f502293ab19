"""Tables that a capture left as lines with tabs → one block per row, its cells bound to the column heads."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.documents import Block, BlockKind, Span
from ingest.parse.lines import Line

_LEAST_LINES = 2


def count_table_lines(lines: Sequence[Line], start: int) -> int:
    """How many lines from ``start`` on make a table: a head and rows, each with tabs; 0 for none."""
    end = start
    while end < len(lines) and "\t" in lines[end].text and not lines[end].is_bullet and (end == start or lines[end].gap == 0):
        end += 1
    return end - start if end - start >= _LEAST_LINES else 0


def read_rows(lines: Sequence[Line]) -> list[Block]:
    """The rows of a table whose first line holds the column heads."""
    heads = [head.strip() for head in lines[0].text.split("\t")]
    return [
        Block(
            kind=BlockKind.TABLE_ROW,
            span=Span(start=line.start, end=line.end),
            cells=tuple((heads[n] if n < len(heads) else "", cell.strip()) for n, cell in enumerate(line.text.split("\t"))),
        )
        for line in lines[1:]
    ]
