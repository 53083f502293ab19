"""Rankings against relevance judgements: nDCG@10, recall@5, recall@10 and MRR as trec_eval defines them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from math import log2

Judgements = Mapping[str, Mapping[str, int]]
Ranking = Mapping[str, Mapping[str, float]]
_DEPTH = 10


def measure(judgements: Judgements, ranking: Ranking) -> dict[str, float]:
    """The mean of each figure over all judged queries; a query without ranking counts 0.

    Documents rank by score, ties by id from last to first, as trec_eval has it. Recall leaves out queries without a
    relevant document only in that they count 0.
    """
    sums = dict.fromkeys(("ndcg@10", "recall@5", "recall@10", "mrr"), 0.0)
    for query, judged in judgements.items():
        order = rank(ranking.get(query, {}))
        relevant = {document for document, gain in judged.items() if gain > 0}
        ideal = sorted((gain for gain in judged.values() if gain > 0), reverse=True)[:_DEPTH]
        best = _gain([float(gain) for gain in ideal])
        sums["ndcg@10"] += _gain([float(max(judged.get(document, 0), 0)) for document in order[:_DEPTH]]) / best if best else 0.0
        for depth in (5, 10):
            sums[f"recall@{depth}"] += len(relevant.intersection(order[:depth])) / len(relevant) if relevant else 0.0
        first = next((place for place, document in enumerate(order, start=1) if document in relevant), 0)
        sums["mrr"] += 1 / first if first else 0.0
    return {name: total / len(judgements) for name, total in sums.items()} if judgements else sums


def rank(scores: Mapping[str, float]) -> list[str]:
    """Document ids, best first."""
    return [document for _, document in sorted(((score, document) for document, score in scores.items()), reverse=True)]


def _gain(gains: list[float]) -> float:
    return sum(gain / log2(place + 2) for place, gain in enumerate(gains))
