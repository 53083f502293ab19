"""A run in, its scores and totals out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from evals.metrics import TurnScore, score_turn
from evals.records import Run
from evals.totals import Total, medians, total_up

SPLITS = ("all", "dev", "holdout")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A run with the scores of its turns, and its totals and medians per split ("all", "dev", "holdout")."""

    run: Run
    scores: tuple[TurnScore, ...]
    totals: dict[str, dict[str, Total]]
    medians: dict[str, dict[str, float]]

    def of_split(self, split: str) -> list[TurnScore]:
        """The scores of a split's turns."""
        turns = zip(self.run.turns(), self.scores, strict=True)
        return [score for (case, *_), score in turns if split in {"all", case.split}]


def score_run(run: Run) -> Scored:
    """The scores of every turn of a run, and the totals.

    Raises:
        NoCasesError: the run is empty.

    """
    turns = run.turns()
    scores = tuple(score_turn(case, position, turn, record) for case, position, turn, record in turns)
    return _totalled(run, scores)


def only_cases(scored: Scored, case_ids: Collection[str]) -> Scored:
    """The same scores of some of the cases, with the totals over them.

    Raises:
        NoCasesError: none of them was asked.

    """
    kept = [place for place, case in enumerate(scored.run.cases) if case.id in case_ids]
    run = replace(
        scored.run,
        cases=tuple(scored.run.cases[place] for place in kept),
        records=tuple(scored.run.records[place] for place in kept),
    )
    return _totalled(run, tuple(score for score in scored.scores if score.case_id in case_ids))


def _totalled(run: Run, scores: tuple[TurnScore, ...]) -> Scored:
    of = {"all": list(scores)}
    for (case, *_), score in zip(run.turns(), scores, strict=True):
        of.setdefault(case.split, []).append(score)
    by_split = {split: of[split] for split in SPLITS if of.get(split)}
    return Scored(
        run=run,
        scores=scores,
        totals={split: total_up(found) for split, found in by_split.items()},
        medians={split: medians(found) for split, found in by_split.items()},
    )
