"""Heads and feet of pages in a text that was printed to lines: told by the numbers of the pages and by coming again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ingest.parse.wrapped.rows import PAGE

_PAGED = re.compile(
    r"(?:.*\s{2,}|.*\|\s*)?\[?(?:page|página|pág\.?|p\.)\s*\d{1,4}(?:\s*(?:of|de|/)\s*\d{1,4})?\]?(?:\s{2,}.*)?$|\s*[-–]\s*\d{1,4}\s*[-–]\s*$",
    re.IGNORECASE,
)
_AT_EDGE = re.compile(r"\s*(?P<first>\d{1,4}) {5,}\S.*$|\s*\S.* {5,}(?P<last>\d{1,4})$| {20,}(?P<lone>\d{1,4})$")
_FAR = re.compile(r"\S {4,}(?=\S)")
_RUNNING = re.compile(r"(?P<first>\d{1,4})\s+(?P<words>[^\W\d_].{8,90})$|(?P<others>[^\W\d_].{8,90}?)\s+(?P<last>\d{1,4})$")
_FIGURES = re.compile(r"\s*\d{1,2}(?: \d{1,2})?$")
_DIGITS = re.compile(r"\d+")
_NEAR, _LEAST_APART, _LEAST_LETTERS, _MOST_PAGES = 3, 8, 5, 3
_HEAD_WORDS, _SET_IN, _LONG = 8, 0.2, 0.6


def without_margins(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines, the end of a page in place of its foot, and what was set aside."""
    feet = _feet(lines) | _counting(lines)
    if not feet:
        return list(lines), []
    counts = Counter(_masked(line) for line in lines if line.strip())
    aside: set[int] = set(feet)
    width = max(map(len, lines))
    for foot in feet:
        for step in (-1, 1):
            aside |= _beside(lines, foot, step, counts, width)
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if _comes_again(lines[first], counts) and any(_masked(lines[number]) == _masked(lines[first]) for number in aside):
        aside.add(first)
    kept: list[str] = []
    for number, line in enumerate(lines):
        if number in feet:
            kept.append(PAGE)
        elif number not in aside:
            kept.append(line)
    return kept, [lines[number].strip() for number in sorted(aside) if lines[number].strip() and lines[number] != PAGE]


def _feet(lines: Sequence[str]) -> set[int]:
    """The lines that hold the number of a page."""
    feet = {number for number, line in enumerate(lines) if line == PAGE or (line.strip() and _PAGED.match(line))}
    width = max(map(len, lines), default=0)
    edges = [
        (number, int(match["first"] or match["last"] or match["lone"]))
        for number, line in enumerate(lines)
        if (match := _AT_EDGE.match(line)) and (match["lone"] or len(line) >= _LONG * width)
    ]
    at = {figure: number for number, figure in edges}
    for number, figure in edges:
        if at.get(figure + 1, 0) - number >= _LEAST_APART:
            feet |= {number, at[figure + 1]}
    return feet


def _counting(lines: Sequence[str]) -> set[int]:
    """The lines that come again with a number at their edge that counts on: heads of pages, copied out of a viewer."""
    places: dict[str, list[tuple[int, int]]] = {}
    for number, line in enumerate(lines):
        match = _RUNNING.match(line.strip())
        if match and sum(map(str.isalpha, match["words"] or match["others"])) >= _LEAST_LETTERS:
            figure = int(match["first"] or match["last"])
            places.setdefault(" ".join((match["words"] or match["others"]).split()), []).append((number, figure))
    found: set[int] = set()
    for group in places.values():
        is_counted = all(
            below - above >= _LEAST_APART and 1 <= figure - before <= _MOST_PAGES
            for (above, before), (below, figure) in pairwise(group)
        )
        if len(group) > 1 and is_counted:
            found |= {number for number, _ in group}
    return found


def _beside(lines: Sequence[str], foot: int, step: int, counts: Counter[str], width: int) -> set[int]:
    """The lines next to the foot of a page that come again at others, and one set in below it."""
    found: set[int] = set()
    number, seen = foot + step, 0
    while 0 <= number < len(lines) and seen < _NEAR:
        line = lines[number]
        if line.strip() and line != PAGE:
            seen += 1
            is_head = step > 0 and seen == 1 and _is_set_in(lines, number, width)
            is_mark = _FIGURES.match(line) is not None and lines.count(line) > 1
            if not (_comes_again(line, counts) or is_head or is_mark):
                break
            found.add(number)
        number += step
    return found


def _is_set_in(lines: Sequence[str], number: int, width: int) -> bool:
    """Whether the first line of a page is a few words in its middle or at its end, or words far from each other."""
    line = lines[number]
    if len(_FAR.findall(line)) > 1 and (number + 1 == len(lines) or not lines[number + 1].strip()):
        return True
    indent = len(line) - len(line.lstrip())
    below = next((other for other in lines[number + 1 : number + _LEAST_APART] if other.strip()), "")
    return indent >= _SET_IN * width and len(line.split()) <= _HEAD_WORDS and len(below) - len(below.lstrip()) < indent


def _comes_again(line: str, counts: Counter[str]) -> bool:
    return counts[_masked(line)] > 1 and sum(map(str.isalpha, line)) >= _LEAST_LETTERS


def _masked(line: str) -> str:
    return _DIGITS.sub("0", " ".join(line.split()))
