"""The words of a PDF page with their place and type, and why some of them can't be seen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ingest.parse.pdf.tied import tied_letters
from ingest.parse.read import LIGATURES

_BOLD = re.compile(r"bold|black|heavy|demi|semib|cmbx|-b(?:i|$)|\bbd\b|medi?$|\.bi?$", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|cmti|-it?$|\.b?i$", re.IGNORECASE)
_TINY = 2.0
_WHITE = 0.93
_DOUBLED = 0.9
_DOT = (1.5, 6.5)
_LARGEST_DOT, _OF_LETTERS = 20.0, 0.45
_BESIDE = 30.0
_NEXT = 2.0
_CALLING = re.compile(r"\d{1,2}(?:[,–-]\d{1,2})*")
_GLUED, _LEAST_SHIFT, _MOST_SHIFT, _SMALL = 0.12, 0.3, 0.75, 0.7
_PICTURES = re.compile(r"dingbats|wingdings|webdings", re.IGNORECASE)
"""Fonts whose letters are pictures: one alone is a bullet."""
_BULLET_CODE = "(cid:127)"
"""What programs write for the bullet of the standard fonts, whose table of letters has none at that place."""
_CID = re.compile(r"\(cid:\d+\)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of one type; places in points from the page's top left corner. ``colour`` is grey 0–1, 0 black."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False
    italic: bool = False
    colour: tuple[float, ...] = ()
    hidden: str = ""
    table: int = -1

    @property
    def middle(self) -> float:
        """Vertical centre."""
        return (self.top + self.bottom) / 2


def read_words(page: Any) -> list[Word]:
    """The words of a pdfplumber page that stand upright, in no particular order."""
    upright = page.filter(_is_upright_text)
    if _is_doubled(upright.chars):
        upright = upright.dedupe_chars(tolerance=1)
    found = upright.extract_words(
        x_tolerance_ratio=0.16, y_tolerance=2, extra_attrs=["fontname", "size", "non_stroking_color"], use_text_flow=False
    )
    grounds = _dark_grounds(page)
    words = [_word(one, page, grounds) for one in found]
    return [*_with_small_marks(words), *_drawn_bullets(page, words)]


def read_across(page: Any) -> list[str]:
    """What is printed across a pdfplumber page, or up its side, line by line, as it was drawn."""
    found: list[list[dict[str, Any]]] = []
    for char in page.chars:
        if char.get("upright", True):
            continue
        last = found[-1][-1] if found else None
        is_next = last is not None and all(abs(char[side] - last[side]) <= _NEXT * char["size"] for side in ("x0", "top"))
        if is_next:
            found[-1].append(char)
        else:
            found.append([char])
    return ["".join(char["text"] for char in line) for line in found]


def _with_small_marks(words: Sequence[Word]) -> list[Word]:
    """The words, a figure as large as they are that stands raised or lowered right behind one made small, as it is meant."""
    return [_small_mark(word, words) if _CALLING.fullmatch(word.text) else word for word in words]


def _small_mark(mark: Word, words: Sequence[Word]) -> Word:
    for word in words:
        shift = (word.bottom - mark.bottom) / mark.size
        is_beside = abs(mark.x0 - word.x1) <= _GLUED * mark.size and mark.size <= word.size
        if is_beside and _LEAST_SHIFT < abs(shift) < _MOST_SHIFT and word.top < mark.bottom and mark.top < word.bottom:
            height = _SMALL * (mark.bottom - mark.top)
            top, bottom = (mark.bottom - height, mark.bottom) if shift > 0 else (mark.top, mark.top + height)
            return replace(mark, size=_SMALL * mark.size, top=top, bottom=bottom)
    return mark


def _drawn_bullets(page: Any, words: Sequence[Word]) -> list[Word]:
    """Bullets that are drawn as small discs or squares, as browsers do, and not set as letters."""
    bullets = []
    for shape in [*page.curves, *page.rects]:
        width, height = shape["x1"] - shape["x0"], shape["bottom"] - shape["top"]
        if not (_DOT[0] <= width <= _LARGEST_DOT and _DOT[0] <= height and 0.6 < width / height < 1.7):  # noqa: PLR2004
            continue
        middle = (shape["top"] + shape["bottom"]) / 2
        beside = [word for word in words if word.top <= middle <= word.bottom and shape["x1"] < word.x0 <= shape["x1"] + _BESIDE]
        # On slides they are as large as the letters are.
        if beside and max(width, height) <= max(_DOT[1], _OF_LETTERS * beside[0].size):
            first = min(beside, key=lambda word: word.x0)
            bullets.append(replace(first, text="•", x0=float(shape["x0"]), x1=float(shape["x1"]), hidden=""))
    return bullets


def _is_upright_text(thing: dict[str, Any]) -> bool:
    return thing.get("object_type") != "char" or bool(thing.get("upright", True))


def _is_doubled(chars: Sequence[dict[str, Any]]) -> bool:
    """Whether characters are printed twice on top of each other, which is how some programs make bold."""
    places = {(char["text"], round(char["x0"]), round(char["top"])) for char in chars}
    return len(places) < _DOUBLED * len(chars)


def _word(found: dict[str, Any], page: Any, grounds: list[tuple[float, float, float, float]]) -> Word:
    font = str(found["fontname"])
    colour = _colour(found.get("non_stroking_color"))
    is_picture = len(found["text"]) == 1 and _PICTURES.search(font) is not None
    return Word(
        text="•"
        if is_picture
        else _CID.sub("\ufffd", tied_letters(found["text"], font).replace(_BULLET_CODE, "•")).translate(LIGATURES),
        x0=float(found["x0"]),
        x1=float(found["x1"]),
        top=float(found["top"]),
        bottom=float(found["bottom"]),
        size=float(found["size"]),
        bold=is_bold(font),
        italic=is_slanting(font),
        colour=colour,
        hidden=_why_hidden(found, colour, page, grounds),
    )


def is_bold(font: str) -> bool:
    """Whether the name of a font says that its letters are bold."""
    return _BOLD.search(font) is not None


def is_slanting(font: str) -> bool:
    """Whether the name of a font says that its letters slant."""
    return _ITALIC.search(font) is not None


def _colour(value: Any) -> tuple[float, ...]:
    if isinstance(value, int | float):
        return (round(float(value), 2),)
    if isinstance(value, list | tuple) and all(isinstance(part, int | float) for part in value):
        return tuple(round(float(part), 2) for part in value)
    return ()


def is_white(colour: tuple[float, ...]) -> bool:
    """Whether a grey, RGB or CMYK colour is as good as white."""
    if len(colour) == 4:  # noqa: PLR2004 - cyan, magenta, yellow, black
        return max(colour) <= 1 - _WHITE
    return bool(colour) and min(colour) >= _WHITE


def _dark_grounds(page: Any) -> list[tuple[float, float, float, float]]:
    """Where something dark or a picture lies under the text, so that white words can be read there."""
    grounds = [(image["x0"], image["top"], image["x1"], image["bottom"]) for image in page.images]
    for shape in [*page.rects, *page.curves]:
        colour = _colour(shape.get("non_stroking_color"))
        if shape.get("fill") and not is_white(colour):
            grounds.append((shape["x0"], shape["top"], shape["x1"], shape["bottom"]))
    return grounds


def _why_hidden(
    found: dict[str, Any], colour: tuple[float, ...], page: Any, grounds: list[tuple[float, float, float, float]]
) -> str:
    if found["size"] <= _TINY:
        return "hidden (font size)"
    x, y = (found["x0"] + found["x1"]) / 2, (found["top"] + found["bottom"]) / 2
    left, top, right, bottom = page.bbox
    if not (left <= x <= right and top <= y <= bottom):
        return "hidden (off the page)"
    if is_white(colour) and not any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in grounds):
        return "hidden (colour of the background)"
    return ""


def without_ink(words: Sequence[Word], boxes: Sequence[tuple[float, float, float, float]]) -> list[Word]:
    """The words, those in the boxes marked as hidden."""
    return [
        replace(word, hidden="hidden (without ink)")
        if any(
            x0 - 1 <= (word.x0 + word.x1) / 2 <= x1 + 1 and top - 3 <= word.middle <= bottom + 3 for x0, top, x1, bottom in boxes
        )
        else word
        for word in words
    ]
