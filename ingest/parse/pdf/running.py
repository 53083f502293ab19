"""Lines of running text and heads of graded boxes, told from the rows of a table by the white between their words."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.parse.graded import names_grade
from ingest.parse.pdf.abreast import blanks_of
from ingest.parse.pdf.cells import runs_of
from ingest.parse.pdf.type import number_depth, without_number
from ingest.parse.pdf.words import Word

_LEAST_BLANKS = 4
_EVEN, _ABOUT = 1.35, 0.5
_WIDEST = 2.5
_MOST_BAND_WORDS = 6


def says_something(run: Sequence[Word]) -> bool:
    """Whether a run is more than the mark of a bullet."""
    return any(character.isalnum() for word in run for character in word.text)


def is_running(row: Sequence[Word]) -> bool:
    """Whether a line is one stretch of words, however wide its blanks are set to fill the line: then all are as wide."""
    return sum(says_something(run) for run in runs_of(row)) <= 1 or is_justified(row)


def is_justified(row: Sequence[Word]) -> bool:
    """Whether several blanks of a line are wide and all the same, as in a line set to full width."""
    blanks = blanks_of(row)
    if len(blanks) < _LEAST_BLANKS or sum(word.text.isalpha() for word in row) < _LEAST_BLANKS:
        return False
    return max(blanks) <= min(_EVEN * min(blanks) + _ABOUT, _WIDEST * row[0].size)


def heads_section(row: Sequence[Word], *, least: int = 2) -> bool:
    """Whether a bold line is a number of ``least`` parts or more and words: the next section, and no row."""
    text = " ".join(word.text for word in row)
    return all(word.bold for word in row) and number_depth(text) >= least and not any(map(str.isdigit, without_number(text)))


def is_graded_band(row: Sequence[Word]) -> bool:
    """Whether a line is the head of a graded box: a few words, and at the right its grade."""
    first, *others = runs_of(row)
    grade = " ".join(word.text for run in others for word in run)
    return bool(others) and len(first) <= _MOST_BAND_WORDS and names_grade(grade)
