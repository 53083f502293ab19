"""Pages set in two columns → their lines in reading order, the left column before the right one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.parse.wrapped.beside import apart_where_beside
from ingest.parse.wrapped.rows import PAGE

_GUTTER = re.compile(r"\S {2,}(?=\S)")
_LEAST_ROWS, _LEAST_FROM, _MOST_FROM = 6, 0.35, 0.68
_LABELLED = re.compile(r"\s*(?:table|figure|tabla|figura)\s+[\dA-Z]{1,3}\b", re.IGNORECASE)
_LEAST_WORDS = 3.5


def in_reading_order(lines: Sequence[str]) -> list[str]:
    """The lines, those of two columns one column after the other."""
    column = _column(lines)
    if not column:
        return apart_where_beside(lines)
    found: list[str] = []
    number = 0
    while number < len(lines):
        end = max(_region(lines, number, column), number + 1)
        region = lines[number:end]
        found += _apart(region, column) if any(_is_both(line, column) for line in region) else region
        number = end
    return found


def _column(lines: Sequence[str]) -> int:
    """Where the second column begins; 0 for a text in one."""
    width = max((len(line) for line in lines), default=0)
    starts = Counter(match.end() for line in lines if len(list(_GUTTER.finditer(line))) == 1 for match in _GUTTER.finditer(line))
    middle = {start: count for start, count in starts.items() if _LEAST_FROM * width <= start <= _MOST_FROM * width}
    column = max(middle, key=lambda start: middle[start], default=0)
    both = [line for line in lines if _is_both(line, column)]
    if middle.get(column, 0) < _LEAST_ROWS or len(both) < _LEAST_ROWS:
        return 0
    # Cells hold few words, lines of running text many.
    said = [len(part.split()) for line in both for part in (line[:column], line[column:])]
    return column if sum(said) >= _LEAST_WORDS * len(said) else 0


def _is_both(line: str, column: int) -> bool:
    return len(line) > column and bool(line[:column].strip()) and line[column - 2 : column].isspace() and line[column] != " "


def _fits(line: str, column: int) -> bool:
    """Whether no word of a line stands across the gutter."""
    return len(line) <= column - 1 or line[column - 2 : column].isspace()


def _region(lines: Sequence[str], begin: int, column: int) -> int:
    """Behind the last line of the columns that begin here."""
    if not lines[begin].strip() or not _fits(lines[begin], column):
        return begin
    end, last = begin, begin
    while end < len(lines) and lines[end] != PAGE and _fits(lines[end], column):
        end += 1
        if len(lines[end - 1]) > column:
            last = end
    # The name of a table that stands across both columns belongs to that.
    while end > last and (not lines[end - 1].strip() or _LABELLED.match(lines[end - 1])):
        end -= 1
    return end


def _apart(lines: Sequence[str], column: int) -> list[str]:
    left = [line[: column - 1].rstrip() for line in lines]
    right = [line[column:].rstrip() for line in lines]
    while left and not left[-1]:
        left.pop()
    while right and not right[0]:
        right.pop(0)
    return [*left, PAGE, *right, PAGE] if right else [*left, PAGE]
