"""What an assembly of lines holds, and how paragraphs, bullets, notes and references in it begin, go on and end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.parse.dates import is_date_line
from ingest.parse.furniture import is_furniture, split_furniture
from ingest.parse.graded import with_grade
from ingest.parse.pdf.captions import CAPTION, FIGURE
from ingest.parse.pdf.cells import Table
from ingest.parse.pdf.drawing import Box
from ingest.parse.pdf.joining import join_lines
from ingest.parse.pdf.lines import Line
from ingest.parse.pdf.type import Setting
from ingest.parse.pieces import Piece, Role
from ingest.parse.references import is_citation, is_run_in_list
from ingest.parse.zones import Zone

_ENTRY = re.compile(r"^\[?\d{1,3}[\].)]\s*\S|^\d{1,3}\s+[A-ZÁÉÍÓÚÑ]")
_AUTHOR = re.compile(r"^[A-ZÀ-Ý][\w'’-]+,? (?:[A-Z]{1,3}\b|(?:[A-Z]\.\s?){1,3})[ ,.(&]")
_NOTE = re.compile(r"^(?:[*†‡§¶#]+|\[?\d{1,2}\]?|[ᵃ-ᵿ⁰-⁹¹²³]+|[a-z]\b)\s*\S")
_NOTE_MARK = re.compile(r"^(?:[*†‡§¶#]+\s*|\[?\d{1,2}\]?[.)]?\s+|[ᵃ-ᵿ⁰-⁹¹²³]+\s*|[a-z][.)]?\s+(?=[A-ZÁÉÍÓÚÑ]))")
_CALLED = re.compile(r"^\[?(?P<mark>[†‡§¶]+|\d{1,2}(?!\w)|[ᵃ-ᵿ⁰-⁹¹²³]+|[a-z](?!\w))")
OPEN_END = re.compile(r"[.!?:;][\"”’)\]]*(?:\s*\[[\d, –-]+\])?$")
_SMALL = 0.9
_INDENT = 6.0
_SAME_SIZE = 0.3
_FULL_WORDS = 4


@dataclass(slots=True)
class Open:
    """The paragraph, bullet or note that is being read."""

    lines: list[Line]
    text: str
    role: Role
    depth: int = 0
    left: float = 0.0
    turns: list[tuple[int, int]] = field(default_factory=list)


Kind = tuple[tuple[float, bool, bool, bool], int]
"""What headings of one rank have in common: their style, and the depth of their number."""


@dataclass(slots=True)
class Begun:
    """A table that may go on further down: the place behind its last row, and its column heads."""

    end: int
    heads: list[list[str]]


@dataclass(slots=True)
class Assembly:
    """What has been read so far."""

    setting: Setting
    tables: Sequence[Table]
    vocabulary: frozenset[str]
    title: str = ""
    title_at: int = 0
    """How many pieces stand above the title."""
    pieces: list[Piece] = field(default_factory=list)
    open: Open | None = None
    notes: list[Piece] = field(default_factory=list)
    note_line: Line | None = None
    note_left: float = 0.0
    """Where the open note begins."""
    called: list[tuple[Piece, str]] = field(default_factory=list)
    """The notes read so far, with the marks by which the text calls them."""
    headings: list[tuple[int, Kind]] = field(default_factory=list)
    box: Box | None = None
    """The box that is open, what kind of heading it began with, and whether text stood below that."""
    box_kind: Kind | None = None
    box_said: bool = False
    labelled: Box | None = None
    """The box whose kind stands before what it says."""
    leaves: list[tuple[int, Kind]] = field(default_factory=list)
    is_conditional: bool = False
    """Whether the open box stands behind an answer of a flowchart."""
    conditions: set[int] = field(default_factory=set)
    """The places of headings that are what a flowchart asks and hears before a box."""
    begun: dict[str, Begun] = field(default_factory=dict)
    grade: str = ""
    """What the head of a box says of the recommendation that comes below it."""
    zone: Zone | None = None
    zone_style: float = 0.0
    is_zone_counted: bool = False
    """Whether the heading of the zone has a number: one without ends where the text counts its parts on."""
    zone_column: tuple[float, float] | None = None
    """The strip that holds the whole of a zone, where it has one."""
    bullets: list[float] = field(default_factory=list)
    has_run_ins: bool = False
    """Whether names open paragraphs of the document and head them."""
    kept: int = 0
    lost: int = 0
    figures: int = 0


def begin(line: Line, text: str, role: Role, state: Assembly) -> None:
    """Open a paragraph or bullet with its first line."""
    close(state)
    depth = 0
    if role is Role.BULLET:
        while state.bullets and state.bullets[-1] > line.x0 + 3:
            state.bullets.pop()
        if not state.bullets or line.x0 > state.bullets[-1] + 3:
            state.bullets.append(line.x0)
        depth = len(state.bullets) - 1
    else:
        state.bullets.clear()
    state.open = Open(lines=[line], text=text, role=role, depth=depth, left=line.x0)


def continues(open_: Open, line: Line, state: Assembly) -> bool:
    """Whether a line goes on with the open paragraph or bullet."""
    last = open_.lines[-1]
    if abs(line.size - last.size) > 0.12 * last.size:
        return False
    if line.page == last.page and _spans_below(last, line) and not is_close(last, line, state):
        return _goes_over(open_, line) and line.text[:1].islower()
    if line.page != last.page or line.column != last.column or line.top < last.top:
        return _goes_over(open_, line)
    if not is_close(last, line, state) and not _is_spread(open_, line):
        return False
    if open_.role is Role.BULLET:
        goes_on = line.text[:1].islower() or (OPEN_END.search(open_.text) is None and _was_full(last, line))
        return line.x0 > open_.left + 2 or (not open_.text) or (line.x0 > open_.left - 2 and goes_on)
    is_indented = line.x0 - last.x0 > _INDENT and len(open_.lines) > 1 and OPEN_END.search(open_.text) is not None
    width = line.column[1] - line.column[0]
    ended_short = last.x1 < last.column[1] - 0.3 * width and OPEN_END.search(open_.text) is not None and line.text[:1].isupper()
    return not is_indented and not ended_short


def part_indented(line: Line, state: Assembly) -> None:
    """Take the last line out of a finished list item where it opened, set in, a paragraph that goes on further out."""
    open_ = state.open
    if open_ is None or open_.role is not Role.BULLET or len(open_.lines) < 2 or not line.text[:1].islower():  # noqa: PLR2004
        return
    last, above = open_.lines[-1], open_.text.removesuffix(open_.lines[-1].text).rstrip()
    is_below = last.page == line.page and last.column == line.column and is_close(last, line, state)
    was_done = above != open_.text and OPEN_END.search(above) is not None and last.text[:1].isupper()
    if not (is_below and was_done and line.x0 < open_.left and OPEN_END.search(open_.text) is None):
        return
    open_.text = above
    open_.lines.pop()
    begin(last, last.text, Role.PARAGRAPH, state)


def _was_full(last: Line, line: Line) -> bool:
    """Whether the first word of a line had no room behind the line above it."""
    first = line.text.split(maxsplit=1)[0]
    letters = (line.x1 - line.x0) / max(len(line.text), 1)
    right = last.box[2] if last.box is not None else last.column[1]
    return last.words >= _FULL_WORDS and last.x1 + letters * (len(first) + 1) > right


def _spans_below(last: Line, line: Line) -> bool:
    """Whether a line stands below a narrower column: it opens another block of the page, where a column would go on beside."""
    is_wider = line.column[1] - line.column[0] > last.column[1] - last.column[0] + _INDENT
    return line.top > last.bottom and is_wider


def is_close(last: Line, line: Line, state: Assembly) -> bool:
    """Whether a line stands under another as the lines of one paragraph do."""
    return line.top - last.bottom <= state.setting.gap + 0.42 * line.size and line.top - last.bottom > -line.size


def _is_spread(open_: Open, line: Line) -> bool:
    """Whether a line goes on with an unfinished sentence a little further below, as a raised mark on it can push it."""
    return (
        OPEN_END.search(open_.text) is None
        and line.text[:1].islower()
        and 0 <= line.top - open_.lines[-1].bottom <= line.size
        and abs(line.x0 - open_.lines[-1].x0) <= _INDENT
    )


def _goes_over(open_: Open, line: Line) -> bool:
    """Whether a paragraph goes on at the top of the next column or page: it hasn't come to its stop."""
    is_open = OPEN_END.search(open_.text) is None
    return is_open and (
        line.text[:1].islower() or line.text[:1].isdigit() or open_.role is Role.PARAGRAPH or open_.text.endswith("-")
    )


def extend(open_: Open, line: Line, state: Assembly) -> None:
    """Put a further line to what is open."""
    joined = join_lines(open_.text, line.text, state.vocabulary)
    if line.page != open_.lines[-1].page:
        open_.turns.append((len(joined) - len(line.text), line.page))
    open_.text = joined
    open_.lines.append(line)


def is_note(line: Line, state: Assembly) -> bool:
    """Whether a line is part of a footnote or of the legend of a table: small, and after a mark, or after such a line."""
    if line.size > _SMALL * state.setting.size or _ends_open_line(line, state):
        return False
    return bool(_NOTE.match(line.text)) or _continues_note(line, state)


def _ends_open_line(line: Line, state: Assembly) -> bool:
    """Whether a line goes on with what is open in small type as well ("every", "48 hours"): its figure is no mark of a note."""
    last = state.open.lines[-1] if state.open is not None and state.open.text else None
    if last is None or state.open is None or (OPEN_END.search(state.open.text) and state.open.text[-1] not in ":;"):
        return False
    is_below = last.page == line.page and last.column == line.column and line.top > last.top
    return is_below and abs(last.size - line.size) < _SAME_SIZE and is_close(last, line, state)


def _continues_note(line: Line, state: Assembly) -> bool:
    """Whether a line stands just below the last line of a note."""
    last = state.note_line
    return bool(state.notes) and last is not None and last.page == line.page and is_close(last, line, state)


def add_note(line: Line, state: Assembly) -> None:
    """A line of a footnote: a new one, or the next line of the last."""
    last = state.notes[-1] if state.notes else None
    if (
        last is not None
        and _continues_note(line, state)
        and (_hangs(line, last, state) or not re.match(r"^(?:[*†‡§¶#]+|\[?\d{1,2}\]?[.)]?\s|[ᵃ-ᵿ⁰-⁹¹²³]+|[a-z]\s)", line.text))
    ):
        state.notes[-1] = Piece(role=Role.PARAGRAPH, text=join_lines(last.text, line.text, state.vocabulary), page=last.page)
    else:
        state.notes.append(Piece(role=Role.PARAGRAPH, text=line.text, page=line.page))
        state.note_left = line.x0
    state.note_line = line


def _hangs(line: Line, last: Piece, state: Assembly) -> bool:
    """Whether a line stands further in than the mark of the unfinished note above: its figure is a word."""
    return line.x0 > state.note_left + _INDENT and OPEN_END.search(last.text) is None


def flush_notes(state: Assembly) -> None:
    """Footnotes stand where the paragraph beside them ends, so that they don't break it."""
    for note in state.notes:
        for text, is_aside in split_furniture(_NOTE_MARK.sub("", note.text)):
            is_lone = len(text.split()) < 2  # noqa: PLR2004 - a mark and a word
            role = Role.FURNITURE if is_lone or is_aside else Role.REFERENCE if is_citation(text) else Role.PARAGRAPH
            text = note.text if role is Role.REFERENCE else text  # noqa: PLW2901 - an entry keeps its number
            state.pieces.append(Piece(role=role, text=text, page=note.page))
            if role is Role.PARAGRAPH and (mark := _CALLED.match(note.text)):
                state.called.append((state.pieces[-1], mark["mark"]))
    state.notes.clear()


def add_reference(line: Line, state: Assembly) -> None:
    """A line of the reference list: a new entry, or the next line of the last."""
    open_ = state.open
    left = line.column[0]
    is_author = open_ is not None and OPEN_END.search(open_.text) is not None and not _ENTRY.match(open_.text)
    is_new = bool(_ENTRY.match(line.text)) or (is_author and _AUTHOR.match(line.text) is not None)
    if open_ is not None and open_.role is Role.REFERENCE and not is_new:
        is_hanging = not _ENTRY.match(open_.text) and line.x0 <= left + 3 and open_.lines[-1].x0 > left + 3
        if not is_hanging:
            extend(open_, line, state)
            open_.turns.clear()
            return
    close(state)
    state.open = Open(lines=[line], text=line.text, role=Role.REFERENCE, left=line.x0)


def close(state: Assembly) -> None:
    """End what is open: it becomes a piece, and the notes beside it follow."""
    open_, state.open = state.open, None
    if open_ is None or not open_.text.strip():
        return
    role, page = open_.role, open_.lines[0].page
    if state.grade and role in {Role.PARAGRAPH, Role.BULLET}:
        open_.text, state.grade = with_grade(open_.text, state.grade), ""
    if role is Role.PARAGRAPH and CAPTION.match(open_.text):
        state.lost += 1
    if role in {Role.PARAGRAPH, Role.BULLET}:
        if state.zone is not None or is_furniture(open_.text) or is_date_line(open_.text) or is_run_in_list(open_.text):
            role = Role.FURNITURE
        elif FIGURE.match(open_.text):
            state.figures += 1
            role = Role.FURNITURE if len(open_.text.split()) < 12 else role  # noqa: PLR2004 - a bare label
    if role is Role.PARAGRAPH and state.labelled is not None:
        role = Role.BULLET
    turns = tuple(open_.turns)
    if role is Role.PARAGRAPH and not turns:
        parts = split_furniture(open_.text)
        small = open_.lines[0].size <= _SMALL * state.setting.size
        state.pieces += (
            Piece(role=Role.FURNITURE if aside else role, text=text, page=page, small=small) for text, aside in parts
        )
    else:
        state.pieces.append(Piece(role=role, text=open_.text, level=open_.depth, page=page, turns=turns))
    if role is not Role.REFERENCE:
        flush_notes(state)
