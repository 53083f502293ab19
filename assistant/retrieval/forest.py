"""Signals in, how much of a forest of small trees says each answer out. Pure but for the file that it is read from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from assistant.retrieval.steer import read_parts
from ingest.embed import Vectors

PARTS = ("signal", "bound", "below", "above", "shares", "roots")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forest:
    """Trees whose nodes stand one after another, ``(n,)`` each.

    A node asks whether ``signal`` (its place in ``names``) is at most ``bound``, and leads to the node ``below`` or ``above``,
    counted from its tree's root; a leaf leads nowhere (-1) and holds the ``shares`` ``(n, c)`` of the answers. ``roots`` ``(t,)``
    are how many nodes each tree has; ``model`` is the checksum of the embedding model whose signals it learned from, "" for any.
    """

    names: tuple[str, ...]
    signal: Vectors
    bound: Vectors
    below: Vectors
    above: Vectors
    shares: Vectors
    roots: Vectors
    model: str = ""

    def weigh(self, signals: Mapping[str, float]) -> tuple[float, ...]:
        """How much of the forest says each answer, in the order of the columns of ``shares``; a missing signal counts 0."""
        values = np.array([signals.get(name, 0.0) for name in self.names], dtype=np.float32)
        starts = np.concatenate([[0], np.cumsum(self.roots)[:-1]]).astype(np.int64)
        at = starts
        while (inner := self.below[at] >= 0).any():
            lower = values[self.signal[at].astype(np.int64)] <= self.bound[at]
            next_ones = np.where(lower, self.below[at], self.above[at]).astype(np.int64)
            at = np.where(inner, starts + next_ones, at)
        return tuple(float(share) for share in self.shares[at].mean(axis=0))


@lru_cache(maxsize=4)
def read_forest(path: Path) -> Forest:
    """The forest in a file.

    Raises:
        ModelNotFoundError: it is missing or damaged.
    """
    about, parts = read_parts(path, PARTS)
    return Forest(names=tuple(json.loads(about["names"])), model=about.get("model", ""), **parts)
