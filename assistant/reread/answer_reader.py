"""A question and statements in, how surely each answers it out.

The bundled model reads both together, each word looking at all of both, with its layers moved by training on questions that
people wrote for small documents of many fields and for the shipped ones, each with the statements that answer it, and on near
misses (``evals/train_answer_reader.py``).
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.reread.moved import MovedModel, MovedWeights
from assistant.reread.open_reasons import under_headings
from ingest.documents import Statement
from ingest.packed import PairRead

WEIGHTS = Path(__file__).with_name("answer_reader_weights.safetensors")
LONGEST = 192
"""Tokens of the statement and the question together; of longer texts the model learned nothing."""
_REMEMBERED = 8192


class AnswerReader:
    """The model is loaded with the first question. Safe to use from several threads."""

    def __init__(self, folder: Path | None = None, *, weights: Path = WEIGHTS) -> None:
        """``folder`` holds the bundled model."""
        self._model = MovedModel(folder, weights)
        self._said: dict[tuple[str, str], float | None] = {}
        self._lock = threading.Lock()

    def odds(self, question: str, statements: Sequence[str]) -> list[float | None]:
        """The log odds that each of the statements (``statement_as_read``) answers; None for one longer than what was learned."""
        with self._lock:
            said = {text: self._said[question, text] for text in statements if (question, text) in self._said}
        if new := [text for text in dict.fromkeys(statements) if text not in said]:
            model, weights = self._model.loaded
            reads = model.encode_pairs([(text, question) for text in new], longest=LONGEST)
            said |= {text: None if read is None else _told(read, weights) for text, read in zip(new, reads, strict=True)}
            with self._lock:
                if len(self._said) + len(new) > _REMEMBERED:
                    self._said.clear()
                self._said |= {(question, text): said[text] for text in new}
        return [said[text] for text in statements]


@lru_cache(maxsize=1)
def open_answer_reader() -> AnswerReader:
    """The one of this process: what it holds is large."""
    return AnswerReader()


def statement_as_read(statement: Statement) -> str:
    """A statement under its nearest headings, behind its lead-in."""
    return under_headings(statement.text, statement.heading_path, statement.lead_in, topic=statement.topic)


def _told(read: PairRead, weights: MovedWeights) -> float:
    means: list[NDArray[np.float32]] = [read.vectors[read.types == which].mean(axis=0) for which in (1, 0)]
    return float(weights.told(np.concatenate([read.vectors[0], *means])[None])[0, 0])
