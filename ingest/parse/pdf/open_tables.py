"""Tables of a PDF page that are open at the sides: with horizontal rules only, or without any."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.parse.pdf.cells import Box, Table, bands, blocks_of, cell_text, columns_of, runs_of
from ingest.parse.pdf.closing import closed
from ingest.parse.pdf.columns import find_gutter
from ingest.parse.pdf.drawing import Drawing, Rule
from ingest.parse.pdf.drawn_columns import drawn_columns
from ingest.parse.pdf.lines import rows_of
from ingest.parse.pdf.parting import is_caption, parts_of
from ingest.parse.pdf.running import is_graded_band, is_justified
from ingest.parse.pdf.words import Word

_NEAR = 3.0
_LEAST_RULES = 2
_FEW_RULES = 4
_GAP = 5.0
_SHORTEST = 100.0
_GUTTER_WORDS = 150
_HEAD_LINES = 4.5
_SPANNING = 0.8
_MOST_HEAD_WORDS = 6


def open_tables(drawing: Drawing, words: Sequence[Word], taken: Sequence[Box]) -> list[Table]:
    """Tables with horizontal rules only, outside the boxes that are taken."""
    tables: list[Table] = []
    rules = drawing.rules
    for stack in _stacks(rules, taken):
        for part in (closed(part, words) for part in parts_of(stack, words, drawing)):
            table = _between(part, words, rules) if len(part) > _LEAST_RULES else None
            if table is not None:
                tables.append(table)
    return tables


def _stacks(
    drawn: Sequence[Rule], taken: Sequence[Box], *, least: int = _LEAST_RULES + 1, most: int = 10_000
) -> list[list[Rule]]:
    """Horizontal rules (x0, x1, y) of one width above each other: what such a table is made of."""
    rules = [rule for rule in _joined(drawn) if rule[1] - rule[0] > _SHORTEST and not _is_taken(rule, taken)]
    stacks: list[list[Rule]] = []
    for rule in rules:
        for stack in stacks:
            if abs(stack[-1][0] - rule[0]) <= _NEAR and abs(stack[-1][1] - rule[1]) <= _NEAR:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [stack for stack in stacks if least <= len(stack) <= most]


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


def _between(rules: Sequence[Rule], words: Sequence[Word], drawn: Sequence[Rule]) -> Table | None:
    """The table that a stack of rules holds, its columns told by the white between them; its heads may stand above the first."""
    x0, x1 = rules[0][0], rules[0][1]
    near = [word for word in words if x0 - 2 <= (word.x0 + word.x1) / 2 <= x1 + 2]
    inside = [word for word in near if rules[0][2] < word.middle <= rules[-1][2]]
    above = _heads_above(rules, near, columns_of(inside))
    first = rules if above else rules[1:]
    lower = [word for word in inside if word.middle > first[0][2]]
    columns = drawn_columns(rules, drawn) or max(columns_of([*lower, *above]), columns_of([*above, *inside]), key=len)
    if len(columns) < 2 or len(lower) < 4:  # noqa: PLR2004 - two columns, two rows
        return None
    upper_words = above or [word for word in inside if word.middle <= rules[1][2]]
    heads = _spanning_heads(upper_words, columns, rules, drawn) or bands(upper_words, columns, merge=True)
    has_rule_each = len(rules) > _FEW_RULES or bool(above)
    body: list[list[str]] = []
    for upper, under in pairwise(first):
        body += bands([word for word in lower if upper[2] < word.middle <= under[2]], columns, merge=has_rule_each)
    is_small = sum(bool(cell) for row in body for cell in row) < 3  # noqa: PLR2004 - one row is no table
    if not body or (is_small and (above or any(word.bottom <= rules[0][2] for word in words))):
        return None
    top = min(word.top for word in above) if above else rules[0][2]
    box, edges = (x0, top, x1, rules[-1][2]), tuple(left for left, _ in columns)
    return Table(box=box, grid=[*heads, *body], heads=len(heads) or None, edges=edges, is_rest=is_small)


def _spanning_heads(
    words: Sequence[Word], columns: Sequence[tuple[float, float]], rules: Sequence[Rule], drawn: Sequence[Rule]
) -> list[list[str]]:
    """The head rows of a table in which short rules say over which columns a head reaches; none where no such rules are drawn."""
    whole = rules[0][1] - rules[0][0]
    top, foot = min((word.top for word in words), default=0.0), max((word.bottom for word in words), default=0.0)
    short = [rule for rule in _joined(drawn) if top < rule[2] < foot and rule[1] - rule[0] < _SPANNING * whole]
    if not short:
        return []
    height = min(rule[2] for rule in short)
    upper, lower = [word for word in words if word.middle < height], [word for word in words if word.middle >= height]
    row = [""] * len(columns)
    for rule in short:
        over = [word for word in upper if rule[0] - _NEAR <= word.x0 and word.x1 <= rule[1] + _NEAR]
        for number, (left, right) in enumerate(columns):
            if rule[0] - _NEAR <= (left + right) / 2 <= rule[1] + _NEAR:
                row[number] = cell_text(over)
        upper = [word for word in upper if word not in over]
    others = bands(upper, columns, merge=True) if upper else []
    first = [one or other for one, other in zip(row, others[0] if others else row, strict=True)]
    return [first, *(bands(lower, columns, merge=True) if lower else [])]


def _heads_above(rules: Sequence[Rule], words: Sequence[Word], columns: Sequence[tuple[float, float]]) -> list[Word]:
    """The words of a head that stands just above the first rule, where each row has a rule below it; else nothing."""
    if len(rules) <= _FEW_RULES - 1 or len(columns) < 2:  # noqa: PLR2004 - two columns
        return []
    over = [row for row in rows_of(words) if row[0].bottom <= rules[0][2] + 1]
    if not over or rules[0][2] - over[-1][0].bottom > over[-1][0].size:
        return []
    row = over[-1]
    parts = runs_of(row)
    starts = [left for left, _ in columns]
    aligned = sum(any(abs(part[0].x0 - start) <= _NEAR for start in starts) for part in parts)
    return row if len(parts) >= 2 and aligned >= len(parts) - 1 and len(parts) <= len(columns) else []  # noqa: PLR2004


def bare_tables(words: Sequence[Word], taken: Sequence[Box]) -> list[Table]:
    """Tables without any rule: rows of cells under each other, just below a line that says "Table 1 …"."""
    tables: list[Table] = []
    gutter = find_gutter(words) if len(words) > _GUTTER_WORDS else None
    sides = [words]
    if gutter is not None:
        sides = [[word for word in words if word.x1 <= gutter.x], [word for word in words if word.x0 >= gutter.x]]
    for side in sides:
        rows = [row for row in rows_of(side) if row[0].table < 0]
        for number, row in enumerate(rows):
            if is_caption(" ".join(word.text for word in row)) or _are_bold_heads(rows[number : number + 3]):
                is_head = not is_caption(" ".join(word.text for word in row))
                table = _bare(rows[number if is_head else number + 1 :], row[0].top if is_head else row[0].bottom)
                if table is not None and not any(_overlap(table.box, box) for box in taken):
                    tables.append(table)
    return tables


def _are_bold_heads(rows: Sequence[Sequence[Word]]) -> bool:
    """Whether the first of three rows holds bold heads, and cells in plain type begin right below each.

    Two heads may stand over columns of text: there the cells must be short, with white between them that no text has.
    """
    if len(rows) < 3 or not all(word.bold for word in rows[0]):  # noqa: PLR2004 - a head and two rows
        return False
    heads = runs_of(rows[0])
    if is_graded_band(rows[0]) or any(map(is_justified, rows)):
        return False
    if len(heads) < 2 or any(len(head) > _MOST_HEAD_WORDS for head in heads):  # noqa: PLR2004 - two columns
        return False
    if len(heads) == 2 and not all(_are_short_cells(row) for row in rows[1:]):  # noqa: PLR2004 - two columns
        return False
    starts = [head[0].x0 for head in heads]
    for row in rows[1:]:
        cells = runs_of(row)
        aligned = sum(any(abs(cell[0].x0 - start) <= _NEAR for start in starts) for cell in cells)
        if len(cells) < 2 or aligned < len(cells) or all(word.bold for word in row):  # noqa: PLR2004 - a row has cells
            return False
    return True


def _are_short_cells(row: Sequence[Word]) -> bool:
    """Whether a row is two short cells far from each other, and none goes on with a line above or has a bullet."""
    cells = runs_of(row)
    if len(cells) != 2 or len(cells[0]) > _MOST_HEAD_WORDS:  # noqa: PLR2004 - two columns
        return False
    opens = (cell[0].text[:1] for cell in cells)
    return cells[1][0].x0 - cells[0][-1].x1 >= 2 * row[0].size and all(one.isupper() or one.isdigit() for one in opens)


def _bare(rows: Sequence[Sequence[Word]], foot: float) -> Table | None:
    """The table that begins with the first of some rows; None where they are running text."""
    kept = _rows_below(rows, foot)
    inside = [word for row in kept for word in row]
    columns = columns_of(inside)
    if len(kept) < 3 or len(columns) < 2:  # noqa: PLR2004 - a head and two rows, two columns
        return None
    box = (columns[0][0] - 1, kept[0][0].top - 1, columns[-1][1] + 1, max(word.bottom for word in inside) + 1)
    return Table(box=box, grid=bands(inside, columns, merge=False), edges=tuple(left for left, _ in columns))


def _rows_below(rows: Sequence[Sequence[Word]], foot: float) -> list[Sequence[Word]]:
    """The rows from the first on that are rows of cells: several runs of words, or one that goes on with a cell above."""
    kept: list[Sequence[Word]] = []
    for row in blocks_of([word for line in rows for word in line]):
        top = min(word.top for word in row)
        if top - foot > (2.2 if kept else 3.0) * row[0].size:
            break
        if len(runs_of(row)) < 2 and not (kept and _goes_on(row, kept, foot)):  # noqa: PLR2004 - a row has cells
            break
        kept.append(row)
        foot = max(foot, *(word.bottom for word in row))
    return kept


def _goes_on(row: Sequence[Word], kept: Sequence[Sequence[Word]], foot: float) -> bool:
    """Whether a line of one run stands close below, within one column of the rows so far, in their type."""
    columns = columns_of([word for other in kept for word in other])
    size = row[0].size
    is_like = any(abs(word.size - size) <= 0.06 * size and word.bold >= row[0].bold for other in kept for word in other)
    ends = [left for left, _ in columns[1:]] + [float("inf")]
    is_within = any(left - 2 <= row[0].x0 and row[-1].x1 <= end for (left, _), end in zip(columns, ends, strict=True))
    return row[0].top - foot <= 0.7 * size and is_like and is_within


def headed_tables(rules: Sequence[Rule], words: Sequence[Word], taken: Sequence[Box]) -> list[Table]:
    """Tables that go on over the page: a rule above the heads and one below them, and none at the foot."""
    tables: list[Table] = []
    for over, under in _stacks(rules, taken, least=2, most=2):
        heads = [word for word in words if over[0] - 2 <= word.x0 <= over[1] + 2 and over[2] < word.middle <= under[2]]
        if not heads or len(runs_of(heads)) < 2 or under[2] - over[2] > _HEAD_LINES * heads[0].size:  # noqa: PLR2004
            continue
        side = [word for word in words if over[0] - 2 <= word.x0 <= over[1] + 2 and word.middle > under[2]]
        kept = _rows_below(rows_of(side), under[2])
        body = [word for row in kept for word in row]
        columns = columns_of([*heads, *body])
        if len(kept) < 2 or len(columns) < 2:  # noqa: PLR2004 - rows and columns
            continue
        head_rows = bands(heads, columns, merge=True)
        tables.append(
            Table(
                box=(over[0], over[2], over[1], max(word.bottom for word in body) + 1),
                grid=[*head_rows, *bands(body, columns, merge=False)],
                heads=len(head_rows),
                edges=tuple(left for left, _ in columns),
            )
        )
    return tables


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
