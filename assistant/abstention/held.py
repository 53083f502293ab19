"""A question and the statements nearest to it in, how surely they hold the particular that it asks for out.

A near miss names the things of the documents and asks of them what they don't say: a price, another patient, a comparison never
made. Which particulars a library holds is learned from questions written for its statements and from near misses
(``evals/train_held.py``): one hidden layer over the question's vector, and a weight for each run of letters, since a vector
blurs the one word that asks. What was learned of one library says nothing of another. So the judge is silent for another model's
vectors, and wherever one of the nearest statements is none of those that it learned from.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.steer import read_parts
from ingest.embed import Embeds, Vectors

WEIGHTS = Path(__file__).with_name("held_weights.safetensors")
NAMES = ("into", "bias", "out", "letters")
BUCKETS = 8192
# Vectors are of unit length; their parts are brought to about the size that a layer is made for.
SCALE = 8.0
_RUNS = (3, 4, 5)
_SUREST = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldWeights:
    """A trained judge: ``into`` ``(d, h)``, ``bias`` ``(h,)``, ``out`` ``(h + 1,)``, ``letters`` ``(BUCKETS,)``.

    The last of ``out`` is a bias; ``model`` is its model's checksum, ``statements`` the ids of those that it learned from.
    """

    model: str
    statements: frozenset[str]
    into: Vectors
    bias: Vectors
    out: Vectors
    letters: Vectors


def how_held(text: str, nearest: Collection[str], embedder: Embeds, *, weights: HeldWeights | None = None) -> float | None:
    """From -1 (a near miss) to 1 (held), by the question as the embedding model reads it and the ids of the nearest statements.

    None where the judge is silent.
    """
    weights = weights or read_held()
    if embedder.checksum != weights.model or not nearest or not weights.statements.issuperset(nearest):
        return None
    hidden = np.maximum(embedder.embed([text])[0] * SCALE @ weights.into + weights.bias, 0)
    places, amounts = runs_of_letters(text)
    total = float(hidden @ weights.out[:-1] + weights.out[-1]) + float(weights.letters[places] @ amounts)
    return max(-_SUREST, min(total, _SUREST)) / _SUREST


def runs_of_letters(text: str) -> tuple[NDArray[np.int64], Vectors]:
    """The buckets of a text's runs of three to five letters, each within one word, and how much each counts; of unit length."""
    counts: Counter[int] = Counter()
    for word in text.lower().split():
        edged = f" {word} "
        for length in _RUNS:
            for start in range(max(1, len(edged) - length + 1)):
                counts[crc32(edged[start : start + length].encode()) % BUCKETS] += 1
    places = np.fromiter(counts, dtype=np.int64)
    amounts = 1 + np.log(np.fromiter(counts.values(), dtype=np.float32))
    return places, (amounts / (np.linalg.norm(amounts) or 1.0)).astype(np.float32)


@lru_cache(maxsize=1)
def read_held(path: Path = WEIGHTS) -> HeldWeights:
    """The weights in a file; the shipped ones.

    Raises:
        ModelNotFoundError: they are missing or damaged.
    """
    about, parts = read_parts(path, NAMES)
    return HeldWeights(model=about["model"], statements=frozenset(json.loads(about["statements"])), **parts)
