"""What a turn only tells of a patient, put to the medicine that the question before asked for: "X: she has Y". Pure.

Hung on a question for the dose of X it weighs little beside the dose; whether X may be given to such a patient matters more.
"""

from __future__ import annotations

from assistant.answers import StandaloneQuestion
from assistant.followups.phrasing import stem
from assistant.words.language import fold
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems

_DRUG = "drug"
_MOST_WORDS = 12


def told_of_drug(standalone: StandaloneQuestion, *, lexicon: Lexicon) -> tuple[str, frozenset[str], frozenset[str]] | None:
    """The one medicine asked for if the patient is such, that medicine, and the stems told; None for any other turn."""
    head, joint, told = standalone.text.rpartition(": ")
    if not (standalone.rewritten and joint and standalone.before and not standalone.alone) or len(told.split()) > _MOST_WORDS:
        return None
    if not standalone.before.lower().startswith(stem(head).lower().split(": ")[0]):
        return None
    given = {m.concept.concept_id: head[m.start : m.end] for m in lexicon.mentions(head, typed=True) if m.concept.kind == _DRUG}
    stems = frozenset(content_stems(told, standalone.language))
    if len(given) != 1 or not stems:
        return None
    ((drug, name),) = given.items()
    return f"{name} if {stem(told)}", frozenset({drug}), stems


def is_joined(text: str, typed: str) -> bool:
    """Whether a text goes over a joint at which a turn was put behind the question before, and so was never typed."""
    return ": " in text and fold(stem(text)) not in fold(typed)
