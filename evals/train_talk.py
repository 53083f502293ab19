"""Trains the weights of ``assistant/followups/talk.py``: ``python -m evals.train_talk``.

The same data and answers give the same weights.

Learns from ``training/follow_ups.jsonl``: dialogues that people wrote with the statements that answer each turn, over the answers
that are given without these weights. No eval case is learned from. How often the first, and one of the first five statements, is
a right one is printed: by the readings' mean, and by weights trained on the other writers' dialogues.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from assistant.answers import Audience, Question, Turn
from assistant.display.render import to_markdown
from assistant.followups.blend import LEARNED, blend
from assistant.followups.talk import NAMES, SIGNALS, WEIGHTS, Talk, TalkWeights, in_order, read_talk, talk_signals
from assistant.pipeline import Assistant
from assistant.reader import Reader
from assistant.retrieval.signals import Judged
from assistant.settings import load_settings
from evals.training_files import read_lines, write_parts

_HIDDEN = 64
_ROUNDS = 12
_BATCH = 16
_RATE = 0.003
_JOSTLE = 0.5
_LEFT_OUT = 0.3
_REACH = 8.0
# How dear a move of the vector, a weight of a signal and one of the layer are.
_PULL, _DEAR, _DEAR_LAYER = 0.3, 0.003, 0.02
# Layers that differ by chance in where they begin err in different ways; their middle errs less.
_LAYERS = 3
_RIGHT = 0.2
# Of dialogues that they learned from the weights are too sure; so much less, and as much is shown of an answer as by the mean.
_DAMPED = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A later turn of a dialogue: who wrote it, how it was found, and the ids of the statements that answer it."""

    writer: str
    talk: Talk
    answers: frozenset[str]

    @property
    def ids(self) -> list[str]:
        """The ids of the statements found."""
        return [entry.hit.statement.statement_id for entry in self.talk.found]


def read_lessons(assistant: Assistant) -> list[Lesson]:
    """The later turns whose answer is found at all; what is answered now stands before them."""
    lessons = []
    for dialogue in read_lines("follow_ups"):
        history: tuple[Turn, ...] = ()
        for turn in dialogue["turns"]:
            question = Question(text=turn["question"], history=history, audience=Audience(dialogue["audience"]))
            lesson = _lesson(assistant, question, dialogue["writer"], frozenset(turn["answered_by"])) if history else None
            if lesson is not None and not lesson.answers.isdisjoint(lesson.ids):
                lessons.append(lesson)
            shown = to_markdown(assistant.answer(question)[0])
            history = (*history, Turn(role="user", content=turn["question"]), Turn(role="assistant", content=shown))
    return lessons


def _lesson(assistant: Assistant, question: Question, writer: str, answers: frozenset[str]) -> Lesson | None:
    standalone = assistant.condense(question)
    if not standalone.before:
        return None
    shelf = assistant.shelf(standalone.language)
    texts = (standalone.text, standalone.alone, standalone.of_patients)
    found = [_found(shelf.reader, text, question, shelf.citable) for text in texts]
    return Lesson(writer=writer, talk=shelf.reader.talk(standalone, *found), answers=answers)


def _found(reader: Reader, text: str, question: Question, allowed: frozenset[str]) -> tuple[Judged, ...]:
    return reader.find(text, audience=question.audience, allowed=allowed).judged if text else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Lessons over all ``s`` statements, ``nearby`` ``(s, d)``.

    ``signals`` ``(n, s, f)``, ``found`` and ``right`` ``(n, s)``, ``vectors`` ``(n, 3, d)``.
    """

    signals: np.ndarray
    found: np.ndarray
    right: np.ndarray
    vectors: np.ndarray
    nearby: np.ndarray


def tables(lessons: Sequence[Lesson]) -> Tables:
    """The lessons as arrays; what a lesson did not find has signals of 0."""
    rows = lessons[0].talk.rows
    shape = (len(lessons), len(rows))
    signals, found, right = np.zeros((*shape, len(SIGNALS)), dtype=np.float32), np.zeros(shape, bool), np.zeros(shape, bool)
    for number, lesson in enumerate(lessons):
        places = [rows[i] for i in lesson.ids]
        signals[number, places] = talk_signals(lesson.talk, lesson.talk.found)
        found[number, places] = True
        right[number, [rows[i] for i in lesson.answers if i in rows]] = True
    vectors = np.stack([lesson.talk.vectors for lesson in lessons])
    return Tables(signals=signals, found=found, right=right & found, vectors=vectors, nearby=lessons[0].talk.nearby)


def train(lessons: Sequence[Lesson], *, model: str) -> TalkWeights:
    """The weights that put the statements that answer a turn before all others."""
    taught = tables(lessons)
    middle, spread = _middle_and_spread(taught.signals[taught.found])
    layers = [_layer(taught, middle, spread, seed) for seed in range(_LAYERS)]
    parts = {name: np.stack([layer[name] for layer in layers]) for name in ("into", "bias", "back", "bases", "reach")}
    parts["reach"] = parts["reach"] / _LAYERS
    weights = TalkWeights(
        model=model,
        statements=frozenset(lessons[0].talk.rows),
        **parts,
        signals=np.mean([layer["signals"] / spread for layer in layers], axis=0),
        offset=np.zeros(1, dtype=np.float32),
    )
    return _as_odds(weights, taught)


def _scaled(weights: TalkWeights, slope: float, offset: float) -> TalkWeights:
    """The weights with their sums multiplied and moved."""
    reach, signals = weights.reach * slope, weights.signals * slope
    return replace(weights, reach=reach, signals=signals, offset=np.array([offset], dtype=np.float32))


def silent() -> TalkWeights:
    """Weights that belong to no model: with them a conversation is answered by the readings' mean."""
    return TalkWeights(model="", statements=frozenset(), **{name: np.zeros(1, dtype=np.float32) for name in NAMES})


def _middle_and_spread(signals: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return signals.mean(axis=0), signals.std(axis=0) + 1e-6


def _layer(taught: Tables, middle: np.ndarray, spread: np.ndarray, seed: int) -> dict[str, np.ndarray]:
    """One layer and the weights of the signals beside it, trained together."""
    import torch
    from torch.nn import Parameter
    from torch.nn.functional import dropout, normalize, relu

    torch.set_num_threads(1)
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    (count, three, width), known = taught.vectors.shape, torch.tensor((taught.signals - middle) / spread)
    found, right, vectors = (torch.tensor(part) for part in (taught.found, taught.right, taught.vectors))
    nearby = torch.tensor(np.array(taught.nearby))
    into = Parameter(torch.randn(three * width, _HIDDEN) * 4 / (three * width) ** 0.5)
    bias, back = Parameter(torch.zeros(_HIDDEN)), Parameter(torch.zeros(_HIDDEN, width))
    signals, bases, reach = Parameter(torch.zeros(len(SIGNALS))), Parameter(torch.zeros(three)), Parameter(torch.tensor(_REACH))
    groups: list[dict[str, Any]] = [
        {"params": [into, bias, back], "weight_decay": _DEAR_LAYER, "rate": _RATE},
        {"params": [signals, bases, reach], "weight_decay": 0.0, "rate": 3 * _RATE},
    ]
    optimiser = torch.optim.AdamW(groups)
    batches = max(1, count // _BATCH)
    for step in range(_ROUNDS * batches):
        if step % batches == 0:
            shuffled = np.array_split(order.permutation(count), batches)
        rows = shuffled[step % batches]
        for group in optimiser.param_groups:
            group["lr"] = group["rate"] * (1 - step / (_ROUNDS * batches))
        said = vectors[rows]
        said = said + torch.randn_like(said) * _JOSTLE / width**0.5
        move = dropout(relu(said.flatten(1) @ into + bias), _LEFT_OUT) @ back
        vector = normalize((said * bases.softmax(0)[None, :, None]).sum(1) + move, dim=-1)
        total = known[rows] @ signals + reach * vector @ nearby.T
        odds = total.masked_fill(~found[rows], -torch.inf).log_softmax(-1)
        loss: Any = -odds.masked_fill(~right[rows], -torch.inf).logsumexp(-1).mean()
        loss = loss + _PULL * move.pow(2).sum(-1).mean() + _DEAR * signals.pow(2).sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    trained = {"into": into, "bias": bias, "back": back, "bases": bases.softmax(0), "reach": reach, "signals": signals}
    return {name: part.detach().numpy() for name, part in trained.items()}


def _as_odds(weights: TalkWeights, taught: Tables) -> TalkWeights:
    """The weights with their sums brought to log-odds: a share of 0.2 of each turn's weight is its right statements'."""
    vectors = np.stack([_vectors(weights, said) for said in taught.vectors])
    total = taught.signals @ weights.signals + np.einsum("nld,sd,l->ns", vectors, taught.nearby, weights.reach)
    share = np.where(taught.right, _RIGHT / taught.right.sum(1, keepdims=True), 0.0)
    others = taught.found & ~taught.right
    share = share + np.where(others, (1 - _RIGHT) / others.sum(1, keepdims=True), 0.0)
    fit = LogisticRegression(C=1e6).fit(
        total[taught.found][:, None], taught.right[taught.found], sample_weight=share[taught.found]
    )
    return _scaled(weights, _DAMPED * float(fit.coef_[0, 0]), _DAMPED * float(fit.intercept_[0]))


def _vectors(weights: TalkWeights, said: np.ndarray) -> np.ndarray:
    """``(l, d)``: where each layer puts a conversation, of unit length."""
    hidden = np.maximum(np.einsum("i,lih->lh", said.reshape(-1), weights.into) + weights.bias, 0)
    put = weights.bases @ said + np.einsum("lh,lhd->ld", hidden, weights.back)
    unit: np.ndarray = put / np.linalg.norm(put, axis=1, keepdims=True)
    return unit


def by_mean(talk: Talk) -> tuple[Judged, ...]:
    """The statements in the order of the readings' mean, as where the weights are silent."""
    lighter = [
        (one, weight) for one, weight in zip((talk.alone, talk.of_patients), LEARNED, strict=True) if one is not talk.whole
    ]
    return blend(talk.whole, lighter)


def first_right(orders: Iterable[tuple[Sequence[Judged], Lesson]]) -> tuple[float, float]:
    """How often the first, and one of the first five, statements answers."""
    hits = [[entry.hit.statement.statement_id in lesson.answers for entry in order[:5]] for order, lesson in orders]
    return float(np.mean([row[0] for row in hits])), float(np.mean([any(row) for row in hits]))


def main() -> None:
    """Train, write the weights, and say what they give on dialogues of writers left out."""
    assistant = Assistant.open(load_settings())
    model = assistant.index.embedder.checksum
    nothing = silent()
    write_parts(WEIGHTS, nothing, NAMES, statements=nothing.statements)
    read_talk.cache_clear()
    lessons = read_lessons(assistant)
    ordered: list[tuple[Sequence[Judged], Lesson]] = []
    for writer in sorted({lesson.writer for lesson in lessons}):
        others = train([lesson for lesson in lessons if lesson.writer != writer], model=model)
        ordered += [(in_order(lesson.talk, others), lesson) for lesson in lessons if lesson.writer == writer]
    weights = train(lessons, model=model)
    write_parts(WEIGHTS, weights, NAMES, statements=weights.statements)
    before, after = first_right((by_mean(lesson.talk), lesson) for lesson in lessons), first_right(ordered)
    sys.stdout.write(f"{len(lessons)} later turns, each by weights of the other writers' dialogues: ")
    sys.stdout.write(f"first right {before[0]:.1%} → {after[0]:.1%}, one of five {before[1]:.1%} → {after[1]:.1%}\n")


if __name__ == "__main__":
    main()
