"""Takes documents into the library: files, folders and web addresses, each on its own, and brings the index in line."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from ingest.bring import Progress, build_index
from ingest.chunk import cut
from ingest.documents import Source
from ingest.editions import namesakes, superseded
from ingest.embed import TextEmbedder, load_embedder
from ingest.errors import IngestError
from ingest.fetch import Fetched, fetch
from ingest.left_out import is_part_of_page, left_out
from ingest.milvus import open_vector_store
from ingest.originals import make_folder, read_documents, take
from ingest.parse.choose import SUFFIXES
from ingest.parse.read import file_sha256, is_inside
from ingest.report import DocumentReport, Failure, IngestReport, beside_namesake, report_document
from ingest.settings import IngestSettings

_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
Fetch = Callable[..., Fetched]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReport:
    """What `vouch add` took in: a report per new document, the ids of those that were there already, and what failed."""

    added: tuple[DocumentReport, ...]
    replaced: tuple[str, ...]
    already_there: tuple[str, ...]
    failures: tuple[Failure, ...]
    ingest: IngestReport | None
    lossy_there: tuple[DocumentReport, ...] = ()
    """Those that were there already and of which something was lost when they were taken in."""
    left_out: tuple[Failure, ...] = ()
    """What lies in the folders that were given and may be a document, but is of a type that isn't read, or behind a link."""

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON-ready values."""
        return asdict(self)


@dataclass(slots=True)
class _Taking:
    """What has been taken in so far. ``known`` maps source ids to files, ``checksums`` those of files to source ids."""

    settings: IngestSettings
    corpus: Path
    known: dict[str, Path]
    checksums: dict[str, str]
    overwrite: bool
    reports: list[DocumentReport] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    there: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    left_out: list[Failure] = field(default_factory=list)

    def fail(self, path: Path | str, error: object) -> None:
        self.failures.append(Failure(path=str(path), error=str(error)))


def add_documents(
    paths: Sequence[Path | str],
    settings: IngestSettings,
    *,
    embedder: TextEmbedder | None = None,
    progress: Progress | None = None,
    overwrite: bool = False,
    fetcher: Fetch = fetch,
) -> AddReport:
    """Take files, every document in folders, or pages by their address into the corpus and bring the index in line.

    A file that can't be read, or whose source id belongs to another document (unless ``overwrite``), is a failure in the report;
    the others go on. A document with the same bytes as one in the corpus is left as it is.

    Raises:
        IndexWriteError: the corpus or the index can't be written.
        LibraryLockedError: another process is changing the index.
    """
    corpus = make_folder(settings.corpus)
    present, lossy = _present(settings)
    known = {source.source_id: path for path, source in present}
    checksums = {file_sha256(path): source_id for source_id, path in known.items()}
    taking = _Taking(settings=settings, corpus=corpus, known=known, checksums=checksums, overwrite=overwrite)
    sources = [source for _, source in present]
    for given in paths:
        if isinstance(given, str) and _URL.match(given):
            sources += _take_page(given, taking, fetcher)
        else:
            for path in _files(Path(given), taking):
                sources += _take_file(path, taking)
    older, alike = superseded(sources), namesakes(sources)
    reports = [
        beside_namesake(_with_edition(report, older.get(report.source_id)), alike.get(report.source_id))
        for report in taking.reports
    ]
    return AddReport(
        added=tuple(reports),
        replaced=tuple(taking.replaced),
        already_there=tuple(taking.there),
        failures=tuple(taking.failures),
        ingest=bring_in_line(settings, embedder, progress),
        lossy_there=tuple(lossy[one] for one in taking.there if one in lossy),
        left_out=tuple(one for one in taking.left_out if one.path not in {failure.path for failure in taking.failures}),
    )


def _present(settings: IngestSettings) -> tuple[list[tuple[Path, Source]], dict[str, DocumentReport]]:
    """The documents of the corpus, and the reports of those of which something was lost."""
    present, lossy = [], {}
    for path, document in read_documents(settings):
        if document is None:
            continue
        present.append((path, document.source))
        if document.extent.has_losses or document.quarantine:
            lossy[document.source.source_id] = report_document(document, cut(document)[1])
    return present, lossy


def bring_in_line(settings: IngestSettings, embedder: TextEmbedder | None, progress: Progress | None) -> IngestReport:
    """Bring the index in line with the corpus, both as the settings name them."""
    return build_index(
        settings.corpus,
        settings.index,
        embedder=embedder or load_embedder(settings),
        progress=progress,
        max_bytes=settings.max_document_bytes,
        lock_timeout=settings.lock_timeout,
        store=open_vector_store(settings),
    )


def _take_file(path: Path, taking: _Taking, *, url: str | None = None) -> list[Any]:
    """Take one file in; its source, or nothing when it failed or was there."""
    try:
        checksum = file_sha256(path) if path.is_file() else ""
        if checksum in taking.checksums:
            taking.there.append(taking.checksums[checksum])
            return []
        document = take(path, taking.corpus, taking.known, taking.settings, overwrite=taking.overwrite, url=url)
    except IngestError as error:
        taking.fail(url or path, error)
        return []
    source_id = document.source.source_id
    if source_id in taking.known:
        taking.replaced.append(source_id)
    taking.known[source_id] = Path(document.source.path)
    taking.checksums[checksum] = source_id
    taking.reports.append(replace(report_document(document, cut(document)[1]), original=url or str(path)))
    return [document.source]


def _take_page(url: str, taking: _Taking, fetcher: Fetch) -> list[Any]:
    """Fetch a page and take it in as a file."""
    with tempfile.TemporaryDirectory(prefix="vouch-") as folder:
        try:
            fetched = fetcher(url, Path(folder), max_bytes=taking.settings.max_document_bytes)
        except IngestError as error:
            taking.fail(url, error)
            return []
        return _take_file(fetched.path, taking, url=fetched.url)


def _with_edition(report: DocumentReport, newer: str | None) -> DocumentReport:
    """The report of a document with the newer edition that the library holds, if any."""
    if newer is None:
        return report
    warning = f"a newer edition is in the library ({newer}): this one is kept but not cited"
    return replace(report, superseded_by=newer, warnings=(*report.warnings, warning))


def _files(path: Path, taking: _Taking) -> Iterator[Path]:
    """The document files that a path names, those in a folder included; links that lead out of the folder are refused."""
    if not path.is_dir():
        yield path
        return
    inside = [one for one in sorted(path.rglob("*")) if one.suffix.lower() in SUFFIXES and one.is_file()]
    inside = [one for one in inside if not any(part.startswith(".") for part in one.relative_to(path).parts)]
    inside = [one for one in inside if not is_part_of_page(one, path)]
    taking.left_out += left_out(path)
    for one in inside:
        if is_inside(one, path):
            yield one
        else:
            taking.fail(one, f"{one} is a link that leads out of the folder; it was not followed. Add its target by name.")
    if not inside:
        taking.fail(path, f"{path} holds no document that can be read: none of its files ends in {', '.join(sorted(SUFFIXES))}.")
