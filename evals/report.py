"""Scores in, reports out: one self-contained HTML page, JSON, a Markdown summary and JUnit XML."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evals.baseline import Baseline, Change
from evals.case_files import Case, Turn
from evals.ci import as_junit
from evals.metrics import TurnScore
from evals.records import Record
from evals.totals import METRICS, Total, group_totals, lost_facts, step_milliseconds

if TYPE_CHECKING:
    from evals.run import Scored

_HITS = 10
_TABLE = ("passed", "fact_recall", "abstention_recall", "sources_right")
_HEADLINE = (
    "passed",
    "fact_recall",
    "unsupported_shown",
    "claims_cited",
    "abstention_precision",
    "abstention_recall",
    "follow_up_recall",
    "disagreement_shown",
    "premise_corrected",
    "emergency_recall",
    "emergency_precision",
)


def as_json_object(
    scored: Scored, *, others: Sequence[Scored], baseline: Baseline | None, changes: Sequence[Change], problems: Sequence[str]
) -> dict[str, Any]:
    """The whole report as one JSON object; every other form is drawn from it."""
    return {
        "ok": not problems,
        "problems": list(problems),
        "settings": dict(scored.run.settings),
        "counts": _counts(scored),
        "totals": {split: _totals(by_name, scored.words[split]) for split, by_name in scored.totals.items()},
        "baseline": baseline.metrics if baseline else {},
        "changes": [asdict(change) for change in changes],
        "others": {
            other.run.name: {split: _totals(by_name, other.words[split]) for split, by_name in other.totals.items()}
            for other in others
        },
        "lost": {split: lost_facts(_of_split(scored, split)) for split in scored.totals},
        "groups": _groups(scored),
        "milliseconds": {
            step: {"median": round(m, 2), "p95": round(p, 2)} for step, (m, p) in step_milliseconds(scored.run).items()
        },
        "meanings": {metric.name: metric.meaning for metric in METRICS},
        "turns": [
            _turn(case, turn, record, score)
            for (case, _, turn, record), score in zip(scored.run.turns(), scored.scores, strict=True)
        ],
    }


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


def as_html(data: Mapping[str, Any]) -> str:
    """The report as one HTML page without script, font or picture from elsewhere."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["figure"] = figure
    failures = [turn for turn in data["turns"] if not turn["passed"]]
    return environment.get_template("report.html.j2").render(data=data, failures=failures, headline=_HEADLINE)


def as_markdown(data: Mapping[str, Any]) -> str:
    """The summary for a terminal or a CI page."""
    counts = data["counts"]
    splits = list(data["totals"])
    lines = [
        f"## Vouch evals: {'passed' if data['ok'] else 'FAILED'}",
        "",
        f"{counts['cases']} cases, {counts['turns']} turns ({', '.join(f'{n} {kind}' for kind, n in counts['expect'].items())})",
        "",
        _row("metric", *splits, "baseline (all)", *data["others"]),
        _row(*["---"] * (2 + len(splits) + len(data["others"]))),
    ]
    for name in (*_HEADLINE, "words_median", "words_most"):
        cells = [_cell(data["totals"][split].get(name)) for split in splits]
        cells.append(figure(data["baseline"].get("all", {}).get(name), name))
        cells += [_cell(other.get("all", {}).get(name)) for other in data["others"].values()]
        lines.append(_row(name, *cells))
    lost = ", ".join(f"{step} {count}" for step, count in data["lost"]["all"].items())
    lines += ["", f"Facts lost: {lost or 'none'}.", ""]
    lines += [f"- {problem}" for problem in data["problems"]]
    better = [change for change in data["changes"] if change["kind"] == "better"]
    if better:
        lines.append(
            f"- {len(better)} figures or cases are better than the baseline: keep them with `vouch eval --update-baseline`."
        )
    return "\n".join(lines) + "\n"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def figure(value: float | None, name: str = "") -> str:
    """A metric's value for people: percent for shares, plain for counts, a dash for none."""
    if value is None:
        return "–"
    return f"{value:.0f}" if name.startswith("words") else f"{value:.1%}"


def _cell(total: Mapping[str, Any] | None) -> str:
    if total is None:
        return "–"
    if total["name"].startswith("words"):
        return figure(total["value"], total["name"])
    return f"{total['value']:.1%} ({total['low']:.0%}–{total['high']:.0%})"


def _totals(by_name: Mapping[str, Total], words: tuple[float, int]) -> dict[str, Any]:
    found: dict[str, Any] = {name: asdict(total) for name, total in by_name.items()}
    for name, value in zip(("words_median", "words_most"), words, strict=True):
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


def _of_split(scored: Scored, split: str) -> list[TurnScore]:
    turns = zip(scored.run.turns(), scored.scores, strict=True)
    return [score for (case, *_), score in turns if split in {"all", case.split}]


def _groups(scored: Scored) -> dict[str, dict[str, Any]]:
    by: dict[str, Callable[[Case, Turn], Sequence[str]]] = {
        "topic": lambda case, _: (case.topic,),
        "source": lambda _, turn: turn.sources or ("none",),
        "audience": lambda case, _: (case.audience.value,),
        "language": lambda case, _: (case.language,),
        "kind": lambda case, turn: (f"{'dialogue' if case.is_dialogue else 'single'}, {turn.expect[0].value}",),
    }
    groups: dict[str, dict[str, Any]] = {}
    for name, key in by.items():
        found: dict[str, list[TurnScore]] = {}
        for (case, _, turn, _), score in zip(scored.run.turns(), scored.scores, strict=True):
            for value in key(case, turn):
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
        "facts": [asdict(fact) for fact in score.facts],
        "shown": [asdict(claim) for claim in record.shown],
        "withheld": [list(entry) for entry in record.withheld],
        "drafts": [asdict(draft) for draft in record.drafts],
        "hits": [{**asdict(hit), "rank": rank} for rank, hit in enumerate(record.hits[:_HITS], start=1)],
        "stages": {stage: asdict(found) for stage, found in score.stages.items()},
        "milliseconds": {step: round(spent, 2) for step, spent in record.milliseconds.items()},
    }
