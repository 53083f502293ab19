"""What a text that was typed or printed by a machine sets with signs: tables below strokes, framed boxes, numbers of headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from ingest.documents import Block, BlockKind, Span
from ingest.parse.markdown_lines import MarkdownLine
from ingest.sentences import asserts

_COLUMN_RULE = re.compile(r"[ \t]*[-=]{2,}(?: {1,8}[-=]{2,})+[ \t]*$")
_STROKES = re.compile(r"[-=]{2,}")
_FRAME = re.compile(r"[ \t]*[+*][-=*]{5,}[+*][ \t]*$")
_FRAMED = re.compile(r"[ \t]*\|[^|]*\|[ \t]*$")
_FRAME_SIGNS = re.compile(r"[|+*=-]")
_NUMBER = re.compile(r"[ \t]*(?P<number>(?P<above>\d{1,2}(?:\.\d{1,2}){0,2})\.\d{1,2})\.?[ \t]+(?=[A-ZÁÉÍÓÚÑ])")
_FOOT = re.compile(r"[ \t]*(?:\S.*(?: {3,}|\t| [|–—-] ))?(?:page|página|pág\.) \d{1,4} (?:of|de) \d{1,4}[ \t]*$", re.IGNORECASE)
_ADDRESS = re.compile(r"[ \t]*(?:https?://|www\.)\S+")
_ENTRY = re.compile(r"(?:\. ?){4,}\s*\d{1,4}[ \t]*$")
_TITLE_RULE = re.compile(r"[ \t]*={3,}[ \t]*$")
_MOST_TITLE_WORDS, _MOST_HEADING_WORDS = 8, 12


def numbered_heading(line: str, below: str) -> tuple[str, str] | None:
    """The words, with their number, of a line that is numbered inside of a section, and that section's number.

    Few words may ask for something where text stands ``below`` them: above another number they are one of several statements.
    """
    match = _NUMBER.match(line)
    words = line[match.end() :].strip() if match else ""
    is_phrase = 0 < len(words.split()) <= _MOST_HEADING_WORDS and words[-1] not in ".;,:!"
    may_ask = len(words.split()) <= _MOST_TITLE_WORDS and not any(map(str.isdigit, words)) and not _NUMBER.match(below)
    return (" ".join(line.split()), match["above"]) if match and is_phrase and (may_ask or not asserts(words)) else None


def is_centred_title(lines: Sequence[str]) -> int:
    """How many lines a title in the middle of its line takes, with one more that may go on, and strokes below; 0 for none."""
    for used in (2, 3):
        inside = lines[: used - 1]
        if len(lines) >= used and _TITLE_RULE.match(lines[used - 1]) and all(line.startswith("    ") for line in lines[:used]):
            return used if all(0 < len(line.split()) <= _MOST_HEADING_WORDS for line in inside) else 0
    return 0


def is_running_foot(line: str) -> bool:
    """Whether a line ends with the number of its page, of how many, far from its other words."""
    return _FOOT.match(line) is not None


def is_address_bar(lines: Sequence[str]) -> bool:
    """Whether lines hold the address that they were printed from, at the start of one."""
    return any(_ADDRESS.match(line) for line in lines)


def is_list_of_contents(lines: Sequence[str]) -> bool:
    """Whether lines, below a line that may name them, lead by dots to the numbers of pages."""
    entries = [_ENTRY.search(line) is not None for line in lines]
    return sum(entries) > 1 and all(entries[1:])


def read_columns(text: str, lines: Sequence[MarkdownLine]) -> tuple[list[Block], int]:
    """The rows of the table that the first line heads, its columns as wide as the strokes below them, and how many lines it has.

    None where a word stands across two columns: then the strokes don't tell its cells.
    """
    if len(lines) < 3 or not lines[0].text.strip() or not _COLUMN_RULE.match(lines[1].text):  # noqa: PLR2004 - heads, rule, a row
        return [], 0
    starts = [match.start() for match in _STROKES.finditer(lines[1].text)]
    heads = _cells(lines[0].text, starts)
    below = list(takewhile(lambda line: line.text.strip(), lines[2:]))
    rows: list[Block] = []
    for line in below:
        if _COLUMN_RULE.match(line.text) or not line.text.strip(" -=\t"):
            continue
        cells = _cells(line.text, starts)
        if heads is None or cells is None:
            return [], 0
        named = tuple((head, cell) for head, cell in zip(heads, cells, strict=True) if cell)
        start, end = line.start + len(line.text) - len(line.text.lstrip()), line.start + len(line.text.rstrip())
        if not cells[0] and rows:
            rows[-1] = _gone_on(rows[-1], named, end=end)
        else:
            rows.append(Block(kind=BlockKind.TABLE_ROW, span=Span(start=start, end=end), cells=named))
    return (rows, len(below) + 2) if text and rows else ([], 0)


def _cells(line: str, starts: Sequence[int]) -> list[str] | None:
    """The parts of a line from the beginning of each column to the next; None where a word stands across that."""
    if "\t" in line or any(line[start - 1 : start].strip() for start in starts if 0 < start < len(line)):
        return None
    ends = [*starts[1:], len(line)]
    return [line[start:end].strip() for start, end in zip([0, *starts[1:]], ends, strict=True)]


def _gone_on(row: Block, named: Sequence[tuple[str, str]], *, end: int) -> Block:
    """A row with the words of a further line of its cells."""
    more = dict(named)
    cells = [(head, f"{words} {more.pop(head)}" if head in more else words) for head, words in row.cells]
    return Block(kind=row.kind, span=Span(start=row.span.start, end=end), cells=(*cells, *more.items()))


def without_frames(text: str, start: int) -> str:
    """``text`` with the frames of its boxes behind ``start`` as spaces, so that no stroke stands in a sentence."""
    lines = text[start:].split("\n")
    for first, last in _boxes(lines):
        for number in range(first, last + 1):
            line = lines[number]
            is_edge = number in {first, last}
            lines[number] = _FRAME_SIGNS.sub(" ", line) if is_edge else line.replace("|", " ")
    return text[:start] + "\n".join(lines)


def _boxes(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The first and the last line of each box: frames above and below, and strokes at both ends of every line between."""
    found, number = [], 0
    while number < len(lines):
        if _FRAME.match(lines[number]):
            last = number + 1
            while last < len(lines) and _FRAMED.match(lines[last]):
                last += 1
            if last < len(lines) and last > number + 1 and _FRAME.match(lines[last]):
                found.append((number, last))
                number = last
        number += 1
    return found


def framed_title(raw_above: str, raw: str, raw_below: str) -> str | None:
    """The name of a framed box: its first line, few words without a stop, where more stands below it in the frame."""
    if not (_FRAME.match(raw_above) and _FRAMED.match(raw) and _FRAMED.match(raw_below)):
        return None
    words = " ".join(raw.strip(" \t|").split()).rstrip(":")
    is_name = 0 < len(words.split()) <= _MOST_TITLE_WORDS and words[0].isupper() and words[-1] not in ".;,!?"
    return words if is_name and (words.isupper() or not asserts(words)) else None


def is_framed(raw: str) -> bool:
    """Whether a line stands in a framed box."""
    return _FRAMED.match(raw) is not None
