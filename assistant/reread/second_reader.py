"""Cited words, a claim and the reasons against it in, how surely each reason stands out.

The bundled model reads both texts together, each word looking at all of both, with its layers moved a little by training on
claims that people wrote for each statement, right and wrong ones, and on right ones made wrong (``evals/train_reread.py``). It
isn't asked whether the claim is true, which so small a model tells badly, but whether the words that a rule stumbled over are
amiss, which it tells well: it looks at these words' vectors alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.reread.moved import MovedModel, MovedWeights
from assistant.reread.open_reasons import OpenReason
from ingest.packed import PairRead

WEIGHTS = Path(__file__).with_name("reread_weights.safetensors")
LONGEST = 160
"""Tokens of the cited words and the claim together; of longer texts the model learned nothing."""


class Asked(NamedTuple):
    """A claim with what it cites (``as_read``) and the reasons against it."""

    cited: str
    claim: str
    reasons: tuple[OpenReason, ...]


class SecondReader:
    """The model is loaded with the first question. Safe to use from several threads."""

    def __init__(self, folder: Path | None = None, *, weights: Path = WEIGHTS) -> None:
        """``folder`` holds the bundled model."""
        self._model = MovedModel(folder, weights)

    def odds(self, asked: Sequence[Asked]) -> list[tuple[float, ...] | None]:
        """For each claim the log odds that each of its reasons stands; None where the texts are longer than what was learned."""
        model, weights = self._model.loaded
        reads = model.encode_pairs([(one.cited, one.claim) for one in asked], longest=LONGEST)
        return [None if read is None else _odds(read, one.reasons, weights) for read, one in zip(reads, asked, strict=True)]


@lru_cache(maxsize=1)
def open_second_reader() -> SecondReader:
    """The one of this process: what it holds is large, and all ways through the gate share it."""
    return SecondReader()


def _odds(read: PairRead, reasons: Sequence[OpenReason], weights: MovedWeights) -> tuple[float, ...]:
    """A reason stands as surely as the worst of its tokens says."""
    claimed = read.types == 1
    mean = read.vectors[claimed].mean(axis=0)
    rows = [_rows(read, reason) for reason in reasons]
    wanted = np.unique(np.concatenate(rows))
    seen = np.concatenate([read.vectors[wanted], np.broadcast_to(mean, (len(wanted), mean.shape[0]))], axis=1)
    told = weights.told(seen)
    at = {int(row): place for place, row in enumerate(wanted)}
    return tuple(max(float(told[at[int(row)], reason.kind]) for row in own) for own, reason in zip(rows, reasons, strict=True))


def _rows(read: PairRead, reason: OpenReason) -> NDArray[np.int64]:
    """The tokens that a reason is about; all of the claim's if there are none."""
    starts, ends = read.offsets[:, 0], read.offsets[:, 1]
    on = np.zeros(len(read.types), dtype=bool)
    for span in reason.spans:
        on |= (read.types == (0 if span.cited else 1)) & (ends > starts) & (starts < span.end) & (ends > span.start)
    return np.flatnonzero(on if on.any() else read.types == 1)
