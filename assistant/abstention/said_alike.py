"""Statements of a folder in, the ones that the learned judges know and that say the same out.

What the judges of near misses learned of a library (``held.py``, ``recalled.py``) holds for what it says, in whatever words. A
page as it was saved says what its digest says: there the judges may speak, as of the digest. Of any other document of the field
they know nothing. So a statement stands for a learned one only if its vector is next to that one's; and the learned statements
nearest to a question must all be said in the folder, or what the judges know to be held might not be in it.
``evals/train_held.py`` makes the file.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from assistant.retrieval.steer import read_parts
from ingest.embed import Vectors

WEIGHTS = Path(__file__).with_name("said_weights.safetensors")
NAMES = ("vectors",)
# Of the statements nearest to a question the mean must be as alike, and the first by itself: where one that nobody learned of
# answers, it is first. Over pages as they were saved 96 of 100 questions are judged so, over a hospital's own guide to the same
# field none: there the mean stays below 0.77 and below 0.73 for what the judges know. One that was cut otherwise silences no one.
ALIKE, FIRST, SAID = 0.83, 0.8, 0.8
NEAREST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedStatements:
    """The learned statements' ids, each behind its language ("en:…"), and their vectors ``(n, d)`` in the same order.

    ``model`` is the embedding model's checksum.
    """

    model: str
    statements: tuple[str, ...]
    vectors: Vectors

    def of(self, language: str) -> tuple[tuple[str, ...], Vectors]:
        """The ids and vectors of those of a language."""
        rows = [row for row, one in enumerate(self.statements) if one.startswith(f"{language}:")]
        return tuple(self.statements[row].partition(":")[2] for row in rows), self.vectors[rows]


class SaidAlike:
    """Holds which statements of a folder say the same as learned ones."""

    def __init__(
        self, statements: Sequence[str], vectors: Vectors, *, language: str, model: str, learned: LearnedStatements | None = None
    ) -> None:
        """The ids and vectors of the folder's statements that may be such; the shipped learned ones, if none are given."""
        learned = learned or read_learned()
        self._learned, self._vectors = learned.of(language) if model == learned.model else ((), vectors[:0])
        self._rows = {statement_id: row for row, statement_id in enumerate(statements)} if self._learned else {}
        alike = vectors @ self._vectors.T
        self._nearest = alike.argmax(axis=1) if alike.size else np.zeros(0, dtype=np.int64)
        self._alike, self._said = alike.max(axis=1, initial=0.0), alike.max(axis=0, initial=0.0)

    def stand_for(self, nearest: Sequence[str], vector: Vectors) -> frozenset[str]:
        """The learned statements that those ``nearest`` to a question say, best first; none where others are meant.

        ``vector`` ``(d,)`` is the question's.
        """
        rows = [self._rows[one] for one in nearest if one in self._rows]
        if len(rows) < len(nearest) or not rows or self._alike[rows].mean() < ALIKE or self._alike[rows[0]] < FIRST:
            return frozenset()
        theirs = np.argsort(-(self._vectors @ vector))[:NEAREST]
        return frozenset(self._learned[one] for one in self._nearest[rows]) if self._said[theirs].mean() >= SAID else frozenset()


@lru_cache(maxsize=1)
def read_learned(path: Path = WEIGHTS) -> LearnedStatements:
    """The statements in a file; the shipped ones.

    Raises:
        ModelNotFoundError: they are missing or damaged.
    """
    about, parts = read_parts(path, NAMES)
    return LearnedStatements(model=about["model"], statements=tuple(json.loads(about["statements"])), **parts)
