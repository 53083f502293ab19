"""The gate: worse fails, better is told, and a report can be read without the network."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from evals.baseline import Baseline, compare, explain, make_baseline, read_baseline, write_baseline
from evals.ci import as_junit, github_annotations
from evals.diff import difference
from evals.errors import BaselineError
from evals.flaky import find_flaky
from evals.history import add_run, read_runs
from evals.kept_answers import answers_path, read_answers, turns_by_key, write_answers
from evals.page import as_html
from evals.records import Found, Record, Run
from evals.report import as_json_object, with_gate
from evals.run import find_problems
from evals.scored import only_cases, score_run
from evals.summary import as_change_list, as_markdown
from evals.test_metrics import DOSE, GOOD, answer, claim, make_case

CASES = (make_case("dose", **DOSE), make_case("none", expect="abstain"))
SOUGHT = replace(GOOD, hits=(Found(source_id="page", under="Bone", text="Denosumab 120 mg every 4 weeks.", dense=0.9),))
RIGHT = Run(name="vouch", cases=CASES, records=((SOUGHT,), (Record(status="abstained", text="not in the documents"),)))
WORSE = replace(
    RIGHT, records=((answer(claim("Denosumab 120 mg <b>daily</b>.", quote="Denosumab 120 mg daily.")),), RIGHT.records[1])
)


def baseline_of(run: Run) -> Baseline:
    return make_baseline(score_run(run))


def test_same_answers_change_nothing() -> None:
    assert compare(baseline_of(RIGHT), baseline_of(RIGHT)) == ()


def test_lost_fact_is_worse_by_case_and_by_metric() -> None:
    worse = [change.what for change in compare(baseline_of(RIGHT), baseline_of(WORSE)) if change.kind == "worse"]
    assert "dose" in worse
    assert "all fact_recall" in worse


def test_totals_over_known_cases_do_not_fall_with_a_new_case_that_fails() -> None:
    case = make_case("new", **DOSE)
    more = replace(RIGHT, cases=(*CASES, case), records=(*RIGHT.records, (Record(status="abstained", text=""),)))
    assert score_run(more).totals["all"]["passed"].value < 1
    assert only_cases(score_run(more), {"dose", "none"}) == score_run(RIGHT)


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


def report_of(run: Run, before: Run) -> dict[str, Any]:
    """The report of a run against the baseline that another would be."""
    scored, baseline = score_run(run), baseline_of(before)
    data = as_json_object(scored, others=(score_run(before),), baseline=baseline)
    found = compare(baseline, make_baseline(scored))
    changes = explain(found, turns_by_key(as_json_object(score_run(before))), turns_by_key(data))
    return with_gate(data, changes=changes, problems=find_problems(scored, (), changes))


def test_report_needs_no_network_and_escapes_what_it_shows() -> None:
    data = report_of(WORSE, RIGHT)
    page = as_html(data)
    assert not re.search(r"src\s*=|href\s*=\s*[\"'](?!#)|@import|url\(|<script", page)
    assert "<b>daily</b>" not in page
    assert "every 4 weeks" in page
    assert "not retrieved" in page


def test_every_mark_in_the_report_leads_to_cited_words() -> None:
    page = as_html(
        report_of(replace(WORSE, records=((replace(WORSE.records[0][0], text="So it is [1]."),), WORSE.records[1])), RIGHT)
    )
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert links <= set(re.findall(r'id="([^"]+)"', page))
    assert "dose-0-1" in links


def test_worse_case_fails_with_what_differs_and_where_first() -> None:
    data = report_of(WORSE, RIGHT)
    change = next(change for change in data["changes"] if change["what"] == "dose")
    assert change["step"] == "retrieve"
    assert any(line.startswith("hit 1 gone: ") for line in change["diff"])
    assert any(line.startswith("judged: all 2 facts stated → ") for line in change["diff"])
    summary = as_markdown(data)
    assert "FAILED" in summary
    assert "### dose: pass answered 100% → fail answered 50%" in summary
    assert all(line in summary for line in change["diff"])


def test_hit_that_stands_under_another_heading_is_a_difference_of_retrieval() -> None:
    moved = replace(SOUGHT, hits=(replace(SOUGHT.hits[0], under=""),))
    before, after = (
        as_json_object(score_run(replace(RIGHT, records=((r,), RIGHT.records[1]))))["turns"][0] for r in (SOUGHT, moved)
    )
    found = difference(before, after)
    assert found.step == "retrieve"
    assert found.lines == ("hit 1 stood under: Bone → ",)


def test_build_servers_are_told_case_line_and_difference() -> None:
    data = report_of(WORSE, RIGHT)
    suite = etree.fromstring(as_junit(data))
    failed = {case.get("name"): case.find("failure") for case in suite if case.find("failure") is not None}
    assert suite.get("tests") == str(len(suite))
    assert suite.get("failures") == str(len(failed))
    assert "hit 1 gone" in (failed["dose"].text or "")
    of_case = [line for line in github_annotations(data) if line.startswith("::error file=")]
    assert len(of_case) == 1
    assert "\n" not in of_case[0]
    assert "%0Ahit 1 gone: " in of_case[0]
    (figures,) = github_annotations(data)[1:]
    assert figures.startswith("::error::10 figures are worse%0A")
    assert "%0Aall passed: 1 → 0.5%0A" in figures


def test_broken_and_flaky_cases_are_annotated_on_their_lines() -> None:
    problems = [
        "broken case: evals/cases/a.yaml:7: dose: no statement says it",
        "flaky: evals/cases/a.yaml:9: dose turn 1 differs",
    ]
    lines = github_annotations(with_gate(as_json_object(score_run(RIGHT)), changes=(), problems=problems))
    assert [line.split("::")[1] for line in lines] == [
        "error file=evals/cases/a.yaml,line=7",
        "error file=evals/cases/a.yaml,line=9",
    ]


def test_new_baseline_says_what_it_accepts_worse_first() -> None:
    told = as_change_list(report_of(WORSE, RIGHT)).splitlines()
    assert told[0].startswith("- worse: ")
    assert any(line.startswith("- worse: dose: ") and line.endswith("(first differs at: retrieve)") for line in told)


def test_answers_kept_beside_the_baseline_are_the_same_bytes_for_the_same_answers(tmp_path: Path) -> None:
    file = answers_path(tmp_path / "baseline.json")
    turns = as_json_object(score_run(RIGHT))["turns"]
    write_answers(file, turns)
    first = file.read_bytes()
    write_answers(file, list(reversed(turns)))
    assert file.read_bytes() == first
    assert {name: seen["status"] for name, seen in read_answers(file).items()} == {"dose": "answered", "none": "abstained"}
    assert difference(read_answers(file)["dose"], turns[0]).lines == ()


def test_answers_of_the_last_report_serve_where_none_are_kept(tmp_path: Path) -> None:
    last = tmp_path / "report.json"
    last.write_text(json.dumps(as_json_object(score_run(RIGHT))), encoding="utf-8")
    assert read_answers(tmp_path / "none.json.gz", last).keys() == {"dose", "none"}
    last.write_text("{", encoding="utf-8")
    with pytest.raises(BaselineError, match="remove the file"):
        read_answers(tmp_path / "none.json.gz", last)


def test_answer_that_differs_when_asked_again_is_flaky() -> None:
    assert find_flaky(RIGHT, RIGHT) == ()
    (line,) = find_flaky(RIGHT, WORSE)
    assert line.startswith("flaky: ")
    assert "dose turn 1 differs when asked again, first at retrieve" in line


def test_trend_leaves_out_runs_over_a_few_cases(tmp_path: Path) -> None:
    whole = as_json_object(score_run(RIGHT))
    few = {**whole, "counts": {**whole["counts"], "turns": 0}}
    add_run(tmp_path, few)
    add_run(tmp_path, whole)
    runs = add_run(tmp_path, whole)
    assert [run["turns"] for run in runs] == [2, 2]
    assert len(read_runs(tmp_path / "history.jsonl")) == 3
    assert "Over the last 2 runs" in as_html({**whole, "history": runs})
