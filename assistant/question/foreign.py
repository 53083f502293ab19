"""A question in another language than the statements' in, what it asks for out: the things that it names count, not its words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from assistant.question.asked import Asked, read_question
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import WORD
from assistant.words.stems import is_technical, names_medicine

_ALIKE = 6


def read_foreign(text: str, language: str, *, lexicon: Lexicon, vocabulary: frozenset[str]) -> Asked:
    """What a standalone question in ``language`` asks for of statements whose stems are the ``vocabulary``."""
    asked = read_question(text, lexicon=lexicon, vocabulary=vocabulary, language=language)
    # Medicines, procedures and diseases are called much the same: one that these documents don't name stays unknown.
    named = (word for word in _own_words(text, language, lexicon) if names_medicine(word) or is_technical(word))
    return replace(asked, words=(), strange=tuple(word for word in named if not _is_named_like(word, vocabulary)))


def _own_words(text: str, language: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of a question beside the things that the lexicon knows."""
    asked = read_question(text, lexicon=lexicon, language=language)
    return tuple(word for word in WORD.findall(asked.sentence) if not lexicon.mentions(word))


def _is_named_like(word: str, vocabulary: Collection[str]) -> bool:
    """Whether the documents have a word that begins as this one does."""
    return any(one.startswith(word[:_ALIKE].lower()) for one in vocabulary)
