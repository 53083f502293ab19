"""``vouch eval``: cases over the assistant in force → scores, comparison with the baseline, reports, and the gate."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from assistant.citation.gate import Verify
from assistant.model.llm_client import open_llm
from assistant.pipeline import Assistant
from assistant.reread.reread import open_gate
from assistant.settings import Settings, in_force, load_settings
from evals.answer_cases import answer_cases
from evals.baseline import Baseline, Change, compare, explain, make_baseline, read_baseline, write_baseline
from evals.case_files import Case, load_cases
from evals.check_cases import Problem, check_cases
from evals.ci import github_annotations
from evals.cited_way import answer_with_citations
from evals.errors import BaselineError
from evals.flaky import EVERY, find_flaky
from evals.gate_figures import as_parts, calibrate
from evals.history import add_run
from evals.judge import opinion_on
from evals.kept_answers import answers_path, read_answers, turns_by_key, write_answers
from evals.mutations import Measured, measure
from evals.plain import WAYS, answer_in_ways
from evals.processes import answer_in_processes, processes_for
from evals.records import Run
from evals.report import as_json_object, with_gate, write_reports
from evals.scored import Scored, only_cases, score_run
from evals.sealed import held_out_cases, seal_changes
from evals.summary import as_change_list, as_markdown

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is asked, and beside what; ``only`` is a pattern (``bone-*``) that a case's id or topic must match."""

    split: str | None = None
    only: str | None = None
    plain: bool = True
    mutations: bool = False
    twice: bool = False
    judge: bool = False
    update_baseline: bool = False
    as_json: bool = False

    @property
    def is_partial(self) -> bool:
        """True if only some of the cases are asked."""
        return bool(self.split or self.only)


DEFAULTS = Options()


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
    options: Options = DEFAULTS,
    assistant: Assistant | None = None,
    measured: Measured | None = None,
) -> EvalOutcome:
    """Runs the cases; ``assistant`` defaults to the one of the settings in force, and is as its settings open it.

    ``measured`` is what ``mutations.measure`` found, if somebody asked it already.

    Raises:
        CaseFileError, NoCasesError, BaselineError: as they are read, or if a part of the cases is to be the baseline.
        IndexNotFoundError, IndexStaleError, IndexDamagedError: the index can't answer.

    """
    if options.update_baseline and options.is_partial:
        message = "A baseline is of all cases: run `vouch eval --update-baseline` without --split and --only."
        raise BaselineError(message)
    cases = load_cases(cases_dir, split=options.split, only=options.only)
    assistant = assistant or Assistant.open(load_settings())
    broken = check_cases(cases, assistant.index.statements)
    run, flaky = _answer(assistant, cases, options)
    scored = score_run(run)
    others = tuple(score_run(other) for other in _plain_runs(assistant, cases)) if options.plain else ()
    path = baseline_path(cases_dir)
    stored = read_baseline(path)
    data = as_json_object(scored, others=others, baseline=stored)
    data |= _beside(assistant, data, options, measured)
    changes = _changes(stored, scored, data, options, path=path, report_dir=report_dir)
    problems = (*flaky, *find_problems(scored, broken, () if options.update_baseline else changes))
    data = with_gate(data, changes=changes, problems=problems)
    if options.update_baseline:
        write_baseline(path, make_baseline(scored))
        write_answers(answers_path(path), data["turns"])
    if report_dir:
        data["history"] = add_run(report_dir, data)
    report = write_reports(data, report_dir) if report_dir else None
    output = _output(data, options, path=path, report=report)
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
    """The verifier for the second verification: the gate itself, asked anew."""
    return open_gate(assistant.lexicon)


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


def _answer(assistant: Assistant, cases: Sequence[Case], options: Options) -> tuple[Run, tuple[str, ...]]:
    """The run, and a line for every turn of those asked twice that was answered differently."""
    again = cases if options.twice else cases[::EVERY]
    run = run_cases(assistant, (*cases, *again), processes=processes_for((*cases, *again)))
    first = replace(run, cases=run.cases[: len(cases)], records=run.records[: len(cases)])
    second = replace(run, cases=run.cases[len(cases) :], records=run.records[len(cases) :])
    return first, find_flaky(first, second)


def _beside(assistant: Assistant, data: Mapping[str, Any], options: Options, measured: Measured | None) -> dict[str, Any]:
    """What stands beside the cases in a report: the gate held against claims made wrong, a model's opinion."""
    found: dict[str, Any] = {}
    if options.mutations or measured:
        tallies, judgements = measured or measure(assistant.settings.corpus)
        found |= {"mutations": as_parts(tallies), "calibration": calibrate(judgements)}
    if options.judge:
        found["judge"] = opinion_on(data["turns"], assistant.settings)
    return found


def _changes(
    stored: Baseline | None, scored: Scored, data: Mapping[str, Any], options: Options, *, path: Path, report_dir: Path | None
) -> tuple[Change, ...]:
    """The differences from the baseline, with what differs between the answers; those of held-out cases are only counted.

    Totals are compared over the cases that the baseline knows: a new case that fails is no fall. A run of a part of
    the cases loses none of the others, and only whole splits have totals to compare.
    """
    if stored is None or not stored.cases.keys() & {case.id for case in scored.run.cases}:
        return ()
    now = make_baseline(scored)
    now = now.model_copy(update={"metrics": make_baseline(only_cases(scored, stored.cases.keys())).metrics})
    if options.is_partial:
        kept = {} if options.only else {name: metrics for name, metrics in stored.metrics.items() if name == options.split}
        asked = {case_id: marks for case_id, marks in stored.cases.items() if case_id in now.cases}
        stored = stored.model_copy(update={"metrics": kept, "cases": asked})
    before = read_answers(answers_path(path), report_dir / "report.json" if report_dir else None)
    return seal_changes(explain(compare(stored, now), before, turns_by_key(data)), held_out_cases(scored))


def _plain_runs(assistant: Assistant, cases: Sequence[Case]) -> list[Run]:
    """The plain ways; with a language model in the settings, LlamaIndex's engine with citations as well."""
    corpus, embedder = assistant.settings.corpus, assistant.index.embedder
    runs = answer_in_ways(WAYS, cases, corpus=corpus, embedder=embedder)
    if assistant.settings.llm_base_url:
        llm, verify = open_llm(assistant.settings), verifier(assistant)
        runs.append(answer_with_citations(cases, llm=llm, corpus=corpus, embedder=embedder, verify=verify))
    return runs


def _settings(settings: Settings) -> dict[str, str]:
    """The settings that can change an answer, for the report."""
    kept = ("CORPUS", "EMBEDDING_MODEL", "MIN_REVIEW_STATUS", "LLM_MODEL", "VECTOR_STORE")
    return {name: value for name, value in in_force(settings).items() if name.removeprefix("VOUCH_") in kept}


def _output(data: dict[str, Any], options: Options, *, path: Path, report: Path | None) -> str:
    if options.as_json:
        return json.dumps({key: value for key, value in data.items() if key != "turns"}, ensure_ascii=False, indent=1)
    lines = [
        as_markdown(data, ask_for_baseline=not options.update_baseline),
        *(github_annotations(data) if os.environ.get("GITHUB_ACTIONS") else ()),
    ]
    if options.update_baseline:
        lines += [f"Baseline written: {path}, with the answers beside it. It accepts:", as_change_list(data) or "- no change"]
    if report:
        lines.append(f"Report: {report}")
    return "\n".join(lines)
