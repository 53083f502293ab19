"""What the reader of question and statement together learns from: a question, what answers it, and the nearest that don't."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from assistant.answers import Question
from assistant.pipeline import Assistant
from assistant.reread.answer_reader import statement_as_read
from assistant.settings import load_settings
from assistant.shelf import find_on
from assistant.verify.spanish import is_spanish
from evals.train_afield_order import is_one_of
from evals.train_settled import elsewhere
from evals.training_files import TRAINING, read_lines
from ingest.embed import Embeds, Vectors

ASIDE = "r"
"""The writer of whose questions nothing is learned: what the reader makes of them is measured."""
NEAREST = 24
# So alike are two statements that one of them may answer what was only asked of the other: no lesson then.
_ALIKE_SHIPPED, _ALIKE_ELSEWHERE = 0.72, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A ``question``, the texts of statements that answer it, none for a near miss, and the nearest ``others``, best first.

    ``afield``: asked of a small folder, whose labels are whole. ``near``: the first of the others is what it nearly asks of.
    """

    question: str
    right: tuple[str, ...]
    others: tuple[str, ...]
    afield: bool = False
    near: bool = False


def afield_groups() -> Iterator[Group]:
    """The questions to folders of other fields."""
    lines, settings = read_lines("afield"), load_settings()
    for writer in sorted({line["writer"] for line in lines} - {ASIDE}):
        with TemporaryDirectory(prefix="vouch-answers-") as target:
            assistant = elsewhere(TRAINING / "afield" / writer, Path(target) / "index", settings)
            yield from asked_of(assistant, [line for line in lines if line["writer"] == writer])


def asked_of(assistant: Assistant, lines: Sequence[Mapping[str, Any]]) -> Iterator[Group]:
    """The questions of one folder, asked of its documents; without those whose answer isn't among its statements.

    The nearest are as found: no learned order of such folders has a say.
    """
    allowed = frozenset(source.source_id for source in assistant.sources)
    for shelf in assistant.shelves.values():
        shelf.reader.order = None
    for line in lines:
        wanted = line.get("statements", [])
        answers = {one.statement_id: one for one in assistant.index.statements if wanted and _is_wanted(one, wanted)}
        if wanted and not answers:
            continue
        question = Question(text=line["question"])
        place = find_on(assistant.shelves, assistant.condense(question), audience=question.audience, allowed=allowed)
        nearest = [entry.hit.statement for entry in place.found.judged[:NEAREST]]
        others = tuple(statement_as_read(one) for one in nearest if one.statement_id not in answers)
        yield Group(question=line["question"], right=tuple(map(statement_as_read, answers.values())), others=others, afield=True)


def shipped_groups() -> Iterator[Group]:
    """The questions to the shipped documents, and near misses of them."""
    assistant = Assistant.open(load_settings())
    statements = [one for one in assistant.index.statements if not is_spanish(one.text)]
    near = _Nearest({one.statement_id: statement_as_read(one) for one in statements}, assistant.index.embedder, _ALIKE_SHIPPED)
    for name in ("questions", "asked", "terse"):
        for line in (one for one in read_lines(name) if not is_spanish(one["question"])):
            yield from near.group(line["question"], line["answered_by"], whole=name == "asked")
    for line in (one for one in read_lines("near_misses") if not is_spanish(one["question"])):
        yield from near.missed(line["question"], line["near"])
    for line in (one for one in read_lines("twins") if not one["answered"] and not is_spanish(one["question"])):
        yield from near.missed(line["question"])


def other_fields_groups(embedder: Embeds) -> Iterator[Group]:
    """The questions to single statements of other fields."""
    texts = {}
    for line in read_lines("other_fields_statements"):
        path, _, text = line["text"].partition(" - ")
        texts[line["id"]] = f"{' > '.join(path.split(' › ')[-3:])} | {text}" if text else f" | {path}"
    near = _Nearest(texts, embedder, _ALIKE_ELSEWHERE)
    for line in read_lines("other_fields_questions"):
        yield from near.group(line["question"], line["answered_by"])


class _Nearest:
    """Statements by name, and which are nearest to a question."""

    def __init__(self, texts: Mapping[str, str], embedder: Embeds, alike: float) -> None:
        self._names, self._texts = {name: row for row, name in enumerate(texts)}, list(texts.values())
        self._embedder, self._alike = embedder, alike
        self._vectors: Vectors = embedder.embed([text.replace(" | ", ": ") for text in self._texts])

    def group(self, question: str, names: Sequence[str], *, whole: bool = False) -> Iterator[Group]:
        """``whole``: all that answers is named."""
        right = [self._names[name] for name in names if name in self._names]
        if right:
            alike = (self._vectors @ self._vectors[right].T).max(axis=1) >= (np.inf if whole else self._alike)
            others = tuple(self._texts[row] for row in self._order(question) if row not in right and not alike[row])
            yield Group(question=question, right=tuple(self._texts[row] for row in right), others=others)

    def missed(self, question: str, near: str = "") -> Iterator[Group]:
        """A near miss, ``near`` what."""
        first = [self._texts[self._names[near]]] if near in self._names else []
        others = (*first, *(text for row in self._order(question) if (text := self._texts[row]) not in first))
        yield Group(question=question, right=(), others=others, near=bool(first))

    def _order(self, question: str) -> list[int]:
        found: list[int] = np.argsort(-(self._vectors @ self._embedder.embed([question])[0]))[:NEAREST].tolist()
        return found


def _is_wanted(statement: Any, wanted: Sequence[str]) -> bool:
    return is_one_of(statement.text, wanted) or is_one_of(f"{statement.lead_in} {statement.text}", wanted)
