"""Words → the lines that they stand on, each with its type and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from ingest.parse.hostile import without_invisible
from ingest.parse.html.inline import superscript
from ingest.parse.pdf.drawing import Box
from ingest.parse.pdf.leading import lead_of
from ingest.parse.pdf.words import Word

_RAISED = 0.835
_GLUED = 0.09
_FAR = 2.0
_SMALLER = 0.93
_CALLING = re.compile(r"\d{1,2}(?:[,–-]\d{1,2})*")
_RAISED_MARK = re.compile(r"[*†‡§¶]{1,3}")
_REACHES_IN = 2.0


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
    is_ground_colour: bool = False
    """Whether the sentences of its box are set in its colour: that sets nothing apart there."""
    condition: bool = False
    """Whether it is the question and the answer of a flowchart that lead to what its box says."""
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
    return sorted(ordered, key=_place_of)


def _place_of(row: Sequence[Word]) -> tuple[float, float]:
    """How far down and to the right a row begins: at the foot of its largest words."""
    if row[0].table >= 0:
        # The letters of a caption may reach below the first rule.
        return row[0].top + _REACHES_IN, row[0].x0
    largest = max(word.size for word in row)
    return round(max(word.bottom for word in row if word.size == largest), 1), row[0].x0


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
