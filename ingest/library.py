"""The library: the corpus folder as a person keeps it. Takes originals in, lists them, takes them out, sets their review status.

Originals are kept byte for byte; what a person says about one without front matter is kept beside it, in ``<name>.meta.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ingest.bring import Progress, build_index
from ingest.chunk import cut
from ingest.documents import ReviewStatus
from ingest.embed import TextEmbedder, load_embedder
from ingest.errors import IngestError, MetadataError
from ingest.originals import MARKDOWN, find_source, make_folder, read_documents, take, unwritable, write_file, write_sidecar
from ingest.parse.choose import SUFFIXES, parse_file, sidecar_of
from ingest.parse.front_matter import split_front_matter
from ingest.parse.read import file_sha256, is_inside, read_file
from ingest.report import DocumentReport, Failure, IngestReport, report_document
from ingest.settings import IngestSettings

REMOVED = ".removed"
_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_STATUS_LINE = re.compile(r"^review_status[ \t]*:.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReport:
    """What `vouch add` took in: a report per new document, the ids of those that were there already, and what failed."""

    added: tuple[DocumentReport, ...]
    replaced: tuple[str, ...]
    already_there: tuple[str, ...]
    failures: tuple[Failure, ...]
    ingest: IngestReport | None

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON-ready values."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryChange:
    """One change of one source: what was done, and the ingest that followed."""

    source_id: str
    what: str
    path: str
    before: str | None
    after: str | None
    ingest: IngestReport

    def to_dict(self) -> dict[str, Any]:
        """The change as JSON-ready values."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceList:
    """The sources of a library, by id, and the files that can't be read."""

    sources: tuple[DocumentReport, ...]
    failures: tuple[Failure, ...]

    def to_dict(self) -> dict[str, Any]:
        """The list as JSON-ready values."""
        return asdict(self)


def add_documents(
    paths: Sequence[Path | str],
    settings: IngestSettings,
    *,
    embedder: TextEmbedder | None = None,
    progress: Progress | None = None,
    overwrite: bool = False,
) -> AddReport:
    """Take files, or every document in folders, into the corpus and bring the index in line.

    A file that can't be read, or whose source id belongs to another document (unless ``overwrite``), is a failure in the report;
    the others go on. A document with the same bytes as one in the corpus is left as it is.

    Raises:
        IndexWriteError: the corpus or the index can't be written.
        LibraryLockedError: another process is changing the index.
    """
    corpus = make_folder(settings.corpus)
    known = {document.source.source_id: path for path, document in read_documents(settings) if document is not None}
    checksums = {file_sha256(path): source_id for source_id, path in known.items()}
    reports: list[DocumentReport] = []
    replaced: list[str] = []
    there: list[str] = []
    failures: list[Failure] = []
    for path in _files(paths, failures):
        try:
            checksum = file_sha256(path) if path.is_file() else ""
            if checksum in checksums:
                there.append(checksums[checksum])
                continue
            document = take(path, corpus, known, settings, overwrite=overwrite)
        except IngestError as error:
            failures.append(Failure(path=str(path), error=str(error)))
            continue
        source_id = document.source.source_id
        if source_id in known:
            replaced.append(source_id)
        known[source_id] = Path(document.source.path)
        checksums[checksum] = source_id
        reports.append(report_document(document, cut(document)[1]))
    ingest = _ingest(settings, embedder, progress)
    return AddReport(
        added=tuple(reports), replaced=tuple(replaced), already_there=tuple(there), failures=tuple(failures), ingest=ingest
    )


def list_sources(settings: IngestSettings) -> SourceList:
    """What is in the corpus, by source id, with what was understood of each; documents in the index are not read again."""
    failures: list[Failure] = []
    reports = [
        report_document(document, cut(document)[1]) for _, document in read_documents(settings, failures) if document is not None
    ]
    return SourceList(sources=tuple(sorted(reports, key=lambda report: report.source_id)), failures=tuple(failures))


def remove_source(
    source_id: str, settings: IngestSettings, *, embedder: TextEmbedder | None = None, progress: Progress | None = None
) -> LibraryChange:
    """Take a source out of the corpus and the index. Its file is kept in ``.removed/`` inside the corpus.

    Raises:
        SourceNotFoundError: there is no such source.
    """
    path = find_source(source_id, settings)
    removed = settings.corpus / REMOVED
    try:
        removed.mkdir(exist_ok=True)
        target = removed / path.name
        path.replace(target)
        if sidecar_of(path).is_file():
            sidecar_of(path).replace(sidecar_of(target))
    except OSError as error:
        raise unwritable(settings.corpus, error) from error
    ingest = _ingest(settings, embedder, progress)
    return LibraryChange(source_id=source_id, what="removed", path=str(target), before=str(path), after=None, ingest=ingest)


def set_review_status(
    source_id: str,
    status: ReviewStatus | str,
    settings: IngestSettings,
    *,
    embedder: TextEmbedder | None = None,
    progress: Progress | None = None,
) -> LibraryChange:
    """Set how far a source was reviewed: in its front matter if it has one, else in the file beside it.

    Raises:
        SourceNotFoundError: there is no such source.
        MetadataError: there is no such status; names those that are.
    """
    try:
        wanted = ReviewStatus(str(status).strip().lower())
    except ValueError as error:
        known = ", ".join(one.value for one in ReviewStatus)
        message = f"There is no review status {status!r}. Use one of: {known}."
        raise MetadataError(message) from error
    path = find_source(source_id, settings)
    before = parse_file(path, max_bytes=settings.max_document_bytes).source.review_status
    text = read_file(path, max_bytes=settings.max_document_bytes).text
    front, body = split_front_matter(text, path=path) if path.suffix.lower() in MARKDOWN else (None, 0)
    if front is None or sidecar_of(path).is_file():
        write_sidecar(path, review_status=wanted.value)
    else:
        head = text[:body]
        line = f"review_status: {wanted.value}"
        head = _STATUS_LINE.sub(line, head, count=1) if _STATUS_LINE.search(head) else head.replace("---\n", f"---\n{line}\n", 1)
        write_file(path, (head + text[body:]).encode())
    ingest = _ingest(settings, embedder, progress)
    return LibraryChange(
        source_id=source_id, what="reviewed", path=str(path), before=before.value, after=wanted.value, ingest=ingest
    )


def _files(paths: Sequence[Path | str], failures: list[Failure]) -> Iterator[Path]:
    """The document files that were named, those in folders included."""
    for given in paths:
        if isinstance(given, str) and _URL.match(given):
            failures.append(
                Failure(path=given, error=f"{given}: web addresses are not supported yet. Save the page and add the file.")
            )
            continue
        path = Path(given)
        if path.is_dir():
            inside = [one for one in sorted(path.rglob("*")) if one.suffix.lower() in SUFFIXES and one.is_file()]
            inside = [one for one in inside if not any(part.startswith(".") for part in one.relative_to(path).parts)]
            yield from (one for one in inside if is_inside(one, path))
            if not inside:
                failures.append(Failure(path=str(path), error=f"{path} holds no document that can be read."))
        else:
            yield path


def _ingest(settings: IngestSettings, embedder: TextEmbedder | None, progress: Progress | None) -> IngestReport:
    return build_index(
        settings.corpus,
        settings.index,
        embedder=embedder or load_embedder(settings),
        progress=progress,
        max_bytes=settings.max_document_bytes,
        lock_timeout=settings.lock_timeout,
    )
