"""Trains the weights of ``assistant/retrieval/late.py``: ``python -m evals.train_late``. The same data give the same weights.

Learns from ``training/``, as the layer of ``assistant/retrieval/steer.py`` does: questions that people wrote for each statement,
against the statements that are next nearest to them; and near misses, whose nearest statements all hold too little. No eval case
is learned from; what the weights alone give on the dev cases is printed. Run ``evals.train_ranking`` after it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from assistant.pipeline import Assistant
from assistant.retrieval.late import MOST_WORDS, NAMES, SCALE, WEIGHTS, Late, LateWeights
from assistant.retrieval.retrieve import retrieve, spelled_out
from assistant.retrieval.steer import read_weights, steered
from assistant.settings import load_settings
from assistant.shelf import spoken
from evals.case_files import load_cases
from evals.check_cases import under
from evals.records import states
from evals.training_files import read_lines, read_questions, write_parts
from ingest.embed import Embedder, Vectors

if TYPE_CHECKING:
    from torch import Tensor

HERE = Path(__file__).parent
_WIDTH = 128
_ROUNDS = 6
_BATCH = 48
_RATE = 0.001
_OTHERS = 7
# Among so many statements nearest to a question are those drawn that it is told from.
_NEAR = 16
_LEFT_OUT = 0.1
_SHARPNESS, _OFFSET = 10.0, -5.0
# How much it counts that each single statement answers or not, beside which one answers best.
_EACH = 0.5
_FIRST = 12
_CONDITION = "condition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Statements of one language as word pieces and vectors; questions as word pieces, and which statements answer each."""

    pieces: tuple[Vectors, ...]
    vectors: Vectors
    questions: tuple[Vectors, ...]
    near: np.ndarray
    answers: tuple[tuple[int, ...], ...]


def read_libraries(assistant: Assistant) -> list[Library]:
    """The shipped documents and those of other fields, by language, with all that was asked of them."""
    home = [
        {"id": one.statement_id, "language": language, "text": one.embed_text}
        for language, shelf in assistant.shelves.items()
        for one in shelf.index.statements
    ]
    asked = [(line["question"], line["answered_by"], line["answered_by"]) for line in read_questions()]
    asked += [(line["question"], [line["near"]], []) for line in read_lines("near_misses")]
    away = [(line["question"], line["answered_by"], line["answered_by"]) for line in read_lines("other_fields_questions")]
    found = []
    for statements, questions in ((home, asked), (read_lines("other_fields_statements"), away)):
        for language in dict.fromkeys(line["language"] for line in statements):
            own = [line for line in statements if line["language"] == language]
            rows = {line["id"]: row for row, line in enumerate(own)}
            mine = [one for one in questions if one[1][0] in rows]
            if mine:
                found.append(_library(assistant, [line["text"] for line in own], rows, mine))
    return found


def _library(assistant: Assistant, statements: list[str], rows: dict[str, int], asked: Sequence[tuple[str, Any, Any]]) -> Library:
    embedder = cast("Embedder", assistant.index.embedder)
    texts = [spelled_out(question, lexicon=assistant.lexicon) for question, _, _ in asked]
    vectors, own = embedder.embed(statements), read_weights()
    moved = np.stack([steered(vector, own) for vector in embedder.embed(texts)])
    return Library(
        pieces=tuple(one[:MOST_WORDS] for one in embedder.embed_words(statements)),
        vectors=vectors,
        questions=tuple(one[:MOST_WORDS] for one in embedder.embed_words(texts)),
        near=np.argsort(-(moved @ vectors.T), axis=1, kind="stable")[:, : 2 * _NEAR],
        answers=tuple(tuple(rows[one] for one in answering if one in rows) for _, _, answering in asked),
    )


def train(libraries: Sequence[Library], *, model: str, about: frozenset[str] = frozenset(), seed: int = 0) -> LateWeights:
    """The maps by which a question's word pieces are met by a statement that answers it, better than by the next nearest ones."""
    import torch
    from torch.nn import Parameter
    from torch.nn.functional import binary_cross_entropy_with_logits, dropout, normalize, softplus

    torch.set_num_threads(1)
    torch.manual_seed(seed)
    order, width = np.random.default_rng(seed), libraries[0].vectors.shape[1]
    # Both begin as the same part of the model's own space.
    start = torch.linalg.qr(torch.randn(width, _WIDTH))[0]
    ask, say = Parameter(start.clone()), Parameter(start.clone())
    weigh = Parameter(torch.zeros(width + 1))
    sharp, offset = Parameter(torch.tensor(_SHARPNESS)), Parameter(torch.tensor(_OFFSET))
    optimiser = torch.optim.AdamW([ask, say, weigh, sharp, offset], lr=_RATE)
    padded = [_padded(one.pieces) for one in libraries]

    def logits(number: int, rows: np.ndarray, against: np.ndarray) -> Tensor:
        asked, there = _padded([libraries[number].questions[row] for row in rows])
        used, places = np.unique(against, return_inverse=True)
        pieces, real = (part[torch.tensor(used)] for part in padded[number])
        theirs = normalize(dropout(pieces, _LEFT_OUT) @ say, dim=-1)[torch.tensor(places)]
        alike = torch.einsum("bid,bkjd->bkij", normalize(dropout(asked, _LEFT_OUT) @ ask, dim=-1), theirs)
        best = alike.masked_fill(~real[torch.tensor(places)][:, :, None, :], -1.0).amax(-1)
        shares = softplus(asked @ weigh[:-1] * SCALE + weigh[-1]) * there
        return (best * (shares / shares.sum(1, keepdim=True))[:, None]).sum(-1) * sharp + offset

    steps, done = _ROUNDS * sum(len(one.questions) // _BATCH for one in libraries), 0
    for _ in range(_ROUNDS):
        batches = [(n, rows) for n, one in enumerate(libraries) for rows in _batches(len(one.questions), order)]
        for turn in order.permutation(len(batches)):
            number, rows = batches[turn]
            against, answered = _drawn(libraries[number], rows, order)
            found, known = logits(number, rows, against), torch.tensor(answered)
            target = torch.zeros_like(found)
            target[:, 0] = known.float()
            loss: Any = _EACH * binary_cross_entropy_with_logits(found, target)
            if answered.any():
                loss = loss - found[known].log_softmax(-1)[:, 0].mean()
            optimiser.param_groups[0]["lr"] = _RATE * (1 - min(done, steps) / steps)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            done += 1
    learned = {name: part.detach().numpy() for name, part in zip(NAMES, (ask, say, weigh), strict=True)}
    return LateWeights(model=model, about=about, ask=learned["ask"], say=learned["say"], weigh=learned["weigh"])


def _batches(count: int, order: np.random.Generator) -> list[np.ndarray]:
    return np.array_split(order.permutation(count), max(1, count // _BATCH))


def _drawn(library: Library, rows: np.ndarray, order: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """For each question an answer, if it has one, and near statements that are none, ``(b, k)``; and whether it has one."""
    drawn = []
    for row in rows:
        answers = library.answers[row]
        others = [place for place in library.near[row] if place not in answers][:_NEAR]
        first = [order.choice(answers)] if answers else []
        drawn.append([*first, *order.choice(others, 1 + _OTHERS - len(first), replace=len(others) <= _OTHERS)])
    return np.array(drawn), np.array([bool(library.answers[row]) for row in rows])


def _padded(pieces: Sequence[Vectors]) -> tuple[Tensor, Tensor]:
    """``(n, longest, d)`` word pieces and which of them are real, ``(n, longest)``."""
    import torch

    longest = max(len(one) for one in pieces)
    table = torch.zeros(len(pieces), longest, pieces[0].shape[1])
    real = torch.zeros(len(pieces), longest, dtype=torch.bool)
    for row, one in enumerate(pieces):
        table[row, : len(one)] = torch.tensor(one)
        real[row, : len(one)] = True
    return table, real


def measure(assistant: Assistant, weights: LateWeights) -> tuple[float, float, float, float]:
    """Single dev questions whose first statement states an asked fact, and facts among the first five, of the best retrieved.

    As retrieved, and by these weights alone.
    """
    late, rows = Late(assistant.index.embedder, weights=weights), []
    for case in load_cases(HERE / "cases", split="dev"):
        turn = case.turns[0]
        if case.is_dialogue or not (turn.facts and turn.wants_facts):
            continue
        reader = assistant.shelf(spoken(case.language)).reader
        asked = reader.read(turn.question)
        found = [hit.statement for hit in retrieve(asked, index=reader.index, lexicon=reader.lexicon)[:_FIRST]]
        met = late.met(reader.embedded_text(turn.question), found)
        row: list[float] = []
        for order in (found, [found[place] for place in np.argsort(-np.array(met), kind="stable")] if met else found):
            told = [[states(fact, one.text, heading=under(one)) for fact in turn.facts] for one in order[:5]]
            row += [float(any(told[0])), float(np.mean(np.any(told, axis=0)))]
        rows.append(row)
    first, five, first_after, five_after = (float(value) for value in np.mean(rows, axis=0))
    return first, five, first_after, five_after


def main() -> None:
    """Train, write the weights, and say what they give on the dev cases."""
    assistant = Assistant.open(load_settings())
    libraries = read_libraries(assistant)
    lexicon = assistant.lexicon
    about = frozenset(c for c in assistant.shelf("en").reader.background() if lexicon.concepts[c].kind == _CONDITION)
    weights = train(libraries, model=assistant.index.embedder.checksum, about=about)
    write_parts(WEIGHTS, weights, NAMES, about=weights.about)
    sys.stdout.write(f"{sum(len(one.questions) for one in libraries)} questions of {len(libraries)} libraries\n")
    first, five, first_after, five_after = measure(assistant, weights)
    sys.stdout.write(f"dev cases: first right {first:.1%} → {first_after:.1%}, facts in five {five:.1%} → {five_after:.1%}\n")


if __name__ == "__main__":
    main()
