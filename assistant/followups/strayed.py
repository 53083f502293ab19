"""A turn of a conversation with what was found for it in, whether it has left what the documents answer out.

Whoever chats also asks for the time, or for a price that no document gives, in words so few that the conversation lends them a
subject: "tacos or pizza?" is then read into the question before. What tells such a turn is how far its own words are from
the documents, the question before and anything that questions ask, and how little its readings find; a logistic model
weighs these signals and the turn's vector. ``evals/train_strayed.py`` makes the weights, from chats whose last turn is
answered, or asks for what the documents don't say, or is about something else altogether. They belong to one embedding model.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from assistant.abstention.answerable import Answerability
from assistant.abstention.answerable_signals import TOP
from assistant.question.asked import Asked
from assistant.question.focus import pattern
from assistant.retrieval.profile import Terms
from assistant.retrieval.signals import Judged, log_odds
from assistant.retrieval.steer import read_parts
from assistant.words.question_words import WORD, stem
from ingest.embed import Vectors

WEIGHTS = Path(__file__).with_name("strayed_weights.safetensors")
NAMES = ("signals", "vector", "offset")
SIGNALS = tuple(
    (
        "whole_likely whole_held whole_best alone_likely alone_held alone_dense best near_steered near near_before "
        "alien alien_share strange no_things words rewritten"
    ).split()
)
# The rows of the weights: for a turn that the documents don't answer, and one about something else; one they answer has none.
NEAR_MISS, ELSEWHERE = 0, 1
# From here down a turn is refused: cross-validated, 5 of 400 later turns of unread dialogues, all of them answered.
_ANSWERED = 0.2
_NEAREST_TO_SURE, _UNIT = 1e-3, 7.0
_MANY_ALIEN, _MANY_STRANGE, _MANY_WORDS = 3, 2, 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What one reading of a turn found: how likely it is answered, how surely held, its best relevance and best cosine."""

    likely: float
    held: float
    best: float
    dense: float


def sight_of(judged: Sequence[Judged], answerability: Answerability, held: float | None) -> Sight:
    """What a reading found, the best first, with what judges say of it."""
    return Sight(
        likely=answerability.probability,
        held=held or 0.0,
        best=max((entry.hit.relevance for entry in judged[:1]), default=0.0),
        dense=max((entry.hit.dense for entry in judged[:TOP]), default=0.0),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """A turn that may lean on its conversation.

    ``vector`` ``(d,)`` is of the turn alone as the model reads it, ``steered`` ``(d,)`` as questions are; ``nearby``
    ``(n, d)`` are those of the statements, ``before`` ``(d,)`` that of the question before. ``best`` is the relevance of
    the first statement in the conversation.
    """

    asked: Asked
    whole: Sight
    alone: Sight
    best: float
    vector: Vectors
    steered: Vectors
    before: Vectors
    nearby: Vectors
    words: int
    rewritten: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StrayedWeights:
    """Weights of ``SIGNALS`` ``(2, f)``, of the turn's vector ``(2, d)``, and ``offset`` ``(2,)``; ``model`` is its checksum."""

    model: str
    signals: Vectors
    vector: Vectors
    offset: Vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Strayed:
    """How likely a turn is answered; and whether, if it isn't, it is about something else altogether."""

    answered: float
    elsewhere: bool

    @property
    def is_so(self) -> bool:
        """Whether the turn has left what the documents answer."""
        return self.answered < _ANSWERED


def how_strayed(signals: Mapping[str, float], vector: Vectors, weights: StrayedWeights) -> Strayed:
    """Where a turn stands by its signals and its vector."""
    row = np.array([signals[name] for name in SIGNALS])
    total = weights.signals @ row + weights.vector @ vector + weights.offset
    odds = np.exp(np.clip(total, -30.0, 30.0))
    return Strayed(answered=float(1 / (1 + odds.sum())), elsewhere=bool(odds[ELSEWHERE] > odds[NEAR_MISS]))


def strayed_signals(leaning: Leaning, *, terms: Terms, is_everyday: Callable[[str], bool]) -> dict[str, float]:
    """The signals of a turn, about -1 to 1 each."""
    asked = leaning.asked
    alien = len(alien_words(asked, terms=terms, is_everyday=is_everyday))
    named = len(asked.concepts) + len(asked.population)
    return {
        "whole_likely": leaning.whole.likely,
        "whole_held": leaning.whole.held,
        "whole_best": _odds(leaning.whole.best),
        "alone_likely": leaning.alone.likely,
        "alone_held": leaning.alone.held,
        "alone_dense": leaning.alone.dense,
        "best": _odds(leaning.best),
        "near_steered": float((leaning.nearby @ leaning.steered).max()),
        "near": float((leaning.nearby @ leaning.vector).max()),
        "near_before": float(leaning.vector @ leaning.before),
        "alien": min(alien, _MANY_ALIEN) / _MANY_ALIEN,
        "alien_share": alien / max(len(asked.words) + named, 1),
        "strange": min(len(asked.strange), _MANY_STRANGE) / _MANY_STRANGE,
        "no_things": float(not named),
        "words": min(leaning.words, _MANY_WORDS) / _MANY_WORDS,
        "rewritten": float(leaning.rewritten),
    }


def _odds(share: float) -> float:
    return log_odds(share, nearest=_NEAREST_TO_SURE) / _UNIT


def alien_words(asked: Asked, *, terms: Terms, is_everyday: Callable[[str], bool]) -> tuple[str, ...]:
    """The stems of a question that the documents have neither, nor a word of like meaning.

    Not slips of the pen, nor words for what is asked of a thing ("brand"), which every talk has.
    """
    unspoken = [word for word in asked.words if not terms.speaks_of(word, asked.language)]
    typed = {stem(word.lower()): word.lower() for word in reversed(WORD.findall(asked.text))}
    strange = {stem(word.lower()) for word in asked.strange}
    attributes = pattern("attributes")

    def is_own(word: str) -> bool:
        forms = (word, typed.get(word, word))
        return not any(map(attributes.fullmatch, forms)) and (word in strange or any(map(is_everyday, forms)))

    return tuple(word for word in unspoken if is_own(word))


@lru_cache(maxsize=1)
def read_strayed(path: Path = WEIGHTS) -> StrayedWeights:
    """The weights in a file; the shipped ones.

    Raises:
        ModelNotFoundError: they are missing or damaged.
    """
    about, parts = read_parts(path, NAMES)
    return StrayedWeights(model=about["model"], **parts)
