"""``vouch ingest``: the index brought in line with the corpus folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.batch import json_only
from assistant.commands.options import AsJson, IndexFolder

if TYPE_CHECKING:
    from assistant.settings import Settings
    from ingest.report import IngestReport


def register(app: typer.Typer) -> None:
    """Puts the commands under ``vouch``."""
    app.command()(ingest)


def ingest(
    folder: Annotated[Path | None, typer.Argument(help="Folder with the documents (VOUCH_CORPUS).")] = None,
    index: IndexFolder = None,
    as_json: AsJson = False,
) -> None:
    """Bring the index in line with the documents: new, changed, removed; unchanged costs nothing."""
    from assistant.settings import load_settings

    with json_only() as write:
        report = bring_in_line(load_settings(corpus=folder, index=index))
        if as_json:
            write(report.to_dict())
    if not as_json:
        typer.echo(summary(report))
    refuse_failures(report)


def bring_in_line(settings: Settings) -> IngestReport:
    """The index brought in line, with a progress bar on standard error."""
    from ingest.embed import load_embedder
    from ingest.index import build_index

    with progress_bar() as progress:
        return build_index(
            settings.corpus,
            settings.index,
            embedder=load_embedder(settings),
            progress=progress,
            max_bytes=settings.max_document_bytes,
            lock_timeout=settings.lock_timeout,
        )


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on standard error that follows the steps "read", "embed" and "write"."""
    from rich.progress import Progress

    from assistant.commands.terminal import progress_console

    words = {"read": "Reading documents", "embed": "Embedding statements", "write": "Writing the index"}
    with Progress(console=progress_console(), transient=True) as bar:
        task = bar.add_task("Looking at the documents", total=None)

        def follow(what: str, done: int, of: int) -> None:
            bar.update(task, description=words.get(what, what), completed=done, total=of)

        yield follow


def summary(report: IngestReport) -> str:
    """What an ingest did, in a line."""
    counts = ((report.added, "new"), (report.changed, "changed"), (report.removed, "removed"), (report.unchanged, "unchanged"))
    what = ", ".join(f"{len(ids)} {word}" for ids, word in counts if ids) or "no documents"
    return f"{report.sources} sources, {report.statements} statements ({what}) in {report.index}, {report.seconds:.1f} s"


def refuse_failures(report: IngestReport) -> None:
    """Leaves with status 1 if a file could not be read; the others are in the index."""
    if report.failures:
        from ingest.errors import UnreadableDocumentError

        first, *others = report.failures
        more = f" (and {len(others)} more files could not be read)" if others else ""
        message = f"{first.error}{more}; the rest is indexed"
        raise UnreadableDocumentError(message)
