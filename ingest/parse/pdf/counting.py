"""Small lines of a PDF that come again and again with a number that counts on: the feet of slides printed on one page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from ingest.parse.pdf.lines import Line

_COUNTED = re.compile(r"(?P<words>\S.*\S)\s+(?P<number>\d{1,3})$")
_SMALLER, _FAR = 0.85, 60.0
_LEAST_WORDS, _LEAST_AGAIN, _MOST_LEFT_OUT = 4, 3, 2


def counted_lines(lines: Sequence[Line], *, size: float) -> list[Line]:
    """The lines that differ in their last number alone and are much smaller than the text, whose letters are of ``size``."""
    groups: dict[str, list[tuple[int, Line]]] = {}
    for line in lines:
        match = _COUNTED.fullmatch(line.text) if line.table < 0 and line.size < _SMALLER * size else None
        if match and len(match["words"].split()) >= _LEAST_WORDS:
            groups.setdefault(match["words"], []).append((int(match["number"]), line))
    found = [[line for _, line in group] for group in groups.values() if _counts([number for number, _ in group])]
    return [line for group in found if _are_far(group) for line in group]


def _are_far(lines: Sequence[Line]) -> bool:
    """Whether no two of some lines stand near each other, as stages in a list do: a slide's content is between its feet."""
    pairs = combinations(lines, 2)
    return all(
        one.sheet != two.sheet or abs(one.top - two.top) >= _FAR or (abs(one.top - two.top) < 1 and abs(one.x0 - two.x0) >= _FAR)
        for one, two in pairs
    )


def _counts(numbers: Sequence[int]) -> bool:
    """Whether numbers are all of a row but for a few."""
    different = set(numbers)
    is_row = max(different) - min(different) + 1 <= len(different) + _MOST_LEFT_OUT
    return len(numbers) >= _LEAST_AGAIN and len(different) == len(numbers) and is_row
