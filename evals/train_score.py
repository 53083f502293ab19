"""``python -m evals.train_score``: fits the weights of the gate's ``score`` on pairs of claims that are no holdout."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from assistant.verify.decide import signals_of
from assistant.words.lexicon_files import lexicon_folder, load_lexicon
from evals.paraphrase_cases import OTHER_FIELDS, PARAPHRASES, SHORTHAND, Group, load_groups

ROOT = Path(__file__).parents[1]
WEIGHTS = ROOT / "assistant" / "verify" / "score_weights.json"
_FOLDS = 5
# A signal against a claim may only lower its score, a signal for it only raise it.
_FOR = frozenset(("supported", "share", "direct", "passage"))


def rows_of(groups: Iterable[Group]) -> tuple[list[dict[str, float]], list[bool], list[str]]:
    """The signals of every claim, whether it is faithful, and its group."""
    lexicon = load_lexicon(lexicon_folder(ROOT / "corpus"))
    rows: list[dict[str, float]] = []
    labels: list[bool] = []
    names: list[str] = []
    for group in groups:
        for pair in group.pairs:
            for text, faithful in ((pair.ok, True), (pair.edit, False)):
                found = signals_of(text, group.cited, lexicon=lexicon)
                if len(found) == 1:
                    rows.append(found[0])
                    labels.append(faithful)
                    names.append(group.id)
    return rows, labels, names


def main() -> None:
    """Print what cross-validation by group gives; write the weights with ``--write``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights")
    wanted = parser.parse_args()
    groups = [group for path in (PARAPHRASES, SHORTHAND, OTHER_FIELDS) for group in load_groups(path) if group.split == "dev"]
    rows, labels, names = rows_of(groups)
    signs = {name: 1.0 if name in _FOR else -1.0 for name in rows[0]}
    matrix = np.array([[row[name] for name in signs] for row in rows])
    model = LogisticRegression(C=1.0, max_iter=2000)
    held = cross_val_predict(model, matrix, labels, groups=names, cv=GroupKFold(_FOLDS), method="predict_proba")[:, 1]
    sys.stdout.write(f"{len(rows)} claims, AUC {_area(held, labels):.3f} across {_FOLDS} folds\n")
    model.fit(matrix, labels)
    fitted = dict(zip(signs, model.coef_[0], strict=True))
    weights = {name: round(float(max(0.0, value * signs[name]) * signs[name]), 3) for name, value in fitted.items()}
    sys.stdout.write(json.dumps(weights) + "\n")
    if wanted.write:
        WEIGHTS.write_text(json.dumps({"bias": round(float(model.intercept_[0]), 3), **weights}, indent=1) + "\n", "utf-8")


def _area(scores: np.ndarray, labels: list[bool]) -> float:
    positive = [score for score, label in zip(scores, labels, strict=True) if label]
    negative = [score for score, label in zip(scores, labels, strict=True) if not label]
    wins = sum((high > low) + 0.5 * (high == low) for high in positive for low in negative)
    return float(wins / (len(positive) * len(negative)))


if __name__ == "__main__":
    main()
