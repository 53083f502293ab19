"""A turn's own words, beside what the conversation lends them, in; that the documents don't say what these ask for out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from assistant.abstention.answerable import Answerability
from assistant.abstention.attributes import unsaid_attribute
from assistant.answers import AbstentionReason
from assistant.question.asked import Asked
from assistant.retrieval.profile import Terms
from assistant.retrieval.signals import Judged
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import stem


def unspoken_offer(offered: Sequence[str], *, terms: Terms, language: str) -> Answerability | None:
    """That the documents say nothing of what a turn brings up, if they lack one of its words and its like."""
    missing = tuple(word for word in offered if not terms.speaks_of(stem(word, language), language))
    if not missing:
        return None
    return Answerability(answerable=False, probability=0.0, reason=AbstentionReason.NO_EVIDENCE, missing=(" ".join(offered),))


class Reading(Protocol):
    """A reading of a turn, with whether it is answered."""

    @property
    def asked(self) -> Asked:
        """What it asks."""

    @property
    def answerability(self) -> Answerability:
        """Whether it is answered."""


def lacking_still(whole: Reading, own: Reading, judged: Sequence[Judged], *, lexicon: Lexicon) -> Answerability | None:
    """The refusal of a turn's own words that ask for what no statement says, though the whole reading was held for answered.

    The question before it was, and the learned judge heard that one in it. None where the turn alone isn't refused for that.
    """
    refused = own.answerability
    if refused.answerable or not refused.missing:
        return None
    profiles = [entry.profile for entry in judged]
    unsaid = all(unsaid_attribute(asked, profiles, lexicon=lexicon) is not None for asked in (whole.asked, own.asked))
    return refused if unsaid else None
