"""The whole table that a cited row stands in, for the source panel. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from assistant.answers import Citation
from ingest.documents import Block, BlockKind, Section

_MOST_ROWS = 200


def table_of(citation: Citation, section: Section) -> dict[str, Any] | None:
    """The table around a cited row, JSON-ready: ``caption``, ``heads`` and ``rows``; None when no row is cited.

    A row holds its ``cells`` in the order of the heads ("" for an empty one), the ``page`` it stands on, and whether it is
    ``cited``; the name of a group of rows is a row with one cell that is marked as a ``group``.
    """
    blocks = section.blocks
    at = next((position for position, block in enumerate(blocks) if _is_row(block) and _is_cited(block, citation)), None)
    if at is None:
        return None
    names = {head for head, _ in blocks[at].cells}
    first, last = at, at
    while first > 0 and _belongs(blocks[first - 1], names):
        first -= 1
    while last + 1 < len(blocks) and _belongs(blocks[last + 1], names):
        last += 1
    own = blocks[max(first, at - _MOST_ROWS) : min(last, at + _MOST_ROWS) + 1]
    heads = _heads_of(own)
    text = citation.document.text
    rows: list[dict[str, Any]] = []
    cells_before: tuple[tuple[str, str], ...] = ()
    for block in own:
        if block.kind is BlockKind.LEAD_IN:
            name = text[block.span.start : block.span.end]
            rows.append({"cells": [name], "page": block.page, "cited": False, "group": True})
        elif block.cells == cells_before:
            # A long row is several statements, cell by cell.
            rows[-1]["cited"] = rows[-1]["cited"] or _is_cited(block, citation)
        else:
            cells = dict(block.cells)
            own_cells = [cells.get(head, "") for head in heads]
            rows.append({"cells": own_cells, "page": block.page, "cited": _is_cited(block, citation), "group": False})
        cells_before = block.cells
    caption = rows.pop(0)["cells"][0] if rows[0]["group"] else ""
    return {"caption": caption, "heads": heads, "rows": rows}


def heads_above(blocks: Sequence[Block], at: int, text: str) -> str:
    """The column heads over a table's first row, if its rows don't repeat them, as in Markdown; "" anywhere else."""
    block = blocks[at]
    if not _is_row(block) or (at and _is_row(blocks[at - 1])):
        return ""
    heads = _heads_of(list(takewhile(_is_row, blocks[at:])))
    said = text[block.span.start : block.span.end].lower()
    return "" if all(head.lower() in said for head, _ in block.cells[1:]) else " | ".join(heads)


def _heads_of(rows: Sequence[Block]) -> list[str]:
    """The column heads of rows, in the order of the fullest: rows leave their empty cells out."""
    fullest = max(rows, key=lambda row: len(row.cells))
    return list(dict.fromkeys(head for row in (fullest, *rows) for head, _ in row.cells))


def _is_row(block: Block) -> bool:
    return block.kind is BlockKind.TABLE_ROW and bool(block.cells)


def _is_cited(block: Block, citation: Citation) -> bool:
    return block.span.start < citation.span.end and citation.span.start < block.span.end


def _belongs(block: Block, names: set[str]) -> bool:
    """Whether a block is a row under the same heads, or a caption or a group's name between such rows."""
    return block.kind is BlockKind.LEAD_IN or (_is_row(block) and not names.isdisjoint(head for head, _ in block.cells))
