"""What has been read so far of the body of a Word file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from ingest.parse.docx.runs import Text, read_text
from ingest.parse.docx.styles import Styles
from ingest.parse.pieces import Piece, Role
from ingest.parse.zones import Zone

BOLD_LEVEL = 8
MOST_HEADING_WORDS = 14
_LEAST_HIDDEN = 3


@dataclass(slots=True)
class Body:
    """What has been read so far."""

    styles: Styles
    title: str = ""
    pieces: list[Piece] = field(default_factory=list)
    note_marks: dict[str, int] = field(default_factory=dict)
    called: dict[str, int] = field(default_factory=dict)
    """How many pieces stand before the one that calls a note."""
    caption: str = ""
    zone: Zone | None = None
    zone_level: int = 0
    tables: int = 0
    tables_lost: int = 0
    figures: int = 0
    changes: int = 0
    by_hand: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Size in half points of the headings without a style, and the depth of their number, by the place of their piece."""
    slanting: set[int] = field(default_factory=set)
    """Those of them that slant."""
    counted: set[int] = field(default_factory=set)
    """Those of them that are items of a list which counts on by itself."""
    letters: Counter[int] = field(default_factory=Counter)
    """Letters of the running text by size."""
    in_contents: bool = False
    box_at: int = -1
    """How many pieces stood before the open box; -1 outside of one."""
    in_lists: bool = False
    """Whether the open box holds a list below its first line."""
    marked: int = 0
    """How many headings have a heading's style."""
    waiting: list[Any] = field(default_factory=list)
    """Text boxes beside a line that announces a list: they are read behind the list."""


def read_words(paragraph: Any, body: Body) -> Text:
    """The words of a paragraph; what of it is hidden becomes a piece that is held back."""
    text = read_text(paragraph, note_marks=body.note_marks)
    for key in text.notes:
        body.called.setdefault(key, len(body.pieces))
    if text.hidden and len(text.hidden.split()) >= _LEAST_HIDDEN:
        body.pieces.append(Piece(role=Role.PARAGRAPH, text=text.hidden, hidden=text.why))
    return text


def settle_caption(body: Body) -> None:
    """A caption that no table followed stands below its table or belongs to a figure: it is text."""
    if body.caption:
        role = Role.PARAGRAPH if len(body.caption.split()) > MOST_HEADING_WORDS else Role.FURNITURE
        body.pieces.append(Piece(role=role, text=body.caption))
        body.caption = ""
