"""``vouch ingest``, ``add``, ``remove``, ``sources``, ``review`` and ``doctor``: the documents and their index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.batch import json_only
from assistant.commands.options import AsJson, CorpusFolder, IndexFolder

if TYPE_CHECKING:
    from ingest.library import LibraryChange

SourceId = Annotated[str, typer.Argument(metavar="SOURCE_ID", help="As `vouch sources` lists it.")]


def register(app: typer.Typer) -> None:
    """Puts the commands under ``vouch``."""
    for command in (ingest, add, remove, sources, review, doctor):
        app.command()(command)


def ingest(
    folder: Annotated[Path | None, typer.Argument(help="Folder with the documents (VOUCH_CORPUS).")] = None,
    index: IndexFolder = None,
    as_json: AsJson = False,
) -> None:
    """Bring the index in line with the documents: new, changed, removed; unchanged costs nothing."""
    from assistant.commands.understood import refuse_failures, summary
    from assistant.settings import load_settings
    from ingest.embed import load_embedder
    from ingest.index import build_index, open_vector_store

    settings = load_settings(corpus=folder, index=index)
    with json_only() as write, progress_bar() as progress:
        report = build_index(
            settings.corpus,
            settings.index,
            embedder=load_embedder(settings),
            progress=progress,
            max_bytes=settings.max_document_bytes,
            lock_timeout=settings.lock_timeout,
            store=open_vector_store(settings),
        )
        if as_json:
            write(report.to_dict())
    if not as_json:
        typer.echo(summary(report))
    refuse_failures(report.failures)


def add(
    originals: Annotated[list[str], typer.Argument(metavar="FILE|FOLDER|URL…", help="Documents to take in.")],
    corpus: CorpusFolder = None,
    index: IndexFolder = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace a document of the same source id.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Leave with status 1 when a part of a document was lost.")] = False,
    as_json: AsJson = False,
) -> None:
    """Take documents in, say what was understood of each, and index them."""
    from assistant.commands.understood import print_understood, refuse_failures, refuse_losses, summary
    from assistant.settings import load_settings
    from ingest.adding import add_documents

    settings = load_settings(corpus=corpus, index=index)
    with json_only() as write, progress_bar() as progress:
        report = add_documents(originals, settings, progress=progress, overwrite=overwrite)
        if as_json:
            write(report.to_dict())
    if not as_json:
        print_understood(report.added)
        for source_id in report.already_there:
            typer.echo(f"{source_id}: was there already, the same to the byte")
        for aside in report.left_out:
            typer.echo(f"left out: {aside.error}")
        if report.ingest:
            typer.echo(summary(report.ingest))
    refuse_failures(report.failures)
    if strict:
        refuse_losses([*report.added, *report.lossy_there], report.left_out)


def remove(source_id: SourceId, corpus: CorpusFolder = None, index: IndexFolder = None, as_json: AsJson = False) -> None:
    """Take a source out of documents and index; its file is kept in .removed/."""
    from assistant.settings import load_settings
    from ingest.library import remove_source

    with json_only() as write, progress_bar() as progress:
        change = remove_source(source_id, load_settings(corpus=corpus, index=index), progress=progress)
        if as_json:
            write(change.to_dict())
    if not as_json:
        _echo(change, f"{source_id} removed; its file is kept as {change.path}")


def sources(corpus: CorpusFolder = None, index: IndexFolder = None, as_json: AsJson = False) -> None:
    """List the sources with their standing."""
    from assistant.commands.understood import print_sources, refuse_failures
    from assistant.settings import load_settings
    from ingest.library import list_sources

    with json_only() as write:
        settings = load_settings(corpus=corpus, index=index)
        listed = list_sources(settings)
        if as_json:
            write(listed.to_dict())
    if not as_json:
        print_sources(listed.sources, folder=settings.corpus)
    refuse_failures(listed.failures)


def review(
    source_id: SourceId,
    status: Annotated[str, typer.Argument(help="draft, submitted, under review, not stated, reviewed, approved; or released.")],
    corpus: CorpusFolder = None,
    index: IndexFolder = None,
    as_json: AsJson = False,
) -> None:
    """Set how far a source has been reviewed."""
    from assistant.settings import load_settings
    from ingest.library import REVIEW_WORDS, set_review_status

    if status.strip().lower() not in REVIEW_WORDS:
        message = f"there is no review status {status!r}; use one of: {', '.join(REVIEW_WORDS)}"
        raise typer.BadParameter(message)
    with json_only() as write, progress_bar() as progress:
        change = set_review_status(source_id, status, load_settings(corpus=corpus, index=index), progress=progress)
        if as_json:
            write(change.to_dict())
    if not as_json:
        _echo(change, f"{source_id}: {change.before} → {change.after}")


def doctor(corpus: CorpusFolder = None, index: IndexFolder = None, as_json: AsJson = False) -> None:
    """Look documents, index and model over, and say what mends what is wrong."""
    from assistant.check_model import check_model
    from assistant.check_prepared import check_prepared
    from assistant.settings import load_settings
    from ingest.doctor import Severity, look_over
    from ingest.errors import IngestError

    with json_only() as write:
        settings = load_settings(corpus=corpus, index=index)
        found, opened = look_over(settings)
        told = {finding.message for finding in found}
        further = (*check_model(settings), *check_prepared(settings, opened))
        findings = [*found, *(one for one in further if one.message not in told)]
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        if as_json:
            write({"ok": not errors, "findings": [finding.to_dict() for finding in findings]})
    if not as_json:
        for finding in findings:
            typer.echo(f"{finding.severity.value:<8} {finding.subject}: {finding.message}")
    if errors:
        what = (
            "1 thing keeps Vouch from answering"
            if len(errors) == 1
            else f"{len(errors)} things keep Vouch from answering; the first"
        )
        message = f"{what}: {errors[0].message}"
        raise IngestError(message)


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


def _echo(change: LibraryChange, said: str) -> None:
    from assistant.commands.understood import summary

    typer.echo(said)
    typer.echo(summary(change.ingest))
