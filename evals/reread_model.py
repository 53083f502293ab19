"""The gate's second reader while it learns: the bundled model in torch, its head, and the file of weights that is shipped."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import save_file
from torch import Tensor, nn
from torch.nn.utils import clip_grad_norm_
from transformers import AutoModel, AutoTokenizer

from assistant.reread.moved import STEP, MovedWeights
from assistant.reread.open_reasons import CODES, OpenReason
from assistant.retrieval.steer import checksum
from ingest.model_folder import bundled_folder

HIDDEN = 192
_DROPPED = 0.1
_HEAD_RATE, _DECAY = 10.0, 0.01
_MOST = 127
_AT_FIRST = -2.0
DECIMALS = torch.bfloat16


Lesson = TypeVar("Lesson")


class Moved(nn.Module):
    """The bundled model, its vectors of words held, with a head that looks at so many ``vectors`` and tells so many ``kinds``."""

    def __init__(self, *, vectors: int, kinds: int) -> None:
        """The head has learned nothing."""
        super().__init__()
        self.bert = AutoModel.from_pretrained(bundled_folder(), attn_implementation="sdpa")
        self.bert.embeddings.requires_grad_(requires_grad=False)
        self.wide = nn.Linear(vectors * self.bert.config.hidden_size, HIDDEN)
        self.out = nn.Linear(HIDDEN, kinds)
        self.drop = nn.Dropout(_DROPPED)

    def told(self, seen: Tensor) -> Tensor:
        """``(…, vectors * d)`` → ``(…, kinds)``."""
        odds: Tensor = self.out(nn.functional.gelu(self.wide(self.drop(seen)))).float()
        return odds

    def move_layers(self, weights: MovedWeights) -> None:
        """Moves the bundled model's layers; the head stays as it is."""
        state = self.bert.state_dict()
        state.update({name: state[name] + torch.from_numpy(moved) for name, moved in weights.moved.items()})
        self.bert.load_state_dict(state)


class Read(NamedTuple):
    """A pair of texts in tokens: ids, of which text each is, and for each reason its kind and its tokens."""

    ids: list[int]
    types: list[int]
    reasons: list[tuple[int, list[int]]]


class Reader(Moved):
    """The log odds of each kind of reason at each token of two texts read together."""

    def __init__(self) -> None:
        """The bundled model with a head that has learned nothing."""
        super().__init__(vectors=2, kinds=len(CODES))
        nn.init.constant_(self.out.bias, _AT_FIRST)

    def move(self, weights: MovedWeights) -> None:
        """Begin where a file of weights ended."""
        self.move_layers(weights)
        for layer, matrix, bias in ((self.wide, weights.wide, weights.wide_bias), (self.out, weights.out, weights.out_bias)):
            layer.load_state_dict({"weight": torch.from_numpy(matrix.T.copy()), "bias": torch.from_numpy(bias)})

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """``(n, t)`` thrice → ``(n, t, kinds)``."""
        with torch.autocast("cpu", dtype=DECIMALS):
            hidden = self.bert(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
            claimed = (mask * types).float()[..., None]
            mean = (hidden * claimed).sum(1, keepdim=True) / claimed.sum(1, keepdim=True)
            seen = torch.cat([hidden, mean.expand_as(hidden)], -1)
            return self.told(seen)


class Tokens:
    """Reads texts into tokens as the shipped reader does."""

    def __init__(self) -> None:
        """Loads the bundled model's tokenizer."""
        self._tokenizer = AutoTokenizer.from_pretrained(bundled_folder())

    def ids(self, text: str) -> list[int]:
        """The tokens of one text, without the marks around it."""
        found: list[int] = self._tokenizer(text, add_special_tokens=False)["input_ids"]
        return found

    def read(self, cited: str, claim: str, reasons: Sequence[OpenReason], *, longest: int) -> Read:
        """Both texts, the longer one cut at the end; a reason without a token left is about the whole claim."""
        found = self._tokenizer(cited, claim, truncation="longest_first", max_length=longest, return_offsets_mapping=True)
        types, offsets = found["token_type_ids"], found["offset_mapping"]
        whole = [at for at, one in enumerate(types) if one == 1]
        rows = []
        for reason in reasons:
            spans = [(0 if span.cited else 1, span.start, span.end) for span in reason.spans]
            own = [
                at
                for at, ((start, end), one) in enumerate(zip(offsets, types, strict=True))
                if end > start and any(one == which and start < last and end > first for which, first, last in spans)
            ]
            rows.append((reason.kind, own or whole))
        return Read(found["input_ids"], types, rows)


def batch(reads: Sequence[Read]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, types and mask, ``(n, t)`` each, padded to the longest."""
    width = max(len(read.ids) for read in reads)
    ids, types, mask = (torch.zeros(len(reads), width, dtype=torch.long) for _ in range(3))
    for row, read in enumerate(reads):
        ids[row, : len(read.ids)] = torch.tensor(read.ids)
        types[row, : len(read.ids)] = torch.tensor(read.types)
        mask[row, : len(read.ids)] = 1
    return ids, types, mask


def descend(
    reader: Moved, lessons: Iterable[Lesson], loss: Callable[[Lesson], Tensor], *, total: int, rate: float, warm: int, cool: float
) -> None:
    """Teaches ``total`` lessons; the rate rises for the ``warm`` first, then falls to ``cool`` of itself."""
    moved = [{"params": [part for part in reader.bert.parameters() if part.requires_grad], "lr": rate}]
    head = {"params": [*reader.wide.parameters(), *reader.out.parameters()], "lr": _HEAD_RATE * rate}
    optimizer = torch.optim.AdamW([*moved, head], weight_decay=_DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda at: min(1.0, (at + 1) / warm) * max(cool, 1.0 - at / total))
    begun, losses = time.monotonic(), [0.0]
    reader.train()
    for step, lesson in enumerate(lessons):
        told = loss(lesson)
        optimizer.zero_grad()
        told.backward()  # type: ignore[no-untyped-call]
        clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        losses = [*losses[-99:], told.item()]
        if step % 100 == 0:
            sys.stdout.write(f"{step} of {total}: {np.mean(losses):.3f}, {time.monotonic() - begun:.0f} s\n")
            sys.stdout.flush()


def write_weights(path: Path, reader: Moved, *, model: str) -> None:
    """By how much each weight differs from the bundled model's, in steps of a byte, and the head."""
    before = AutoModel.from_pretrained(bundled_folder()).state_dict()
    parts: dict[str, NDArray[Any]] = {}
    for name, weight in reader.bert.state_dict().items():
        change = (weight - before[name]).float().numpy()
        if not change.any() or name.startswith("pooler"):
            continue
        if change.ndim == 1:
            parts[name] = change.astype(np.float16)
            continue
        steps = np.maximum(np.abs(change).max(axis=1), 1e-12) / _MOST
        parts[name] = np.round(change / steps[:, None]).astype(np.int8)
        parts[f"{name}{STEP}"] = steps.astype(np.float32)
    for name, layer in (("wide", reader.wide), ("out", reader.out)):
        parts[name] = layer.weight.detach().numpy().T.astype(np.float16)
        parts[f"{name}_bias"] = layer.bias.detach().numpy().astype(np.float16)
    parts = {name: np.ascontiguousarray(parts[name]) for name in sorted(parts)}
    about = {"model": model, "sha256": checksum(parts, list(parts))}
    save_file(parts, path, metadata=about)
