"""A BERT sentence model over packed tokens: texts of one length are computed together, so that no token is padding.

Statements are short and of many lengths: padded to the longest of a batch, a third of the work is for nothing. The arithmetic is
float32 as in sentence-transformers, whose import alone takes longer than opening an index. Models of another kind, pooling or
activation are left to sentence-transformers (``is_packable``).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ingest.linear import Linear

if TYPE_CHECKING:
    from torch import Tensor

_TOKENS = 2048
"""Tokens computed at once: enough for whole matrices, few enough for the processor's cache."""
_WORKERS = max(os.cpu_count() or 1, 1)
_MODULES = ("Transformer", "Pooling", "Normalize")


class _Run(NamedTuple):
    """Texts of one length among the packed tokens: where they start, how many they are, and their tokens each."""

    start: int
    texts: int
    length: int


class _Layer(NamedTuple):
    """The parts of a layer; queries, keys and values are computed as one. ``after_…``: weight and bias of a normalisation."""

    attention: Linear
    out: Linear
    after_attention: tuple[Tensor, Tensor]
    wide: Linear
    narrow: Linear
    after_wide: tuple[Tensor, Tensor]


class Read(NamedTuple):
    """A text as the model reads it: token ids, and the tokens' character offsets."""

    ids: list[int]
    offsets: list[tuple[int, int]]


class PairRead(NamedTuple):
    """Two texts read together: of which each of ``t`` tokens is, 0 or 1, its ``(t, 2)`` offsets there, and ``(t, d)`` vectors."""

    types: NDArray[np.int64]
    offsets: NDArray[np.int64]
    vectors: NDArray[np.float32]


def is_packable(folder: Path) -> bool:
    """Whether the model in a folder is a BERT with mean pooling and unit vectors, as this module computes it."""
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
        pooling = json.loads((folder / "1_Pooling" / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    named = tuple(str(module.get("type", "")).rsplit(".", 1)[-1] for module in modules)
    ways = [name for name, on in pooling.items() if name.startswith("pooling_mode_") and on]
    return (
        config.get("model_type") == "bert"
        and config.get("hidden_act") == "gelu"
        and config.get("position_embedding_type", "absolute") == "absolute"
        and named in {_MODULES, _MODULES[:2]}
        and ways == ["pooling_mode_mean_tokens"]
        and (folder / "model.safetensors").is_file()
        and (folder / "tokenizer.json").is_file()
    )


class PackedBert:
    """Holds the weights and the tokenizer of one model. Safe to use from several threads."""

    def __init__(self, folder: Path, *, moved: Mapping[str, NDArray[np.float32]] | None = None) -> None:
        """Read the weights; OSError, ValueError, KeyError or RuntimeError when they are no such model.

        ``moved`` is by how much training for another task moved some of them, by name.
        """
        import torch
        from safetensors.torch import load_file
        from tokenizers import Tokenizer

        # One thread a computation and several computations at once: small matrices make threads wait for each other.
        torch.set_num_threads(1)
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self.dimension: int = config["hidden_size"]
        self._heads: int = config["num_attention_heads"]
        self._epsilon: float = config["layer_norm_eps"]
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_longest(folder, config["max_position_embeddings"]))
        self._pairs = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._pairs.no_padding()
        self._pairs.no_truncation()
        weights = {name.removeprefix("bert."): one.float() for name, one in load_file(folder / "model.safetensors").items()}
        for name, change in (moved or {}).items():
            weights[name] = weights[name] + torch.from_numpy(change)
        self._words, self._positions, self._types = (
            weights[f"embeddings.{name}_embeddings.weight"] for name in ("word", "position", "token_type")
        )
        self._first = _pair(weights, "embeddings.LayerNorm")
        self._layers = [_layer(weights, f"encoder.layer.{number}") for number in range(config["num_hidden_layers"])]

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """``(n, d)`` mean token vectors in the order of ``texts``, not yet of unit length."""
        import torch

        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)

        def keep(members: list[int], runs: list[_Run], hidden: Tensor) -> None:
            ends = ((run, run.start + run.texts * run.length) for run in runs)
            means = [hidden[run.start : end].view(run.texts, run.length, -1).mean(1) for run, end in ends]
            vectors[members] = torch.cat(means).numpy()

        self._compute(texts, keep)
        return vectors

    def encode_each(self, texts: Sequence[str]) -> list[NDArray[np.float32]]:
        """The ``(t, d)`` token vectors of each text, in the order of ``texts``; the first and last stand for no characters."""
        found: list[NDArray[np.float32]] = [np.empty((0, self.dimension), dtype=np.float32)] * len(texts)

        def keep(members: list[int], runs: list[_Run], hidden: Tensor) -> None:
            rows = hidden.numpy()
            starts = (run.start + number * run.length for run in runs for number in range(run.texts))
            lengths = (run.length for run in runs for _ in range(run.texts))
            for member, start, length in zip(members, starts, lengths, strict=True):
                found[member] = rows[start : start + length]

        self._compute(texts, keep)
        return found

    def _compute(self, texts: Sequence[str], keep: Callable[[list[int], list[_Run], Tensor], None]) -> None:
        """Computes the texts in batches, on all cores; ``keep`` hears the positions of a batch, its runs and its last layer."""
        import torch

        reads = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]

        def compute(members: list[int]) -> None:
            # The mode is the thread's own.
            with torch.inference_mode():
                runs = _runs([len(reads[member]) for member in members])
                keep(members, runs, self._forward([token for member in members for token in reads[member]], runs))

        batches = list(_batches(reads))
        if len(batches) == 1 or _WORKERS == 1:
            for members in batches:
                compute(members)
        else:
            with ThreadPoolExecutor(max_workers=_WORKERS, thread_name_prefix="vouch-embed") as pool:
                list(pool.map(compute, batches))

    def encode_tokens(self, text: str) -> tuple[Read, NDArray[np.float32]]:
        """The tokens of one text, those that stand for no characters included, and ``(t, d)`` vectors, one for each."""
        import torch

        encoding = self._tokenizer.encode(text)
        with torch.inference_mode():
            hidden = self._forward(encoding.ids, [_Run(0, 1, len(encoding.ids))])
        return Read(ids=encoding.ids, offsets=encoding.offsets), hidden.numpy()

    def encode_pairs(self, pairs: Sequence[tuple[str, str]], *, longest: int) -> list[PairRead | None]:
        """The tokens of each two texts read together, each attending to both; None for a pair of more than ``longest`` tokens."""
        import torch

        reads = [self._pairs.encode(*pair) for pair in pairs]
        found: list[PairRead | None] = [None] * len(pairs)
        short = (number for number, read in enumerate(reads) if len(read.ids) <= longest)
        kept = sorted(short, key=lambda number: len(reads[number].ids))
        if not kept:
            return found
        ids, types = ([token for number in kept for token in getattr(reads[number], part)] for part in ("ids", "type_ids"))
        with torch.inference_mode():
            hidden = self._forward(ids, _runs([len(reads[number].ids) for number in kept]), types).numpy()
        start = 0
        for number in kept:
            read, end = reads[number], start + len(reads[number].ids)
            found[number] = PairRead(np.array(read.type_ids), np.array(read.offsets), hidden[start:end])
            start = end
        return found

    def _forward(self, ids: Sequence[int], runs: Sequence[_Run], types: Sequence[int] | None = None) -> Tensor:
        """``(t, d)``: the last layer of packed tokens; ``types`` says of which of two texts each is."""
        import torch
        from torch.nn import functional

        places = torch.cat([torch.arange(run.length).repeat(run.texts) for run in runs])
        kinds = self._types[0] if types is None else self._types[torch.tensor(types)]
        hidden = self._words[torch.tensor(ids)] + self._positions[places] + kinds
        hidden = functional.layer_norm(hidden, (self.dimension,), *self._first, self._epsilon)
        for layer in self._layers:
            hidden = layer.out(self._attend(layer.attention(hidden), runs)) + hidden
            hidden = functional.layer_norm(hidden, (self.dimension,), *layer.after_attention, self._epsilon)
            hidden = layer.narrow(layer.wide.through_gelu(hidden)) + hidden
            hidden = functional.layer_norm(hidden, (self.dimension,), *layer.after_wide, self._epsilon)
        return hidden

    def _attend(self, projected: Tensor, runs: Sequence[_Run]) -> Tensor:
        """Attention inside each text: ``(t, 3 d)`` queries, keys and values in, ``(t, d)`` out."""
        from torch.nn import functional

        attended = projected.new_empty((projected.shape[0], self.dimension))
        size = self.dimension // self._heads
        for start, count, length in runs:
            stop = start + count * length
            shaped = projected[start:stop].view(count, length, 3, self._heads, size)
            query, key, value = shaped.permute(2, 0, 3, 1, 4)
            found = functional.scaled_dot_product_attention(query, key, value)
            attended[start:stop] = found.transpose(1, 2).reshape(count * length, self.dimension)
        return attended


def _longest(folder: Path, most: int) -> int:
    """How many tokens of a text the model reads."""
    try:
        stated = json.loads((folder / "sentence_bert_config.json").read_text(encoding="utf-8")).get("max_seq_length")
    except (OSError, ValueError):
        stated = None
    return min(int(stated or most), most)


def _batches(reads: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Positions of texts by length, the longest first, in batches of about ``_TOKENS`` tokens."""
    members: list[int] = []
    tokens = 0
    for position in sorted(range(len(reads)), key=lambda number: -len(reads[number])):
        members.append(position)
        tokens += len(reads[position])
        if tokens >= _TOKENS:
            yield members
            members, tokens = [], 0
    if members:
        yield members


def _runs(lengths: Sequence[int]) -> list[_Run]:
    """Stretches of texts of one length, among texts ordered by length."""
    runs: list[_Run] = []
    for length in lengths:
        last = runs[-1] if runs else None
        if last and last.length == length:
            runs[-1] = last._replace(texts=last.texts + 1)
        else:
            runs.append(_Run(last.start + last.texts * last.length if last else 0, 1, length))
    return runs


def _pair(weights: dict[str, Any], name: str) -> tuple[Tensor, Tensor]:
    return weights[f"{name}.weight"], weights[f"{name}.bias"]


def _layer(weights: dict[str, Any], name: str) -> _Layer:
    import torch

    parts = [_pair(weights, f"{name}.attention.self.{part}") for part in ("query", "key", "value")]
    return _Layer(
        attention=Linear(torch.cat([weight for weight, _ in parts]), torch.cat([bias for _, bias in parts])),
        out=Linear(*_pair(weights, f"{name}.attention.output.dense")),
        after_attention=_pair(weights, f"{name}.attention.output.LayerNorm"),
        wide=Linear(*_pair(weights, f"{name}.intermediate.dense")),
        narrow=Linear(*_pair(weights, f"{name}.output.dense")),
        after_wide=_pair(weights, f"{name}.output.LayerNorm"),
    )
