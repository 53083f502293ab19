"""How deep a heading stands that no mark gives a level: inside of the one above it, by its number, or as it folds out a part."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from ingest.parse.html.around import text_of
from ingest.parse.html.boxes import closes
from ingest.parse.html.shaped import HEADINGS, marked_level
from ingest.parse.html.state import BOLD_LEVEL, Walk
from ingest.parse.pieces import Role

_NUMBER = re.compile(r"(?P<parent>(?:\d{1,2}\.)*)\d{1,2}\.?\s+(?=[^\W\d_])")


def level_of(child: HtmlElement, state: Walk) -> int:
    """The level of an element that is a heading by its tag: as it is marked, or inside of what it folds out or titles."""
    if child.tag == "summary":
        return summary_level(child, state)
    is_title = child.tag == "legend" and closes(child.getparent())
    return level_inside(child, state) if is_title else marked_level(child)


def level_inside(element: HtmlElement, state: Walk) -> int:
    """One below the heading that an element stands under: the nearest before it and before those that hold it."""
    for node in (element, *element.iterancestors()):
        if node is not element and (outer := state.panels.get(node)) is not None:
            return min(outer + 1, BOLD_LEVEL)
        elders = list(node.itersiblings(preceding=True))
        others = (elder for elder in elders if not _is_twin(elder, node) and elder not in state.panels)
        inside = (head for elder in others for head in reversed(list(elder.iter(*HEADINGS))))
        nearest = next((elder for elder in elders if elder.tag in HEADINGS), None)
        if nearest is None:
            nearest = next(inside, None)
        if nearest is not None:
            return min(HEADINGS[nearest.tag] + 1, BOLD_LEVEL)
    return min(state.heading + 1, BOLD_LEVEL)


def handle_level(handle: HtmlElement, state: Walk) -> int:
    """The level of the words that open a fold right below them, kept for what it holds."""
    level, panel = level_inside(handle, state), handle.getnext()
    if panel is not None:
        state.panels[panel] = level
    return level


def panel_level(panel: HtmlElement, state: Walk) -> int:
    """The level of the words that name a tab: inside of the heading above it, and above those of what the tab shows."""
    inside = min((HEADINGS[head.tag] for head in panel.iter(*HEADINGS)), default=BOLD_LEVEL + 1)
    return max(min(level_inside(panel, state), inside - 1), 1)


def summary_level(summary: HtmlElement, state: Walk) -> int:
    """The level of the heading that folds out what is below it: by its number beside the one above, else inside of that."""
    level = level_inside(summary.getparent(), state)
    above = next((piece for piece in reversed(state.pieces) if piece.role is Role.HEADING), None)
    own, other = (_NUMBER.match(words) for words in (" ".join(text_of(summary).split()), above.text if above else ""))
    is_beside = own is not None and other is not None and own["parent"] == other["parent"]
    return above.level if above is not None and is_beside else level


def _is_twin(elder: HtmlElement, node: HtmlElement) -> bool:
    """Whether two elements are items of one kind: what is folded out of the one doesn't stand over the other."""
    if not isinstance(elder.tag, str):
        return True
    is_named_alike = bool(node.get("class")) and elder.get("class") == node.get("class")
    return elder.tag == node.tag and (elder.tag == "details" or is_named_alike)
