"""Tables that a capture left as lines in columns, by tabs or wide white space → a block per row, its cells bound to the heads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.documents import Block, BlockKind, Span
from ingest.parse.lines import Line, has_columns

_LEAST_LINES = 2
_LEAST_SPACED_LINES = 3
_STROKE = re.compile(r"[ \t]*[-=_─━═]{5,}[ \t]*$")
_BETWEEN = re.compile(r"\t| {3,}")


def count_table_lines(lines: Sequence[Line], start: int) -> int:
    """How many lines from ``start`` on make a table: a head and rows, each with columns, and strokes between them; 0 for none.

    White space is less sure a sign than tabs: there every row needs as many cells as the head.
    """
    end, rows = start, 0
    while end < len(lines) and (end == start or lines[end].gap == 0):
        is_row = _is_row(lines[end], lines[start])
        if not is_row and not (rows and _STROKE.match(lines[end].text)):
            break
        end, rows = end + 1, rows + is_row
    is_sure = end > start and ("\t" in lines[start].text or lines[start].text.startswith("|"))
    least = _LEAST_LINES if is_sure else _LEAST_SPACED_LINES
    return end - start if rows >= least else 0


def _is_row(line: Line, head: Line) -> bool:
    if line.is_bullet or not has_columns(line.text):
        return False
    if head.text.startswith("|"):
        return line.text.startswith("|")
    return ("\t" in line.text) if "\t" in head.text else len(_cells(line)) == len(_cells(head))


def _cells(line: Line) -> list[str]:
    """The cells of a line; with tabs an empty one counts."""
    if line.text.startswith("|"):
        return [cell.strip() for cell in line.text.strip("| \t").split("|")]
    if "\t" in line.text:
        return [cell.strip() for cell in line.text.split("\t")]
    return [cell.strip() for cell in _BETWEEN.split(line.text) if cell.strip()]


def read_rows(lines: Sequence[Line]) -> list[Block]:
    """The rows of a table whose first line holds the column heads."""
    heads = _cells(lines[0])
    return [
        Block(
            kind=BlockKind.TABLE_ROW,
            span=Span(start=line.start, end=line.end),
            cells=tuple((heads[n] if n < len(heads) else "", cell) for n, cell in enumerate(_cells(line))),
        )
        for line in lines[1:]
        if any(character.isalnum() for character in line.text)
    ]
