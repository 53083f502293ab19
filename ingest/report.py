"""What was understood of each document, and what one ingest changed, as values that turn into JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from ingest.documents import Document, Statement

_SHOWN_FURNITURE = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A text that is not cited until its source is released, why, and where it stands in the document."""

    text: str
    reason: str
    start: int
    end: int


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
    edition: str | None = None
    superseded_by: str | None = None
    pages: int | None = None
    unreadable_pages: tuple[int, ...] = ()
    tables: int = 0
    tables_lost: int = 0
    figures_skipped: int = 0
    quarantined: tuple[Held, ...] = ()
    original: str | None = None
    """The path or address that was given, of a document just added; ``path`` is where it lies now."""

    @property
    def has_losses(self) -> bool:
        """Whether something that may hold evidence was lost or is held back."""
        return bool(self.unreadable_pages or self.tables_lost or self.figures_skipped or self.quarantined or not self.statements)

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON-ready values."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A file that could not be read, and the one-line reason with its mend."""

    path: str
    error: str

    @property
    def told(self) -> str:
        """The reason for somebody who doesn't know this machine's folders: the file by its name alone."""
        name = Path(self.path).name
        told = self.error.replace(self.path, name)
        return told if name in told else f"{name}: {told}"


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What one ingest did. ``warnings`` tell what of the register of differences is off.

    ``embedded`` counts the statements whose vectors had to be made, ``reused`` the others.
    """

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
    warnings: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON-ready values."""
        return asdict(self)


def report_document(document: Document, statements: Sequence[Statement], *, superseded_by: str | None = None) -> DocumentReport:
    """What was understood of ``document``, whose statements are given."""
    source = document.source
    numbers = {number for statement in statements for number in statement.reference_numbers}
    listed = {reference.number for reference in document.references}
    missing = tuple(sorted(numbers - listed)) if listed else ()
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
        warnings=_warnings(document, missing=missing, superseded_by=superseded_by, empty=not statements),
        edition=source.edition,
        superseded_by=superseded_by,
        pages=document.extent.pages,
        unreadable_pages=document.extent.unreadable_pages,
        tables=document.extent.tables,
        tables_lost=document.extent.tables_lost,
        figures_skipped=document.extent.figures_skipped,
        quarantined=_held(document),
    )


def beside_namesake(report: DocumentReport, older: str | None) -> DocumentReport:
    """The report of a document beside one of the same name that is no newer: both are cited until somebody decides."""
    if older is None:
        return report
    warning = (
        f"{older} has the same title and publisher and is older or bears no date, and both are cited: if this one takes its "
        f"place, state `supersedes: [{older}]` here, or run `vouch remove {older}`"
    )
    return replace(report, warnings=(*report.warnings, warning))


def _warnings(document: Document, *, missing: Sequence[int], superseded_by: str | None, empty: bool) -> tuple[str, ...]:
    """What a reader of the report should look at, losses first."""
    warnings = [*_losses(document), *document.warnings]
    if missing:
        warnings.append(f"reference numbers {', '.join(map(str, missing))} are used but not in the document's own list")
    if superseded_by:
        warnings.append(f"a newer edition is in the library ({superseded_by}): this one is kept but not cited")
    if empty:
        warnings.append("no statement was found in this document")
    return tuple(warnings)


def _held(document: Document) -> tuple[Held, ...]:
    return tuple(
        Held(
            text=" ".join(document.text[held.span.start : held.span.end].split())[:_SHOWN_FURNITURE],
            reason=held.reason,
            start=held.span.start,
            end=held.span.end,
        )
        for held in document.quarantine
    )


def _losses(document: Document) -> list[str]:
    """A warning for everything that may hold evidence and was not read, or is held back."""
    extent, found = document.extent, []
    if extent.tables_lost:
        tables, them = ("1 table", "it") if extent.tables_lost == 1 else (f"{extent.tables_lost} tables", "them")
        found.append(f"{tables} could not be read as such: look at {them} in the original")
    if extent.figures_skipped:
        figures = "1 figure was" if extent.figures_skipped == 1 else f"{extent.figures_skipped} figures were"
        found.append(f"{figures} skipped: what only a figure shows can't be cited")
    if document.quarantine:
        reasons = "; ".join(dict.fromkeys(held.reason for held in document.quarantine))
        release = f"`vouch review {document.source.source_id} released`"
        held = len(document.quarantine)
        texts, them = ("1 text is", "it") if held == 1 else (f"{held} texts are", "them")
        found.append(f"{texts} held back and not cited ({reasons}). To release {them}: {release}")
    return found
