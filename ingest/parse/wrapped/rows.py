"""The lines of a text set in lines of a fixed width, each with its column and the blank lines above it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

CELL = "\x1f"
"""Stands between the cells of a row that tabs part."""
PAGE, MESSAGE = "\f", "\v"
"""Lines that stand for the end of a page, and for the beginning of a further message: headings reach no further than that."""
_RULE = re.compile(r"(?P<sign>[=\-_*~#])(?: ?(?P=sign)){2,}$")
_MARK = re.compile(r"(?P<mark>[-*+•‣▪◦●○∙·■□►▸➢✓✔–—]|o(?= {2})|>{1,2}|\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{2,4}[.)])[ ]+(?=\S)")
_ENDED = re.compile(r"[.!?:;][\"”’)\]]*(?:\s*\[[\d, –-]+\]|\d{1,2})?$")
_WIDE = re.compile(r"\S {3,}(?=\S)")
_DRAWN = str.maketrans(
    dict.fromkeys("─━┄┅╌╍", "-")
    | dict.fromkeys("═", "=")
    | dict.fromkeys("│┃║┆┇", "|")
    | dict.fromkeys(map(chr, range(0x250C, 0x254C)), "+")
    | dict.fromkeys("╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬", "+")
)
"""The signs that boxes and tables are drawn with, as those that a typewriter has."""
_TAB = 8
_FULL, _LEAST_FULL, _LEAST_FULL_ROWS = 0.75, 0.2, 8
_LEAST_GOING_ON, _LEAST_SHARE = 4, 0.35
_LEAST_WIDTH, _MOST_WIDTH = 50, 130
_BROWSED, _INNER_STEPS = 3, frozenset({4, 6, 8})
"""Text browsers begin their text in the fourth column, and headings in the first, third, fifth and so on."""
_LEAST_STEPS, _MOST_STEP_WORDS = 3, 12


@dataclass(frozen=True, slots=True)
class Row:
    """A line: its words, the column in which they begin, and how many blank lines stand above it."""

    text: str
    indent: int = 0
    gap: int = 0

    @property
    def right(self) -> int:
        """The column behind its last character."""
        return self.indent + len(self.text)

    @property
    def is_break(self) -> bool:
        """Whether it stands for the beginning of a further message."""
        return self.text == MESSAGE

    @property
    def is_rule(self) -> bool:
        """Whether it is strokes and nothing else."""
        return _RULE.match(self.text) is not None

    @property
    def is_ended(self) -> bool:
        """Whether it ends with a stop, or with what stands behind one."""
        return _ENDED.search(self.text) is not None

    @property
    def is_wide(self) -> bool:
        """Whether some of its words stand far from each other."""
        return _WIDE.search(self.text) is not None or CELL in self.text

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def mark(self) -> str:
        """The mark of a list that it begins with."""
        match = _MARK.match(self.text)
        return match["mark"] if match else ""

    @property
    def behind_mark(self) -> int:
        """Where the words behind the mark begin, in its text."""
        match = _MARK.match(self.text)
        return match.end() if match else 0


@dataclass(frozen=True, slots=True)
class Measure:
    """How a text is set: the width of its lines, and the column in which most of its full lines begin."""

    width: int
    indent: int
    steps: frozenset[int] = frozenset()
    """The columns further in than the text in which a text browser begins headings; empty for any other text."""


def lines_of(raw: str) -> list[str]:
    """The lines of a text without tabs, the end of a page as a line; tabs between cells that they don't align are told apart."""
    lines = [line.rstrip() for line in raw.translate(_DRAWN).replace("\f", f"\n{PAGE}\n").split("\n")]
    tabs = [_tabs(line) for line in lines]
    are_rows = [
        count > 0 and count in {tabs[place - 1] if place else 0, tabs[place + 1] if place + 1 < len(tabs) else 0}
        for place, count in enumerate(tabs)
    ]
    return [
        line.strip().replace("\t", f" {CELL} ") if is_row else line.expandtabs(_TAB)
        for line, is_row in zip(lines, are_rows, strict=True)
    ]


def _tabs(line: str) -> int:
    """How many tabs stand between the words of a line, one at a time; 0 where several stand together."""
    inner = line.strip()
    return 0 if "\t\t" in inner or line[:1].isspace() else inner.count("\t")


def is_wrapped(raw: str) -> bool:
    """Whether a text is set in lines of a fixed width: none is longer than that, and sentences go on from line to line."""
    lines = [line.expandtabs(_TAB).rstrip() for line in raw.replace("\f", "\n").split("\n")]
    filled = [line for line in lines if line.strip()]
    if not filled or max(map(len, filled)) > _MOST_WIDTH:
        return False
    width = _width([len(line) for line in filled if not _RULE.match(line.strip())])
    pairs = [(one, two.strip()) for one, two in pairwise(lines) if len(one) >= _FULL * width and two.strip()]
    open_ended = [(one, two) for one, two in pairs if not one.endswith((".", "!", "?", ":", ";"))]
    going_on = sum(two[0].islower() and one[-1] not in ")]" for one, two in open_ended)
    is_full = len(open_ended) >= max(_LEAST_FULL_ROWS, _LEAST_FULL * len(filled))
    return width >= _LEAST_WIDTH and (is_full or going_on >= max(_LEAST_GOING_ON, _LEAST_SHARE * len(pairs)))


def measure(rows: Sequence[Row]) -> Measure:
    """The measure of some rows, told by those that go on in the next."""
    going_on = [row for row, below in pairwise(rows) if not (below.gap or row.is_rule or row.is_wide or row.is_break)]
    told = going_on if len(going_on) >= _LEAST_GOING_ON else [row for row in rows if not row.is_rule]
    width = _width([row.right for row in told])
    full = Counter(row.indent for row in told if row.right >= _FULL * width and not row.mark)
    indent = max(full, key=lambda indent: full[indent], default=0)
    return Measure(width=width, indent=indent, steps=_INNER_STEPS if indent == _BROWSED and _is_browsed(rows) else frozenset())


def _is_browsed(rows: Sequence[Row]) -> bool:
    """Whether some short lines stand alone one column further out than a browser's text."""
    alone = [row for row, below in pairwise(rows) if row.indent == _BROWSED - 1 and row.gap and below.gap and not row.is_ended]
    return sum(row.words <= _MOST_STEP_WORDS and not row.mark for row in alone) >= _LEAST_STEPS


def _width(lengths: Sequence[int]) -> int:
    ordered = sorted(lengths)
    return ordered[int(len(ordered) * 0.9)] if ordered else 0


def rows_of(lines: Sequence[str]) -> list[Row]:
    """The rows that hold words or strokes; a sentence goes on over the end of a page."""
    rows: list[Row] = []
    gap, is_over = 0, False
    for line in lines:
        stripped = line.strip()
        if line == PAGE:
            is_over = True
        elif line == MESSAGE:
            rows.append(Row(MESSAGE, 0, 1))
            gap = 1
        elif not stripped:
            gap += 1
        else:
            if is_over:
                goes_on = bool(rows) and not rows[-1].is_ended and stripped[0].islower()
                gap = 0 if goes_on else max(gap, 1)
            rows.append(Row(stripped, len(line) - len(line.lstrip()), gap))
            gap, is_over = 0, False
    return rows
