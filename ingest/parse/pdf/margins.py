"""Running heads and feet of a PDF: what stands in the margin of page after page, and page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from ingest.parse.pdf.lines import rows_of
from ingest.parse.pdf.words import Word

_SMALLER = 0.92
_MARGIN = 0.11
_EDGE = 0.055
_APART = 2.0
_CORNER = 0.6
Row = list[tuple[int, Word]]
"""The words of a row, each with its place among the words of its page."""
_NUMBERS = re.compile(r"\d+")
_FIGURE = re.compile(r"\d{1,4}")
_BARRED = re.compile(r"\s+[|•·]\s+")
_SAYS = re.compile(r"[^\W\d_]{3}")
_VERSION = re.compile(r"(?:v|ver|version|rev|revision|issue|edition|versión)\.?\s?\d{1,2}(?:\.\d{1,2}){0,3}", re.IGNORECASE)
_LARGER = 1.15
_COUNTED = re.compile(
    r"(?:step|day|stage|part|phase|week|month|cycle|section|chapter|appendix|annex|visit|dose|level|grade|band|group|module|"
    r"lesson|unit|topic|question|session|option|line|tier|zone|category|class|type|regimen|plan|table|box|paso|día|fase|semana|"
    r"parte|anexo|nivel|grupo|schritt|tag|woche|teil|étape|jour|semaine|partie)s?\s+(?:\d|[ivxlc]{1,4}\b)",
    re.IGNORECASE,
)
"""What numbers may count beside pages."""
_ENDS_COUNTED = re.compile(r"\d{1,4}(?:\s*(?:of|/|von|de)\s*\d{1,4})?\W*$")
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|página|pág\.?)?\s*(?:[es]?\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/|von|de)\s*\d{1,4})?|[-–|]\s*\d+\s*[-–|]",
    re.IGNORECASE,
)


def running_rows(pages: Sequence[Sequence[Word]], heights: Sequence[float]) -> set[tuple[int, int]]:
    """(page, word) of every word of a running head or foot: in the margin, and the same, numbers apart, on further pages.

    The parts of a row are looked at one by one too, for heads often stand left on one page and right on the next.
    """
    seen: dict[tuple[str, int], list[tuple[int, list[int]]]] = {}
    lone: list[tuple[int, list[int]]] = []
    rows_in = [_placed_rows(words) for words in pages]
    margins = [list(_margin_rows(rows, height)) for rows, height in zip(rows_in, heights, strict=True)]
    for number, words in enumerate(pages):
        usual = median(word.size for word in words) if words else 0.0
        for row in margins[number]:
            positions = [position for position, _ in row]
            size, top, bottom = max(word.size for _, word in row), row[0][1].top, row[0][1].bottom
            is_edge = bottom < _EDGE * heights[number] or top > (1 - _EDGE) * heights[number]
            text = " ".join(word.text for _, word in row)
            if (is_edge and (size < _SMALLER * usual or _has_number_apart(row))) or _PAGE_NUMBER.fullmatch(text.strip()):
                lone.append((number, positions))
            for part in _parts(row):
                words_of = " ".join(word.text for _, word in part)
                if _VERSION.fullmatch(words_of) and len(part) < len(row):
                    # The version stands beside the title on right pages, and beside the publisher on left ones.
                    seen.setdefault((words_of.lower(), round(bottom / 12)), []).append((number, positions))
                elif len(part) == len(row) or _SAYS.search(words_of):
                    is_counted = bottom < heights[number] / 2 and _counts_content([word for _, word in part], usual)
                    key = (words_of.lower() if is_counted else _NUMBERS.sub("#", words_of.lower()), round(bottom / 12))
                    seen.setdefault(key, []).append((number, [position for position, _ in part]))
    found = {(number, position) for number, positions in lone for position in positions}
    for (text, place), occurrences in seen.items():
        near = [*occurrences, *seen.get((text, place - 1), []), *seen.get((text, place + 1), [])]
        if len({number for number, _ in near}) > 1:
            found |= {(number, position) for number, positions in occurrences for position in positions}
    found |= _numbers_beside(margins, found)
    at_edges = {one for number, height in enumerate(heights) for one in _at_edges(number, margins[number], height, found)}
    return at_edges | _counting(rows_in)


def _counts_content(words: Sequence[Word], usual: float) -> bool:
    """Whether the number in the head of a page counts what stands below it ("Day 2", "Step 3: fluids"), and not the pages."""
    text = " ".join(word.text for word in words)
    if max(word.size for word in words) >= _LARGER * usual and not _ENDS_COUNTED.search(text):
        return True
    is_set_apart = all(word.bold for word in words) or min(word.size for word in words) >= _LARGER * usual
    return is_set_apart and _COUNTED.match(text) is not None


def _placed_rows(words: Sequence[Word]) -> list[Row]:
    """The rows of a page, each word with its place in ``words``."""
    places = {id(word): place for place, word in enumerate(words)}
    return [[(places[id(word)], word) for word in row] for row in rows_of(words)]


def _counting(pages: Sequence[Sequence[Row]]) -> set[tuple[int, int]]:
    """(page, word) of the lone figure that stands apart below all else of its page, where those of other pages count on.

    The paper may be larger than the page that is printed on it, and this far from its edge.
    """
    last: dict[int, list[tuple[int, int]]] = {}
    for number, rows in enumerate(pages):
        if len(rows) < 2 or len(rows[-1]) != 1:  # noqa: PLR2004 - a line and a figure
            continue
        position, lowest = rows[-1][0]
        is_apart = lowest.top - max(word.bottom for _, word in rows[-2]) >= lowest.size
        if is_apart and _FIGURE.fullmatch(lowest.text):
            last.setdefault(int(lowest.text) - number, []).append((number, position))
    return {one for counted in last.values() if len(counted) > 1 for one in counted}


def _at_edges(number: int, rows: Sequence[Row], height: float, found: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those of a page that nothing else divides from its edge: below a caption stand column heads, which repeat as well."""
    upper = [row for row in rows if row[0][1].bottom < _MARGIN * height]
    for edge in (upper, [row for row in reversed(rows) if row not in upper]):
        for row in edge:
            inside = [(number, position) for position, _ in row if (number, position) in found]
            if not inside:
                break
            yield from inside


def _margin_rows(rows: Sequence[Row], height: float) -> Iterator[Row]:
    """The rows in the upper and lower margin."""
    for row in rows:
        first = row[0][1]
        if first.bottom < _MARGIN * height or first.top > (1 - _MARGIN) * height:
            yield row
            continue
        # A small line in the corner beside a large heading that reaches out of the margin.
        for part in _parts(row)[1:]:
            if all(word.bottom < _MARGIN * height and word.size < _CORNER * first.size for _, word in part):
                yield part


def _parts(row: Row) -> list[Row]:
    """A row, and its parts where wide white divides it."""
    parts: list[Row] = [[]]
    for position, word in row:
        if parts[-1] and word.x0 - parts[-1][-1][1].x1 > _APART * word.size:
            parts.append([])
        parts[-1].append((position, word))
    return [list(row), *parts] if len(parts) > 1 else [list(row)]


def _has_number_apart(row: Row) -> bool:
    """Whether a page number stands at one end of a row, and other words at the other."""
    parts = [" ".join(word.text for _, word in part) for part in _parts(row)[1:]]
    parts = parts or _BARRED.split(" ".join(word.text for _, word in row))
    return len(parts) > 1 and any(_PAGE_NUMBER.fullmatch(part) for part in (parts[0], parts[-1]))


def _numbers_beside(margins: Sequence[Sequence[Row]], found: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The page numbers that stand in one row with a running head."""
    beside: set[tuple[int, int]] = set()
    for number in {page for page, _ in found}:
        for row in margins[number]:
            left = [(position, word) for position, word in row if (number, position) not in found]
            if left and len(left) < len(row) and _PAGE_NUMBER.fullmatch(" ".join(word.text for _, word in left)):
                beside |= {(number, position) for position, _ in left}
    return beside
