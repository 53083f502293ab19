"""Scores in, reports out: one JSON object, and the HTML page, Markdown summary and JUnit XML that are drawn from it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from evals.baseline import Baseline, Change
from evals.case_files import Case, Turn
from evals.ci import as_junit
from evals.metrics import TurnScore
from evals.page import as_html
from evals.records import Record
from evals.scored import Scored
from evals.summary import as_markdown
from evals.totals import MEDIANS, METRICS, Total, group_totals, lost_facts, step_milliseconds

_HITS = 10
_TABLE = ("passed", "fact_recall", "abstention_recall", "sources_right")


def as_json_object(scored: Scored, *, others: Sequence[Scored] = (), baseline: Baseline | None = None) -> dict[str, Any]:
    """The whole report as one JSON object; every other form is drawn from it.

    ``changes``, ``problems``, ``mutations``, ``judge`` and ``history`` are empty until ``run_evals`` fills them in.
    """
    return {
        "ok": True,
        "problems": [],
        "settings": dict(scored.run.settings),
        "counts": _counts(scored),
        "totals": {split: _totals(by_name, scored.medians[split]) for split, by_name in scored.totals.items()},
        "baseline": baseline.metrics if baseline else {},
        "changes": [],
        "others": {
            other.run.name: {split: _totals(by_name, other.medians[split]) for split, by_name in other.totals.items()}
            for other in others
        },
        "lost": {split: lost_facts(scored.of_split(split)) for split in scored.totals},
        "facts": {
            split: sum(len(score.facts) for score in scored.of_split(split) if score.wants_facts) for split in scored.totals
        },
        "groups": _groups(scored),
        "mutations": {},
        "calibration": [],
        "judge": {},
        "history": [],
        "milliseconds": {
            step: {"median": round(m, 2), "p95": round(p, 2)} for step, (m, p) in step_milliseconds(scored.run).items()
        },
        "meanings": {metric.name: metric.meaning for metric in METRICS} | MEDIANS,
        "turns": [
            _turn(case, turn, record, score)
            for (case, _, turn, record), score in zip(scored.run.turns(), scored.scores, strict=True)
        ],
    }


def with_gate(data: dict[str, Any], *, changes: Sequence[Change], problems: Sequence[str]) -> dict[str, Any]:
    """The report with what the gate says."""
    return {**data, "ok": not problems, "problems": list(problems), "changes": [asdict(change) for change in changes]}


def write_reports(data: Mapping[str, Any], folder: Path) -> Path:
    """Writes report.html, report.json, summary.md and junit.xml; returns the HTML file's path."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.json").write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    summary = as_markdown(data)
    (folder / "summary.md").write_text(summary, encoding="utf-8")
    (folder / "junit.xml").write_bytes(as_junit(data))
    page = folder / "report.html"
    page.write_text(as_html(data), encoding="utf-8")
    if step_summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(step_summary).open("a", encoding="utf-8") as out:
            out.write(summary)
    return page


def _totals(by_name: Mapping[str, Total], medians: Mapping[str, float]) -> dict[str, Any]:
    found: dict[str, Any] = {name: asdict(total) for name, total in by_name.items()}
    for name, value in medians.items():
        found[name] = {"name": name, "value": value, "low": value, "high": value, "count": 0}
    return found


def _counts(scored: Scored) -> dict[str, Any]:
    expect: dict[str, int] = {}
    for score in scored.scores:
        expect[score.expect.value] = expect.get(score.expect.value, 0) + 1
    return {
        "cases": len(scored.run.cases),
        "dialogues": sum(case.is_dialogue for case in scored.run.cases),
        "turns": len(scored.scores),
        "expect": expect,
    }


def _groups(scored: Scored) -> dict[str, dict[str, Any]]:
    by: dict[str, Callable[[Case, int, Turn], Sequence[str]]] = {
        "topic": lambda case, *_: (case.topic,),
        "source": lambda _case, _position, turn: turn.sources or ("none named",),
        "audience": lambda case, *_: (case.audience.value,),
        "language": lambda case, *_: (case.language,),
        "split": lambda case, *_: (case.split,),
        "kind": lambda case, _, turn: (f"{'dialogue' if case.is_dialogue else 'single'}, {turn.expect[0].value}",),
        "turn of a dialogue": lambda case, position, _: (str(position + 1),) if case.is_dialogue else (),
    }
    groups: dict[str, dict[str, Any]] = {}
    for name, key in by.items():
        found: dict[str, list[TurnScore]] = {}
        for (case, position, turn, _), score in zip(scored.run.turns(), scored.scores, strict=True):
            for value in key(case, position, turn):
                found.setdefault(value, []).append(score)
        totals = group_totals(dict(sorted(found.items())), _TABLE)
        groups[name] = {
            value: {"turns": len(found[value]), **{n: t.value for n, t in by_name.items()}} for value, by_name in totals.items()
        }
    return groups


def _turn(case: Case, turn: Turn, record: Record, score: TurnScore) -> dict[str, Any]:
    return {
        "case": case.id,
        "position": score.position,
        "of": len(case.turns),
        "file": case.file,
        "line": case.line,
        "split": case.split,
        "topic": case.topic,
        "audience": case.audience.value,
        "language": case.language,
        "question": turn.question,
        "expect": score.expect.value,
        "passed": score.passed,
        "why": score.why,
        "status": record.status,
        "recall": score.recall,
        "unsupported": score.unsupported,
        "read_as": record.read_as,
        "text": record.text,
        "words": score.words,
        "readability": score.readability,
        "facts": [asdict(fact) for fact in score.facts],
        "shown": [asdict(claim) for claim in record.shown],
        "withheld": [list(entry) for entry in record.withheld],
        "drafts": [asdict(draft) for draft in record.drafts],
        "hits": [{**asdict(hit), "rank": rank} for rank, hit in enumerate(record.hits[:_HITS], start=1)],
        "ratios": {metric.name: [round(over, 4), under] for metric in METRICS for over, under in (metric.ratio(score),) if under},
        "stages": {stage: asdict(found) for stage, found in score.stages.items()},
        "milliseconds": {step: round(spent, 2) for step, spent in record.milliseconds.items()},
    }
