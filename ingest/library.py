"""The library: the corpus folder as a person keeps it. Takes originals in, lists them, takes them out, sets their review status.

Originals are kept byte for byte; what a person says about one without front matter is kept beside it, in ``<name>.meta.yaml``.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

from ingest.adding import AddReport, add_documents, bring_in_line
from ingest.bring import Progress
from ingest.chunk import cut
from ingest.documents import ReviewStatus
from ingest.editions import namesakes, superseded
from ingest.embed import TextEmbedder
from ingest.errors import MetadataError
from ingest.originals import MARKDOWN, find_source, read_documents, unwritable, write_file, write_sidecar
from ingest.parse.choose import parse_file, sidecar_of
from ingest.parse.front_matter import split_front_matter
from ingest.parse.read import file_sha256, read_file
from ingest.report import DocumentReport, Failure, IngestReport, beside_namesake, report_document
from ingest.settings import IngestSettings

__all__ = [
    "REVIEW_WORDS",
    "AddReport",
    "LibraryChange",
    "SourceList",
    "add_documents",
    "list_sources",
    "remove_source",
    "set_review_status",
]

REMOVED = ".removed"
_RELEASED, _QUARANTINED = "released", "quarantined"
REVIEW_WORDS = (*(status.value for status in ReviewStatus), _RELEASED, _QUARANTINED)
"""What a source may be set to."""
_STATUS_LINE = re.compile(r"^review_status[ \t]*:.*$", re.MULTILINE)


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


def list_sources(settings: IngestSettings) -> SourceList:
    """What is in the corpus, by source id, with what was understood of each; documents in the index are not read again."""
    failures: list[Failure] = []
    documents = [document for _, document in read_documents(settings, failures) if document is not None]
    sources = [document.source for document in documents]
    older, alike = superseded(sources), namesakes(sources)
    reports = [
        beside_namesake(report_document(document, cut(document)[1], superseded_by=older.get(one)), alike.get(one))
        for document, one in ((document, document.source.source_id) for document in documents)
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
    ingest = bring_in_line(settings, embedder, progress)
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

    ``released`` lifts the quarantine of what the file holds now, ``quarantined`` puts it back.

    Raises:
        SourceNotFoundError: there is no such source.
        MetadataError: there is no such status; names those that are.
    """
    if str(status).strip().lower() in {_RELEASED, _QUARANTINED}:
        is_released = str(status).strip().lower() == _RELEASED
        return _set_released(source_id, settings, is_released=is_released, embedder=embedder, progress=progress)
    try:
        wanted = ReviewStatus(str(status).strip().lower())
    except ValueError as error:
        message = f"There is no review status {status!r}. Use one of: {', '.join(REVIEW_WORDS)}."
        raise MetadataError(message) from error
    path = find_source(source_id, settings)
    before = parse_file(path, max_bytes=settings.max_document_bytes).source.review_status
    is_markdown = path.suffix.lower() in MARKDOWN
    text = read_file(path, max_bytes=settings.max_document_bytes).text if is_markdown else ""
    front, body = split_front_matter(text, path=path) if is_markdown else (None, 0)
    if front is None or sidecar_of(path).is_file():
        write_sidecar(path, review_status=wanted.value)
    else:
        head = text[:body]
        line = f"review_status: {wanted.value}"
        head = _STATUS_LINE.sub(line, head, count=1) if _STATUS_LINE.search(head) else head.replace("---\n", f"---\n{line}\n", 1)
        write_file(path, (head + text[body:]).encode())
    ingest = bring_in_line(settings, embedder, progress)
    return LibraryChange(
        source_id=source_id, what="reviewed", path=str(path), before=before.value, after=wanted.value, ingest=ingest
    )


def _set_released(
    source_id: str, settings: IngestSettings, *, is_released: bool, embedder: TextEmbedder | None, progress: Progress | None
) -> LibraryChange:
    """Lift the quarantine of a source, for the bytes that its file holds now, or put it back."""
    path = find_source(source_id, settings)
    held = len(parse_file(path, max_bytes=settings.max_document_bytes).quarantine)
    write_sidecar(path, released=file_sha256(path) if is_released else None)
    after = len(parse_file(path, max_bytes=settings.max_document_bytes).quarantine)
    ingest = bring_in_line(settings, embedder, progress)
    return LibraryChange(
        source_id=source_id,
        what=_RELEASED if is_released else _QUARANTINED,
        path=str(path),
        before=_texts(held),
        after=_texts(after),
        ingest=ingest,
    )


def _texts(held: int) -> str:
    return "1 text held back" if held == 1 else f"{held} texts held back"
