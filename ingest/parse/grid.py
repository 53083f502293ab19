"""A table as rows of cells → pieces: each row a statement that carries its column heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.parse.flow import flow_pieces
from ingest.parse.graded import without_graded_heads
from ingest.parse.marks import expand
from ingest.parse.pieces import Piece, Role
from ingest.row_words import joined, row_parts, said_row, small_head

Grid = Sequence[Sequence[str]]
_MARK = re.compile(r"\s*\[(?P<numbers>\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\](?![(\[:])")
_BULLET = re.compile(r"(?:^|\s)[•‣▪◦●○∙]\s*")
_HEAD_WORDS = 9
_LONG_ROW = 60
_LEAST_BELOW = 2
_LEAST_BANDS = 2
_DOSE = re.compile(
    r"\d\s*(?:%|(?:mg|mcg|µg|μg|ug|g|kg|ml|l|mmol|meq|iu|ie|ui|units?|micrograms?|drops?|puffs?|tablets?|capsules?|times|doses|daily)\b)",
    re.IGNORECASE,
)
_FIGURE_HEAD = re.compile(r"[<>≤≥]?\s*\d[\d.,\s–-]*(?:(?:to|à|bis|a|y|et|und|and)\s+\d[\d.,]*\s*)?-?(?=[^\W\d_])")
_BAND = re.compile(
    r"(?P<below>(?:<|≤|(?:under|below|less than|fewer than|up to|menos de|hasta|menor de)\s)\s*(?P<most>\d+(?:[.,]\d+)?))|"
    r"(?P<above>(?:>|≥|(?:over|above|more than|at least|from|más de|mayor de|desde)\s)\s*(?P<least>\d+(?:[.,]\d+)?))|"
    r"(?P<low>\d+(?:[.,]\d+)?)\s*(?:[^\W\d_]{1,6}\s*)?(?:[-–—]|to\s|a\s|bis\s)\s*(?P<high>\d+(?:[.,]\d+)?)|"
    r"(?P<only>\d+(?:[.,]\d+)?)(?=(?P<rest>.*))",
    re.IGNORECASE,
)
_UPWARDS = re.compile(
    r"\b(?:and|or|y|o)\s+(?:over|above|more|older|greater|higher|up|heavier|más|mayor)\b|[+]\s*\S{0,6}$", re.IGNORECASE
)
_DOWNWARDS = re.compile(r"\b(?:and|or|y|o)\s+(?:under|below|less|younger|lower|lighter|menos|menor)\b", re.IGNORECASE)
_HOUR = re.compile(
    r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d(?:\s?(?:h|hrs?|hours?|[ap]\.?m\.?))?|\s?(?:h|hrs?|[ap]\.?m\.?))", re.IGNORECASE
)
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
    if flow := flow_pieces(rows, pages[0] if pages else page):
        return flow
    rows, count = without_graded_heads(rows, guess_heads(rows) if heads is None else heads)
    named = _count_names(rows) if 0 < _count_names(rows) < count else 0
    columns = [_column_head([row[column] for row in rows[named:count]]) for column in range(width)]
    pieces = [Piece(role=Role.GROUP, text=_unmarked(row[0])[0], page=pages[0] if pages else page) for row in rows[:named]]
    for position, row in enumerate(rows[count:], start=count):
        own_page = pages[position] if position < len(pages) else page
        pieces += _row_pieces(row, columns, own_page)
    if not any(piece.role is Role.ROW for piece in pieces):
        # Heads of nothing are words like others, as where a table only places the lines of a letterhead.
        heads_said = dict.fromkeys(cell for row in rows[named:count] for cell in row if cell)
        pieces = [*(Piece(role=Role.PARAGRAPH, text=cell, page=page) for cell in heads_said), *pieces]
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
    """How many rows of an unmarked table hold column heads: one or two, or none where the first row is like the others.

    A cell over all columns above them, which names the table, counts as well.
    """
    named = _count_names(rows)
    below = _guess_heads(rows[named:])
    return named + below if below else 0


def _count_names(rows: Grid) -> int:
    """How many rows at the top are one cell over several columns, in few words: the table's name."""
    named = 0
    while named < len(rows) and len(rows[named]) > 1 and rows[named][0] and len(set(rows[named])) == 1:
        named += 1
    return named if all(row[0][-1] not in ".;" for row in rows[:named]) else 0


def _guess_heads(rows: Grid) -> int:
    if len(rows) < 2:  # noqa: PLR2004 - a head and a row
        return 0
    first, second = rows[0], rows[1]
    if _has_gaps_filled(rows):
        return 2
    if _is_banded(rows) or _is_of_hours(rows):
        return 1
    if not _is_head(_without_figures(rows)):
        return 0
    is_key_and_value = len(first) == 2 and first[0].rstrip().endswith(":")  # noqa: PLR2004 - two columns
    if is_key_and_value:
        return 0
    spans = any(one and one == two for one, two in pairwise(first))
    is_merged_down = any(one and one == two for one, two in zip(first, second, strict=False))
    is_named = is_merged_down or _is_head(second)
    # The same names may come again under each group where the other heads go on down.
    is_told_apart = is_merged_down and len(set(zip(first, second, strict=False))) == len(second)
    is_second_head = spans and len(rows) > 2 and is_named and (len(set(second)) > len(set(first)) or is_told_apart)  # noqa: PLR2004
    return 2 if is_second_head else 1


def _has_gaps_filled(rows: Grid) -> bool:
    """Whether the first row only names groups of columns, and the second names each column of them and the others."""
    first, second, *below = rows
    if not below or all(first) or not any(one and one == two for one, two in pairwise(first)):
        return False
    outer = [cell for cell in first if cell]
    is_short = all(len(cell.split()) <= _HEAD_WORDS and not re.match(r"[<>≤≥]?\s*\d", cell) for cell in outer)
    # The same names may come again under each group.
    is_told_apart = len(set(zip(first, second, strict=True))) == len(second)
    return is_short and all(second) and is_told_apart and _is_head(second)


def _is_banded(rows: Grid) -> bool:
    """Whether the first row holds the bands of a quantity, one after the other and open at an end, and no other row does."""
    return bool(rows[0][0]) and not rows[0][0][0].isdigit() and _are_bands(rows[0][1:]) and not _are_bands(rows[1][1:])


def _is_of_hours(rows: Grid) -> bool:
    """Whether the first row names hours of the day behind what its first column holds, and no other row has any."""
    first, *below = rows
    is_named = bool(first[0]) and not first[0][0].isdigit() and len(first) > _LEAST_BANDS
    return (
        is_named and all(map(_HOUR.fullmatch, first[1:])) and not any(_HOUR.fullmatch(cell) for row in below for cell in row[1:])
    )


def _are_bands(cells: Sequence[str]) -> bool:
    """Whether cells are bands that follow each other: "under 50 kg", "50-69 kg", "70 kg and over"."""
    bounds = [_bounds(cell) for cell in cells]
    known = [bound for bound in bounds if bound is not None]
    if len(known) < max(len(cells), _LEAST_BANDS):
        return False
    is_open = any(low == float("-inf") or high == float("inf") for low, high in known)
    rising = all(one[1] <= two[0] for one, two in pairwise(known))
    falling = all(one[0] >= two[1] for one, two in pairwise(known))
    return is_open and (rising or falling)


def _bounds(cell: str) -> tuple[float, float] | None:
    """The lowest and highest figure of a band; None for a cell that is none."""
    match = _BAND.match(cell)
    if match is None or len(cell.split()) > _HEAD_WORDS:
        return None
    figures = {name: float(match[name].replace(",", ".")) for name in ("most", "least", "low", "high", "only") if match[name]}
    if "most" in figures:
        return float("-inf"), figures["most"]
    if "least" in figures:
        return figures["least"], float("inf")
    if "low" in figures:
        return figures["low"], figures["high"]
    if _UPWARDS.search(match["rest"]):
        return figures["only"], float("inf")
    return (float("-inf"), figures["only"]) if _DOWNWARDS.search(match["rest"]) else None


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
    return ", ".join([outer, *(small_head(word) for word in inner)])


def _row_pieces(row: Sequence[str], columns: Sequence[str], page: int | None) -> list[Piece]:
    """A row as one piece, as one per cell when it is long, or as a group's name."""
    texts: list[str] = []
    numbers: list[int] = []
    for cell in row:
        text, own = _unmarked(cell)
        texts.append(_joined_bullets(text))
        numbers += own
    numbers = list(dict.fromkeys(numbers))
    # A dash or "nil" is what the row says of its first cell: only empty cells make it the name of the rows below.
    filled = {text for text in texts if text}
    if not filled or not any(character.isalnum() for text in filled for character in text):
        return []
    if len(texts) > 1 and len(filled) == 1 and (texts[0] in filled):
        return [Piece(role=Role.GROUP, text=texts[0], page=page)]
    cells = list(zip(columns, texts, strict=True))
    name, parts = row_parts(cells)
    is_short = sum(len(text.split()) for text in texts) <= _LONG_ROW or len(parts) == 1
    lines = [joined(parts)] if is_short else parts
    kept = tuple((head, text) for head, text in cells if text)
    return [
        Piece(
            role=Role.ROW,
            text=said_row(name, line),
            page=page,
            cells=kept,
            numbers=tuple(numbers),
        )
        for line in (lines or [""])
        if name or line
    ]


def _unmarked(cell: str) -> tuple[str, list[int]]:
    """A cell without its reference marks, and their numbers."""
    numbers = [number for match in _MARK.finditer(cell) for number in expand(match["numbers"])]
    return _MARK.sub("", cell).strip(), numbers


def _joined_bullets(text: str) -> str:
    parts = [part.strip(" ;") for part in _BULLET.split(text)]
    return "; ".join(part for part in parts if part) if len(parts) > 1 else text
