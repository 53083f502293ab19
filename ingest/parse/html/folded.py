"""What a page folds away until its reader asks for it: panels of accordions and tabs. They can be seen, so they are read."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from ingest.parse.html.around import text_of
from ingest.parse.html.shaped import HEADINGS

_OPENS = ("aria-controls", "data-target", "data-bs-target", "data-controls", "data-toggle-target")
_FOLDS = frozenset("hidden (hidden attribute)|hidden (display: none)|hidden (visibility)|hidden (cut to nothing)".split("|"))
"""The ways of hiding that a click undoes; small, pale or far-off letters stay hidden."""
_PANEL = re.compile(
    r"(?:^|[\s_-])(?:accordion|collaps\w*|expand\w*|toggle\w*|tab-?(?:pane|panel|content)s?|panel|fold\w*|reveal|read-?more|"
    r"show-?more|disclosure)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MOST_CONTROL_WORDS = 20


def folded_ids(root: HtmlElement) -> frozenset[str]:
    """The ids of the elements that some control of the page folds out."""
    found: set[str] = set()
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        for name in _OPENS:
            found.update(value.lstrip("#") for value in (node.get(name) or "").split())
        is_control = "aria-expanded" in node.attrib or node.get("role") in {"tab", "button"} or "data-toggle" in node.attrib
        target = node.get("href") or ""
        if node.tag == "a" and is_control and target.startswith("#"):
            found.add(target[1:])
    return frozenset(found - {""})


def is_folded(element: HtmlElement, why: str, opened: frozenset[str]) -> bool:
    """Whether an element is hidden only until a control that its reader sees is used: one names it, or stands just above it."""
    if why not in _FOLDS:
        return False
    if (element.get("id") or "") in opened or element.get("role") == "tabpanel":
        return True
    before = element.getprevious()
    while before is not None and not isinstance(before.tag, str):
        before = before.getprevious()
    return before is not None and _is_control(before, named=_PANEL.search(element.get("class") or "") is not None)


def _is_control(element: HtmlElement, *, named: bool) -> bool:
    """Whether an element is a button or holds one, and has words; above a panel that is named as one, a heading is enough."""
    if not 0 < len(text_of(element).split()) <= _MOST_CONTROL_WORDS:
        return False
    nodes = [node for node in element.iter() if isinstance(node.tag, str)]
    if any(node.tag in {"button", "summary"} or node.get("role") == "button" or "aria-expanded" in node.attrib for node in nodes):
        return True
    return named and (element.tag in {*HEADINGS, "a", "dt"} or element.get("role") == "heading")
