"""A question's vector in, one nearer to the statements that answer such questions out.

The bundled model was made to find texts that are alike, and a question is not like its answer. One hidden layer beside the
frozen model says which way a question's vector should move; statements keep theirs, so that an index serves whether questions
are steered or not. The weights belong to one embedding model, and any other model's vectors stay as they are.
``evals/train_encoder.py`` makes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open

from ingest.embed import Embeds, Vectors
from ingest.errors import ModelNotFoundError

WEIGHTS = Path(__file__).with_name("steer_weights.safetensors")
NAMES = ("into", "bias", "back")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A trained layer: ``into`` ``(d, h)``, ``bias`` ``(h,)``, ``back`` ``(h, d)``. ``model`` is its model's checksum."""

    model: str
    into: Vectors
    bias: Vectors
    back: Vectors


def question_vector(text: str, embedder: Embeds, *, weights: Weights | None = None) -> Vectors:
    """``(d,)``, unit length: the vector of a question, steered if the weights belong to this model."""
    vector: Vectors = embedder.embed([text])[0]
    weights = weights or read_weights()
    return steered(vector, weights) if embedder.checksum == weights.model else vector


def steered(vector: Vectors, weights: Weights) -> Vectors:
    """The vector moved by the layer, of unit length again."""
    moved = vector + np.maximum(vector @ weights.into + weights.bias, 0) @ weights.back
    unit: Vectors = moved / np.linalg.norm(moved)
    return unit


@lru_cache(maxsize=1)
def read_weights(path: Path = WEIGHTS) -> Weights:
    """The weights in a file; the shipped ones.

    Raises:
        ModelNotFoundError: they are missing or damaged.
    """
    about, parts = read_parts(path, NAMES)
    return Weights(model=about["model"], **parts)


def read_parts(path: Path, names: Sequence[str] = ()) -> tuple[dict[str, str], dict[str, Vectors]]:
    """What a file of weights says of itself, and its parts as float32, all if none is named, checked against its own checksum.

    Raises:
        ModelNotFoundError: they are missing or damaged.
    """
    damaged = f"The weights in {path.name} are missing or damaged. Reinstall with `make setup`."
    try:
        with safe_open(path, framework="numpy") as file:
            about: dict[str, str] = file.metadata() or {}
            parts = {name: file.get_tensor(name) for name in names or sorted(file.keys())}
    except (OSError, SafetensorError) as error:
        raise ModelNotFoundError(damaged) from error
    if checksum(parts, list(parts)) != about.get("sha256"):
        raise ModelNotFoundError(damaged)
    return about, {name: part.astype(np.float32) for name, part in parts.items()}


def checksum(parts: dict[str, NDArray[np.float16]], names: Sequence[str] = NAMES) -> str:
    """SHA-256 of the weights as they are stored."""
    return sha256(b"".join(np.ascontiguousarray(parts[name]).tobytes() for name in names)).hexdigest()
