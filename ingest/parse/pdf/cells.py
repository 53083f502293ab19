"""The cells of a table on a PDF page: words put into columns and rows by where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.parse.pdf.lines import make_line, rows_of
from ingest.parse.pdf.words import Word

_GAP = 5.0
_BLANK = 0.36
_WIDER = 1.5
_ALIGNED = 1.0
_LEAST_ALIGNED, _MOST_ROWS = 3, 0.6
_WIDE_BLANK = 0.45
_ROW_GAP = 1.5
_OVERLAP = 0.2
_RAISED = 0.85
_WORD, _TORN = re.compile(r"[^\W\d_]{3,}"), re.compile(r"[a-zà-ÿ]{1,2}")
_SMALL_WORDS = frozenset(
    "a an as at be by do go he if in is it me my no of on or so to up us we al de el en la lo se si su un y o".split()
)
_UNITS = frozenset("g h l m s d mg kg ml cm mm nm".split())
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: where it stands (x0, top, x1, bottom), its cells with spans filled in, and its head rows (None: not told).

    ``is_rest`` says that it is one only if it goes on with a table of the page before.
    """

    box: Box
    grid: list[list[str]]
    heads: int | None = None
    edges: tuple[float, ...] = ()
    is_rest: bool = False


def is_inside(word: Word, box: Box) -> bool:
    """Whether a word's centre lies in a box."""
    x = (word.x0 + word.x1) / 2
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= word.middle <= box[3] + 1


def cell_text(words: Sequence[Word]) -> str:
    """The words of a cell on one line, hyphens at line ends undone."""
    text = ""
    for row in rows_of([word for word in words if not word.hidden]):
        line = make_line(row, page=0, column=(0, 0)).text
        if text.endswith("-") and len(text) > 2 and text[-2].isalpha() and line[:1].islower():  # noqa: PLR2004
            text = text[:-1] + line
        elif _TORN.fullmatch(line) and _WORD.fullmatch(text) and line not in _SMALL_WORDS | _UNITS:
            # A word too wide for its column is broken anywhere.
            text += line
        else:
            text = f"{text} {line}" if text else line
    return text.strip()


def columns_of(words: Sequence[Word]) -> list[tuple[float, float]]:
    """(left, right) of each column: stretches that words cover, with white of some points between them.

    A stretch that reaches over the white below two column heads stands for both, and is left out of account. Where white is
    narrow, words that begin below each other tell.
    """
    found = [part for stretch in _covered(words) for part in _divided(stretch, words)]
    blocks = blocks_of(words)
    heads = _covered(blocks[0]) if blocks else []
    if len(heads) <= len(found):
        return found
    inside = [word for block in blocks for run in runs_of(block) if not _reaches_over(run, heads) for word in run]
    narrower = _covered(inside)
    return narrower if len(narrower) > len(found) else found


def _divided(stretch: tuple[float, float], words: Sequence[Word]) -> list[tuple[float, float]]:
    """A stretch in two where words of most of its rows begin right below each other, and no word of it reaches over that place.

    The white before them is clearly wider than the narrowest blank of the table.
    """
    inside = [word for word in words if stretch[0] <= word.x0 and word.x1 <= stretch[1]]
    blank = min((white for row in rows_of(words) for one, two in pairwise(row) if (white := two.x0 - one.x1) > 0), default=0.0)
    rows = rows_of(inside)
    for place in sorted({word.x0 for row in rows for word in row[1:]}):
        begin = place - _ALIGNED / 2
        left, right = [word for word in inside if word.x1 <= place], [word for word in inside if word.x0 >= begin]
        starting = sum(any(abs(word.x0 - place) <= _ALIGNED / 2 for word in row) for row in rows)
        if not left or len(left) + len(right) != len(inside) or starting < max(_LEAST_ALIGNED, _MOST_ROWS * len(rows)):
            continue
        edge = max(word.x1 for word in left)
        if place - edge > max(_BLANK * left[0].size, _WIDER * blank):
            return [(stretch[0], edge), (begin, stretch[1])]
    return [stretch]


def _covered(words: Sequence[Word]) -> list[tuple[float, float]]:
    found: list[list[float]] = []
    for word in sorted(words, key=lambda word: word.x0):
        if found and word.x0 <= found[-1][1] + _GAP:
            found[-1][1] = max(found[-1][1], word.x1)
        else:
            found.append([word.x0, word.x1])
    return [(left, right) for left, right in found]


def _reaches_over(run: Sequence[Word], heads: Sequence[tuple[float, float]]) -> bool:
    left, right = run[0].x0, max(word.x1 for word in run)
    return any(left < start - _GAP and right > start - _GAP for start, _ in heads)


def bands(words: Sequence[Word], columns: Sequence[tuple[float, float]], *, merge: bool) -> list[list[str]]:
    """The rows of words as cells. Lines that go on with a cell above are put into it; ``merge`` puts all into one row.

    Lines of one row stand closer than rows do, or overlap where cells are centred; where all stand as close, a row begins in
    the first column.
    """
    blocks = blocks_of(words)
    if not blocks:
        return []
    gaps = [_top(_level(under)) - _bottom(_level(over)) for over, under in pairwise(blocks)]
    small = min(gaps, default=0.0)
    is_even = max(gaps, default=0.0) <= small + _ROW_GAP
    groups: list[list[Word]] = []
    for number, block in enumerate(blocks):
        has_first = min(word.x0 for word in block) <= columns[0][1]
        is_rest = not has_first or (number > 0 and _goes_on_small(groups[-1], block))
        goes_on = number > 0 and (merge or (is_rest if is_even else gaps[number - 1] <= small + _ROW_GAP))
        if goes_on:
            groups[-1] += block
        else:
            groups.append(list(block))
    return [_cells(group, columns) for group in groups]


def _goes_on_small(above: Sequence[Word], block: Sequence[Word]) -> bool:
    """Whether every cell of a line begins small, where those of the row above it don't: each goes on with the cell above it."""
    return all(run[0].text[:1].islower() for run in runs_of(block)) and not any(
        run[0].text[:1].islower() for run in runs_of(rows_of(above)[0])
    )


def blocks_of(words: Sequence[Word]) -> list[list[Word]]:
    """Lines of words from top to bottom, those that overlap in height put together."""
    blocks: list[list[Word]] = []
    for row in rows_of(words):
        if blocks and _top(row) < _bottom(blocks[-1]) - _OVERLAP * row[0].size:
            blocks[-1] += row
        else:
            blocks.append(list(row))
    return blocks


def _level(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a line without raised and lowered figures, which reach into the white between lines."""
    size = max(word.size for word in words)
    return [word for word in words if word.size >= _RAISED * size]


def _top(words: Sequence[Word]) -> float:
    return min(word.top for word in words)


def _bottom(words: Sequence[Word]) -> float:
    return max(word.bottom for word in words)


def _cells(words: Sequence[Word], columns: Sequence[tuple[float, float]]) -> list[str]:
    """Each word to the column under which it stands; a stretch of words over several columns belongs to each of them."""
    inside: list[list[Word]] = [[] for _ in columns]
    for run in _apart(runs_of(words), columns):
        left, right = run[0].x0, max(word.x1 for word in run)
        covered = [number for number, (x0, x1) in enumerate(columns) if min(right, x1) - max(left, x0) > 0]
        nearest = min(
            range(len(columns)), key=lambda number: abs((columns[number][0] + columns[number][1]) / 2 - (left + right) / 2)
        )
        for number in covered or [nearest]:
            inside[number] += run
    return [cell_text(cell) for cell in inside]


def _apart(runs: Sequence[list[Word]], columns: Sequence[tuple[float, float]]) -> list[list[Word]]:
    """Runs divided where the white between two words is that between two columns, and wider than a blank.

    A full line may end beyond the others of its column, hard by the next cell, which begins where its column does.
    """
    found: list[list[Word]] = []
    starts = [left for left, _ in columns[1:]]
    for run in runs:
        found.append(run[:1])
        for number, (one, two) in enumerate(pairwise(run)):
            white = two.x0 - one.x1
            is_gutter = any(one.x1 <= right + 1 and left - 1 <= two.x0 for (_, right), (left, _) in pairwise(columns))
            begins = any(abs(two.x0 - start) <= _ALIGNED for start in starts)
            if white > _BLANK * two.size and (is_gutter or (begins and white > _WIDER * _usual_blank(run, number))):
                found.append([two])
            else:
                found[-1].append(two)
    return found


def _usual_blank(run: Sequence[Word], number: int) -> float:
    """The middle one of the blanks of a run but for the one behind the word of that number; without others no white is wide."""
    others = sorted(two.x0 - one.x1 for place, (one, two) in enumerate(pairwise(run)) if place != number and two.x0 > one.x1)
    return others[len(others) // 2] if others else float("inf")


def runs_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words of one line that stand no further apart than words of a sentence do."""
    runs: list[list[Word]] = []
    for row in rows_of(words):
        for number, word in enumerate(row):
            if number and word.x0 - row[number - 1].x1 <= max(_GAP, _WIDE_BLANK * word.size):
                runs[-1].append(word)
            else:
                runs.append([word])
    return runs
