"""``vouch eval --compare A B``: the same cases asked of two settings, models, corpora or indexes, or two stored reports."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from evals.case_files import load_cases
from evals.diff import Seen, difference
from evals.kept_answers import turns_by_key
from evals.page import as_html
from evals.run import Options, run_cases
from evals.sealed import HELD_OUT
from evals.sides import opened, stored_report
from evals.summary import figure, row
from evals.totals import MEDIANS, METRICS, draws

_BETTER = {metric.name: metric.better for metric in METRICS} | dict.fromkeys(MEDIANS, -1)
_MOST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A metric on both sides, and the difference with its 95 % interval, over the cases that both sides were asked."""

    name: str
    before: float
    after: float
    low: float
    high: float

    @property
    def verdict(self) -> str:
        """Better or worse, if the interval leaves out 0; nothing otherwise, and of figures that are only reported."""
        better = _BETTER.get(self.name, 0)
        if not better or self.low <= 0 <= self.high:
            return ""
        return "better" if self.low * better > 0 else "worse"


def compare_sides(sides: tuple[str, str], cases_dir: Path, report_dir: Path | None, *, options: Options) -> str:
    """The comparison as Markdown (or JSON); with ``report_dir``, compare.html, compare.md and compare.json as well.

    Raises:
        EvalError: a side is neither a stored report nor anything to ask.

    """
    reports = [stored_report(side) or _ask(side, cases_dir, options) for side in sides]
    data = compare_reports(reports[0], reports[1], names=sides)
    text = json.dumps(data, ensure_ascii=False, indent=1)
    summary = as_markdown(data)
    if report_dir:
        report_dir.mkdir(parents=True, exist_ok=True)
        (report_dir / "compare.json").write_text(text, encoding="utf-8")
        (report_dir / "compare.md").write_text(summary, encoding="utf-8")
        (report_dir / "compare.html").write_text(as_html(data, "compare.html.j2"), encoding="utf-8")
        summary += f"\nReport: {report_dir / 'compare.html'}"
    return text if options.as_json else summary


def _ask(side: str, cases_dir: Path, options: Options) -> Mapping[str, Any]:
    from evals.processes import processes_for
    from evals.report import as_json_object
    from evals.scored import score_run

    cases = load_cases(cases_dir, split=options.split, only=options.only)
    with opened(side) as assistant:
        return as_json_object(score_run(run_cases(assistant, cases, processes=processes_for(cases))))


def compare_reports(before: Mapping[str, Any], after: Mapping[str, Any], *, names: Sequence[str]) -> dict[str, Any]:
    """Metrics and turns of two reports, over the turns that both hold; turns of held-out cases are only counted."""
    old, new = turns_by_key(before), turns_by_key(after)
    shared = [key for key in old if key in new]
    changed = []
    sealed: Counter[str] = Counter()
    for key in shared:
        found = difference(old[key], new[key])
        if found.lines and new[key].get("split") == HELD_OUT:
            sealed[_kind(old[key], new[key])] += 1
        elif found.lines:
            changed.append(
                {
                    "what": key,
                    "kind": _kind(old[key], new[key]),
                    "question": new[key]["question"],
                    "step": found.step,
                    "diff": list(found.lines),
                    "before": old[key]["why"],
                    "after": new[key]["why"],
                }
            )
    order = {kind: place for place, kind in enumerate(("worse", "better", "other"))}
    shifts = shifts_of([(old[key], new[key]) for key in shared])
    return {
        "names": list(names),
        "turns": len(shared),
        "only_before": sorted(old.keys() - new.keys()),
        "only_after": sorted(new.keys() - old.keys()),
        "shifts": [asdict(shift) | {"verdict": shift.verdict} for shift in shifts],
        "changed": sorted(changed, key=lambda entry: order[str(entry["kind"])]),
        "held_out": {kind: sealed[kind] for kind in order},
    }


def _kind(old: Seen, new: Seen) -> str:
    if old["passed"] != new["passed"]:
        return "better" if new["passed"] else "worse"
    if old["recall"] != new["recall"]:
        return "better" if new["recall"] > old["recall"] else "worse"
    return "other"


def shifts_of(pairs: Sequence[tuple[Seen, Seen]], *, resamples: int = 1000) -> list[Shift]:
    """Each metric's difference by paired bootstrap: the same drawn cases on both sides."""
    if not pairs:
        return []
    places: dict[str, int] = {}
    rows = [places.setdefault(new["case"], len(places)) for _, new in pairs]
    names = [metric.name for metric in METRICS]
    sums = np.zeros((2, len(places), len(names), 2))
    for place, pair in zip(rows, pairs, strict=True):
        for side, turn in enumerate(pair):
            sums[side, place] += [turn["ratios"].get(name, (0.0, 0.0)) for name in names]
    drawn = np.einsum("rc,scmp->srmp", draws(len(places), resamples), sums)
    whole = sums.sum(axis=1)
    shifts = []
    for place, name in enumerate(names):
        if not whole[:, place, 1].all():
            continue
        before, after = whole[:, place, 0] / whole[:, place, 1]
        kept = drawn[:, (drawn[:, :, place, 1] > 0).all(axis=0), place]
        gains = kept[1, :, 0] / kept[1, :, 1] - kept[0, :, 0] / kept[0, :, 1]
        low, high = np.percentile(gains, [2.5, 97.5]) if len(gains) else (after - before, after - before)
        shifts.append(Shift(name=name, before=float(before), after=float(after), low=float(low), high=float(high)))
    return shifts


def as_markdown(data: Mapping[str, Any]) -> str:
    """The comparison for a terminal or a CI page."""
    counts = {kind: sum(entry["kind"] == kind for entry in data["changed"]) for kind in ("worse", "better", "other")}
    shown, sealed = (", ".join(f"{count} {kind}" for kind, count in of.items()) for of in (counts, data["held_out"]))
    lines = [
        f"## {data['names'][0]} → {data['names'][1]}",
        "",
        f"{data['turns']} turns on both sides: {shown}; of held-out cases, not shown: {sealed}.",
        "",
        row("metric", "A", "B", "difference (95 %)", ""),
        row(*["---"] * 5),
    ]
    for shift in data["shifts"]:
        if shift["before"] != shift["after"] or shift["low"] != shift["high"]:
            gain = f"{shift['after'] - shift['before']:+.1%} ({shift['low']:+.1%} to {shift['high']:+.1%})"
            lines.append(row(shift["name"], figure(shift["before"]), figure(shift["after"]), gain, shift["verdict"]))
    for side in ("before", "after"):
        if data[f"only_{side}"]:
            lines += ["", f"{len(data[f'only_{side}'])} turns only on side {'A' if side == 'before' else 'B'}, left out."]
    told = [entry for entry in data["changed"] if entry["kind"] != "other"][:_MOST]
    for entry in told:
        lines += ["", f"### {entry['kind']}: {entry['what']} (first differs at: {entry['step']})", ""]
        lines += [f"“{entry['question']}”", "", "```diff", *entry["diff"], "```"]
    left = counts["worse"] + counts["better"] - len(told)
    if left:
        lines += ["", f"{left} more are in the HTML report (--report DIR)."]
    return "\n".join(lines) + "\n"
