"""What is drawn on a PDF page beside its words: horizontal rules, tables with rules all round, boxes around text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_MOST_EDGES = 4000
_SHORTEST_PIECE = 20.0
_SHORTEST_STROKE = 12.0
_SMALLEST_BOX = (90.0, 24.0)
_LOWEST_SHADE = 12.0
_MOST_OF_PAGE = 0.6
_NEAR = 2.0
_WHOLE, _WITHIN = 0.9, 5.0
TALL = 36.0
"""How high a box is at least, in points, that holds text of its own and is no row of a table."""
Rule = tuple[float, float, float]
Box = tuple[float, float, float, float]
Stroke = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A table with rules all round, as it is drawn: where it stands, and its cells."""

    bbox: Box
    cells: tuple[Box, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The rules (x0, x1, y), drawn tables and boxes (x0, top, x1, bottom) of a page."""

    rules: tuple[Rule, ...] = ()
    tables: tuple[Drawn, ...] = ()
    boxes: tuple[Box, ...] = ()
    shades: tuple[Box, ...] = ()
    """What is filled or framed and as wide as a column at least, however low it is."""
    strokes: tuple[Stroke, ...] = ()
    """Where lines begin and end that are drawn freely, as arrows are."""


def read_drawing(page: Any) -> Drawing:
    """What is drawn on a pdfplumber page; nothing for one with so many lines that it is a picture."""
    boxes = tuple(sorted({box for shape in [*page.rects, *page.curves] if (box := _box(shape, page)) is not None}))
    if len(page.edges) > _MOST_EDGES:
        return Drawing(boxes=boxes)
    rules = tuple(
        (float(edge["x0"]), float(edge["x1"]), float(edge["top"]))
        for edge in page.edges
        if edge["orientation"] == "h" and edge["x1"] - edge["x0"] > _SHORTEST_PIECE
    )
    rules = tuple(rule for rule in rules if not _is_edge_of_box(rule, boxes, rules))
    tables = tuple(Drawn(bbox=found.bbox, cells=tuple(cell for cell in found.cells if cell)) for found in page.find_tables())
    shades = tuple(sorted({_place(shape) for shape in page.rects if _is_wide(shape)}))
    strokes = tuple(stroke for shape in [*page.lines, *page.curves] if (stroke := _stroke(shape)) is not None)
    return Drawing(rules=rules, tables=tables, boxes=boxes, shades=shades, strokes=strokes)


def _stroke(shape: dict[str, Any]) -> Stroke | None:
    """Where a line begins and ends; None for what is closed, or as short as the head of an arrow."""
    points = shape.get("pts") or []
    if len(points) < 2:  # noqa: PLR2004 - two ends
        return None
    (x0, y0), (x1, y1) = points[0], points[-1]
    return (float(x0), float(y0), float(x1), float(y1)) if abs(x1 - x0) + abs(y1 - y0) >= _SHORTEST_STROKE else None


def _is_edge_of_box(rule: Rule, boxes: Sequence[Box], rules: Sequence[Rule]) -> bool:
    """Whether a rule is the upper or lower edge of a box around text: no rule of a table, which has others inside its frame."""
    x0, x1, height = rule
    for box in boxes:
        left, top, right, bottom = box
        least = _WHOLE * (right - left)
        is_edge = min(abs(height - top), abs(height - bottom)) <= _NEAR and left - _NEAR <= x0 and x1 <= right + _NEAR
        if not is_edge or x1 - x0 < least or bottom - top < TALL:
            continue
        inside = (other for other in rules if top + _WITHIN < other[2] < bottom - _WITHIN)
        if not any(other[0] < left + _WITHIN and other[1] - other[0] >= _SHORTEST_PIECE for other in inside):
            return True
    return False


def _box(shape: dict[str, Any], page: Any) -> Box | None:
    """A frame or shade that is large enough for some lines of text and does not hold most of the page; else None."""
    width, height = float(shape["x1"] - shape["x0"]), float(shape["bottom"] - shape["top"])
    is_large = width >= _SMALLEST_BOX[0] and height >= _SMALLEST_BOX[1]
    if not is_large or width * height > _MOST_OF_PAGE * float(page.width * page.height):
        return None
    return _place(shape)


def _is_wide(shape: dict[str, Any]) -> bool:
    return bool(shape["x1"] - shape["x0"] >= _SMALLEST_BOX[0] and shape["bottom"] - shape["top"] >= _LOWEST_SHADE)


def _place(shape: dict[str, Any]) -> Box:
    return (round(float(shape["x0"])), round(float(shape["top"])), round(float(shape["x1"])), round(float(shape["bottom"])))


def box_around(x0: float, top: float, x1: float, bottom: float, boxes: Sequence[Box]) -> Box | None:
    """The smallest box that holds a line; None where none does."""
    around = [
        box
        for box in boxes
        if box[0] - _NEAR <= x0 and x1 <= box[2] + _NEAR and box[1] - _NEAR <= top and bottom <= box[3] + _NEAR
    ]
    return min(around, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]), default=None)
