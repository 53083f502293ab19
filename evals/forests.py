"""A forest that scikit-learn grew → the parts that ``assistant/retrieval/forest.py`` reads, and its file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file
from sklearn.ensemble import ExtraTreesClassifier

from assistant.retrieval.forest import PARTS, Forest
from assistant.retrieval.steer import checksum


def as_forest(trees: ExtraTreesClassifier, names: Sequence[str], *, answers: Sequence[object], model: str = "") -> Forest:
    """The trees over the signals ``names``; ``answers`` are the classes whose shares are kept, in this order."""
    parts: dict[str, list[np.ndarray]] = {name: [] for name in PARTS if name != "roots"}
    columns = [list(trees.classes_).index(answer) for answer in answers]
    for one in trees.estimators_:
        tree = one.tree_
        shares = tree.value[:, 0, :] / tree.value[:, 0, :].sum(axis=1, keepdims=True)
        parts["signal"].append(np.maximum(tree.feature, 0))
        parts["bound"].append(tree.threshold)
        parts["below"].append(tree.children_left)
        parts["above"].append(tree.children_right)
        parts["shares"].append(shares[:, columns])
    joined = {name: np.concatenate(part).astype(np.float32) for name, part in parts.items()}
    roots = np.array([one.tree_.node_count for one in trees.estimators_], dtype=np.float32)
    return Forest(names=tuple(names), roots=roots, model=model, **joined)


def silent(*, answers: int) -> Forest:
    """What stands in for a forest before one was grown: a single leaf that says nothing."""
    leaf, nothing = np.array([-1.0], dtype=np.float32), np.zeros(1, dtype=np.float32)
    shares = np.zeros((1, answers), dtype=np.float32)
    one = np.ones(1, dtype=np.float32)
    return Forest(names=(), signal=nothing, bound=nothing, below=leaf, above=leaf, shares=shares, roots=one)


def write_forest(path: Path, forest: Forest) -> None:
    """The forest in half precision, with the names of its signals, its model's and its own checksum."""
    parts = {name: np.ascontiguousarray(getattr(forest, name), dtype=np.float16) for name in PARTS}
    about = {"names": json.dumps(list(forest.names)), "model": forest.model, "sha256": checksum(parts, PARTS)}
    save_file(parts, path, metadata=about)
