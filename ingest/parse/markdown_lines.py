"""The lines of a Markdown text, and the cells of those that are rows of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.documents import Block, BlockKind, Span
from ingest.parse.marks import bracketed_marks

_DASHES = r"[ \t]*(?::-+:?|-+:|-{2,})[ \t]*"
TABLE_RULE = re.compile(rf"[ \t]*\|?{_DASHES}(?:\|{_DASHES})*\|?[ \t]*$")


@dataclass(frozen=True, slots=True)
class MarkdownLine:
    """A line and its offsets in the text."""

    start: int
    end: int
    text: str


def lines_from(text: str, start: int) -> list[MarkdownLine]:
    """The lines of a text from an offset on."""
    lines = []
    for line in text[start:].split("\n"):
        lines.append(MarkdownLine(start, start + len(line), line))
        start += len(line) + 1
    return lines


def cells_of(line: MarkdownLine) -> list[tuple[str, int, int]]:
    """The cells of a table row: text without the white space around it, and its offsets in the document."""
    cells = []
    position = line.start
    parts = re.split(r"(?<!\\)\|", line.text)
    for part in parts:
        stripped = part.strip()
        begin = position + (part.index(stripped) if stripped else 0)
        cells.append((stripped, begin, begin + len(stripped)))
        position += len(part) + 1
    if cells and not cells[0][0]:
        cells.pop(0)
    if cells and not cells[-1][0]:
        cells.pop()
    return cells


def opens_table(lines: Sequence[MarkdownLine]) -> bool:
    """Whether the first line with words opens a table."""
    heads = [line.text for line in lines if line.text.strip()][:2]
    return len(heads) > 1 and "|" in heads[0] and "|" in heads[1] and TABLE_RULE.match(heads[1]) is not None


def row_block(text: str, heads: Sequence[str], line: MarkdownLine) -> Block | None:
    """The row of a table that a line of ``text`` holds, its cells under the heads of their columns; None for an empty one."""
    cells = cells_of(line)
    filled = [cell for cell in cells if cell[0]]
    if not filled:
        return None
    named = tuple((heads[place] if place < len(heads) else "", words) for place, (words, _, _) in enumerate(cells) if words)
    span = Span(start=filled[0][1], end=filled[-1][2])
    marks = bracketed_marks(text, span.start, span.end)
    numbers = tuple(dict.fromkeys(number for mark in marks for number in mark.numbers))
    return Block(kind=BlockKind.TABLE_ROW, span=span, cells=named, reference_numbers=numbers)
