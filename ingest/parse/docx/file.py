"""A Word file's bytes → Document."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from ingest.documents import Document, Extent
from ingest.errors import UnreadableDocumentError
from ingest.parse.docx.body import read_body
from ingest.parse.docx.by_hand import rank_by_hand
from ingest.parse.docx.hiding import hide_by_style
from ingest.parse.docx.names import V, W
from ingest.parse.docx.package import check_package
from ingest.parse.docx.runs import parts_of_line, read_text
from ingest.parse.docx.state import Body
from ingest.parse.docx.strict import as_usual
from ingest.parse.docx.styles import Styles
from ingest.parse.docx.titled import take_title
from ingest.parse.identity import Stated, identify
from ingest.parse.lay_out import lay_out
from ingest.parse.opening import set_opening_aside
from ingest.parse.pieces import Piece, Role
from ingest.parse.references import is_citation
from ingest.parse.stamped import is_stamp, stamp_pieces, stamp_warnings
from ingest.parse.zones import Zone

_PLACEHOLDERS = frozenset({"python-docx", "word document", "document", "untitled", "title"})


def parse_docx(raw: bytes, *, path: Path) -> Document:
    """The text of a Word file with its headings, lists, tables and notes, tracked changes as if accepted.

    Raises:
        UnreadableDocumentError: it is damaged, built to do harm, or holds no text.
    """
    check_package(raw, path)
    try:
        word = docx.Document(io.BytesIO(as_usual(raw)))
    except (PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError) as error:
        message = f"{path} is no readable .docx file ({error}). Open it in a word processor and save it anew."
        raise UnreadableDocumentError(message) from error
    styles = _part_root(word, "/styles")
    hide_by_style(word.element.body, styles)
    body = Body(styles=Styles(styles, _part_root(word, "/numbering")))
    read_body(word.element.body, body)
    stated = _stated(word)
    take_title(body, stated.title or "")
    rank_by_hand(body)
    entries = _put_notes(word, body)
    around = _headers(word)
    stamps = [text for text in (*_across(word), *around) if is_stamp(text)]
    pieces = [*(Piece(role=Role.FURNITURE, text=line) for line in around), *stamp_pieces(stamps)]
    title = body.title or stated.title
    head = [Piece(role=Role.TITLE, text=title)] if title else []
    laid = lay_out([*head, *set_opening_aside(body.pieces), *entries, *pieces])
    if not laid.body.strip():
        message = f"{path} holds no text. If it holds pictures of pages, it needs text recognition (OCR) first."
        raise UnreadableDocumentError(message)
    source, warnings = identify(
        laid, replace(stated, title=title), path=path, sha256=sha256(raw).hexdigest(), heads=tuple(around)
    )
    if body.changes:
        warnings = (*warnings, f"{body.changes} tracked changes were read as if accepted")
    warnings = (*warnings, *stamp_warnings(stamps))
    extent = Extent(tables=body.tables, tables_lost=body.tables_lost, figures_skipped=body.figures)
    return laid.as_document(source, warnings=warnings, extent=extent)


def _part_root(word: Any, name: str) -> Any:
    """The root of a part that the document is related to, such as its footnotes; None when it has none."""
    for relation in word.part.rels.values():
        if relation.reltype.endswith(name) and not relation.is_external:
            return _root(relation)
    return None


def _put_notes(word: Any, body: Body) -> list[Piece]:
    """Put footnotes and endnotes at the end of the sections that call them; those that only cite come back as references."""
    texts: dict[str, str] = {}
    for name, letter, tag in (("/footnotes", "f", f"{W}footnote"), ("/endnotes", "e", f"{W}endnote")):
        root = _part_root(word, name)
        hide_by_style(root, _part_root(word, "/styles"))
        for note in root.iter(tag) if root is not None else ():
            words = " ".join(read_text(paragraph, note_marks={}).words for paragraph in note.iter(f"{W}p"))
            texts[f"{letter}{note.get(f'{W}id')}"] = words.strip()
    called = [(key, number, texts[key]) for key, number in body.note_marks.items() if texts.get(key)]
    has_list = any(piece.role is Role.REFERENCE for piece in body.pieces) or body.zone is Zone.REFERENCES
    plain = [(body.called.get(key, 0), text) for key, _, text in called if has_list or not is_citation(text)]
    for before, text in sorted(plain, reverse=True):
        is_end = (place for place in range(before, len(body.pieces)) if body.pieces[place].role is Role.HEADING)
        body.pieces.insert(next(is_end, len(body.pieces)), Piece(role=Role.PARAGRAPH, text=text))
    return [
        Piece(role=Role.REFERENCE, text=f"{number}. {text}") for _, number, text in called if is_citation(text) and not has_list
    ]


def _across(word: Any) -> list[str]:
    """What is printed across the pages: the words of drawn letters, in headers or in the text, each once."""
    roots = [_root(relation) for relation in _margins(word)]
    shapes = (shape for root in (*roots, word.element.body) for shape in root.iter(f"{V}textpath"))
    return list(dict.fromkeys(" ".join((shape.get("string") or "").split()) for shape in shapes))


def _margins(word: Any) -> list[Any]:
    """The relations to the document's headers and footers."""
    parts = word.part.rels.values()
    return [one for one in parts if one.reltype.endswith(("/header", "/footer")) and not one.is_external]


def _root(relation: Any) -> Any:
    return etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _headers(word: Any) -> list[str]:
    """The lines of headers and footers, each once."""
    lines: dict[str, None] = {}
    for relation in _margins(word):
        for paragraph in _root(relation).iter(f"{W}p"):
            if read_text(paragraph, note_marks={}).words:
                lines.update(dict.fromkeys(parts_of_line(paragraph)))
    return list(lines)


def _stated(word: Any) -> Stated:
    properties = word.core_properties
    title = " ".join((properties.title or "").split())
    return Stated(
        title=title if len(title.split()) > 1 and title.lower() not in _PLACEHOLDERS else None,
        updated=_day(properties.modified),
        language=properties.language or None,
    )


def _day(value: datetime | None) -> date | None:
    return value.date() if value is not None and value.year > 2013 else None  # noqa: PLR2004 - the template's own date
