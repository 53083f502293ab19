"""What of a page's own style sheets is in force on an element: selectors, media queries, variables, and which rule wins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

import tinycss2
from cssselect2 import ElementWrapper, Matcher, SelectorError, compile_selector_list
from lxml.html import HtmlElement

_LARGEST_SHEETS = 1_000_000
_MOST_ALIKE = 300
"""So many rules are held against an element for its id, for each of its classes and for its name: time is bounded."""
_DEEPEST_BLOCK, _DEEPEST_VARIABLE = 4, 6
_MASKS = ("mask", "mask-image", "-webkit-mask", "-webkit-mask-image")
_HIDES = {
    **dict.fromkeys(("zoom", "letter-spacing"), re.compile(r"^-|^\.?0")),
    **dict.fromkeys(("display", "visibility", "content-visibility"), re.compile(r"none|hidden|collapse")),
    **dict.fromkeys(("opacity", "filter"), re.compile(r"^\.?0|opacity")),
    **dict.fromkeys(("font-size", "height", "width", "max-height", "max-width"), re.compile(r"^\.?[0-2](?:\D|$)")),
    **dict.fromkeys(
        ("color", "-webkit-text-fill-color", "clip", "clip-path", "-webkit-clip-path", "transform", "font", *_MASKS),
        re.compile(r""),
    ),
}
_FAR = re.compile(r"-\d{3,}|var\(")
_LOOKED_AT = frozenset(
    """display visibility opacity color background background-color background-image font-size font-weight font text-indent
    background-clip -webkit-background-clip -webkit-text-fill-color content-visibility
    position inset left top right bottom
    margin-left margin-top clip clip-path -webkit-clip-path filter width height max-height max-width
    overflow transform zoom letter-spacing backface-visibility mask mask-image -webkit-mask -webkit-mask-image""".split()
)
_FONT = re.compile(
    r"(?:(?:italic|oblique|normal|small-caps)\s+)*(?:(?P<weight>bold(?:er)?|[1-9]00)\s+)?(?:(?:italic|oblique|small-caps)\s+)*"
    r"(?P<size>\d+(?:\.\d+)?(?:px|pt|em|rem|%)|0(?=[/\s]))"
)
_VARIABLE = re.compile(r"var\(\s*(?P<name>--[\w-]+)\s*(?:,(?P<otherwise>[^()]*(?:\([^()]*\))?[^()]*))?\)")
_SCREEN_WIDTH = 1280.0
"""Of the screen that a page is read on: what only a telephone or a printer shows is not what its reader sees."""
_WIDTH = re.compile(r"\((?P<side>min|max)-(?:device-)?width:\s*(?P<value>[\d.]+)(?P<unit>px|em|rem)\)")
_RANGE = re.compile(r"\((?:width|device-width)\s*(?P<sign>[<>])=?\s*(?P<value>[\d.]+)(?P<unit>px|em|rem)\)")
_ON_SCREENS = frozenset(
    (
        "screen|all|(color)|(orientation:landscape)|(prefers-color-scheme:light)|(hover:hover)|(pointer:fine)|(scripting:enabled)"
    ).split("|")
)
Declared = dict[str, tuple[str, bool]]
"""Values by name, each with whether it is marked as important."""


class Sheet:
    """The rules of a page's own style sheets. Without a page it holds no rules."""

    def __init__(self, root: HtmlElement | None = None, rules: Iterable[tuple[Any, Declared]] = ()) -> None:
        """``rules`` are selectors with what they declare, in their order."""
        self._matcher = Matcher()
        for selector, declared in _bounded(list(rules)):
            self._matcher.add_selector(selector, declared)
        whole = ElementWrapper.from_html_root(root) if root is not None else None
        self._placed = {} if whole is None else {one.etree_element: one for one in whole.iter_subtree()}
        self._known: dict[HtmlElement, dict[str, str]] = {}

    def of(self, element: HtmlElement) -> dict[str, str]:
        """The declarations in force on an element: an important one wins, then its style attribute, then the nearest selector."""
        if element not in self._known:
            self._known[element] = {name: value for name, value in self._resolved(element).items() if not name.startswith("--")}
        return self._known[element]

    def _resolved(self, element: HtmlElement) -> dict[str, str]:
        own = self._own(element)
        for name, value in own.items():
            for _ in range(_DEEPEST_VARIABLE):
                if "var(" not in value:
                    break
                value = _VARIABLE.sub(lambda found: self._variable(element, found), value)  # noqa: PLW2901 - filled in
            own[name] = value.strip()
        return _with_font(own)

    def _own(self, element: HtmlElement) -> dict[str, str]:
        """What is declared for an element, as it is written."""
        shown = {style: element.get(name, "").lower() for name, style in _ATTRIBUTES if element.get(name)}
        placed = self._placed.get(element)
        layers: list[Declared] = [one[3] for one in self._matcher.match(placed) if one[2] is None] if placed is not None else []
        layers.append(_declared(tinycss2.parse_blocks_contents(element.get("style") or "")))
        for wins in (False, True):
            for layer in layers:
                shown.update((name, value) for name, (value, important) in layer.items() if important is wins)
        return shown

    def _variable(self, element: HtmlElement, found: re.Match[str]) -> str:
        """What a variable stands for: as the element or the nearest one around it declares it, else what is to stand instead."""
        for node in (element, *element.iterancestors()):
            if (value := self._own(node).get(found["name"])) is not None:
                return value
        return found["otherwise"] or ""


_ATTRIBUTES = (("color", "color"), ("bgcolor", "background-color"))


def read_sheet(root: HtmlElement) -> Sheet:
    """The style sheets that stand in a page; a selector that can't be read is left out."""
    text = "\n".join(style.text or "" for style in root.iter("style") if _applies(style.get("media") or ""))
    nodes = tinycss2.parse_stylesheet(text[:_LARGEST_SHEETS], skip_comments=True, skip_whitespace=True)
    return Sheet(root, _rules(nodes))


def _rules(nodes: Iterable[Any], depth: int = 0) -> Iterator[tuple[Any, Declared]]:
    for node in nodes:
        if node.type == "qualified-rule":
            declared = _declared(tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True))
            if declared:
                yield from ((selector, declared) for selector in _selectors(node.prelude))
        elif node.type == "at-rule" and node.content is not None and depth < _DEEPEST_BLOCK and _is_in_force(node):
            inside = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield from _rules(inside, depth + 1)


def _bounded(rules: list[tuple[Any, Declared]]) -> list[tuple[Any, Declared]]:
    """The rules in their order; of too many that end in the same id, class or name, those that may hide first."""
    ends = [one.id or one.class_name or one.lower_local_name for one, _ in rules]
    if max(Counter(ends).values(), default=0) <= _MOST_ALIKE:
        return rules
    hides = [any(_may_hide(name, value) for name, (value, _) in declared.items()) for _, declared in rules]
    taken: Counter[str | None] = Counter()
    kept = set()
    for place in sorted(range(len(rules)), key=lambda place: not hides[place]):
        taken[ends[place]] += 1
        if taken[ends[place]] <= _MOST_ALIKE:
            kept.add(place)
    return [rule for place, rule in enumerate(rules) if place in kept]


def _may_hide(name: str, value: str) -> bool:
    return _FAR.search(value) is not None or (name in _HIDES and _HIDES[name].search(value) is not None)


def _selectors(prelude: list[Any]) -> Iterator[Any]:
    """The selectors of a list, each by itself: one that can't be read spoils no other."""
    part: list[Any] = []
    for token in (*prelude, None):
        if token is None or (token.type == "literal" and token.value == ","):
            with suppress(SelectorError):  # a newer or a broken one: nothing is hidden by it
                yield from compile_selector_list(part)
            part = []
        else:
            part.append(token)


def _declared(nodes: Iterable[Any]) -> Declared:
    return {
        node.lower_name: (tinycss2.serialize(node.value).strip().lower(), node.important)
        for node in nodes
        if node.type == "declaration" and (node.lower_name in _LOOKED_AT or node.lower_name.startswith("--"))
    }


def _with_font(found: dict[str, str]) -> dict[str, str]:
    if short := _FONT.match(found.get("font", "")):
        # Both in one declaration, as mails are set.
        found.setdefault("font-size", short["size"])
        found.setdefault("font-weight", short["weight"] or "normal")
    return found


def _is_in_force(rule: Any) -> bool:
    """Whether the rules of a block count: for a screen, or put together without a condition."""
    asked = tinycss2.serialize(rule.prelude).strip().lower()
    if rule.lower_at_keyword == "media":
        return _applies(asked)
    if rule.lower_at_keyword == "supports":
        return not asked.startswith("not")
    return str(rule.lower_at_keyword) == "layer"


def _applies(asked: str) -> bool:
    """Whether a list of media queries names the screen that a page is read on; an empty one does."""
    return not asked.strip() or any(_fits(query.strip()) for query in asked.lower().split(","))


def _fits(query: str) -> bool:
    if query.startswith("not "):
        return not _fits(query.removeprefix("not "))
    parts = [part.strip().replace(": ", ":") for part in query.removeprefix("only ").split(" and ")]
    return all(part in _ON_SCREENS or _is_wide(part) for part in parts)


def _is_wide(condition: str) -> bool:
    found = _WIDTH.fullmatch(condition) or _RANGE.fullmatch(condition)
    if found is None:
        return False
    width = float(found["value"]) * (1.0 if found["unit"] == "px" else 16.0)
    at_least = found.groupdict().get("side") == "min" or found.groupdict().get("sign") == ">"
    return width <= _SCREEN_WIDTH if at_least else width >= _SCREEN_WIDTH
