"""A line of a table in a draft → its cells, the words that it states, and its marks. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.citation.cleaned import without_markup
from assistant.citation.marks import Mark, find_marks, without_marks

_CITING = re.compile(
    r"(?:sources?|passages?|refs?\.?|references?|citations?|documents?|marks?|fuentes?|pasajes?|referencias?|citas?)(?:\s*\(s\))?",
    re.IGNORECASE,
)
_COUNTING = re.compile(r"(?:#|no\.?|nr\.?|n\.?[º°]?|number|item|step|line|n[uú]m\.?|)", re.IGNORECASE)
_COUNT = re.compile(r"\(?\d{1,2}[.)]?")
_NUMBERS = re.compile(r"\d{1,3}(?:\s*(?:,|;|&|and|y)\s*\d{1,3})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """``text`` is the first cell as label of the others; ``under_header`` names the column before each of them.

    ``cell_numbers`` are the passages that each cell cites, ``heads`` the heads of the columns ("" for none).
    """

    cells: tuple[str, ...]
    cell_numbers: tuple[tuple[int, ...], ...]
    heads: tuple[str, ...]
    text: str
    under_header: str
    marks: tuple[Mark, ...]


def read_row(line: str, header: Sequence[str], known: Collection[int]) -> Row:
    """The row under ``header`` (none for the first line). A column of running numbers states nothing, one of marks cites."""
    raw = [cell.strip() for cell in line.strip().strip("|").split("|")]
    marks = find_marks(line, known)
    cited = [find_marks(cell, known) for cell in raw]
    cells = [without_markup(without_marks(cell, found)) for cell, found in zip(raw, cited, strict=True)]
    heads = [*header, *("" for _ in cells)][: len(cells)]
    if header:
        for position, head in enumerate(heads):
            if _CITING.fullmatch(head) and _NUMBERS.fullmatch(cells[position]):
                numbers = tuple(int(number) for number in re.findall(r"\d+", cells[position]))
                marks = (*marks, Mark(0, 0, numbers))
                cells[position] = ""
    counted = bool(header) and len(cells) > 1 and _COUNTING.fullmatch(heads[0]) and _COUNT.fullmatch(cells[0])
    stated = [(head, cell) for head, cell in zip(heads, cells, strict=True) if cell][1 if counted else 0 :]
    texts = [cell for _, cell in stated]
    named = [f"{head}: {cell}" if head else cell for head, cell in stated[1:]]
    return Row(
        cells=tuple(cells),
        cell_numbers=tuple(tuple(number for mark in found for number in mark.numbers) for found in cited),
        heads=tuple(heads),
        text=_joined(texts),
        under_header=_joined([*texts[:1], *named]) if header and named and texts[0] else "",
        marks=marks,
    )


def _joined(texts: Sequence[str]) -> str:
    rest = ", ".join(texts[1:])
    return f"{texts[0]}: {rest}" if rest else "".join(texts[:1])
