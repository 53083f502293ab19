"""A text set in lines of a fixed width → Document."""

from __future__ import annotations

import re
from pathlib import Path

from ingest.documents import Document
from ingest.parse.identity import Stated, identify
from ingest.parse.lay_out import lay_out
from ingest.parse.opening import set_opening_aside
from ingest.parse.pieces import Piece, Role
from ingest.parse.wrapped.columns import in_reading_order
from ingest.parse.wrapped.items import read_items
from ingest.parse.wrapped.links import without_links
from ingest.parse.wrapped.margins import without_margins
from ingest.parse.wrapped.message import read_messages
from ingest.parse.wrapped.rows import lines_of, measure, rows_of
from ingest.parse.wrapped.sort import sort_items
from ingest.parse.wrapped.tight import set_apart

_FAR = re.compile(r" {3,}|\x1f")


def parse_wrapped(raw: str, *, path: Path, sha256: str = "") -> Document:
    """``raw`` (a whole text, already normalised) as a Document, its lines joined to paragraphs."""
    lines, links = without_links(lines_of(raw))
    lines, heads = without_margins(lines)
    lines, letters, subject = read_messages(lines)
    rows = rows_of(in_reading_order(lines))
    measured = measure(rows)
    items = read_items(set_apart(rows, measured), measured)
    title, pieces, title_at = sort_items(items, title=subject)
    head = [Piece(role=Role.TITLE, text=title)] if title else []
    set_aside = [Piece(role=Role.FURNITURE, text=part) for line in (*letters, *heads, *links) for part in _FAR.split(line)]
    laid = lay_out([*head, *(set_opening_aside(pieces, title_at) if title else pieces), *set_aside])
    source, warnings = identify(laid, Stated(title=title or None), path=path, sha256=sha256, heads=tuple(heads))
    return laid.as_document(source, warnings=warnings)
