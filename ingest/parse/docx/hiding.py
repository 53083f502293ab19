"""What the styles of a Word file hide, written into the runs that are set in them: there it is told from what can be seen."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from ingest.parse.docx.ground import is_near_white
from ingest.parse.docx.names import W

_OFF = frozenset({"0", "false", "off", "none"})
_TINY = 4
"""Half points."""
_HIDING = tuple(f"{W}{name}" for name in ("vanish", "webHidden", "sz", "color"))


def hide_by_style(root: Any, styles: Any) -> None:
    """Write into each run below ``root`` what its own style, or its paragraph's, says that may hide it; what it states wins."""
    hiding = _hiding_styles(styles)
    if root is None or not hiding:
        return
    for run in root.iter(f"{W}r"):
        found = [*hiding.get(_style_of(run, "rPr", "rStyle"), ()), *_of_paragraph(run, hiding)]
        if not found:
            continue
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = run.makeelement(f"{W}rPr")
            run.insert(0, properties)
        for one in found:
            if properties.find(one.tag) is None:
                properties.append(deepcopy(one))


def _of_paragraph(run: Any, hiding: dict[str, list[Any]]) -> list[Any]:
    paragraph = next(run.iterancestors(f"{W}p"), None)
    return hiding.get(_style_of(paragraph, "pPr", "pStyle"), []) if paragraph is not None else []


def _style_of(element: Any, properties: str, name: str) -> str:
    named = element.find(f"{W}{properties}/{W}{name}")
    return (named.get(f"{W}val") or "") if named is not None else ""


def _hiding_styles(styles: Any) -> dict[str, list[Any]]:
    """By the id of each style that hides its text, the properties that do, its own before those it is based on."""
    known = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")} if styles is not None else {}
    found: dict[str, list[Any]] = {}
    for name in known:
        nearest: dict[str, Any] = {}
        at, seen = name, set[str]()
        while at in known and at not in seen:
            seen.add(at)
            for one in known[at].findall(f"{W}rPr/*"):
                if one.tag in _HIDING:
                    nearest.setdefault(one.tag, one)
            based = known[at].find(f"{W}basedOn")
            at = based.get(f"{W}val") if based is not None else ""
        if hides := [one for one in nearest.values() if _hides(one)]:
            found[name] = hides
    return found


def _hides(one: Any) -> bool:
    value = one.get(f"{W}val") or ""
    if one.tag == f"{W}sz":
        return value.isdecimal() and int(value) <= _TINY
    return is_near_white(value) if one.tag == f"{W}color" else value.lower() not in _OFF
