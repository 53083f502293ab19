"""A few lines of a text with something set beside them: a box beside a paragraph, or two lists side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

_GUTTER = re.compile(r"(?<=\S) {3,}(?=\S)")
_MARK = re.compile(r"(?:[•▪◦●○*–-]|\(?\d{1,2}[.)])\s+\S")
_STOPPED = (".", ";", ":", "!", "?")
_LEAST_ROWS, _LEAST_FROM, _WINDOW = 3, 20, 24
_LEAST_LINES, _LEAST_WORDS, _SHARE_ON = 4, 5.0, 0.6
_LEAST_MARKED, _MOST_CELLS = 2, 0.5


def apart_where_beside(lines: Sequence[str]) -> list[str]:
    """The lines, those of such a place one side after the other; rows of tables stay as they are."""
    found: list[str] = []
    number = 0
    while number < len(lines):
        end, column = _place(lines, number)
        if end > number:
            left = [line[:column].rstrip() for line in lines[number:end]]
            right = [line[column:].rstrip() for line in lines[number:end]]
            found += [*left, "", *right, ""]
            number = end
        else:
            found.append(lines[number])
            number += 1
    return found


def _place(lines: Sequence[str], begin: int) -> tuple[int, int]:
    """Behind the last line of a place that begins here, and where its right side does; ``begin`` itself without one."""
    starts = [match.end() for match in _GUTTER.finditer(lines[begin])]
    if len(starts) != 1 or starts[0] < _LEAST_FROM:
        return begin, 0
    column = starts[0]
    end = last = begin
    while end < len(lines) and end - begin < _WINDOW and _fits(lines[end], column):
        if end > begin and not lines[end - 1].strip() and 0 < len(lines[end]) < column:
            # A block at the left alone begins something else.
            break
        end += 1
        last = end if len(lines[end - 1]) > column else last
    # What goes on at the left alone belongs to its paragraph.
    while last < end and lines[last].strip():
        last += 1
    return (last, column) if _are_sides(lines[begin:last], column) else (begin, 0)


def _fits(line: str, column: int) -> bool:
    """Whether no word of a line stands across the white before a column."""
    return len(line) < column - 1 or line[column - 2 : column].isspace()


def _are_sides(lines: Sequence[str], column: int) -> bool:
    left = [line[:column].strip() for line in lines]
    right = [line[column:] for line in lines]
    both = [(one, other) for one, other in zip(left, right, strict=True) if one and other.strip()]
    cells = sum(_GUTTER.search(one) is not None or _GUTTER.search(other.strip()) is not None for one, other in both)
    if len(both) < _LEAST_ROWS or cells > _MOST_CELLS * len(both):
        return False
    marks = Counter((_MARK.match(one) is not None, _MARK.match(other) is not None) for one, other in both)
    lists = sum(_MARK.match(one) is not None for one in left), sum(_MARK.match(other) is not None for other in right)
    if marks[True, True] + marks[False, True] and min(lists) >= _LEAST_MARKED:
        return True
    return _runs_on([one for one in left if one]) and not any(_MARK.match(one) for one in left)


def _runs_on(lines: Sequence[str]) -> bool:
    """Whether lines are those of one paragraph: long, most of them without a stop, and going on in small letters."""
    if len(lines) < _LEAST_LINES or sum(len(line.split()) for line in lines[:-1]) < _LEAST_WORDS * (len(lines) - 1):
        return False
    goes_on = sum(not one.endswith(_STOPPED) and other[:1].islower() for one, other in pairwise(lines))
    return goes_on >= _SHARE_ON * (len(lines) - 1)
