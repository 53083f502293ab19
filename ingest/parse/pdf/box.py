"""Boxes of a PDF: the headings set inside a frame or shade reach no further than it does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ingest.parse.pdf.kinds import numbers_kind
from ingest.parse.pdf.lines import Line
from ingest.parse.pdf.paragraphs import Assembly, Kind, close
from ingest.parse.pdf.type import is_heading_type
from ingest.parse.pieces import Piece, Role, leave_lead_in
from ingest.sentences import asserts

_NEAR = 3.0
_SAME_SIZE, _LEAST, _MOST_WORDS = 0.3, 0.75, 8


_NUMBERED = re.compile(r"(?:box|panel|caja|recuadro|cuadro)\s+\d{1,2}\b", re.IGNORECASE)


def names_box(line: Line, below: Line | None, state: Assembly) -> bool:
    """Whether a bold line is the first of a box and gives its number, or is as small as the text of the box and names it."""
    if not line.bold or line.box is None or state.box_said or state.setting.bold:
        return False
    if _NUMBERED.match(line.text) is not None:
        return True
    is_alone = below is not None and below.box == line.box and not below.bold and below.table < 0 and below.top > line.bottom
    is_as_small = below is not None and abs(below.size - line.size) <= _SAME_SIZE and line.size >= _LEAST * state.setting.size
    is_phrase = (
        line.words <= _MOST_WORDS
        and line.text[-1] not in ".;,!:"
        and line.text[0].isupper()
        and not any(map(str.isdigit, line.text))
    )
    return is_alone and is_as_small and is_phrase and not asserts(line.text) and not numbers_kind(line.text)


def follow_box(line: Line, state: Assembly) -> None:
    """Note that a line opens or leaves a box; one with a heading and text in it is left with a piece that says so."""
    if line.box == state.box or _goes_on(line, state):
        state.box = line.box
        return
    if state.labelled is not None:
        close(state)
        state.labelled = None
        state.pieces.append(leave_lead_in())
    if state.box_kind is not None and state.box_said:
        close(state)
        state.leaves.append((len(state.pieces), state.box_kind))
        state.pieces.append(leave_lead_in())
    state.box, state.box_kind, state.box_said, state.is_conditional = line.box, None, False, line.condition


def label_box(text: str, line: Line, state: Assembly) -> None:
    """Put the kind of a box before what the box says: it names nothing."""
    if state.pieces and state.pieces[-1].role is not Role.HEADING:
        # No lead-in of a list before the box goes on in it.
        state.pieces.append(leave_lead_in())
    state.pieces.append(Piece(role=Role.CAPTION, text=text, page=line.page))
    state.labelled = line.box


def _goes_on(line: Line, state: Assembly) -> bool:
    """Whether a box is only the rest of the one before, in the next column or on the next page."""
    if line.box is None or state.box is None or is_heading_type(line, state.setting):
        return False
    if state.is_conditional and (
        abs(line.box[0] - state.box[0]) > _NEAR or not 0 <= line.box[1] - state.box[1] <= _touching(state)
    ):
        # A box beside that of an answer, or further down, is meant for others.
        return False
    return abs((line.box[2] - line.box[0]) - (state.box[2] - state.box[0])) <= _NEAR


def _touching(state: Assembly) -> float:
    return state.box[3] - state.box[1] + _NEAR if state.box is not None else 0.0


def end_boxes(state: Assembly, levels: Mapping[Kind, int]) -> None:
    """Give the ends of boxes the level of the headings in them, where those stand under a heading outside of the box.

    A box right below a heading belongs to it, however large its own heading is set.
    """
    for position, kind in state.leaves:
        level = levels[kind]
        own = max(place for place, other in state.headings if place < position and other == kind)
        outer = state.pieces[own - 1] if own else None
        if outer is not None and outer.role is Role.HEADING and outer.level >= level:
            level = outer.level + 1
            state.pieces[own] = replace(state.pieces[own], level=level)
        elif _NUMBERED.match(state.pieces[own].text):
            # A numbered box is met by its number from anywhere in its section, and may have floated below another part of it.
            level = _level_in_section(state, own, level)
            state.pieces[own] = replace(state.pieces[own], level=level)
        above = [levels[other] for place, other in state.headings if place < position]
        if own in state.conditions:
            _stand_behind(own, position, level, state)
        if own in state.conditions or any(other < level for other in above):
            state.pieces[position] = replace(state.pieces[position], level=level)


def _stand_behind(own: int, end: int, level: int, state: Assembly) -> None:
    """Let the headings of a box stand below the condition of a flowchart for what it says, however large they are set."""
    for place, _ in state.headings:
        if own < place < end and state.pieces[place].level <= level:
            state.pieces[place] = replace(state.pieces[place], level=level + 1)


def _level_in_section(state: Assembly, own: int, level: int) -> int:
    """The level right below that of the section around a box, where its own is deeper."""
    path: list[int] = []
    for place in reversed([place for place, _ in state.headings if place < own]):
        if not path or state.pieces[place].level < path[-1]:
            path.append(state.pieces[place].level)
    return min(level, path[-2]) if len(path) > 1 else level
