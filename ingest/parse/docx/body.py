"""The body of a Word file → pieces, paragraph by paragraph and table by table."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ingest.parse.dates import is_date_line
from ingest.parse.docx.boxed import is_fallback, read_boxes, stands_in_frame
from ingest.parse.docx.names import DRAWING, W
from ingest.parse.docx.run_in import RUN_IN_LEVEL, split_name
from ingest.parse.docx.runs import Text
from ingest.parse.docx.state import BOLD_LEVEL, MOST_HEADING_WORDS, Body, read_words, settle_caption
from ingest.parse.docx.styles import Shape, depth_of
from ingest.parse.docx.tabbed import count_tabbed
from ingest.parse.docx.tables import read_tabbed, read_table
from ingest.parse.furniture import is_furniture, split_furniture
from ingest.parse.labels import names_box_kind
from ingest.parse.numbering import split_number
from ingest.parse.pieces import Piece, Role
from ingest.parse.references import is_run_in_list
from ingest.parse.zones import Zone, zone_of

_BULLET = re.compile(r"^\s*(?:[•‣▪◦●○∙·☐☑☒□■✓✔➢➤►▶»*–-]|\uf0b7|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")
_CAPTION = re.compile(r"^(?:table|tabla|tableau|tabelle)\s+[\dIVX]+", re.IGNORECASE)
_SIGNED = re.compile(r"[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?\s+(?=\w)")
"""A small picture before words."""
_LEAST_CAPITALS = 3
_MOST_LABEL_WORDS = 6
_LARGER = 1.2


def read_body(element: Any, body: Body) -> None:
    """Read the children of ``w:body`` (or of a content control in it) in order."""
    children = [child for child in element if isinstance(child.tag, str)]
    taken = 0
    for position, child in enumerate(children):
        if position < taken:
            continue
        count, rows = count_tabbed(children, position)
        # Below "Contents", rows that end in a number are its entries with their pages.
        count = 0 if body.in_contents and all(row[-1].isdigit() for row in rows) else count
        if count:
            taken = position + count
            read_tabbed(rows, body)
        elif child.tag == f"{W}p" and _stands_beside_list(child, body):
            body.waiting.append(child)
        elif child.tag == f"{W}p":
            _paragraph(child, body)
        elif child.tag == f"{W}tbl":
            _read_waiting(body)
            read_table(child, body, _reader(body))
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}smartTag", f"{W}customXml"}:
            read_body(child, body)
    if element.tag == f"{W}body":
        _read_waiting(body)
        settle_caption(body)


def _reader(body: Body) -> Callable[[Any], None]:
    """What reads a cell or a box as a text of its own."""
    return lambda part: _paragraph(part, body) if part.tag == f"{W}p" else read_body(part, body)


def _stands_beside_list(paragraph: Any, body: Body) -> bool:
    """Whether a paragraph is a note in a frame beside a list: it is read behind the list."""
    last = body.pieces[-1] if body.pieces else None
    in_list = last is not None and (last.role is Role.BULLET or last.text.endswith(":"))
    return body.box_at < 0 and stands_in_frame(paragraph) and (in_list or bool(body.waiting))


def _paragraph(paragraph: Any, body: Body) -> None:
    body.changes += sum(1 for _ in paragraph.iter(f"{W}ins", f"{W}del"))
    body.figures += sum(1 for _ in paragraph.iter(DRAWING))
    shape = body.styles.shape(paragraph)
    text = read_words(paragraph, body)
    number = body.styles.next_number(paragraph)
    if text.words and body.box_at < 0 and shape.depth < 0 and not _BULLET.match(text.words):
        _read_waiting(body)
    if text.words:
        size = text.size or body.styles.size(paragraph)
        is_bold = text.is_bold or body.styles.is_bold(paragraph)
        if any(_BULLET.match(line) for line in text.lines[1:]):
            for line in text.lines:
                _text(line, shape.depth, body)
        else:
            _words(text, shape, body, is_bold=is_bold, size=size, number=number)
    boxes = [box for box in paragraph.iter(f"{W}txbxContent") if not is_fallback(box)]
    if body.box_at < 0 and (body.waiting or text.words.endswith(":")):
        body.waiting += boxes
    else:
        read_boxes(boxes, body, _reader(body))


def _read_waiting(body: Body) -> None:
    boxes, body.waiting = body.waiting, []
    read_boxes(boxes, body, _reader(body))


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
    elif shape.is_caption or (_CAPTION.match(words) and len(words.split()) <= 2 * MOST_HEADING_WORDS):
        settle_caption(body)
        body.caption = words
    elif _is_label(words, shape, body, is_raised=bool(level)):
        settle_caption(body)
        body.pieces.append(Piece(role=Role.CAPTION, text=words))
    elif level:
        settle_caption(body)
        body.marked += bool(shape.heading)
        _heading(words, level, body, number=number)
        if not shape.heading and body.pieces and body.pieces[-1].role is Role.HEADING:
            body.by_hand[len(body.pieces) - 1] = (size, depth_of(words) or shape.depth + 1)
            body.slanting |= {len(body.pieces) - 1} if text.is_slanting else set()
            body.counted |= {len(body.pieces) - 1} if shape.depth >= 0 else set()
    else:
        settle_caption(body)
        body.letters[size] += len(words)
        name, behind = split_name(text) if shape.depth < 0 and body.box_at < 0 and body.zone is None else ("", "")
        if name:
            body.pieces.append(Piece(role=Role.HEADING, text=name, level=RUN_IN_LEVEL))
        _text(behind or words, shape.depth, body)


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
    usual = max(body.letters, key=lambda one: body.letters[one], default=body.styles.usual)
    return bool(usual) and size >= _LARGER * usual


def _is_phrase(words: str) -> bool:
    return len(words.split()) <= MOST_HEADING_WORDS and words[-1] not in ".!;," and not words.startswith(("**", "=="))


def _is_label(words: str, shape: Shape, body: Body, *, is_raised: bool) -> bool:
    """Whether the first line of a box only names what stands below it there, where headings are marked or lists follow."""
    is_first = body.box_at == len(body.pieces) and shape.depth < 0 and not shape.heading
    is_short = len(words.split()) <= _MOST_LABEL_WORDS and words[-1] not in ".!?;,"
    is_raised = is_raised or _SIGNED.match(words) is not None or names_box_kind(words)
    return is_first and is_short and (body.in_lists or (is_raised and body.marked > 0))
