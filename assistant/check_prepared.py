"""Looks over for ``vouch doctor`` what ``ingest`` can't: whether the assistant opens, and the editors' questions are answered."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.drafting.prepared import QUESTIONS, load_prepared, untold
from assistant.settings import Settings
from ingest.doctor import Finding, Severity
from ingest.errors import IngestError, MetadataError
from ingest.index import OpenIndex


def check_prepared(settings: Settings, index: OpenIndex | None) -> Iterator[Finding]:
    """What keeps the assistant from opening; what mends a file of questions that can't be read, or whose statements are gone.

    ``index`` is the library's; None if it can't be opened, which has been told of the index then.
    """
    from assistant.pipeline import Assistant

    try:
        prepared = load_prepared(settings.corpus)
    except MetadataError as error:
        yield Finding(subject=QUESTIONS, severity=Severity.ERROR, message=str(error))
        return
    if index is None:
        return
    try:
        assistant = Assistant.open(settings, index=index)
    except IngestError as error:
        yield Finding(subject="assistant", severity=Severity.ERROR, message=str(error))
        return
    if not prepared:
        return
    texts: dict[str, list[str]] = {}
    for statement in index.statements:
        texts.setdefault(statement.source_id, []).append(statement.text)
    gone = untold(prepared, texts)
    for source_id, entry in gone:
        message = f"no statement of {source_id} begins “{entry.told}”: mend or drop the question “{entry.ask}” in {QUESTIONS}"
        yield Finding(subject=source_id, severity=Severity.WARNING, message=message)
    stiff = [ask for shelf in assistant.shelves.values() for ask in shelf.suggester.unanswered()]
    for ask in stiff:
        message = f"“{ask}” is not answered from the statement given for it: put it in other words in {QUESTIONS}"
        yield Finding(subject=QUESTIONS, severity=Severity.WARNING, message=message)
    if not gone and not stiff:
        count = sum(len(entries) for entries in prepared.values())
        yield Finding(
            subject=QUESTIONS, severity=Severity.OK, message=f"{count} questions to click on, each answered from its statement"
        )
