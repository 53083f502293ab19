"""Two ways of answering side by side: what differs, how surely, and what can stand on a side."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from evals.compare import as_markdown, compare_reports, compare_sides, shifts_of
from evals.errors import EvalError
from evals.page import as_html
from evals.report import as_json_object
from evals.run import CASES, Options
from evals.scored import score_run
from evals.sides import overrides, stored_report
from evals.test_baseline import RIGHT, WORSE

A, B = as_json_object(score_run(RIGHT)), as_json_object(score_run(WORSE))
NAMES = ("a", "b")


def test_a_report_against_itself_shows_no_difference() -> None:
    data = compare_reports(A, A, names=NAMES)
    assert data["changed"] == []
    assert {(shift["before"] - shift["after"], shift["low"], shift["high"]) for shift in data["shifts"]} == {(0.0, 0.0, 0.0)}


def test_worse_turn_is_told_with_what_differs() -> None:
    data = compare_reports(A, B, names=NAMES)
    assert [(entry["what"], entry["kind"], entry["step"]) for entry in data["changed"]] == [("dose", "worse", "retrieve")]
    assert [entry["kind"] for entry in compare_reports(B, A, names=NAMES)["changed"]] == ["better"]
    summary, page = as_markdown(data), as_html(data, "compare.html.j2")
    assert "### worse: dose (first differs at: retrieve)" in summary
    assert "1 turns worse in B" in page
    assert "<b>daily</b>" not in page


def test_difference_is_drawn_in_pairs_so_that_a_small_sure_gain_is_seen() -> None:
    # Half the cases hopeless on both sides, one side better by the same tenth in each of the others.
    old = [{"case": str(place), "ratios": {"fact_recall": [0.9 * (place % 2), 1]}} for place in range(40)]
    new = [{"case": str(place), "ratios": {"fact_recall": [1.0 * (place % 2), 1]}} for place in range(40)]
    (shift,) = shifts_of(list(zip(old, new, strict=True)))
    assert shift.after - shift.before == pytest.approx(0.05)
    assert 0 < shift.low < 0.05 < shift.high < 0.1
    assert shift.verdict == "better"


def test_turns_of_one_side_only_are_left_out_and_counted() -> None:
    data = compare_reports(A, {**B, "turns": B["turns"][:1]}, names=NAMES)
    assert data["turns"] == 1
    assert data["only_before"] == ["none"]


def test_two_stored_reports_are_compared_without_asking_anything(tmp_path: Path) -> None:
    for name, report in (("a", A), ("b", B)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "report.json").write_text(json.dumps(report), encoding="utf-8")
    sides = (str(tmp_path / "a"), str(tmp_path / "b" / "report.json"))
    told = compare_sides(sides, CASES, tmp_path / "out", options=Options())
    assert "### worse: dose" in told
    assert json.loads((tmp_path / "out" / "compare.json").read_text())["changed"][0]["what"] == "dose"
    assert (tmp_path / "out" / "compare.html").read_text().startswith("<!doctype html>")


def test_what_is_no_report_is_refused_with_the_mend(tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_text("{}", encoding="utf-8")
    with pytest.raises(EvalError, match="vouch eval --report"):
        stored_report(str(file))


def test_sides_are_known_by_what_they_are(tmp_path: Path) -> None:
    index, corpus, model = tmp_path / "index", tmp_path / "corpus", tmp_path / "model"
    for folder, mark in ((index, "lock.json"), (corpus, "a.md"), (model, "modules.json")):
        folder.mkdir()
        (folder / mark).write_text("{}", encoding="utf-8")
    settings = tmp_path / "strict.env"
    settings.write_text("VOUCH_MIN_REVIEW_STATUS=approved\n", encoding="utf-8")
    assert overrides(str(index)) == {"index": str(index)}
    assert overrides(str(corpus)) == {"corpus": str(corpus)}
    assert overrides(str(model)) == {"embedding_model": str(model)}
    assert overrides(str(settings)) == {"min_review_status": "approved"}
    assert overrides("VOUCH_AUDIENCE=patient,language=es") == {"audience": "patient", "language": "es"}


@pytest.mark.parametrize(("side", "told"), [("no/such/thing", "is nothing to compare"), ("VOUCH_COLOUR=red", "is no setting")])
def test_side_that_is_nothing_is_refused(side: str, told: str) -> None:
    with pytest.raises(EvalError, match=told):
        overrides(side)


def test_records_with_fewer_hits_still_compare() -> None:
    bare = as_json_object(score_run(replace(RIGHT, records=tuple((replace(r[0], hits=()),) for r in RIGHT.records))))
    assert compare_reports(A, bare, names=NAMES)["changed"][0]["step"] == "retrieve"
