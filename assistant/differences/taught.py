"""A question's vector in, how like it is to questions that people wrote for each noted difference, and to the others, out.

Few wordings tell where a point ends: a question for the dose of a drug is as like to one for its interval as two askings for the
interval are. So a question is held against written ones of which an editor said which differences they ask for, none in most
cases. What was said of one register says nothing of another's entries, nor of another model's vectors.
``evals/train_noted.py`` makes the file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from assistant.retrieval.steer import read_parts
from ingest.embed import Vectors

WEIGHTS = Path(__file__).with_name("taught_weights.safetensors")
NAMES = ("vectors", "asks")
ASKS, MAY_ASK, ASKS_NOT = 1.0, 0.5, 0.0
# A question that is like no written one is like none of them more than the others.
_LIKE_NONE = 0.3
_FARTHEST = 0.4
_THE_SAME = 0.98


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """Written questions: ``vectors`` ``(n, d)`` of unit length, ``asks`` ``(n, m)`` of the m differences ``ids`` each asks for.

    ``model`` is the checksum of the embedding model.
    """

    model: str
    ids: tuple[str, ...]
    vectors: Vectors
    asks: Vectors

    def without(self, vector: Vectors) -> Taught:
        """Without the questions that are worded as this one: what they say of it can't be learned from them."""
        others = self.vectors @ vector < _THE_SAME
        return replace(self, vectors=self.vectors[others], asks=self.asks[others])

    def signals(self, vector: Vectors) -> dict[str, dict[str, float]]:
        """For each difference, how like the question is to one that asks for it, and how much more than to one that doesn't."""
        alike = self.vectors @ vector
        found = {}
        for column, difference_id in enumerate(self.ids):
            asks = self.asks[:, column]
            if not (asks == ASKS).any():
                continue
            nearest = float(alike[asks == ASKS].max())
            rival = float(alike[asks == ASKS_NOT].max(initial=_LIKE_NONE))
            found[difference_id] = {"taught": nearest, "taught_lead": max(-_FARTHEST, min(_FARTHEST, nearest - rival))}
        return found


@lru_cache(maxsize=1)
def read_taught(path: Path = WEIGHTS) -> Taught:
    """The questions in a file; the shipped ones.

    Raises:
        ModelNotFoundError: they are missing or damaged.
    """
    about, parts = read_parts(path, NAMES)
    return Taught(model=about["model"], ids=tuple(json.loads(about["ids"])), **parts)
