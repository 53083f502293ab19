"""Pages of a PDF whose letters are read with what their words need of them, and no more: all fields take seven times as long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from pdfminer.layout import LTChar
from pdfplumber.page import Page

_LEAST_RISE = 0.1
_MOSTLY, _LEAST_TURNED = 0.8, 40
_RIGHT, _LEFT = 90, 270
Box = tuple[float, float, float, float]


class LetteredPage(Page):  # type: ignore[misc]  # the library has no types
    """A page whose letters have their text, place, size, font and colour; ``turn`` says by how much it was turned for them."""

    turn: int = 0

    def process_object(self, obj: Any) -> dict[str, Any]:
        """The fields of what stands on the page: for a letter those that are looked at, for all else all of them."""
        if not isinstance(obj, LTChar) or not isinstance(obj.fontname, str) or self.pdf.unicode_norm is not None:
            found: dict[str, Any] = super().process_object(obj)
            return found
        colour = obj.graphicstate.ncolor
        left, above = self.mediabox[:2]
        top = (self.height - obj.y1) + above
        return {
            "object_type": "char",
            "page_number": self.page_number,
            "text": obj.get_text(),
            "x0": obj.x0 + left if left else obj.x0,
            "x1": obj.x1 + left if left else obj.x1,
            "top": top,
            "bottom": (self.height - obj.y0) + above,
            "doctop": self.initial_doctop + top,
            "upright": obj.upright and not _is_slanted(obj.matrix),
            "turn": _turn_of(obj.matrix),
            "size": obj.size,
            "fontname": obj.fontname,
            "non_stroking_color": colour if isinstance(colour, tuple) else (colour,),
        }


def _is_slanted(matrix: tuple[float, ...]) -> bool:
    """Whether a letter stands on a line that rises or falls, as what is printed across a page does."""
    return abs(matrix[1]) > _LEAST_RISE * abs(matrix[0])


def _turn_of(matrix: tuple[float, ...]) -> int:
    """By how many degrees, clockwise, a letter must be turned to stand upright, if it stands up or down the page; else 0."""
    if abs(matrix[0]) > _LEAST_RISE * abs(matrix[1]):
        return 0
    return 90 if matrix[1] > 0 else 270


def lettered_pages(file: Any) -> Iterator[LetteredPage]:
    """The pages of an open pdfplumber file, those turned whose text stands up or down the page, as wide tables do."""
    for page in file.pages:
        yield _upright(LetteredPage(file, page.page_obj, page_number=page.page_number, initial_doctop=page.initial_doctop))


def _upright(page: LetteredPage) -> LetteredPage:
    turns = Counter(char.get("turn", 0) for char in page.chars if char["text"].strip())
    turn, count = turns.most_common(1)[0] if turns else (0, 0)
    if not turn or count < _MOSTLY * turns.total() or count < _LEAST_TURNED:
        return page
    page.close()
    page.page_obj.rotate = (page.page_obj.rotate + turn) % 360
    page.page_obj.attrs["Rotate"] = page.page_obj.rotate
    turned = LetteredPage(page.pdf, page.page_obj, page_number=page.page_number, initial_doctop=page.initial_doctop)
    turned.turn = turn
    return turned


def turned_boxes(boxes: Sequence[Box], page: LetteredPage) -> list[Box]:
    """Where what stands in the boxes of a page as it was lies on the page as it was turned."""
    width, height = float(page.width), float(page.height)
    if page.turn == _RIGHT:
        return [(width - bottom, x0, width - top, x1) for x0, top, x1, bottom in boxes]
    if page.turn == _LEFT:
        return [(top, height - x1, bottom, height - x0) for x0, top, x1, bottom in boxes]
    return list(boxes)
