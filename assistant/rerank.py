"""Hits in, hits with relevance out: a logistic model over ``signals.py``, its weights trained by evals/train_ranking.py."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp
from pathlib import Path

from assistant.answers import Audience, Hit
from assistant.asked import Asked
from assistant.lexicon import Lexicon
from assistant.profile import Profile, Terms
from assistant.signals import Judged, Surroundings, read_signals

_WEIGHTS = Path(__file__).with_name("rerank_weights.json")
DEPTH = 120


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
        relevance = 1 / (1 + exp(-max(min(total, 30.0), -30.0)))
        judged.append((relevance, hit, profile, signals))
    judged.sort(key=lambda entry: (-entry[0], entry[1].rank))
    return tuple(
        Judged(hit=_with_relevance(hit, rank, relevance), profile=profile, signals=signals)
        for rank, (relevance, hit, profile, signals) in enumerate(judged, start=1)
    )


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
