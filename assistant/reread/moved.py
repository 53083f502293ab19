"""A file of weights in, the bundled model with its layers moved by them, and the head that they add, out."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.steer import read_parts
from ingest.embed import Vectors
from ingest.model_folder import bundled_folder
from ingest.packed import PackedBert

HEAD = ("wide", "wide_bias", "out", "out_bias")
STEP = "/step"
"""The ending of the ``(rows,)`` sizes of a step: a matrix of moves is kept in whole steps of each row's own size, a byte each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedWeights:
    """How far the model's weights move, by name, and the head: ``wide`` ``(k d, h)``, ``out`` ``(h, kinds)`` and their biases.

    ``k`` is how many vectors the head looks at.
    """

    model: str
    moved: Mapping[str, Vectors]
    wide: Vectors
    wide_bias: Vectors
    out: Vectors
    out_bias: Vectors

    def told(self, seen: NDArray[np.float32]) -> NDArray[np.float32]:
        """``(n, k d)`` → ``(n, kinds)``: what the head says."""
        found: NDArray[np.float32] = _gelu(seen @ self.wide + self.wide_bias) @ self.out + self.out_bias
        return found


class MovedModel:
    """The bundled model in ``folder``, moved by the weights in a file; loaded when it is first asked for. Safe for threads."""

    def __init__(self, folder: Path | None, weights: Path) -> None:
        """Nothing is read yet."""
        self._folder = folder
        self._path = weights
        self._lock = threading.Lock()
        self._model: tuple[PackedBert, MovedWeights] | None = None

    @property
    def loaded(self) -> tuple[PackedBert, MovedWeights]:
        """The model and its head.

        Raises:
            ModelNotFoundError: the weights are missing or damaged.
        """
        with self._lock:
            if self._model is None:
                weights = read_moved(self._path)
                self._model = PackedBert(self._folder or bundled_folder(), moved=weights.moved), weights
            return self._model


def read_moved(path: Path) -> MovedWeights:
    """The weights in a file.

    Raises:
        ModelNotFoundError: they are missing or damaged.
    """
    about, parts = read_parts(path)
    head = {name: parts.pop(name) for name in HEAD}
    steps = {name.removesuffix(STEP): parts.pop(name) for name in tuple(parts) if name.endswith(STEP)}
    moved = {name: part * steps[name][:, None] if name in steps else part for name, part in parts.items()}
    return MovedWeights(model=about["model"], moved=moved, **head)


def _gelu(values: NDArray[np.float32]) -> NDArray[np.float32]:
    import torch

    found: NDArray[np.float32] = torch.nn.functional.gelu(torch.from_numpy(values)).numpy()
    return found
