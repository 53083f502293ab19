"""The lines above a table that name it: "Table 2" and what it is of."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.parse.pieces import Piece, Role

TABLE_NAME = re.compile(r"(?:table|tabla)\s+[\dA-Z]", re.IGNORECASE)
_ONLY_NUMBER = re.compile(r"(?:table|tabla)\s+[\dA-Z]{1,3}(?:[.-]\d{1,2})?[.:]?", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"(?:table|tabla|fig(?:ure|\.)?|figura|image|scheme|chart)\s+(?:[\dA-Z]{1,3}|[IVX]+)(?:[.-]\d{1,2})?[.:]?", re.IGNORECASE
)
_MOST_NAME_WORDS = 30
_LINES = frozenset({Role.PARAGRAPH, Role.HEADING})


def is_number_of(words: str) -> bool:
    """Whether the words of a heading only number a table or a figure, and name no part of the text."""
    return _NUMBER_OF.fullmatch(words) is not None


def name_table(pieces: list[Piece]) -> None:
    """Make what was read just above a table its caption, where that names it; a number alone takes the line below it along."""
    if len(pieces) > 1 and _is_number(pieces[-2]) and _is_short(pieces[-1]) and not TABLE_NAME.match(pieces[-1].text):
        number = pieces[-2].text.rstrip(".:")
        pieces[-2:] = [replace(pieces[-1], role=Role.CAPTION, level=0, text=f"{number}. {pieces[-1].text}")]
    elif pieces and _is_short(pieces[-1]) and TABLE_NAME.match(pieces[-1].text):
        pieces[-1:] = [*_leave(pieces[-1]), replace(pieces[-1], role=Role.CAPTION, level=0)]
    if len(pieces) > 1 and pieces[-1].role is Role.CAPTION and _folded(pieces[-1].text) == _folded(pieces[-2].text):
        # A page may show the name as well where the table is folded away.
        pieces[-2] = replace(pieces[-2], role=Role.FURNITURE)


def _leave(name: Piece) -> list[Piece]:
    """The end of the part above a table whose name is marked as a heading beside that part's own."""
    return [Piece(role=Role.LEAVE, text="", level=name.level)] if name.role is Role.HEADING else []


def _is_number(piece: Piece) -> bool:
    return piece.role in _LINES and _ONLY_NUMBER.fullmatch(piece.text) is not None


def _is_short(piece: Piece) -> bool:
    return piece.role in _LINES | {Role.CAPTION} and not piece.hidden and len(piece.text.split()) <= _MOST_NAME_WORDS


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".: ")
