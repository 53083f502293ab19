"""Words → lines in reading order, in one column or several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ingest.parse.hostile import without_invisible
from ingest.parse.html.inline import superscript
from ingest.parse.pdf.abreast import find_bands, sides_of
from ingest.parse.pdf.beside import Aside, split_boxes, split_margin, with_initials
from ingest.parse.pdf.columns import Gutter, find_gutter, gutter_inside
from ingest.parse.pdf.drawing import Box, box_around
from ingest.parse.pdf.leading import lead_of
from ingest.parse.pdf.panels import find_panels
from ingest.parse.pdf.sides import heads_below, split_sides
from ingest.parse.pdf.words import Word

_NARROWEST = 190.0
_LEAST_WORDS = 40
_RAISED = 0.835
_GLUED = 0.09
_PARAGRAPH = 0.6
_FAR = 2.0
_SMALLER = 0.93
_CALLING = re.compile(r"\d{1,2}(?:[,–-]\d{1,2})*")
_RAISED_MARK = re.compile(r"[*†‡§¶]{1,3}")
_REACHES_IN = 2.0
_NOTE_SIZE = 0.92
_MOST_NOTE_ROWS = 8
_NOTE = re.compile(r"[*†‡§¶#]|correspond|\(?[¹²³⁰-⁹]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column: its text, place, and the type that most of it is set in. ``table`` is the number of a table."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    colour: tuple[float, ...]
    page: int
    column: tuple[float, float]
    table: int = -1
    box: Box | None = None
    """The frame or shade around it."""
    lead: int = 0
    """How many letters at its beginning are bold or slanted before others that are not."""
    sheet: int = 0
    """The page, or the slide of a page, that it was read from, counted from 0."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def caps(self) -> bool:
        """Whether it is set in capitals."""
        letters = [character for character in self.text if character.isalpha()]
        return len(letters) > 3 and all(character.isupper() for character in letters)  # noqa: PLR2004 - not an abbreviation


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What is known of how a page is divided: the white between its columns, that of all pages, and rules from edge to edge."""

    gutter: Gutter | None = None
    known: Sequence[Gutter] = ()
    breaks: Sequence[float] = ()


def read_lines(words: Sequence[Word], *, page: int, columns: Columns = Columns(), boxes: Sequence[Box] = ()) -> list[Line]:
    """The lines that the words of a page make, in reading order.

    Notes at the foot come last, whatever the column below which they stand.
    """
    if not words:
        return []
    body, foot = _without_notes(with_initials(words))
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    lines = _read_panels(body, page, left, right, boxes)
    for part in [] if lines else _divided(body, columns.breaks):
        gutter = columns.gutter if part == body else None
        lines += _read(part, page, left, right, gutter, boxes, columns.known)
    if foot:
        lines += _read(foot, page, left, right)
    return [replace(line, box=box_around(line.x0, line.top, line.x1, line.bottom, boxes)) for line in lines] if boxes else lines


def _divided(words: list[Word], breaks: Sequence[float]) -> list[list[Word]]:
    """The words above, between and below rules that reach from edge to edge; undivided where hardly anything stands between."""
    edges = [float("-inf"), *breaks, float("inf")]
    parts = [[word for word in words if top <= word.middle < foot] for top, foot in pairwise(edges)]
    return [part for part in parts if part] if any(len(part) >= _LEAST_WORDS for part in parts[1:-1]) else [words]


def _read_panels(words: list[Word], page: int, left: float, right: float, boxes: Sequence[Box]) -> list[Line]:
    """The lines of a page of panels: panel by panel, and the lines between them where they stand."""
    panels = find_panels(words, boxes)
    taken = {id(word) for panel in panels for word in panel.words}
    between = rows_of([word for word in words if id(word) not in taken]) if panels else []
    lines: list[Line] = []
    for panel in panels:
        while between and min(word.top for word in between[0]) < panel.box[1]:
            lines.append(make_line(between.pop(0), page=page, column=(left, right)))
        lines += _read(list(panel.words), page, panel.box[0], panel.box[2], boxes=[box for box in boxes if box != panel.box])
    return lines + [make_line(row, page=page, column=(left, right)) for row in between]


def _without_notes(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """The words of a page, and those of the small lines at its foot, if they begin with a note's mark."""
    usual = median(word.size for word in words)
    found: list[list[Word]] = []
    for row in reversed(rows_of(words)):
        if row[0].table >= 0 or any(word.size > _NOTE_SIZE * usual for word in row):
            break
        found.append(row)
    if not 0 < len(found) <= _MOST_NOTE_ROWS or not _NOTE.match("".join(word.text for word in found[-1])):
        return words, []
    notes = {id(word) for row in found for word in row}
    return [word for word in words if id(word) not in notes], [word for row in found for word in row]


def _read(
    words: list[Word],
    page: int,
    left: float,
    right: float,
    gutter: Gutter | None = None,
    boxes: Sequence[Box] = (),
    known: Sequence[Gutter] = (),
) -> list[Line]:
    if not words:
        return []
    text, notes = split_margin(words, boxes)
    if gutter is None and right - left >= _NARROWEST and len(text) >= _LEAST_WORDS:
        gutter = find_gutter(text) or gutter_inside(text, known, left, right)
    if gutter is None:
        return _read_column(text, page, (left, right), boxes, notes)
    x = gutter.x
    spanning, sides = split_sides(rows_of(words), gutter)
    lines: list[Line] = []
    upper = float("-inf")
    for row in [*rows_of(spanning), []]:
        lower = min((word.top for word in row), default=float("inf"))
        bands = [[word for word in side if upper <= word.middle < lower] for side in sides]
        after = heads_below(rows_of(bands[0]), bands[1]) if row else []
        for band, (begin, end) in zip(bands, ((left, x), (x, right)), strict=True):
            inside = [word for word in band if word not in after]
            if inside:
                lines += _read(inside, page, begin, end, boxes=boxes, known=known)
        lines += [make_line(head, page=page, column=(left, right)) for head in rows_of(after)]
        if row:
            lines.append(make_line(row, page=page, column=(left, right)))
            upper = max(min(word.top for word in row), upper if upper > float("-inf") else 0)
    return lines


def _read_column(
    words: Sequence[Word], page: int, column: tuple[float, float], boxes: Sequence[Box], notes: Sequence[Aside]
) -> list[Line]:
    """The lines of one column; what stands beside its text comes where the text below it begins."""
    text, asides = split_boxes(words, boxes)
    asides += notes
    lines = _lines_abreast(rows_of(text), page, column)
    for foot, inside in asides:
        own = (min(word.x0 for word in inside), max(word.x1 for word in inside))
        place = next((number for number, line in enumerate(lines) if line.top >= foot), len(lines))
        while 0 < place < len(lines) and lines[place].top - lines[place - 1].bottom < _PARAGRAPH * lines[place].size:
            # Not between the lines of a paragraph.
            place += 1
        while 0 < place < len(lines) and lines[place - 1].text.endswith(":"):
            # Nor between a list and the line that announces it.
            place -= 1
        lines[place:place] = [make_line(row, page=page, column=own) for row in rows_of(inside)]
    return lines


def _lines_abreast(rows: Sequence[list[Word]], page: int, column: tuple[float, float]) -> list[Line]:
    """The lines of rows; where two blocks stand side by side, those of the left one first."""
    lines: list[Line] = []
    position = 0
    for first, end, start in find_bands(rows):
        lines += [make_line(row, page=page, column=column) for row in rows[position:first]]
        lefts, rights = sides_of(rows[first:end], start)
        lines += [make_line(row, page=page, column=(column[0], start)) for row in _again(lefts)]
        lines += [make_line(row, page=page, column=(start, column[1])) for row in _again(rights)]
        position = end
    return lines + [make_line(row, page=page, column=column) for row in rows[position:]]


def _again(rows: Sequence[list[Word]]) -> list[list[Word]]:
    return rows_of([word for row in rows for word in row])


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words that stand on one line together, top to bottom, each row from left to right."""
    rows: list[list[Word]] = []
    tables: list[list[Word]] = []
    places: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda word: (-round(word.size), word.bottom)):
        if word.table >= 0:
            tables.append([word])
            continue
        for number in range(len(rows) - 1, -1, -1):
            top, bottom = places[number]
            if top <= word.middle <= bottom and _is_on_line(word, rows[number][0]):
                rows[number].append(word)
                break
        else:
            rows.append([word])
            places.append((word.top, word.bottom))
    ordered = [sorted(row, key=lambda word: word.x0) for row in rows] + tables
    return sorted(
        ordered,
        key=lambda row: (
            round(max(word.bottom for word in row if word.size == max(one.size for one in row)), 1)
            if row[0].table < 0
            # The letters of a caption may reach below the first rule.
            else row[0].top + _REACHES_IN,
            row[0].x0,
        ),
    )


def _is_on_line(word: Word, first: Word) -> bool:
    """Whether a word stands on the line that ``first`` (the largest of it) began: same foot, or small and raised or lowered."""
    is_small = word.size < _RAISED * first.size or _RAISED_MARK.fullmatch(word.text) is not None or _is_note_mark(word, first)
    return abs(word.bottom - first.bottom) <= 0.25 * first.size or is_small


def _is_note_mark(word: Word, first: Word) -> bool:
    """Whether a word is the figure that calls a note: a little smaller than its line, and raised."""
    is_smaller = word.size < _SMALLER * first.size and word.bottom < first.bottom - 0.12 * first.size
    return is_smaller and _CALLING.fullmatch(word.text) is not None


def make_line(row: Sequence[Word], *, page: int, column: tuple[float, float]) -> Line:
    """The line that a row of words makes."""
    if row[0].table >= 0:
        return _line(row, "", page, column)
    # The mark of a bullet may be larger than the words behind it.
    worded = [word for word in row if any(character.isalnum() for character in word.text)] or row
    main = max(worded, key=lambda word: (word.size, len(word.text)))
    foot = median(word.bottom for word in row if word.size >= _RAISED * main.size)
    text, previous = "", None
    for word in row:
        gap = word.x0 - previous.x1 if previous else 0.0
        is_small = word.size < _RAISED * main.size or (_CALLING.fullmatch(word.text) and word.size < _SMALLER * main.size)
        is_raised = bool(is_small) and word.bottom < foot - 0.12 * main.size
        if is_raised and previous is not None and gap < _FAR * main.size:
            text = f"{text.rstrip() if gap < main.size else text}{superscript(word.text, text)}"
        else:
            text += f" {word.text}" if previous and gap > _GLUED * main.size else word.text
        previous = word
    return _line(row, " ".join(without_invisible(text).split()), page, column)


def _line(row: Sequence[Word], text: str, page: int, column: tuple[float, float]) -> Line:
    letters = sum(len(word.text) for word in row)
    main = max(row, key=lambda word: len(word.text))
    sizes: dict[float, int] = {}
    for word in row:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
    return Line(
        text=text,
        x0=min(word.x0 for word in row),
        x1=max(word.x1 for word in row),
        top=min(word.top for word in row),
        bottom=max(word.bottom for word in row),
        size=max(sizes, key=lambda size: sizes[size]),
        bold=sum(len(word.text) for word in row if word.bold) > 0.9 * letters,
        italic=sum(len(word.text) for word in row if word.italic) > 0.9 * letters,
        colour=main.colour,
        page=page,
        column=column,
        table=row[0].table,
        lead=lead_of(row, text),
    )
