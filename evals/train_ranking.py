"""Trains the weights of reranking and of answerability on the dev cases: ``python -m evals.train_ranking``.

Logistic regression with L2 and fixed signs over the signals of ``assistant/signals.py`` and
``assistant/answerable.py``. A statement is
relevant to a question if it states one of the case's facts. Holdout cases are never read. Cross-validated by case.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from scipy.optimize import minimize
from sklearn.model_selection import GroupKFold

import assistant
from assistant.answerable import answerability_signals, settled_by_rule
from assistant.answers import Audience
from assistant.asked import Asked, read_question
from assistant.lexicon import Lexicon
from assistant.profile import Profile, Terms
from assistant.rerank import judge, rerank
from assistant.retrieve import Searchable, retrieve
from evals.case_files import Case, Expect, Fact, load_cases
from evals.check_cases import under
from evals.records import states

CASES = Path(__file__).parent / "cases"
HOME = Path(assistant.__file__).parent
_FOLDS = 5
_DEPTH = 5
_STRENGTH = 0.0003


class World(Protocol):
    """What training needs of the assistant."""

    @property
    def index(self) -> Searchable:
        """The index."""

    @property
    def lexicon(self) -> Lexicon:
        """The named things."""

    @property
    def profiles(self) -> Mapping[str, Profile]:
        """What each statement speaks of."""

    @property
    def terms(self) -> Terms:
        """How telling words are."""

    @property
    def vocabulary(self) -> frozenset[str]:
        """The stems that the documents use."""


# Which way a signal may count. Few cases can't teach that a match speaks against a statement, or a clash for it.
_AGAINST = frozenset(
    ("clash clash_above concept_gap word_gap population_gap shape_gap other_drugs numbers_unasked alien narrower").split(),
)
# Statements about other patients are rare among the best hits, so training would make little of the one thing that harms.
_AT_MOST = {"clash": -1.2, "clash_above": -0.8, "shape_gap": -0.8}
_AT_LEAST = {"shape": 0.6, "population": 0.3}
_EITHER = frozenset({"length", "no_concepts"})


def fit(table: np.ndarray, target: np.ndarray, weight: np.ndarray, names: Sequence[str]) -> np.ndarray:
    """Logistic regression with L2 and signs as above: coefficients in the order of ``names``, the bias last."""
    rows = np.hstack([table, np.ones((len(table), 1))])
    sign = np.where(target == 1, 1.0, -1.0)
    share = weight / weight.sum()

    def loss(coefficients: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (rows @ coefficients)
        value = share @ np.logaddexp(0, -margin) + _STRENGTH * (coefficients[:-1] @ coefficients[:-1])
        gradient = -(share * sign / (1 + np.exp(margin))) @ rows
        gradient[:-1] += 2 * _STRENGTH * coefficients[:-1]
        return float(value), gradient

    bounds = [
        (None, None) if n in _EITHER else (None, _AT_MOST.get(n, 0.0)) if n in _AGAINST else (_AT_LEAST.get(n, 0.0), None)
        for n in names
    ]
    found: np.ndarray = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)]).x
    return found


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _questions(cases: Sequence[Case], expect: Expect) -> list[tuple[Case, str, tuple[Fact, ...]]]:
    return [(case, case.turns[0].question, case.turns[0].facts) for case in cases if expect in case.turns[0].expect]


def _signals(world: World, text: str, audience: Audience) -> tuple[Asked, list[tuple[Any, Profile, dict[str, float]]]]:
    asked = read_question(text, lexicon=world.lexicon, vocabulary=world.vocabulary)
    hits = retrieve(asked, index=world.index, lexicon=world.lexicon)
    return asked, judge(asked, hits, profiles=world.profiles, terms=world.terms, lexicon=world.lexicon, audience=audience)


def train_reranker(world: World, cases: Sequence[Case]) -> dict[str, float]:
    """The weights of the reranker; prints recall@5 of facts, cross-validated, beside that of the weights in force."""
    rows: list[dict[str, float]] = []
    labels: list[int] = []
    groups: list[int] = []
    facts_of: dict[int, tuple[Fact, ...]] = {}
    profiles: list[Profile] = []
    for number, (case, text, facts) in enumerate(_questions(cases, Expect.ANSWER)):
        facts_of[number] = facts
        for _, profile, signals in _signals(world, text, case.audience)[1]:
            statement = profile.statement
            rows.append(signals)
            profiles.append(profile)
            groups.append(number)
            labels.append(int(any(states(fact, statement.text, heading=under(statement)) for fact in facts)))
    names = sorted(rows[0])
    table = np.array([[row[name] for name in names] for row in rows])
    target, group = np.array(labels), np.array(groups)
    weight = _weights(target, group)
    scores = np.zeros(len(target))
    for train, test in GroupKFold(_FOLDS).split(table, target, group):
        found = fit(table[train], target[train], weight[train], names)
        scores[test] = table[test] @ found[:-1] + found[-1]
    recall = np.mean([_recall(group == number, scores, profiles, facts) for number, facts in facts_of.items() if facts])
    _say(f"reranker: {len(facts_of)} questions, facts in the first {_DEPTH}, cross-validated: {recall:.3f}")
    return _as_weights(names, fit(table, target, weight, names))


def _weights(target: np.ndarray, group: np.ndarray) -> np.ndarray:
    """Each question counts the same, and in it relevant and irrelevant statements do (1 to 4)."""
    weight = np.zeros(len(target))
    for number in np.unique(group):
        mine = group == number
        for label, share in ((1, 0.2), (0, 0.8)):
            chosen = mine & (target == label)
            weight[chosen] = share * 100 / max(int(chosen.sum()), 1)
    return weight


def _recall(mine: np.ndarray, scores: np.ndarray, profiles: Sequence[Profile], facts: Sequence[Fact]) -> float:
    order = [i for i in np.argsort(-scores, kind="stable") if mine[i]][:_DEPTH]
    top = [profiles[i].statement for i in order]
    return sum(any(states(fact, s.text, heading=under(s)) for s in top) for fact in facts) / len(facts)


def train_answerable(world: World, cases: Sequence[Case], weights: dict[str, float]) -> dict[str, float]:
    """The weights of the answerability model; prints precision and recall of abstaining, cross-validated."""
    rows: list[dict[str, float]] = []
    labels: list[int] = []
    for expect, label in ((Expect.ANSWER, 1), (Expect.ABSTAIN, 0)):
        for case, text, _ in _questions(cases, expect):
            asked = read_question(text, lexicon=world.lexicon, vocabulary=world.vocabulary)
            hits = retrieve(asked, index=world.index, lexicon=world.lexicon)
            judged = rerank(
                asked,
                hits,
                profiles=world.profiles,
                terms=world.terms,
                lexicon=world.lexicon,
                audience=case.audience,
                weights=weights,
            )
            if judged and settled_by_rule(asked, judged, terms=world.terms, lexicon=world.lexicon) is None:
                rows.append(answerability_signals(asked, judged, terms=world.terms, lexicon=world.lexicon))
                labels.append(label)
    names = sorted(rows[0])
    table, target = np.array([[row[name] for name in names] for row in rows]), np.array(labels)
    weight = np.where(target == 1, 1 / max(int(target.sum()), 1), 1 / max(int((1 - target).sum()), 1))
    scores = np.zeros(len(target))
    for train, test in GroupKFold(_FOLDS).split(table, target, np.arange(len(target))):
        found = fit(table[train], target[train], weight[train], names)
        scores[test] = 1 / (1 + np.exp(-(table[test] @ found[:-1] + found[-1])))
    threshold = _best_threshold(scores, target)
    wrong, caught = int((scores[target == 1] < threshold).sum()), int((scores[target == 0] < threshold).sum())
    _say(
        f"answerable (what rules leave): {wrong} of {sum(labels)} refused wrongly, {caught} of {int((target == 0).sum())} rightly"
    )
    return _as_weights(names, fit(table, target, weight, names)) | {"threshold": round(float(threshold), 3)}


def _best_threshold(scores: np.ndarray, target: np.ndarray) -> float:
    """The threshold with the best balanced accuracy, an answered question refused counting twice."""
    candidates = np.linspace(0.1, 0.9, 81)
    losses = [2 * (scores[target == 1] < c).mean() + (scores[target == 0] >= c).mean() for c in candidates]
    return float(candidates[int(np.argmin(losses))])


def _as_weights(names: Sequence[str], coefficients: np.ndarray) -> dict[str, float]:
    found = {name: round(float(value), 4) for name, value in zip(names, coefficients[:-1], strict=True)}
    return {"bias": round(float(coefficients[-1]), 4)} | found


def write_weights(path: Path, weights: dict[str, float], note: str) -> None:
    """Weights as a small JSON file."""
    path.write_text(json.dumps({"trained_on": note, "weights": weights}, indent=2) + "\n", encoding="utf-8")


def train(world: World) -> None:
    """Train both models on the dev cases and write their weights."""
    cases = [case for case in load_cases(CASES, split="dev") if not case.is_dialogue]
    note = f"{len(cases)} dev cases of evals/cases, by evals/train_ranking.py"
    reranker = train_reranker(world, cases)
    write_weights(HOME / "rerank_weights.json", reranker, note)
    write_weights(HOME / "answerable_weights.json", train_answerable(world, cases, reranker), note)


if __name__ == "__main__":
    from assistant.pipeline import Assistant
    from assistant.settings import load_settings

    train(Assistant.open(load_settings()))
