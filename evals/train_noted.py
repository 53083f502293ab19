"""Trains the weights by which a question asks for a noted difference: ``python -m evals.train_noted``.

``evals/training/differences.jsonl`` holds dev questions with the ids of the entries of the shipped register that each ``asks``
for, and of those of which one can't say (``may_ask``); it asks for no other. Logistic regression, cross-validated by question.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from assistant.answers import Audience, Question
from assistant.draft import ExtractiveDrafter
from assistant.noted import WEIGHTS
from assistant.pipeline import Assistant
from assistant.settings import load_settings
from assistant.shelf import find_on

TRAINING = Path(__file__).parent / "training" / "differences.jsonl"
_FOLDS = 5
_FREEDOM = 3.0
_FIRST, _SECOND = 0.35, 0.7


@dataclass(frozen=True, slots=True)
class Row:
    """The signals of an entry for a question, and whether the question asks for it."""

    question: int
    signals: dict[str, float]
    asks: bool


def read_rows(assistant: Assistant) -> Iterator[Row]:
    """A row for each question and entry, but for those of which one can't say."""
    positions = {one.statement_id: row for row, one in enumerate(assistant.index.statements)}
    drafter = ExtractiveDrafter(vectors=assistant.index.statement_vectors, positions=positions, lexicon=assistant.lexicon)
    allowed = frozenset(source.source_id for source in assistant.sources)
    for number, line in enumerate(TRAINING.read_text(encoding="utf-8").splitlines()):
        entry = json.loads(line)
        question = Question(text=entry["question"], audience=Audience(entry["audience"]), language=entry["language"])
        place = find_on(assistant.shelves, assistant.condense(question), audience=question.audience, allowed=allowed)
        noted = place.shelf.framer.noted
        if noted is None or not place.found.answerability.answerable:
            continue
        shown = [draft.evidence[0] for draft in drafter.draft(place.found.asked, place.found.judged)]
        for one, signals in noted.signals(place.shelf.framer.asking(place.found, shown)):
            if one.noted.difference_id not in entry["may_ask"]:
                yield Row(number, signals, one.noted.difference_id in entry["asks"])


def train(rows: Sequence[Row]) -> dict[str, float]:
    """The weights; prints how often the surest entry is one that is asked for, and how often one is shown that isn't."""
    names = list(rows[0].signals)
    table = np.array([[row.signals[name] for name in names] for row in rows])
    asks = np.array([row.asks for row in rows])
    questions = np.array([row.question for row in rows])
    sureness = np.zeros(len(rows))
    for learn, test in GroupKFold(_FOLDS).split(table, asks, questions):
        sureness[test] = _fitted(table[learn], asks[learn]).predict_proba(table[test])[:, 1]
    surest = [max(np.flatnonzero(questions == one), key=lambda row: sureness[row]) for one in np.unique(questions)]
    wanted = {one for one in np.unique(questions) if asks[questions == one].any()}
    shown = [row for row in surest if sureness[row] >= _FIRST]
    right = sum(bool(asks[row]) for row in shown)
    sys.stdout.write(f"asked for and shown {right} of {len(wanted)}; shown without being asked for {len(shown) - right}\n")
    model = _fitted(table, asks)
    weights = {name: round(float(value), 3) for name, value in zip(names, model.coef_[0], strict=True)}
    return weights | {"bias": round(float(model.intercept_[0]), 3)}


def _fitted(table: np.ndarray, asks: np.ndarray) -> Any:
    return LogisticRegression(C=_FREEDOM, max_iter=1000).fit(table, asks)


def main() -> None:
    """Train, print, and write the weights."""
    weights = train(list(read_rows(Assistant.open(load_settings()))))
    content = {"weights": weights, "first": _FIRST, "second": _SECOND}
    WEIGHTS.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{weights}\n")


if __name__ == "__main__":
    main()
