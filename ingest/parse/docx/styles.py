"""What a Word paragraph is: heading, list item, title or caption, told by its style, outline level and numbering."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ingest.parse.docx.names import W
from ingest.parse.docx.numbering import Numbering

_HEADING = re.compile(r"^heading ?(\d)$", re.IGNORECASE)
_LIST = re.compile(r"^list (?:bullet|number|paragraph|continue)? ?(\d)?", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}\.?)\s+(?=[A-ZÁÉÍÓÚÑ])")
_DEEPEST = 9
_COUNTS = frozenset({"decimal", "decimalZero", "upperRoman", "upperLetter"})
_USUAL = 22
"""Half points that a word processor sets text in where nothing is stated."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph is: its heading level (0 for none), the depth of its list (-1 for none), title, caption or contents."""

    heading: int = 0
    depth: int = -1
    is_title: bool = False
    is_caption: bool = False
    is_contents: bool = False
    is_numbered: bool = False
    """Whether it is an item of a list that counts on by itself."""


def depth_of(words: str) -> int:
    """2 for "1.2 Doses", 0 without number."""
    match = _NUMBERED.match(words)
    return match["number"].strip(".").count(".") + 1 if match else 0


class Styles:
    """The styles of a document, each with those that it is based on."""

    def __init__(self, root: Any, numbering: Any = None) -> None:
        """Read ``word/styles.xml`` and ``word/numbering.xml``; None for a document without."""
        self._counting = _counting(numbering)
        self._numbering = Numbering(numbering)
        stated = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
        value = (stated.get(f"{W}val") or "") if stated is not None else ""
        self.usual = int(value) if value.isdecimal() else _USUAL
        self._styles = {} if root is None else {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}

    def shape(self, paragraph: Any) -> Shape:
        """What a ``w:p`` element is."""
        properties = paragraph.find(f"{W}pPr")
        chain = self._chain(properties)
        names = [self._name(style) for style in chain]
        if any(re.match(r"^(?:toc|table of|index) ?\w*", name, re.IGNORECASE) for name in names[:1]):
            return Shape(is_contents=True)
        heading = self._outline(properties, chain) or next(
            (int(found.group(1)) for name in names if (found := _HEADING.match(name))), 0
        )
        is_title = names[:1] == ["Title"] or names[:1] == ["title"]
        return Shape(
            heading=0 if is_title else heading,
            depth=-1 if heading else self._depth(properties, chain, names),
            is_title=is_title,
            is_caption=any(name.lower() == "caption" for name in names),
            is_numbered=self._is_counting(*self._list_of(properties, chain)),
        )

    def next_number(self, paragraph: Any) -> str:
        """The number that Word counts and writes before a paragraph, each told once and in order; empty without one."""
        properties = paragraph.find(f"{W}pPr")
        chain = self._chain(properties)
        number, depth = self._list_of(properties, chain)
        if not number or number == "0":
            return ""
        bound = self._numbering.depth_of(number, [style.get(f"{W}styleId") or "" for style in chain])
        return self._numbering.next(number, int(depth) if depth.isdecimal() else bound)

    def size(self, paragraph: Any) -> int:
        """The size of a paragraph's letters in half points, where its runs state none."""
        for style in self._chain(paragraph.find(f"{W}pPr")):
            found = style.find(f"{W}rPr/{W}sz")
            if found is not None and (found.get(f"{W}val") or "").isdecimal():
                return int(found.get(f"{W}val"))
        return self.usual

    def is_bold(self, paragraph: Any) -> bool:
        """Whether a paragraph's style sets it in bold."""
        for style in self._chain(paragraph.find(f"{W}pPr")):
            found = style.find(f"{W}rPr/{W}b")
            if found is not None:
                return (found.get(f"{W}val") or "true") not in {"0", "false"}
        return False

    def _chain(self, properties: Any) -> list[Any]:
        named = properties.find(f"{W}pStyle") if properties is not None else None
        name = named.get(f"{W}val") if named is not None else None
        chain: list[Any] = []
        while name in self._styles and self._styles[name] not in chain:
            chain.append(self._styles[name])
            based = chain[-1].find(f"{W}basedOn")
            name = based.get(f"{W}val") if based is not None else None
        return chain

    @staticmethod
    def _name(style: Any) -> str:
        name = style.find(f"{W}name")
        return (name.get(f"{W}val") or "") if name is not None else ""

    @staticmethod
    def _outline(properties: Any, chain: list[Any]) -> int:
        places = [properties, *(style.find(f"{W}pPr") for style in chain)]
        for place in places:
            level = place.find(f"{W}outlineLvl") if place is not None else None
            if level is not None and (level.get(f"{W}val") or "").isdecimal():
                number = int(level.get(f"{W}val")) + 1
                return number if number <= _DEEPEST else 0
        return 0

    @staticmethod
    def _list_of(properties: Any, chain: list[Any]) -> tuple[str, str]:
        """The number of the list that a paragraph is an item of, and its depth there, as far as stated."""
        found = {"numId": "", "ilvl": ""}
        for place in [properties, *(style.find(f"{W}pPr") for style in chain)]:
            numbering = place.find(f"{W}numPr") if place is not None else None
            for name, stated in list(found.items()):
                one = numbering.find(f"{W}{name}") if numbering is not None else None
                found[name] = stated or ((one.get(f"{W}val") or "") if one is not None else "")
        return found["numId"], found["ilvl"]

    def _is_counting(self, number: str, depth: str) -> bool:
        return (number, depth or "0") in self._counting

    @staticmethod
    def _depth(properties: Any, chain: list[Any], names: list[str]) -> int:
        for place in [properties, *(style.find(f"{W}pPr") for style in chain)]:
            numbering = place.find(f"{W}numPr") if place is not None else None
            if numbering is None:
                continue
            number = numbering.find(f"{W}numId")
            if number is not None and number.get(f"{W}val") == "0":
                return -1
            level = numbering.find(f"{W}ilvl")
            depth = int(level.get(f"{W}val")) if level is not None else 0
            return depth if depth or not names else max(depth, _named_depth(names[0]))
        return _named_depth(names[0]) if names and _LIST.match(names[0]) and "paragraph" not in names[0].lower() else -1


def _named_depth(name: str) -> int:
    match = _LIST.match(name)
    return int(match.group(1)) - 1 if match and match.group(1) else 0


def _counting(numbering: Any) -> frozenset[tuple[str, str]]:
    """The lists that count on with figures, Roman figures or capitals, each with the depth at which they do."""
    if numbering is None:
        return frozenset()
    kinds = {
        (abstract.get(f"{W}abstractNumId"), level.get(f"{W}ilvl"))
        for abstract in numbering.iter(f"{W}abstractNum")
        for level in abstract.iter(f"{W}lvl")
        if (kind := level.find(f"{W}numFmt")) is not None and kind.get(f"{W}val") in _COUNTS
    }
    found = set()
    for one in numbering.iter(f"{W}num"):
        abstract = one.find(f"{W}abstractNumId")
        name = abstract.get(f"{W}val") if abstract is not None else None
        found |= {(one.get(f"{W}numId") or "", level or "") for kind, level in kinds if kind == name}
    return frozenset(found)
