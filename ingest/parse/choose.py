"""Picks the parser for a file by its suffix, puts a sidecar's metadata over what was inferred, and holds back what is hostile.

Text is read here; web pages, Word files and PDFs by a child process with limits (``guard.py``), because a damaged or hostile one
can take all memory, loop for ever or bring its process down.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ingest.documents import Document
from ingest.errors import UnreadableDocumentError
from ingest.parse.capture import parse_capture
from ingest.parse.front_matter import FrontMatter, read_metadata
from ingest.parse.guard import parse_guarded
from ingest.parse.markdown import has_marks, looks_like_markdown, parse_markdown
from ingest.parse.quarantine import quarantine
from ingest.parse.read import MAX_BYTES, read_file
from ingest.parse.rich import RICH_SUFFIXES
from ingest.parse.table_count import count_tables
from ingest.parse.wrapped.file import parse_wrapped
from ingest.parse.wrapped.rows import is_wrapped

_PARSERS: dict[str, Callable[..., Document]] = {
    ".md": parse_markdown,
    ".markdown": parse_markdown,
    ".txt": parse_capture,
    ".text": parse_capture,
}
SUFFIXES = frozenset(_PARSERS) | RICH_SUFFIXES
"""The suffixes, small letters, that can be read."""
SIDECAR = ".meta.yaml"


def sidecar_of(path: Path) -> Path:
    """The file beside ``path`` that may hold metadata for it."""
    return path.with_name(path.name + SIDECAR)


def parse_file(path: Path, *, source_id: str | None = None, max_bytes: int = MAX_BYTES) -> Document:
    """The document in ``path``; ``source_id`` replaces the one that the file states or that was inferred.

    Raises:
        UnreadableDocumentError: the file can't be read as a document.
        MetadataError: its front matter or its sidecar is broken.
    """
    document = _parse(path, max_bytes)
    source = document.source
    references = document.references
    sidecar = sidecar_of(path)
    stated = read_metadata(read_file(sidecar).text, path=sidecar) if sidecar.is_file() else FrontMatter()
    source = stated.applied_to(source)
    references = stated.entries() or references
    if source_id is not None:
        source = replace(source, source_id=source_id, inferred=tuple(name for name in source.inferred if name != "source_id"))
    whole = replace(document, source=source, references=references)
    if stated.released and stated.released == source.sha256:
        # A release holds for these bytes only: another file under the same name is looked at anew.
        return replace(whole, quarantine=())
    return quarantine(whole)


def _parse(path: Path, max_bytes: int) -> Document:
    suffix = path.suffix.lower()
    if suffix in RICH_SUFFIXES:
        return parse_guarded(path, max_bytes=max_bytes)
    parser = _PARSERS.get(suffix)
    if parser is None:
        known = ", ".join(sorted(SUFFIXES))
        message = f"{path}: files of type '{path.suffix or 'none'}' are not supported. Save it as one of {known}."
        if not path.exists():
            message = f"{path} can't be read (there is no such file). Check the path and its permissions."
        raise UnreadableDocumentError(message)
    read = read_file(path, max_bytes=max_bytes)
    if parser is parse_capture:
        parser = _parser_of(read.text)
    document = parser(read.text, path=path, sha256=read.sha256)
    extent = replace(document.extent, tables=count_tables(document.text, document.sections))
    return replace(document, warnings=(*read.warnings, *document.warnings), extent=extent)


def _parser_of(text: str) -> Callable[..., Document]:
    """What reads a plain text, told by its shape: marks of Markdown, lines of a fixed width, or the lines of a copied page."""
    if has_marks(text):
        return parse_markdown
    if is_wrapped(text):
        return parse_wrapped
    return parse_markdown if looks_like_markdown(text) else parse_capture
