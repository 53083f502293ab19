"""The class and level of a recommendation that stand in columns at the right of its box, set behind its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.parse.pdf.drawing import Box
from ingest.parse.pdf.lines import rows_of
from ingest.parse.pdf.panels import is_within
from ingest.parse.pdf.words import Word

_MARK = re.compile(r"GPP|[IVX]{1,4}[abc]?|[A-E][+-]?|[1-5][A-Da-d]?[+-]{0,2}|⊕{1,4}⊖{0,3}")
_NAMES = re.compile(r"(?:grade|class|level|grado|clase|nivel)", re.IGNORECASE)
"""What may stand before such a mark."""
_MOST_MARKS, _LEAST_BOXES, _LEAST_WORDS = 3, 3, 4
_ALIGNED = 2.0
_STOP = re.compile(r"[.;]?$")


@dataclass(frozen=True, slots=True)
class _Graded:
    """A box with marks at its right: its page, how wide it is, where in it the first mark begins, the marks and the last word."""

    page: int
    width: float
    at: float
    marks: tuple[Word, ...]
    last: Word


def with_grades(pages: Sequence[Sequence[Word]], boxes: Sequence[Sequence[Box]]) -> list[list[Word]]:
    """The words of all pages, the marks at the right of like boxes taken out of the line that they stand in.

    They are set in brackets at the end of their box, before its stop. Three boxes with their marks in one column are a habit.
    """
    found = [
        graded
        for number, (words, own) in enumerate(zip(pages, boxes, strict=True))
        for box in own
        if (graded := _graded(number, words, box)) is not None
    ]
    kept = [list(words) for words in pages]
    for graded in found:
        alike = sum(abs(other.width - graded.width) <= _ALIGNED and _is_aligned(other, graded) for other in found)
        if alike >= _LEAST_BOXES:
            kept[graded.page] = _moved(kept[graded.page], graded)
    return kept


def _is_aligned(one: _Graded, other: _Graded) -> bool:
    """Whether the marks of two boxes stand below each other: flush at the left, or about one middle."""
    middles = [graded.at + (graded.marks[-1].x1 - graded.marks[0].x0) / 2 for graded in (one, other)]
    return min(abs(one.at - other.at), abs(middles[0] - middles[1])) <= _ALIGNED


def _graded(page: int, words: Sequence[Word], box: Box) -> _Graded | None:
    """The box as one with marks: they end a single row of it, and its words reach no further than where they begin."""
    inside = [word for word in words if is_within(word, box)]
    if any(word.table >= 0 for word in inside):
        return None
    ends = [(row, marks) for row in rows_of(inside) if (marks := _marks_of(row))]
    if len(ends) != 1:
        return None
    marks = ends[0][1]
    text = [word for word in inside if word not in marks]
    if len(text) < _LEAST_WORDS or any(word.x1 > marks[0].x0 for word in text):
        return None
    return _Graded(page, box[2] - box[0], marks[0].x0 - box[0], tuple(marks), rows_of(text)[-1][-1])


def _marks_of(row: Sequence[Word]) -> list[Word]:
    """The marks that a row ends with, left to right; none where it holds nothing else or more of them than columns."""
    begin = len(row)
    while begin and (
        _MARK.fullmatch(row[begin - 1].text) or (begin < len(row) and _NAMES.fullmatch(row[begin - 1].text) is not None)
    ):
        begin -= 1
    marks = list(row[begin:])
    signs = sum(_NAMES.fullmatch(mark.text) is None for mark in marks)
    return marks if signs <= _MOST_MARKS else []


def _moved(words: Sequence[Word], graded: _Graded) -> list[Word]:
    marks = " ".join(mark.text for mark in graded.marks)
    taken = {id(mark) for mark in graded.marks}
    ended = replace(graded.last, text=_STOP.sub(lambda stop: f" ({marks}){stop[0]}", graded.last.text, count=1))
    return [ended if word is graded.last else word for word in words if id(word) not in taken]
