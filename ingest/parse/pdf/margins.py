"""Running heads and feet of a PDF: what stands in the margin of page after page, and page numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from ingest.parse.pdf.lines import rows_of
from ingest.parse.pdf.words import Word

_SMALLER = 0.92
_NUMBERS = re.compile(r"\d+")


def running_rows(pages: Sequence[Sequence[Word]], heights: Sequence[float]) -> set[tuple[int, int]]:
    """(page, word) of every word of a running head or foot: in the margin, and the same, numbers apart, on further pages."""
    seen: dict[tuple[str, int], list[tuple[int, list[int]]]] = {}
    lone: list[tuple[int, list[int]]] = []
    for number, words in enumerate(pages):
        indexed = [replace(word, text=f"{position}\x1f{word.text}") for position, word in enumerate(words)]
        rows = rows_of(indexed)
        usual = median(word.size for word in words if word.table < 0) if any(word.table < 0 for word in words) else 0.0
        margin = [row for row in rows if row[0].bottom < 0.11 * heights[number] or row[0].top > 0.89 * heights[number]]
        for row in margin:
            positions = [int(word.text.split("\x1f")[0]) for word in row]
            is_edge = row[0].bottom < 0.055 * heights[number] or row[0].top > 0.945 * heights[number]
            if is_edge and max(word.size for word in row) < _SMALLER * usual:
                lone.append((number, positions))
            text = " ".join(words[position].text for position in positions)
            if re.fullmatch(
                r"(?:page|seite|página|pág\.?)?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/|von|de)\s*\d{1,4})?|[-–|]\s*\d+\s*[-–|]",
                text.strip(),
                re.IGNORECASE,
            ):
                lone.append((number, positions))
            key = (_NUMBERS.sub("#", text.lower()), round(row[0].bottom / 12))
            seen.setdefault(key, []).append((number, positions))
    found = {(number, position) for number, positions in lone for position in positions}
    for (text, place), occurrences in seen.items():
        near = [*occurrences, *seen.get((text, place - 1), []), *seen.get((text, place + 1), [])]
        if len({number for number, _ in near}) > 1:
            found |= {(number, position) for number, positions in occurrences for position in positions}
    return found
