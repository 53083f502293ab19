"""Brings an index in line with a corpus folder: only what changed is read and embedded, all of it in force at once."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from ingest.checkpoint import Checkpoint
from ingest.chunk import cut
from ingest.differences import read_register
from ingest.documents import Document, Passage, Statement
from ingest.embed import TextEmbedder
from ingest.errors import IndexDamagedError, IndexNotFoundError, IndexStaleError, IndexWriteError
from ingest.left_out import left_out
from ingest.lock import mark_begun, mark_finished, writing
from ingest.milvus import MilvusStore
from ingest.parse.read import MAX_BYTES
from ingest.reading import Old, Read, read_files
from ingest.report import DocumentReport, Failure, IngestReport, report_document
from ingest.scan import scan
from ingest.store import (
    CURRENT_SETTINGS,
    Contents,
    IndexLock,
    SourceLock,
    clear_litter,
    read_contents,
    read_lock,
    replace_lock,
    write_index,
)
from ingest.vectorise import KnownVectors, vectorise

_Part = TypeVar("_Part", Statement, Passage)
Progress = Callable[[str, int, int], None]
"""Called with what is being done ("read", "embed", "write"), how many are done, and of how many."""


def build_index(
    corpus: Path,
    index: Path,
    *,
    embedder: TextEmbedder,
    progress: Progress | None = None,
    max_bytes: int = MAX_BYTES,
    lock_timeout: float = 2.0,
    store: MilvusStore | None = None,
) -> IngestReport:
    """Bring the index in line with the corpus; for an unchanged corpus nothing is embedded or written.

    ``store`` gets a copy of the vectors; a copy that is missing or not whole is made again, and ``warnings`` says so.

    A file that can't be read is left out and reported in ``failures``; an earlier version that the index holds stays in.

    Raises:
        UnreadableDocumentError: there is no such corpus folder.
        MetadataError: two documents have the same source id, or the register of differences can't be read.
        LibraryLockedError: another process is writing this index.
        IndexWriteError: it can't be written; the old one still stands.
        VectorStoreError: the store can't be reached or used; the old one still stands.
        ModelNotFoundError: the embedding model can't be had.
    """
    began = time.perf_counter()
    tell = progress or _silent
    files = scan(corpus)
    with writing(index, timeout=lock_timeout):
        if store is not None:
            store.reach()
        mark_begun(index)
        old = _lent(index, embedder)
        dimension = old.lock.dimension if old.lock else embedder.embed([]).shape[1]
        with Checkpoint(index, embedder, dimension) as kept:
            reads = read_files(files, old, kept=kept, max_bytes=max_bytes, tell=tell)
            held = len(old.contents.statements) if old.contents else 0
            passages = len(old.contents.passages) if old.contents else 0
            report = replace(
                _summary(reads, old), corpus=str(corpus), index=str(index), statements=held, passages=passages, reused=held
            )
            if old.lock is not None and old.contents is not None and _same(reads, old.lock):
                report = replace(report, warnings=read_register(corpus, old.contents.statements).warnings)
                report = _keep(index, old.lock, reads, report)
                report = _mend_copy(index, old.lock.generation, old.contents, store, report)
            else:
                report = _write(index, reads, old, embedder, kept, tell, report, store)
        mark_finished(index)
    warnings = (*report.warnings, *(f"not read: {one.error}" for one in left_out(corpus)))
    return replace(report, seconds=round(time.perf_counter() - began, 3), warnings=warnings)


def _silent(_what: str, _done: int, _of: int) -> None:
    pass


def _lent(index: Path, embedder: TextEmbedder) -> Old:
    """What the index in force can lend; nothing when there is none, or it is damaged or built otherwise."""
    try:
        lock = read_lock(index)
        if lock.settings != CURRENT_SETTINGS or (lock.model_id, lock.model_checksum) != (embedder.model_id, embedder.checksum):
            return Old()
        contents = read_contents(index, lock)
    except (IndexNotFoundError, IndexStaleError, IndexDamagedError):
        return Old()
    old = Old(lock=lock, contents=contents, files={entry.name: entry for entry in lock.sources})
    old.documents = {document.source.source_id: document for document in contents.documents}
    old.statements = _by_source(contents.statements)
    old.passages = _by_source(contents.passages)
    return old


def _by_source(parts: Iterable[_Part]) -> dict[str, tuple[_Part, ...]]:
    grouped: dict[str, list[_Part]] = {}
    for part in parts:
        grouped.setdefault(part.source_id, []).append(part)
    return {source_id: tuple(own) for source_id, own in grouped.items()}


def _summary(reads: list[Read], old: Old) -> IngestReport:
    def ids(state: str) -> tuple[str, ...]:
        return tuple(read.entry.source_id for read in reads if read.state == state and read.entry.source_id)

    present = {read.entry.source_id for read in reads}
    failures = [Failure(path=read.entry.name, error=_failure(read)) for read in reads if read.entry.failure]
    return IngestReport(
        corpus="",
        index="",
        added=ids("added"),
        changed=ids("changed"),
        unchanged=ids("unchanged"),
        removed=tuple(source_id for source_id in old.documents if source_id not in present),
        failures=tuple(failures),
        sources=sum(read.document is not None for read in reads),
    )


def _failure(read: Read) -> str:
    kept = " Its last readable version stays in the index." if read.document is not None else ""
    return f"{read.entry.failure}{kept}"


def _same(reads: list[Read], lock: IndexLock) -> bool:
    """Whether the reads are what the index in force was built from (stamps apart)."""
    return [_identity(read.entry) for read in reads] == [_identity(entry) for entry in lock.sources]


def _identity(entry: SourceLock) -> tuple[str, str, str | None, str | None]:
    return entry.name, entry.sha256, entry.source_id, entry.failure


def _keep(index: Path, lock: IndexLock, reads: list[Read], report: IngestReport) -> IngestReport:
    """Leave the index as it is, but for where its documents lie now and the stamps of files that were touched.

    A folder that was moved or copied is changed from then on, never the one that the index was made from; opening stays cheap.
    """
    current = lock.model_copy(
        update={"sources": tuple(read.entry for read in reads), "corpus": str(Path(report.corpus).resolve())}
    )
    if current != lock:
        with contextlib.suppress(OSError):
            replace_lock(index, current)
    clear_litter(index, keep=lock.generation)
    return report


def _mend_copy(index: Path, generation: str, contents: Contents, store: MilvusStore | None, report: IngestReport) -> IngestReport:
    """See that the store has a whole copy of the generation in force, and no other."""
    if store is None:
        return report
    try:
        mended = store.mend(index, generation, contents)
        store.drop_others(index, keep=generation)
    except OSError as error:
        message = f"The index folder {index} can't be written ({error.strerror or error}). Check its permissions and free space."
        raise IndexWriteError(message) from error
    return replace(report, warnings=(*report.warnings, mended)) if mended else report


def _cut_all(
    reads: list[Read], old: Old
) -> tuple[list[Document], list[tuple[Statement, ...]], list[Passage], list[DocumentReport]]:
    """The documents, the statements of each, all passages, and a report for each that was cut anew."""
    documents: list[Document] = []
    statements: list[tuple[Statement, ...]] = []
    passages: list[Passage] = []
    reports: list[DocumentReport] = []
    for read in sorted((one for one in reads if one.document is not None), key=lambda found: found.entry.source_id or ""):
        assert read.document is not None  # noqa: S101 - for the type checker
        source_id = read.document.source.source_id
        if read.state in {"unchanged", "failed"} and source_id in old.statements:
            own_passages, own = old.passages.get(source_id, ()), old.statements[source_id]
        else:
            own_passages, own = cut(read.document)
            reports.append(report_document(read.document, own))
        documents.append(read.document)
        statements.append(own)
        passages += own_passages
    return documents, statements, passages, reports


def _write(
    index: Path,
    reads: list[Read],
    old: Old,
    embedder: TextEmbedder,
    kept: Checkpoint,
    tell: Progress,
    report: IngestReport,
    store: MilvusStore | None,
) -> IngestReport:
    """Cut and embed what is new, and write everything as a new generation."""
    documents, statements, passages, reports = _cut_all(reads, old)
    flat, embedded = vectorise(statements, embedder=embedder, known=KnownVectors.of(old.contents, kept), progress=tell)
    total = sum(len(own) for own in statements)
    contents = Contents(
        documents=tuple(documents),
        statements=tuple(one for own in statements for one in own),
        passages=tuple(passages),
        flat=flat,
    )
    lock = IndexLock(
        model_id=embedder.model_id,
        model_checksum=embedder.checksum,
        dimension=flat.d,
        generation="",
        corpus=str(Path(report.corpus).resolve()),
        sources=tuple(read.entry for read in reads),
        files={},
    )
    warnings = read_register(Path(report.corpus), contents.statements).warnings
    tell("write", 0, 1)
    written = write_index(
        index, lock, contents, copy=(lambda generation: store.fill(index, generation, contents)) if store else None
    )
    if store is not None:
        store.drop_others(index, keep=written.generation)
    tell("write", 1, 1)
    return replace(
        report,
        statements=total,
        passages=len(passages),
        embedded=embedded,
        reused=total - embedded,
        written=True,
        documents=tuple(reports),
        warnings=warnings,
    )
