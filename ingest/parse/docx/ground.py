"""What stands behind words of a Word file: white ones on a dark cell, paragraph or box are there to be read."""

from __future__ import annotations

from typing import Any

from ingest.parse.docx.names import A, W

_SHADED = {f"{W}r": f"{W}rPr", f"{W}p": f"{W}pPr", f"{W}tc": f"{W}tcPr"}
_LIGHT = frozenset({"bg1", "lt1"})
_WHITES = frozenset({"white", "auto", "none", ""})
_PLAIN_STYLES = frozenset({"TableGrid", "TableNormal", "PlainTable1"})
_LIGHTEST = 240
_NEAR = 40


def is_near_white(colour: str) -> bool:
    """Whether a colour ("FEFEFE") can't be told from the paper."""
    try:
        return len(colour) == 6 and all(int(colour[place : place + 2], 16) >= _LIGHTEST for place in (0, 2, 4))  # noqa: PLR2004
    except ValueError:
        return False


def stands_on_white(run: Any) -> bool:
    """Whether the innermost ground behind a run is white, or none is filled. The style of a table may fill its first row."""
    row: Any = None
    for around in (run, *run.iterancestors()):
        fill = _fill_of(around)
        if fill is not None:
            return fill.lower() in _WHITES or is_near_white(fill.lstrip("#")[:6])
        row = around if around.tag == f"{W}tr" else row
        if around.tag == f"{W}tbl" and around.find(f"{W}tr") is row and _is_styled(around):
            return False
    return True


def is_ground(run: Any, colour: str) -> bool:
    """Whether the innermost ground behind a run is filled, in a colour that can't be told from ``colour``."""
    fill = next((found for around in (run, *run.iterancestors()) if (found := _fill_of(around)) is not None), "")
    try:
        pairs = [(int(colour[place : place + 2], 16), int(fill.lstrip("#")[place : place + 2], 16)) for place in (0, 2, 4)]
    except ValueError:
        return False
    return sum(abs(one - other) for one, other in pairs) <= _NEAR


def _is_styled(table: Any) -> bool:
    style = table.find(f"{W}tblPr/{W}tblStyle")
    return style is not None and style.get(f"{W}val") not in _PLAIN_STYLES


def _fill_of(element: Any) -> str | None:
    """The colour that fills an element; None where it is not filled by itself."""
    if element.tag in _SHADED:
        properties = element.find(_SHADED[element.tag])
        shade = properties.find(f"{W}shd") if properties is not None else None
        fill = shade.get(f"{W}fill") if shade is not None else None
        return None if fill is None or fill.lower() in _WHITES else str(fill)
    if not isinstance(element.tag, str):
        return None
    if element.tag.endswith("}wsp"):
        filled = element.find(f"./{{*}}spPr/{A}solidFill")
        colour = next(iter(filled), None) if filled is not None else None
        if colour is None:
            return None
        value = str(colour.get("val") or "")
        return value if colour.tag == f"{A}srgbClr" else "auto" if value in _LIGHT else "000000"
    named = element.get("fillcolor") if element.tag.startswith("{urn:schemas-microsoft-com:vml}") else None
    return None if named is None else str(named).split(" ")[0]
