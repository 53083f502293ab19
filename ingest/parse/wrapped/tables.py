"""Tables in a text set in lines → grids of cells: framed, below strokes, in columns of white space, or a cell a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.parse.wrapped.rows import CELL, Row

_FRAME = re.compile(r"\+(?:[-=]+\+)+$")
_STROKES = re.compile(r"[-=]{2,}")
_COLUMN_RULE = re.compile(r"[-=]{2,}(?: {1,8}[-=]{2,})+$")
_RULE = re.compile(r"[-=]{10,}$")
_FAR = re.compile(r"\S(?: {2,})(?=\S)")
_LABELLED = re.compile(r"(?:table|tabla|tableau|tabelle)\s+(?:\d{1,3}|[IVXA-Z]{1,4})\b", re.IGNORECASE)
MOST_ROWS = 400
"""How many rows a table may have that is read as one."""
_LEAST_ROWS, _LEAST_COLUMNS, _MOST_PART = 3, 2, 40
_MOST_CELL_WORDS, _LEAST_BLOCKS = 9, 3
_SHARE_FAR, _SHARE_BEGIN = 0.6, 0.5


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, how many of them hold column heads (None where that is to be found out), and how many lines they take."""

    grid: list[list[str]]
    heads: int | None
    used: int
    caption: str = ""


def is_caption(row: Row) -> bool:
    """Whether a row names a table by its number or letter."""
    return _LABELLED.match(row.text) is not None


def read_table(rows: Sequence[Row]) -> Table | None:
    """The table that begins with the first row; None for none."""
    return _tabbed(rows) or _piped(rows) or _framed(rows) or _below_strokes(rows) or _below_a_stroke(rows) or _in_columns(rows)


def _tabbed(rows: Sequence[Row]) -> Table | None:
    """Lines whose cells tabs part."""
    count = 0
    while count < len(rows) and CELL in rows[count].text and (not rows[count].gap or not count):
        count += 1
    grid = [[cell.strip() for cell in row.text.split(CELL)] for row in rows[:count]]
    return Table(grid, None, count) if count > 1 else None


def _piped(rows: Sequence[Row]) -> Table | None:
    """Lines between strokes that part their cells, without a frame."""
    count = 0
    while count < len(rows) and rows[count].text.startswith("|") and rows[count].text.count("|") > _LEAST_COLUMNS:
        if count and rows[count].gap:
            break
        count += 1
    grid = [[cell.strip() for cell in row.text.strip("|").split("|")] for row in rows[:count] if row.text.strip("|-:+= ")]
    return Table(grid, None, count) if len(grid) > 1 else None


def _framed(rows: Sequence[Row]) -> Table | None:
    """A table drawn with "+---+" and "|"; a single column of that is a box and no table."""
    if not _FRAME.match(rows[0].text) or rows[0].text.count("+") <= _LEAST_COLUMNS:
        return None
    grid: list[list[str]] = []
    heads, used, opened, rules = 0, 1, True, [0]
    for row in rows[1:MOST_ROWS]:
        if row.gap or not (_FRAME.match(row.text) or (row.text.startswith("|") and row.text.endswith("|"))):
            break
        used += 1
        if _FRAME.match(row.text):
            rules.append(len(grid))
            heads = len(grid) if "=" in row.text or len(rules) == 2 else heads  # noqa: PLR2004 - the rule below the head
            opened = True
            continue
        cells = [cell.strip() for cell in row.text.strip("|").split("|")]
        if not opened and (not cells[0] or _is_ruled(rows[1:MOST_ROWS])):
            grid[-1] = _joined(grid[-1], cells)
        else:
            grid.append(cells)
        opened = False
    if not grid or not _FRAME.match(rows[used - 1].text):
        return None
    return Table(grid, heads if heads < len(grid) else 0, used)


def is_box_edge(row: Row) -> bool:
    """Whether a row is the upper or lower edge of a box with one column."""
    return _FRAME.match(row.text) is not None and row.text.count("+") == 2  # noqa: PLR2004 - its corners


def _is_ruled(rows: Sequence[Row]) -> bool:
    """Whether a stroke stands below every row: then the lines between two are one."""
    edges = 0
    for row in rows:
        if row.gap or not row.text.startswith(("|", "+")):
            break
        edges += _FRAME.match(row.text) is not None
    return edges > 2  # noqa: PLR2004 - below the head and at the end


def _joined(one: Sequence[str], two: Sequence[str]) -> list[str]:
    longer = max(len(one), len(two))
    padded = [[*cells, *[""] * (longer - len(cells))] for cells in (one, two)]
    return [f"{first} {second}".strip() for first, second in zip(*padded, strict=True)]


def _below_strokes(rows: Sequence[Row]) -> Table | None:
    """A table whose columns are as wide as the strokes below its heads; strokes may stand above and below all of it as well."""
    opening = 1 if _COLUMN_RULE.match(rows[0].text) or _RULE.match(rows[0].text) else 0
    rule = next((number for number in range(opening, min(opening + 4, len(rows))) if _COLUMN_RULE.match(rows[number].text)), 0)
    if rule <= opening or any(row.gap for row in rows[1 : rule + 1]):
        return None
    indent = rows[rule].indent
    starts = [indent + match.start() for match in _STROKES.finditer(rows[rule].text)]
    head = _cut(rows[opening:rule], starts)
    if head is None:
        return None
    heads = head[0]
    for more in head[1:]:
        heads = _joined(heads, more)
    is_closed = bool(opening)
    grid, used, has_gaps = [heads], rule + 1, False
    begins = True
    for row in rows[rule + 1 : MOST_ROWS]:
        if row.is_rule or _COLUMN_RULE.match(row.text):
            used += 1
            break
        if (row.gap and not is_closed) or row.is_break:
            break
        cells = _cut([row], starts)
        if cells is None:
            if is_closed:
                return None
            break
        has_gaps = has_gaps or row.gap > 0
        if (not cells[0][0] and not begins) or (has_gaps and not row.gap and len(grid) > 1):
            grid[-1] = _joined(grid[-1], cells[0])
        else:
            grid.append(cells[0])
        begins = False
        used += 1
    return Table(grid, 1, used) if len(grid) > 1 else None


def _cut(rows: Sequence[Row], starts: Sequence[int]) -> list[list[str]] | None:
    """The parts of rows from the beginning of each column to the next; None where a word stands across that."""
    found = []
    for row in rows:
        line = " " * row.indent + row.text
        if any(line[start - 1 : start].strip() for start in starts[1:] if start < len(line)):
            return None
        ends = [*starts[1:], len(line)]
        found.append([line[start:end].strip() for start, end in zip([0, *starts[1:]], ends, strict=True)])
    return found


def _below_a_stroke(rows: Sequence[Row]) -> Table | None:
    """A table in columns of white space whose heads stand above one stroke as wide as all of it."""
    if len(rows) <= _LEAST_ROWS or not _RULE.match(rows[1].text) or rows[1].gap or rows[2].gap:
        return None
    table = _in_columns((rows[0], *rows[2:]))
    return replace(table, heads=1, used=table.used + 1) if table else None


def _in_columns(rows: Sequence[Row]) -> Table | None:
    """A table without strokes: several lines one below the other, with the same columns blank in all of them."""
    if not _FAR.search(rows[0].text) or rows[0].mark:
        return None
    count = 1
    while count < min(len(rows), MOST_ROWS) and rows[count].gap == 0 and not rows[count].mark and not rows[count].is_rule:
        count += 1
    is_head = count < len(rows) and rows[count].gap == 1 and len(_FAR.findall(rows[0].text)) >= _LEAST_COLUMNS
    if count < _LEAST_ROWS and is_head and _FAR.search(rows[count].text):
        # The heads may stand apart.
        count += 1
        while count < min(len(rows), MOST_ROWS) and rows[count].gap == 0 and _FAR.search(rows[count].text):
            count += 1
    if count < _LEAST_ROWS or not _columns(rows[:_LEAST_ROWS], is_part=True):
        return None
    if grid := _columns(rows[:count]):
        return Table(grid, None, count)
    # Something else may follow right below its last row.
    best: Table | None = None
    for used in range(_LEAST_ROWS, min(count, _MOST_PART)):
        grid = _columns(rows[:used])
        if grid:
            best = Table(grid, None, used)
        elif best:
            break
    return best


def _columns(rows: Sequence[Row], *, is_part: bool = False) -> list[list[str]]:
    """The cells of rows, cut where a column is blank in all of them and words begin behind it in most; none for one column.

    Of a part of a table not everything is asked.
    """
    far = sum(_FAR.search(row.text) is not None for row in rows)
    if far < _SHARE_FAR * len(rows) and not is_part:
        return []
    lines = [" " * row.indent + row.text for row in rows]
    width = max(map(len, lines))
    lines = [line.ljust(width) for line in lines]
    left = min(row.indent for row in rows)
    starts = [left]
    for column in range(left + 1, width):
        is_edge = all(line[column - 1] == " " for line in lines)
        begins = sum(line[column] != " " for line in lines)
        is_far = any(line[column - 2 : column] == "  " and line[column] != " " for line in lines)
        if is_edge and is_far and begins >= _SHARE_BEGIN * len(lines):
            starts.append(column)
    if len(starts) < _LEAST_COLUMNS:
        return []
    grid = [[line[start:end].strip() for start, end in zip(starts, [*starts[1:], width], strict=True)] for line in lines]
    is_sparse = sum(not cell for row in grid for cell in row) * 3 > len(grid) * len(starts)
    is_prose = any(len(cell.split()) > 2 * _MOST_CELL_WORDS for row in grid for cell in row)
    # Two columns are a table only where each row has both.
    is_pair = len(starts) == _LEAST_COLUMNS and far < len(rows)
    if is_part:
        return grid
    if is_sparse or is_prose or is_pair:
        return []
    merged: list[list[str]] = []
    for row in grid:
        if merged and not row[0]:
            merged[-1] = _joined(merged[-1], row)
        else:
            merged.append(row)
    return merged if len(merged) >= _LEAST_ROWS else []


def read_cells(rows: Sequence[Row]) -> Table | None:
    """A table that was taken apart into a cell a line: blocks of as many short lines each, one after the other."""
    blocks: list[list[Row]] = []
    for row in rows[:MOST_ROWS]:
        if row.gap or not blocks:
            if blocks and len(blocks[-1]) != len(blocks[0]):
                break
            blocks.append([])
        if row.words > _MOST_CELL_WORDS or row.mark or row.is_rule or (row.text.endswith(".") and row.words > 1):
            blocks.pop()
            break
        blocks[-1].append(row)
    if blocks and len(blocks[-1]) != len(blocks[0]):
        blocks.pop()
    width = len(blocks[0]) if blocks else 0
    if width < _LEAST_COLUMNS or len(blocks) < _LEAST_BLOCKS:
        return None
    return Table([[row.text for row in block] for block in blocks], 1, width * len(blocks))
