"""Held-out cases count in every figure and are named nowhere that people read how answers differ."""

from dataclasses import replace

import pytest

from evals.baseline import Change, compare, explain, make_baseline
from evals.ci import as_junit
from evals.compare import as_markdown as compared
from evals.compare import compare_reports
from evals.kept_answers import turns_by_key
from evals.page import as_html
from evals.records import Run
from evals.report import as_json_object, with_gate
from evals.run import find_problems
from evals.scored import score_run
from evals.sealed import held_out_cases, seal_changes
from evals.summary import as_change_list, as_markdown
from evals.test_baseline import RIGHT, WORSE
from evals.test_metrics import DOSE, make_case

SEALED = make_case("secret-dose", **DOSE).model_copy(update={"split": "holdout"})


def with_sealed(run: Run, *, sealed: Run) -> Run:
    """The run with a held-out case that is answered as the first case of ``sealed`` is."""
    return replace(run, cases=(*run.cases, SEALED), records=(*run.records, sealed.records[0]))


@pytest.fixture(name="told")
def _told() -> tuple[str, ...]:
    """Every text that a run in which the held-out case alone got worse shows to people."""
    before, after = (score_run(with_sealed(RIGHT, sealed=sealed)) for sealed in (RIGHT, WORSE))
    data = as_json_object(after, baseline=make_baseline(before))
    found = explain(
        compare(make_baseline(before), make_baseline(after)), turns_by_key(as_json_object(before)), turns_by_key(data)
    )
    changes = seal_changes(found, held_out_cases(after))
    data = with_gate(data, changes=changes, problems=find_problems(after, (), changes))
    assert not data["ok"]
    return as_markdown(data), as_html(data), as_change_list(data), "\n".join(data["problems"])


def test_held_out_case_that_got_worse_is_counted_and_shuts_the_gate(told: tuple[str, ...]) -> None:
    assert "worse: turns of held-out cases, not named here: 0 → 1" in told[-1]
    assert all("turns of held-out cases, not named here" in text for text in told)
    assert "holdout fact_recall" in told[-1]


def test_held_out_case_is_named_nowhere_nor_how_its_answer_differs(told: tuple[str, ...]) -> None:
    for text in told:
        assert "secret-dose" not in text
        assert "hit 1 gone" not in text


def test_build_servers_are_not_told_why_a_held_out_turn_fails() -> None:
    run = with_sealed(RIGHT, sealed=WORSE)
    data = as_json_object(score_run(run))
    assert not data["turns"][-1]["passed"]
    assert data["turns"][-1]["why"] not in as_junit(data).decode()


def test_comparison_counts_held_out_turns_and_shows_none() -> None:
    reports = [as_json_object(score_run(with_sealed(RIGHT, sealed=sealed))) for sealed in (RIGHT, WORSE)]
    data = compare_reports(reports[0], reports[1], names=("a", "b"))
    assert data["changed"] == []
    assert data["held_out"] == {"worse": 1, "better": 0, "other": 0}
    assert "of held-out cases, not shown: 1 worse" in compared(data)
    assert "secret-dose" not in compared(data) + as_html(data, "compare.html.j2")


def test_dev_cases_are_told_as_before() -> None:
    change = Change(kind="worse", what="dose turn 2", before="pass", after="fail")
    assert seal_changes((change,), {"secret-dose"}) == (change,)
    assert [one.after for one in seal_changes((change, change), {"dose"})] == ["2"]
