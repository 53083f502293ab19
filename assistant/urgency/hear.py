"""A message in, what is said before any document is searched out, as a response: urgent advice, small talk, or a refusal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from assistant.answers import Abstention, Audience, Emergency, Question, Response, SmallTalk, StandaloneQuestion
from assistant.urgency.alarm import Alarm
from assistant.urgency.triage import NOT_ANSWERED, TriageKind, triage
from assistant.words.lexicon import Lexicon


def hear(
    question: Question,
    *,
    country: str,
    lexicon: Lexicon,
    alarm: Alarm | None,
    embed: Callable[[Question, str], object],
    starters: Callable[[Audience, str], tuple[str, ...]],
) -> Response | None:
    """What triage says of a message, or None for a question to be answered from the documents.

    ``embed`` embeds a message along with what it asks, before the alarm hears it: several at once take little longer than one.
    ``starters`` are questions to begin with.
    """
    sounds = partial(_sounds, question, alarm, embed) if alarm else None
    read = triage(question, country=country, lexicon=lexicon, alarm=sounds, calm=alarm.is_calm if alarm else None)
    if read is None:
        return None
    as_typed = StandaloneQuestion(text=question.text, language=read.language)
    if read.kind is TriageKind.EMERGENCY:
        return Emergency(question=question, read_as=as_typed, kind=read.label, advice=read.text, certain=read.certain)
    if read.kind in NOT_ANSWERED:
        return Abstention(question=question, read_as=as_typed, reason=NOT_ANSWERED[read.kind])
    return SmallTalk(question=question, read_as=as_typed, text=read.text, follow_ups=starters(question.audience, read.language))


def _sounds(question: Question, alarm: Alarm, embed: Callable[[Question, str], object], text: str) -> str | None:
    embed(question, text)
    return alarm(text)
