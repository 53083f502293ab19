"""Tables that a Word file sets with tabs: a paragraph, or a line of one, for every row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ingest.parse.docx.names import W
from ingest.parse.docx.runs import cells_of

_LEAST_COLUMNS, _LEAST_ROWS, _MOST_CELL_WORDS = 3, 3, 12


def count_tabbed(elements: Sequence[Any], start: int) -> tuple[int, list[list[str]]]:
    """How many elements from ``start`` on make such a table, and its rows; (0, []) for none."""
    rows: list[list[str]] = []
    position = start
    while position < len(elements) and elements[position].tag == f"{W}p":
        lines = cells_of(elements[position])
        if not lines or not all(_is_row(line, rows[0] if rows else lines[0]) for line in lines):
            break
        rows += lines
        position += 1
    return (position - start, rows) if len(rows) >= _LEAST_ROWS else (0, [])


def _is_row(line: Sequence[str], first: Sequence[str]) -> bool:
    is_wide = len(line) == len(first) >= _LEAST_COLUMNS
    return is_wide and all(len(cell.split()) <= _MOST_CELL_WORDS for cell in line)
