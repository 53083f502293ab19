"""Markdown with or without front matter → Document.

Reads the shapes that documents use: headings, paragraphs, nested lists, tables, quotes. Code, comments and images are set aside
as furniture. Not a full CommonMark parser, because none of those gives the exact offset of each piece of text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ingest.documents import Block, BlockKind, Document, Reference, Source, Span
from ingest.parse.front_matter import FrontMatter, split_front_matter
from ingest.parse.marks import bracketed_marks, superscript_marks
from ingest.parse.outline import Outline, make_blocks
from ingest.parse.slug import slug

_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t]+(?P<title>.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?P<mark>=|-)(?P=mark){2,}[ \t]*$")
_BOLD_LINE = re.compile(r"(?P<mark>\*\*|__)(?P<title>[^*_.!?]{2,90}?):?(?P=mark):?[ \t]*$")
_BULLET = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*+•‣▪]|\d{1,3}[.)])[ \t]+(?P<box>\[[ xX]\][ \t]+)?(?=\S)")
_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
_IMAGE = re.compile(r"[ \t]*!\[[^\]]*\]\([^)]*\)[ \t]*$")
_LINK_TARGET = re.compile(r" {0,3}\[[^\]]+\]:[ \t]+\S+")
_QUOTE = re.compile(r"[ \t]*>[ \t]?")
_BOLD_LEVEL = 7
_LEAST_HEADINGS = 2


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def parse_markdown(raw: str, *, path: Path, sha256: str = "") -> Document:
    """``raw`` (a whole Markdown text, already normalised) as a Document; fields that front matter leaves out are inferred."""
    front, body = split_front_matter(raw, path=path)
    reader = _Reader(raw, body)
    reader.read()
    source = _source(front or FrontMatter(), reader.title, path=path, sha256=sha256)
    references: tuple[Reference, ...] = front.entries() if front else ()
    return Document(
        source=source,
        text=raw,
        sections=reader.outline.sections(len(raw)),
        references=references,
        furniture=tuple(reader.furniture),
        warnings=tuple(reader.warnings),
    )


def looks_like_markdown(text: str) -> bool:
    """Whether a plain-text file is written in Markdown: with marked or underlined headings, or a table of pipes."""
    lines = text.split("\n")
    marked = sum(_HEADING.match(line) is not None for line in lines)
    ruled = [position for position, line in enumerate(lines[1:], start=1) if lines[position - 1].strip()]
    underlined = sum(_UNDERLINE.match(lines[n]) is not None and "|" not in lines[n - 1] for n in ruled)
    tables = sum("|" in lines[n] and "|" in lines[n - 1] and _TABLE_RULE.match(lines[n]) is not None for n in ruled)
    return marked >= _LEAST_HEADINGS or underlined >= _LEAST_HEADINGS or (tables > 0 and marked + underlined > 0)


def _source(front: FrontMatter, heading: str | None, *, path: Path, sha256: str) -> Source:
    title = heading or path.stem.replace("-", " ").replace("_", " ").strip() or path.name
    inferred = tuple(name for name in ("source_id", "title") if getattr(front, name) is None)
    guess = Source(source_id=slug(path.stem) or "document", title=title, path=str(path), sha256=sha256, inferred=inferred)
    return front.applied_to(guess)


class _Reader:
    """Walks the lines of a Markdown body once and fills an outline."""

    def __init__(self, text: str, body: int) -> None:
        self.text = text
        self.outline = Outline()
        self.title: str | None = None
        self.furniture: list[Span] = []
        self.warnings: list[str] = []
        self._lines = _lines(text, body)
        self._at = 0
        self._indents: list[int] = []

    def read(self) -> None:
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.text.strip():
                self._at += 1
            elif not (self._set_aside(line) or self._heading(line) or self._table() or self._bullet(line)):
                self._paragraph()

    def _set_aside(self, line: _Line) -> bool:
        """Code, comments, rules, images and link targets: furniture."""
        last = self._at
        fence = _FENCE.match(line.text)
        if fence:
            closing = fence["fence"]
            last = self._find(lambda other: other.strip().startswith(closing), after=self._at)
        elif line.text.lstrip().startswith("<!--"):
            last = self._at if "-->" in line.text else self._find(lambda other: "-->" in other, after=self._at)
        elif not (_RULE.match(line.text) or _IMAGE.match(line.text) or _LINK_TARGET.match(line.text)):
            return False
        self._indents.clear()
        self.furniture.append(Span(start=line.start, end=max(self._lines[last].end, line.start + 1)))
        self._at = last + 1
        return True

    def _find(self, wanted: object, *, after: int) -> int:
        """Position of the first line after ``after`` that is wanted; the last line when there is none."""
        assert callable(wanted)  # noqa: S101
        for position in range(after + 1, len(self._lines)):
            if wanted(self._lines[position].text):
                return position
        return len(self._lines) - 1

    def _heading(self, line: _Line) -> bool:
        match = _HEADING.match(line.text)
        following = self._lines[self._at + 1] if self._at + 1 < len(self._lines) else None
        if match:
            level, title, used = len(match["marks"]), match["title"], 1
        elif following and (rule := _UNDERLINE.match(following.text)) and not _BULLET.match(line.text) and "|" not in line.text:
            level, title, used = (1 if rule["mark"] == "=" else 2), line.text, 2
        elif bold := _BOLD_LINE.match(line.text.strip()):
            level, title, used = _BOLD_LEVEL, bold["title"], 1
        else:
            return False
        title = re.sub(r"[*_`]+", "", title).strip()
        end = self._lines[self._at + used - 1].end
        self._at += used
        self._indents.clear()
        if level == 1 and self.title is None and self.outline.level == 0:
            self.title = title
        elif title:
            self.outline.heading(level, title, start=line.start, end=end)
        return True

    def _bullet(self, line: _Line) -> bool:
        match = _BULLET.match(line.text)
        if not match:
            return False
        indent = len(match["indent"].expandtabs(4))
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
        if not self._indents or indent > self._indents[-1]:
            self._indents.append(indent)
        end = self._continued(line)
        self._add(line.start + match.end(), end, BlockKind.BULLET, depth=len(self._indents) - 1)
        return True

    def _continued(self, line: _Line) -> int:
        """Where the block that starts at the current line ends: before a blank line or the start of something else."""
        end = line.end
        self._at += 1
        while self._at < len(self._lines):
            text = self._lines[self._at].text
            if not text.strip() or _HEADING.match(text) or _BULLET.match(text) or _FENCE.match(text) or _RULE.match(text):
                break
            end = self._lines[self._at].end
            self._at += 1
        return end

    def _paragraph(self) -> None:
        line = self._lines[self._at]
        quote = _QUOTE.match(line.text)
        start = line.start + (quote.end() if quote else 0)
        is_inside_item = bool(self._indents) and line.text.startswith((" ", "\t"))
        end = self._continued(line)
        depth = len(self._indents) if is_inside_item else 0
        if not is_inside_item:
            self._indents.clear()
        self._add(start, end, BlockKind.BULLET if is_inside_item else BlockKind.PARAGRAPH, depth=depth)

    def _add(self, start: int, end: int, kind: BlockKind, *, depth: int = 0) -> None:
        marks = sorted(
            (*bracketed_marks(self.text, start, end), *superscript_marks(self.text, start, end)), key=lambda mark: mark.span.start
        )
        self.outline.add(make_blocks(self.text, start, end, kind=kind, marks=marks, depth=depth))

    def _table(self) -> bool:
        """A pipe table: one block per row, its cells bound to the column heads."""
        if self._at + 1 >= len(self._lines) or "|" not in self._lines[self._at].text:
            return False
        if not _TABLE_RULE.match(self._lines[self._at + 1].text) or "|" not in self._lines[self._at + 1].text:
            return False
        heads = [text for text, _, _ in _cells(self._lines[self._at])]
        self._at += 2
        while self._at < len(self._lines) and "|" in self._lines[self._at].text:
            self._row(heads, self._lines[self._at])
            self._at += 1
        self._indents.clear()
        return True

    def _row(self, heads: list[str], line: _Line) -> None:
        cells = [cell for cell in _cells(line) if cell[0]]
        if not cells:
            return
        named = tuple(
            (heads[position] if position < len(heads) else "", text) for position, (text, _, _) in enumerate(_cells(line)) if text
        )
        span = Span(start=cells[0][1], end=cells[-1][2])
        marks = bracketed_marks(self.text, span.start, span.end)
        numbers = tuple(dict.fromkeys(number for mark in marks for number in mark.numbers))
        self.outline.add([Block(kind=BlockKind.TABLE_ROW, span=span, cells=named, reference_numbers=numbers)])


def _lines(text: str, start: int) -> list[_Line]:
    lines = []
    for line in text[start:].split("\n"):
        lines.append(_Line(start, start + len(line), line))
        start += len(line) + 1
    return lines


def _cells(line: _Line) -> list[tuple[str, int, int]]:
    """The cells of a table row: text without the white space around it, and its offsets in the document."""
    cells = []
    position = line.start
    parts = re.split(r"(?<!\\)\|", line.text)
    for part in parts:
        stripped = part.strip()
        begin = position + (part.index(stripped) if stripped else 0)
        cells.append((stripped, begin, begin + len(stripped)))
        position += len(part) + 1
    if cells and not cells[0][0]:
        cells.pop(0)
    if cells and not cells[-1][0]:
        cells.pop()
    return cells
