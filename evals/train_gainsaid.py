"""Trains the line that tells how likely a statement gainsays a clause: ``python -m evals.train_gainsaid``.

``evals/training/premises.jsonl`` holds clauses as clinicians and relatives put them into questions, for each statement one that
it gainsays and one that it bears out, over documents of other fields (``other_fields_statements.jsonl``) and the shipped ones;
claims that people wrote for the shipped ones (``claims.jsonl``) are learned beside them. Each clause is looked for as a question
is. A false one is paired with its own statement alone, since others may gainsay it as well; a true one with all that are near.
Printed is what a line of the other statements' clauses tells of each fifth. The same lines give the same weights.
"""

from __future__ import annotations

import json
import random
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from sklearn.linear_model import LogisticRegression

from assistant.answers import Audience, Question
from assistant.pipeline import Assistant
from assistant.premises.gainsaid import WEIGHTS, Weighing
from assistant.settings import load_settings
from assistant.shelf import Shelf
from evals.train_settled import elsewhere
from evals.training_files import read_lines

_CLAIMS, _LONGEST, _EACH = 250, 28, 2
# Documents of other fields are slow to search, and a line of so few weights needs no more of them.
_AFIELD = 160
_FIFTHS, _SPARING, _STEPS = 5, 0.5, 2000
_BARS = (0.35, 0.42, 0.5, 0.6, 0.7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause written for a statement; ``text`` is the statement's, where another index gives it another id."""

    clause: str
    evidence: str
    text: str
    holds: bool
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A clause with a statement near to it."""

    signals: dict[str, float]
    gainsays: bool
    kind: str
    fifth: int


def written() -> Iterator[Clause]:
    """The clauses written for this."""
    texts = {line["id"]: line["text"] for line in read_lines("other_fields_statements")}
    for line in read_lines("premises"):
        own = texts.get(line["evidence"], "")
        yield Clause(clause=line["clause"], evidence=line["evidence"], text=own, holds=line["holds"], kind="written")


def claimed() -> list[Clause]:
    """Some of the short claims that were written for one shipped statement."""
    afield = {line["id"] for line in read_lines("other_fields_statements")}
    drawn = random.Random(1)  # noqa: S311
    found = []
    for line in read_lines("claims"):
        if len(line["evidence"]) > 1 or line["evidence"][0] in afield or "-es." in line["evidence"][0]:
            continue
        for holds, claims in ((True, line["right"]), (False, line["wrong"])):
            short = [one for one in claims if len(one.split()) < _LONGEST]
            some = drawn.sample(short, min(_EACH, len(short)))
            own = line["evidence"][0]
            found += [Clause(clause=one.rstrip(".?!"), evidence=own, text="", holds=holds, kind="claim") for one in some]
    drawn.shuffle(found)
    return found[:_CLAIMS]


def read_rows(assistant: Assistant, clauses: Iterable[Clause]) -> Iterator[Row]:
    """The pairs to learn from."""
    for one in clauses:
        language = assistant.condense(Question(text=one.clause)).language
        for entry, signals in _weighing(assistant, assistant.shelf(language)).signals(one.clause, language):
            statement = entry.profile.statement
            own = statement.statement_id == one.evidence or (bool(one.text) and one.text.endswith(statement.text))
            if own or one.holds:
                fifth = zlib.crc32(one.evidence.encode()) % _FIFTHS
                yield Row(signals=signals, gainsays=own and not one.holds, kind=one.kind, fifth=fifth)


def _weighing(assistant: Assistant, shelf: Shelf) -> Weighing:
    allowed = frozenset(source.source_id for source in assistant.sources)
    return Weighing(
        find=lambda text: shelf.reader.find(text, audience=Audience.CLINICIAN, allowed=allowed).judged,
        read=shelf.reader.read,
        weigh=shelf.framer.weigh,
        lexicon=assistant.lexicon,
    )


def write_documents(folder: Path) -> None:
    """The English statements of other fields as documents, one of those whose ids begin alike."""
    folder.mkdir()
    documents: dict[str, list[str]] = defaultdict(list)
    for line in read_lines("other_fields_statements"):
        if line["language"] != "en":
            continue
        path, _, text = line["text"].replace("\n", " ").partition(" - ")
        headings = path.split(" › ") if text else []
        lines = documents[line["id"].partition("-")[0]]
        lines += [] if lines else [f"# {path.split(' › ')[0][:70]}", ""]
        lines += [f"\n{'#' * min(depth + 2, 6)} {heading}\n" for depth, heading in enumerate(headings)]
        lines.append(f"- {text or path}")
    for name, lines in documents.items():
        (folder / f"field-{name}.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def grown(rows: Sequence[Row], names: Sequence[str]) -> LogisticRegression:
    """The line over these pairs."""
    return LogisticRegression(C=_SPARING, max_iter=_STEPS).fit(_table(rows, names), [row.gainsays for row in rows])


def report(rows: Sequence[Row], names: Sequence[str]) -> None:
    """Prints, for each bar, how many pairs of each kind would be called gainsaid by what the other fifths taught."""
    shares, fifths = np.zeros(len(rows)), np.array([row.fifth for row in rows])
    for fifth in range(_FIFTHS):
        line = grown([row for row in rows if row.fifth != fifth], names)
        shares[fifths == fifth] = line.predict_proba(_table([row for row in rows if row.fifth == fifth], names))[:, 1]
    gainsays = np.array([row.gainsays for row in rows])
    for kind in dict.fromkeys(row.kind for row in rows):
        own = np.array([row.kind == kind for row in rows])
        for bar in _BARS:
            false, true = (float((shares[own & one] >= bar).mean()) for one in (gainsays, ~gainsays))
            sys.stdout.write(f"{kind}, from {bar}: {false:.1%} of what gainsays, {true:.1%} of what doesn't\n")


def _table(rows: Sequence[Row], names: Sequence[str]) -> np.ndarray:
    return np.array([[row.signals[name] for name in names] for row in rows])


def main() -> None:
    """Train, print, and write the weights."""
    settings = load_settings()
    clauses = list(written())
    rows = list(read_rows(Assistant.open(settings), [*(one for one in clauses if not one.text), *claimed()]))
    with TemporaryDirectory(prefix="vouch-gainsaid-") as target:
        write_documents(Path(target) / "documents")
        other = elsewhere(Path(target) / "documents", Path(target) / "index", settings)
        afield = [one for one in clauses if one.text]
        rows += read_rows(other, random.Random(2).sample(afield, _AFIELD))  # noqa: S311
    names = sorted(rows[0].signals)
    report(rows, names)
    line = grown(rows, names)
    weights = {name: round(float(weight), 3) for name, weight in zip(names, line.coef_[0], strict=True)}
    text = json.dumps(weights | {"offset": round(float(line.intercept_[0]), 3)}, indent=1, sort_keys=True)
    WEIGHTS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
