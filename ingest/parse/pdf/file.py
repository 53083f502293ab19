"""A PDF's bytes → Document."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from ingest.documents import Document, Extent
from ingest.errors import UnreadableDocumentError
from ingest.parse.identity import Stated, identify
from ingest.parse.lay_out import lay_out
from ingest.parse.opening import set_opening_aside
from ingest.parse.pdf.assemble import assemble
from ingest.parse.pdf.counting import counted_lines
from ingest.parse.pdf.invisible import InkReader
from ingest.parse.pdf.joining import vocabulary_of
from ingest.parse.pdf.lines import Line
from ingest.parse.pdf.pages import Pages, lines_of, read_pages
from ingest.parse.pdf.paragraphs import Assembly
from ingest.parse.pdf.title import beside_title, find_title, own_title
from ingest.parse.pdf.type import find_setting
from ingest.parse.pieces import Piece, Role
from ingest.parse.stamped import is_stamp, stamp_pieces, stamp_warnings

_MOST_PAGES = 3000
_UNREADABLE_SHARE = 0.5
_MOST_OVER, _MOST_UNDER = 6, 30
_STAMP = 1.3
_MOST_MOTTO, _FAR = 8, 3.0
_WORD = re.compile(r"[^\W\d_]{3}")
_MOST_TURNED = 5
_MOST_COVER = 120
"""How many words a cover has at most that is more than the title."""


def parse_pdf(raw: bytes, *, path: Path) -> Document:
    """The text of a PDF in reading order, each statement with its page; tables as rows.

    Raises:
        UnreadableDocumentError: it is damaged, encrypted, or holds pictures of pages (then it needs text recognition).
    """
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(io.BytesIO(raw)) as file:
            if len(file.pages) > _MOST_PAGES:
                message = f"{path} has {len(file.pages)} pages, more than {_MOST_PAGES}. Split it."
                raise UnreadableDocumentError(message)
            read = read_pages(file, InkReader(raw))
            information = dict(file.metadata or {})
    except (PdfminerException, PDFPasswordIncorrect) as error:
        cause = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
        if isinstance(cause, PDFPasswordIncorrect):
            message = f"{path} is protected by a password. Save it without, and add that."
            raise UnreadableDocumentError(message) from error
        message = (
            f"{path} is no readable PDF: it is damaged, or a file of another kind under this name. Open it in the program that"
            " it comes from and print it to a new PDF."
        )
        raise UnreadableDocumentError(message) from error
    _refuse_pictures(read, path)
    return _document(read, information, raw, path)


def _refuse_pictures(read: Pages, path: Path) -> None:
    pages = len(set(read.numbers))
    is_empty = not any(word.text.strip() for words in read.words for word in words) and not read.tables
    if not pages or (is_empty and not read.unreadable):
        message = f"{path} holds no text. If its pages are pictures, it needs text recognition (OCR) first."
        raise UnreadableDocumentError(message)
    if len(read.unreadable) >= _UNREADABLE_SHARE * pages:
        what = "scanned (pictures of pages)" if read.has_scans else "set in fonts whose letters can't be told"
        message = (
            f"{path} is {what} on {len(read.unreadable)} of {pages} pages. It needs text recognition (OCR) first,"
            " for instance with `ocrmypdf`; nothing of it was read."
        )
        raise UnreadableDocumentError(message)


def _document(read: Pages, information: dict[str, Any], raw: bytes, path: Path) -> Document:
    lines, aside, hidden = lines_of(read)
    heads = tuple(piece.text for piece in aside)
    state = Assembly(
        setting=find_setting([line for line in lines if line.table < 0]), tables=read.tables, vocabulary=vocabulary_of(lines)
    )
    counted = counted_lines(lines, size=state.setting.size)
    stamped = _stamped(lines, size=state.setting.size)
    lines = [line for line in lines if line not in counted and line not in stamped]
    stamps = [
        text
        for text in (*(text for _, text in (*read.across, *read.over)), *(line.text for line in stamped), *heads)
        if is_stamp(text)
    ]
    aside += [*stamp_pieces(stamps), *_turned(read)]
    aside += [Piece(role=Role.FURNITURE, text=line.text, page=line.page) for line in counted]
    state.title, of_title = find_title(lines, own_title(information), size=state.setting.size)
    beside, state.title = beside_title(lines, of_title, state.title, size=state.setting.size)
    aside += [Piece(role=Role.FURNITURE, text=line.text, page=line.page) for line in beside]
    body = [line for line in lines if line not in of_title and line not in beside]
    title_at = sum(line not in beside for line in lines[: lines.index(of_title[0])]) if of_title else 0
    if _is_beside(body[:title_at], of_title):
        title_at = 0
        over = [*_over(body, of_title), *_under(body, of_title)]
        aside += [Piece(role=Role.FURNITURE, text=line.text, page=line.page) for line in over]
        cover = [line for line in _below(body, of_title) if line not in over]
        opening = cover if sum(line.words for line in cover) <= _MOST_COVER else []
        body = [*opening, *(line for line in body if line not in over and line not in opening)]
    assemble(body, state, title_at=title_at)
    head = [Piece(role=Role.TITLE, text=state.title, page=1)] if state.title else []
    pieces = set_opening_aside(state.pieces, state.title_at) if state.title else state.pieces
    laid = lay_out([*head, *pieces, *hidden, *aside])
    if not laid.body.strip():
        message = f"{path} holds no running text. If its pages are pictures, it needs text recognition (OCR) first."
        raise UnreadableDocumentError(message)
    stated = _stated(information, state.title)
    source, warnings = identify(laid, stated, path=path, sha256=sha256(raw).hexdigest(), heads=heads)
    extent = Extent(
        pages=len(set(read.numbers)),
        unreadable_pages=tuple(read.unreadable),
        tables=state.kept,
        tables_lost=state.lost,
        figures_skipped=max(read.figures, state.figures),
    )
    paged = tuple(
        replace(section, page=next((block.page for block in section.blocks if block.page), None)) for section in laid.sections
    )
    return replace(laid, sections=paged).as_document(
        source, warnings=(*warnings, *stamp_warnings(stamps), *_warnings(read)), extent=extent
    )


def _turned(read: Pages) -> list[Piece]:
    """What stands turned or large over the text and is no stamp, each once: it is shown with what was set aside."""
    found = reversed([*read.across, *read.over])
    first = {text: number for number, text in found if text.strip() and not is_stamp(text)}
    return [Piece(role=Role.FURNITURE, text=text, page=number) for text, number in first.items()]


def _stamped(lines: Sequence[Line], *, size: float) -> list[Line]:
    """The lines in large capitals that only say how far the document holds: they lie behind its text, and are no part of it."""
    return [line for line in lines if line.size >= _STAMP * size and line.text.isupper() and is_stamp(line.text)]


def _warnings(read: Pages) -> list[str]:
    """What a reader must know of pages that were not read, or not from letters."""
    found = []
    if read.unreadable:
        is_one = len(read.unreadable) == 1
        what, need = ("is a picture", "was not read: it needs") if is_one else ("are pictures", "were not read: they need")
        found.append(f"{_named(read.unreadable)} {what} or in unknown letters and {need} text recognition (OCR)")
    if read.recognised:
        found.append(f"the text of {_named(read.recognised)} comes from text recognition: check numbers against the picture")
    if read.overprinted:
        found.append(f"letters of {_named(read.overprinted)} are printed over others: check what was read against the original")
    if turned := _turned_once(read):
        words = ", ".join(f"“{text}”" for _, text in turned[:_MOST_TURNED])
        found.append(f"words that stand turned on {_named(sorted({page for page, _ in turned}))} were not read: {words}")
    return found


def _turned_once(read: Pages) -> list[tuple[int, str]]:
    """The words that stand turned on one page alone, as headings beside a table do; what every page has is no text of it."""
    count = Counter(text for _, text in read.across)
    return [(page, text.strip()) for page, text in read.across if count[text] == 1 and _WORD.search(text) and not is_stamp(text)]


def _named(pages: Sequence[int]) -> str:
    return f"page{'s' * (len(pages) > 1)} {', '.join(map(str, pages))}"


def _is_beside(before: Sequence[Line], of_title: Sequence[Line]) -> bool:
    """Whether most of what is read before the title stands in columns beside it: the other panels of a folded leaflet."""
    left, right = min((line.x0 for line in of_title), default=0.0), max((line.x1 for line in of_title), default=0.0)
    apart = [line for line in before if line.x1 <= left or line.x0 >= right]
    columns = {line.column for line in apart if line.bottom > of_title[0].top}
    return sum(line.column in columns for line in apart) * 2 > len(before)


def _over(lines: Sequence[Line], of_title: Sequence[Line]) -> list[Line]:
    """The few words above the title in its own column: what kind of leaflet it is, and whose."""
    left, top = min(line.x0 for line in of_title), of_title[0].top
    found = [line for line in lines if line.page == of_title[0].page and line.x1 > left and line.bottom <= top and line.table < 0]
    return [line for line in found if line.column == of_title[0].column and line.words <= _MOST_OVER]


def _under(lines: Sequence[Line], of_title: Sequence[Line]) -> list[Line]:
    """The few words below the title on the panel that is the cover of a leaflet, if they are neither sentence nor list.

    Below sentences a motto may stand at the foot of the panel.
    """
    below = _below(lines, of_title)
    at = next((at for at in range(len(below), 0, -1) if _says_something(below[at - 1])), 0)
    found, most = below[at:], _MOST_UNDER
    if at and found:
        found, most = (found, _MOST_MOTTO) if found[0].top - below[at - 1].bottom >= _FAR * found[0].size else ([], 0)
    return found if sum(line.words for line in found) <= most else []


def _says_something(line: Line) -> bool:
    return line.table >= 0 or line.text[-1:] in ".!?;:" or line.text[:1] in "•–-"


def _below(lines: Sequence[Line], of_title: Sequence[Line]) -> list[Line]:
    """What stands below the title in its own column."""
    last = of_title[-1]
    return [line for line in lines if line.sheet == last.sheet and line.column == last.column and line.top >= last.bottom]


def _stated(information: dict[str, Any], title: str) -> Stated:
    """What the PDF's own properties say."""
    return Stated(title=title or own_title(information) or None)
