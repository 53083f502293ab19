"""What training reads and writes: lines of ``training/``, and files of weights that ``retrieval/steer.py`` reads."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from safetensors.numpy import save_file

from assistant.retrieval.steer import checksum

TRAINING = Path(__file__).parent / "training"


class _OfOneModel(Protocol):
    """Weights that belong to one embedding model."""

    @property
    def model(self) -> str: ...


def read_lines(name: str) -> list[dict[str, Any]]:
    """The lines of ``training/<name>.jsonl``."""
    return [json.loads(line) for line in (TRAINING / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def read_questions() -> list[dict[str, Any]]:
    """The answered questions over the shipped documents: written for one statement, then asked of them all."""
    return [*read_lines("questions"), *read_lines("asked")]


def write_parts(path: Path, weights: _OfOneModel, names: Sequence[str], **listed: Collection[str]) -> None:
    """The named parts of ``weights`` in half precision, with their model, what is ``listed``, and their own checksum.

    An array is written row by row, however it lies in memory: safetensors writes memory as it is.
    """
    parts = {name: np.ascontiguousarray(getattr(weights, name), dtype=np.float16) for name in names}
    about = {"model": weights.model, "sha256": checksum(parts, names)}
    save_file(parts, path, metadata=about | {name: json.dumps(sorted(ids)) for name, ids in listed.items()})
