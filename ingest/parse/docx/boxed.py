"""Text boxes of a Word file: what stands in one is under its label, and behind the question that a flowchart asks above it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from ingest.parse.docx.names import W
from ingest.parse.docx.runs import read_text
from ingest.parse.docx.state import BOLD_LEVEL, Body
from ingest.parse.flow import is_answer
from ingest.parse.pieces import Piece, Role, leave_lead_in

_LEAST_BOXED = 3


def read_boxes(boxes: Sequence[Any], body: Body, read: Callable[[Any], None]) -> None:
    """Text boxes that hang on one paragraph: those of a flowchart that asks once stand behind its question."""
    asked, begins = _only_question(boxes), len(body.pieces)
    for box in boxes:
        read_box([box], body, read, asked)
    if any(piece.text.startswith(f"{asked} ") for piece in body.pieces[begins:] if asked):
        # It stands before each of its answers, and heads nothing else.
        place = next(place for place in range(begins, len(body.pieces)) if body.pieces[place].text == asked)
        body.pieces[place] = replace(body.pieces[place], role=Role.FURNITURE)
        body.by_hand.pop(place, None)


def read_box(parts: Iterable[Any], body: Body, read: Callable[[Any], None], asked: str = "") -> None:
    """A text box or a table of one column: its headings reach no further; bold words label it where headings have a style."""
    begins, outer = len(body.pieces), body.box_at
    body.box_at = begins
    for part in parts:
        read(part)
    body.box_at = outer
    _answer(body.pieces, begins, asked)
    _raise_label(body.pieces, begins)
    if body.zone is None:
        _stand_behind_label(body.pieces, begins)
    levels = [piece.level for piece in body.pieces[begins:] if piece.role is Role.HEADING]
    if levels and body.pieces[-1].role is not Role.HEADING and body.zone is None:
        body.pieces.append(Piece(role=Role.LEAVE, text="", level=min(levels)))


def stands_in_frame(paragraph: Any) -> bool:
    """Whether a paragraph stands in a frame beside the text, and is no letter that opens it."""
    frame = paragraph.find(f"{W}pPr/{W}framePr")
    return frame is not None and frame.get(f"{W}dropCap") in {None, "none"}


def is_fallback(box: Any) -> bool:
    """Whether a text box is the same once more, for older programs."""
    return any(parent.tag.endswith("}Fallback") for parent in box.iterancestors())


def _raise_label(pieces: list[Piece], begins: int) -> None:
    """Make the label of a box, whose pieces begin at a place, its heading where paragraphs stand below it.

    One word over a list or over a single paragraph only introduces it.
    """
    inside = pieces[begins:]
    if len(inside) >= _LEAST_BOXED and inside[0].role is Role.CAPTION and all(one.role is Role.PARAGRAPH for one in inside[1:]):
        pieces[begins] = replace(inside[0], role=Role.HEADING, level=BOLD_LEVEL)


def _stand_behind_label(pieces: list[Piece], begins: int) -> None:
    """Let the paragraphs of a box stand under the label that introduces them, as the items of a list do; what follows doesn't."""
    if len(pieces) < begins + 2 or pieces[begins].role is not Role.CAPTION:
        return
    said = frozenset({Role.PARAGRAPH, Role.BULLET, Role.FURNITURE})
    end = next((place for place in range(begins + 1, len(pieces)) if pieces[place].role not in said), len(pieces))
    for place in range(begins + 1, end):
        if pieces[place].role is Role.PARAGRAPH:
            pieces[place] = replace(pieces[place], role=Role.BULLET)
    if end == len(pieces):
        pieces.append(leave_lead_in())


def _only_question(boxes: Sequence[Any]) -> str:
    """The one box that holds nothing but a question; "" where none does or several do: whose answer is whose isn't told."""
    texts = [[words for paragraph in box.iter(f"{W}p") if (words := read_text(paragraph, note_marks={}).words)] for box in boxes]
    asked = [lines[0] for lines in texts if len(lines) == 1 and lines[0].endswith("?")]
    return asked[0] if len(asked) == 1 else ""


def _answer(pieces: list[Piece], begins: int, asked: str) -> None:
    """Put the question of a flowchart before the "Yes" or "No" that opens a box."""
    inside = pieces[begins:]
    if asked and len(inside) > 1 and is_answer(inside[0].text):
        role = Role.CAPTION if inside[0].role is Role.PARAGRAPH else inside[0].role
        pieces[begins] = replace(inside[0], role=role, text=f"{asked} {inside[0].text.strip(' :.')}")
