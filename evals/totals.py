"""Scores of turns in, totals with intervals out: each metric a ratio of sums, resampled by case (percentile bootstrap)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

import numpy as np
from numpy.typing import NDArray

from evals.case_files import Expect
from evals.errors import NoCasesError
from evals.metrics import STAGES, TurnScore
from evals.records import Run

Ratio = Callable[[TurnScore], tuple[float, float]]
_RESAMPLES = 1000
_SEED = 20260129


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A figure of the report. ``better`` is +1 if more is better, -1 if less is, 0 if it is only reported."""

    name: str
    meaning: str
    better: int
    ratio: Ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A metric's value with its 95 % interval and the number of turns (or claims, or citations) that it rests on."""

    name: str
    value: float
    low: float
    high: float
    count: float


def _share(hit: bool, counted: bool = True) -> tuple[float, float]:
    return (float(hit and counted), float(counted))


def _stage(stage: str, figure: str) -> Ratio:
    def ratio(score: TurnScore) -> tuple[float, float]:
        found = score.stages.get(stage)
        return (float(getattr(found, figure)), 1.0) if found else (0.0, 0.0)

    return ratio


def _metric(name: str, better: int, meaning: str, ratio: Ratio) -> Metric:
    return Metric(name=name, better=better, meaning=meaning, ratio=ratio)


# Medians: figures that are no ratio of sums. Less is better, as far as the slack in ``baseline.py`` lets it count.
MEDIANS = {
    "words_median": "words on screen of answers, median",
    "words_most": "words on screen of answers, most",
    "readability_patients": "median LIX of answers for patients: below 40 easy, 50 as newspapers, above 60 hard",
}

METRICS: tuple[Metric, ...] = (
    _metric("passed", 1, "turns that meet their whole expectation", lambda s: _share(s.passed)),
    _metric(
        "fact_recall",
        1,
        "expected facts that the answer states, by weight",
        lambda s: (s.recall, 1.0) if s.wants_facts and s.facts else (0, 0),
    ),
    _metric(
        "fact_recall_answered",
        1,
        "the same over turns that were answered",
        lambda s: (s.recall, 1.0) if s.wants_facts and s.facts and s.status == "answered" else (0, 0),
    ),
    _metric(
        "wrong_facts",
        -1,
        "wrong facts per turn: forbidden wordings, figures that the cited words don't hold",
        lambda s: (len(s.wrong), 1.0),
    ),
    _metric(
        "unsupported_shown",
        -1,
        "shown claims that a second verification doesn't support (must be 0)",
        lambda s: (s.unsupported, s.claims),
    ),
    _metric("claims_cited", 1, "shown claims with a citation (must be 1)", lambda s: (s.cited, s.claims)),
    _metric(
        "citation_recall",
        1,
        "shown claims that their citations together support (ALCE)",
        lambda s: (s.claims - s.unsupported, s.claims),
    ),
    _metric(
        "citation_precision", 1, "citations that support their claim or are needed to (ALCE)", lambda s: (s.precise, s.citations)
    ),
    _metric("withheld", 0, "drafted claims that were withheld", lambda s: (s.withheld, s.withheld + s.claims)),
    _metric(
        "sources_right",
        1,
        "answers that cite a source named by the case",
        lambda s: _share(bool(s.sources_right), s.sources_right is not None),
    ),
    _metric(
        "abstention_precision",
        1,
        "abstentions where the documents hold no answer",
        lambda s: _share(s.expect is Expect.ABSTAIN, s.status == "abstained"),
    ),
    _metric(
        "abstention_recall",
        1,
        "unanswerable questions that were abstained on",
        lambda s: _share(s.status != "answered" and s.passed, s.must_abstain),
    ),
    _metric(
        "emergency_recall",
        1,
        "emergencies that were seen",
        lambda s: _share(s.status == "emergency", s.expect is Expect.EMERGENCY),
    ),
    _metric(
        "emergency_precision",
        1,
        "alarms that were called for",
        lambda s: _share(s.expect is Expect.EMERGENCY, s.status == "emergency"),
    ),
    _metric(
        "premise_corrected",
        1,
        "false premises whose correction is stated",
        lambda s: _share(s.complete, s.expect is Expect.PREMISE),
    ),
    _metric(
        "premise_named",
        1,
        "false premises that the answer names as such",
        lambda s: _share(s.premise, s.expect is Expect.PREMISE),
    ),
    _metric(
        "disagreement_shown",
        1,
        "disagreements of the sources that are shown side by side",
        lambda s: _share(s.disagreements > 0, s.must_disagree),
    ),
    _metric(
        "follow_up_recall",
        1,
        "fact recall of second and later turns",
        lambda s: (s.recall, 1.0) if s.position and s.wants_facts and s.facts else (0, 0),
    ),
    _metric(
        "follow_up_passed",
        1,
        "second and later turns that meet their whole expectation",
        lambda s: _share(s.passed, s.position > 0),
    ),
    *(
        _metric(f"{stage}_{figure}", better, f"{label}, statements ordered by {stage}", _stage(stage, figure))
        for stage in STAGES
        for figure, label, better in (
            ("recall_5", "facts found among the best 5", 1),
            ("recall_10", "facts found among the best 10", 1),
            ("ndcg_10", "nDCG@10", 0),
            ("reciprocal_rank", "mean reciprocal rank", 0),
        )
    ),
)


def total_up(scores: Sequence[TurnScore], *, resamples: int = _RESAMPLES) -> dict[str, Total]:
    """Metric name → total, over all turns given; metrics that rest on nothing are left out.

    Raises:
        NoCasesError: without scores.

    """
    if not scores:
        message = "No turn was scored: no cases is a failure, not a score."
        raise NoCasesError(message)
    order: dict[str, int] = {}
    for score in scores:
        order.setdefault(score.case_id, len(order))
    rows = [order[score.case_id] for score in scores]
    sums = np.zeros((len(order), 2 * len(METRICS)))
    np.add.at(sums, rows, [[part for metric in METRICS for part in metric.ratio(score)] for score in scores])
    over, under = sums.sum(axis=0).reshape(-1, 2).T
    drawn = (draws(len(order), resamples) @ sums).reshape(resamples, -1, 2)
    totals = {}
    for place, metric in enumerate(METRICS):
        if under[place] == 0:
            continue
        value = float(over[place] / under[place])
        kept = drawn[drawn[:, place, 1] > 0, place]
        low, high = np.percentile(kept[:, 0] / kept[:, 1], [2.5, 97.5]) if len(kept) else (value, value)
        totals[metric.name] = Total(name=metric.name, value=value, low=float(low), high=float(high), count=float(under[place]))
    return totals


@lru_cache(maxsize=8)
def draws(cases: int, resamples: int) -> NDArray[np.float64]:
    """``(resamples, cases)``: how often each case was drawn, so that one matrix product adds up every metric."""
    draws = np.random.default_rng(_SEED).integers(0, cases, size=(resamples, cases))
    return np.stack([np.bincount(row, minlength=cases) for row in draws]).astype(np.float64)


def group_totals(groups: Mapping[str, Sequence[TurnScore]], names: Sequence[str]) -> dict[str, dict[str, Total]]:
    """Group → the named totals, without intervals worth reading where a group is small; no resampling."""
    return {
        group: {n: t for n, t in total_up(scores, resamples=1).items() if n in names}
        for group, scores in groups.items()
        if scores
    }


def lost_facts(scores: Sequence[TurnScore]) -> dict[str, int]:
    """Step → expected facts of full weight lost there, most first."""
    found: dict[str, int] = {}
    for score in scores:
        for fact in score.facts:
            if not fact.stated and score.wants_facts:
                found[fact.lost_at] = found.get(fact.lost_at, 0) + 1
    return dict(sorted(found.items(), key=lambda entry: (-entry[1], entry[0])))


def medians(scores: Sequence[TurnScore]) -> dict[str, float]:
    """Median and most words of the answers that show claims; the median readability of those written for patients."""
    words = [score.words for score in scores if score.claims] or [0]
    lix = [score.readability for score in scores if score.readability is not None]
    found = {"words_median": float(median(words)), "words_most": float(max(words))}
    return found | ({"readability_patients": round(median(lix), 2)} if lix else {})


def step_milliseconds(run: Run) -> dict[str, tuple[float, float]]:
    """Step → median and 95th percentile of its milliseconds."""
    steps: dict[str, list[float]] = {}
    for *_, record in run.turns():
        for step, spent in record.milliseconds.items():
            steps.setdefault(step, []).append(spent)
    return {step: (float(np.median(spent)), float(np.percentile(spent, 95))) for step, spent in steps.items()}
