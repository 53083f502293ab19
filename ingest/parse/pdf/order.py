"""The words of a page → its lines in reading order, in one column or several, panel by panel, with what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ingest.parse.pdf.abreast import find_bands, sides_of
from ingest.parse.pdf.beside import Aside, split_boxes, split_margin, with_initials
from ingest.parse.pdf.charts import Step, find_chart
from ingest.parse.pdf.columns import Gutter, find_gutter, gutter_inside
from ingest.parse.pdf.drawing import Box, Stroke, box_around
from ingest.parse.pdf.lines import Line, make_line, rows_of
from ingest.parse.pdf.panels import find_panels
from ingest.parse.pdf.sides import heads_below, split_sides
from ingest.parse.pdf.words import Word

_NARROWEST = 190.0
_LEAST_WORDS = 40
_PARAGRAPH = 0.6
_MOST_STRIP = 0.2
_LARGER = 1.05
_NOTE_SIZE = 0.92
_MOST_NOTE_ROWS = 8
_STOPPED = re.compile(r"[.!?][\"”’)\]]*$")
_NOTE = re.compile(r"[*†‡§¶#]|correspond|\(?[¹²³⁰-⁹]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What is known of how a page is divided: the white between its columns, that of all pages, and rules from edge to edge."""

    gutter: Gutter | None = None
    known: Sequence[Gutter] = ()
    breaks: Sequence[float] = ()


def read_lines(
    words: Sequence[Word],
    *,
    page: int,
    columns: Columns = Columns(),
    boxes: Sequence[Box] = (),
    strokes: Sequence[Stroke] = (),
) -> list[Line]:
    """The lines that the words of a page make, in reading order.

    Notes at the foot come last, whatever the column below which they stand.
    """
    if not words:
        return []
    body, foot = _without_notes(with_initials(words))
    chart = find_chart(body, boxes, strokes)
    body = [word for word in body if chart is None or id(word) not in chart.taken]
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    lines = _read_panels(body, page, left, right, boxes)
    for part in [] if lines else _divided(body, columns.breaks):
        gutter = columns.gutter if part == body else None
        lines += _read(part, page, left, right, gutter, boxes, columns.known)
    if chart is not None:
        place = next((number for number, line in enumerate(lines) if line.top >= chart.top), len(lines))
        lines[place:place] = [line for step in chart.steps for line in _read_step(step, page, boxes)]
    if foot:
        lines += _read(foot, page, left, right)
    boxed = [replace(line, box=box_around(line.x0, line.top, line.x1, line.bottom, boxes)) for line in lines] if boxes else lines
    said = {(line.box, line.colour, round(line.size)) for line in boxed if line.box is not None and _STOPPED.search(line.text)}
    return (
        [replace(line, is_ground_colour=(line.box, line.colour, round(line.size)) in said) for line in boxed] if said else boxed
    )


def _read_step(step: Step, page: int, boxes: Sequence[Box]) -> list[Line]:
    """The lines of a box of a flowchart, below what must be true of the patient for whom they are meant."""
    lines = _read(list(step.words), page, step.box[0], step.box[2], boxes=[box for box in boxes if box != step.box])
    first = lines[0]
    return [replace(first, text=step.behind, size=_LARGER * first.size, bold=True, lead=0, condition=True), *lines]


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
    # A strip as wide as a column is one.
    text, notes = split_margin(words, boxes, most=_MOST_STRIP)
    if notes:
        left, right = min(word.x0 for word in text), max(word.x1 for word in text)
    spanning, sides = split_sides(rows_of(text), gutter)
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
    for foot, inside in notes:
        at_left = max(word.x1 for word in inside) < x
        beside = [line for line in lines if (line.x1 <= x + 1 if at_left else line.x0 >= x - 1)]
        _put(inside, foot, beside or lines, lines, page)
    return lines


def _read_column(
    words: Sequence[Word], page: int, column: tuple[float, float], boxes: Sequence[Box], notes: Sequence[Aside]
) -> list[Line]:
    """The lines of one column; what stands beside its text comes where the text below it begins."""
    text, asides = split_boxes(words, boxes)
    asides += notes
    lines = _lines_abreast(rows_of(text), page, column)
    for foot, inside in asides:
        _put(inside, foot, lines, lines, page)
    return lines


def _put(aside: Sequence[Word], foot: float, beside: Sequence[Line], lines: list[Line], page: int) -> None:
    """Put what stands beside some of the lines between them, where the text below its foot begins."""
    own = (min(word.x0 for word in aside), max(word.x1 for word in aside))
    below = next((line for line in beside if line.top >= foot), None)
    place = lines.index(below) if below is not None else lines.index(beside[-1]) + 1 if beside else len(lines)
    while 0 < place < len(lines) and 0 <= lines[place].top - lines[place - 1].bottom < _PARAGRAPH * lines[place].size:
        # Not between the lines of a paragraph.
        place += 1
    while 0 < place < len(lines) and lines[place - 1].text.endswith(":"):
        # Nor between a list and the line that announces it.
        place -= 1
    lines[place:place] = [make_line(row, page=page, column=own) for row in rows_of(aside)]


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
