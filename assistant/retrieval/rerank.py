"""Hits in, hits with relevance out: a logistic model over ``signals.py``, and one over the best of them with ``late.py``.

Their weights are trained by evals/train_ranking.py.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from assistant.answers import Audience, Hit
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile, Terms
from assistant.retrieval.signals import Judged, Surroundings, log_odds, logistic, read_signals
from assistant.words.lexicon import Lexicon

_WEIGHTS = Path(__file__).with_name("rerank_weights.json")
DEPTH = 120
LATE = 12
_NEAREST_TO_SURE = 1e-9


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, float]:
    """The weight of each signal, and "bias"."""
    weights: dict[str, float] = json.loads(_WEIGHTS.read_text(encoding="utf-8"))["weights"]
    return weights


def rerank(
    asked: Asked,
    hits: Sequence[Hit],
    *,
    profiles: Mapping[str, Profile],
    terms: Terms,
    lexicon: Lexicon,
    audience: Audience,
    weights: Mapping[str, float] | None = None,
) -> tuple[Judged, ...]:
    """The ``DEPTH`` best hits by relevance (0 to 1), best first; ties keep the fused order."""
    weights = load_weights() if weights is None else weights
    judged = []
    for hit, profile, signals in judge(asked, hits, profiles=profiles, terms=terms, lexicon=lexicon, audience=audience):
        total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in signals.items())
        relevance = logistic(total)
        judged.append((relevance, hit, profile, signals))
    judged.sort(key=lambda entry: (-entry[0], entry[1].rank))
    return tuple(
        Judged(hit=_with_relevance(hit, rank, relevance), profile=profile, signals=signals)
        for rank, (relevance, hit, profile, signals) in enumerate(judged, start=1)
    )


def with_met(
    judged: Sequence[Judged], met: Sequence[float] | None, *, weights: Mapping[str, float] | None = None
) -> tuple[Judged, ...]:
    """The first ``LATE`` statements ordered anew by how well their word pieces meet the question's (``late.py``) as well.

    ``met`` is of these statements, in their order; None leaves all as it is. The order is new, not the scale: the best has the
    relevance that was the best before it, and so on, since what drafts and refuses was measured by that scale.
    """
    if met is None:
        return tuple(judged)
    weights = late_weights() if weights is None else weights

    def total(place: int) -> float:
        return sum(weights[name] * value for name, value in late_signals(judged[place].hit.relevance, met[place]).items())

    order = sorted(range(len(met)), key=lambda place: (-total(place), place))
    return tuple(
        replace(judged[place], hit=_with_relevance(judged[place].hit, rank, was.hit.relevance))
        for rank, (place, was) in enumerate(zip((*order, *range(len(met), len(judged))), judged, strict=True), start=1)
    )


def late_signals(relevance: float, met: float) -> dict[str, float]:
    """What orders the first statements: the log-odds of their relevance, and how well they meet the question's word pieces."""
    return {"before": log_odds(relevance, nearest=_NEAREST_TO_SURE), "met": met}


@lru_cache(maxsize=1)
def late_weights() -> Mapping[str, float]:
    """The weight of each of ``late_signals``."""
    weights: dict[str, float] = json.loads(_WEIGHTS.read_text(encoding="utf-8"))["late"]
    return weights


def judge(
    asked: Asked,
    hits: Sequence[Hit],
    *,
    profiles: Mapping[str, Profile],
    terms: Terms,
    lexicon: Lexicon,
    audience: Audience,
) -> list[tuple[Hit, Profile, dict[str, float]]]:
    """Each of the ``DEPTH`` best hits with its profile and signals, in fused order."""
    shortlist = hits[:DEPTH]
    sections: dict[str, float] = {}
    for hit in shortlist:
        sections[hit.statement.passage_id] = max(sections.get(hit.statement.passage_id, 0.0), hit.fused)
    around = Surroundings(
        best_dense=max((hit.dense for hit in hits), default=0.0),
        best_lexical=max((hit.lexical for hit in hits), default=0.0),
        sections=sections,
        audience=audience,
    )
    found = []
    for hit in shortlist:
        profile = profiles[hit.statement.statement_id]
        found.append((hit, profile, read_signals(asked, hit, profile, terms=terms, lexicon=lexicon, around=around)))
    return found


def _with_relevance(hit: Hit, rank: int, relevance: float) -> Hit:
    return Hit(
        statement=hit.statement,
        source=hit.source,
        rank=rank,
        dense=hit.dense,
        lexical=hit.lexical,
        fused=hit.fused,
        relevance=relevance,
    )
