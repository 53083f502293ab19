"""Corpus files → documents for one ingest: lent by the index in force, taken up from a run that was cut off, or read anew."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Literal

from ingest.checkpoint import Checkpoint
from ingest.documents import Document, Passage, Statement
from ingest.errors import IngestError, MetadataError
from ingest.parse.choose import parse_file
from ingest.renewed import is_renewed
from ingest.scan import CorpusFile
from ingest.store import Contents, IndexLock, SourceLock

_WORKERS = max(os.cpu_count() or 1, 1)


@dataclass(slots=True)
class Old:
    """What the index in force can lend: its lock, its files by name, its documents and statements by source id."""

    lock: IndexLock | None = None
    contents: Contents | None = None
    files: dict[str, SourceLock] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    statements: dict[str, tuple[Statement, ...]] = field(default_factory=dict)
    passages: dict[str, tuple[Passage, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A corpus file as read in this run, or as lent by the index in force."""

    entry: SourceLock
    document: Document | None
    state: Literal["added", "changed", "unchanged", "failed"]


def read_files(
    files: Sequence[CorpusFile], old: Old, *, kept: Checkpoint, max_bytes: int, tell: Callable[[str, int, int], None]
) -> list[Read]:
    """Every file as a document or a failure, in order, several at a time; no two documents with one source id.

    Raises:
        MetadataError: two documents state the same source id.
    """
    reads: list[Read] = []
    tell("read", 0, len(files))
    with ThreadPoolExecutor(max_workers=_WORKERS, thread_name_prefix="vouch-read") as pool:
        for read in pool.map(lambda file: _read(file, old, kept, max_bytes), files):
            reads.append(read)
            if read.state in {"added", "changed"} and read.document is not None:
                kept.keep_document(read.entry.name, read.entry.sha256, read.document)
            tell("read", len(reads), len(files))
    return _without_twins(reads)


def _read(file: CorpusFile, old: Old, kept: Checkpoint, max_bytes: int) -> Read:
    known = old.files.get(file.name)
    document = old.documents.get(known.source_id) if known and known.source_id else None
    checksum = known.sha256 if known and known.stamp == file.stamp else file.sha256()
    if known and known.sha256 == checksum:
        entry = known.model_copy(update={"stamp": file.stamp})
        return Read(entry=entry, document=document, state="failed" if known.failure else "unchanged")
    entry = SourceLock(name=file.name, stamp=file.stamp, sha256=checksum)
    try:
        read = kept.document(file.name, checksum) or parse_file(file.path, max_bytes=max_bytes)
    except IngestError as error:
        held = known.source_id if known and document else None
        failed = entry.model_copy(update={"failure": str(error), "source_id": held})
        return Read(entry=failed, document=document, state="failed")
    state: Literal["added", "changed"] = "changed" if known else "added"
    return Read(entry=entry.model_copy(update={"source_id": read.source.source_id}), document=read, state=state)


def _without_twins(reads: Iterable[Read]) -> list[Read]:
    """The reads with one source id each: the same bytes again are a failure, an inferred id that is taken gets a number."""
    seen: dict[str, Read] = {}
    latest: dict[str, Read] = {}
    single: list[Read] = []
    for read in reads:
        source_id = read.entry.source_id
        if read.document is None or source_id is None:
            single.append(read)
            continue
        twin = seen.get(source_id)
        if twin is not None and twin.document is not None:
            newest = latest.get(source_id, twin)
            is_newer = is_renewed(read.document, newest.document) if newest.document else None
            read = _apart(read, read.document, twin, twin.document, taken=set(seen))  # noqa: PLW2901 - the read, told apart
            if is_newer:
                latest[source_id] = read = _over(read, newest)  # noqa: PLW2901 - the read, as the edition that it is
            elif is_newer is False and read.document is not None:
                latest[source_id] = single[single.index(newest)] = _over(newest, read)
        if read.entry.source_id is not None:
            seen[read.entry.source_id] = read
        single.append(read)
    return single


def _over(newer: Read, older: Read) -> Read:
    """The read of a newer edition that takes the place of an older one."""
    if newer.document is None or older.document is None:
        return newer
    source = newer.document.source
    named = tuple(dict.fromkeys((*source.supersedes, older.document.source.source_id)))
    return replace(newer, document=replace(newer.document, source=replace(source, supersedes=named)))


def _apart(read: Read, document: Document, twin: Read, other: Document, *, taken: set[str]) -> Read:
    """The second of two reads with one source id, told apart from the first."""
    if document.source.sha256 and document.source.sha256 == other.source.sha256:
        message = f"{read.entry.name} is the same as {twin.entry.name} to the byte and was left out. Remove one of them."
        return Read(entry=read.entry.model_copy(update={"failure": message, "source_id": None}), document=None, state="failed")
    source = document.source
    if "source_id" not in source.inferred:
        message = (
            f"{read.entry.name} and {twin.entry.name} have the same source_id {source.source_id}."
            " Change `source_id` in one of them."
        )
        raise MetadataError(message)
    number = next(n for n in range(2, len(taken) + 3) if f"{source.source_id}-{n}" not in taken)
    renamed = replace(document, source=replace(source, source_id=f"{source.source_id}-{number}"))
    entry = read.entry.model_copy(update={"source_id": renamed.source.source_id})
    return Read(entry=entry, document=renamed, state="changed" if read.state == "unchanged" else read.state)
