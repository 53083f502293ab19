"""Trains the weights of reranking and of answerability on the dev cases: ``python -m evals.train_ranking [answerable]``.

Logistic regression with L2 and fixed signs over the signals of ``assistant/retrieval/signals.py`` and
``assistant/abstention/answerable.py``. A statement is
relevant to a question if it states one of the case's facts. Holdout cases are never read. Cross-validated by case.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.model_selection import GroupKFold

import assistant
from assistant.abstention.answerable import settled_by_names
from assistant.abstention.answerable_signals import answerability_signals
from assistant.answers import Audience, Question, Turn
from assistant.display.render import to_markdown
from assistant.pipeline import Assistant
from assistant.question.asked import Asked
from assistant.reader import Reader
from assistant.retrieval.profile import Profile
from assistant.retrieval.rerank import LATE, judge, late_signals, late_weights, load_weights, rerank, with_met
from assistant.retrieval.retrieve import retrieve
from assistant.retrieval.signals import Judged
from assistant.settings import load_settings
from evals.case_files import Case, Expect, Fact, load_cases
from evals.case_files import Turn as CaseTurn
from evals.check_cases import under
from evals.records import states
from evals.signed_fit import as_weights, fit
from evals.training_files import read_lines

CASES = Path(__file__).parent / "cases"
HOME = Path(assistant.__file__).parent
_FOLDS = 5
_DEPTH = 5
_REFUSAL_WEIGHT = 2.3
_TWIN_WEIGHT, _KEYWORD_WEIGHT = 2.0, 0.5
_WRONG_ANSWER = 1.5
# Losses are flat over a stretch of thresholds; in its middle neither refusals nor wrong answers run away on fresh questions.
_FLAT = 1.0
# Of fresh questions that nothing answers, the lists of attributes leave so many to the model (14 of 34 when last tried).
_LEFT_BY_LISTS = 0.4


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question of a case as it reads without the conversation, who reads the documents for it, and what it expects.

    ``case`` counts cases from 0.
    """

    case: int
    text: str
    audience: Audience
    turn: CaseTurn
    world: Reader
    is_twin: bool = False
    is_keyword: bool = False


def read_askings(assistant: Assistant, cases: Sequence[Case]) -> list[Asking]:
    """Every turn of the cases, follow-ups condensed over the answers that are given now."""
    found = []
    for number, case in enumerate(cases):
        history: tuple[Turn, ...] = ()
        for turn in case.turns:
            question = Question(text=turn.question, history=history, audience=case.audience, language=case.language)
            read_as = assistant.condense(question)
            world = assistant.shelf(read_as.language).reader
            found.append(Asking(case=number, text=read_as.text, audience=case.audience, turn=turn, world=world))
            if case.is_dialogue:
                shown = to_markdown(assistant.answer(question)[0])
                history = (*history, Turn(role="user", content=turn.question), Turn(role="assistant", content=shown))
    return found


def read_twins(assistant: Assistant, *, after: int) -> list[Asking]:
    """Questions that no other judge learned: ``training/twins.jsonl`` and ``training/keywords.jsonl``.

    The former are near misses and questions worded alike that are answered; the latter, of this world and of others, are worded
    as people type them into a search box. ``after`` is how many cases come before.
    """
    lines = [(line, name) for name in ("twins", "keywords") for line in read_lines(name)]
    found = []
    for number, (line, name) in enumerate(lines):
        read_as = assistant.condense(Question(text=line["question"]))
        # Which facts an answer states is not written down: only whether there is one is learned.
        expect = (Expect.ANSWER if line["answered"] else Expect.ABSTAIN,)
        found.append(
            Asking(
                case=after + number,
                text=read_as.text,
                audience=Audience.CLINICIAN,
                turn=CaseTurn.model_construct(question=line["question"], expect=expect),
                world=assistant.shelf(read_as.language).reader,
                is_twin=name == "twins",
                is_keyword=name == "keywords",
            )
        )
    return found


def _signals(world: Reader, text: str, audience: Audience) -> tuple[Asked, list[tuple[Any, Profile, dict[str, float]]]]:
    asked = world.read(text)
    hits = retrieve(asked, index=world.index, lexicon=world.lexicon)
    return asked, judge(asked, hits, profiles=world.profiles, terms=world.terms, lexicon=world.lexicon, audience=audience)


def _judged(asking: Asking, weights: dict[str, float], late: dict[str, float]) -> tuple[Asked, tuple[Judged, ...]]:
    world = asking.world
    asked = world.read(asking.text)
    hits = retrieve(asked, index=world.index, lexicon=world.lexicon)
    judged = rerank(
        asked,
        hits,
        profiles=world.profiles,
        terms=world.terms,
        lexicon=world.lexicon,
        audience=asking.audience,
        weights=weights,
    )
    met = world.met(asked, [entry.hit.statement for entry in judged[:LATE]])
    return asked, with_met(judged, met, weights=late)


def train_reranker(askings: Sequence[Asking]) -> tuple[dict[str, float], dict[str, float]]:
    """The weights of the reranker, and those beside late interaction; prints the facts in the first five, cross-validated."""
    rows: list[dict[str, float]] = []
    labels: list[int] = []
    groups: list[int] = []
    facts_of: dict[int, tuple[Fact, ...]] = {}
    profiles: list[Profile] = []
    wanted = [asking for asking in askings if asking.turn.facts and asking.turn.wants_facts]
    for number, asking in enumerate(wanted):
        facts = facts_of[number] = asking.turn.facts
        for _, profile, signals in _signals(asking.world, asking.text, asking.audience)[1]:
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
    case_of = np.array([wanted[number].case for number in group])
    for train, test in GroupKFold(_FOLDS).split(table, target, case_of):
        found = fit(table[train], target[train], weight[train], names)
        scores[test] = table[test] @ found[:-1] + found[-1]
    recall = np.mean([_recall(group == number, scores, profiles, facts) for number, facts in facts_of.items() if facts])
    _say(f"reranker: {len(facts_of)} questions, facts in the first {_DEPTH}, cross-validated: {recall:.3f}")
    late = _train_late(wanted, scores, profiles, target, group)
    return as_weights(names, fit(table, target, weight, names)), late


def _train_late(
    wanted: Sequence[Asking], scores: np.ndarray, profiles: Sequence[Profile], target: np.ndarray, group: np.ndarray
) -> dict[str, float]:
    """The weights by which the first statements are ordered anew, over the cross-validated ``scores``."""
    chosen: list[int] = []
    rows: list[dict[str, float]] = []
    for number, asking in enumerate(wanted):
        mine = np.flatnonzero(group == number)
        first = mine[np.argsort(-scores[mine], kind="stable")][:LATE]
        met = asking.world.met(asking.world.read(asking.text), [profiles[place].statement for place in first])
        if met is not None:
            chosen += [int(place) for place in first]
            rows += [late_signals(1 / (1 + np.exp(-scores[place])), own) for place, own in zip(first, met, strict=True)]
    names = sorted(rows[0])
    table = np.array([[row[name] for name in names] for row in rows])
    label, question = target[chosen], group[chosen]
    weight, anew = _weights(label, question), np.zeros(len(label))
    cases = np.array([wanted[number].case for number in question])
    for train, test in GroupKFold(_FOLDS).split(table, label, cases):
        found = fit(table[train], label[train], weight[train], names)
        anew[test] = table[test] @ found[:-1] + found[-1]
    places = np.array(chosen)
    for name, order in (("before", scores[places]), ("after", anew)):
        heads = [np.flatnonzero(question == number) for number in np.unique(question)]
        first_right = np.mean([label[one[np.argmax(order[one])]] for one in heads])
        facts = [
            _recall(question == number, order, [profiles[place] for place in places], wanted[number].turn.facts)
            for number in np.unique(question)
        ]
        _say(f"late interaction, {name}: first right {first_right:.3f}, facts in the first {_DEPTH} {np.mean(facts):.3f}")
    weights = as_weights(names, fit(table, label, weight, names))
    return {name: weights[name] for name in names}


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


def train_answerable(
    askings: Sequence[Asking], weights: dict[str, float], late: dict[str, float], *, with_learned: bool
) -> dict[str, float]:
    """The weights of the answerability model, with the learned judges or without; prints how often it refuses."""
    rows: list[dict[str, float]] = []
    kept: list[tuple[int, int, bool, bool, bool]] = []  # answerable, case, left open by the rules, a twin, typed as keywords
    for asking in askings:
        if len(asking.turn.expect) > 1 or asking.turn.expect[0] in {Expect.EMERGENCY, Expect.SMALLTALK}:
            continue
        asked, judged = _judged(asking, weights, late)
        terms, lexicon = asking.world.terms, asking.world.lexicon
        if judged:
            settled = settled_by_names(asked, judged, terms=terms, lexicon=lexicon)
            learned = asking.world.learned(asked, judged, asking.world.how_held(asked, judged)) if with_learned else None
            if with_learned and learned is None:
                continue
            rows.append(answerability_signals(asked, judged, terms=terms, lexicon=lexicon, learned=learned))
            answered = int(asking.turn.expect[0] is not Expect.ABSTAIN)
            kept.append((answered, asking.case, settled is None, asking.is_twin, asking.is_keyword))
    names = sorted(rows[0])
    table = np.array([[row[name] for name in names] for row in rows])
    target, case_of, left, twin, keyword = (np.array(column) for column in zip(*kept, strict=True))
    weight = np.where(target == 1, 1.0, _REFUSAL_WEIGHT) * np.where(twin, _TWIN_WEIGHT, np.where(keyword, _KEYWORD_WEIGHT, 1.0))
    of_people = ~twin & ~keyword
    scores = np.zeros(len(target))
    for train, test in GroupKFold(_FOLDS).split(table, target, case_of):
        found = fit(table[train], target[train], weight[train], names)
        scores[test] = 1 / (1 + np.exp(-(table[test] @ found[:-1] + found[-1])))
    # Twins are closer to one another than what people ask: they teach what tells them, not where to draw the line.
    threshold = _best_threshold(scores[left & of_people], target[left & of_people])
    wrong, caught = int((scores[left & (target == 1)] < threshold).sum()), int((scores[left & (target == 0)] < threshold).sum())
    open_ones = int(target[left].sum())
    others = left.sum() - open_ones
    beside = "beside the learned judges" if with_learned else "alone"
    _say(f"answerable, {beside}: {left.sum()} left; refused wrongly {wrong} of {open_ones}, rightly {caught} of {others}")
    return as_weights(names, fit(table, target, weight, names)) | {"threshold": round(threshold, 3)}


def _best_threshold(scores: np.ndarray, target: np.ndarray) -> float:
    """The middle of the thresholds whose loss over what the rules leave is within one question of the least.

    Readers ask an unanswerable question about once in three, a little more often than the cases do.
    """
    candidates = np.linspace(0.05, 0.9, 86)
    cost = _WRONG_ANSWER * _LEFT_BY_LISTS
    losses = np.array([(scores[target == 1] < c).sum() + cost * (scores[target == 0] >= c).sum() for c in candidates])
    flat = np.flatnonzero(losses <= losses.min() + _FLAT)
    return float(candidates[flat[len(flat) // 2]])


def write_weights(path: Path, note: str, **weights: dict[str, float]) -> None:
    """Weights as a small JSON file."""
    path.write_text(json.dumps({"trained_on": note, **weights}, indent=2) + "\n", encoding="utf-8")


def train(assistant: Assistant, *, reranking: bool = True) -> None:
    """Train both models on the dev cases and write their weights; or only that of answerability, on the ranking in force."""
    cases = load_cases(CASES, split="dev")
    askings = read_askings(assistant, cases)
    note = f"{len(askings)} turns of {len(cases)} dev cases of evals/cases, by evals/train_ranking.py"
    reranker, late = train_reranker(askings) if reranking else (dict(load_weights()), dict(late_weights()))
    if reranking:
        write_weights(HOME / "rerank_weights.json", note, weights=reranker, late=late)
    askings += read_twins(assistant, after=len(cases))
    plain, held = (train_answerable(askings, reranker, late, with_learned=with_learned) for with_learned in (False, True))
    write_weights(HOME / "answerable_weights.json", note, weights=plain, held_weights=held)


if __name__ == "__main__":
    train(Assistant.open(load_settings()), reranking="answerable" not in sys.argv[1:])
