"""What was found but does not answer in, an abstention that names the nearest sections out. Pure."""

from __future__ import annotations

from assistant.answers import Abstention, AbstentionReason, Nearest, Question, StandaloneQuestion
from assistant.reader import Found

_NEAREST = 3
# Cosines of questions on cookery, cars and capitals with documents on cancer are 0.05 to 0.22.
_NEAR = 0.25


def abstain(question: Question, standalone: StandaloneQuestion, found: Found, *, notice: str = "") -> Abstention:
    """No answer, and why; at most three sections that come near, each once.

    What is about something else altogether is taken as typed, whatever the conversation lent to it, and no section comes near.
    """
    if found.answerability.elsewhere:
        as_typed = StandaloneQuestion(text=question.text, language=standalone.language)
        return Abstention(question=question, read_as=as_typed, reason=AbstentionReason.OUT_OF_SCOPE, notice=notice)
    nearest: dict[tuple[str, tuple[str, ...]], Nearest] = {}
    for entry in found.judged:
        if entry.hit.dense < _NEAR and not found.asked.concepts & entry.profile.concepts:
            continue
        path = entry.hit.statement.shown_path
        nearest.setdefault((entry.hit.source.source_id, path), Nearest(source=entry.hit.source, section=path))
        if len(nearest) == _NEAREST:
            break
    return Abstention(
        question=question,
        read_as=standalone,
        reason=found.answerability.reason or AbstentionReason.NO_EVIDENCE,
        nearest=tuple(nearest.values()),
        missing=found.answerability.missing,
        notice=notice,
    )
