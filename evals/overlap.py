"""What a single similarity would do in the gate's place: word overlap and cosine, at their best threshold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.settings import load_settings
from evals.paraphrase_cases import Group
from ingest.embed import load_embedder

_WORD = re.compile(r"\w+(?:\.\d+)?")
Scores = list[tuple[float, bool]]


def _cases(groups: Iterable[Group]) -> list[tuple[str, str, bool]]:
    """(claim, evidence with headings, supported) of every pair."""
    return [
        (text, " ".join((*group.section, group.evidence)), faithful)
        for group in groups
        for pair in group.pairs
        for text, faithful in ((pair.ok, True), (pair.edit, False))
    ]


def overlap_scores(groups: Sequence[Group]) -> Scores:
    """The share of the claim's words that the evidence holds, with the label."""
    found = []
    for claim, evidence, faithful in _cases(groups):
        ours, theirs = ({word.lower() for word in _WORD.findall(text)} for text in (claim, evidence))
        found.append((len(ours & theirs) / max(1, len(ours)), faithful))
    return found


def cosine_scores(groups: Sequence[Group]) -> Scores:
    """The cosine of claim and evidence in the bundled model, with the label."""
    cases = _cases(groups)
    embedder = load_embedder(load_settings())
    claims = embedder.embed([claim for claim, _, _ in cases])
    evidence = embedder.embed([words for _, words, _ in cases])
    return [(float(left @ right), faithful) for left, right, (_, _, faithful) in zip(claims, evidence, cases, strict=True)]


def best_balance(scores: Scores) -> str:
    """Balanced accuracy at the threshold that suits these very cases best, and the area under the curve."""
    positives = [score for score, faithful in scores if faithful]
    negatives = [score for score, faithful in scores if not faithful]
    best = max(
        (sum(score >= cut for score in positives) / len(positives) + sum(score < cut for score in negatives) / len(negatives)) / 2
        for cut, _ in scores
    )
    wins = sum((high > low) + 0.5 * (high == low) for high in positives for low in negatives)
    return f"balanced accuracy {best:.1%} at its best threshold, AUC {wins / (len(positives) * len(negatives)):.3f}"
