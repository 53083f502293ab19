"""Tables of a PDF page: those drawn with rules all round, and those with horizontal rules only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.parse.graded import are_graded_bands
from ingest.parse.pdf.cells import Box, Table, bands, cell_text, is_inside, runs_of
from ingest.parse.pdf.drawing import TALL, Drawing, Drawn
from ingest.parse.pdf.lines import rows_of
from ingest.parse.pdf.open_tables import bare_tables, headed_tables, open_tables
from ingest.parse.pdf.running import heads_section
from ingest.parse.pdf.shaded_tables import shaded_tables
from ingest.parse.pdf.words import Word

_MOST_CELL_WORDS = 220
_LEAST_FILLED = 0.3
_LEAST_TEXT = 8
_NEAR = 3.0
_LEAST_RULES = 2
_GAP = 5.0
_SHORTEST_PIECE = 20.0
_SHORTEST = 100.0
_BULLETS = re.compile(r"[\ufffd•‣▪◦●○∙·■□►▸➢–-]|[\ue000-\uf8ff]")


def find_tables(drawing: Drawing, words: Sequence[Word]) -> list[Table]:
    """The tables of a page, top to bottom; boxes around running text are none."""
    ruled = [table for found in drawing.tables if (table := _ruled(found, words)) is not None]
    shaded = shaded_tables([found.cells for found in drawing.tables], words)
    # Shaded heads without a row below them are no table.
    drawn = [one.box for one in [*ruled, *shaded]]
    ruled = [table for one in [*ruled, *shaded] if len((table := _extended(one, words, drawn)).grid) > 1]
    left = [word for word in words if not any(is_inside(word, table.box) for table in ruled)]
    open_sided = [
        table for table in open_tables(drawing, left, [table.box for table in ruled]) if not are_graded_bands(table.grid)
    ]
    left_over = [word for word in left if not any(is_inside(word, table.box) for table in open_sided)]
    headed = headed_tables(drawing.rules, left_over, [table.box for table in [*ruled, *open_sided]])
    open_sided += [table for table in headed if not _reaches_over_frames(table, drawing.boxes)]
    found = [*ruled, *open_sided]
    rest = [word for word in left if not any(is_inside(word, table.box) for table in open_sided)]
    bare = [
        table for table in bare_tables(rest, [table.box for table in found]) if not _reaches_over_frames(table, drawing.boxes)
    ]
    return sorted((table for table in [*found, *bare] if not _is_list(table.grid)), key=lambda table: table.box[1])


def _is_list(grid: Sequence[Sequence[str]]) -> bool:
    """Whether a column of lone bullets stands before one column of words: that is a list."""
    return all(len(row) == 2 and _BULLETS.fullmatch(row[0]) is not None for row in grid)  # noqa: PLR2004 - mark and words


def _reaches_over_frames(table: Table, boxes: Sequence[Box]) -> bool:
    """Whether what looks like a table without rules stands in tall frames side by side: the texts of panels are no cells."""
    x0, top, x1, bottom = table.box
    tall = [box for box in boxes if box[3] - box[1] >= TALL]
    framed = [box for box in tall if x0 < box[2] and box[0] < x1 and top < box[3] and box[1] < bottom]
    return any(one[2] <= two[0] for one in framed for two in framed)


def _ruled(found: Drawn, words: Sequence[Word]) -> Table | None:
    boxes = list(found.cells)
    columns = _edges([box[0] for box in boxes] + [box[2] for box in boxes])
    rows = _edges([box[1] for box in boxes] + [box[3] for box in boxes])
    if len(columns) < 3 or len(rows) < 3:  # noqa: PLR2004 - two columns, two rows
        return None
    inside = [word for word in words if is_inside(word, found.bbox)]
    texts = {box: cell_text([word for word in inside if is_inside(word, box)]) for box in boxes}
    if any(len(text.split()) > _MOST_CELL_WORDS for text in texts.values()):
        return None
    grid = [[_covering(texts, (x0 + x1) / 2, (y0 + y1) / 2) for x0, x1 in pairwise(columns)] for y0, y1 in pairwise(rows)]
    grid = _without_empty(grid)
    filled = [text for text in texts.values() if text]
    if _are_boxes(grid):
        return None
    if len(grid) < 2 or len(grid[0]) < 2 or len(filled) < max(_LEAST_FILLED * len(texts), 3):  # noqa: PLR2004
        return None
    heads = 1 if _are_bold_heads(inside, list(pairwise(rows))) else None
    return Table(box=found.bbox, grid=grid, heads=heads, edges=tuple(columns))


def _are_boxes(grid: Sequence[Sequence[str]]) -> bool:
    """Whether most rows are one text over all columns: boxes stacked, and no cells."""
    whole = [row for row in grid if len(set(row)) == 1 < len(row) and len(row[0].split()) >= _LEAST_TEXT]
    return len(whole) * 2 > len(grid)


def _are_bold_heads(words: Sequence[Word], rows: Sequence[tuple[float, float]]) -> bool:
    """Whether all words of the first row are bold, in several columns, and none of the other rows is bold throughout."""
    bold = [[word.bold for word in words if top <= word.middle < bottom] for top, bottom in rows]
    filled = [row for row in bold if row]
    first = [word for word in words if rows[0][0] <= word.middle < rows[0][1]]
    is_head = len(filled) > 1 and bool(first) and all(word.bold for word in first) and len(runs_of(first)) > 1
    return is_head and not any(all(row) for row in filled[1:])


def _extended(table: Table, words: Sequence[Word], drawn: Sequence[Box]) -> Table:
    """A table with the rows below it that have no rules of their own, as in tables with every other row shaded.

    Where another drawn table begins, it ends.
    """
    columns = list(pairwise(table.edges))
    x0, top, x1, bottom = table.box
    until = min((box[1] for box in drawn if box[1] > top + _NEAR and box[0] < x1 and x0 < box[2]), default=float("inf"))
    below = [word for word in words if bottom < word.middle < until and x0 - 2 <= word.x0 and word.x1 <= x1 + 2]
    taken: list[Word] = []
    pending: list[Word] = []
    foot = bottom
    for row in rows_of(below):
        runs = runs_of(row)
        is_close = row[0].top - foot <= (1.6 if not pending else 0.7) * row[0].size
        fits = all(any(left - 2 <= run[0].x0 and run[-1].x1 <= right + 2 for left, right in columns) for run in runs)
        beside = [word for word in words if abs(word.bottom - row[0].bottom) < 1 and (word.x1 < x0 - 2 or word.x0 > x1 + 2)]
        if (
            not is_close
            or not fits
            or heads_section(row)
            or any(x0 - 20 < word.x1 < x0 or x1 < word.x0 < x1 + 20 for word in beside)
        ):
            break
        # A line in one cell only belongs to the table if a row of cells follows, or it goes on with the one before.
        pending += row
        if len(runs) > 1 or (taken and row[0].top - foot <= 0.5 * row[0].size):
            taken += pending
            pending = []
        foot = max(foot, *(word.bottom for word in row))
    foot = max((word.bottom for word in taken), default=bottom)
    if not taken or len(columns) != len(table.grid[0]):
        return table
    rows = bands(taken, columns, merge=False)
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
