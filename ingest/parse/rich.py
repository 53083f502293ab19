"""The formats that are not plain text, and which parser reads which."""

from __future__ import annotations

from pathlib import Path

from ingest.documents import Document
from ingest.parse.read import MAX_BYTES, read_bytes

_HTML = frozenset({".html", ".htm", ".xhtml"})
_ARCHIVES = frozenset({".mht", ".mhtml"})
RICH_SUFFIXES = _HTML | _ARCHIVES | {".pdf", ".docx"}


def parse_rich(path: Path, *, max_bytes: int = MAX_BYTES) -> Document:
    """The document in a web page, Word file or PDF, read in this process; see ``parse_file`` for what is raised."""
    raw = read_bytes(path, max_bytes=max_bytes)
    suffix = path.suffix.lower()
    if suffix in _HTML:
        from ingest.parse.html import parse_html

        return parse_html(raw, path=path)
    if suffix in _ARCHIVES:
        from ingest.parse.archive import parse_archive

        return parse_archive(raw, path=path)
    if suffix == ".docx":
        from ingest.parse.docx import parse_docx

        return parse_docx(raw, path=path)
    from ingest.parse.pdf import parse_pdf

    return parse_pdf(raw, path=path)
