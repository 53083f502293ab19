"""What was understood of documents, for the person who added them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from ingest.documents import ReviewStatus

if TYPE_CHECKING:
    from pathlib import Path

    from ingest.report import DocumentReport, Failure, IngestReport

_FURNITURE_SHOWN = 3
_MEND_GUESSES = (
    "Put right what was guessed, or is not stated, in the document's front matter or in NAME.meta.yaml beside it in the library "
    "(docs/own-documents.md); then run `vouch ingest`."
)


def print_understood(reports: Iterable[DocumentReport], console: Console | None = None) -> None:
    """A block per document: its identity and standing, what was guessed, what was set aside, what looks wrong."""
    console, reports = console or Console(), tuple(reports)
    for report in reports:
        console.print(Text(report.source_id, style="bold"))
        for name, value in _rows(report):
            console.print(Text(f"  {name}: {value}"), soft_wrap=True)
        for warning in report.warnings:
            console.print(Text(f"  warning: {warning}", style="yellow"), soft_wrap=True)
    if any(report.inferred or not report.publisher for report in reports):
        console.print(Text(_MEND_GUESSES), soft_wrap=True)


def _rows(report: DocumentReport) -> list[tuple[str, str]]:
    def shown(field: str, value: Any) -> str:
        return f"{value}{' (guessed)' if field in report.inferred else ''}" if value else "not stated"

    rows = [("original", report.original)] if report.original else []
    rows += [(field, shown(field, getattr(report, field))) for field in ("title", "publisher", "kind", "audience", "language")]
    rows += [(field, shown(field, getattr(report, field))) for field in ("published", "updated") if getattr(report, field)]
    note = f" ({report.review_note})" if report.review_note else ""
    rows.append(("review status", f"{shown('review_status', report.review_status)}{note}"))
    linked = f", {report.references_linked} of them cited by a statement" if report.references else ""
    found = (_count(report.statements, "statement"), _count(report.sections, "section"), _count(report.references, "reference"))
    rows.append(("found", f"{found[0]} in {found[1]}, {found[2]}{linked}"))
    if report.edition:
        rows.append(("edition", report.edition))
    if report.pages:
        unread = f", {len(report.unreadable_pages)} of them not readable" if report.unreadable_pages else ""
        rows.append(("pages", f"{report.pages}{unread}"))
    if report.tables or report.tables_lost or report.figures_skipped:
        kept = f"{_count(report.tables, 'table')} kept as {_count(report.table_rows, 'row')}, {report.tables_lost} lost"
        rows.append(("tables and figures", f"{kept}; {_count(report.figures_skipped, 'figure')} skipped"))
    if report.furniture_removed:
        first = "; ".join(f'"{piece[:60]}"' for piece in report.furniture[:_FURNITURE_SHOWN])
        rows.append(("set aside", f"{_count(report.furniture_removed, 'piece')} of page furniture, such as {first}"))
    return rows


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def print_sources(reports: Sequence[DocumentReport], console: Console | None = None, *, folder: Path) -> None:
    """Three lines a source of ``folder``, the id first and whole, so that it can be copied."""
    console = console or Console()
    if not reports:
        console.print(f"There are no documents in {folder} yet: take some in with `vouch add FILE|FOLDER|URL`.", soft_wrap=True)
    for report in reports:
        date = report.updated or report.published or "not dated"
        console.print(Text(report.source_id, style="bold"), soft_wrap=True)
        console.print(Text(f"  {report.publisher or 'publisher not stated'}: {report.title}"), soft_wrap=True)
        status = report.review_status if report.review_status != ReviewStatus.NOT_STATED else "review not stated"
        standing = [report.kind, f"for {report.audience}s", date, status, _count(report.statements, "statement")]
        if report.superseded_by:
            standing.append(f"kept but not cited: {report.superseded_by} is newer")
        console.print(Text(f"  {', '.join(standing)}", style="dim"), soft_wrap=True)


def summary(report: IngestReport) -> str:
    """What an ingest did, in a line, and a line for each warning."""
    counts = ((report.added, "new"), (report.changed, "changed"), (report.removed, "removed"), (report.unchanged, "unchanged"))
    what = ", ".join(f"{len(ids)} {word}" for ids, word in counts if ids) or "no documents"
    sources, statements = _count(report.sources, "source"), _count(report.statements, "statement")
    line = f"{sources} ({what}), {statements} in {report.index}, {report.seconds:.1f} s"
    return "\n".join((line, *(f"warning: {warning}" for warning in report.warnings)))


def refuse_losses(reports: Sequence[DocumentReport], left_out: Sequence[Failure] = ()) -> None:
    """Leaves with status 1 if something of a document was lost or is held back, or a file was left out for its type.

    Raises:
        UnreadableDocumentError: which documents, and the first loss.

    """
    lossy = [report for report in reports if report.has_losses]
    if left_out and not lossy:
        from ingest.errors import UnreadableDocumentError

        raise UnreadableDocumentError(left_out[0].error)
    if lossy:
        from ingest.errors import UnreadableDocumentError

        names = ", ".join(report.source_id for report in lossy)
        first = lossy[0].warnings[0] if lossy[0].warnings else "see the report"
        message = f"something was lost in {names} ({first}). Look at the report, or leave out --strict."
        raise UnreadableDocumentError(message)


def refuse_failures(failures: Sequence[Failure]) -> None:
    """Leaves with status 1 if a file could not be read; the others were taken in.

    Each failure but the first is named on standard error before.

    Raises:
        UnreadableDocumentError: the first failure, and how many more there are.

    """
    if failures:
        from ingest.errors import UnreadableDocumentError

        first, *others = failures
        for other in others:
            Console(stderr=True).print(Text(f"not taken in: {other.error}"), soft_wrap=True)
        more = f" (and {len(others)} more files could not be taken in)" if others else ""
        message = f"{first.error}{more}"
        raise UnreadableDocumentError(message)
