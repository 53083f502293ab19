"""Signals of questions and what is true of them in, weights of logistic regression with L2 and fixed signs out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize

_STRENGTH = 0.0003
# Which way a signal may count. Few cases can't teach that a match speaks against a statement, or a clash for it.
_AGAINST = frozenset(
    (
        "clash clash_above concept_gap word_gap population_gap shape_gap other_drugs numbers_unasked "
        "alien alien_share strange narrower no_concepts alien_named alien_short gap_named "
        "like_unanswered like_unanswered_few unmet"
    ).split(),
)
# Statements about other patients are rare among the best hits, so training would make little of the one thing that harms.
_AT_MOST = {"clash": -1.2, "clash_above": -0.8, "shape_gap": -0.8}
_AT_LEAST = {"shape": 0.6, "population": 0.3}
_EITHER = frozenset({"length"})  # "before", "met" and "behind" speak for a statement, as all others


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


def as_weights(names: Sequence[str], coefficients: np.ndarray) -> dict[str, float]:
    """The coefficients of ``fit`` by name, "bias" first."""
    found = {name: round(float(value), 4) for name, value in zip(names, coefficients[:-1], strict=True)}
    return {"bias": round(float(coefficients[-1]), 4)} | found
