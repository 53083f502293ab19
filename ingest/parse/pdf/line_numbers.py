"""Numbers of lines in the margin of a PDF page, as manuscripts and proofs have them: no part of any line's words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from ingest.parse.pdf.words import Word

_LEAST = 4
_LEAST_OF_SIZE = 8
_SMALLER = 0.9
_NEAR = 2.5
_LONGEST = 4
_STEPS = frozenset({1, 2, 5, 10})


def line_numbers(words: Sequence[Word]) -> set[int]:
    """The places in ``words`` of the numbers that count the lines of a page: in a strip of their own, by a constant step."""
    numbers = [position for position, word in enumerate(words) if word.text.isdecimal() and len(word.text) <= _LONGEST]
    found: set[int] = set()
    edges = [(round(getattr(words[position], side)), side) for position in numbers for side in ("x0", "x1")]
    for edge, side in dict.fromkeys(edges):
        strip = [position for position in numbers if abs(getattr(words[position], side) - edge) <= _NEAR]
        if _counts(words, strip) and _is_apart(words, strip):
            found |= set(strip)
    return found


def _counts(words: Sequence[Word], strip: Sequence[int]) -> bool:
    """Whether the numbers of a strip count down the page by one step."""
    ordered = sorted((words[position] for position in strip), key=lambda word: word.top)
    steps = {int(two.text) - int(one.text) for one, two in pairwise(ordered)}
    if len(ordered) < _LEAST or len(steps) != 1 or not steps <= _STEPS:
        return False
    usual = median(word.size for word in words)
    is_small = max(word.size for word in ordered) < _SMALLER * usual
    return is_small or len(ordered) >= _LEAST_OF_SIZE or steps <= {5, 10}


def _is_apart(words: Sequence[Word], strip: Sequence[int]) -> bool:
    """Whether all other words of the page stand to one side of a strip."""
    own = set(strip)
    left, right = min(words[position].x0 for position in strip), max(words[position].x1 for position in strip)
    others = [word for position, word in enumerate(words) if position not in own]
    return bool(others) and (min(word.x0 for word in others) > right or max(word.x1 for word in others) < left)
