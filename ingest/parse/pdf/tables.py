"""Tables of a PDF page: those drawn with rules all round, and those with horizontal rules only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ingest.parse.pdf.lines import make_line, rows_of
from ingest.parse.pdf.words import Word

_MOST_EDGES = 4000
_MOST_CELL_WORDS = 220
_LEAST_FILLED = 0.3
_NEAR = 3.0
_LEAST_RULES = 2
_GAP = 5.0
_SHORTEST_PIECE = 20.0
_SHORTEST = 100.0

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: where it stands (x0, top, x1, bottom), its cells with spans filled in, and its head rows (None: not told)."""

    box: Box
    grid: list[list[str]]
    heads: int | None = None
    edges: tuple[float, ...] = ()


def find_tables(page: Any, words: Sequence[Word]) -> list[Table]:
    """The tables of a page, top to bottom; boxes around running text are none."""
    if len(page.edges) > _MOST_EDGES:
        return []
    ruled = [table for found in page.find_tables() if (table := _ruled(found, words)) is not None]
    ruled = [_extended(table, words) for table in ruled]
    left = [word for word in words if not any(is_inside(word, table.box) for table in ruled)]
    open_sided = _open_sided(page, left, [table.box for table in ruled])
    return sorted([*ruled, *open_sided], key=lambda table: table.box[1])


def is_inside(word: Word, box: Box) -> bool:
    """Whether a word's centre lies in a box."""
    x = (word.x0 + word.x1) / 2
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= word.middle <= box[3] + 1


def _ruled(found: Any, words: Sequence[Word]) -> Table | None:
    boxes: list[Box] = [cell for cell in found.cells if cell]
    columns = _edges([box[0] for box in boxes] + [box[2] for box in boxes])
    rows = _edges([box[1] for box in boxes] + [box[3] for box in boxes])
    if len(columns) < 3 or len(rows) < 3:  # noqa: PLR2004 - two columns, two rows
        return None
    inside = [word for word in words if is_inside(word, found.bbox)]
    texts = {box: _cell_text([word for word in inside if is_inside(word, box)]) for box in boxes}
    if any(len(text.split()) > _MOST_CELL_WORDS for text in texts.values()):
        return None
    grid = [[_covering(texts, (x0 + x1) / 2, (y0 + y1) / 2) for x0, x1 in pairwise(columns)] for y0, y1 in pairwise(rows)]
    grid = _without_empty(grid)
    filled = [text for text in texts.values() if text]
    if len(grid) < 2 or len(grid[0]) < 2 or len(filled) < max(_LEAST_FILLED * len(texts), 3):  # noqa: PLR2004
        return None
    return Table(box=found.bbox, grid=grid, edges=tuple(columns))


def _extended(table: Table, words: Sequence[Word]) -> Table:
    """A table with the rows below it that have no rules of their own, as in tables with every other row shaded."""
    columns = list(pairwise(table.edges))
    x0, top, x1, bottom = table.box
    below = [word for word in words if word.middle > bottom and x0 - 2 <= word.x0 and word.x1 <= x1 + 2]
    taken: list[Word] = []
    foot = bottom
    for row in rows_of(below):
        runs = _runs(row)
        is_close = row[0].top - foot <= 1.6 * row[0].size
        fits = all(any(left - 2 <= run[0].x0 and run[-1].x1 <= right + 2 for left, right in columns) for run in runs)
        if not is_close or not fits or (len(runs) < 2 and not taken):  # noqa: PLR2004 - a row has cells
            break
        beside = [word for word in words if abs(word.bottom - row[0].bottom) < 1 and (word.x1 < x0 - 2 or word.x0 > x1 + 2)]
        if any(x0 - 20 < word.x1 < x0 or x1 < word.x0 < x1 + 20 for word in beside):
            break
        taken += row
        foot = max(word.bottom for word in row)
    if not taken or len(columns) != len(table.grid[0]):
        return table
    rows = _bands(taken, columns, merge=False)
    return Table(box=(x0, top, x1, foot), grid=[*table.grid, *rows], heads=table.heads, edges=table.edges)


def _edges(places: Sequence[float]) -> list[float]:
    """Distinct places, those nearer than a few points to each other taken as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _covering(texts: dict[Box, str], x: float, y: float) -> str:
    return next((text for (x0, y0, x1, y1), text in texts.items() if x0 <= x <= x1 and y0 <= y <= y1), "")


def _without_empty(grid: list[list[str]]) -> list[list[str]]:
    """The grid without columns and rows that hold nothing, and without columns that only repeat the one before."""
    rows = [row for row in grid if any(row)]
    if not rows:
        return []
    columns = list(zip(*rows, strict=True))
    kept = [column for number, column in enumerate(columns) if any(column) and (number == 0 or column != columns[number - 1])]
    return [list(row) for row in zip(*kept, strict=True)] if kept else []


def _cell_text(words: Sequence[Word]) -> str:
    """The words of a cell on one line, hyphens at line ends undone."""
    text = ""
    for row in rows_of([word for word in words if not word.hidden]):
        line = make_line(row, page=0, column=(0, 0)).text
        if text.endswith("-") and len(text) > 2 and text[-2].isalpha() and line[:1].islower():  # noqa: PLR2004
            text = text[:-1] + line
        else:
            text = f"{text} {line}" if text else line
    return text.strip()


def _open_sided(page: Any, words: Sequence[Word], taken: Sequence[Box]) -> list[Table]:
    tables: list[Table] = []
    for rules in _stacks(page, taken):
        inside = [word for word in words if is_inside(word, (rules[0][0], rules[0][2], rules[0][1], rules[-1][2]))]
        table = _between(rules, inside)
        if table is not None:
            tables.append(table)
    return tables


Rule = tuple[float, float, float]


def _stacks(page: Any, taken: Sequence[Box]) -> list[list[Rule]]:
    """Horizontal rules (x0, x1, y) of one width above each other: what such a table is made of."""
    rules: list[Rule] = [
        (edge["x0"], edge["x1"], edge["top"])
        for edge in page.edges
        if edge["orientation"] == "h" and edge["x1"] - edge["x0"] > _SHORTEST_PIECE
    ]
    rules = [rule for rule in _joined(rules) if rule[1] - rule[0] > _SHORTEST and not _is_taken(rule, taken)]
    stacks: list[list[Rule]] = []
    for rule in rules:
        for stack in stacks:
            if abs(stack[-1][0] - rule[0]) <= _NEAR and abs(stack[-1][1] - rule[1]) <= _NEAR:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [stack for stack in stacks if len(stack) > _LEAST_RULES]


def _is_taken(rule: Rule, boxes: Sequence[Box]) -> bool:
    return any(box[1] - 2 <= rule[2] <= box[3] + 2 and box[0] - _GAP <= rule[0] <= box[2] for box in boxes)


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Rules at one height that touch, as one; each height once."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule[2]), rule[0])):
        last = joined[-1] if joined else None
        if last and abs(last[2] - rule[2]) <= 1.5 and rule[0] <= last[1] + _GAP:  # noqa: PLR2004 - points
            joined[-1] = (last[0], max(last[1], rule[1]), last[2])
        else:
            joined.append(rule)
    return joined


def _between(rules: Sequence[Rule], words: Sequence[Word]) -> Table | None:
    """The table between the first and the last of a stack of rules, its columns told by the white between them."""
    lower = [word for word in words if word.middle > rules[1][2]]
    columns = _columns(lower)
    if len(columns) < 2 or len(lower) < 4:  # noqa: PLR2004 - two columns, two rows
        return None
    heads = _bands([word for word in words if word.middle <= rules[1][2]], columns, merge=True)
    body: list[list[str]] = []
    for upper, under in pairwise(rules[1:]):
        body += _bands([word for word in lower if upper[2] < word.middle <= under[2]], columns, merge=len(rules) > 5)  # noqa: PLR2004
    grid = [*heads, *body]
    if len(body) < 1 or len(grid) < 2 or sum(bool(cell) for row in body for cell in row) < 3:  # noqa: PLR2004
        return None
    box = (rules[0][0], rules[0][2], rules[0][1], rules[-1][2])
    return Table(box=box, grid=grid, heads=len(heads) or None, edges=tuple(column[0] for column in columns))


def _columns(words: Sequence[Word]) -> list[tuple[float, float]]:
    """(left, right) of each column: stretches that words cover, with white of some points between them."""
    found: list[list[float]] = []
    for word in sorted(words, key=lambda word: word.x0):
        if found and word.x0 <= found[-1][1] + _GAP:
            found[-1][1] = max(found[-1][1], word.x1)
        else:
            found.append([word.x0, word.x1])
    return [(left, right) for left, right in found]


def _bands(words: Sequence[Word], columns: Sequence[tuple[float, float]], *, merge: bool) -> list[list[str]]:
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
    for run in _runs(words):
        left, right = run[0].x0, max(word.x1 for word in run)
        covered = [number for number, (x0, x1) in enumerate(columns) if min(right, x1) - max(left, x0) > 0]
        nearest = min(
            range(len(columns)), key=lambda number: abs((columns[number][0] + columns[number][1]) / 2 - (left + right) / 2)
        )
        for number in covered or [nearest]:
            inside[number] += run
    return [_cell_text(cell) for cell in inside]


def _runs(words: Sequence[Word]) -> list[list[Word]]:
    """Words of one line that stand no further apart than words of a sentence do."""
    runs: list[list[Word]] = []
    for row in rows_of(words):
        for number, word in enumerate(row):
            if number and word.x0 - row[number - 1].x1 <= _GAP:
                runs[-1].append(word)
            else:
                runs.append([word])
    return runs
