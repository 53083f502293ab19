"""The rows of a text set in lines → items: headings, paragraphs, bullets, tables, strokes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from ingest.parse.contents import names_contents
from ingest.parse.labels import names_box_kind
from ingest.parse.pdf.joining import join_lines
from ingest.parse.wrapped.headings import Kind, Style, find_heading
from ingest.parse.wrapped.rows import Measure, Row
from ingest.parse.wrapped.tables import MOST_ROWS, Table, is_box_edge, is_caption, read_cells, read_table
from ingest.sentences import asserts

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBERED = re.compile(r"(?P<number>(?:\d{1,2}|[A-Z])(?:\.\d{1,2}){1,4})\.?\s+(?=[\"“(¿‘']?[A-ZÁÉÍÓÚÑ])")
_CAPTION_BELOW = re.compile(r":\s+(?=\S)|table:\s+(?=\S)", re.IGNORECASE)
_DIRECTIVE = re.compile(r"\.\. [\w-]+::|:[A-Z][\w -]{1,20}: ")
"""What only tells the program that sets a text how to do it, or who wrote it."""
_LEADING = re.compile(r"\s*(?:\.\s?){5,}\s*(?=\S)")
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}$")
_MOST_CAPTION_WORDS, _MOST_BOX_WORDS = 14, 8
_MOST_CENTRED, _CENTRED, _MOST_BETWEEN = 3, 3, 200


class Shape(Enum):
    """What an item is."""

    HEADING = auto()
    PARAGRAPH = auto()
    BULLET = auto()
    TABLE = auto()
    CAPTION = auto()
    RULE = auto()
    LEAVE = auto()
    """The end of a box that had a name."""
    BREAK = auto()
    ASIDE = auto()


@dataclass(slots=True)
class Item:
    """A part of the text, its words on one line; ``rows`` is how many lines it takes."""

    shape: Shape
    text: str = ""
    indent: int = 0
    depth: int = 0
    style: Style | None = None
    level: int = 0
    table: Table | None = None
    rows: int = 1
    number: str = ""


@dataclass(slots=True)
class _Reading:
    rows: Sequence[Row]
    measure: Measure
    vocabulary: frozenset[str]
    items: list[Item] = field(default_factory=list)
    indents: list[int] = field(default_factory=list)


def read_items(rows: Sequence[Row], measure: Measure) -> list[Item]:
    """The items of the rows, in order."""
    words = frozenset(word.lower() for row in rows for word in _WORDS.findall(row.text.rpartition(" ")[0]))
    state = _Reading(rows, measure, words)
    at = 0
    while at < len(rows):
        at += _read(state, at)
    return state.items


def _read(state: _Reading, at: int) -> int:
    """Read the item that begins with a row; how many rows it takes."""
    row = state.rows[at]
    if row.is_break:
        return _add(state, Item(Shape.BREAK))
    if is_box_edge(row):
        return _box(state, at)
    if table := read_table(state.rows[at : at + MOST_ROWS]):
        return _table(state, at, table)
    return _contents(state, at) or _centred(state, at) or _heading(state, at) or _single(state, at) or _text(state, at)


def _heading(state: _Reading, at: int) -> int:
    is_below = bool(state.items) and state.items[-1].shape is Shape.HEADING
    is_above = _is_table(state, at + 1)
    heading = find_heading(state.rows, at, state.measure, is_above_table=is_above, is_below_heading=is_below)
    if heading is None:
        return 0
    return _add(state, Item(Shape.HEADING, heading.words, state.rows[at].indent, style=heading.style, rows=heading.used))


def _single(state: _Reading, at: int) -> int:
    """Read a row that is an item by itself: strokes, an entry of a list of contents, the name of a table."""
    row = state.rows[at]
    if _DIRECTIVE.match(row.text):
        return _add(state, Item(Shape.ASIDE, row.text, row.indent))
    if row.is_rule:
        return _add(state, Item(Shape.RULE, row.text, row.indent))
    if _LEADERS.search(row.text) and not _has_text(state):
        return _add(state, Item(Shape.ASIDE, row.text, row.indent))
    if is_caption(row) and (table := _cells_below(state, at)):
        return _add(state, Item(Shape.CAPTION, row.text, row.indent)) + _table(state, at + 1, table)
    return _add(state, Item(Shape.CAPTION, row.text, row.indent)) if _is_caption(state, at) else 0


def _has_text(state: _Reading) -> bool:
    """Whether some text has been read: dots lead to the numbers of pages before it, and to values behind it."""
    return any(
        item.shape is Shape.PARAGRAPH and item.rows > 1 and item.text.endswith(".") for item in state.items[:_MOST_BETWEEN]
    )


def _contents(state: _Reading, at: int) -> int:
    """Read a list of the text's headings right below its name, one a line."""
    end = at + 1
    while end < len(state.rows) and not state.rows[end].gap:
        end += 1
    if end == at + 1 or not names_contents(state.rows[at].text):
        return 0
    state.items.append(Item(Shape.ASIDE, state.rows[at].text))
    state.items += [Item(Shape.ASIDE, _LEADERS.sub("", row.text[row.behind_mark :]).strip()) for row in state.rows[at + 1 : end]]
    return end - at


def _centred(state: _Reading, at: int) -> int:
    """Read words in the middle of their lines, with strokes below: a title and whose it is."""
    end = at
    while end < len(state.rows) and end - at <= _MOST_CENTRED and state.rows[end].indent > state.measure.indent + _CENTRED:
        if (end > at and state.rows[end].gap) or state.rows[end].is_rule:
            break
        end += 1
    is_ended = end - at > 1 and end < len(state.rows) and state.rows[end].is_rule and not state.rows[end].gap
    if not is_ended or state.rows[end].text[0] != "=":
        return 0
    row = state.rows[at]
    _add(state, Item(Shape.HEADING, row.text, row.indent, style=Style(Kind.DOUBLE, 0, -1)))
    state.items += [Item(Shape.ASIDE, line.text, line.indent) for line in state.rows[at + 1 : end]]
    return end - at + 1


def _add(state: _Reading, item: Item) -> int:
    if item.shape is not Shape.BULLET:
        state.indents.clear()
    state.items.append(item)
    return item.rows


def _is_table(state: _Reading, at: int) -> bool:
    return at < len(state.rows) and read_table(state.rows[at : at + MOST_ROWS]) is not None


def _cells_below(state: _Reading, at: int) -> Table | None:
    return read_cells(state.rows[at + 1 : at + MOST_ROWS]) if at + 1 < len(state.rows) and state.rows[at + 1].gap else None


def _is_caption(state: _Reading, at: int) -> bool:
    row = state.rows[at]
    is_name = row.words <= _MOST_CAPTION_WORDS and not row.mark and row.text[-1] not in ".;!?"
    return is_name and (is_caption(row) or row.indent > state.measure.indent) and _is_table(state, at + 1)


def _table(state: _Reading, at: int, table: Table) -> int:
    state.indents.clear()
    below = state.rows[at + table.used] if at + table.used < len(state.rows) else None
    used = table.used
    if below is not None and (match := _CAPTION_BELOW.match(below.text)):
        state.items.append(Item(Shape.CAPTION, below.text[match.end() :]))
        used += 1
    state.items.append(Item(Shape.TABLE, table=table, rows=table.used))
    return used


def _box(state: _Reading, at: int) -> int:
    """The words in a framed box, its first line its name if more stands below it."""
    end = at + 1
    while end < len(state.rows) and state.rows[end].text.startswith("|") and state.rows[end].text.endswith("|"):
        end += 1
    inside = [row.text.strip("|").strip() for row in state.rows[at + 1 : end]]
    is_named = len(inside) > 1 and _names_box(inside[0])
    if is_named:
        state.items.append(Item(Shape.HEADING, inside[0].rstrip(":"), style=Style(Kind.BOX)))
    text = ""
    for line in inside[is_named:]:
        text = join_lines(text, line, state.vocabulary) if line else text
    if text:
        _add(state, Item(Shape.PARAGRAPH, text, state.rows[at].indent, rows=end - at))
    if is_named:
        state.items.append(Item(Shape.LEAVE))
    return end - at + (end < len(state.rows) and is_box_edge(state.rows[end]))


def _names_box(line: str) -> bool:
    """Whether the first line in a box is its name: few words without a stop."""
    is_name = 0 < len(line.split()) <= _MOST_BOX_WORDS and line[0].isupper() and line[-1] not in ".;,!?"
    return is_name and (line.isupper() or not asserts(line)) and not names_box_kind(line)


def _text(state: _Reading, at: int) -> int:
    """A paragraph or an item of a list, with the lines that it goes on in."""
    row = state.rows[at]
    numbered = _NUMBERED.match(row.text)
    is_bullet = bool(row.mark) and not numbered
    begin = numbered.end() if numbered else row.behind_mark if is_bullet else 0
    end = at + 1
    while end < len(state.rows) and _goes_on(state, at, end):
        end += 1
    text = ""
    for number, line in enumerate(state.rows[at:end]):
        text = join_lines(text, line.text[begin:] if number == 0 else line.text, state.vocabulary)
    text = _LEADING.sub(": ", text)
    shape = Shape.BULLET if is_bullet else Shape.PARAGRAPH
    item = Item(shape, text, row.indent, rows=end - at, number=numbered["number"] if numbered else "")
    if numbered and _announced(state, item.number):
        item.shape = Shape.BULLET
    if item.shape is Shape.BULLET:
        item.depth = _depth(state, row.indent)
    return _add(state, item)


def _announced(state: _Reading, number: str) -> bool:
    """Whether a numbered paragraph above, or an item beside this one, announces what is numbered so ("2.3 … are:", "2.3.1 …")."""
    above = number.rpartition(".")[0]
    for item in reversed(state.items[-_MOST_BETWEEN:]):
        if item.shape in {Shape.HEADING, Shape.BREAK}:
            return False
        if item.number == above:
            return item.text.endswith(":")
    return False


def _depth(state: _Reading, indent: int) -> int:
    while state.indents and state.indents[-1] > indent:
        state.indents.pop()
    if not state.indents or indent > state.indents[-1]:
        state.indents.append(indent)
    return len(state.indents) - 1


def _goes_on(state: _Reading, begin: int, at: int) -> bool:
    """Whether a row goes on with the paragraph or item that begins with another."""
    first, last, row = state.rows[begin], state.rows[at - 1], state.rows[at]
    if row.gap or at - begin > _MOST_BETWEEN or row.is_break or row.is_rule or is_box_edge(row) or _LEADERS.search(row.text):
        return False
    if _NUMBERED.match(row.text) and (last.is_ended or row.indent <= first.indent):
        return False
    if row.mark and not _is_wrapped_mark(first, last, row):
        return False
    if first.mark and row.indent < first.indent:
        return False
    return not (row.is_wide and not last.is_wide and _is_table(state, at))


def _is_wrapped_mark(first: Row, last: Row, row: Row) -> bool:
    """Whether what looks like the mark of an item is a dash or a figure at the beginning of a line that goes on."""
    is_sure = row.mark in "•‣▪◦●○∙■□►▸➢✓✔*+o" or row.mark.startswith(">")
    if is_sure or last.is_ended:
        return False
    if first.mark:
        return row.indent >= first.indent + first.behind_mark and row.mark[-1:] != first.mark[-1:]
    return row.indent == first.indent and row.mark in "-–—"
