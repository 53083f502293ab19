"""Headings in a text set in lines: told by strokes below them, their number, capitals, or by standing alone or further out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from ingest.parse.labels import names_box_kind
from ingest.parse.numbering import split_number
from ingest.parse.wrapped.links import is_of_form
from ingest.parse.wrapped.rows import Measure, Row
from ingest.parse.wrapped.tables import is_caption
from ingest.parse.zones import zone_of
from ingest.sentences import points_elsewhere, split_sentences

_UNDERLINE = re.compile(r"(?P<sign>[=\-~^*_])(?P=sign){2,}$")
_EMPHASIS = re.compile(r"(?P<mark>\*\*|__|\*|_)(?P<words>(?![\s*_])[^*_]{2,90}?)(?P=mark):?$")
_NUMBER = re.compile(
    r"(?P<number>(?:(?:annex|appendix|section|chapter|part|anexo|apéndice|sección|capítulo)\s+)?"
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z](?:\.\d{1,2}){0,3}|[IVX]{1,4}))(?:[.):][-–]?|(?=\s)|$)\s*",
    re.IGNORECASE,
)
_LONE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?$")
_FOLDS = re.compile(r"\[[+–−-]\]\s+(?=[A-ZÁÉÍÓÚÑ¿\d])")
_LABELLED = re.compile(r"(?:table|figure|fig\.|tabla|figura|box|note|nb|nota)\b[ \d:.]", re.IGNORECASE)
_MOST_WORDS, _MOST_LONE_WORDS, _MOST_GLUED_WORDS, _MOST_COMMAS = 14, 12, 8, 2
_MOST_LONG_WORDS = 18
_LONGER, _SHORT_SHARE, _FULL, _FURTHER_IN = 4, 0.8, 0.7, 2


class Kind(IntEnum):
    """What makes a line a heading, the outermost first."""

    LISTED = -1
    """It is on the text's own list of its headings, which others are not."""
    DOUBLE = 0
    SINGLE = 1
    CAPITALS = 2
    LONE = 3
    EMPHASIS = 4
    GLUED = 5
    BOX = 6


@dataclass(frozen=True, slots=True)
class Style:
    """How a heading is set: what makes it one, the depth of its number (0 without), its column, and the strokes below it."""

    kind: Kind
    depth: int = 0
    indent: int = 0
    sign: str = ""

    def is_outside(self, other: Style) -> bool:
        """Whether headings set so are known to stand outside of those set as ``other``."""
        if self.depth and other.depth:
            return self.depth < other.depth
        if self.kind == other.kind and self.depth == other.depth:
            return self.indent < other.indent
        if self.depth == 1 and not other.depth and self.kind >= Kind.CAPITALS:
            # What counts on from one stands beside what has no number, and is set like it.
            return self.kind <= other.kind
        return self.kind < other.kind and (self.kind <= Kind.SINGLE or self.indent <= other.indent)


@dataclass(frozen=True, slots=True)
class Found:
    """A heading: its words with their number, how it is set, and how many rows it takes."""

    words: str
    style: Style
    used: int


def find_heading(
    rows: Sequence[Row], at: int, measure: Measure, *, is_above_table: bool, is_below_heading: bool = False
) -> Found | None:
    """The heading that begins with the row ``at``; ``is_above_table`` says that a table begins right below the row."""
    row = rows[at]
    if is_below_heading and not row.gap:
        row = replace(row, gap=1)
    below = rows[at + 1] if at + 1 < len(rows) else None
    if folds := _folding(row, below):
        return folds
    if long := _over_two_lines(rows[at : at + 3], measure):
        return long
    if row.is_rule or row.is_break or below is None or not _could_name(row):
        return None
    return (
        _underlined(row, below, rows[at - 1] if at else None)
        or _emphasised(row)
        or _behind_number(row, below, measure)
        or _by_place(row, below, measure, is_above_table=is_above_table or _is_over_heading(rows, at, measure))
    )


def _folding(row: Row, below: Row | None) -> Found | None:
    """A line alone that begins with the sign of a part that folds out or away ("[+] Children")."""
    match = _FOLDS.match(row.text)
    if not match or not row.gap or below is None or not below.gap or row.words > _MOST_WORDS or row.text[-1] in ".;,!":
        return None
    return Found(row.text[match.end() :], Style(Kind.EMPHASIS, 0, row.indent), 1)


def _is_over_heading(rows: Sequence[Row], at: int, measure: Measure) -> bool:
    """Whether the row below one is itself a heading right above its text."""
    if at + 2 >= len(rows) or rows[at + 1].gap or rows[at + 2].gap or not _could_name(rows[at + 1]) or rows[at + 1].mark:
        return False
    return _is_broken_early(rows[at], rows[at + 1], measure, least=0) and _is_broken_early(rows[at + 1], rows[at + 2], measure)


def _over_two_lines(rows: Sequence[Row], measure: Measure) -> Found | None:
    """A heading with strokes below it or a number that takes a full line and a part of the next."""
    if len(rows) < 3 or not rows[0].gap or rows[1].gap or rows[0].right < _FULL * measure.width or rows[0].mark:  # noqa: PLR2004
        return None
    words = f"{rows[0].text} {rows[1].text}"
    is_name = len(words.split()) <= _MOST_LONG_WORDS and not rows[1].is_ended and not rows[0].is_ended and not rows[1].mark
    if not is_name or rows[0].is_wide or rows[1].is_wide or "|" in words or rows[1].is_rule:
        return None
    if (match := _UNDERLINE.match(rows[2].text)) and not rows[2].gap:
        return Found(words, Style(Kind.DOUBLE if match["sign"] == "=" else Kind.SINGLE, sign=match["sign"]), 3)
    depth = depth_of(words)
    return Found(words, Style(Kind.LONE, depth, rows[0].indent), 2) if depth and rows[2].gap else None


def depth_of(words: str) -> int:
    """How many numbers the number of a heading holds; 0 without one."""
    match = _NUMBER.match(words)
    if match is None or (match.end() == len(words) and not words[0].isdigit()):
        return 0
    bare = match["number"].split()[-1]
    is_figure = bare[0].isdigit()
    is_marked = words[match.end("number") : match.end("number") + 1] in {".", ")", ":"} or "." in bare
    if not (is_figure or is_marked or " " in match["number"].strip()):
        return 0
    return bare.count(".") + 1


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _could_name(row: Row) -> bool:
    text = row.text
    if (
        row.words > _MOST_WORDS
        or replace(row, text=split_number(text)[1]).is_wide
        or "|" in text
        or text[-1] in ".;,!…"
        or text.count(",") > _MOST_COMMAS
        or is_of_form(text)
    ):
        return False
    opens = text[0].isupper() or text[0].isdigit() or text[0] in '¿“"(*_'
    return opens and not _LABELLED.match(text) and not is_caption(row) and not points_elsewhere(text) and not names_box_kind(text)


def _underlined(row: Row, below: Row, above: Row | None) -> Found | None:
    """A line with strokes of its length below it, and perhaps above it."""
    match = _UNDERLINE.match(below.text)
    is_over = above is not None and above.text == below.text
    if not match or below.gap or not (row.gap or is_over):
        return None
    if abs(len(below.text) - len(row.text)) > max(_LONGER, len(row.text) // 3) or abs(below.indent - row.indent) > _LONGER:
        return None
    kind = Kind.DOUBLE if match["sign"] == "=" else Kind.SINGLE
    return Found(_tidy(row.text), Style(kind, sign=match["sign"] * (1 + is_over)), 2)


def _emphasised(row: Row) -> Found | None:
    match = _EMPHASIS.match(row.text)
    if not match or not row.gap:
        return None
    depth = depth_of(match["words"])
    return Found(match["words"].strip(), Style(Kind.EMPHASIS, depth), 1)


def _behind_number(row: Row, below: Row, measure: Measure) -> Found | None:
    """A section's number that stands in a line of its own, and the words below it."""
    if not _LONE_NUMBER.match(row.text) or not row.gap or not _could_name(below) or below.indent > measure.indent + _FURTHER_IN:
        return None
    if below.mark or depth_of(below.text) or below.words > _MOST_GLUED_WORDS or not below.text[0].isupper():
        return None
    return Found(f"{row.text} {below.text}", Style(Kind.LONE, depth_of(row.text)), 2)


def _by_place(row: Row, below: Row, measure: Measure, *, is_above_table: bool) -> Found | None:
    """A few words alone between blank lines, or right above the text, where the line ends before it is full."""
    depth = depth_of(row.text)
    is_item = (row.mark and not depth) or row.text[-1] == ":" or not any(map(str.isalpha, row.text))
    is_name = row.words <= _MOST_LONE_WORDS and bool(row.gap) and not is_item and not below.is_break
    if (
        not is_name
        or len(split_sentences(split_number(row.text)[1])) > 1
        or _is_set_in(row, below, measure, depth, is_above_table)
    ):
        return None
    kind = Kind.CAPITALS if row.text.isupper() and len(row.text) > _LONGER else Kind.LONE
    if below.gap == 0:
        is_out = not depth and row.indent < measure.indent - _FURTHER_IN and below.indent >= measure.indent
        is_out = is_out and row.words <= _MOST_GLUED_WORDS and row.right < _SHORT_SHARE * measure.width
        is_told = is_above_table or is_out or zone_of(row.text) is not None or _is_broken_early(row, below, measure)
        return Found(_tidy(row.text), Style(kind if depth else Kind.GLUED, depth, row.indent), 1) if is_told else None
    # Below each other, numbers count the items of a list.
    is_counted = depth == 1 and depth_of(below.text) == 1 and not row.text.isupper()
    return None if is_counted else Found(_tidy(row.text), Style(kind, depth, row.indent), 1)


def _is_set_in(row: Row, below: Row, measure: Measure, depth: int, is_above_table: bool) -> bool:
    """Whether a line begins further in than the text, and neither a number nor its place right above the text tells why."""
    is_step = row.indent in measure.steps and below.gap > 0
    if is_step or row.indent <= measure.indent or (depth > 1 and below.gap > 0 and not depth_of(below.text)):
        return False
    return row.indent > measure.indent + _FURTHER_IN or below.indent > measure.indent or is_above_table


def _is_broken_early(row: Row, below: Row, measure: Measure, *, least: float = 0.8) -> bool:
    """Whether the first word of the line below had still found room in a line: what is set in lines breaks there on purpose."""
    if row.words > _MOST_GLUED_WORDS or row.text[-1] == "?":
        return row.text[-1] == "?" and row.right < _SHORT_SHARE * measure.width
    opens = below.text[0].isupper() or below.mark or below.text[0].isdigit()
    has_room = row.right + 1 + len(below.text.split()[0]) <= _SHORT_SHARE * measure.width
    return bool(opens) and has_room and (bool(below.mark) or below.right >= least * measure.width or below.is_ended)


def levels_of(styles: Sequence[Style | None]) -> list[int]:
    """The level of each heading, 1 the outermost; None stands for a place where all headings end.

    A style keeps its level. A new one stands inside the heading above it, unless it is known to stand outside of that.
    """
    known: dict[Style, int] = {}
    stack: list[tuple[Style, int]] = []
    levels: list[int] = []
    for style in styles:
        if style is None:
            known, stack = {}, []
            levels.append(0)
            continue
        above = stack[-1][1] if stack else 0
        if style.kind is Kind.BOX:
            # What a box says reaches no further than the box.
            levels.append(above + 1)
            continue
        level = _by_depth(style, stack) if style.depth else known.get(style, 0)
        outer = max((own for other, own in stack if other.is_outside(style)), default=0)
        if level and not style.depth:
            level = max(level, outer + 1)
        if not level:
            while stack and (style.is_outside(stack[-1][0]) or style == stack[-1][0]):
                stack.pop()
            level = stack[-1][1] + 1 if stack else 1
        while stack and stack[-1][1] >= level:
            stack.pop()
        known.setdefault(style, level)
        stack.append((style, level))
        levels.append(level)
    return levels


def _by_depth(style: Style, stack: Sequence[tuple[Style, int]]) -> int:
    """The level that a number gives: beside the last heading whose number is as long, or inside the one with a shorter number."""
    for other, level in reversed(stack):
        if other.depth == style.depth and other.depth:
            return level
        if 0 < other.depth < style.depth:
            return level + 1
    return 0
