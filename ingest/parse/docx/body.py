"""The body of a Word file → pieces, paragraph by paragraph and table by table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ingest.parse.control import lines_about, log_lines
from ingest.parse.dates import is_date_line
from ingest.parse.docx.form import labels_of, raise_label, read_labelled, stand_side_by_side
from ingest.parse.docx.runs import Text, W, read_text
from ingest.parse.docx.styles import Shape, Styles, depth_of
from ingest.parse.docx.tabbed import count_tabbed
from ingest.parse.furniture import is_furniture, split_furniture
from ingest.parse.grid import table_pieces
from ingest.parse.numbering import split_number
from ingest.parse.pieces import Piece, Role
from ingest.parse.references import is_run_in_list
from ingest.parse.zones import Zone, zone_of

_BULLET = re.compile(r"^\s*(?:[•‣▪◦●○∙·*–-]|\uf0b7|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")
_CAPTION = re.compile(r"^(?:table|tabla|tableau|tabelle)\s+[\dIVX]+", re.IGNORECASE)
_MOST_HEADING_WORDS = 14
_LEAST_CAPITALS = 3
_MOST_LABEL_WORDS = 6
BOLD_LEVEL = 8
_LEAST_HIDDEN = 3
_LARGER = 1.2
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"


@dataclass(slots=True)
class Body:
    """What has been read so far."""

    styles: Styles
    title: str = ""
    pieces: list[Piece] = field(default_factory=list)
    note_marks: dict[str, int] = field(default_factory=dict)
    called: dict[str, int] = field(default_factory=dict)
    """How many pieces stand before the one that calls a note."""
    caption: str = ""
    zone: Zone | None = None
    zone_level: int = 0
    tables: int = 0
    tables_lost: int = 0
    figures: int = 0
    changes: int = 0
    by_hand: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Size in half points of the headings without a style, and the depth of their number, by the place of their piece."""
    slanting: set[int] = field(default_factory=set)
    """Those of them that slant."""
    counted: set[int] = field(default_factory=set)
    """Those of them that are items of a list which counts on by itself."""
    letters: Counter[int] = field(default_factory=Counter)
    """Letters of the running text by size."""
    in_contents: bool = False
    box_at: int = -1
    """How many pieces stood before the open box; -1 outside of one."""
    in_lists: bool = False
    """Whether the open box holds a list below its first line."""
    marked: int = 0
    """How many headings have a heading's style."""


def read_body(element: Any, body: Body) -> None:
    """Read the children of ``w:body`` (or of a content control in it) in order."""
    children = [child for child in element if isinstance(child.tag, str)]
    taken = 0
    for position, child in enumerate(children):
        if position < taken:
            continue
        count, rows = count_tabbed(children, position)
        if count:
            taken = position + count
            _tabbed(rows, body)
        elif child.tag == f"{W}p":
            _paragraph(child, body)
        elif child.tag == f"{W}tbl":
            _table(child, body)
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}smartTag", f"{W}customXml"}:
            read_body(child, body)
    if element.tag == f"{W}body":
        _settle_caption(body)


def _paragraph(paragraph: Any, body: Body) -> None:
    body.changes += sum(1 for _ in paragraph.iter(f"{W}ins", f"{W}del"))
    body.figures += sum(1 for _ in paragraph.iter(_DRAWING))
    shape = body.styles.shape(paragraph)
    text = _read(paragraph, body)
    number = body.styles.next_number(paragraph)
    if text.words:
        size = text.size or body.styles.size(paragraph)
        is_bold = text.is_bold or body.styles.is_bold(paragraph)
        if any(_BULLET.match(line) for line in text.lines[1:]):
            for line in text.lines:
                _text(line, shape.depth, body)
        else:
            _words(text, shape, body, is_bold=is_bold, size=size, number=number)
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(parent.tag.endswith("}Fallback") for parent in box.iterancestors()):
            _box([box], body)


def _read(paragraph: Any, body: Body) -> Text:
    """The words of a paragraph; what of it is hidden becomes a piece that is held back."""
    text = read_text(paragraph, note_marks=body.note_marks)
    for key in text.notes:
        body.called.setdefault(key, len(body.pieces))
    if text.hidden and len(text.hidden.split()) >= _LEAST_HIDDEN:
        body.pieces.append(Piece(role=Role.PARAGRAPH, text=text.hidden, hidden=text.why))
    return text


def _words(text: Text, shape: Shape, body: Body, *, is_bold: bool, size: int, number: str) -> None:
    words = text.words
    is_numbered = depth_of(words) > 0
    is_outer = shape.depth < 0 or (shape.is_numbered and (is_bold or _is_large(size, body)))
    is_bare = is_outer and _is_phrase(words) and not _CAPTION.match(words) and (is_numbered or not _BULLET.match(words))
    stands_out = is_bold or _is_large(size, body) or (words.isupper() and len(words) > _LEAST_CAPITALS)
    level = shape.heading or (BOLD_LEVEL if is_bare and stands_out else 0)
    body.in_contents = (body.in_contents and text.ends_in_page) or (is_bare and zone_of(words) is Zone.LINKS)
    if shape.is_contents or (body.in_contents and not level):
        body.pieces.append(Piece(role=Role.FURNITURE, text=words))
    elif shape.is_title and not body.title:
        body.title = words
    elif shape.is_caption or (_CAPTION.match(words) and len(words.split()) <= 2 * _MOST_HEADING_WORDS):
        _settle_caption(body)
        body.caption = words
    elif _is_label(words, shape, body, is_raised=bool(level)):
        _settle_caption(body)
        body.pieces.append(Piece(role=Role.CAPTION, text=words))
    elif level:
        _settle_caption(body)
        body.marked += bool(shape.heading)
        _heading(words, level, body, number=number)
        if not shape.heading and body.pieces and body.pieces[-1].role is Role.HEADING:
            body.by_hand[len(body.pieces) - 1] = (size, depth_of(words) or shape.depth + 1)
            body.slanting |= {len(body.pieces) - 1} if text.is_slanting else set()
            body.counted |= {len(body.pieces) - 1} if shape.depth >= 0 else set()
    else:
        _settle_caption(body)
        body.letters[size] += len(words)
        _text(words, shape.depth, body)


def _heading(words: str, level: int, body: Body, *, number: str) -> None:
    zone = zone_of(split_number(words)[1], printed=True)
    if body.zone is None or level <= body.zone_level or zone is not None:
        body.zone, body.zone_level = zone, level
    if body.zone is not None:
        body.pieces.append(Piece(role=Role.FURNITURE, text=words))
    elif not body.title and level == 1 and not body.pieces:
        body.title = words
    else:
        body.pieces.append(Piece(role=Role.HEADING, text=words, level=level, number=number))


def _text(words: str, depth: int, body: Body) -> None:
    mark = _BULLET.match(words)
    if body.zone is Zone.REFERENCES:
        body.pieces.append(Piece(role=Role.REFERENCE, text=words))
    elif body.zone is not None or is_date_line(words) or is_furniture(words) or is_run_in_list(words):
        body.pieces.append(Piece(role=Role.FURNITURE, text=words))
    elif depth >= 0 or mark:
        bare = words[mark.end() :] if mark and depth < 0 else words
        body.pieces.append(Piece(role=Role.BULLET, text=bare, level=max(depth, 0)))
    else:
        parts = split_furniture(words)
        body.pieces += (Piece(role=Role.FURNITURE if is_aside else Role.PARAGRAPH, text=part) for part, is_aside in parts)


def _is_large(size: int, body: Body) -> bool:
    """Whether letters are clearly larger than those of the running text so far."""
    usual = max(body.letters, key=lambda one: body.letters[one], default=0)
    return bool(usual) and size >= _LARGER * usual


def _is_phrase(words: str) -> bool:
    return len(words.split()) <= _MOST_HEADING_WORDS and words[-1] not in ".!;," and not words.startswith(("**", "=="))


def _is_label(words: str, shape: Shape, body: Body, *, is_raised: bool) -> bool:
    """Whether the first line of a box only names what stands below it there, where headings are marked or lists follow."""
    is_first = body.box_at == len(body.pieces) and shape.depth < 0 and not shape.heading
    is_short = len(words.split()) <= _MOST_LABEL_WORDS and words[-1] not in ".!?;,"
    return is_first and is_short and (body.in_lists or (is_raised and body.marked > 0))


def _settle_caption(body: Body) -> None:
    """A caption that no table followed stands below its table or belongs to a figure: it is text."""
    if body.caption:
        role = Role.PARAGRAPH if len(body.caption.split()) > _MOST_HEADING_WORDS else Role.FURNITURE
        body.pieces.append(Piece(role=role, text=body.caption))
        body.caption = ""


def _table(table: Any, body: Body) -> None:
    labelled = labels_of(list(_rows(table)), body.styles) if body.zone is None else []
    if labelled:
        for place in read_labelled(labelled, body.pieces, lambda cell: read_body(cell, body)):
            body.by_hand.pop(place, None)
            body.counted.discard(place)
        return
    _grid(table, body)


def _grid(table: Any, body: Body) -> None:
    """A table of rows and columns, or one that only frames text."""
    grid: list[list[str]] = []
    heads = 0
    for row in _rows(table):
        if len(grid) == heads and row.find(f"{W}trPr/{W}tblHeader") is not None:
            heads += 1
        grid.append(_cells(row, grid, body))
    body.figures += sum(1 for _ in table.iter(_DRAWING))
    if max((len(row) for row in grid), default=0) == 1:
        # A box around text, not a table.
        _box(table.iter(f"{W}tc"), body)
        return
    if len(grid) == 1 and (stand_side_by_side(table, grid[0], body.styles)):
        body.in_lists = True
        for cell in table.iter(f"{W}tc"):
            _box([cell], body)
        body.in_lists = False
        return
    aside = log_lines(grid) if body.zone is Zone.NOTICE else lines_about(grid, opens=not body.marked)
    if aside is not None:
        body.pieces += (Piece(role=Role.FURNITURE, text=text) for text in aside)
        return
    pieces = table_pieces(grid, heads=heads if 0 < heads < len(grid) else None, caption=body.caption)
    body.caption = ""
    if pieces:
        body.tables += 1
        body.pieces += pieces
    elif any(cell for row in grid for cell in row):
        body.tables_lost += 1


def _tabbed(rows: list[list[str]], body: Body) -> None:
    """A table that is set with tabs."""
    pieces = table_pieces(rows, caption=body.caption)
    body.caption = ""
    body.tables += bool(pieces)
    body.pieces += pieces


def _box(parts: Iterable[Any], body: Body) -> None:
    """A text box or a table of one column: its headings reach no further; bold words label it where headings have a style."""
    begins, outer = len(body.pieces), body.box_at
    body.box_at = begins
    for part in parts:
        read_body(part, body)
    body.box_at = outer
    raise_label(body.pieces, begins, level=BOLD_LEVEL)
    levels = [piece.level for piece in body.pieces[begins:] if piece.role is Role.HEADING]
    if levels and body.pieces[-1].role is not Role.HEADING and body.zone is None:
        body.pieces.append(Piece(role=Role.LEAVE, text="", level=min(levels)))


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == f"{W}tr" and child.find(f"{W}trPr/{W}del") is None:
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent"}:
            yield from _rows(child)


def _cells(row: Any, grid: list[list[str]], body: Body) -> list[str]:
    cells: list[str] = []
    for cell in row.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr"), None) is not row:
            continue
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        across = int(span.get(f"{W}val") or 1) if span is not None else 1
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        text = _cell_text(cell, body)
        if merge is not None and (merge.get(f"{W}val") or "continue") == "continue" and grid and len(cells) < len(grid[-1]):
            text = grid[-1][len(cells)]
        cells += [text] * min(across, 60)
    return cells


def _cell_text(cell: Any, body: Body) -> str:
    parts = []
    for paragraph in cell.iter(f"{W}p"):
        text = _read(paragraph, body)
        body.styles.next_number(paragraph)
        if text.words:
            parts.append(text.words)
    joined = ""
    for part in parts:
        joined += f"{'' if joined[-1] in '.:;,!?' else ';'} {part}" if joined else part
    return joined
