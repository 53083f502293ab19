"""Looks over for ``vouch doctor`` whether the language model answers: readers are told that it failed, never why."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.errors import AssistantError
from assistant.settings import Settings
from ingest.doctor import Finding, Severity

_SUBJECT = "language model"
_GREETING = "Answer with one word: hello."


def check_model(settings: Settings) -> Iterator[Finding]:
    """Whether the model of the settings answers a greeting, or what to mend; nothing where none is set.

    Never an error: without it, answers come in the sources' own words.
    """
    if settings.llm_base_url is None:
        return
    from assistant.model.llm_client import open_llm, write

    try:
        write(open_llm(settings), [("user", _GREETING)], seconds=settings.llm_timeout)
    except AssistantError as error:
        message = f"{error}; until that is mended, answers come in the sources' own words"
        yield Finding(subject=_SUBJECT, severity=Severity.WARNING, message=message)
    else:
        yield Finding(subject=_SUBJECT, severity=Severity.OK, message=f"{settings.llm_model} answers")
