"""Trains the forest that tells whether documents of any field answer: ``python -m evals.train_afield``.

``evals/training/afield.jsonl`` holds questions that people wrote for six small documents each, in the ``writer``'s folder of
``evals/training/afield/``: half are answered by a statement, mostly in other words, half ask of the same things what no statement
says. Each is asked of its folder, and what is learned from are those that neither an unknown thing nor a missing figure settles.
Printed is how many of each writer's answered questions and near misses a forest of the others' would answer. The same questions
give the same forest.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.metrics import roc_auc_score

from assistant.abstention.afield import WEIGHTS
from assistant.abstention.afield_order import AfieldOrder
from assistant.abstention.afield_signals import afield_signals
from assistant.abstention.answerable import settled_by_lists, settled_by_names
from assistant.answers import Question
from assistant.pipeline import Assistant
from assistant.retrieval.retrieve import spelled_out
from assistant.settings import load_settings
from assistant.shelf import find_on
from evals.forests import as_forest, silent, write_forest
from evals.train_settled import elsewhere
from evals.training_files import TRAINING, read_lines

_TREES, _DEPTH, _FEWEST, _SHARE = 300, 14, 4, 0.1
_BARS = (0.4, 0.45, 0.48, 0.49, 0.5, 0.52, 0.55)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A written question as the forest sees it; no signals where the rules have settled it."""

    signals: dict[str, float] | None
    answered: bool
    writer: str


def read_rows(assistant: Assistant, lines: Sequence[dict[str, Any]]) -> Iterator[Row]:
    """The questions of one folder, asked of its documents."""
    allowed = frozenset(source.source_id for source in assistant.sources)
    order = AfieldOrder(assistant.index.embedder)
    for line in lines:
        question = Question(text=line["question"])
        place = find_on(assistant.shelves, assistant.condense(question), audience=question.audience, allowed=allowed)
        asked, judged = place.found.asked, place.found.judged
        terms, lexicon = place.shelf.reader.terms, assistant.lexicon
        text, signals = spelled_out(asked.text, lexicon=lexicon), None
        pieces = order.near(text, judged) if judged else None
        if pieces is not None and settled_by_names(asked, judged, terms=terms, lexicon=lexicon) is None:
            ruled = settled_by_lists(asked, judged, terms=terms, lexicon=lexicon)
            odds = order.odds(text, asked, judged, terms=terms, lexicon=lexicon)
            signals = afield_signals(asked, judged, pieces=pieces, odds=odds, ruled=ruled, terms=terms, lexicon=lexicon)
        yield Row(signals=signals, answered=line["answered"], writer=line["writer"])


def grown(rows: Sequence[Row], names: Sequence[str]) -> ExtraTreesClassifier:
    """The trees over these questions."""
    trees = ExtraTreesClassifier(_TREES, max_depth=_DEPTH, min_samples_leaf=_FEWEST, max_features=_SHARE, random_state=0)
    return trees.fit(_table(rows, names), np.array([row.answered for row in rows]))


def report(rows: Sequence[Row], names: Sequence[str]) -> None:
    """Prints, for each bar, how many of all questions would be answered by what the other writers taught."""
    shares = np.zeros(len(rows))
    left = np.array([row.signals is not None for row in rows])
    writers = np.array([row.writer for row in rows])
    for writer in sorted(set(writers)):
        trees = grown([row for row in rows if row.signals and row.writer != writer], names)
        own = left & (writers == writer)
        table = _table([row for row, is_own in zip(rows, own, strict=True) if is_own], names)
        shares[own] = trees.predict_proba(table)[:, list(trees.classes_).index(True)]
    answered = np.array([row.answered for row in rows])
    sys.stdout.write(f"area under the curve {roc_auc_score(answered, shares):.3f}\n")
    for bar in _BARS:
        passed = shares >= bar
        sys.stdout.write(
            f"from {bar}: {passed[answered].mean():.1%} of {answered.sum()} answered questions, "
            f"{passed[~answered].mean():.1%} of {(~answered).sum()} near misses\n"
        )


def _table(rows: Sequence[Row], names: Sequence[str]) -> np.ndarray:
    return np.array([[(row.signals or {}).get(name, 0.0) for name in names] for row in rows], dtype=np.float32)


def main() -> None:
    """Train, print, and write the forest."""
    if not WEIGHTS.exists():
        write_forest(WEIGHTS, silent(answers=1))
    settings = load_settings()
    lines, model = read_lines("afield"), ""
    rows: list[Row] = []
    for writer in sorted({line["writer"] for line in lines}):
        with TemporaryDirectory(prefix="vouch-afield-") as target:
            assistant = elsewhere(TRAINING / "afield" / writer, Path(target) / "index", settings)
            model = assistant.index.embedder.checksum
            rows += read_rows(assistant, [line for line in lines if line["writer"] == writer])
    names = sorted({name for row in rows for name in row.signals or {}})
    report(rows, names)
    trees = grown([row for row in rows if row.signals], names)
    write_forest(WEIGHTS, as_forest(trees, names, answers=(True,), model=model))


if __name__ == "__main__":
    main()
