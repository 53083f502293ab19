"""The files of the corpus folder: found by source id, copied in, described in the file beside them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from ingest.documents import Document
from ingest.errors import IndexWriteError, IngestError, MetadataError, SourceNotFoundError
from ingest.parse.choose import parse_file, sidecar_of
from ingest.parse.front_matter import read_metadata
from ingest.parse.read import is_inside, read_bytes, read_file
from ingest.renewed import find_renewal
from ingest.report import Failure
from ingest.scan import scan
from ingest.settings import IngestSettings
from ingest.store import read_contents, read_lock

MARKDOWN = frozenset({".md", ".markdown"})


def find_source(source_id: str, settings: IngestSettings) -> Path:
    """The file of a source.

    Raises:
        SourceNotFoundError: there is none with that id; names the nearest.
    """
    paths = {document.source.source_id: path for path, document in read_documents(settings) if document is not None}
    if source_id in paths:
        return paths[source_id]
    near = get_close_matches(source_id, list(paths), n=1, cutoff=0.4)
    hint = f"did you mean {near[0]}?" if near else "run `vouch sources` for the list."
    message = f"There is no source {source_id} in {settings.corpus}: {hint}"
    raise SourceNotFoundError(message)


def write_sidecar(path: Path, **fields: Any) -> None:
    """Put fields into the file beside ``path`` that holds what a person says about it; other fields there stay."""
    sidecar = sidecar_of(path)
    values: dict[str, Any] = {}
    if sidecar.is_file():
        text = read_file(sidecar).text
        read_metadata(text, path=sidecar)
        values = yaml.safe_load(text) or {}
    values.update(fields)
    values = {name: value for name, value in values.items() if value is not None or name != "released"}
    write_file(sidecar, yaml.safe_dump(values, sort_keys=False, allow_unicode=True).encode())


def read_documents(settings: IngestSettings, failures: list[Failure] | None = None) -> Iterator[tuple[Path, Document | None]]:
    """Every file of the corpus with its document, taken from the index where the file hasn't changed since."""
    indexed: dict[str, tuple[str, Document]] = {}
    with contextlib.suppress(IngestError):
        lock = read_lock(settings.index)
        by_id = {document.source.source_id: document for document in read_contents(settings.index, lock).documents}
        indexed = {
            entry.name: (entry.stamp, by_id[entry.source_id])
            for entry in lock.sources
            if entry.source_id in by_id and not entry.failure
        }
    if not settings.corpus.is_dir():
        return
    for file in scan(settings.corpus):
        stamp, document = indexed.get(file.name, ("", None))
        if document is not None and stamp == file.stamp:
            yield file.path, replace(document, source=replace(document.source, path=str(file.path)))
            continue
        try:
            yield file.path, parse_file(file.path, max_bytes=settings.max_document_bytes)
        except IngestError as error:
            if failures is not None:
                failures.append(Failure(path=file.name, error=str(error)))
            yield file.path, None


def take(
    path: Path, corpus: Path, known: dict[str, Path], settings: IngestSettings, *, overwrite: bool, url: str | None = None
) -> Document:
    """Copy one original into the corpus under its source id; the document as it is read from there.

    ``url`` is the address that it was fetched from.
    """
    document = parse_file(path, max_bytes=settings.max_document_bytes)
    if is_inside(path, corpus):
        return document
    source_id = document.source.source_id
    renewal = (
        find_renewal(document, known, max_bytes=settings.max_document_bytes) if source_id in known and not overwrite else None
    )
    if renewal is not None:
        source_id = renewal.source_id
    target = known.get(source_id, corpus / f"{source_id}{path.suffix.lower()}")
    if (source_id in known or target.exists()) and not overwrite:
        message = (
            f"{path}: the library already has another document {source_id} ({target.name})."
            " If this is its newer edition, replace it with `vouch add --overwrite`; if not, give this one another source_id."
        )
        raise MetadataError(message)
    if target.suffix.lower() != path.suffix.lower():
        target.unlink(missing_ok=True)
        target = corpus / f"{source_id}{path.suffix.lower()}"
    raw = read_bytes(path, max_bytes=settings.max_document_bytes)
    write_file(target, raw)
    beside = sidecar_of(path)
    if beside.is_file():
        write_file(sidecar_of(target), read_bytes(beside))
        # Whoever wrote the document may have written what stands beside it: a quarantine is lifted here only.
        write_sidecar(target, released=None)
    if path.suffix.lower() not in MARKDOWN or "source_id" in document.source.inferred:
        write_sidecar(target, source_id=source_id, original=path.name, **({"url": url} if url else {}))
    if renewal is not None:
        newer, older = (target, renewal.newest) if renewal.is_newer else (known[renewal.newest], source_id)
        write_sidecar(newer, supersedes=[*_superseded(newer), older])
    return parse_file(target, max_bytes=settings.max_document_bytes)


def _superseded(path: Path) -> list[str]:
    """What the file beside an original says that it takes the place of."""
    sidecar = sidecar_of(path)
    return list(read_metadata(read_file(sidecar).text, path=sidecar).supersedes or ()) if sidecar.is_file() else []


def make_folder(corpus: Path) -> Path:
    """The corpus folder, made if it isn't there; IndexWriteError when it can't be."""
    try:
        corpus.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(corpus, error) from error
    return corpus


def write_file(path: Path, raw: bytes) -> None:
    """Write beside, then rename: a reader sees the old file or the new one, never half of one."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(raw)
        beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise unwritable(path.parent, error) from error


def unwritable(folder: Path, error: OSError) -> IndexWriteError:
    """The error to raise when a folder of the library can't be written."""
    return IndexWriteError(
        f"The folder {folder} can't be written ({error.strerror or error}). Free some space or check the permissions."
    )
