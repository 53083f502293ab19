"""Scores against the stored baseline: worse fails, better asks for the baseline to be updated in the same change."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from evals.diff import Seen, difference
from evals.errors import BaselineError
from evals.metrics import TurnScore
from evals.scored import Scored
from evals.totals import MEDIANS, METRICS

FORMAT = 1
_BETTER = {metric.name: metric.better for metric in METRICS} | dict.fromkeys(MEDIANS, -1)
_SLACK = {"words_median": 10.0, "words_most": 30.0, "readability_patients": 2.0}
_DIGITS = 4


class Baseline(BaseModel):
    """The stored figures: per split each metric, and per case the mark of each turn."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: int = FORMAT
    metrics: dict[str, dict[str, float]]
    cases: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A difference from the baseline. ``kind`` is "worse", "better", "new" or "gone".

    ``step`` and ``diff`` say of a turn which step first came to something else, and how the answers differ.
    """

    kind: str
    what: str
    before: str
    after: str
    step: str = ""
    diff: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The change as one line."""
        first = f" (first differs at: {self.step})" if self.step else ""
        return f"{self.kind}: {self.what}: {self.before} → {self.after}{first}"


def mark(score: TurnScore) -> str:
    """One turn as the baseline keeps it: "pass" or "fail", the status, and the recall of facts in percent."""
    recall = f" {score.recall:.0%}" if score.wants_facts and score.facts else ""
    return f"{'pass' if score.passed else 'fail'} {score.status}{recall}"


def make_baseline(scored: Scored) -> Baseline:
    """The baseline that these scores would be."""
    cases: dict[str, tuple[str, ...]] = {}
    for score in scored.scores:
        cases[score.case_id] = (*cases.get(score.case_id, ()), mark(score))
    metrics = {
        split: {name: round(total.value, _DIGITS) for name, total in by_name.items()} | scored.medians[split]
        for split, by_name in scored.totals.items()
    }
    return Baseline(metrics=metrics, cases=dict(sorted(cases.items())))


def read_baseline(path: Path) -> Baseline | None:
    """The stored baseline; None if there is none yet.

    Raises:
        BaselineError: it can't be read.

    """
    if not path.exists():
        return None
    try:
        stored = Baseline.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        message = f"The baseline {path} can't be read; take it from version control, or run `vouch eval --update-baseline`."
        raise BaselineError(message) from error
    if stored.format != FORMAT:
        message = f"The baseline {path} has format {stored.format}, not {FORMAT}; run `vouch eval --update-baseline`."
        raise BaselineError(message)
    return stored


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Stores the baseline, one line per case, so that a change of it can be reviewed."""
    body: dict[str, Any] = baseline.model_dump(mode="json")
    path.write_text(json.dumps(body, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def compare(before: Baseline, after: Baseline) -> tuple[Change, ...]:
    """Every difference: metrics first, then cases."""
    return (*_compare_metrics(before, after), *_compare_cases(before, after))


def explain(changes: Sequence[Change], before: Mapping[str, Seen], after: Mapping[str, Seen]) -> tuple[Change, ...]:
    """The changes, those of a turn with what differs between both answers; turns go by their names."""
    explained = []
    for change in changes:
        if change.what in before and change.what in after:
            found = difference(before[change.what], after[change.what])
            explained.append(replace(change, step=found.step, diff=found.lines))
        else:
            explained.append(change)
    return tuple(explained)


def _compare_metrics(before: Baseline, after: Baseline) -> list[Change]:
    changes: list[Change] = []
    for split, metrics in after.metrics.items():
        stored = before.metrics.get(split, {})
        # A figure that can't be measured any more hides a fault: a stage that finds nothing, a kind of case that is gone.
        gone = [name for name in stored if name not in metrics and _BETTER.get(name)]
        changes += [
            Change(kind="worse", what=f"{split} {name}", before=f"{stored[name]:g}", after="not measured") for name in gone
        ]
        for name, value in metrics.items():
            if name not in stored or not _BETTER.get(name):
                continue
            gain = (value - stored[name]) * _BETTER[name]
            if abs(gain) > _SLACK.get(name, 10**-_DIGITS):
                kind = "better" if gain > 0 else "worse"
                changes.append(Change(kind=kind, what=f"{split} {name}", before=f"{stored[name]:g}", after=f"{value:g}"))
    return changes


def _compare_cases(before: Baseline, after: Baseline) -> list[Change]:
    changes = []
    for case_id in sorted(before.cases.keys() | after.cases.keys()):
        stored, now = before.cases.get(case_id), after.cases.get(case_id)
        if stored is None or now is None or len(stored) != len(now):
            kind = "gone" if now is None else "new"
            changes.append(
                Change(kind=kind, what=case_id, before=", ".join(stored or ("none",)), after=", ".join(now or ("none",)))
            )
            continue
        for turn, (old, new) in enumerate(zip(stored, now, strict=True), start=1):
            if (kind := _direction(old, new)) != "same":
                what = case_id if len(now) == 1 else f"{case_id} turn {turn}"
                changes.append(Change(kind=kind, what=what, before=old, after=new))
    return changes


def _direction(old: str, new: str) -> str:
    """Whether a turn's mark got worse: a pass that fails, or less recall among fails."""
    if old == new or (old.startswith("pass") and new.startswith("pass")):
        return "same"
    if old.startswith("pass"):
        return "worse"
    if new.startswith("pass"):
        return "better"
    gain = _recall(new) - _recall(old)
    return "better" if gain > 0 else "worse" if gain < 0 else "same"


def _recall(mark_text: str) -> float:
    last = mark_text.rsplit(maxsplit=1)[-1]
    return float(last.removesuffix("%")) if last.endswith("%") else 0.0
