"""What differs in; the same with held-out cases only counted, out: who sees how they fail tunes to them, by accident or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from evals.baseline import Change
from evals.scored import Scored

HELD_OUT = "holdout"
_COUNTED = "turns of held-out cases, not named here"


def held_out_cases(scored: Scored) -> frozenset[str]:
    """The ids of the cases that nobody reads while changing the product."""
    return frozenset(case.id for case in scored.run.cases if case.split == HELD_OUT)


def seal_changes(changes: Sequence[Change], held_out: Collection[str]) -> tuple[Change, ...]:
    """The changes, those of held-out cases as one for each kind that counts them."""
    sealed = [change for change in changes if _case_of(change) in held_out]
    counts = Counter(change.kind for change in sealed)
    counted = (Change(kind=kind, what=_COUNTED, before="0", after=str(count)) for kind, count in counts.items())
    return (*(change for change in changes if change not in sealed), *counted)


def open_turns(turns: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The turns that people may read, those of held-out cases left out."""
    return [turn for turn in turns if turn["split"] != HELD_OUT]


def _case_of(change: Change) -> str:
    return change.what.split(" turn ")[0]
