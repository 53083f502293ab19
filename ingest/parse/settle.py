"""Tables put where they belong: out of the last of the headings that their own rows name, and back from where they floated to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.parse.pieces import Piece, Role

_OF_TABLE = frozenset({Role.CAPTION, Role.GROUP, Role.ROW})
_LABEL = re.compile(r"^(?:table|tabla)\s+(?P<number>\d{1,3}|[IVX]{1,5})\b", re.IGNORECASE)
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+")
_BOX_NUMBER = re.compile(r"(?:box|panel|recuadro|cuadro|kasten|encadré)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.:]?", re.IGNORECASE)
_MOST_LEGENDS = 4


def settle_tables(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, tables among them under the headings that they are of."""
    found = _with_box_names(pieces)
    for begin, end in reversed(_tables(found)):
        level = _level_named(found, begin, end)
        if level:
            found.insert(begin, Piece(role=Role.LEAVE, text="", level=level, page=found[begin].page))
    for begin, end in reversed(_tables(found)):
        place = _place_of(found, begin, end)
        if place is not None:
            _move(found, begin, _with_legends(found, end), place)
    return found


def _with_box_names(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, a heading that only numbers a box together with the name of the box that stands below it as another."""
    found: list[Piece] = []
    for piece in pieces:
        above = found[-1] if found else None
        is_number = above is not None and above.role is Role.HEADING and _BOX_NUMBER.fullmatch(above.text) is not None
        if above is not None and is_number and piece.role is Role.HEADING and piece.level >= above.level:
            found[-1] = replace(above, text=f"{above.text.rstrip('.: ')}. {piece.text}")
        else:
            found.append(piece)
    return found


def _tables(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """(first, behind the last) piece of each table, a new caption beginning a new one."""
    tables: list[tuple[int, int]] = []
    for position, piece in enumerate(pieces):
        if piece.role not in _OF_TABLE:
            continue
        goes_on = tables and tables[-1][1] == position and piece.role is not Role.CAPTION
        if goes_on:
            tables[-1] = (tables[-1][0], position + 1)
        else:
            tables.append((position, position + 1))
    return [(begin, end) for begin, end in tables if any(piece.role is Role.ROW for piece in pieces[begin:end])]


def _level_named(pieces: Sequence[Piece], begin: int, end: int) -> int:
    """The level of the heading above a table whose rows name it and one beside it ("Mild", "Moderate"); 0 without."""
    above: Piece | None = None
    beside: set[str] = set()
    for piece in reversed(pieces[:begin]):
        if piece.role is Role.LEAVE and above is None:
            return 0
        if piece.role is not Role.HEADING:
            continue
        if above is None:
            above = piece
        elif piece.level < above.level:
            break
        elif piece.level == above.level:
            beside.add(_folded(piece.text))
    names = {_folded(piece.cells[0][1]) for piece in pieces[begin:end] if piece.cells}
    return above.level if above is not None and _folded(above.text) in names and beside & names else 0


def _place_of(pieces: Sequence[Piece], begin: int, end: int) -> int | None:
    """Where a table goes that stands at the top of a page in a section that doesn't speak of it; None where it may stay.

    Its place is the end of the first section near it that names its number.
    """
    label, page = _LABEL.match(pieces[begin].text), pieces[begin].page
    before = next((piece for piece in reversed(pieces[:begin]) if piece.role is not Role.FURNITURE), None)
    if label is None or page is None or before is None or before.role is Role.HEADING or (before.page or page) >= page:
        return None
    mention = re.compile(rf"\b(?:tables?|tablas?)\s+(?:\w+\s*(?:,|and|to|y|–|-)\s*)*{label['number']}\b", re.IGNORECASE)
    first, last = _section_of(pieces, begin)
    if any(_names(piece, mention) for piece in (*pieces[first:begin], *pieces[end:last])):
        return None
    near = (n for n, piece in enumerate(pieces) if _names(piece, mention) and abs((piece.page or page) - page) <= 1)
    named = next(near, None)
    return _section_of(pieces, named)[1] if named is not None else None


def _names(piece: Piece, mention: re.Pattern[str]) -> bool:
    return piece.role in {Role.PARAGRAPH, Role.BULLET} and mention.search(piece.text) is not None


def _section_of(pieces: Sequence[Piece], place: int) -> tuple[int, int]:
    """The pieces between the heading above a place and the next heading."""
    edges = (Role.HEADING, Role.LEAVE)
    first = next((n for n in range(place, -1, -1) if pieces[n].role in edges), 0)
    return first, next((n for n in range(place + 1, len(pieces)) if pieces[n].role in edges), len(pieces))


def _with_legends(pieces: Sequence[Piece], end: int) -> int:
    """Behind the last of the small lines below a table."""
    last = min(end + _MOST_LEGENDS, len(pieces))
    return next((n for n in range(end, last) if not (pieces[n].small and pieces[n].page == pieces[end - 1].page)), last)


def _move(pieces: list[Piece], begin: int, end: int, place: int) -> None:
    moved = pieces[begin:end]
    pieces[place:place] = moved
    shift = len(moved) if place <= begin else 0
    del pieces[begin + shift : end + shift]


def _folded(text: str) -> str:
    return _NUMBER.sub("", " ".join(text.split()).casefold()).rstrip(":. ")
