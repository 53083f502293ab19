"""The tables of a Word file: rows of cells, forms of labels and text, and frames that only place what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ingest.parse.control import lines_about, log_lines
from ingest.parse.docx.boxed import read_box
from ingest.parse.docx.form import labels_of, read_labelled, stand_side_by_side
from ingest.parse.docx.names import DRAWING, W
from ingest.parse.docx.state import Body, read_words
from ingest.parse.forms import is_label
from ingest.parse.grid import table_pieces
from ingest.parse.pieces import Piece, Role
from ingest.parse.zones import Zone


def read_table(table: Any, body: Body, read: Callable[[Any], None]) -> None:
    """Put a table down; ``read`` reads what stands in a cell as a text of its own."""
    labelled = labels_of(list(_rows(table)), body.styles) if body.zone is None else []
    if labelled:
        _read_forms(labelled, body, read)
        return
    _grid(table, body, read)


def _grid(table: Any, body: Body, read: Callable[[Any], None]) -> None:
    """A table of rows and columns, or one that only frames text."""
    if any(len(list(_cells_of(row))) > 1 and any(map(_holds_table, _cells_of(row))) for row in _rows(table)):
        _placed(table, body, read)
        return
    grid: list[list[str]] = []
    heads = 0
    for row in _rows(table):
        if len(grid) == heads and row.find(f"{W}trPr/{W}tblHeader") is not None:
            heads += 1
        grid.append(_cells(row, grid, body))
    body.figures += sum(1 for _ in table.iter(DRAWING))
    if max((len(row) for row in grid), default=0) == 1:
        # A box around text, not a table.
        read_box(table.iter(f"{W}tc"), body, read)
        return
    if len(grid) == 1 and (stand_side_by_side(table, grid[0], body.styles)):
        body.in_lists = True
        for cell in table.iter(f"{W}tc"):
            read_box([cell], body, read)
        body.in_lists = False
        return
    aside = log_lines(grid) if body.zone is Zone.NOTICE else lines_about(grid, opens=not body.marked)
    if aside is not None:
        body.pieces += (Piece(role=Role.FURNITURE, text=text) for text in aside)
        return
    pieces = table_pieces(grid, heads=heads if 0 < heads < len(grid) else None, caption=body.caption)
    body.caption = ""
    if pieces:
        body.tables += 1
        body.pieces += pieces
    elif any(cell for row in grid for cell in row):
        body.tables_lost += 1


def _placed(table: Any, body: Body, read: Callable[[Any], None]) -> None:
    """A table whose cells hold tables: each of those cells is read by itself, under the heads of its column and its row.

    Its first row may hold the heads of its columns, and so may one right above a row of nothing but tables.
    """
    rows = [list(_cells_of(row)) for row in _rows(table)]
    heads: list[str] = []
    for place, cells in enumerate(rows):
        texts = [_cell_text(cell, body) for cell in cells]
        below = rows[place + 1] if place + 1 < len(rows) else []
        is_above_tables = len(below) == len(cells) and all(map(_holds_table, below))
        if any(map(_holds_table, cells)):
            _read_placed(cells, texts, heads if len(heads) == len(cells) else [], body, read)
        elif all(map(is_label, texts)) and (not place or is_above_tables):
            heads = texts
        elif len(heads) == len(cells):
            body.pieces += table_pieces([heads, texts], heads=1)
        else:
            for cell in cells:
                read_box([cell], body, read)


def _read_placed(
    cells: Sequence[Any], texts: Sequence[str], heads: Sequence[str], body: Body, read: Callable[[Any], None]
) -> None:
    """A row in which cells hold tables, its first cell the label of the others where it is short."""
    is_headed = not _holds_table(cells[0]) and len(cells) > 1 and is_label(texts[0])
    beside = ": ".join(name for name in (heads[0] if heads else "", texts[0]) if name) if is_headed else ""
    for number, cell in enumerate(cells):
        if is_headed and not number:
            continue
        label = " – ".join(name for name in (beside, heads[number] if heads else "") if name)
        if label:
            _read_forms([(label, cell)], body, read)
        else:
            read_box([cell], body, read)


def _read_forms(labelled: Sequence[tuple[str, Any]], body: Body, read: Callable[[Any], None]) -> None:
    for place in read_labelled(labelled, body.pieces, read):
        body.by_hand.pop(place, None)
        body.counted.discard(place)


def _holds_table(cell: Any) -> bool:
    return cell.find(f".//{W}tbl") is not None


def _cells_of(row: Any) -> Iterator[Any]:
    return (cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr"), None) is row)


def read_tabbed(rows: list[list[str]], body: Body) -> None:
    """A table that is set with tabs."""
    pieces = table_pieces(rows, caption=body.caption)
    body.caption = ""
    body.tables += bool(pieces)
    body.pieces += pieces


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == f"{W}tr" and child.find(f"{W}trPr/{W}del") is None:
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent"}:
            yield from _rows(child)


def _cells(row: Any, grid: list[list[str]], body: Body) -> list[str]:
    cells: list[str] = []
    for cell in _cells_of(row):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        across = int(span.get(f"{W}val") or 1) if span is not None else 1
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        text = _cell_text(cell, body)
        if merge is not None and (merge.get(f"{W}val") or "continue") == "continue" and grid and len(cells) < len(grid[-1]):
            text = grid[-1][len(cells)]
        cells += [text] * min(across, 60)
    return cells


def _cell_text(cell: Any, body: Body) -> str:
    parts = []
    for paragraph in cell.iter(f"{W}p"):
        text = read_words(paragraph, body)
        body.styles.next_number(paragraph)
        if text.words:
            parts.append(text.words)
    joined = ""
    for part in parts:
        joined += f"{'' if joined[-1] in '.:;,!?' else ';'} {part}" if joined else part
    return joined
