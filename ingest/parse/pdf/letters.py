"""Pages of a PDF whose letters are read with what their words need of them, and no more: all fields take seven times as long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pdfminer.layout import LTChar
from pdfplumber.page import Page

_LEAST_RISE = 0.1


class LetteredPage(Page):  # type: ignore[misc]  # the library has no types
    """A page whose letters have their text, place, size, font and colour."""

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
            "size": obj.size,
            "fontname": obj.fontname,
            "non_stroking_color": colour if isinstance(colour, tuple) else (colour,),
        }


def _is_slanted(matrix: tuple[float, ...]) -> bool:
    """Whether a letter stands on a line that rises or falls, as what is printed across a page does."""
    return abs(matrix[1]) > _LEAST_RISE * abs(matrix[0])


def lettered_pages(file: Any) -> Iterator[LetteredPage]:
    """The pages of an open pdfplumber file."""
    for page in file.pages:
        yield LetteredPage(file, page.page_obj, page_number=page.page_number, initial_doctop=page.initial_doctop)
