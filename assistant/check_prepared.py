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
    if not gone:
        count = sum(len(entries) for entries in prepared.values())
        yield Finding(subject=QUESTIONS, severity=Severity.OK, message=f"{count} questions to click on, each with its statement")
