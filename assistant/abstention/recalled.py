"""A question's vector in, how like it is to written questions that the documents answer, and to near misses, out.

One layer over a vector (``held.py``) tells what many near misses have in common; what a single one asks is told better by the
written questions next to it, answered or not. What was written for one library says nothing of another's, nor of another
model's vectors. ``evals/train_held.py`` makes the file.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from assistant.retrieval.late import mapped
from assistant.retrieval.steer import read_parts
from ingest.embed import Vectors

WEIGHTS = Path(__file__).with_name("recalled_weights.safetensors")
NAMES = ("basis", "vectors", "answered")
FEW = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """Written questions: ``vectors`` ``(n, k)`` of unit length after ``basis`` ``(d, k)``; ``answered`` ``(n,)`` is 1 or 0.

    ``model`` is the checksum of the embedding model, ``statements`` are the ids of those that they were written for.
    """

    model: str
    statements: frozenset[str]
    basis: Vectors
    vectors: Vectors
    answered: Vectors

    def knows(self, checksum: str, nearest: Collection[str]) -> bool:
        """Whether it speaks of this model's vectors and of all these statements."""
        return checksum == self.model and bool(nearest) and self.statements.issuperset(nearest)

    def signals(self, vector: Vectors) -> dict[str, float]:
        """How like a question's vector ``(d,)`` is to the nearest of either kind, and to the ``FEW`` nearest in the mean."""
        alike = self.vectors @ mapped(vector[None], self.basis)[0]
        found = {}
        for name, kind in (("answered", 1), ("unanswered", 0)):
            nearest = np.sort(alike[self.answered == kind])[::-1][:FEW]
            found[f"like_{name}"] = float(nearest[0]) if len(nearest) else 0.0
            found[f"like_{name}_few"] = float(nearest.mean()) if len(nearest) else 0.0
        return found


@lru_cache(maxsize=1)
def read_recalled(path: Path = WEIGHTS) -> Recalled:
    """The questions in a file; the shipped ones.

    Raises:
        ModelNotFoundError: they are missing or damaged.
    """
    about, parts = read_parts(path, NAMES)
    return Recalled(model=about["model"], statements=frozenset(json.loads(about["statements"])), **parts)
