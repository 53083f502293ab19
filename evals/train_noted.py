"""Trains the weights by which a question asks for a noted difference: ``python -m evals.train_noted``.

``evals/training/differences.jsonl`` holds questions with the ids of the entries of the shipped register that each ``asks``
for, and of those of which one can't say (``may_ask``); it asks for no other. Logistic regression, cross-validated by question.
The questions themselves are kept (``assistant/differences/taught.py``); none counts as like itself while the weights are trained.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from assistant.answers import Audience, Question
from assistant.differences.noted import WEIGHTS
from assistant.differences.taught import ASKS, ASKS_NOT, MAY_ASK, NAMES, Taught
from assistant.differences.taught import WEIGHTS as TAUGHT
from assistant.drafting.draft import ExtractiveDrafter
from assistant.pipeline import Assistant
from assistant.reader import Found
from assistant.retrieval.retrieve import spelled_out
from assistant.settings import load_settings
from assistant.shelf import Shelf, find_on
from evals.training_files import read_lines, write_parts

_FOLDS = 5
_FREEDOM = 3.0
_FIRST, _SECOND = 0.3, 0.7


@dataclass(frozen=True, slots=True)
class Row:
    """The signals of an entry for a question, and whether the question asks for it."""

    question: int
    signals: dict[str, float]
    asks: bool


@dataclass(frozen=True, slots=True)
class Read:
    """A written question that the documents answer, with what was found for it."""

    number: int
    entry: dict[str, Any]
    shelf: Shelf
    found: Found


def read_questions(assistant: Assistant) -> list[Read]:
    """The written questions, but for those that no statement answers."""
    allowed = frozenset(source.source_id for source in assistant.sources)
    found = []
    for number, entry in enumerate(read_lines("differences")):
        question = Question(text=entry["question"], audience=Audience(entry["audience"]), language=entry["language"])
        place = find_on(assistant.shelves, assistant.condense(question), audience=question.audience, allowed=allowed)
        if place.shelf.framer.noted is not None and place.found.answerability.answerable:
            found.append(Read(number, entry, place.shelf, place.found))
    return found


def teach(assistant: Assistant, questions: Sequence[Read]) -> Taught:
    """The questions as ``assistant/differences/taught.py`` holds them."""
    ids = tuple(sorted({one for read in questions for one in read.entry["asks"]}))
    asks = [
        [ASKS if one in read.entry["asks"] else MAY_ASK if one in read.entry["may_ask"] else ASKS_NOT for one in ids]
        for read in questions
    ]
    texts = [spelled_out(read.found.asked.text, lexicon=assistant.lexicon) for read in questions]
    embedder = assistant.index.embedder
    return Taught(model=embedder.checksum, ids=ids, vectors=embedder.embed(texts), asks=np.array(asks, dtype=np.float32))


def read_rows(assistant: Assistant, questions: Sequence[Read], taught: Taught) -> Iterator[Row]:
    """A row for each question and entry, but for those of which one can't say."""
    positions = {one.statement_id: row for row, one in enumerate(assistant.index.statements)}
    drafter = ExtractiveDrafter(vectors=assistant.index.statement_vectors, positions=positions, lexicon=assistant.lexicon)
    for read in questions:
        noted, found = read.shelf.framer.noted, read.found
        if noted is None:
            continue
        shown = [draft.evidence[0] for draft in drafter.draft(found.asked, found.judged)]
        others = taught.without(noted.vector(found.asked))
        for one, signals in noted.signals(read.shelf.framer.asking(found, shown), taught=others):
            if one.noted.difference_id not in read.entry["may_ask"]:
                yield Row(read.number, signals, one.noted.difference_id in read.entry["asks"])


def train(rows: Sequence[Row], names: Sequence[str]) -> dict[str, float]:
    """The weights; prints how often the surest entry is one that is asked for, and how often one is shown that isn't."""
    table = np.array([[row.signals[name] for name in names] for row in rows])
    asks = np.array([row.asks for row in rows])
    questions = np.array([row.question for row in rows])
    sureness = np.zeros(len(rows))
    for learn, test in GroupKFold(_FOLDS).split(table, asks, questions):
        sureness[test] = _fitted(table[learn], asks[learn]).predict_proba(table[test])[:, 1]
    surest = [max(np.flatnonzero(questions == one), key=lambda row: sureness[row]) for one in np.unique(questions)]
    wanted = {one for one in np.unique(questions) if asks[questions == one].any()}
    for first in (_FIRST, (_FIRST + _SECOND) / 2):
        shown = [row for row in surest if sureness[row] >= first]
        right = sum(bool(asks[row]) for row in shown)
        off = len(shown) - right
        sys.stdout.write(f"from {first}: asked for and shown {right} of {len(wanted)}; shown without being asked for {off}\n")
    model = _fitted(table, asks)
    weights = {name: round(float(value), 3) for name, value in zip(names, model.coef_[0], strict=True)}
    return weights | {"bias": round(float(model.intercept_[0]), 3)}


def _fitted(table: np.ndarray, asks: np.ndarray) -> Any:
    return LogisticRegression(C=_FREEDOM, max_iter=1000).fit(table, asks)


def main() -> None:
    """Train, print, and write the weights and the questions."""
    assistant = Assistant.open(load_settings())
    questions = read_questions(assistant)
    taught = teach(assistant, questions)
    rows = list(read_rows(assistant, questions, taught))
    plain = [name for name in rows[0].signals if not name.startswith("taught")]
    weights = train(rows, plain)
    with_taught = [row for row in rows if "taught" in row.signals]
    content = {"weights": weights, "taught": train(with_taught, list(with_taught[0].signals)), "first": _FIRST, "second": _SECOND}
    WEIGHTS.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    write_parts(TAUGHT, taught, NAMES, ids=taught.ids)
    sys.stdout.write(f"{content}\n")


if __name__ == "__main__":
    main()
