"""A second ear for emergencies: what the words of triage don't know, by the meaning of the whole message and of its sentences.

A kernel machine over the message's embedding and marks of how it is told: it weighs how near a message is to each of the ones
that it learned from; a line over its words (``alarm_words.py``) is added. What happens is often told in one sentence among
others that ask for something else, so each sentence is heard by itself as well, and must sound surer. The weights belong to
one embedding model and are refused with any other; ``evals/train_alarm.py`` makes them. It goes by the side of the words,
and is asked about what they hear as well: words of danger in a message that sounds nothing like it (a neighbour's, long ago;
a film; a case in a book) call nobody. The model knows English, so a Spanish message is heard word for word in English.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from assistant.retrieval.steer import read_parts
from assistant.urgency.alarm_words import weigh
from assistant.urgency.asides import without_asides, without_urgent_question
from assistant.urgency.denied_symptoms import without_denied
from assistant.urgency.gloss import glossed
from assistant.urgency.late_doses import only_late_dose
from assistant.urgency.told_age import without_feverish_age
from assistant.urgency.triage_words import is_general, plain, sentences, wordings
from assistant.words.language import detect_language
from ingest.embed import Embeds, Vectors

FRAME_SCALE = 0.3
WEIGHTS = Path(__file__).with_name("alarm_weights.safetensors")
NAMES = ("near", "pull", "offset", "crisis", "word_pull", "word_rarity")
NARROW = 1.5
"""How fast what was learned from a message fades with the squared distance from it."""
# Sums above which an emergency is heard: in a message, in a message told of nobody, in one of its sentences.
_HEARD, _OF_NOBODY, _IN_PART = -0.3, 0.2, 0.8
# How much surer it must sound where only what to do about a late dose is asked, or how long somebody has; and where such an
# outlook or a denied wish to die stands beside words that sound calm by themselves.
_HARMLESS, _BESIDE_CALM = 1.5, 1.0
_CALM_BESIDE = -0.3
# How far below its line a message is to sound before it is taken for calm against the words of triage.
_CALM = -1.1
_WORDS_SHARE = 0.3
_FEW_WORDS = 4
_MARKS = ("past", "supposed", "about", "acute", "help", "general", "person")
# What the whole message says of each of its sentences: that it is a story, of an animal, over, hearsay, a figure of speech, work.
_ASIDE = ("story", "animal", "over", "hearsay", "figurative", "at_work")


@dataclass(frozen=True, kw_only=True)
class Weights:
    """A trained alarm: ``near`` ``(n, f)`` learned messages, the ``pull`` ``(n,)`` of each, ``offset`` ``(1,)``.

    ``crisis`` ``(f + 1,)`` tells suicidal words from other emergencies, the intercept last. ``word_pull`` and ``word_rarity``
    are of the words (``alarm_words.weigh``). ``model`` is the embedding model's checksum.
    """

    model: str
    near: Vectors
    pull: Vectors
    offset: Vectors
    crisis: Vectors
    word_pull: Vectors
    word_rarity: Vectors

    @cached_property
    def lengths(self) -> Vectors:
        """``(n,)``: the squared length of each of ``near``."""
        found: Vectors = np.einsum("ij,ij->i", self.near, self.near, dtype=np.float32)
        return found


def frame_marks(text: str, *, whole: str = "") -> tuple[float, ...]:
    """How a message is told, as marks of 0 or 1: asked in general, partly so, past, supposed, about, acute, and so on.

    Of a sentence the ``whole`` message says as well whether it is a story, over, or hearsay.
    """
    book = wordings()
    message, around = plain(text, book), plain(whole or text, book)
    asked = [is_general(sentence, book.frame) for sentence in sentences(message)]
    wholly = bool(asked) and all(asked) and not book.frame["person"].search(message)
    told = (float(bool(book.frame[mark].search(message))) for mark in _MARKS)
    aside = (float(bool(book.frame[mark].search(around))) for mark in _ASIDE)
    return (float(wholly), float(any(asked)), *told, *aside)


def listened(text: str) -> str:
    """The message as the embedding model hears it: in English, no age that sounds like a fever, nothing said in passing."""
    text = without_urgent_question(without_denied(text))
    return without_feverish_age(glossed(text) if detect_language(text) == "es" else text)


def all_listened(text: str) -> list[str]:
    """The message and each of its ``parts``, as the embedding model hears them."""
    return [listened(one) for one in (text, *parts(text))]


def parts(text: str) -> list[str]:
    """The sentences of a message of several, to be heard one by one; what ends in a colon ("Me:") opens the one behind it."""
    found: list[str] = []
    for sentence in (one.strip() for one in sentences(without_urgent_question(without_denied(text)))):
        if found and found[-1].endswith(":"):
            found[-1] = f"{found[-1]} {sentence}"
        else:
            found.append(sentence)
    return found if len(found) > 1 else []


def features(texts: Sequence[str], vectors: Vectors, *, whole: str = "") -> np.ndarray:
    """(n, f) float64: embedding and marks of the frame; ``whole`` is the message whose sentences ``texts`` are."""
    marks = FRAME_SCALE * np.array([frame_marks(text, whole=whole) for text in texts])
    return np.hstack([np.asarray(vectors, dtype=np.float64), marks])


def read_alarm(path: Path = WEIGHTS) -> Weights:
    """The weights in a file; the shipped ones.

    Raises:
        ModelNotFoundError: they are missing or damaged.
    """
    about, arrays = read_parts(path, NAMES)
    return Weights(model=about["model"], **arrays)


class Alarm:
    """Hears what a message sounds like."""

    def __init__(self, embedder: Embeds, weights: Weights) -> None:
        """``weights`` are those trained with the ``embedder``."""
        self._embedder, self._weights = embedder, weights

    def __call__(self, text: str) -> str | None:
        """The kind of emergency that a message sounds like ("emergency" or "suicide"), or None."""
        surer, rows = self._hear(text)
        if surer <= 0:
            return None
        crisis = self._weights.crisis
        return "suicide" if rows @ crisis[:-1] + crisis[-1] >= 0 and _despairs(text) else "emergency"

    def sounds(self, text: str) -> float:
        """By how much a message sounds more urgent than where an emergency is heard; below 0 if it sounds less."""
        return self._hear(text)[0]

    def is_calm(self, text: str) -> bool:
        """A message so far from all that was learned that words of danger in it tell of none."""
        return self.sounds(text) < _CALM

    def _hear(self, text: str) -> tuple[float, np.ndarray]:
        """By how much the message, or the sentence of it that sounds worst, is above its line; the features of that one."""
        said = all_listened(text)
        vectors = self._embedder.embed(said)
        whole = features([text], vectors[:1])
        surer = self._surer(text)
        above = float(sums(whole, said[:1], self._weights)[0]) - (_OF_NOBODY if _of_nobody(text) else _HEARD) - surer
        if above > 0 or not said[1:]:
            return above, whole[0]
        rows = features(parts(text), vectors[1:], whole=text)
        alone = sums(rows, said[1:], self._weights) - _IN_PART - surer
        worst = int(np.argmax(alone))
        return (float(alone[worst]), rows[worst]) if alone[worst] > above else (above, whole[0])

    def _surer(self, text: str) -> float:
        """How much surer than elsewhere it must sound."""
        left = without_asides(text)
        if not left or only_late_dose(text):
            return _HARMLESS
        return _BESIDE_CALM if left != text and self.sounds(left) < _CALM_BESIDE else 0.0


def load_alarm(embedder: Embeds, *, weights: Weights | None = None) -> Alarm | None:
    """The alarm, or None where the embedder isn't the model that the weights were trained with."""
    trained = weights or read_alarm()
    return Alarm(embedder, trained) if embedder.checksum == trained.model else None


def sums(rows: np.ndarray, said: Sequence[str], weights: Weights) -> np.ndarray:
    """``(n,)``: how much of an emergency each row of features, and what is ``said`` there, sounds."""
    asked = rows.astype(np.float32)
    apart = (asked**2).sum(axis=1)[:, None] + weights.lengths[None, :] - 2 * asked @ weights.near.T
    total: np.ndarray = np.exp(-NARROW * np.maximum(apart, 0)) @ weights.pull + weights.offset[0]
    return total + _WORDS_SHARE * weigh(said, pull=weights.word_pull, rarity=weights.word_rarity)


def _despairs(text: str) -> bool:
    """Whether some word is of dying, of harm to oneself or of despair: the embedding hears such where a message is only sad."""
    book = wordings()
    return book.frame["despair"].search(plain(text, book)) is not None


def _of_nobody(text: str) -> bool:
    """A question, or a few words, without a person or a call for help: they must sound surer."""
    book = wordings()
    message, frame = plain(text, book), book.frame
    if frame["person"].search(message):
        return False
    if frame["desk"].search(message) and not frame["acute"].search(message):
        return True
    if frame["help"].search(message):
        return False
    asked = text.strip().endswith("?") or all(is_general(sentence, frame) for sentence in sentences(message))
    return asked or (len(message.split()) <= _FEW_WORDS and not frame["acute"].search(message))
