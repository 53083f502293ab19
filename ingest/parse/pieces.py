"""What the parsers of laid-out formats (HTML, Word, PDF) read: pieces in reading order, before they become one text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a piece is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    CAPTION = "caption"
    """Introduces the rows of a table."""
    GROUP = "group"
    """A row that only names what the rows below it have in common."""
    ROW = "row"
    LEAVE = "leave"
    """No words: what follows stands under no heading of that level or deeper, as after a box with headings of its own."""
    REFERENCE = "reference"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A heading, paragraph, list item, table row, reference or bit of furniture, its text on one line.

    ``level`` is 1 for outermost headings, and 0 for outermost bullets. ``numbers`` are the reference numbers of a table row,
    whose text holds no marks; in other texts they stand as "[1, 2]". ``turns`` holds (offset, page) where a paragraph goes on
    on a further page. ``hidden`` says why a reader of the original would not see the piece.
    """

    role: Role
    text: str
    level: int = 0
    page: int | None = None
    cells: tuple[tuple[str, str], ...] = ()
    numbers: tuple[int, ...] = ()
    turns: tuple[tuple[int, int], ...] = ()
    hidden: str = ""
    small: bool = False
    """Whether its letters are smaller than those of the running text, where that is known."""
    number: str = ""
    """The number of a heading that its text doesn't hold: one that the word processor counts."""


_DEEPEST = 99
"""Deeper than any heading stands."""


def leave_lead_in(page: int | None = None) -> Piece:
    """The end of what a lead-in or a label introduces; headings go on."""
    return Piece(role=Role.LEAVE, text="", level=_DEEPEST, page=page)
