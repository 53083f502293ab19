"""Cited words, a claim and the reasons against it in, how surely each reason stands out.

The bundled model reads both texts together, each word looking at all of both, with its layers moved a little by training on
claims that people wrote for each statement, right and wrong ones, and on right ones made wrong (``evals/train_reread.py``). It
isn't asked whether the claim is true, which so small a model tells badly, but whether the words that a rule stumbled over are
amiss, which it tells well: it looks at these words' vectors alone.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.reread.open_reasons import OpenReason
from assistant.retrieval.steer import read_parts
from ingest.embed import Vectors
from ingest.model_folder import bundled_folder
from ingest.packed import PackedBert, PairRead

WEIGHTS = Path(__file__).with_name("reread_weights.safetensors")
LONGEST = 160
"""Tokens of the cited words and the claim together; of longer texts the model learned nothing."""
HEAD = ("wide", "wide_bias", "out", "out_bias")
STEP = "/step"
"""The ending of the ``(rows,)`` sizes of a step: a matrix of moves is kept in whole steps of each row's own size, a byte each."""


class Asked(NamedTuple):
    """A claim with what it cites (``as_read``) and the reasons against it."""

    cited: str
    claim: str
    reasons: tuple[OpenReason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RereadWeights:
    """How far the model's weights move, by name, and the head: ``wide`` ``(2 d, h)``, ``out`` ``(h, kinds)`` and their biases."""

    model: str
    moved: Mapping[str, Vectors]
    wide: Vectors
    wide_bias: Vectors
    out: Vectors
    out_bias: Vectors


class SecondReader:
    """The model is loaded with the first question. Safe to use from several threads."""

    def __init__(self, folder: Path | None = None, *, weights: Path = WEIGHTS) -> None:
        """``folder`` holds the bundled model."""
        self._folder = folder
        self._path = weights
        self._lock = threading.Lock()
        self._model: tuple[PackedBert, RereadWeights] | None = None

    @property
    def _loaded(self) -> tuple[PackedBert, RereadWeights]:
        with self._lock:
            if self._model is None:
                weights = read_reread(self._path)
                self._model = PackedBert(self._folder or bundled_folder(), moved=weights.moved), weights
            return self._model

    def odds(self, asked: Sequence[Asked]) -> list[tuple[float, ...] | None]:
        """For each claim the log odds that each of its reasons stands; None where the texts are longer than what was learned."""
        model, weights = self._loaded
        reads = model.encode_pairs([(one.cited, one.claim) for one in asked], longest=LONGEST)
        return [None if read is None else _odds(read, one.reasons, weights) for read, one in zip(reads, asked, strict=True)]


@lru_cache(maxsize=1)
def open_second_reader() -> SecondReader:
    """The one of this process: what it holds is large, and all ways through the gate share it."""
    return SecondReader()


def read_reread(path: Path = WEIGHTS) -> RereadWeights:
    """The weights in a file; the shipped ones.

    Raises:
        ModelNotFoundError: they are missing or damaged.
    """
    about, parts = read_parts(path)
    head = {name: parts.pop(name) for name in HEAD}
    steps = {name.removesuffix(STEP): parts.pop(name) for name in tuple(parts) if name.endswith(STEP)}
    moved = {name: part * steps[name][:, None] if name in steps else part for name, part in parts.items()}
    return RereadWeights(model=about["model"], moved=moved, **head)


def _odds(read: PairRead, reasons: Sequence[OpenReason], weights: RereadWeights) -> tuple[float, ...]:
    """A reason stands as surely as the worst of its tokens says."""
    claimed = read.types == 1
    mean = read.vectors[claimed].mean(axis=0)
    rows = [_rows(read, reason) for reason in reasons]
    wanted = np.unique(np.concatenate(rows))
    seen = np.concatenate([read.vectors[wanted], np.broadcast_to(mean, (len(wanted), mean.shape[0]))], axis=1)
    told = _gelu(seen @ weights.wide + weights.wide_bias) @ weights.out + weights.out_bias
    at = {int(row): place for place, row in enumerate(wanted)}
    return tuple(max(float(told[at[int(row)], reason.kind]) for row in own) for own, reason in zip(rows, reasons, strict=True))


def _rows(read: PairRead, reason: OpenReason) -> NDArray[np.int64]:
    """The tokens that a reason is about; all of the claim's if there are none."""
    starts, ends = read.offsets[:, 0], read.offsets[:, 1]
    on = np.zeros(len(read.types), dtype=bool)
    for span in reason.spans:
        on |= (read.types == (0 if span.cited else 1)) & (ends > starts) & (starts < span.end) & (ends > span.start)
    return np.flatnonzero(on if on.any() else read.types == 1)


def _gelu(values: NDArray[np.float32]) -> NDArray[np.float32]:
    import torch

    found: NDArray[np.float32] = torch.nn.functional.gelu(torch.from_numpy(values)).numpy()
    return found
