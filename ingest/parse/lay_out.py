"""Pieces → the text of a document, with the sections, references and furniture that stand in it.

The text is laid out so that a person can read it: a title, headings, bullets, one line per table row with its column heads, the
reference list, and what was set aside at the end. Every span points into it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.documents import Block, BlockKind, Document, Extent, Quarantined, Reference, Section, Source, Span
from ingest.parse.marks import bracketed_marks, letter_marks, superscript_marks
from ingest.parse.numbering import split_number, with_number
from ingest.parse.outline import Outline, block_of_heading, make_blocks
from ingest.parse.own_contents import set_contents_aside
from ingest.parse.pieces import Piece, Role
from ingest.parse.read import LIGATURES
from ingest.parse.references import parse_references
from ingest.parse.settle import settle_tables
from ingest.parse.speakers import set_speakers_aside
from ingest.sentences import split_sentences

_DEEPEST = 6
_ENTRY_NUMBER = re.compile(r"^\s*[\[(]?(?P<number>\d{1,3})(?:[\].)]+\s*|\s+(?=[A-ZÁÉÍÓÚÑÜ]))(?=\S)")
_ASIDE = "Set aside:"
_REFERENCES = "References:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A text, and what stands where in it."""

    text: str
    sections: tuple[Section, ...]
    references: tuple[Reference, ...]
    furniture: tuple[Span, ...]
    quarantine: tuple[Quarantined, ...]

    def as_document(self, source: Source, *, warnings: Sequence[str] = (), extent: Extent | None = None) -> Document:
        """The document of ``source`` with this text."""
        return Document(
            source=source,
            text=self.text,
            sections=self.sections,
            references=self.references,
            furniture=self.furniture,
            warnings=tuple(warnings),
            quarantine=self.quarantine,
            extent=extent or Extent(),
        )

    @property
    def body(self) -> str:
        """The words of the sections' blocks, a block a line."""
        return "\n".join(self.text[block.span.start : block.span.end] for section in self.sections for block in section.blocks)

    @property
    def headings(self) -> list[str]:
        """The sections' own headings, in order."""
        return [section.heading_path[-1] for section in self.sections if section.heading_path]

    @property
    def set_aside(self) -> list[str]:
        """The words of the furniture, a piece a line."""
        return [self.text[span.start : span.end] for span in self.furniture]


@dataclass(slots=True)
class _Writer:
    """The text so far, written line by line."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    @property
    def text(self) -> str:
        return "".join(self.parts)


def lay_out(pieces: Sequence[Piece]) -> Laid:
    """The text that the pieces make."""
    tidy = set_speakers_aside(set_contents_aside(settle_tables([_tidy(piece) for piece in pieces])))
    writer, outline = _Writer(), Outline()
    quarantine: list[Quarantined] = []
    previous: Piece | None = None
    for piece in tidy:
        if piece.role is Role.LEAVE:
            outline.leave(piece.level, start=writer.length)
        if not piece.text or piece.role in {Role.LEAVE, Role.REFERENCE, Role.FURNITURE}:
            continue
        start = _open(writer, piece, previous)
        writer.write(piece.text)
        if piece.hidden:
            quarantine.append(Quarantined(span=Span(start=start, end=writer.length), reason=piece.hidden))
        _add(outline, writer, piece, start)
        previous = piece
    sections = outline.sections(writer.length)
    entries = [piece.text for piece in tidy if piece.role is Role.REFERENCE and piece.text]
    _list(writer, _REFERENCES, entries)
    furniture = _list(writer, _ASIDE, [piece.text for piece in tidy if piece.role is Role.FURNITURE and piece.text])
    return Laid(
        text=f"{writer.text}\n",
        sections=sections,
        references=_references(entries),
        furniture=furniture,
        quarantine=tuple(quarantine),
    )


def _tidy(piece: Piece) -> Piece:
    if piece.turns:
        # Its offsets count the characters of the text as it is; the parser has tidied it.
        return piece
    text = " ".join(unicodedata.normalize("NFC", piece.text).translate(LIGATURES).split())
    return replace(piece, text=text)


def _open(writer: _Writer, piece: Piece, previous: Piece | None) -> int:
    """Write what stands before the words of a piece; where they start."""
    is_item = piece.role in {Role.BULLET, Role.ROW}
    if previous is not None:
        is_list = is_item and previous.role in {Role.BULLET, Role.ROW, Role.GROUP}
        writer.write("\n" if is_list else "\n\n")
    if piece.role is Role.TITLE:
        writer.write("# ")
    elif piece.role is Role.HEADING:
        writer.write(f"{'#' * min(piece.level + 1, _DEEPEST)} {with_number(piece.number, '')}")
    elif is_item:
        writer.write(f"{'  ' * piece.level}- ")
    return writer.length


def _add(outline: Outline, writer: _Writer, piece: Piece, start: int) -> None:
    """Put a piece whose words were just written into the outline."""
    end = writer.length
    if piece.role is Role.TITLE:
        return
    if piece.role is Role.HEADING:
        title = piece.text.rstrip(":").strip() or piece.text
        outline.heading(max(piece.level, 1), title, start=start, end=end, number=piece.number)
        bare = title if piece.number else split_number(title)[1]
        outline.add([replace(block, page=piece.page) for block in block_of_heading(bare, start + len(title) - len(bare))])
    elif piece.role in {Role.CAPTION, Role.GROUP}:
        words = len(piece.text.rstrip(" :."))
        if words:
            outline.add([Block(kind=BlockKind.LEAD_IN, span=Span(start=start, end=start + words), page=piece.page)])
    elif piece.role is Role.ROW:
        row = Block(
            kind=BlockKind.TABLE_ROW,
            span=Span(start=start, end=end),
            cells=piece.cells,
            reference_numbers=piece.numbers,
            page=piece.page,
        )
        outline.add([row])
        if piece.numbers:
            writer.write(f" [{', '.join(map(str, piece.numbers))}]")
    else:
        outline.add(_blocks(piece, start))


def _blocks(piece: Piece, start: int) -> list[Block]:
    """The blocks of a paragraph or bullet; a paragraph that goes on on a further page is cut at the first sentence there."""
    kind = BlockKind.BULLET if piece.role is Role.BULLET else BlockKind.PARAGRAPH
    text = piece.text
    blocks: list[Block] = []
    for begin, end, page in _by_page(piece):
        marks = sorted(
            (*bracketed_marks(text, begin, end), *superscript_marks(text, begin, end), *letter_marks(text, begin, end)),
            key=lambda mark: mark.span.start,
        )
        made = make_blocks(text, begin, end, kind=kind, marks=marks, depth=piece.level, page=page)
        blocks += [_moved(block, start) for block in made]
    return blocks


def _by_page(piece: Piece) -> list[tuple[int, int, int | None]]:
    """(start, end, page) of the parts of a piece, cut between sentences."""
    if not piece.turns or piece.role is Role.BULLET:
        return [(0, len(piece.text), piece.page)]
    parts: list[tuple[int, int, int | None]] = []
    for begin, _ in split_sentences(piece.text):
        page = next((page for offset, page in reversed(piece.turns) if offset <= begin), piece.page)
        if not parts or parts[-1][2] != page:
            parts.append((begin, begin, page))
    ends = [*(begin for begin, _, _ in parts[1:]), len(piece.text)]
    return [(begin, end, page) for (begin, _, page), end in zip(parts, ends, strict=True)]


def _moved(block: Block, by: int) -> Block:
    marks = tuple(replace(mark, span=Span(start=mark.span.start + by, end=mark.span.end + by)) for mark in block.marks)
    return replace(block, span=Span(start=block.span.start + by, end=block.span.end + by), marks=marks)


def _list(writer: _Writer, head: str, lines: Sequence[str]) -> tuple[Span, ...]:
    """Write lines under a head at the end of the text; the spans of the lines."""
    if not lines:
        return ()
    writer.write(f"\n\n{head}\n")
    spans = []
    for line in lines:
        writer.write("\n")
        spans.append(Span(start=writer.length, end=writer.length + len(line)))
        writer.write(line)
    return tuple(spans)


def _references(entries: Sequence[str]) -> tuple[Reference, ...]:
    matches = [_ENTRY_NUMBER.match(entry) for entry in entries]
    numbers = [int(match["number"]) if match else None for match in matches]
    if sum(number is not None for number in numbers) * 2 < len(entries):
        return parse_references(entries, [None] * len(entries))
    bare = [entry[match.end() :] if match else entry for entry, match in zip(entries, matches, strict=True)]
    return parse_references(bare, numbers)
