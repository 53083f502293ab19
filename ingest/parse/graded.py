"""Rows that end with the grade of a recommendation: a grade heads no column, and a band with one is no row of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.sentences import split_sentences

_SIGN = r"(?:[IVX]{1,4}[abc]?|[A-E][+-]{0,2}|[1-5][A-Da-d][+-]{0,2}|GPP|⊕{1,4}[⊖◯○]{0,3}|[⊖◯○]{1,4})"
_NAMED = r"(?:(?:grade|class|level|category|loe|cor|grado|clase|nivel|recommendation)(?: of (?:recommendation|evidence))?\W{0,3})"
_GRADE = re.compile(
    rf"(?i:{_NAMED})(?:{_SIGN}|[1-5])|{_SIGN}|"
    r"(?i:strong|conditional|weak|against|good practice(?: point| statement)?|expert opinion|fuerte|débil|condicional)"
    r"(?i:(?: recommendation| recomendación)?(?: for| against)?)"
    # How many of those who voted agreed.
    r"(?i:\s?[/|,;(–-]\s?(?:(?:agreement|consensus|acuerdo):?\s)?\d{1,3}(?:\.\d)?\s?%(?: (?:agreement|consensus|acuerdo))?)?",
)
_CALLED = re.compile(rf"{_NAMED}|(?:strong|conditional|weak|good practice)\b", re.IGNORECASE)
_NAMES_ONLY = re.compile(
    r"(?:(?:key|clinical|practice|research|consensus|strong|weak|conditional|good practice|against) ?)*"
    r"(?:recommendation|statement|practice point|point|recomendación)?s?(?: (?:no\.? ?)?[A-Z]?\d{1,3}(?:\.\d{1,3})*[a-z]?)?",
    re.IGNORECASE,
)
"""The head of a box that says no more than that a recommendation comes, which one and how strong it is."""
_STOP = re.compile(r"[.;]?$")
_MOST_GRADE_WORDS = 4
_LEAST_GRADED, _MOST_BAND_WORDS = 2, 6


def is_grade(cell: str) -> bool:
    """Whether a cell holds only the class, level or strength of a recommendation."""
    return _GRADE.fullmatch(cell.strip(" .:()[]")) is not None


def names_grade(words: str) -> bool:
    """The same of one that names what it is ("Grade B"): a letter alone may stand for anything."""
    return _CALLED.match(words.strip(" .:()[]")) is not None and is_grade(words)


def graded_column(grid: Sequence[Sequence[str]], *, least: int = _LEAST_GRADED) -> int | None:
    """The last column in which only grades stand, from the first row on; None without one.

    What a row has there only as the rest of the words beside it doesn't count.
    """
    for column in range(max((len(row) for row in grid), default=0) - 1, 0, -1):
        cells = [(row[column], " ".join(row[:column])) for row in grid if column < len(row)]
        own = [cell for cell, before in cells if cell and cell not in before]
        if len(own) >= least and cells[0][0] and all(map(is_grade, own)):
            return column
    return None


def are_graded_bands(grid: Sequence[Sequence[str]]) -> bool:
    """Whether rows with a grade and rows of running text take turns: the heads of boxes, each with its text below it."""
    column = graded_column(grid, least=1)
    if column is None or (len(grid) == _LEAST_GRADED and not names_grade(grid[0][column])):
        return False
    bands = [_is_graded(row, column) for row in grid]
    named = [row for row, is_band in zip(grid, bands, strict=True) if is_band]
    is_turn = all(one is not two for one, two in pairwise(bands))
    return bands[0] and is_turn and all(len(row[0].split()) <= _MOST_BAND_WORDS for row in named)


def without_graded_heads(rows: Sequence[Sequence[str]], heads: int) -> tuple[list[list[str]], int]:
    """The rows and how many of them are heads: none where a grade stands in the first.

    A row that only goes on with the words of the graded one above it is put to those.
    """
    column = graded_column(rows)
    if column is None:
        return [list(row) for row in rows], heads
    kept: list[list[str]] = []
    for row in rows:
        goes_on = kept and not row[column] and row[0][:1].islower() and kept[-1][0][-1:] not in ".!?"
        if goes_on and not any(row[1:]):
            kept[-1][0] = f"{kept[-1][0]} {row[0]}"
        else:
            kept.append(list(row))
    return kept, 0


def _is_graded(row: Sequence[str], column: int) -> bool:
    return column < len(row) and bool(row[column]) and row[column] not in " ".join(row[:column])


def heads_recommendation(line: str) -> bool:
    """Whether a line only says that a recommendation comes, and of which grade: no part of a text, and the end of none."""
    words = line.split()
    for count in range(1, min(len(words), _MOST_GRADE_WORDS + 1)):
        label = " ".join(words[:-count]).rstrip(" :|–—-")
        if label and names_grade(" ".join(words[-count:])) and _NAMES_ONLY.fullmatch(label):
            return True
    return False


def with_grade(text: str, head: str) -> str:
    """A recommendation with what the head of its box says of it, in brackets before the stop of its first sentence.

    What follows may stand below the box already.
    """
    end = next((end for _, end in split_sentences(text)), len(text))
    return _STOP.sub(lambda stop: f" ({head}){stop[0]}", text[:end], count=1) + text[end:]
