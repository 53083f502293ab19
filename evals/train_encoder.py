"""Trains the weights of ``assistant/retrieval/steer.py``: ``python -m evals.train_encoder``. The same data give the same weights.

Learns from ``training/``: questions that people wrote for each statement of the shipped documents, and for statements of invented
documents of fourteen other fields, where a question may move but little. No eval case is learned from; what it gives on the dev
cases, whose wordings it has never seen, is printed before and after.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from assistant.pipeline import Assistant
from assistant.retrieval.retrieve import spelled_out
from assistant.retrieval.steer import NAMES, WEIGHTS, Weights, steered
from assistant.settings import load_settings
from assistant.shelf import spoken
from evals.case_files import load_cases
from evals.check_cases import under
from evals.records import states
from evals.training_files import read_lines, read_questions, write_parts
from ingest.embed import Vectors

if TYPE_CHECKING:
    from torch import Tensor

HERE = Path(__file__).parent
_HIDDEN = 256
_ROUNDS = 20
_BATCH = 128
_RATE = 0.002
_SHARPNESS = 20.0
# Questions are jostled, so that one teaches what is like it as well.
_JOSTLE = 0.7
# Layers that differ by chance in where they begin err in different ways; their middle errs less.
_LAYERS = 3
# How dear it is to move a question: of the shipped documents, and of others, for whose statements nobody wrote questions.
_PULL = 1.0
_PULL_ELSEWHERE = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """Questions ``(q, d)`` over the statements ``(s, d)`` of one library, and which answer which, ``(q, s)``."""

    questions: Vectors
    statements: Vectors
    answers: np.ndarray
    pull: float = _PULL


def read_lessons(assistant: Assistant) -> tuple[list[Lesson], int]:
    """The lessons of the shipped documents and of other fields, by language; and how many questions have lost their statement."""
    home = [
        {"id": statement.statement_id, "language": language, "vector": vector}
        for language, shelf in assistant.shelves.items()
        for statement, vector in zip(shelf.index.statements, shelf.index.statement_vectors, strict=True)
    ]
    elsewhere = read_lines("other_fields_statements")
    vectors = assistant.index.embedder.embed([line["text"] for line in elsewhere])
    away = [line | {"vector": vector} for line, vector in zip(elsewhere, vectors, strict=True)]
    lessons: list[Lesson] = []
    lost = 0
    beside = read_lines("other_fields_questions")
    for statements, asked, pull in ((home, read_questions(), _PULL), (away, beside, _PULL_ELSEWHERE)):
        for language in dict.fromkeys(line["language"] for line in statements):
            own = [line for line in statements if line["language"] == language]
            rows = {line["id"]: row for row, line in enumerate(own)}
            mine = [line for line in asked if line["answered_by"][0] in rows]
            lost -= len(mine)
            if mine:
                lessons.append(_lesson(assistant, own, mine, pull))
        lost += len(asked)
    return lessons, lost


def _lesson(assistant: Assistant, statements: Sequence[dict[str, Any]], asked: Sequence[dict[str, Any]], pull: float) -> Lesson:
    rows = {line["id"]: row for row, line in enumerate(statements)}
    answers = np.zeros((len(asked), len(statements)), dtype=bool)
    for number, line in enumerate(asked):
        answers[number, [rows[one] for one in line["answered_by"] if one in rows]] = True
    texts = [spelled_out(line["question"], lexicon=assistant.lexicon) for line in asked]
    vectors = np.stack([line["vector"] for line in statements])
    return Lesson(questions=assistant.index.embedder.embed(texts), statements=vectors, answers=answers, pull=pull)


def train(lessons: Sequence[Lesson], *, model: str, seed: int = 0) -> Weights:
    """The layer that brings questions nearest to their statements among all of the library, without moving them needlessly."""
    import torch
    from torch.nn import Parameter
    from torch.nn.functional import normalize, relu

    torch.set_num_threads(1)
    draw, order = torch.Generator().manual_seed(seed), np.random.default_rng(seed)
    width = lessons[0].questions.shape[1]
    into = Parameter(torch.randn(width, _HIDDEN, generator=draw) / width**0.5)
    bias, back = Parameter(torch.zeros(_HIDDEN)), Parameter(torch.zeros(_HIDDEN, width))
    sharpness = Parameter(torch.tensor(_SHARPNESS).log())
    optimiser = torch.optim.Adam([into, bias, back, sharpness], lr=_RATE)
    tables = [tuple(torch.tensor(part) for part in (one.questions, one.statements, one.answers)) for one in lessons]
    steps = _ROUNDS * sum(len(_batches(one, order)) for one in lessons)
    done = 0
    for _ in range(_ROUNDS):
        batches = [(number, rows) for number, one in enumerate(lessons) for rows in _batches(one, order)]
        for turn in order.permutation(len(batches)):
            number, rows = batches[turn]
            questions, statements, answers = tables[number]
            noise = torch.randn(len(rows), width, generator=draw) * _JOSTLE / width**0.5
            asked = normalize(questions[rows] + noise, dim=-1)
            move = relu(asked @ into + bias) @ back
            loss = _loss(sharpness.exp() * normalize(asked + move, dim=-1) @ statements.T, answers[rows])
            loss = loss + lessons[number].pull * move.pow(2).sum(-1).mean()
            optimiser.param_groups[0]["lr"] = _RATE * (1 - done / steps)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            done += 1
    return Weights(model=model, **{name: part.detach().numpy() for name, part in zip(NAMES, (into, bias, back), strict=True)})


def middle(layers: Sequence[Weights]) -> Weights:
    """One layer that moves a question by the mean of these."""
    return Weights(
        model=layers[0].model,
        into=np.concatenate([one.into for one in layers], axis=1),
        bias=np.concatenate([one.bias for one in layers]),
        back=np.concatenate([(one.back / len(layers)).astype(np.float32) for one in layers]),
    )


def _batches(lesson: Lesson, order: np.random.Generator) -> list[np.ndarray]:
    return np.array_split(order.permutation(len(lesson.questions)), max(1, len(lesson.questions) // _BATCH))


def _loss(logits: Tensor, answers: Tensor) -> Tensor:
    """How surely the answers are told from all other statements, each answer of a question the same."""
    found = logits.log_softmax(-1)
    return -((found * answers).sum(-1) / answers.sum(-1)).mean()


def measure(assistant: Assistant, weights: Weights) -> tuple[float, float, float, float]:
    """Single dev questions whose nearest statement states an asked fact, and the facts among the five nearest; plain, steered."""
    rows: list[tuple[float, ...]] = []
    for case in load_cases(HERE / "cases", split="dev"):
        turn = case.turns[0]
        if case.is_dialogue or not (turn.facts and turn.wants_facts):
            continue
        index = assistant.shelf(spoken(case.language)).index
        plain = assistant.index.embedder.embed([spelled_out(turn.question, lexicon=assistant.lexicon)])[0]
        row: list[float] = []
        for vector in (plain, steered(plain, weights)):
            near = [index.statements[place] for place in np.argsort(-(index.statement_vectors @ vector), kind="stable")[:5]]
            told = [[states(fact, one.text, heading=under(one)) for fact in turn.facts] for one in near]
            row += [float(any(told[0])), float(np.mean(np.any(told, axis=0)))]
        rows.append(tuple(row))
    first, five, first_after, five_after = (float(value) for value in np.mean(rows, axis=0))
    return first, five, first_after, five_after


def main() -> None:
    """Train, write the weights, and say what they give on the dev cases."""
    assistant = Assistant.open(load_settings())
    lessons, lost = read_lessons(assistant)
    weights = middle([train(lessons, model=assistant.index.embedder.checksum, seed=seed) for seed in range(_LAYERS)])
    write_parts(WEIGHTS, weights, NAMES)
    questions = sum(len(lesson.questions) for lesson in lessons)
    sys.stdout.write(f"{questions} questions; {lost} without their statement, which the documents no longer hold\n")
    first, five, first_after, five_after = measure(assistant, weights)
    sys.stdout.write(f"dev cases: nearest right {first:.1%} → {first_after:.1%}, facts in five {five:.1%} → {five_after:.1%}\n")


if __name__ == "__main__":
    main()
