"""The cells of a table's row and the heads of its columns → the words that say the row by itself. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BARE_START = re.compile(
    r"[<>≤≥=±~+\d.,\s%/–-]|(?:below|under|over|above|less than|more than|at least|up to|from|between|menos de|más de|hasta)\b",
    re.IGNORECASE,
)
_LEAST_LETTERS = 4


def row_parts(cells: Sequence[tuple[str, str]]) -> tuple[str, list[str]]:
    """What a row is about, and each further cell behind its head, from cells as (column head, cell text)."""
    name = _row_name(*cells[0]) if len(cells) > 1 else ""
    return name, [_cell(head, text) for head, text in (cells[1:] if name else cells) if text]


def joined(parts: Sequence[str]) -> str:
    """The cells of a row in one line."""
    return "; ".join(part.rstrip(" ;.") for part in parts)


def said_row(name: str, line: str) -> str:
    """A row's name and what it says of it: "Drug A — dose: 5 mg; how often: daily"."""
    return f"{name} — {line}" if name and line else name or line


def small_head(head: str) -> str:
    """A head as it stands inside a line: "Dose" → "dose", but "QTc" and "PFS" stay."""
    first = head.split(" ", 1)[0]
    is_plain = first[:1].isupper() and first[1:].islower() and len(first) > 1
    return head[0].lower() + head[1:] if is_plain else head


def _row_name(head: str, cell: str) -> str:
    """What a row is about: its first cell, with the column's head when the cell alone says nothing ("30–60")."""
    letters = max((len(word) for word in re.findall(r"[^\W\d_]+", cell)), default=0)
    if head and cell and (_BARE_START.match(cell) or letters < _LEAST_LETTERS) and head.lower() not in cell.lower():
        return f"{head}: {cell}"
    return cell


def _cell(head: str, text: str) -> str:
    return f"{small_head(head)}: {text}" if head else text
