"""The rows of a page of two columns: which stand in one of them, which run across both."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from ingest.parse.pdf.columns import Gutter
from ingest.parse.pdf.words import Word

_HEADING = 1.1
Row = list[Word]


def split_sides(rows: Sequence[Row], gutter: Gutter) -> tuple[list[Word], tuple[list[Word], list[Word]]]:
    """The words of rows that run across the gap between two columns, and the words left and right of it."""
    x, width = gutter.x, gutter.width
    spanning: list[Word] = []
    left: list[Word] = []
    right: list[Word] = []
    for row in rows:
        if row[0].table >= 0 and (row[0].x1 < gutter.start or row[0].x0 > gutter.start - width):
            # The frame of a table reaches further out than the words of its column.
            (left if row[0].x1 < gutter.start else right).append(row[0])
            continue
        crossing = [word for word in row if word.x0 < x - 1 and word.x1 > x + 1]
        near_left = max((word.x1 for word in row if word.x1 <= x + 1), default=float("-inf"))
        near_right = min((word.x0 for word in row if word.x0 >= x - 1), default=float("inf"))
        is_even = near_right - near_left < 0.55 * min(width, 2 * row[0].size)
        if crossing or is_even:
            spanning += row
        else:
            left += [word for word in row if word.x1 <= x + 1]
            right += [word for word in row if word.x1 > x + 1]
    return spanning, (left, right)


def heads_below(lefts: Sequence[Row], rights: Sequence[Word]) -> list[Word]:
    """The heading at the foot of the left column that belongs to what stands below both columns."""
    if not lefts or not rights:
        return []
    foot = max(word.bottom for word in rights)
    usual = median(word.size for word in [*(word for row in lefts for word in row), *rights])
    found: list[Word] = []
    for row in reversed(lefts):
        if row[0].table >= 0 or row[0].top <= foot or not all(word.bold or word.size > _HEADING * usual for word in row):
            break
        found += row
    return found
