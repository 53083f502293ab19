"""``vouch eval``: cases over the assistant in force → scores, comparison with the baseline, reports, and the gate."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from assistant.pipeline import Assistant
from assistant.settings import Settings, in_force, load_settings
from assistant.verify import verify_claim
from evals.answer_cases import Verify, answer_cases
from evals.baseline import Baseline, Change, compare, make_baseline, read_baseline, write_baseline
from evals.case_files import Case, load_cases
from evals.check_cases import Problem, check_cases
from evals.ci import github_annotations
from evals.errors import BaselineError
from evals.metrics import TurnScore, score_turn
from evals.plain import WAYS, answer_in_ways
from evals.processes import answer_in_processes, processes_for
from evals.records import Run
from evals.report import as_json_object, as_markdown, write_reports
from evals.totals import Total, total_up, word_counts

CASES = Path(__file__).parent / "cases"
SPLITS = ("all", "dev", "holdout")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A run with the scores of its turns, and its totals per split ("all", "dev", "holdout")."""

    run: Run
    scores: tuple[TurnScore, ...]
    totals: dict[str, dict[str, Total]]
    words: dict[str, tuple[float, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvalOutcome:
    """What an eval found. ``ok`` is the gate; ``output`` is what the command prints; ``problems`` say why the gate is shut."""

    ok: bool
    output: str
    problems: tuple[str, ...]
    changes: tuple[Change, ...]
    scored: Scored
    report: Path | None = None
    data: dict[str, Any] = field(default_factory=dict)


def run_evals(
    cases_dir: Path = CASES,
    report_dir: Path | None = None,
    *,
    as_json: bool = False,
    update_baseline: bool = False,
    split: str | None = None,
    only: str | None = None,
    beside_plain: bool = True,
    assistant: Assistant | None = None,
) -> EvalOutcome:
    """Runs the cases; ``assistant`` defaults to the one of the settings in force, and is as its settings open it.

    ``only`` is a pattern such as ``bone-*`` that the id or the topic of a case must match.

    Raises:
        CaseFileError, NoCasesError, BaselineError: as they are read, or if a part of the cases is to be the baseline.
        IndexNotFoundError, IndexStaleError, IndexDamagedError: the index can't answer.

    """
    if update_baseline and (split or only):
        message = "A baseline is of all cases: run `vouch eval --update-baseline` without --split and --only."
        raise BaselineError(message)
    cases = load_cases(cases_dir, split=split, only=only)
    assistant = assistant or Assistant.open(load_settings())
    broken = check_cases(cases, assistant.index.statements)
    scored = score_run(run_cases(assistant, cases, processes=processes_for(cases)))
    others = tuple(score_run(run) for run in _plain_runs(assistant, cases)) if beside_plain else ()
    path = baseline_path(cases_dir)
    stored, now = read_baseline(path), make_baseline(scored.totals, scored.words, scored.scores)
    changes = () if stored is None else _compare(stored, now, split=split, only=only)
    if update_baseline:
        write_baseline(path, now)
    problems = find_problems(scored, broken, () if update_baseline else changes)
    data = as_json_object(scored, others=others, baseline=stored, changes=changes, problems=problems)
    report = write_reports(data, report_dir) if report_dir else None
    output = _output(data, as_json=as_json, update_baseline=update_baseline, path=path, report=report)
    return EvalOutcome(
        ok=not problems, output=output, problems=problems, changes=changes, scored=scored, report=report, data=data
    )


def run_cases(assistant: Assistant, cases: Sequence[Case], *, processes: int = 1) -> Run:
    """The assistant's answers to the cases, each claim verified once more.

    With more ``processes``, the assistant must be as its settings open it: the others open it by them.
    """
    verify, settings = verifier(assistant), _settings(assistant.settings)
    if processes == 1:
        return answer_cases(assistant, cases, verify=verify, settings=settings)
    records = answer_in_processes(assistant, cases, verify=verify, processes=processes)
    return Run(name="vouch", cases=tuple(cases), records=records, settings=settings)


def verifier(assistant: Assistant) -> Verify:
    """The verifier for the second verification: by rules alone, no embedding model to soften it."""
    return partial(verify_claim, lexicon=assistant.lexicon)


def score_run(run: Run) -> Scored:
    """The scores of every turn of a run, and the totals."""
    turns = run.turns()
    scores = tuple(score_turn(case, position, turn, record) for case, position, turn, record in turns)
    of = {"all": list(scores)}
    for (case, *_), score in zip(turns, scores, strict=True):
        of.setdefault(case.split, []).append(score)
    by_split = {split: of[split] for split in SPLITS if split in of}
    return Scored(
        run=run,
        scores=scores,
        totals={split: total_up(found) for split, found in by_split.items()},
        words={split: word_counts(found) for split, found in by_split.items()},
    )


def find_problems(scored: Scored, broken: Sequence[Problem], changes: Sequence[Change]) -> tuple[str, ...]:
    """Why the gate is shut: broken cases, a broken promise, or a figure or case worse than in the baseline."""
    found = [f"broken case: {problem}" for problem in broken]
    for score in scored.scores:
        where = f"{score.case_id} turn {score.position + 1}"
        if score.unsupported:
            found.append(f"promise broken: {where} shows {score.unsupported} claims that their citations don't support")
        if score.cited < score.claims:
            found.append(f"promise broken: {where} shows {score.claims - score.cited} claims without a citation")
    return (*found, *(str(change) for change in changes if change.kind == "worse"))


def baseline_path(cases_dir: Path) -> Path:
    """Where the baseline of a folder of cases stands: beside a folder named ``cases``, else inside."""
    return cases_dir.parent / "baseline.json" if cases_dir.name == "cases" else cases_dir / "baseline.json"


def _compare(stored: Baseline, now: Baseline, *, split: str | None, only: str | None) -> tuple[Change, ...]:
    """The changes that a run of a part of the cases can tell: no case is gone, and only whole splits have totals."""
    if split or only:
        kept = {} if only else {name: metrics for name, metrics in stored.metrics.items() if name == split}
        asked = {case_id: marks for case_id, marks in stored.cases.items() if case_id in now.cases}
        stored = stored.model_copy(update={"metrics": kept, "cases": asked})
    return compare(stored, now)


def _plain_runs(assistant: Assistant, cases: Sequence[Case]) -> list[Run]:
    return answer_in_ways(WAYS, cases, corpus=assistant.settings.corpus, embedder=assistant.index.embedder)


def _settings(settings: Settings) -> dict[str, str]:
    """The settings that can change an answer, for the report."""
    kept = ("CORPUS", "EMBEDDING_MODEL", "MIN_REVIEW_STATUS", "LLM_MODEL", "VECTOR_STORE")
    return {name: value for name, value in in_force(settings).items() if name.removeprefix("VOUCH_") in kept}


def _output(data: dict[str, Any], *, as_json: bool, update_baseline: bool, path: Path, report: Path | None) -> str:
    if as_json:
        return json.dumps({key: value for key, value in data.items() if key != "turns"}, ensure_ascii=False, indent=1)
    lines = [as_markdown(data), *(github_annotations(data) if os.environ.get("GITHUB_ACTIONS") else ())]
    if update_baseline:
        lines.append(f"Baseline written: {path} ({len(data['changes'])} changes, listed above).")
    if report:
        lines.append(f"Report: {report}")
    return "\n".join(lines)
