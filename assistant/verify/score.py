"""How much a claim looks supported, 0 to 1: a small logistic model over what the checks found. Pure.

It orders claims; whether one is supported, the checks decide. ``python -m evals.train_score`` fits the weights.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from assistant.answers import Reason, ReasonCode

_GROUPS: Mapping[str, frozenset[ReasonCode]] = {
    "number": frozenset((ReasonCode.NUMBER, ReasonCode.UNIT)),
    "negation": frozenset((ReasonCode.NEGATION,)),
    "direction": frozenset((ReasonCode.DIRECTION,)),
    "strength": frozenset((ReasonCode.STRENGTH,)),
    "population": frozenset((ReasonCode.POPULATION,)),
    "name": frozenset((ReasonCode.NAME,)),
}
_MOST = 4


def signals(reasons: Sequence[Reason], *, share: float, direct: float, passage: float) -> dict[str, float]:
    """What the model sees of the best unit of evidence: the reasons against it, and how much of the claim is said where."""
    codes = {reason.code for reason in reasons}
    unsaid = sum(reason.code in {ReasonCode.NOT_STATED, ReasonCode.NAME} for reason in reasons)
    return {
        "supported": float(not reasons),
        "share": share,
        "direct": direct,
        "passage": passage,
        "unsaid": min(unsaid, _MOST) / _MOST,
        **{name: float(bool(codes & group)) for name, group in _GROUPS.items()},
    }


def score(found: Mapping[str, float]) -> float:
    """The model's probability; at least 0.5 for a claim without a reason against it, less for the rest."""
    weights = _weights()
    total = weights["bias"] + sum(weights[name] * value for name, value in found.items())
    probability = 1.0 / (1.0 + math.exp(-total))
    return round(0.5 + 0.5 * probability if found["supported"] else 0.499 * probability, 3)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    loaded: dict[str, float] = json.loads((Path(__file__).parent / "score_weights.json").read_text("utf-8"))
    return loaded
