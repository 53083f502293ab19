"""A second ear for emergencies: what the words of triage don't know, by the meaning of the whole message.

Logistic regression over the message's embedding and nine marks of how it is told. The weights belong to one embedding
model and are refused with any other; ``evals/train_alarm.py`` makes them. It goes by the side of the words, never instead.
The model knows English, so a Spanish message is heard word for word in English.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.gloss import glossed
from assistant.language import detect_language
from assistant.triage_words import is_general, plain, sentences, wordings
from ingest.embed import Embeds

FRAME_SCALE = 0.3
_WEIGHTS = Path(__file__).with_name("alarm_weights.json")
# A question, or a few words, without a person or a call for help are told of nobody: they must sound surer.
_SURE = 0.95
_FEW_WORDS = 4
_MARKS = ("past", "supposed", "about", "acute", "help", "general", "person")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A trained alarm. ``urgent`` and ``crisis`` hold a weight per feature, the intercept last."""

    checksum: str
    threshold: float
    urgent: np.ndarray
    crisis: np.ndarray


def frame_marks(text: str) -> tuple[float, ...]:
    """How a message is told, as nine marks of 0 or 1: asked in general, partly so, past, supposed, about, acute, and so on."""
    book = wordings()
    message = plain(text, book)
    asked = [is_general(sentence, book.frame) for sentence in sentences(message)]
    wholly = bool(asked) and all(asked) and not book.frame["person"].search(message)
    return (float(wholly), float(any(asked)), *(float(bool(book.frame[mark].search(message))) for mark in _MARKS))


def listened(text: str) -> str:
    """The message as the embedding model hears it."""
    return glossed(text) if detect_language(text) == "es" else text


def features(texts: Sequence[str], vectors: np.ndarray) -> np.ndarray:
    """(n, d + 10) float64: embedding, marks of the frame, and a one for the intercept."""
    marks = FRAME_SCALE * np.array([frame_marks(text) for text in texts])
    return np.hstack([np.asarray(vectors, dtype=np.float64), marks, np.ones((len(texts), 1))])


def read_weights(path: Path = _WEIGHTS) -> Weights:
    """The shipped weights."""
    raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Weights(
        checksum=raw["checksum"],
        threshold=raw["threshold"],
        urgent=np.array(raw["urgent"]),
        crisis=np.array(raw["crisis"]),
    )


def load_alarm(embedder: Embeds, *, weights: Weights | None = None) -> Callable[[str], str | None] | None:
    """A function from a message to the kind of emergency that it sounds like ("emergency" or "suicide"), or None.

    None instead of a function where the embedder isn't the model that the weights were trained with.
    """
    trained = weights or read_weights()
    if embedder.checksum != trained.checksum:
        return None

    def sounds(text: str) -> str | None:
        row = features([text], embedder.embed([listened(text)]))[0]
        if probability(row, trained.urgent) < (_SURE if _of_nobody(text) else trained.threshold):
            return None
        return "suicide" if probability(row, trained.crisis) >= 0.5 else "emergency"  # noqa: PLR2004 - even odds

    return sounds


def _of_nobody(text: str) -> bool:
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


def probability(row: np.ndarray, weights: np.ndarray) -> float:
    """The logistic of a row of features."""
    return float(1.0 / (1.0 + np.exp(-float(row @ weights))))
