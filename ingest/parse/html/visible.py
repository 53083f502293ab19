"""What of a page a reader does not see: hidden by attribute, style or style sheet, by colour, size or place."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb

from lxml.html import HtmlElement

from ingest.parse.html.style import Sheet

_NAMED = {
    "white": (255, 255, 255),
    "black": (0, 0, 0),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245),
}
_MARGINS = ("margin-left", "margin-top")
_SIDES = frozenset({"left", "top", "right", "bottom"})
_FADED = re.compile(r"opacity\(\s*(?P<share>[\d.]+%?)\s*\)")
_CLIPPED = re.compile(r"rect\(\s*(?:(?:0|1)(?:px)?[\s,]*){4}\)")
_CLIPPED_PATH = re.compile(r"inset\(\s*(?:[5-9]\d|100)(?:\.\d+)?%\s*\)|(?:circle|ellipse)\(\s*0(?:px|%)?[\s)]|polygon\(\s*\)")
_MOVED = re.compile(r"translate(?:x|y|3d)?\(\s*(?:0(?:px)?\s*,\s*)?(?P<by>-?\d+(?:\.\d+)?(?:px|em|rem|vw))")
_SCALED = re.compile(r"scale[xy]?\(\s*(?P<to>[\d.]+)")
_HSL = re.compile(r"hsla?\(\s*(?P<hue>-?[\d.]+)(?:deg)?[\s,]+(?P<full>[\d.]+)%[\s,]+(?P<light>[\d.]+)%")
_TURNED = re.compile(r"rotate[xy]\(\s*-?(?:90|270)deg\s*\)")
_TURNED_BACK = re.compile(r"rotate[xy]\(\s*-?180deg\s*\)")
_MASKS = ("mask", "mask-image", "-webkit-mask", "-webkit-mask-image")
_MASKED = re.compile(r"(?:[a-z]+-gradient\((?:[\s,]|transparent|to \w+|\d+deg|\d+%|rgba\([^)]*[,/]\s*0(?:\.0+)?\s*\))+\)\s*)+")
_MIXED = re.compile(r"color-mix\(in [\w-]+(?: [\w-]+ hue)?,\s*(?P<one>[^,%]+?)(?:\s+\d+%)?,\s*(?P<other>[^,%]+?)(?:\s+\d+%)?\)")
_HEAPED = -8.0
"""Letters so close that they stand one on the other."""
_BELOW = 800.0
"""From here on a part that stays where it is on the screen stands outside of it."""
_TINY = 2.0
_FAR = -500.0
_FARTHER = -2000.0
"""Pages that are centred by half of their width have margins of less."""
_NEAR_COLOURS = 40
_PX = {"px": 1.0, "pt": 1.33, "em": 16.0, "rem": 16.0, "%": 0.16, "vw": 8.0, "vh": 8.0, "": 1.0}


def why_hidden(element: HtmlElement, style: dict[str, str], ground: str) -> str:
    """Why an element's text can't be seen; empty when it can. ``ground`` is the colour behind it ("" for a picture)."""
    if element.get("hidden") is not None and element.tag != "details":
        return "hidden (hidden attribute)"
    if style.get("display") == "none":
        return "hidden (display: none)"
    if style.get("visibility") in {"hidden", "collapse"} or style.get("content-visibility") == "hidden":
        return "hidden (visibility)"
    faded = _FADED.search(style.get("filter", ""))
    if _is_zero(style.get("opacity", "1")) or (faded is not None and _is_zero(faded["share"])):
        return "hidden (opacity 0)"
    size, apart = _length(style.get("font-size", "")), _length(style.get("letter-spacing", ""))
    if (size is not None and size <= _TINY) or _is_zero(style.get("zoom", "1")) or (apart is not None and apart <= _HEAPED):
        return "hidden (font size)"
    return _why_off_the_page(style) or _why_cut(style) or _why_turned(style) or _why_same_colour(style, ground)


def _why_off_the_page(style: dict[str, str]) -> str:
    is_placed = style.get("position") in {"absolute", "fixed", "relative"}
    for name in ("left", "top", "right", "bottom", "inset", "text-indent", *_MARGINS):
        length = _length(style.get(name, ""))
        if length is None:
            continue
        is_far = length <= (_FARTHER if name in _MARGINS else _FAR)
        is_outside = style.get("position") == "fixed" and name in _SIDES and length >= _BELOW
        if is_outside or (is_far and (is_placed or name == "text-indent" or name in _MARGINS)):
            return "hidden (off the page)"
    moved = _MOVED.search(style.get("transform", ""))
    is_moved = moved is not None and abs(_length(moved["by"]) or 0.0) >= -_FARTHER
    return "hidden (off the page)" if is_moved else ""


def _why_cut(style: dict[str, str]) -> str:
    # Browsers cut only what is taken out of the flow by "clip".
    is_clipped = _CLIPPED.fullmatch(style.get("clip", "")) is not None and style.get("position") in {"absolute", "fixed"}
    path = style.get("clip-path") or style.get("-webkit-clip-path") or ""
    is_cut = style.get("overflow") == "hidden" or "clip" in style
    sides = [_length(style.get(name, "")) for name in ("height", "width", "max-height", "max-width")]
    is_thin = is_cut and any(side is not None and side <= _TINY for side in sides)
    return "hidden (cut to nothing)" if is_clipped or _CLIPPED_PATH.match(path) or is_thin else ""


def _why_turned(style: dict[str, str]) -> str:
    transform = style.get("transform", "")
    if _TURNED.search(transform) or (_TURNED_BACK.search(transform) and style.get("backface-visibility") == "hidden"):
        return "hidden (turned away)"
    scaled = _SCALED.search(transform)
    if scaled is not None and _is_zero(scaled["to"]):
        return "hidden (scaled to nothing)"
    return "hidden (transparent)" if any(_MASKED.fullmatch(style.get(name, "")) for name in _MASKS) else ""


def _why_same_colour(style: dict[str, str], ground: str) -> str:
    if "text" in {style.get("background-clip"), style.get("-webkit-background-clip")}:
        # The letters show what would be behind them.
        return ""
    colour = style.get("-webkit-text-fill-color") or style.get("color", "")
    if colour == "transparent" or re.search(r"(?:rgba|hsla)\([^)]*[,/]\s*0(?:\.0+)?\s*\)", colour):
        return "hidden (transparent)"
    own = rgb(colour)
    behind = rgb(ground)
    if own is None or behind is None:
        return ""
    return (
        "hidden (colour of the background)" if sum(abs(a - b) for a, b in zip(own, behind, strict=True)) <= _NEAR_COLOURS else ""
    )


def ground_of(style: dict[str, str], above: str) -> str:
    """The colour behind an element's text: its own, or that of what it stands in; "" for a picture or gradient."""
    own = style.get("background-color") or style.get("background") or ""
    if "url(" in own or "gradient" in own or "url(" in style.get("background-image", ""):
        return ""
    if not own or own in {"none", "transparent", "inherit", "initial", "unset"}:
        return above
    return own if rgb(own) is not None else ""


def ground_behind(element: HtmlElement, outer: HtmlElement, sheet: Sheet, ground: str) -> str:
    """The colour behind a part of ``outer``, which may be that of its row; ``ground`` is the colour behind ``outer``'s own."""
    for node in reversed([element, *(node for node in element.iterancestors() if outer in node.iterancestors())]):
        ground = ground_of(sheet.of(node), ground)
    return ground


def rgb(colour: str) -> tuple[int, int, int] | None:
    """A colour as red, green, blue of 0–255; None for one that can't be told."""
    first = colour.strip().split(" ")[0] if not colour.startswith(("rgb", "hsl", "color-mix")) else colour
    if first in _NAMED:
        return _NAMED[first]
    if match := re.fullmatch(r"#([0-9a-f]{3}|[0-9a-f]{6})(?:[0-9a-f]{2})?", first):
        digits = match.group(1) if len(match.group(1)) == 6 else "".join(digit * 2 for digit in match.group(1))  # noqa: PLR2004
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    if match := re.match(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)", colour):
        return int(match.group(1)), int(match.group(2)), int(match.group(3))
    if match := _MIXED.match(colour):
        one, other = rgb(match["one"].strip()), rgb(match["other"].strip())
        return one if one == other else None
    if match := _HSL.match(colour):
        shares = hls_to_rgb(float(match["hue"]) / 360 % 1, float(match["light"]) / 100, float(match["full"]) / 100)
        red, green, blue = (round(255 * share) for share in shares)
        return red, green, blue
    return None


def _length(value: str) -> float | None:
    match = re.match(r"(-?\d*\.?\d+)\s*(px|pt|em|rem|%|vw|vh|)", value)
    return float(match.group(1)) * _PX[match.group(2)] if match else None


def _is_zero(value: str) -> bool:
    length = _length(value)
    return length is not None and 0 <= length <= 0.02  # noqa: PLR2004 - as good as nothing
