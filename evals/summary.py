"""The report for a terminal or a CI page, as Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evals.diff import key_of
from evals.sealed import open_turns
from evals.totals import MEDIANS

HEADLINE = (
    "passed",
    "fact_recall",
    "wrong_facts",
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
NONE = "–"
_MOST_DIFFS = 20
_MOST_FAILURES = 20


def as_markdown(data: Mapping[str, Any], *, ask_for_baseline: bool = True) -> str:
    """The headline figures against the baseline, why the gate is shut, and how worse answers differ from before."""
    counts = data["counts"]
    splits = list(data["totals"])
    lines = [
        f"## Vouch evals: {'passed' if data['ok'] else 'FAILED'}",
        "",
        f"{counts['cases']} cases, {counts['turns']} turns ({', '.join(f'{n} {kind}' for kind, n in counts['expect'].items())})",
        "",
        row("metric", *splits, "baseline (all)", *data["others"]),
        row(*["---"] * (2 + len(splits) + len(data["others"]))),
    ]
    for name in (*HEADLINE, *MEDIANS):
        cells = [cell(data["totals"][split].get(name)) for split in splits]
        cells.append(figure(data["baseline"].get("all", {}).get(name), name))
        cells += [cell(other.get("all", {}).get(name)) for other in data["others"].values()]
        if set(cells) != {NONE}:
            lines.append(row(name, *cells))
    lost = ", ".join(f"{step} {count}" for step, count in data["lost"]["all"].items())
    lines += ["", f"Facts lost: {lost or 'none'}.", *_mutations(data["mutations"]), ""]
    lines += [f"- {problem}" for problem in data["problems"]]
    lines += diffs([change for change in data["changes"] if change["kind"] == "worse"])
    failures = [turn for turn in open_turns(data["turns"]) if not turn["passed"]]
    if len(failures) <= _MOST_FAILURES:
        lines += [f"- fails: {turn['file']}:{turn['line']}: {key_of(turn)}: {turn['why']}" for turn in failures]
    if not data["baseline"] and ask_for_baseline:
        lines.append("- There is no baseline yet: keep these figures with `vouch eval --update-baseline`.")
    better = [change for change in data["changes"] if change["kind"] == "better"]
    if better:
        lines.append(
            f"- {len(better)} figures or cases are better than the baseline: keep them with `vouch eval --update-baseline`."
        )
    return "\n".join(lines) + "\n"


def diffs(changes: list[Mapping[str, Any]]) -> list[str]:
    """How the answers of changed turns differ, a block each."""
    told = [change for change in changes if change["diff"]]
    lines = []
    for change in told[:_MOST_DIFFS]:
        lines += ["", f"### {change['what']}: {change['before']} → {change['after']}", ""]
        lines += ["```diff", *change["diff"], "```"]
    if len(told) > _MOST_DIFFS:
        lines += ["", f"{len(told) - _MOST_DIFFS} more are in the HTML report."]
    return [*lines, ""] if lines else []


def as_change_list(data: Mapping[str, Any]) -> str:
    """Every change that a new baseline accepts, worse ones first."""
    if not data["baseline"]:
        return "- everything: there was no baseline before"
    order = {kind: place for place, kind in enumerate(("worse", "gone", "new", "better"))}
    changes = sorted(data["changes"], key=lambda change: order[change["kind"]])
    return "\n".join(
        f"- {change['kind']}: {change['what']}: {change['before']} → {change['after']}"
        + (f" (first differs at: {change['step']})" if change["step"] else "")
        for change in changes
    )


def _mutations(parts: Mapping[str, Any]) -> list[str]:
    """One line: how many claims made wrong the gate catches."""
    if not parts:
        return []
    told = ", ".join(
        f"{name} {part['caught']:.1%} (lets {part['passed']:.1%} of the faithful pass)" for name, part in parts.items()
    )
    return [f"Claims made wrong that the gate catches: {told}."]


def row(*cells: str) -> str:
    """A row of a Markdown table."""
    return f"| {' | '.join(cells)} |"


def figure(value: float | None, name: str = "") -> str:
    """A metric's value for people: percent for shares, plain for counts, a dash for none."""
    if value is None:
        return NONE
    return f"{value:.0f}" if name in MEDIANS else f"{value:.1%}"


def cell(total: Mapping[str, Any] | None) -> str:
    """A total with its interval."""
    if total is None:
        return NONE
    if total["name"] in MEDIANS:
        return figure(total["value"], total["name"])
    return f"{total['value']:.1%} ({total['low']:.0%}–{total['high']:.0%})"
