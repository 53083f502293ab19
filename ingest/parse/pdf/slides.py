"""Pages on which several slides are printed: each slide is read as a page of its own would be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from ingest.parse.pdf.drawing import Box, Drawing
from ingest.parse.pdf.panels import is_within
from ingest.parse.pdf.words import Word

_FLATTEST, _TALLEST = 1.9, 1.2
_NARROWEST, _LEAST_SHARE, _LEAST_SLIDES = 150.0, 0.5, 3
_SAME, _WHOLE = 3.0, 0.95
_LARGE = 1.15
_SAME_ROW = 12.0
_MOST_FRAMES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is read in one go: a page, a slide on it, or what stands around its slides. ``top`` is where it begins on the page."""

    number: int
    words: list[Word]
    drawing: Drawing
    top: float
    height: float
    is_slide: bool = False

    def in_margin(self) -> list[Word]:
        """The words as they stand from the top of the sheet."""
        return [replace(word, top=word.top - self.top, bottom=word.bottom - self.top) for word in self.words]

    def can_run(self, word: Word) -> bool:
        """Whether a word can be of a running head: on slides those are small, and a title that comes again is none."""
        return not self.is_slide or word.size <= _LARGE * median(other.size for other in self.words)


def split_slides(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets, those with frames of one size in the shape of slides divided by them, where several pages have some.

    A lone frame is a box, and frames on one page alone are the panels of a card.
    """
    found = [_frames(sheet) for sheet in sheets]
    if sum(map(len, found)) < _LEAST_SLIDES or max(map(len, found)) < 2 or sum(map(bool, found)) < 2:  # noqa: PLR2004
        return list(sheets)
    return [part for sheet, frames in zip(sheets, found, strict=True) for part in (_parts(sheet, frames) if frames else [sheet])]


def _frames(sheet: Sheet) -> list[Box]:
    """The frames of slides on a page, row by row; empty where most words stand outside of them."""
    shaped = [box for box in dict.fromkeys(sheet.drawing.boxes) if _has_shape(box)]
    sizes = Counter((round((box[2] - box[0]) / _SAME), round((box[3] - box[1]) / _SAME)) for box in shaped)
    if not sizes:
        return []
    (width, height), _ = max(sizes.items(), key=lambda one: (one[0][0] * one[0][1], one[1]))
    frames = [
        box for box in shaped if abs((box[2] - box[0]) / _SAME - width) <= 1 and abs((box[3] - box[1]) / _SAME - height) <= 1
    ]
    if len(frames) > _MOST_FRAMES or any(_cross(one, two) for one in frames for two in frames if one is not two):
        return []
    held = sum(any(is_within(word, frame) for frame in frames) for word in sheet.words)
    rows = sorted({frame[1] for frame in frames})
    first = {top: next(other for other in rows if top - other <= _SAME_ROW) for top in rows}
    return sorted(frames, key=lambda box: (first[box[1]], box[0])) if held >= _LEAST_SHARE * len(sheet.words) else []


def _has_shape(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return width >= _NARROWEST and _TALLEST * height <= width <= _FLATTEST * height


def _cross(one: Box, two: Box) -> bool:
    return one[0] < two[2] - _SAME and two[0] < one[2] - _SAME and one[1] < two[3] - _SAME and two[1] < one[3] - _SAME


def _parts(sheet: Sheet, frames: Sequence[Box]) -> list[Sheet]:
    parts = []
    taken: set[int] = set()
    for frame in frames:
        words = [word for word in sheet.words if is_within(word, frame)]
        taken |= {id(word) for word in words}
        inside = _inside(sheet.drawing, frame)
        height = frame[3] - frame[1]
        parts.append(Sheet(number=sheet.number, words=words, drawing=inside, top=frame[1], height=height, is_slide=True))
    left = [word for word in sheet.words if id(word) not in taken]
    return [*parts, *([replace(sheet, words=left, drawing=Drawing())] if left else [])]


def _inside(drawing: Drawing, frame: Box) -> Drawing:
    """What is drawn on a slide without its frame and what reaches from edge to edge, which is its design."""
    most = _WHOLE * (frame[2] - frame[0])

    def is_drawn_on(x0: float, top: float, x1: float, bottom: float) -> bool:
        is_in = frame[0] - _SAME <= x0 and x1 <= frame[2] + _SAME and frame[1] - _SAME <= top and bottom <= frame[3] + _SAME
        return is_in and x1 - x0 < most

    return Drawing(
        rules=tuple(rule for rule in drawing.rules if is_drawn_on(rule[0], rule[2], rule[1], rule[2])),
        tables=tuple(table for table in drawing.tables if is_drawn_on(*table.bbox)),
        boxes=tuple(box for box in drawing.boxes if is_drawn_on(*box)),
    )
