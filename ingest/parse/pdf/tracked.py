"""Words set letter by letter with white between, as journals set the names of their parts ("A B S T R A C T"), put together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from ingest.parse.pdf.words import Word

_LEAST_LETTERS, _LONGEST_PIECE = 5, 2
_EVEN, _WIDEST = 1.6, 1.2
_SAME_LINE = 1.0


def without_tracking(words: Sequence[Word]) -> list[Word]:
    """The words, those that were read as lone letters at even distances put together; a wider white divides words."""
    lone = [word for word in words if _can_be_letter(word)]
    if len(lone) < _LEAST_LETTERS:
        return list(words)
    beside: dict[int, list[Word]] = {}
    for word in words:
        beside.setdefault(round(word.bottom / _SAME_LINE), []).append(word)
    rows: dict[tuple[int, float, bool], list[Word]] = {}
    for word in lone:
        rows.setdefault((round(word.bottom / _SAME_LINE), word.size, word.bold), []).append(word)
    joined: list[Word] = []
    taken: set[int] = set()
    for (line, _, _), row in rows.items():
        for run in _runs(sorted(row, key=lambda word: word.x0), sorted(word.x0 for word in beside[line])):
            joined += _words_of(run)
            taken |= {id(word) for word in run}
    return [*(word for word in words if id(word) not in taken), *joined]


def _can_be_letter(word: Word) -> bool:
    return len(word.text) <= _LONGEST_PIECE and any(map(str.isalnum, word.text))


def _runs(row: Sequence[Word], begins: Sequence[float]) -> list[list[Word]]:
    """Stretches of lone letters on a line that no wide white and no other word interrupts; ``begins`` is where words begin."""
    runs: list[list[Word]] = []
    for word in row:
        if runs and word.x0 - runs[-1][-1].x1 <= _WIDEST * word.size and not _stands_between(runs[-1][-1], word, begins):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [run for run in runs if _is_tracked(run)]


def _stands_between(left: Word, right: Word, begins: Sequence[float]) -> bool:
    return bisect_left(begins, right.x0) > bisect_left(begins, left.x1)


def _is_tracked(run: Sequence[Word]) -> bool:
    """Whether lone letters are those of words: several, hardly a figure, and most of them as far apart as the others."""
    if len(run) < _LEAST_LETTERS or sum(word.text.isalpha() and len(word.text) == 1 for word in run) < 0.8 * len(run):
        return False
    gaps = [two.x0 - one.x1 for one, two in pairwise(run)]
    usual = median(gaps)
    return usual > 0 and sum(usual / _EVEN <= gap <= usual * _EVEN for gap in gaps) >= 0.7 * len(gaps)


def _words_of(run: Sequence[Word]) -> list[Word]:
    usual = median(two.x0 - one.x1 for one, two in pairwise(run))
    found = [run[0]]
    for one, two in pairwise(run):
        if two.x0 - one.x1 > _EVEN * usual:
            found.append(two)
        else:
            found[-1] = replace(found[-1], text=found[-1].text + two.text, x1=two.x1)
    return found
