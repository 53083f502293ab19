"""Trains the forest by which a statement says yes or no to a question: ``python -m evals.train_settled``.

``evals/training/whether.jsonl`` holds yes/no questions that people wrote for statements, and what a careful reader answers: yes,
no, or that it depends. Those with a ``folder`` are over the documents of other fields in ``evals/training/whether/``. Each is
asked of the assistant, and what is learned from is the statement that would stand first. Printed is how often a word would be
said, and how often rightly, to each writer's questions by a forest of the others'. The same questions give the same forest.
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

from assistant.answers import Question
from assistant.drafting.draft import ExtractiveDrafter
from assistant.pipeline import Assistant
from assistant.premises.settled import WEIGHTS
from assistant.premises.settled_signals import read_settled
from assistant.settings import Settings, load_settings
from assistant.shelf import find_on
from evals.forests import as_forest, silent, write_forest
from evals.training_files import TRAINING, read_lines
from ingest.bring import build_index
from ingest.embed import load_embedder

_TREES, _DEPTH, _FEWEST, _SHARE = 150, 12, 2, 0.2
_YES, _NO, _DEPENDS = "yes", "no", "depends"
_BARS = (0.7, 0.75, 0.8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A written question as the forest sees it."""

    signals: dict[str, float]
    answer: str
    writer: str


def read_rows(assistant: Assistant, lines: Sequence[dict[str, Any]]) -> Iterator[Row]:
    """The questions that are answered with a statement first, and ask for a yes or no."""
    allowed = frozenset(source.source_id for source in assistant.sources)
    positions = {one.statement_id: row for row, one in enumerate(assistant.index.statements)}
    drafter = ExtractiveDrafter(vectors=assistant.index.statement_vectors, positions=positions, lexicon=assistant.lexicon)
    for line in lines:
        question = Question(text=line["question"])
        place = find_on(assistant.shelves, assistant.condense(question), audience=question.audience, allowed=allowed)
        found, framer = place.found, place.shelf.framer
        if not found.answerability.answerable or framer.denial(found) is not None:
            continue
        _, drafts = framer.frame(found, drafter.draft(found.asked, found.judged))
        weighed = framer.weighed(found, drafts[0].evidence[0]) if drafts else None
        if weighed is not None:
            yield Row(
                signals=read_settled(found.asked, *weighed, lexicon=assistant.lexicon),
                answer=line["answer"],
                writer=line["writer"],
            )


def elsewhere(folder: Path, target: Path, settings: Settings) -> Assistant:
    """An assistant over the documents of a folder, its index in ``target``."""
    build_index(folder, target, embedder=load_embedder(settings))
    return Assistant.open(settings.model_copy(update={"corpus": folder, "index": target}))


def grown(rows: Sequence[Row], names: Sequence[str]) -> ExtraTreesClassifier:
    """The trees over these questions."""
    trees = ExtraTreesClassifier(_TREES, max_depth=_DEPTH, min_samples_leaf=_FEWEST, max_features=_SHARE, random_state=0)
    return trees.fit(_table(rows, names), np.array([row.answer for row in rows]))


def report(rows: Sequence[Row], names: Sequence[str]) -> None:
    """Prints, for each bar, how often a word would be said to each writer's questions by what the others taught."""
    said = np.zeros((len(rows), 2))
    for writer in sorted({row.writer for row in rows}):
        own = [row for row in rows if row.writer == writer]
        trees = grown([row for row in rows if row.writer != writer], names)
        order = [list(trees.classes_).index(answer) for answer in (_YES, _NO)]
        said[[row.writer == writer for row in rows]] = trees.predict_proba(_table(own, names))[:, order]
    answers = np.array([row.answer for row in rows])
    settled = answers != _DEPENDS
    for bar in _BARS:
        word = np.where(said[:, 0] >= bar, _YES, np.where(said[:, 1] >= bar, _NO, ""))
        given, right = word != "", word == answers
        turned = given & settled & ~right
        sys.stdout.write(
            f"from {bar}: a word to {(given & settled).sum()} of {settled.sum()} questions for yes or no, {turned.sum()} of them "
            f"turned round; and to {(given & ~settled).sum()} of {(~settled).sum()} that depend\n"
        )


def _table(rows: Sequence[Row], names: Sequence[str]) -> np.ndarray:
    return np.array([[row.signals[name] for name in names] for row in rows], dtype=np.float32)


def main() -> None:
    """Train, print, and write the forest."""
    if not WEIGHTS.exists():
        write_forest(WEIGHTS, silent(answers=2))
    settings = load_settings()
    lines = read_lines("whether")
    rows = list(read_rows(Assistant.open(settings), [line for line in lines if "folder" not in line]))
    for folder in sorted({line["folder"] for line in lines if "folder" in line}):
        with TemporaryDirectory(prefix="vouch-whether-") as target:
            assistant = elsewhere(TRAINING / folder, Path(target) / "index", settings)
            rows += read_rows(assistant, [line for line in lines if line.get("folder") == folder])
    names = sorted(rows[0].signals)
    sys.stdout.write(f"{len(rows)} of {len(lines)} questions are answered, and ask for a yes or no\n")
    report(rows, names)
    write_forest(WEIGHTS, as_forest(grown(rows, names), names, answers=(_YES, _NO)))


if __name__ == "__main__":
    main()
