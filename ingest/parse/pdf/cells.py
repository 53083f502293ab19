"""The cells of a table on a PDF page: words put into columns and rows by where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.parse.pdf.lines import make_line, rows_of
from ingest.parse.pdf.words import Word

_GAP = 5.0
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: where it stands (x0, top, x1, bottom), its cells with spans filled in, and its head rows (None: not told)."""

    box: Box
    grid: list[list[str]]
    heads: int | None = None
    edges: tuple[float, ...] = ()


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
        else:
            text = f"{text} {line}" if text else line
    return text.strip()


def columns_of(words: Sequence[Word]) -> list[tuple[float, float]]:
    """(left, right) of each column: stretches that words cover, with white of some points between them."""
    found: list[list[float]] = []
    for word in sorted(words, key=lambda word: word.x0):
        if found and word.x0 <= found[-1][1] + _GAP:
            found[-1][1] = max(found[-1][1], word.x1)
        else:
            found.append([word.x0, word.x1])
    return [(left, right) for left, right in found]


def bands(words: Sequence[Word], columns: Sequence[tuple[float, float]], *, merge: bool) -> list[list[str]]:
    """The rows of words as cells. Lines that go on with a cell above are put into it; ``merge`` puts all into one row."""
    rows = rows_of(words)
    if not rows:
        return []
    groups: list[list[list[Word]]] = []
    tops = [min(word.top for word in row) for row in rows]
    pitches = [two - one for one, two in pairwise(tops)]
    usual = min(pitches, default=0)
    is_even = not pitches or max(pitches) <= 1.2 * min(pitches)
    for number, row in enumerate(rows):
        has_first = row[0].x0 <= columns[0][1]
        goes_on = number > 0 and (merge or (not has_first if is_even else pitches[number - 1] <= 1.25 * usual))
        if goes_on:
            groups[-1].append(row)
        else:
            groups.append([row])
    return [_cells([word for row in group for word in row], columns) for group in groups]


def _cells(words: Sequence[Word], columns: Sequence[tuple[float, float]]) -> list[str]:
    """Each word to the column under which it stands; a stretch of words over several columns belongs to each of them."""
    inside: list[list[Word]] = [[] for _ in columns]
    for run in runs_of(words):
        left, right = run[0].x0, max(word.x1 for word in run)
        covered = [number for number, (x0, x1) in enumerate(columns) if min(right, x1) - max(left, x0) > 0]
        nearest = min(
            range(len(columns)), key=lambda number: abs((columns[number][0] + columns[number][1]) / 2 - (left + right) / 2)
        )
        for number in covered or [nearest]:
            inside[number] += run
    return [cell_text(cell) for cell in inside]


def runs_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words of one line that stand no further apart than words of a sentence do."""
    runs: list[list[Word]] = []
    for row in rows_of(words):
        for number, word in enumerate(row):
            if number and word.x0 - row[number - 1].x1 <= _GAP:
                runs[-1].append(word)
            else:
                runs.append([word])
    return runs
