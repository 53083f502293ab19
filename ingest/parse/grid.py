"""A table as rows of cells → pieces: each row a statement that carries its column heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.parse.marks import expand
from ingest.parse.pieces import Piece, Role

Grid = Sequence[Sequence[str]]
_MARK = re.compile(r"\s*\[(?P<numbers>\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\](?![(\[:])")
_BULLET = re.compile(r"(?:^|\s)[•‣▪◦●○∙]\s*")
_HEAD_WORDS = 9
_LONG_ROW = 60
_NOTHING = frozenset({"", "-", "–", "—", "−", "n/a", "na", "nil"})
_BARE_START = re.compile(
    r"[<>≤≥=±~+\d.,\s%/–-]|(?:below|under|over|above|less than|more than|at least|up to|from|between|menos de|más de|hasta)\b",
    re.IGNORECASE,
)
_LEAST_LETTERS = 4
_LEAST_BELOW = 2
_DOSE = re.compile(
    r"\d\s*(?:%|(?:mg|mcg|µg|μg|ug|g|kg|ml|l|mmol|meq|iu|ie|ui|units?|micrograms?|drops?|puffs?|tablets?|capsules?|times|doses|daily)\b)",
    re.IGNORECASE,
)
_FIGURE_HEAD = re.compile(r"[<>≤≥]?\s*\d[\d.,\s–-]*(?:(?:to|à|bis|a|y|et|und|and)\s+\d[\d.,]*\s*)?-?(?=[^\W\d_])")
_FOOT_MARK = re.compile(r"^([*†‡§¶#]+)\s*;\s*")


def table_pieces(
    grid: Grid, *, heads: int | None = None, caption: str = "", page: int | None = None, pages: Sequence[int | None] = ()
) -> list[Piece]:
    """The pieces of a table whose first ``heads`` rows are column heads (found out when None); none for a table without words.

    Cells that span several columns or rows must be repeated in each. ``pages`` holds the page of each row, if they differ.
    """
    rows = [[" ".join(cell.split()) for cell in row] for row in grid]
    width = max((len(row) for row in rows), default=0)
    rows = [row + [""] * (width - len(row)) for row in rows]
    count = guess_heads(rows) if heads is None else heads
    columns = [_column_head([row[column] for row in rows[:count]]) for column in range(width)]
    pieces: list[Piece] = []
    for position, row in enumerate(rows[count:], start=count):
        own_page = pages[position] if position < len(pages) else page
        pieces += _row_pieces(row, columns, own_page)
    for position in range(len(pieces) - 1, -1, -1):
        if pieces[position].role is not Role.GROUP:
            break
        # With no row below it, it is a note at the table's foot.
        note = _FOOT_MARK.sub(r"\1 ", pieces[position].text)
        pieces[position] = replace(pieces[position], role=Role.PARAGRAPH, text=note)
    if pieces and caption.strip():
        pieces.insert(0, Piece(role=Role.CAPTION, text=caption, page=pieces[0].page))
    return pieces


def guess_heads(rows: Grid) -> int:
    """How many rows of an unmarked table hold column heads: one or two, or none where the first row is like the others."""
    if len(rows) < 2:  # noqa: PLR2004 - a head and a row
        return 0
    first, second = rows[0], rows[1]
    if not _is_head(_without_figures(rows)):
        return 0
    is_key_and_value = len(first) == 2 and first[0].rstrip().endswith(":")  # noqa: PLR2004 - two columns
    if is_key_and_value:
        return 0
    spans = any(one and one == two for one, two in pairwise(first))
    is_merged_down = any(one and one == two for one, two in zip(first, second, strict=False))
    is_named = is_merged_down or _is_head(second)
    is_second_head = spans and len(rows) > 2 and is_named and len(set(second)) > len(set(first))  # noqa: PLR2004
    return 2 if is_second_head else 1


def _without_figures(rows: Grid) -> list[str]:
    """The first row, without the figure that opens a head of its own ("24-hour range", "6 to 11 years").

    A first row of values has its units again below it; a dose is never a head.
    """
    first, *below = rows
    if len(below) < _LEAST_BELOW or re.match(r"[<>≤≥]?\s*\d", first[0]):
        return list(first)
    kept = []
    for column, cell in enumerate(first):
        figure = _FIGURE_HEAD.match(cell)
        words = _letters(cell[figure.end() :]) if figure else set()
        others = [row[column] for row in below if column < len(row)]
        is_head = words and not _DOSE.search(cell) and any(re.search(r"\d", other) for other in others)
        is_head = is_head and not any(words & _letters(other) for other in others)
        kept.append(cell[figure.end() :] if figure and is_head else cell)
    return kept


def _letters(cell: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", cell.lower()))


def _is_head(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell]
    if len(filled) < max(len(row) - 1, 1) or len(set(filled)) == 1 < len(row):
        return False
    return all(len(cell.split()) <= _HEAD_WORDS and not re.match(r"[<>≤≥]?\s*\d", cell) for cell in filled)


def _column_head(cells: Sequence[str]) -> str:
    """The head of a column from its cells in the head rows, outermost first."""
    words = dict.fromkeys(_unmarked(cell)[0].rstrip(" :") for cell in cells)
    outer, *inner = [word for word in words if word] or [""]
    return ", ".join([outer, *(_small(word) for word in inner)])


def _row_pieces(row: Sequence[str], columns: Sequence[str], page: int | None) -> list[Piece]:
    """A row as one piece, as one per cell when it is long, or as a group's name."""
    texts: list[str] = []
    numbers: list[int] = []
    for cell in row:
        text, own = _unmarked(cell)
        texts.append(_joined_bullets(text))
        numbers += own
    numbers = list(dict.fromkeys(numbers))
    filled = {text for text in texts if text.lower() not in _NOTHING}
    if not filled or not any(character.isalnum() for text in filled for character in text):
        return []
    if len(texts) > 1 and len(filled) == 1 and (texts[0] in filled):
        return [Piece(role=Role.GROUP, text=texts[0], page=page)]
    name = _row_name(texts[0], columns[0]) if len(texts) > 1 else ""
    cells = list(zip(columns, texts, strict=True))
    named = cells[1:] if name else cells
    parts = [_cell(head, text) for head, text in named if text]
    if sum(len(text.split()) for text in texts) <= _LONG_ROW or len(parts) == 1:
        lines = ["; ".join(part.rstrip(" ;.") for part in parts)]
    else:
        lines = parts
    kept = tuple((head, text) for head, text in cells if text)
    return [
        Piece(
            role=Role.ROW,
            text=f"{name} — {line}" if name and line else name or line,
            page=page,
            cells=kept,
            numbers=tuple(numbers),
        )
        for line in (lines or [""])
        if name or line
    ]


def _row_name(cell: str, head: str) -> str:
    """What a row is about: its first cell, with the column's head when the cell alone says nothing ("30–60")."""
    letters = max((len(word) for word in re.findall(r"[^\W\d_]+", cell)), default=0)
    if head and cell and (_BARE_START.match(cell) or letters < _LEAST_LETTERS) and not _is_said(head, cell):
        return f"{head}: {cell}"
    return cell


def _is_said(head: str, cell: str) -> bool:
    return head.lower() in cell.lower()


def _cell(head: str, text: str) -> str:
    return f"{_small(head)}: {text}" if head else text


def _small(head: str) -> str:
    """A head as it stands inside a line: "Dose" → "dose", but "QTc" and "PFS" stay."""
    first = head.split(" ", 1)[0]
    is_plain = first[:1].isupper() and first[1:].islower() and len(first) > 1
    return head[0].lower() + head[1:] if is_plain else head


def _unmarked(cell: str) -> tuple[str, list[int]]:
    """A cell without its reference marks, and their numbers."""
    numbers = [number for match in _MARK.finditer(cell) for number in expand(match["numbers"])]
    return _MARK.sub("", cell).strip(), numbers


def _joined_bullets(text: str) -> str:
    parts = [part.strip(" ;") for part in _BULLET.split(text)]
    return "; ".join(part for part in parts if part) if len(parts) > 1 else text
