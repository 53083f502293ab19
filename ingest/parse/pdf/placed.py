"""A table of a PDF → pieces where it is first named: its caption, its parts on further pages, and what it interrupts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.parse.control import lines_about
from ingest.parse.grid import guess_heads, table_pieces
from ingest.parse.pdf.captions import CAPTION
from ingest.parse.pdf.lines import Line
from ingest.parse.pdf.paragraphs import OPEN_END, Assembly, Begun, close
from ingest.parse.pieces import Piece, Role

_CONTINUED = re.compile(
    r"^(?P<label>\w+\s+(?:\d{1,3}|[IVX]{1,5}))[.:]?\s*[–—-]?\s*[(\[]?\s*(?:continued|cont[.’']?d?|continuación|cont\.)\s*[)\]]?\.?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^\w+\s+(?:\d{1,3}|[IVX]{1,5})\b", re.IGNORECASE)
_ALIGNED = 6.0
_LARGER = 1.1


def place_table(lines: Sequence[Line], position: int, state: Assembly) -> int:
    """Read the table at a position, with its caption and its parts on the following pages; the position after it."""
    caption = _take_caption(state)
    is_inside_paragraph = (
        state.open is not None and OPEN_END.search(state.open.text) is None and state.open.role is Role.PARAGRAPH
    )
    held, state.open = (state.open, None) if is_inside_paragraph else (None, state.open)
    close(state)
    grid, pages, heads, position = _joined(lines, position, state)
    aside = lines_about(grid, opens=not state.headings)
    if aside is not None:
        state.pieces += (Piece(role=Role.FURNITURE, text=text, page=pages[0]) for text in aside)
    elif state.zone is None:
        _add(grid, pages, heads, caption, state)
    state.open = held
    return position


def _take_caption(state: Assembly) -> str:
    """The caption just read, out of what was read so far; empty without one."""
    if state.open is not None and CAPTION.match(state.open.text):
        caption, state.open = state.open.text, None
        return caption
    last = state.pieces[-1] if state.pieces and state.open is None else None
    if last is not None and last.role is Role.HEADING and (CAPTION.match(last.text) or _names_table(state)):
        state.headings.pop()
        return state.pieces.pop().text
    return ""


def _names_table(state: Assembly) -> bool:
    """Whether the heading just above a table is no larger than the text, below a heading that is: a name of the table alone.

    One set as others that stand above text names a part of the text.
    """
    (_, ((size, *_), depth)) = state.headings[-1]
    if any(kind == state.headings[-1][1] and _is_above_text(at, state) for at, kind in state.headings[:-1]):
        return False
    largest = max((kind[0][0] for _, kind in state.headings[:-1]), default=0.0)
    return not depth and size < _LARGER * state.setting.size <= largest


def _is_above_text(at: int, state: Assembly) -> bool:
    """Whether text of the body stands right below the heading at a place."""
    return at + 1 < len(state.pieces) and state.pieces[at + 1].role in {Role.PARAGRAPH, Role.BULLET}


def _joined(lines: Sequence[Line], position: int, state: Assembly) -> tuple[list[list[str]], list[int], int, int]:
    """The grid of a table with those that follow it page by page, the page of each row, its head rows, the next position."""
    first = state.tables[lines[position].table]
    heads = guess_heads(first.grid) if first.heads is None else first.heads
    grid, pages = [list(row) for row in first.grid], [lines[position].page] * len(first.grid)
    position += 1
    while position < len(lines) and lines[position].table >= 0 and lines[position].page == pages[-1] + 1:
        more = state.tables[lines[position].table]
        if len(more.grid[0]) != len(grid[0]):
            break
        rows = more.grid[heads:] if more.grid[:heads] == grid[:heads] else more.grid
        if rows is more.grid and any(abs(one - two) > _ALIGNED for one, two in zip(first.edges, more.edges, strict=False)):
            break
        grid += rows
        pages += [lines[position].page] * len(rows)
        position += 1
    if first.heads is None and len(first.grid) == 1:
        # The heads may stand alone at the foot of a page.
        heads = guess_heads(grid)
    return grid, pages, heads, position


def _add(grid: list[list[str]], pages: list[int], heads: int, caption: str, state: Assembly) -> None:
    """Put the rows where the table began: below its first part, if this one says that it goes on with it."""
    goes_on = _CONTINUED.match(caption)
    begun = state.begun.get(_folded(goes_on["label"])) if goes_on else None
    if begun is not None and not heads and len(begun.heads[:1]) and len(begun.heads[0]) == len(grid[0]):
        grid, pages, heads = [*begun.heads, *grid], [pages[0]] * len(begun.heads) + pages, len(begun.heads)
    pieces = table_pieces(grid, heads=heads, caption="" if begun else caption, page=pages[0], pages=pages)
    state.kept += bool(pieces) and begun is None
    state.lost += not pieces
    if begun is None:
        label = _LABEL.match(caption)
        state.pieces += pieces
        if label and pieces:
            state.begun[_folded(label.group(0))] = Begun(end=len(state.pieces), heads=grid[:heads])
        return
    _insert(pieces, begun.end, state)


def _insert(pieces: Sequence[Piece], place: int, state: Assembly) -> None:
    """Put pieces between those read so far, and move what counts on their places."""
    state.pieces[place:place] = pieces
    by = len(pieces)
    state.headings = [(at + by if at >= place else at, kind) for at, kind in state.headings]
    state.leaves = [(at + by if at >= place else at, kind) for at, kind in state.leaves]
    state.conditions = {at + by if at >= place else at for at in state.conditions}
    for begun in state.begun.values():
        begun.end += by if begun.end >= place else 0


def _folded(label: str) -> str:
    return " ".join(label.lower().split())
