"""Pages that are made of panels side by side, as pocket cards and posters are: each frame is read by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.parse.pdf.drawing import Box
from ingest.parse.pdf.words import Word

_NEAR = 3.0
_LEAST_PANELS, _LEAST_WORDS = 3, 5
_SHARE = 0.6
_SAME_ROW = 12.0


@dataclass(frozen=True, slots=True)
class Panel:
    """A frame that stands in no other, with the words in it."""

    box: Box
    words: tuple[Word, ...]


def find_panels(words: Sequence[Word], boxes: Sequence[Box]) -> list[Panel]:
    """The panels of a page in reading order, where some stand side by side and most of its words are in them; else none."""
    outer = [box for box in boxes if not any(other != box and _holds(other, box) for other in boxes)]
    found = [(box, tuple(word for word in words if is_within(word, box))) for box in dict.fromkeys(outer)]
    panels = [Panel(box, inside) for box, inside in found if len(inside) >= _LEAST_WORDS]
    held = sum(len(panel.words) for panel in panels)
    if len(panels) < _LEAST_PANELS or held < _SHARE * len(words) or any(_cross(one, two) for one in panels for two in panels):
        return []
    if not any(_are_beside(one.box, two.box) for one in panels for two in panels):
        return []
    tops = sorted({panel.box[1] for panel in panels})
    rows = {top: next(other for other in tops if top - other <= _SAME_ROW) for top in tops}
    return sorted(panels, key=lambda panel: (rows[panel.box[1]], panel.box[0]))


def is_within(word: Word, box: Box) -> bool:
    """Whether a word, or what stands for a table, is inside a box."""
    return box[0] - _NEAR <= word.x0 and word.x1 <= box[2] + _NEAR and box[1] <= word.middle <= box[3]


def _holds(box: Box, other: Box) -> bool:
    is_larger = (box[2] - box[0]) * (box[3] - box[1]) > (other[2] - other[0]) * (other[3] - other[1])
    is_around = box[0] - _NEAR <= other[0] and box[1] - _NEAR <= other[1]
    return is_larger and is_around and other[2] <= box[2] + _NEAR and other[3] <= box[3] + _NEAR


def _are_beside(one: Box, two: Box) -> bool:
    return one[2] <= two[0] + _NEAR and one[1] < two[3] - _SAME_ROW and two[1] < one[3] - _SAME_ROW


def _cross(one: Panel, two: Panel) -> bool:
    """Whether two panels share words: then they are no panels."""
    return one is not two and bool({id(word) for word in one.words} & {id(word) for word in two.words})
