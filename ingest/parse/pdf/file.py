"""A PDF's bytes → Document."""

from __future__ import annotations

import io
import logging
import re
from dataclasses import dataclass, field, replace
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
from ingest.parse.pdf.cells import Table, is_inside
from ingest.parse.pdf.invisible import InkReader
from ingest.parse.pdf.joining import vocabulary_of
from ingest.parse.pdf.lines import Line, read_lines, rows_of
from ingest.parse.pdf.margins import running_rows
from ingest.parse.pdf.paragraphs import Assembly
from ingest.parse.pdf.tables import find_tables
from ingest.parse.pdf.type import find_setting, number_depth
from ingest.parse.pdf.words import Word, read_words, without_ink
from ingest.parse.pieces import Piece, Role

_MOST_PAGES = 3000
_LEAST_LETTERS = 40
_PICTURE_SHARE = 0.5
_MOST_UNKNOWN = 0.1
_UNREADABLE_SHARE = 0.5
_LEAST_HIDDEN = 3
_FIGURE_SIDE = 70.0
_TITLE = 1.15
_TITLE_LETTERS = 4
_TITLE_WORDS = 40
_MOST_ABOVE = 30
_FILE_NAME = re.compile(r"\.(?:docx?|pdf|indd|qxd|tex|pptx?|xlsx?)\b|^(?:microsoft word|untitled|document\d*)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Read:
    """The pages of a file: their words, tables, and what could not be read."""

    words: list[list[Word]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    unreadable: list[int] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    figures: int = 0
    has_scans: bool = False


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
            read = _read_pages(file, InkReader(raw))
            information = dict(file.metadata or {})
    except (PdfminerException, PDFPasswordIncorrect) as error:
        cause = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
        if isinstance(cause, PDFPasswordIncorrect):
            message = f"{path} is protected by a password. Save it without, and add that."
            raise UnreadableDocumentError(message) from error
        message = f"{path} is no readable PDF ({type(cause).__name__}: {cause}). It may be damaged; print it to a new PDF."
        raise UnreadableDocumentError(message) from error
    _refuse_pictures(read, path)
    return _document(read, information, raw, path)


def _read_pages(file: Any, ink: InkReader) -> _Read:
    read = _Read()
    for number, page in enumerate(file.pages, start=1):
        words = read_words(page)
        if unseen := ink.boxes(number - 1):
            if _picture_share(page) >= _PICTURE_SHARE:
                # What a scanner's text recognition laid under its picture is meant to be read.
                read.recognised.append(number)
            else:
                words = without_ink(words, unseen)
        if _is_unreadable(page, words):
            read.unreadable.append(number)
            read.has_scans = read.has_scans or bool(page.images)
            words = []
        visible = [word for word in words if not word.hidden]
        tables = find_tables(page, visible) if visible else []
        kept = [word for word in words if word.hidden or not any(is_inside(word, table.box) for table in tables)]
        for table in tables:
            kept.append(_stand_in(table, len(read.tables)))
            read.tables.append(table)
        if number not in read.unreadable:
            read.figures += sum(_is_figure(image) for image in page.images)
        read.words.append(kept)
        read.heights.append(float(page.height))
        page.close()
    ink.close()
    return read


def _stand_in(table: Table, number: int) -> Word:
    """A word that stands for a table where the order of reading is found."""
    x0, top, x1, bottom = table.box
    return Word(text="", x0=x0, x1=x1, top=top, bottom=bottom, size=1.0, table=number)


def _is_figure(image: dict[str, Any]) -> bool:
    return bool(image["x1"] - image["x0"] >= _FIGURE_SIDE and image["bottom"] - image["top"] >= _FIGURE_SIDE)


def _is_unreadable(page: Any, words: list[Word]) -> bool:
    """Whether a page is a picture of text, or its letters can't be told."""
    text = "".join(word.text for word in words)
    letters = sum(character.isalnum() for character in text)
    if letters < _LEAST_LETTERS and _picture_share(page) >= _PICTURE_SHARE:
        return True
    return text.count("\ufffd") > _MOST_UNKNOWN * max(len(text), 1)


def _picture_share(page: Any) -> float:
    """How much of a page its pictures cover."""
    area = float(page.width * page.height) or 1.0
    return float(sum((image["x1"] - image["x0"]) * (image["bottom"] - image["top"]) for image in page.images)) / area


def _refuse_pictures(read: _Read, path: Path) -> None:
    pages = len(read.words)
    is_empty = not any(word.text.strip() for words in read.words for word in words) and not read.tables
    if not pages or (is_empty and not read.unreadable):
        message = f"{path} holds no text. If its pages are pictures, it needs text recognition (OCR) first."
        raise UnreadableDocumentError(message)
    if len(read.unreadable) >= _UNREADABLE_SHARE * pages:
        what = "scanned (pictures of pages)" if read.has_scans else "set in fonts whose letters can't be told"
        message = (
            f"{path} is {what} on {len(read.unreadable)} of {pages} pages. It needs text recognition (OCR) first,"
            " for instance with `ocrmypdf`; it was not half-read."
        )
        raise UnreadableDocumentError(message)


def _document(read: _Read, information: dict[str, Any], raw: bytes, path: Path) -> Document:
    running = running_rows(read.words, read.heights)
    lines, aside, hidden = _lines(read, running)
    state = Assembly(
        setting=find_setting([line for line in lines if line.table < 0]), tables=read.tables, vocabulary=vocabulary_of(lines)
    )
    state.title, of_title = _title(lines, state, _own_title(information))
    above = _above_title(lines, of_title)
    aside += [Piece(role=Role.FURNITURE, text=line.text, page=line.page) for line in above]
    assemble([line for line in lines if line not in of_title and line not in above], state)
    head = [Piece(role=Role.TITLE, text=state.title, page=1)] if state.title else []
    pieces = set_opening_aside(state.pieces) if state.title else state.pieces
    laid = lay_out([*head, *pieces, *hidden, *aside])
    if not laid.body.strip():
        message = f"{path} holds no running text. If its pages are pictures, it needs text recognition (OCR) first."
        raise UnreadableDocumentError(message)
    stated = _stated(information, state.title)
    source, warnings = identify(laid, stated, path=path, sha256=sha256(raw).hexdigest())
    if read.unreadable:
        pages = ", ".join(map(str, read.unreadable))
        warnings = (
            *warnings,
            f"pages {pages} are pictures or in unknown letters and were not read: they need text recognition (OCR)",
        )
    if read.recognised:
        pages = ", ".join(map(str, read.recognised))
        warnings = (*warnings, f"the text of pages {pages} comes from text recognition: check numbers against the picture")
    return Document(
        source=source,
        text=laid.text,
        sections=tuple(
            replace(section, page=next((block.page for block in section.blocks if block.page), None)) for section in laid.sections
        ),
        references=laid.references,
        furniture=laid.furniture,
        warnings=warnings,
        quarantine=laid.quarantine,
        extent=Extent(
            pages=len(read.words),
            unreadable_pages=tuple(read.unreadable),
            tables=state.kept,
            tables_lost=state.lost,
            figures_skipped=max(read.figures, state.figures),
        ),
    )


def _lines(read: _Read, running: set[tuple[int, int]]) -> tuple[list[Line], list[Piece], list[Piece]]:
    """The lines of the body, the running heads (each once), and what can't be seen."""
    lines: list[Line] = []
    heads: dict[str, Piece] = {}
    hidden: list[Piece] = []
    for number, words in enumerate(read.words):
        body = [word for position, word in enumerate(words) if (number, position) not in running and not word.hidden]
        lines += read_lines(body, page=number + 1)
        margin = [word for position, word in enumerate(words) if (number, position) in running]
        for row in rows_of(margin):
            text = " ".join(word.text for word in row)
            heads.setdefault(re.sub(r"\d+", "#", text), Piece(role=Role.FURNITURE, text=text, page=number + 1))
        unseen = [word for position, word in enumerate(words) if word.hidden and (number, position) not in running]
        for row in rows_of(unseen):
            text = " ".join(word.text for word in row)
            if len(row) >= _LEAST_HIDDEN:
                hidden.append(Piece(role=Role.PARAGRAPH, text=text, page=number + 1, hidden=row[0].hidden))
    return lines, list(heads.values()), hidden


def _title(lines: list[Line], state: Assembly, own: str) -> tuple[str, list[Line]]:
    """The largest words of the first page that has any, if they are larger than the body text, and the lines they stand in.

    Where headings are as large, ``own``, the title among the file's properties, tells where the title ends.
    """
    first = [line for line in lines if line.page == lines[0].page and line.table < 0] if lines else []
    largest = max((line.size for line in first if _can_be_title(line)), default=0.0)
    if largest < _TITLE * state.setting.size:
        return "", []
    start = next(position for position, line in enumerate(first) if _can_be_title(line) and line.size == largest)
    end = start
    while end < len(first) and abs(first[end].size - largest) < 0.3:  # noqa: PLR2004 - points
        end += 1
    while start and abs(first[start - 1].size - largest) < 0.3:  # noqa: PLR2004 - points
        start -= 1
    while end - start > 1 and " ".join(line.text for line in first[start : end - 1]).lower().startswith(own.lower() or "\0"):
        end -= 1
    text = " ".join(line.text for line in first[start:end])
    return (text, first[start:end]) if len(text.split()) <= _TITLE_WORDS else ("", [])


def _above_title(lines: list[Line], of_title: list[Line]) -> list[Line]:
    """The few lines above the title, which name the kind of document, its journal or publisher."""
    if not of_title:
        return []
    above = lines[: lines.index(of_title[0])]
    is_text = any(line.table >= 0 or line.text[-1:] in ".!?" for line in above)
    return [] if is_text or sum(line.words for line in above) > _MOST_ABOVE else above


def _can_be_title(line: Line) -> bool:
    """Whether a line has words enough, and no number: not the large letter that opens a text, nor the heading of a section."""
    if number_depth(line.text):
        return False
    return line.words > 1 or sum(character.isalpha() for character in line.text) >= _TITLE_LETTERS


def _own_title(information: dict[str, Any]) -> str:
    """The title among the PDF's own properties; empty for the name of the file that it was made from."""
    own = " ".join(str(information.get("Title") or "").split())
    return own if len(own.split()) > 1 and not _FILE_NAME.search(own) else ""


def _stated(information: dict[str, Any], title: str) -> Stated:
    """What the PDF's own properties say."""
    return Stated(title=title or _own_title(information) or None)
