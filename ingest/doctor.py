"""Looks a library over without changing it: corpus, index, model, lock, disk. Each finding says what mends it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from ingest.differences import read_register
from ingest.embed import Embedder, load_embedder
from ingest.errors import IngestError
from ingest.index import OpenIndex, open_index
from ingest.left_out import left_out
from ingest.library import list_sources
from ingest.lock import is_held
from ingest.milvus import MilvusStore, open_vector_store
from ingest.scan import scan
from ingest.settings import IngestSettings

_LEAST_FREE = 200 * 1024 * 1024


class Severity(StrEnum):
    """How bad a finding is."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at: what was found, and what mends it."""

    subject: str
    severity: Severity
    message: str

    def to_dict(self) -> dict[str, Any]:
        """The finding as JSON-ready values."""
        return asdict(self)


def look_over(settings: IngestSettings) -> tuple[list[Finding], OpenIndex | None]:
    """Everything that was looked at, in the order of the pipeline, and the index that was opened for it, None if it can't be.

    Errors keep Vouch from answering, warnings don't.
    """
    corpus, model = list(_check_corpus(settings)), list(_check_model(settings))
    is_held_now = list(_check_lock(settings.index))
    index: OpenIndex | None = None
    found: list[Finding] = []
    if all(finding.severity is not Severity.ERROR for finding in model):
        try:
            store = open_vector_store(settings)
            index = open_index(settings.index, corpus=settings.corpus, embedder=load_embedder(settings), store=store)
        except IngestError as error:
            found = [Finding(subject="index", severity=Severity.ERROR, message=str(error))]
        else:
            found = [*_check_index(settings, index), *_check_store(index, store)]
    return [*corpus, *model, *is_held_now, *found, *_check_disk(settings.index)], index


def _check_corpus(settings: IngestSettings) -> Iterator[Finding]:
    try:
        files = scan(settings.corpus)
    except IngestError as error:
        yield Finding(subject="corpus", severity=Severity.ERROR, message=str(error))
        return
    if not files:
        message = f"The corpus folder {settings.corpus} holds no document. Add one with `vouch add FILE`."
        yield Finding(subject="corpus", severity=Severity.WARNING, message=message)
        return
    listed = list_sources(settings)
    yield Finding(subject="corpus", severity=Severity.OK, message=f"{_documents(len(listed.sources))} in {settings.corpus}")
    for failure in listed.failures:
        yield Finding(subject=failure.path, severity=Severity.ERROR, message=failure.error)
    for aside in left_out(settings.corpus):
        yield Finding(subject=Path(aside.path).name, severity=Severity.WARNING, message=aside.error)
    seen: set[str] = set()
    for report in listed.sources:
        if report.source_id in seen:
            message = f"Two documents have the source_id {report.source_id}. Change it in one of them."
            yield Finding(subject=report.source_id, severity=Severity.ERROR, message=message)
        seen.add(report.source_id)
        for warning in report.warnings:
            yield Finding(subject=report.source_id, severity=Severity.WARNING, message=warning)
        if report.publisher is None:
            message = f"no publisher is known: state it in the front matter or in {Path(report.path).name}.meta.yaml"
            yield Finding(subject=report.source_id, severity=Severity.WARNING, message=message)


def _documents(count: int) -> str:
    return f"{count} document" if count == 1 else f"{count} documents"


def _check_model(settings: IngestSettings) -> Iterator[Finding]:
    try:
        embedder: Embedder = load_embedder(settings)
        checksum = embedder.checksum
    except IngestError as error:
        yield Finding(subject="model", severity=Severity.ERROR, message=str(error))
        return
    yield Finding(subject="model", severity=Severity.OK, message=f"{embedder.model_id}, checksum {checksum[:12]}…")


def _check_lock(index: Path) -> Iterator[Finding]:
    if is_held(index):
        message = f"Another process is changing the index in {index} just now."
        yield Finding(subject="lock", severity=Severity.WARNING, message=message)


def _check_index(settings: IngestSettings, index: OpenIndex) -> Iterator[Finding]:
    for warning in index.warnings:
        yield Finding(subject="index", severity=Severity.WARNING, message=warning)
    yield from _check_register(settings, index)
    message = f"{len(index.statements)} statements of {_documents(len(index.documents))} in {settings.index}"
    yield Finding(subject="index", severity=Severity.OK, message=message)


def _check_store(index: OpenIndex, store: MilvusStore | None) -> Iterator[Finding]:
    """That a store beside the index has a whole copy; opening the index has looked."""
    if store is not None:
        message = f"{len(index.statements)} vectors in Milvus at {store.address.shown}"
        yield Finding(subject="vector store", severity=Severity.OK, message=message)


def _check_register(settings: IngestSettings, index: OpenIndex) -> Iterator[Finding]:
    """The register of differences against the statements that it names; nothing where there is none."""
    try:
        register = read_register(settings.corpus, index.statements)
    except IngestError as error:
        yield Finding(subject="differences", severity=Severity.ERROR, message=str(error))
        return
    for warning in register.warnings:
        yield Finding(subject="differences", severity=Severity.WARNING, message=warning)
    if register.differences:
        message = f"{len(register.differences)} noted differences have all their statements"
        yield Finding(subject="differences", severity=Severity.OK, message=message)


def _check_disk(index: Path) -> Iterator[Finding]:
    folder = next((one for one in (index, *index.absolute().parents) if one.is_dir()), Path())
    free = shutil.disk_usage(folder).free
    if free < _LEAST_FREE:
        message = f"Only {free / 1e6:.0f} MB are free where the index stands. Free some space before the next `vouch ingest`."
        yield Finding(subject="disk", severity=Severity.WARNING, message=message)
