"""The body lines of a capture → Sections: headings and their levels, bullets and their depths, lead-ins, reference marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from ingest.documents import Block, BlockKind, Section, Span
from ingest.parse.bare_marks import Habit, find_habit, find_marks
from ingest.parse.contents import without_items
from ingest.parse.flat_rows import find_flat_tables, read_flat_rows
from ingest.parse.headings import (
    Heading,
    find_levels,
    heading_title,
    inside_numbers,
    looks_like_heading,
    number_of,
    numbered_level,
    numbered_title,
)
from ingest.parse.lines import Line, has_columns
from ingest.parse.outline import Outline, block_of_heading, make_blocks
from ingest.parse.page import Page, Role
from ingest.parse.ranks import levels_by_contents, levels_by_ranks
from ingest.parse.rows import count_table_lines, read_rows
from ingest.parse.run_in import answer_mark, run_in_labels, stems, telling
from ingest.parse.standing import find_publisher
from ingest.parse.terse import is_named
from ingest.sentences import asserts

_RUN_IN_LEVEL = 2
_COLON_WORDS = 8
_LEAST_PAIRED = 4
_ITEM_WORDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The sections of a body, and the headings below which nothing was left."""

    sections: tuple[Section, ...]
    orphans: tuple[Line, ...]


def read_body(text: str, page: Page, *, listed: int) -> Body:
    """The body of a page as sections; ``listed`` is how many references the page lists."""
    lines = page.of(Role.BODY)
    habit = find_habit([line.text for line in lines], listed=listed)
    inside = {number for table in find_flat_tables(lines, page.contents) for number in range(table.start, table.end)}
    shaped = is_named(lines) if page.is_note else _headings(text, lines, page, habit)
    is_heading = [flag and number not in inside for number, flag in enumerate(shaped)]
    publisher = find_publisher([line.text for line in page.of(Role.FURNITURE)])
    orphans = _orphans(lines, is_heading, publisher=publisher or "")
    kept = [position for position in range(len(lines)) if position not in orphans]
    flags = [is_heading[position] for position in kept]
    reader = _Reader(text, [lines[position] for position in kept], flags, habit, page=page)
    sections = reader.read(len(text))
    if habit.largest:
        sections = tuple(replace(section, blocks=_credit_lists(section.blocks)) for section in sections)
    return Body(sections=sections, orphans=tuple(lines[position] for position in sorted(orphans)))


def _headings(text: str, lines: Sequence[Line], page: Page, habit: Habit) -> list[bool]:
    flags = []
    in_list = False
    # "Strength: strong" said again and again is a value of what stands above it.
    counts = Counter(line.text for line in lines)
    for position, line in enumerate(lines):
        following = lines[position + 1] if position + 1 < len(lines) else None
        marks = find_marks(text, line.start, line.end, habit)
        is_credited = bool(marks) and marks[-1].span.end == line.end
        is_shaped = looks_like_heading(line, following, page.layout, in_list=in_list and not _opens_pairs(lines, position))
        is_value = ": " in line.text and counts[line.text] > 1
        flags.append((is_shaped and not is_credited and not is_value) or _is_colon_heading(line, following))
        # Where items have lost their bullets, an item in small letters tells that a line with a capital is none.
        goes_on = in_list and line.text[0].isupper() and not line.is_sentence
        in_list = not flags[-1] and (line.text.endswith(":") or goes_on or line.number_depth == 1)
    return without_items(lines, flags, page.layout.listed)


def _opens_pairs(lines: Sequence[Line], position: int) -> bool:
    """Whether below a line with a colon names and sentences take turns: sections one after the other, and no items."""
    pairs = lines[position : position + 4]
    if len(pairs) < 4 or not position or not lines[position - 1].text.endswith(":"):  # noqa: PLR2004 - two pairs
        return False
    is_sentence = [line.is_sentence and line.words >= _LEAST_PAIRED for line in pairs]
    are_names = all(line.words <= _COLON_WORDS and not line.is_bullet and line.text[0].isupper() for line in pairs[::2])
    return are_names and is_sentence == [False, True, False, True]


def _is_colon_heading(line: Line, following: Line | None) -> bool:
    """A short line with a colon above plain paragraphs is a heading; above bullets it is a lead-in (``make_blocks``)."""
    return (
        line.text.endswith(":")
        and not line.is_bullet
        and line.words <= _COLON_WORDS
        and line.gap > 0
        and following is not None
        and not following.is_bullet
        and following.gap > 0
        and following.text.endswith((".", "!"))
        and not asserts(line.text)
        and not re.search(r"\b(?:include|includes|are|is|the following|as|with|for|of)\W*$", line.text, re.IGNORECASE)
    )


def _orphans(lines: Sequence[Line], is_heading: Sequence[bool], *, publisher: str) -> set[int]:
    """Headings at the end of the body with nothing below, or with the publisher's own links: phrases, its name among them."""
    alone = len(lines)
    while alone and is_heading[alone - 1]:
        alone -= 1
    begin = len(lines)
    while begin and (is_heading[begin - 1] or _is_loose(lines[begin - 1])):
        begin -= 1
    if begin and lines[begin - 1].text.endswith(":"):
        # A list that ends the page.
        begin = next((position for position in range(begin, len(lines)) if is_heading[position]), len(lines))
    if not any(is_heading[begin:]) or not publisher or not any(publisher in line.text for line in lines[begin:]):
        return set(range(alone, len(lines)))
    return set(range(begin + is_heading[begin:].index(True), len(lines)))


def _is_loose(line: Line) -> bool:
    """Whether a line is a short phrase, and neither item, row nor sentence."""
    is_phrase = line.words <= _COLON_WORDS and line.text[-1] not in ".!?:;" and line.text[0].isupper()
    return is_phrase and not line.is_bullet and not line.is_sentence and not has_columns(line.text)


def _credit_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A list whose last item alone carries numbers is one sentence to its page: every item is credited to them."""
    credited = list(blocks)
    for position, block in enumerate(blocks):
        if block.kind is not BlockKind.BULLET or not block.reference_numbers:
            continue
        following = blocks[position + 1] if position + 1 < len(blocks) else None
        if following is not None and following.kind is BlockKind.BULLET and following.depth >= block.depth:
            continue
        run = _run_before(blocks, position)
        if run and not any(blocks[other].reference_numbers for other in run):
            for other in run:
                credited[other] = replace(blocks[other], reference_numbers=block.reference_numbers)
    return tuple(credited)


def _run_before(blocks: Sequence[Block], position: int) -> list[int]:
    """Positions of the bullets of one list that stand directly before the one at ``position``."""
    depth = blocks[position].depth
    others = takewhile(lambda n: blocks[n].kind is BlockKind.BULLET and blocks[n].depth == depth, range(position - 1, -1, -1))
    return list(others)


class _Reader:
    """Walks the body lines once and fills an outline."""

    def __init__(self, text: str, lines: Sequence[Line], is_heading: Sequence[bool], habit: Habit, *, page: Page) -> None:
        self._text = text
        self._lines = lines
        self._is_heading = is_heading
        self._habit = habit
        self._title = page.title.text if page.title else ""
        self._indent = page.layout.indent
        self._glued = page.layout.glued
        self._contents = page.contents
        self._flat = {table.start: table for table in find_flat_tables(lines, page.contents)}
        self._outline = Outline()
        self._indents: list[int] = []
        self._labels = run_in_labels(lines, is_heading)
        self._is_inside = inside_numbers([number_of(line) for line in lines], is_heading)
        self._open_label: frozenset[str] = frozenset()
        self._marks: list[tuple[int, str]] = []
        self._expects_items = False
        self._follows_heading = False
        self._item_depth = 0
        self._run_in_level = _RUN_IN_LEVEL
        self._has_labels, self._numbered = False, 0

    def read(self, end: int) -> tuple[Section, ...]:
        levels = iter(self._levels())
        position = 0
        while position < len(self._lines):
            line = self._lines[position]
            rows = 0 if self._is_heading[position] else self._count_rows(position)
            if not rows and self._is_caption(position):
                self._outline.add([Block(kind=BlockKind.LEAD_IN, span=Span(start=line.start, end=line.end))])
            elif rows:
                flat = self._flat.get(position)
                self._outline.add(
                    read_flat_rows(self._lines, flat) if flat else read_rows(self._lines[position : position + rows])
                )
            elif self._is_heading[position]:
                self._outline.heading(next(levels), numbered_title(line), start=line.start, end=line.end)
                if self._text[line.start : line.end].startswith(title := heading_title(line)):
                    self._outline.add(block_of_heading(title, line.start))
                self._close_labels()
            elif line.is_bullet:
                self._bullet(line)
            elif self._is_item(line):
                self._add(line.start, line, BlockKind.BULLET, depth=self._item_depth)
            else:
                self._paragraph(line)
            self._look_out_for_items(line, is_heading=self._is_heading[position])
            if rows or not line.is_bullet:
                self._indents.clear()
                self._marks.clear()
            position += max(rows, 1)
        return self._outline.sections(end)

    def _close_labels(self) -> None:
        """A heading closes the labels above it; one as deep as those stands beside them, and so do the labels below it."""
        is_beside = self._has_labels and self._outline.level == self._run_in_level
        self._run_in_level = self._outline.level + (0 if is_beside else 1)
        self._has_labels, self._open_label = is_beside, frozenset()

    def _count_rows(self, position: int) -> int:
        """How many lines from here on make a table; 0 for none."""
        flat = self._flat.get(position)
        return flat.end - flat.start if flat else count_table_lines(self._lines, position)

    def _is_item(self, line: Line) -> bool:
        """Whether a line below a lead-in is an item of a list that lost its bullets: in small letters, or without stop."""
        is_small = line.text[0].islower()
        is_phrase = line.words <= _ITEM_WORDS and line.text[-1] not in ".!?:"
        is_set_in = line.indent > self._indent and line.gap > 0
        return is_set_in or (self._expects_items and (is_small or is_phrase)) or (self._follows_heading and is_small)

    def _is_caption(self, position: int) -> bool:
        """Whether a line only names the table that begins below it."""
        line = self._lines[position]
        is_name = not line.is_bullet and line.words <= _ITEM_WORDS and line.text[-1] not in ".!?"
        return is_name and not self._is_heading[position] and self._count_rows(position + 1) > 0

    def _look_out_for_items(self, line: Line, *, is_heading: bool) -> None:
        """After a lead-in, and after an item, an item may come; below a bullet that introduces others it is nested."""
        was_item = not line.is_bullet and self._is_item(line)
        if not was_item:
            self._item_depth = len(self._indents) if line.is_bullet else 0
        self._expects_items = not is_heading and (line.text.endswith(":") or was_item)
        self._follows_heading = is_heading

    def _levels(self) -> list[int]:
        positions = [position for position, flag in enumerate(self._is_heading) if flag]
        headings = [
            Heading(
                title=heading_title(self._lines[position]),
                is_followed_by_heading=position + 1 < len(self._lines) and self._is_heading[position + 1],
                numbered_level=numbered_level(self._lines[position]),
                is_inside=self._is_inside[position],
                indent=self._lines[position].indent,
                is_glued=self._lines[position].start in self._glued,
                has_gap=self._lines[position].gap > 0,
            )
            for position in positions
        ]
        told = levels_by_contents(headings, self._contents)
        told = told or levels_by_ranks(headings, title=self._title, indent=self._indent)
        return told or find_levels(headings, title=self._title, indent=self._indent)

    def _bullet(self, line: Line) -> None:
        while self._indents and self._indents[-1] > line.indent:
            self._indents.pop()
        if not self._indents or line.indent > self._indents[-1]:
            self._indents.append(line.indent)
        # A numbered paragraph is no item of the list above it.
        kind = BlockKind.PARAGRAPH if line.number_depth == self._numbered > 1 else BlockKind.BULLET
        self._numbered = line.number_depth or self._numbered
        self._add(line.start, line, kind, depth=len(self._indents) - 1 + self._mark_depth(line))

    def _mark_depth(self, line: Line) -> int:
        """How many kinds of marks of this indent stand above this one's: a capture may tell the depth of a list by them alone."""
        if line.is_numbered or line.mark.strip("().").isalnum():
            return 0
        own = (line.indent, line.mark)
        if own in self._marks:
            del self._marks[self._marks.index(own) + 1 :]
        else:
            self._marks.append(own)
        return sum(indent == line.indent for indent, _ in self._marks) - 1

    def _paragraph(self, line: Line) -> None:
        start = line.start
        label = self._labels.get(line.start)
        if label is not None:
            self._outline.heading(self._run_in_level, label.words, start=line.start, end=line.start + len(label.words))
            self._open_label = frozenset() if label.reaches_on else telling(label.words, self._labels.values())
            start += label.length
            self._has_labels = True
        elif self._open_label and not self._open_label & stems(line.text):
            # Nothing in this paragraph speaks of the label any more: it stands under the page, not under the label.
            self._outline.leave(self._run_in_level, start=line.start)
            self._open_label = frozenset()
        self._add(start, line, BlockKind.PARAGRAPH)

    def _add(self, start: int, line: Line, kind: BlockKind, *, depth: int = 0) -> None:
        start += answer_mark(self._text[start : line.end]) if kind is BlockKind.PARAGRAPH else 0
        marks = find_marks(self._text, start, line.end, self._habit)
        self._outline.add(make_blocks(self._text, start, line.end, kind=kind, marks=marks, depth=depth))
