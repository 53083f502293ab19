"""Numbers of pages in the text of a page that was copied or printed: running feet, and lines that differ in them alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.parse.lines import Line

_PAGE_OF = re.compile(r"(?:page|página|p\.)?\s*\d{1,4}\s*(?:of|/|de)\s*\d{1,4}", re.IGNORECASE)
_PAGED = re.compile(r"(?P<words>\S.*?)(?:\t| {3,})\s*(?:page )?\d{1,4}", re.IGNORECASE)


def runs_beside_number(lines: Sequence[Line], position: int) -> bool:
    """Whether a line alone between blank ones has the number of its page right below it: a running foot."""
    line, below = lines[position], lines[position + 1] if position + 1 < len(lines) else None
    *above, last = line.text.split("\n")
    if len(above) == 1 and _PAGE_OF.fullmatch(last.strip()):
        return True
    is_alone = position > 0 and line.gap > 0 and below is not None and below.gap == 0
    return is_alone and below is not None and _PAGE_OF.fullmatch(below.text) is not None and line.text[-1] not in ".:;?!"


def without_page_numbers(lines: list[Line]) -> tuple[list[Line], frozenset[int]]:
    """The lines, of those that are the same but for a page number the first without it, and where the others start."""
    heads: dict[str, list[int]] = {}
    for position, line in enumerate(lines):
        if match := _PAGED.fullmatch(line.text):
            heads.setdefault(match["words"].casefold(), []).append(position)
    found, again = list(lines), set[int]()
    for positions in heads.values():
        if len(positions) > 1:
            first = lines[positions[0]]
            words = _PAGED.fullmatch(first.text)["words"]  # type: ignore[index]
            found[positions[0]] = replace(first, end=first.start + len(words), text=words)
            again |= {lines[position].start for position in positions[1:]}
    return found, frozenset(again)
