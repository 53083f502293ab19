"""Looks the editors' questions over for ``vouch doctor``: are they readable, and does the index hold what they ask after."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.prepared import QUESTIONS, load_prepared, untold
from assistant.settings import Settings
from ingest.doctor import Finding, Severity
from ingest.errors import IngestError, MetadataError
from ingest.store import read_contents, read_lock


def check_prepared(settings: Settings) -> Iterator[Finding]:
    """What mends a file of questions that can't be read, or whose statements are gone; nothing where there is no file."""
    try:
        prepared = load_prepared(settings.corpus)
    except MetadataError as error:
        yield Finding(subject=QUESTIONS, severity=Severity.ERROR, message=str(error))
        return
    if not prepared:
        return
    try:
        statements = read_contents(settings.index, read_lock(settings.index)).statements
    except IngestError:
        return  # said of the index already
    texts: dict[str, list[str]] = {}
    for statement in statements:
        texts.setdefault(statement.source_id, []).append(statement.text)
    gone = untold(prepared, texts)
    for source_id, entry in gone:
        message = f"no statement of {source_id} begins “{entry.told}”: mend or drop the question “{entry.ask}” in {QUESTIONS}"
        yield Finding(subject=source_id, severity=Severity.WARNING, message=message)
    stiff = _unanswered(settings)
    for ask in stiff:
        message = f"“{ask}” is not answered from the statement given for it: put it in other words in {QUESTIONS}"
        yield Finding(subject=QUESTIONS, severity=Severity.WARNING, message=message)
    if not gone and not stiff:
        count = sum(len(entries) for entries in prepared.values())
        yield Finding(
            subject=QUESTIONS, severity=Severity.OK, message=f"{count} questions to click on, each answered from its statement"
        )


def _unanswered(settings: Settings) -> list[str]:
    """The questions of the file that the documents, asked now, don't answer from the statement given for them."""
    from assistant.pipeline import Assistant

    try:
        shelves = Assistant.open(settings).shelves
    except IngestError:
        return []  # said of the index or the model already
    return [ask for shelf in shelves.values() for ask in shelf.suggester.unanswered()]
