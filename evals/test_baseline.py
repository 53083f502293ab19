"""The gate: worse fails, better is told, and a report can be read without the network."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from evals.baseline import Baseline, compare, make_baseline, read_baseline, write_baseline
from evals.ci import as_junit, github_annotations
from evals.errors import BaselineError
from evals.records import Record, Run
from evals.report import as_html, as_json_object, as_markdown
from evals.run import find_problems, score_run
from evals.test_metrics import DOSE, GOOD, answer, claim, make_case

CASES = (make_case("dose", **DOSE), make_case("none", expect="abstain"))
RIGHT = Run(name="vouch", cases=CASES, records=((GOOD,), (Record(status="abstained", text="not in the documents"),)))
WORSE = replace(
    RIGHT, records=((answer(claim("Denosumab 120 mg <b>daily</b>.", quote="Denosumab 120 mg daily.")),), RIGHT.records[1])
)


def baseline_of(run: Run) -> Baseline:
    scored = score_run(run)
    return make_baseline(scored.totals, scored.words, scored.scores)


def test_same_answers_change_nothing() -> None:
    assert compare(baseline_of(RIGHT), baseline_of(RIGHT)) == ()


def test_lost_fact_is_worse_by_case_and_by_metric() -> None:
    worse = [change.what for change in compare(baseline_of(RIGHT), baseline_of(WORSE)) if change.kind == "worse"]
    assert "dose" in worse
    assert "all fact_recall" in worse


def test_gained_fact_is_better_and_no_problem() -> None:
    changes = compare(baseline_of(WORSE), baseline_of(RIGHT))
    assert {change.kind for change in changes} == {"better"}
    assert find_problems(score_run(RIGHT), (), changes) == ()


def test_case_that_is_gone_is_told() -> None:
    only = replace(RIGHT, cases=CASES[:1], records=RIGHT.records[:1])
    changes = compare(baseline_of(RIGHT), baseline_of(only))
    assert [change.what for change in changes if change.kind == "gone"] == ["none"]
    assert "all abstention_recall" in {change.what for change in changes if change.kind == "worse"}


def test_unsupported_claim_shuts_the_gate_whatever_the_baseline_says() -> None:
    run = replace(RIGHT, records=((answer(claim("Denosumab 120 mg every 4 weeks.", supported=False)),), RIGHT.records[1]))
    assert any("promise broken" in problem for problem in find_problems(score_run(run), (), ()))


def test_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    assert read_baseline(file) is None
    write_baseline(file, baseline_of(RIGHT))
    assert read_baseline(file) == baseline_of(RIGHT)
    file.write_text("{")
    with pytest.raises(BaselineError, match="--update-baseline"):
        read_baseline(file)


def test_report_needs_no_network_and_escapes_what_it_shows() -> None:
    changes = compare(baseline_of(RIGHT), baseline_of(WORSE))
    scored = score_run(WORSE)
    problems = find_problems(scored, (), changes)
    data = as_json_object(scored, others=(score_run(RIGHT),), baseline=baseline_of(RIGHT), changes=changes, problems=problems)
    page = as_html(data)
    assert not re.search(r"(?:src|href)\s*=|@import|url\(|<script", page)
    assert "<b>daily</b>" not in page
    assert "every 4 weeks" in page
    assert "not retrieved" in page
    assert "FAILED" in as_markdown(data)
    assert as_junit(data).count(b"<failure") == 1
    assert any("dose" in line for line in github_annotations(data))
