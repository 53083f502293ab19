"""What was found but does not answer in, an abstention that names the nearest sections out. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.answers import Abstention, AbstentionReason, Nearest, Question, StandaloneQuestion, WithheldClaim
from assistant.reader import Found
from ingest.documents import Document

_NEAREST = 3
# Cosines of questions on cookery, cars and capitals with documents on cancer are 0.05 to 0.22.
_NEAR = 0.25


def abstain(
    question: Question,
    standalone: StandaloneQuestion,
    found: Found,
    *,
    documents: Mapping[str, Document],
    notice: str = "",
    reason: AbstentionReason | None = None,
    withheld: tuple[WithheldClaim, ...] = (),
) -> Abstention:
    """No answer, and why; at most three sections of ``documents`` (by source id) that come near, each once.

    What is about something else altogether is taken as typed, whatever the conversation lent to it, and no section comes near.
    ``reason`` goes before the one that was found: statements may answer, and none of them may pass.
    """
    if found.answerability.elsewhere and reason is None:
        as_typed = StandaloneQuestion(text=question.text, language=standalone.language)
        return Abstention(question=question, read_as=as_typed, reason=AbstentionReason.OUT_OF_SCOPE, notice=notice)
    return Abstention(
        question=question,
        read_as=standalone,
        reason=reason or found.answerability.reason or AbstentionReason.NO_EVIDENCE,
        nearest=_nearest(found, documents),
        missing=found.answerability.missing,
        notice=notice,
        withheld=withheld,
    )


def _nearest(found: Found, documents: Mapping[str, Document]) -> tuple[Nearest, ...]:
    nearest: dict[tuple[str, tuple[str, ...]], Nearest] = {}
    for entry in found.judged:
        source, statement = entry.hit.source, entry.hit.statement
        if entry.hit.dense < _NEAR and not found.asked.concepts & entry.profile.concepts:
            continue
        document = documents[source.source_id]
        near = Nearest(source=source, section=statement.shown_path, document=document, statement=statement)
        nearest.setdefault((source.source_id, near.section), near)
        if len(nearest) == _NEAREST:
            break
    return tuple(nearest.values())
