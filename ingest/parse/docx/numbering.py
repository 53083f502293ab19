"""The numbers that Word counts by itself and writes before its paragraphs: "4.2" of the heading that holds only "Gentamicin"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ingest.parse.docx.names import W

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_ROMAN = 39


@dataclass(frozen=True, slots=True)
class _Level:
    """How a depth of a list counts: its kind of figures, the words around them, its first number."""

    kind: str = "decimal"
    text: str = ""
    start: int = 1
    is_legal: bool = False
    """Whether the numbers of the depths above are written in plain figures too."""


@dataclass(slots=True)
class _List:
    """A list of the document: the counters that it shares with others, its depths, and where it begins anew."""

    counters: str
    levels: dict[int, _Level]
    styles: dict[str, int]
    """The styles whose paragraphs stand at a depth of it."""
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the numbered paragraphs of a document, which must be told in their order."""

    def __init__(self, root: Any) -> None:
        """Read ``word/numbering.xml``; None for a document without."""
        self._lists = {} if root is None else _lists(root)
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def depth_of(self, number: str, styles: Sequence[str]) -> int:
        """The depth of a list that is bound to the first of these styles that any is bound to; 0 where none is."""
        bound = self._lists[number].styles if number in self._lists else {}
        return next((bound[style] for style in styles if style in bound), 0)

    def next(self, number: str, depth: int) -> str:
        """The number that a further paragraph of a list gets, as it is written; empty for a bullet or no list."""
        own = self._lists.get(number)
        level = own.levels.get(depth) if own is not None else None
        if own is None or level is None or not 0 <= depth < _LEVELS:
            return ""
        counts = self._counts.setdefault(own.counters, [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for restarted in own.restarts:
                counts[restarted:] = [None] * (_LEVELS - restarted)
        before = counts[depth]
        counts[depth] = own.restarts.get(depth, level.start) if before is None else before + 1
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        for above in range(depth):
            if counts[above] is None:
                counts[above] = own.levels.get(above, _Level()).start
        return _written(own, level, counts)


def _written(own: _List, level: _Level, counts: list[int | None]) -> str:
    def figures(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        kind = "decimal" if level.is_legal else own.levels.get(place, _Level()).kind
        return _figures(counts[place] or 0, kind)

    if level.kind in {"bullet", "none"} or not _PLACE.search(level.text):
        return ""
    return " ".join(_PLACE.sub(figures, level.text).split())


def _figures(number: int, kind: str) -> str:
    """A number in figures, letters or Roman figures."""
    if kind in {"upperLetter", "lowerLetter"} and number:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in {"upperRoman", "lowerRoman"} and 0 < number <= _MOST_ROMAN:
        roman, left = "", number
        for value, letters in _ROMAN:
            roman += letters * (left // value)
            left %= value
        return roman.upper() if kind == "upperRoman" else roman
    return f"{number:02d}" if kind == "decimalZero" else str(number)


def _lists(root: Any) -> dict[str, _List]:
    abstracts = {one.get(f"{W}abstractNumId"): one for one in root.iter(f"{W}abstractNum")}
    linked = {style: name for name, one in abstracts.items() if (style := _value(one, "styleLink"))}
    lists: dict[str, _List] = {}
    for num in root.iter(f"{W}num"):
        name = _value(num, "abstractNumId")
        name = linked.get(_value(abstracts[name], "numStyleLink"), name) if name in abstracts else name
        if name not in abstracts:
            continue
        levels = {int(level.get(f"{W}ilvl") or 0): level for level in abstracts[name].iter(f"{W}lvl")}
        found = _List(
            counters=name,
            levels={depth: _level(level) for depth, level in levels.items()},
            styles={style: depth for depth, level in levels.items() if (style := _value(level, "pStyle"))},
        )
        for override in num.iter(f"{W}lvlOverride"):
            depth = int(override.get(f"{W}ilvl") or 0)
            if (level := override.find(f"{W}lvl")) is not None:
                found.levels[depth] = _level(level)
            if (start := _value(override, "startOverride")).isdecimal():
                found.restarts[depth] = int(start)
        lists[num.get(f"{W}numId") or ""] = found
    return lists


def _level(level: Any) -> _Level:
    start = _value(level, "start")
    legal = level.find(f"{W}isLgl")
    return _Level(
        kind=_value(level, "numFmt") or "decimal",
        text=_value(level, "lvlText"),
        start=int(start) if start.isdecimal() else 1,
        is_legal=legal is not None and (legal.get(f"{W}val") or "true") not in {"0", "false"},
    )


def _value(element: Any, name: str) -> str:
    found = element.find(f"{W}{name}")
    return (found.get(f"{W}val") or "") if found is not None else ""
