"""Headings and blocks, in reading order → Sections with their heading paths."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from ingest.documents import Block, BlockKind, Mark, Section, Span
from ingest.parse.numbering import counted, split_number, with_number
from ingest.sentences import split_sentences

_SHARE = re.compile(r"\([^()]*\d\s?%[^()]*\)")


def block_of_heading(title: str, start: int) -> list[Block]:
    """A heading as evidence of its own, where it states a share that no line below need repeat ("… (70% of patients)")."""
    if not _SHARE.search(title):
        return []
    return [Block(kind=BlockKind.PARAGRAPH, span=Span(start=start, end=start + len(title)))]


class Head(NamedTuple):
    """An open heading: its level, its number as the document shows it, and its words without that."""

    level: int
    number: str
    words: str


class Outline:
    """Collects what a parser reads, top to bottom, and gives the sections back."""

    def __init__(self) -> None:
        """An empty outline; what comes before the first heading stands in a section without heading path."""
        self._path: list[Head] = []
        self._blocks: list[Block] = []
        self._sections: list[tuple[tuple[Head, ...], Section]] = []
        self._start = 0
        self._end = 0

    @property
    def level(self) -> int:
        """Level of the innermost open heading; 0 without one."""
        return self._path[-1].level if self._path else 0

    def heading(self, level: int, title: str, *, start: int, end: int, number: str = "") -> None:
        """A heading of that level (1 is the outermost) closes the section before it; ``number`` where the title lacks its own."""
        self._close(start)
        while self._path and self._path[-1].level >= level:
            self._path.pop()
        self._path.append(Head(level, number, title) if number else Head(level, *split_number(title)))
        self._start, self._end = start, end

    def leave(self, level: int, *, start: int) -> None:
        """What follows from ``start`` on stands under no heading of that level or deeper any more."""
        self._close(start)
        while self._path and self._path[-1].level >= level:
            self._path.pop()
        self._start = self._end = start

    @property
    def path(self) -> tuple[Head, ...]:
        """The open headings, outermost first."""
        return tuple(self._path)

    def stand_under(self, path: Sequence[Head], *, start: int) -> None:
        """What follows from ``start`` on stands under the headings of ``path``, wherever those stand."""
        self._close(start)
        self._path = list(path)
        self._start = self._end = start

    def add(self, blocks: Iterable[Block]) -> None:
        """Further blocks of the open section."""
        self._blocks += blocks
        if self._blocks:
            self._end = max(self._end, self._blocks[-1].span.end)

    def sections(self, end: int) -> tuple[Section, ...]:
        """All sections in order; ``end`` is where the body ends."""
        self._close(end)
        numbers = counted(head.number for path, _ in self._sections for head in path)
        return tuple(_named(section, path, numbers) for path, section in self._sections)

    def _close(self, position: int) -> None:
        start = self._start if self._path else (self._blocks[0].span.start if self._blocks else self._start)
        if (self._blocks or self._path) and start < position:
            span = Span(start=start, end=max(self._end, start + 1))
            self._sections.append((self.path, Section(heading_path=(), span=span, blocks=tuple(self._blocks))))
        self._blocks = []


def _named(section: Section, path: Sequence[Head], numbers: frozenset[str]) -> Section:
    """The section under its headings; what only looks like the number of one stays with its words."""
    shown = tuple(with_number(head.number, head.words) for head in path)
    bare = tuple(head.words if head.number in numbers else words for head, words in zip(path, shown, strict=True))
    return replace(section, heading_path=bare, numbered_path=() if shown == bare else shown)


def make_blocks(
    text: str, start: int, end: int, *, kind: BlockKind, marks: Sequence[Mark] = (), depth: int = 0, page: int | None = None
) -> list[Block]:
    """The block or blocks that ``text[start:end]`` makes: trailing marks peeled off, a last sentence with a colon a lead-in.

    No block for a text without words.
    """
    words_end, trailing, colon = _peel(text, start, end, marks)
    while start < words_end and text[start].isspace():
        start += 1
    if start >= words_end:
        return []
    inner = tuple(mark for mark in marks if mark.span.end <= words_end)
    block = Block(
        kind=kind, span=Span(start=start, end=words_end), depth=depth, reference_numbers=trailing, page=page, marks=inner
    )
    if not colon:
        return [block]
    sentences = split_sentences(text[start:words_end])
    if len(sentences) <= 1:
        return [replace(block, kind=BlockKind.LEAD_IN)]
    last = start + sentences[-1][0]
    before = [mark for mark in marks if mark.span.end <= last]
    lead = replace(block, kind=BlockKind.LEAD_IN, span=Span(start=last, end=words_end), marks=inner[len(before) :])
    return [*make_blocks(text, start, last, kind=kind, marks=before, depth=depth, page=page), lead]


def _peel(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[int, tuple[int, ...], bool]:
    """Where the words of ``text[start:end]`` end, the numbers of the marks after them, and whether a colon stands there."""
    numbers: list[int] = []
    colon = False
    left = list(marks)
    while end > start:
        if text[end - 1].isspace():
            end -= 1
        elif text[end - 1] == ":":
            colon, end = True, end - 1
        elif left and left[-1].span.end == end:
            numbers = [*left[-1].numbers, *numbers]
            end = left.pop().span.start
        elif left and text[end - 1] in ".;," and text[left[-1].span.end : end].strip(".;, ") == "":
            end = left[-1].span.end
        else:
            break
    return end, tuple(dict.fromkeys(numbers)), colon
