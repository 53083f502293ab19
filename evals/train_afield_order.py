"""Trains the order of statements in documents of any field: ``python -m evals.train_afield_order``.

The answered questions of ``evals/training/afield.jsonl`` name the ``statements`` of their writer's folder that answer them. Each
is asked of its folder, and a logistic line through the signals of ``assistant/abstention/afield_order.py`` learns which of the
nearest statements they are. Printed, for each writer by a line that the others' questions taught, is how often the first
statement answers and how many of those that the draft would take do. The same questions give the same weights.

Run ``python -m evals.train_afield`` after it: the forest there looks at the first statement.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from assistant.abstention.afield_order import NEAREST, WEIGHTS, AfieldOrder, OrderWeights, read_order
from assistant.answers import Question
from assistant.pipeline import Assistant
from assistant.retrieval.retrieve import spelled_out
from assistant.settings import load_settings
from assistant.shelf import find_on
from evals.train_settled import elsewhere
from evals.training_files import TRAINING, read_lines

# Chosen by the writers left out: from 0.02 to 0.2 no figure differs by a hundredth.
_STRENGTH = 0.05
_ROUNDS = 2000
# What is so much as likely as the first is taken: what of its relevance is drafted (``afield_order._SPREAD``).
_SHARE = 0.07
_WHOLE = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A written question's nearest statements, best first: their signals, and which of them answer it, ``(n,)``."""

    signals: list[dict[str, float]]
    answers: list[bool]
    writer: str


def is_one_of(text: str, wanted: Sequence[str]) -> bool:
    """Whether a statement is one of those wanted, which may be parts of it or, as a row of a table, have it as theirs."""
    ours = plain(text)
    return any(one in ours or (len(ours) >= _WHOLE and ours in one) for one in map(plain, wanted))


def plain(text: str) -> str:
    """The words of a text, small and without signs."""
    return re.sub(r"\W+", " ", text).strip().lower()


def read_rows(assistant: Assistant, lines: Sequence[Mapping[str, Any]], *, model: str) -> Iterator[Row]:
    """The answered questions of one folder, asked of its documents as they are ranked without this order."""
    allowed = frozenset(source.source_id for source in assistant.sources)
    embedder, lexicon = assistant.index.embedder, assistant.lexicon
    order = AfieldOrder(embedder)
    for shelf in assistant.shelves.values():
        shelf.reader.order = None
    for line in lines:
        question = Question(text=line["question"])
        place = find_on(assistant.shelves, assistant.condense(question), audience=question.audience, allowed=allowed)
        asked, judged = place.found.asked, place.found.judged[:NEAREST]
        text = spelled_out(asked.text, lexicon=lexicon)
        signals = order.signals(text, asked, judged, terms=place.shelf.reader.terms, lexicon=lexicon, model=model)
        answers = [is_one_of(one.hit.statement.text, line["statements"]) for one in judged]
        if signals:
            yield Row(signals=signals, answers=answers, writer=line["writer"])


def learned(rows: Sequence[Row], names: Sequence[str], model: str) -> OrderWeights:
    """The line through these rows, its scales taken into its weights; signals that are the same everywhere weigh nothing."""
    table = np.array([[one.get(name, 0.0) for name in names] for row in rows for one in row.signals])
    scaler = StandardScaler().fit(table)
    line = LogisticRegression(C=_STRENGTH, max_iter=_ROUNDS)
    line.fit(scaler.transform(table), np.array([one for row in rows for one in row.answers]))
    weights = line.coef_[0] / scaler.scale_
    kept = {name: round(float(weight), 5) for name, weight, varies in zip(names, weights, scaler.var_ > 0, strict=True) if varies}
    bias = float(line.intercept_[0] - weights @ scaler.mean_)
    return OrderWeights(model=model, bias=round(bias, 5), weights=kept)


def figures(rows: Sequence[Row], likely: Sequence[Sequence[float]]) -> str:
    """How often the first answers, how many answers are taken, and how many of what is taken answer."""
    first, found, right, taken = 0, 0, 0, 0
    for row, shares in zip(rows, likely, strict=True):
        order = sorted(range(len(shares)), key=lambda place: -shares[place])
        kept = [place for place in order if shares[place] >= _SHARE * shares[order[0]]]
        first += row.answers[order[0]]
        found += any(row.answers[place] for place in kept)
        right += sum(row.answers[place] for place in kept)
        taken += len(kept)
    count = len(rows)
    return f"first {first / count:.1%}, among those taken {found / count:.1%}, of those taken {right / taken:.1%}"


def report(rows: Sequence[Row], names: Sequence[str], model: str) -> None:
    """Prints how the others' line orders each writer's statements."""
    first = sum(row.answers[0] for row in rows) / len(rows)
    sys.stdout.write(f"{len(rows)} questions; as found: first {first:.1%}\n")
    likely: list[list[float]] = [[] for _ in rows]
    for writer in sorted({row.writer for row in rows}):
        weights = learned([row for row in rows if row.writer != writer], names, model)
        for place, row in enumerate(rows):
            if row.writer == writer:
                likely[place] = [weights.likely(one) for one in row.signals]
    sys.stdout.write(f"each writer by the others' line: {figures(rows, likely)}\n")


def write_order(path: Path, weights: OrderWeights) -> None:
    """Write weights as ``read_order`` reads them."""
    stored = {"model": weights.model, "bias": weights.bias, "weights": dict(sorted(weights.weights.items()))}
    path.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")
    read_order.cache_clear()


def main() -> None:
    """Train, print, and write the weights."""
    settings = load_settings()
    if not WEIGHTS.exists():
        write_order(WEIGHTS, OrderWeights(model="", bias=0.0, weights={}))
    lines, model = [line for line in read_lines("afield") if line.get("statements")], ""
    rows: list[Row] = []
    for writer in sorted({line["writer"] for line in lines}):
        with TemporaryDirectory(prefix="vouch-afield-order-") as target:
            assistant = elsewhere(TRAINING / "afield" / writer, Path(target) / "index", settings)
            model = assistant.index.embedder.checksum
            rows += read_rows(assistant, [line for line in lines if line["writer"] == writer], model=model)
    names = sorted({name for row in rows for one in row.signals for name in one})
    report(rows, names, model)
    write_order(WEIGHTS, learned(rows, names, model))


if __name__ == "__main__":
    main()
