"""Trains assistant/rerank_weights.json and assistant/answerable_weights.json on the dev cases: ``python -m evals.train_ranking``.

Logistic regression with L2 over the signals of ``assistant/signals.py`` and ``assistant/answerable.py``. A statement is
relevant to a question if it states one of the case's facts. Holdout cases are never read. Cross-validated by case.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from sklearn.linear_model import LogisticRegression
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
_STRENGTH = 0.5


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
        model = LogisticRegression(C=_STRENGTH, max_iter=2000).fit(table[train], target[train], sample_weight=weight[train])
        scores[test] = model.decision_function(table[test])
    recall = np.mean([_recall(group == number, scores, profiles, facts) for number, facts in facts_of.items() if facts])
    _say(f"reranker: {len(facts_of)} questions, facts in the first {_DEPTH}, cross-validated: {recall:.3f}")
    model = LogisticRegression(C=_STRENGTH, max_iter=2000).fit(table, target, sample_weight=weight)
    return _as_weights(names, model)


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
    scores = np.zeros(len(target))
    for train, test in GroupKFold(_FOLDS).split(table, target, np.arange(len(target))):
        model = LogisticRegression(C=_STRENGTH, max_iter=2000, class_weight="balanced").fit(table[train], target[train])
        scores[test] = model.predict_proba(table[test])[:, 1]
    threshold = _best_threshold(scores, target)
    wrong, caught = int((scores[target == 1] < threshold).sum()), int((scores[target == 0] < threshold).sum())
    _say(
        f"answerable (what rules leave): {wrong} of {sum(labels)} refused wrongly, {caught} of {int((target == 0).sum())} rightly"
    )
    model = LogisticRegression(C=_STRENGTH, max_iter=2000, class_weight="balanced").fit(table, target)
    return _as_weights(names, model) | {"threshold": round(float(threshold), 3)}


def _best_threshold(scores: np.ndarray, target: np.ndarray) -> float:
    """The threshold with the best balanced accuracy, an answered question refused counting twice."""
    candidates = np.linspace(0.1, 0.9, 81)
    losses = [2 * (scores[target == 1] < c).mean() + (scores[target == 0] >= c).mean() for c in candidates]
    return float(candidates[int(np.argmin(losses))])


def _as_weights(names: Sequence[str], model: LogisticRegression) -> dict[str, float]:
    found = {name: round(float(value), 4) for name, value in zip(names, model.coef_[0], strict=True)}
    return {"bias": round(float(model.intercept_[0]), 4)} | found


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
