"""The pages of a PDF: their words without running heads, their tables and boxes, and what could not be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from ingest.parse.pdf.cells import Table, is_inside
from ingest.parse.pdf.columns import page_gutters
from ingest.parse.pdf.drawing import Box, Drawing, Rule, Stroke, read_drawing
from ingest.parse.pdf.grades import with_grades
from ingest.parse.pdf.invisible import InkReader
from ingest.parse.pdf.letters import lettered_pages, turned_boxes
from ingest.parse.pdf.line_numbers import line_numbers
from ingest.parse.pdf.lines import Line, rows_of
from ingest.parse.pdf.margins import running_rows
from ingest.parse.pdf.order import Columns, read_lines
from ingest.parse.pdf.overprinted import is_overprinted, large_over
from ingest.parse.pdf.slides import Sheet, split_slides
from ingest.parse.pdf.tables import find_tables
from ingest.parse.pdf.tracked import without_tracking
from ingest.parse.pdf.words import Word, read_across, read_words, without_ink
from ingest.parse.pieces import Piece, Role

_LEAST_LETTERS = 40
_PICTURE_SHARE = 0.5
_MOST_UNKNOWN = 0.1
_SIGN = re.compile(r"[\u2701-\u27bf\ue000-\uf8ff]")
_LEAST_WORD = 3
_LEAST_HIDDEN = 3
_FIGURE_SIDE = 70.0
_ALIGNED = 6.0
_BESIDE_HEAD = 16.0
_APART = 2.0
_HEAD_ROOM = 12.0


@dataclass(slots=True)
class Pages:
    """The pages of a file: their words, tables, and what could not be read."""

    numbers: list[int] = field(default_factory=list)
    """On which page the words of each list stand: several slides may be on one."""
    words: list[list[Word]] = field(default_factory=list)
    margins: list[list[Word]] = field(default_factory=list)
    """The words of running heads and feet, page by page."""
    boxes: list[tuple[Box, ...]] = field(default_factory=list)
    breaks: list[tuple[float, ...]] = field(default_factory=list)
    """Where rules from edge to edge divide the first page: its head, its abstract and its text may have columns of their own."""
    strokes: list[tuple[Stroke, ...]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    unreadable: list[int] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    across: list[tuple[int, str]] = field(default_factory=list)
    """What is printed across pages, or up their sides, with the page."""
    over: list[tuple[int, str]] = field(default_factory=list)
    """What is printed large over the text of pages, with the page."""
    overprinted: list[int] = field(default_factory=list)
    """The pages with letters on top of others."""
    figures: int = 0
    has_scans: bool = False


def read_pages(file: Any, ink: InkReader) -> Pages:
    """The pages of an open pdfplumber file."""
    pages = Pages()
    found: list[Sheet] = []
    for number, page in enumerate(lettered_pages(file), start=1):
        words = _read_words(page, number, ink, pages)
        drawing = read_drawing(page) if words else Drawing()
        found.append(Sheet(number=number, words=words, drawing=drawing, top=0.0, height=float(page.height)))
        page.close()
    ink.close()
    sheets = split_slides(found)
    running = running_rows([sheet.in_margin() for sheet in sheets], [sheet.height for sheet in sheets])
    for number, sheet in enumerate(sheets):
        aside = {at for at, word in enumerate(sheet.words) if (number, at) in running and sheet.can_run(word)}
        body = [word for at, word in enumerate(sheet.words) if at not in aside]
        counted = line_numbers(body)
        pages.numbers.append(sheet.number)
        _add_page(
            [word for position, word in enumerate(body) if position not in counted],
            [sheet.words[at] for at in sorted(aside)],
            sheet.drawing,
            pages,
        )
        pages.margins[-1] += [body[position] for position in sorted(counted)]
    return pages


def _read_words(page: Any, number: int, ink: InkReader, pages: Pages) -> list[Word]:
    words = without_tracking(read_words(page))
    if over := large_over(words):
        pages.over += [(number, " ".join(word.text for word in row)) for row in rows_of(over)]
        words = [word for word in words if word not in over]
    pages.across += [(number, text) for text in read_across(page)]
    if unseen := turned_boxes(ink.boxes(number - 1), page):
        if _picture_share(page) >= _PICTURE_SHARE:
            # What a scanner's text recognition laid under its picture is meant to be read.
            pages.recognised.append(number)
        else:
            words = without_ink(words, unseen)
    if _is_unreadable(page, words):
        pages.unreadable.append(number)
        pages.has_scans = pages.has_scans or bool(page.images)
        return []
    pages.figures += sum(_is_figure(image) for image in page.images)
    if is_overprinted([char for char in page.chars if char.get("upright", True)]):
        pages.overprinted.append(number)
    return words


def _add_page(words: list[Word], margin: list[Word], drawing: Drawing, pages: Pages) -> None:
    visible = [word for word in words if not word.hidden]
    # The rule below a running head is no rule of a table that begins below it.
    rules = tuple(rule for rule in drawing.rules if not any(abs(rule[2] - word.middle) <= _BESIDE_HEAD for word in margin))
    tables = find_tables(replace(drawing, rules=rules), visible) if visible else []
    tables = [table for table in tables if not table.is_rest or _goes_on(table, pages)]
    kept = [word for word in words if word.hidden or not any(is_inside(word, table.box) for table in tables)]
    for table in tables:
        kept.append(_stand_in(table, len(pages.tables)))
        pages.tables.append(table)
    pages.words.append(kept)
    pages.margins.append(margin)
    pages.strokes.append(drawing.strokes)
    taken = [table.box for table in tables]
    pages.breaks.append(_breaks(rules, visible, taken) if len(pages.words) == 1 else ())
    pages.boxes.append(
        tuple(box for box in drawing.boxes if not any(_overlaps(box, table) and not _frames(box, table) for table in taken))
    )


def _breaks(rules: Sequence[Rule], words: Sequence[Word], tables: Sequence[Box]) -> tuple[float, ...]:
    """How far down rules stand that reach over all of a page's text, outside of its tables."""
    left, right = min((word.x0 for word in words), default=0.0), max((word.x1 for word in words), default=0.0)
    whole = sorted({round(y) for x0, x1, y in rules if x0 <= left + _ALIGNED and x1 >= right - _ALIGNED})
    return tuple(float(y) for y in whole if not any(box[1] - _ALIGNED <= y <= box[3] + _ALIGNED for box in tables))


def _goes_on(table: Table, pages: Pages) -> bool:
    """Whether the page before has a table with the same columns: a row or two at the top of this one are the rest of it."""
    last = max((word.table for word in pages.words[-1]), default=-1) if pages.words else -1
    before = pages.tables[last] if last >= 0 else None
    if before is None or len(before.grid[0]) != len(table.grid[0]):
        return False
    return all(abs(one - two) <= _ALIGNED for one, two in zip(before.edges, table.edges, strict=False))


def _frames(box: Box, table: Box) -> bool:
    """Whether a box stands around a table, with room for its heading above it."""
    return box[0] < table[0] and table[2] < box[2] and table[3] < box[3] and table[1] - box[1] >= _HEAD_ROOM


def _overlaps(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def _stand_in(table: Table, number: int) -> Word:
    """A word that stands for a table where the order of reading is found."""
    x0, top, x1, bottom = table.box
    return Word(text="", x0=x0, x1=x1, top=top, bottom=bottom, size=1.0, table=number)


def _is_figure(image: dict[str, Any]) -> bool:
    return bool(image["x1"] - image["x0"] >= _FIGURE_SIDE and image["bottom"] - image["top"] >= _FIGURE_SIDE)


def _is_unreadable(page: Any, words: list[Word]) -> bool:
    """Whether a page is a picture of text, or its letters can't be told."""
    text = "".join(word.text for word in words)
    letters = sum(character.isalnum() for character in text)
    if letters < _LEAST_LETTERS and _picture_share(page) >= _PICTURE_SHARE:
        return True
    # A font may give its letters numbers of its own, which come out as signs: a sign in a word is none of a list.
    signs = sum(len(_SIGN.findall(word.text)) for word in words if len(word.text) >= _LEAST_WORD)
    return text.count("\ufffd") + signs > _MOST_UNKNOWN * max(len(text), 1)


def _picture_share(page: Any) -> float:
    """How much of a page its pictures cover."""
    area = float(page.width * page.height) or 1.0
    return float(sum((image["x1"] - image["x0"]) * (image["bottom"] - image["top"]) for image in page.images)) / area


def lines_of(pages: Pages) -> tuple[list[Line], list[Piece], list[Piece]]:
    """The lines of the body, the running heads (each once), and what can't be seen."""
    lines: list[Line] = []
    heads: dict[str, Piece] = {}
    hidden: list[Piece] = []
    seen = with_grades([[word for word in words if not word.hidden] for words in pages.words], pages.boxes)
    gutters = page_gutters(seen)
    known = tuple(dict.fromkeys(gutter for gutter in gutters if gutter is not None))
    for at, (words, margin) in enumerate(zip(pages.words, pages.margins, strict=True)):
        number = pages.numbers[at]
        setting = Columns(gutter=gutters[at], known=known, breaks=pages.breaks[at])
        read = read_lines(seen[at], page=number, columns=setting, boxes=pages.boxes[at], strokes=pages.strokes[at])
        # A word that only a hidden sign was of leaves nothing.
        lines += [replace(line, sheet=at) for line in read if line.text or line.table >= 0]
        for text in _texts(margin):
            heads.setdefault(re.sub(r"\d+", "#", text), Piece(role=Role.FURNITURE, text=text, page=number))
        for row in rows_of([word for word in words if word.hidden]):
            text = " ".join(word.text for word in row)
            if len(row) >= _LEAST_HIDDEN:
                hidden.append(Piece(role=Role.PARAGRAPH, text=text, page=number, hidden=row[0].hidden))
    return lines, list(heads.values()), hidden


def _texts(words: Sequence[Word]) -> list[str]:
    """The lines of a margin, in parts where wide white divides them."""
    found: list[str] = []
    for row in rows_of(words):
        parts = [[row[0].text]]
        for one, two in pairwise(row):
            if two.x0 - one.x1 > _APART * two.size:
                parts.append([])
            parts[-1].append(two.text)
        found += [" ".join(part) for part in parts]
    return found
