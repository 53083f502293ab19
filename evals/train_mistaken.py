"""Trains the forest that hears what a question wrongly takes for granted: ``python -m evals.train_mistaken``.

``evals/training/mistaken.jsonl`` holds clauses as people put them: such as the documents deny (``holds`` is false), such as they
bear out, and such as tell of one person alone. The yes/no questions of ``whether.jsonl`` say the same of what they ask, and what
answered questions state beside what they ask (``questions.jsonl``) is seldom denied. Printed is how many of each kind would be
called false, by forests of the other writers' lines. The same lines give the same forest.
"""

from __future__ import annotations

import random
import re
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from sklearn.ensemble import ExtraTreesClassifier

from assistant.answers import Audience, Question
from assistant.pipeline import Assistant
from assistant.premises.mistaken import WEIGHTS, as_question, clauses_judged
from assistant.premises.mistaken_signals import read_mistaken
from assistant.question.assertions import assertions
from assistant.question.propositions import asked_whether
from assistant.settings import load_settings
from evals.forests import as_forest, silent, write_forest
from evals.train_settled import elsewhere
from evals.training_files import read_lines

_TREES, _DEPTH, _FEWEST, _SHARE = 200, 14, 2, 0.2
_SAMPLED = 1500
_BARS = (0.45, 0.55, 0.65)
# What is confirmed by a tag, or asked in the negative, may be false or meant otherwise: such lines tell neither.
_TAGGED = re.compile(r"(?:right|correct|true|yes|no|it|they|she|he|you|we|verdad|n['’]t|not)\s*\?\s*$", re.IGNORECASE)
_NEGATIVE = re.compile(r"n['’]t\s+(?:it|they|she|he|we|i|you|the|my|an?)\b", re.IGNORECASE)
_EITHER = re.compile(r"\b(?:or|o)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A clause with the statement nearest to it, as the forest sees it; ``lot`` is what is left out together."""

    signals: dict[str, float]
    is_false: bool
    kind: str
    lot: str


def read_rows(assistant: Assistant, clauses: Sequence[tuple[str, str, bool, str]]) -> Iterator[Row]:
    """The clauses, each with its kind, whether it is false, and its lot."""
    allowed = frozenset(source.source_id for source in assistant.sources)
    for clause, kind, is_false, lot in clauses:
        language = assistant.condense(Question(text=clause)).language
        shelf = assistant.shelf(language)
        text = as_question(clause, language)
        found = shelf.reader.find(text, audience=Audience.CLINICIAN, allowed=allowed)
        for entry in found.judged[:1]:
            weighed = shelf.framer.weigh(clause, entry)
            signals = read_mistaken(clause, shelf.reader.read(text), entry, weighed, lexicon=assistant.lexicon)
            yield Row(signals=signals, is_false=is_false, kind=kind, lot=lot)


def written() -> Iterator[tuple[str, str, bool, str]]:
    """The clauses that were written for this."""
    for place, line in enumerate(read_lines("mistaken")):
        kind = {False: "denied", True: "borne out"}.get(line["holds"], "of one person")
        yield line["clause"], kind, line["holds"] is False, f"written {place % 5}"


def asked(lines: Sequence[dict[str, Any]], assistant: Assistant) -> Iterator[tuple[str, str, bool, str]]:
    """What yes/no questions ask to be confirmed."""
    for line in lines:
        question = line["question"]
        if _NEGATIVE.search(question) or _EITHER.search(question):
            continue
        proposition = asked_whether(question, lexicon=assistant.lexicon)
        for clause in [proposition] if proposition else assertions(question)[-1:]:
            yield clause, line["answer"], line["answer"] == "no", f"writer {line['writer']}"


def beside(assistant: Assistant) -> Iterator[tuple[str, str, bool, str]]:
    """What answered questions state beside what they ask."""
    lines = random.Random(3).sample(read_lines("questions"), _SAMPLED)  # noqa: S311
    for question in (line["question"] for line in lines):
        if not _TAGGED.search(question):
            for clause in dict.fromkeys((*assertions(question), *clauses_judged(question, lexicon=assistant.lexicon))):
                yield clause, "beside", False, f"beside {zlib.crc32(question.encode()) % 3}"


def grown(rows: Sequence[Row], names: Sequence[str]) -> ExtraTreesClassifier:
    """The trees over these clauses."""
    trees = ExtraTreesClassifier(_TREES, max_depth=_DEPTH, min_samples_leaf=_FEWEST, max_features=_SHARE, random_state=0)
    return trees.fit(_table(rows, names), np.array([row.is_false for row in rows]))


def report(rows: Sequence[Row], names: Sequence[str]) -> None:
    """Prints, for each bar, how many of each kind would be called false by what the other lots taught."""
    called = np.zeros(len(rows))
    for lot in sorted({row.lot for row in rows}):
        trees = grown([row for row in rows if row.lot != lot], names)
        called[[row.lot == lot for row in rows]] = trees.predict_proba(_table([r for r in rows if r.lot == lot], names))[:, 1]
    kinds = np.array([row.kind for row in rows])
    for bar in _BARS:
        told = ", ".join(
            f"{kind} {(called[kinds == kind] >= bar).sum()} of {(kinds == kind).sum()}" for kind in dict.fromkeys(kinds)
        )
        sys.stdout.write(f"from {bar} called false: {told}\n")


def _table(rows: Sequence[Row], names: Sequence[str]) -> np.ndarray:
    return np.array([[row.signals[name] for name in names] for row in rows], dtype=np.float32)


def main() -> None:
    """Train, print, and write the forest."""
    if not WEIGHTS.exists():
        write_forest(WEIGHTS, silent(answers=1))
    settings = load_settings()
    assistant = Assistant.open(settings)
    lines = read_lines("whether")
    shipped = [line for line in lines if "folder" not in line]
    rows = list(read_rows(assistant, [*written(), *asked(shipped, assistant), *beside(assistant)]))
    for folder in sorted({line["folder"] for line in lines if "folder" in line}):
        with TemporaryDirectory(prefix="vouch-mistaken-") as target:
            other = elsewhere(Path(__file__).parent / "training" / folder, Path(target) / "index", settings)
            rows += read_rows(other, list(asked([line for line in lines if line.get("folder") == folder], other)))
    names = sorted(rows[0].signals)
    report(rows, names)
    write_forest(WEIGHTS, as_forest(grown(rows, names), names, answers=(True,)))


if __name__ == "__main__":
    main()
