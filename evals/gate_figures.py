"""What is known of the gate, for a report: claims made wrong that it caught, per kind, and how far its score can be trusted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from evals.mutations import Judgement, Tally


def as_parts(tallies: Mapping[str, Tally]) -> dict[str, Any]:
    """The tallies for a report: per part the shares, and per kind of wrong the claims caught and all."""
    return {
        name: {
            "passed": one.passed,
            "caught": one.caught,
            "faithful": one.faithful,
            "kinds": dict(sorted(one.kinds.items())),
        }
        for name, one in tallies.items()
    }


def calibrate(judgements: Sequence[Judgement]) -> list[dict[str, float]]:
    """Per tenth of the verifier's score: the mean score, how many claims have it, and the share of faithful ones."""
    bins: dict[int, list[Judgement]] = {}
    for one in judgements:
        bins.setdefault(min(9, int(10 * one.score)), []).append(one)
    return [
        {
            "score": sum(one.score for one in found) / len(found),
            "claims": len(found),
            "faithful": sum(one.supported for one in found) / len(found),
        }
        for _, found in sorted(bins.items())
    ]
