"""What was understood of each document, and what one ingest changed, as values that turn into JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ingest.documents import Document, Statement

_SHOWN_FURNITURE = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReport:
    """What was understood of one document, for the person who added it."""

    source_id: str
    path: str
    title: str
    publisher: str | None
    kind: str
    audience: str
    language: str
    published: str | None
    updated: str | None
    review_status: str
    review_note: str | None
    url: str | None
    inferred: tuple[str, ...]
    sections: int
    statements: int
    table_rows: int
    references: int
    references_linked: int
    references_missing: tuple[int, ...]
    furniture_removed: int
    furniture: tuple[str, ...]
    warnings: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON-ready values."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A file that could not be read, and the one-line reason with its mend."""

    path: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What one ingest did. ``embedded`` counts the statements whose vectors had to be made, ``reused`` the others."""

    corpus: str
    index: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    sources: int = 0
    statements: int = 0
    passages: int = 0
    embedded: int = 0
    reused: int = 0
    written: bool = False
    seconds: float = 0.0
    documents: tuple[DocumentReport, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON-ready values."""
        return asdict(self)


def report_document(document: Document, statements: Sequence[Statement]) -> DocumentReport:
    """What was understood of ``document``, whose statements are given."""
    source = document.source
    numbers = {number for statement in statements for number in statement.reference_numbers}
    listed = {reference.number for reference in document.references}
    missing = tuple(sorted(numbers - listed)) if listed else ()
    warnings = list(document.warnings)
    if missing:
        warnings.append(f"reference numbers {', '.join(map(str, missing))} are used but not in the document's own list")
    if not statements:
        warnings.append("no statement was found in this document")
    return DocumentReport(
        source_id=source.source_id,
        path=source.path,
        title=source.title,
        publisher=source.publisher,
        kind=source.kind.value,
        audience=source.audience.value,
        language=source.language,
        published=source.published.isoformat() if source.published else None,
        updated=source.updated.isoformat() if source.updated else None,
        review_status=source.review_status.value,
        review_note=source.review_note,
        url=source.url,
        inferred=source.inferred,
        sections=len(document.sections),
        statements=len(statements),
        table_rows=sum(statement.kind.value == "table row" for statement in statements),
        references=len(listed),
        references_linked=len(numbers & listed),
        references_missing=missing,
        furniture_removed=len(document.furniture),
        furniture=tuple(" ".join(document.text[span.start : span.end].split())[:_SHOWN_FURNITURE] for span in document.furniture),
        warnings=tuple(warnings),
    )
