"""What a page folds away until its reader asks for it: panels of accordions and tabs. They can be seen, so they are read."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.html import HtmlElement

from ingest.parse.html.around import text_of
from ingest.parse.html.levels import summary_level
from ingest.parse.html.shaped import (
    BLOCKS,
    HEADINGS,
)
from ingest.parse.html.state import Walk
from ingest.parse.labels import is_control_label

_OPENS = ("aria-controls", "data-target", "data-bs-target", "data-controls", "data-toggle-target")
_FOLDS = frozenset("hidden (hidden attribute)|hidden (display: none)|hidden (visibility)|hidden (cut to nothing)".split("|"))
"""The ways of hiding that a click undoes; small, pale or far-off letters stay hidden."""
_PANEL = re.compile(
    r"(?:^|[\s_-])(?:accordion|collaps\w*|expand\w*|toggle\w*|tabs?[_-]{0,2}(?:pane|panel|content)s?|panel|fold\w*|reveal|read-?more|"
    r"show-?more|disclosure)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TAB = re.compile(r"(?:^|[\s_-])tabs?[_-]{0,2}(?:pane|panel|content)s?(?:$|[\s_-])", re.IGNORECASE)
_TAB_NAME = re.compile(r"(?:^|[\s_-])tabs?[_-]{0,2}(?:title|header|heading|label|name)(?:$|[\s_-])", re.IGNORECASE)
_HANDLE = re.compile(
    r"(?:^|[\s_-])(?:control|trigger|toggle\w*|header|heading|title|handle|button|btn|opener)(?:$|[\s_-])", re.IGNORECASE
)
"""What the part of a fold is named that its reader clicks."""
_CONTENT = re.compile(
    r"(?:accordion|collaps\w*|expand\w*|toggle\w*|fold\w*|reveal|disclosure)[\w-]*(?:content|body|panel?e?)|panel-collapse",
    re.IGNORECASE,
)
_SHUT = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_VOID = re.compile(r"javascript:|#!?$", re.IGNORECASE)
_MOST_CONTROL_WORDS, _LEAST_PANEL_WORDS = 20, 8


def folded_ids(root: HtmlElement) -> dict[str, str]:
    """The ids of the elements that some control of the page folds out, with the words of the control."""
    found: dict[str, str] = {}
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        names = [value.lstrip("#") for name in _OPENS for value in (node.get(name) or "").split()]
        is_toggle = any(name.startswith("data-") and name.endswith("toggle") for name in node.attrib)
        is_control = "aria-expanded" in node.attrib or node.get("role") in {"tab", "button"} or is_toggle
        target = node.get("href") or ""
        if node.tag == "a" and is_control and target.startswith("#"):
            names.append(target[1:])
        for name in names:
            found.setdefault(name, " ".join(text_of(node).split()))
    found.pop("", None)
    return found | _tabs_by_place(root) | _tabs_by_label(root)


def _tabs_by_label(root: HtmlElement) -> dict[str, str]:
    """The same of panels without an id that name their tab; each is given one."""
    found: dict[str, str] = {}
    tabs = {node.get("id"): node for node in root.xpath(".//*[@role='tab' and @id]")}
    for panel in root.xpath(".//*[@role='tabpanel' and @aria-labelledby and not(@id)]"):
        if (tab := tabs.get(panel.get("aria-labelledby"))) is not None:
            name = f"tab-of-{tab.get('id')}"
            panel.set("id", name)
            found[name] = " ".join(text_of(tab).split())
    return found


def _tabs_by_place(root: HtmlElement) -> dict[str, str]:
    """The same of tabs that name no panel: the first shows the first panel of their box, and so on.

    A panel without an id is given one.
    """
    found: dict[str, str] = {}
    for bar in root.xpath(".//*[@role='tablist']"):
        tabs = [node for node in bar.iterdescendants() if node.get("role") == "tab"]
        if len(tabs) < 2 or any(set(_OPENS) & set(tab.attrib) for tab in tabs):  # noqa: PLR2004 - one is no choice
            continue
        box = bar.getparent()
        panels = [node for node in box.iterdescendants() if node.get("role") == "tabpanel"] if box is not None else []
        if len(panels) != len(tabs):
            continue
        for number, (tab, panel) in enumerate(zip(tabs, panels, strict=True)):
            name = panel.get("id") or f"tab-{len(found)}-{number}"
            panel.set("id", name)
            found[name] = " ".join(text_of(tab).split())
    return found


def tab_label(element: HtmlElement, opened: Mapping[str, str]) -> str:
    """The words of the tab that shows a panel; empty for what is no panel of a tab, or repeats the words as its heading."""
    is_panel = element.get("role") == "tabpanel" or _TAB.search(element.get("class") or "") is not None
    label = opened.get(element.get("id") or "", "") if is_panel else ""
    heads = (" ".join(text_of(head).split()) for head in element.iter(*HEADINGS))
    return label if 0 < len(label.split()) <= _MOST_CONTROL_WORDS and next(heads, "") != label else ""


def sunk_by(element: HtmlElement, state: Walk) -> int:
    """How much deeper the headings of a folded part stand than they are marked: inside of the words that fold it out."""
    summary = element.find("summary") if element.tag == "details" else None
    if summary is None and element not in state.panels:
        return 0
    level = state.panels[element] if summary is None else summary_level(summary, state)
    own = set() if summary is None else set(summary.iter(*HEADINGS))
    # A panel may open with its own name once more.
    named = "" if summary is not None else " ".join(text_of(element.getprevious()).split())
    inside = [
        HEADINGS[head.tag] for head in element.iter(*HEADINGS) if head not in own and " ".join(text_of(head).split()) != named
    ]
    return max(level + 1 - min(inside), 0) if inside else 0


def is_folded(element: HtmlElement, why: str, opened: Mapping[str, str]) -> bool:
    """Whether an element is hidden only until a control that its reader sees is used: one names it, or stands just above it."""
    if why not in _FOLDS:
        return False
    if (element.get("id") or "") in opened or element.get("role") == "tabpanel":
        return True
    if _is_tab_beside_another(element):
        return True
    before = element.getprevious()
    while before is not None and not isinstance(before.tag, str):
        before = before.getprevious()
    if before is not None and before.tag in HEADINGS and _is_all_void_link(before):
        return True
    return before is not None and _is_control(before, named=_PANEL.search(element.get("class") or "") is not None)


def is_handle(element: HtmlElement) -> bool:
    """Whether an element is named as what opens a fold, has words, and has the fold beside it."""
    name, panel = element.get("class") or "", element.getnext()
    is_button = element.get("role") == "button" or "aria-expanded" in element.attrib
    is_tab = _TAB_NAME.search(name) is not None and _TAB.search(panel.get("class") or "" if panel is not None else "") is not None
    is_named = is_tab or (_PANEL.search(name) is not None and _HANDLE.search(name) is not None)
    is_void = _is_void_link(element)
    is_shaped = is_named or is_button or is_void
    if element.tag not in {"div", "p", "span"} or not is_shaped or panel is None or not isinstance(panel.tag, str):
        return False
    is_content = is_tab or _CONTENT.search(panel.get("class") or "") is not None
    is_content = is_content or (is_void and panel.tag in BLOCKS and len(text_of(panel).split()) >= _LEAST_PANEL_WORDS)
    if is_button:
        is_content = is_content or "hidden" in panel.attrib or panel.get("role") in {"region", "tabpanel"}
        is_content = is_content or _SHUT.search(panel.get("style") or "") is not None
    is_short = 0 < len(text_of(element).split()) <= _MOST_CONTROL_WORDS and element.find(".//p") is None
    return is_content and is_short and not any(node.tag in HEADINGS for node in element.iter())


def _is_void_link(element: HtmlElement) -> bool:
    """Whether an element is a link that leads nowhere, and its holder has nothing but it and one more: the fold that it opens."""
    holder = element.getparent()
    if holder is None or len(holder) != 2 or holder[0] is not element or is_control_label(" ".join(text_of(element).split())):  # noqa: PLR2004
        return False
    return _is_all_void_link(element)


def _is_all_void_link(element: HtmlElement) -> bool:
    """Whether all words of an element are a link that leads nowhere: a click on it does something on the page."""
    link = element.find("a")
    is_void = link is not None and _VOID.match((link.get("href") or "").strip()) is not None
    return link is not None and is_void and " ".join(text_of(link).split()) == " ".join(text_of(element).split())


def asks(element: HtmlElement) -> bool:
    """Whether an element is a question with its answer in the block below it, as others of the page that are named as it is."""
    name, below = element.get("class") or "", element.getnext()
    if element.tag not in {"div", "p", "span"} or not name or below is None or below.tag not in BLOCKS:
        return False
    if not _is_question(element):
        return False
    alike = [node for node in element.getroottree().iter(element.tag) if node.get("class") == name]
    return len(alike) > 1 and all(_is_question(node) for node in alike)


def _is_question(element: HtmlElement) -> bool:
    text = " ".join(text_of(element).split())
    is_line = not any(node.tag in BLOCKS for node in element.iterdescendants())
    return is_line and text.endswith("?") and text[0].isupper() and len(text.split()) <= _MOST_CONTROL_WORDS


def _is_tab_beside_another(element: HtmlElement) -> bool:
    """Whether an element is named as the panel of a tab, opens with its heading and has the tabs' names listed above it."""
    parent = element.getparent()
    if parent is None or not _TAB.search(element.get("class") or ""):
        return False
    label = next((" ".join(text_of(head).split()) for head in element.iter(*HEADINGS)), "")
    lists = (node for node in parent if node.tag in {"ul", "ol", "nav"})
    return bool(label) and any(label == " ".join(text_of(item).split()) for node in lists for item in node.iter("li", "a"))


def _is_control(element: HtmlElement, *, named: bool) -> bool:
    """Whether an element is a button or holds one, and has words; above a panel that is named as one, a heading is enough."""
    if not 0 < len(text_of(element).split()) <= _MOST_CONTROL_WORDS:
        return False
    nodes = [node for node in element.iter() if isinstance(node.tag, str)]
    if any(node.tag in {"button", "summary"} or node.get("role") == "button" or "aria-expanded" in node.attrib for node in nodes):
        return True
    is_handle = _PANEL.search(element.get("class") or "") is not None and _HANDLE.search(element.get("class") or "") is not None
    return named and (element.tag in {*HEADINGS, "a", "dt"} or element.get("role") == "heading" or is_handle)
