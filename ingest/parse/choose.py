"""Picks the parser for a file by its suffix, and puts a sidecar's metadata over what the parser inferred."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ingest.documents import Document
from ingest.errors import UnreadableDocumentError
from ingest.parse.capture import parse_capture
from ingest.parse.front_matter import read_metadata
from ingest.parse.markdown import parse_markdown
from ingest.parse.read import MAX_BYTES, read_file

_PARSERS: dict[str, Callable[..., Document]] = {
    ".md": parse_markdown,
    ".markdown": parse_markdown,
    ".txt": parse_capture,
    ".text": parse_capture,
}
SUFFIXES = frozenset(_PARSERS)
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
    parser = _PARSERS.get(path.suffix.lower())
    if parser is None:
        known = ", ".join(sorted(SUFFIXES))
        message = f"{path}: files of type '{path.suffix or 'none'}' are not supported yet. Save it as one of {known}."
        raise UnreadableDocumentError(message)
    read = read_file(path, max_bytes=max_bytes)
    document = parser(read.text, path=path, sha256=read.sha256)
    source = document.source
    references = document.references
    sidecar = sidecar_of(path)
    if sidecar.is_file():
        stated = read_metadata(read_file(sidecar).text, path=sidecar)
        source = stated.applied_to(source)
        references = stated.entries() or references
    if source_id is not None:
        source = replace(source, source_id=source_id, inferred=tuple(name for name in source.inferred if name != "source_id"))
    return replace(document, source=source, references=references, warnings=(*read.warnings, *document.warnings))
