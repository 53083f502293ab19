"""Makes the weights of ``assistant/abstention/held.py``, ``recalled.py`` and ``said_alike.py``: ``python -m evals.train_held``.

The same data give the same weights.

Learns from ``training/``: questions that people wrote for each statement of the shipped documents, more of them in few words or
for a figure (``terse.jsonl``), near misses, which ask of the same things what none of the statements says, and questions of
another world (``elsewhere.jsonl``), many in words that the documents have in another sense. No eval case is learned from; how
well the judge alone tells the dev cases that are answered from those that nothing answers is printed.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

from assistant.abstention.held import BUCKETS, NAMES, SCALE, WEIGHTS, HeldWeights, how_held, runs_of_letters
from assistant.abstention.recalled import NAMES as RECALLED_NAMES
from assistant.abstention.recalled import WEIGHTS as RECALLED_WEIGHTS
from assistant.abstention.recalled import Recalled
from assistant.abstention.said_alike import NAMES as SAID_NAMES
from assistant.abstention.said_alike import WEIGHTS as SAID_WEIGHTS
from assistant.abstention.said_alike import LearnedStatements
from assistant.pipeline import Assistant
from assistant.retrieval.late import mapped
from assistant.retrieval.retrieve import Searchable, spelled_out
from assistant.settings import load_settings
from evals.case_files import Expect, load_cases
from evals.training_files import read_lines, read_questions, write_parts
from ingest.embed import Vectors

HERE = Path(__file__).parent
_HIDDEN = 256
_ROUNDS = 16
_BATCH = 128
_RATE, _RATE_LETTERS = 0.002, 0.02
_JOSTLE = 0.5
_LEFT_OUT = 0.3
_JUDGES = 3
# What a written question's vector is cut to: near misses are told as well as by all of it (of unread ones 84.1 against 84.7 %).
_RECALLED = 128
# How dear a weight is: of the layer, and of a run of letters.
_DEAR, _DEAR_LETTERS = 1e-4, 2e-6
# All near misses together count half of what all answered questions do: as often are they asked, about. Others are rarer.
_NEAR_MISSES, _ELSEWHERE = 0.5, 0.2


_NEAR_MISS, _AFAR = 0, -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Questions as the model reads them, their vectors ``(n, d)``, whether each is answered and what it counts, ``(n,)``."""

    texts: tuple[str, ...]
    vectors: Vectors
    answered: np.ndarray
    weight: np.ndarray


def read_written(assistant: Assistant) -> tuple[Written, int]:
    """The written questions and near misses; and how many have lost their statement."""
    known = {statement.statement_id for statement in assistant.index.statements}
    asked = [(line["question"], line["answered_by"], 1) for line in (*read_questions(), *read_lines("terse"))]
    asked += [(line["question"], [line["near"]], _NEAR_MISS) for line in read_lines("near_misses")]
    kept = [(question, kind) for question, near, kind in asked if not known.isdisjoint(near)]
    lost = len(asked) - len(kept)
    kept += [(line["question"], _AFAR) for line in read_lines("elsewhere")]
    texts = tuple(spelled_out(question, lexicon=assistant.lexicon) for question, _ in kept)
    kinds = np.array([kind for _, kind in kept])
    weight = np.ones(len(kept), dtype=np.float32)
    for kind, share in ((_NEAR_MISS, _NEAR_MISSES), (_AFAR, _ELSEWHERE)):
        weight[kinds == kind] = share * (kinds == 1).sum() / max((kinds == kind).sum(), 1)
    vectors = assistant.index.embedder.embed(texts)
    written = Written(texts=texts, vectors=vectors, answered=(kinds == 1).astype(np.float32), weight=weight)
    return written, lost


def train(written: Written, *, model: str, statements: frozenset[str], seed: int = 0) -> HeldWeights:
    """The judge that tells answered questions from near misses."""
    import torch
    from torch.nn import EmbeddingBag, Linear
    from torch.nn.functional import binary_cross_entropy_with_logits, dropout, normalize, relu

    torch.set_num_threads(1)
    torch.manual_seed(seed)
    order, count = np.random.default_rng(seed), len(written.texts)
    into, out = Linear(written.vectors.shape[1], _HIDDEN), Linear(_HIDDEN, 1)
    letters = EmbeddingBag(BUCKETS, 1, mode="sum")
    torch.nn.init.zeros_(letters.weight)
    groups: list[dict[str, Any]] = [{"params": [*into.parameters(), *out.parameters()]}, {"params": letters.parameters()}]
    optimiser = torch.optim.AdamW(groups, weight_decay=_DEAR)
    vectors, answered, weight = (torch.tensor(part) for part in (written.vectors, written.answered, written.weight))
    runs = [runs_of_letters(text) for text in written.texts]
    batches = max(1, count // _BATCH)
    for turn in range(_ROUNDS * batches):
        if turn % batches == 0:
            shuffled = np.array_split(order.permutation(count), batches)
        rows = shuffled[turn % batches]
        for group, rate in zip(optimiser.param_groups, (_RATE, _RATE_LETTERS), strict=True):
            group["lr"] = rate * (1 - turn / (_ROUNDS * batches))
        noise = torch.randn(len(rows), vectors.shape[1]) * _JOSTLE / vectors.shape[1] ** 0.5
        hidden = dropout(relu(into(normalize(vectors[rows] + noise, dim=-1) * SCALE)), _LEFT_OUT)
        places, starts, amounts = (torch.tensor(part) for part in _bags([runs[row] for row in rows]))
        total = (out(hidden) + letters(places, starts, per_sample_weights=amounts)).squeeze(-1)
        loss: Any = (binary_cross_entropy_with_logits(total, answered[rows], reduction="none") * weight[rows]).mean()
        loss = loss + _DEAR_LETTERS * letters.weight.pow(2).sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    last = np.concatenate([out.weight.detach().numpy()[0], out.bias.detach().numpy()])
    return HeldWeights(
        model=model,
        statements=statements,
        into=into.weight.detach().numpy().T,
        bias=into.bias.detach().numpy(),
        out=last,
        letters=letters.weight.detach().numpy()[:, 0],
    )


def middle(judges: Sequence[HeldWeights]) -> HeldWeights:
    """One judge that holds a question as surely as these do in the mean: what each has from chance alone weighs less."""
    count = np.float32(len(judges))
    outs = [judge.out / count for judge in judges]
    return HeldWeights(
        model=judges[0].model,
        statements=judges[0].statements,
        into=np.concatenate([judge.into for judge in judges], axis=1),
        bias=np.concatenate([judge.bias for judge in judges]),
        out=np.concatenate([*(out[:-1] for out in outs), [sum(out[-1] for out in outs)]]).astype(np.float32),
        letters=np.sum([judge.letters / count for judge in judges], axis=0),
    )


def recall(written: Written, *, model: str, statements: frozenset[str]) -> Recalled:
    """The written questions in the directions in which they differ most."""
    directions = np.linalg.svd(written.vectors, full_matrices=False)[2]
    basis = np.ascontiguousarray(directions[:_RECALLED].T, dtype=np.float16).astype(np.float32)
    return Recalled(
        model=model, statements=statements, basis=basis, vectors=mapped(written.vectors, basis), answered=written.answered
    )


def statements_said(index: Searchable) -> LearnedStatements:
    """The statements that are learned from, in the order of their ids behind their languages, with their vectors."""
    languages = {source_id: document.source.language for source_id, document in index.documents.items()}
    rows = {f"{languages[one.source_id]}:{one.statement_id}": row for row, one in enumerate(index.statements)}
    vectors = index.statement_vectors[[rows[one] for one in sorted(rows)]]
    return LearnedStatements(model=index.embedder.checksum, statements=tuple(sorted(rows)), vectors=vectors)


def _bags(runs: Sequence[tuple[np.ndarray, Vectors]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The runs of several texts in a row, and where each text's begin."""
    starts = np.cumsum([0, *(len(places) for places, _ in runs[:-1])])
    return np.concatenate([places for places, _ in runs]), starts, np.concatenate([amounts for _, amounts in runs])


def measure(assistant: Assistant, weights: HeldWeights) -> float:
    """How often a single dev question that is answered is held more surely than one that nothing answers."""
    rows: list[tuple[bool, float]] = []
    for case in load_cases(HERE / "cases", split="dev"):
        turn = case.turns[0]
        if case.is_dialogue or len(turn.expect) > 1 or turn.expect[0] in {Expect.EMERGENCY, Expect.SMALLTALK}:
            continue
        text = spelled_out(turn.question, lexicon=assistant.lexicon)
        held = how_held(text, weights.statements, assistant.index.embedder, weights=weights)
        rows.append((turn.expect[0] is not Expect.ABSTAIN, held or 0.0))
    answered, surely = zip(*rows, strict=True)
    return float(roc_auc_score(answered, surely))


def main() -> None:
    """Train, write the weights, and say what they give on the dev cases."""
    assistant = Assistant.open(load_settings())
    written, lost = read_written(assistant)
    statements = frozenset(statement.statement_id for statement in assistant.index.statements)
    model = assistant.index.embedder.checksum
    weights = middle([train(written, model=model, statements=statements, seed=seed) for seed in range(_JUDGES)])
    write_parts(WEIGHTS, weights, NAMES, statements=weights.statements)
    recalled = recall(written, model=model, statements=statements)
    write_parts(RECALLED_WEIGHTS, recalled, RECALLED_NAMES, statements=statements)
    said = statements_said(assistant.index)
    write_parts(SAID_WEIGHTS, said, SAID_NAMES, statements=said.statements)
    near = int((written.answered == 0).sum())
    sys.stdout.write(f"{len(written.texts) - near} questions, {near} that nothing answers; {lost} have lost their statement\n")
    sys.stdout.write(f"dev cases: answered told from unanswered {measure(assistant, weights):.1%} (area under the curve)\n")


if __name__ == "__main__":
    main()
