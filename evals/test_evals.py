"""The suite over the shipped corpus: the hard promises, the cases themselves, and no worse than the baseline."""

import os
import sys
from collections import Counter
from pathlib import Path

import pytest

from assistant.pipeline import Assistant
from evals.answer_cases import answer_case
from evals.case_files import load_cases
from evals.check_cases import check_cases, read_statements
from evals.ci import github_annotations
from evals.conftest import CORPUS
from evals.run import CASES, EvalOutcome, Options, baseline_path, run_evals, verifier
from ingest.settings import IngestSettings

# The first test to want the outcome waits for the whole suite, on a busy machine for several minutes.
pytestmark = pytest.mark.timeout(2400)


@pytest.fixture(scope="module")
def outcome(assistant: Assistant, request: pytest.FixtureRequest) -> EvalOutcome:
    """The suite, asked once; with EVAL_REPORT=DIR it leaves the reports of ``vouch eval --report DIR`` (see Makefile)."""
    report = os.environ.get("EVAL_REPORT")
    found = run_evals(
        CASES,
        Path(report) if report else None,
        options=Options(plain=bool(report)),
        assistant=assistant,
        measured=request.getfixturevalue("measured") if report else None,
    )
    if os.environ.get("GITHUB_ACTIONS"):  # annotations count only if the build server reads them: past pytest's capture
        with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
            sys.stdout.write("\n".join(["", *github_annotations(found.data), ""]))
    return found


def test_every_expected_fact_is_stated_by_the_corpus() -> None:
    assert [str(problem) for problem in check_cases(load_cases(CASES), read_statements(IngestSettings(corpus=CORPUS)))] == []


def test_suite_is_as_large_as_promised_with_a_part_held_out() -> None:
    cases = load_cases(CASES)
    kinds = Counter("dialogue" if case.is_dialogue else case.turns[0].expect[0].value for case in cases)
    assert kinds["answer"] >= 200
    assert kinds["dialogue"] >= 50
    assert sum(len(case.turns) for case in cases if case.is_dialogue) >= 150
    assert kinds["abstain"] + kinds["premise"] + kinds["emergency"] >= 100
    assert kinds["disagreement"] >= 25
    assert 1 / 3 <= sum(case.split == "holdout" for case in cases) / len(cases) <= 0.5


@pytest.mark.slow
def test_no_claim_is_shown_that_its_citations_do_not_support(outcome: EvalOutcome) -> None:
    assert [(score.case_id, score.why) for score in outcome.scored.scores if score.unsupported] == []


@pytest.mark.slow
def test_every_claim_shown_is_cited(outcome: EvalOutcome) -> None:
    assert [score.case_id for score in outcome.scored.scores if score.cited < score.claims] == []


@pytest.mark.slow
def test_no_answer_is_longer_than_300_words_and_half_are_within_120(outcome: EvalOutcome) -> None:
    words = outcome.scored.medians["all"]
    assert words["words_median"] <= 120
    assert words["words_most"] <= 300


@pytest.mark.slow
def test_nothing_is_worse_than_the_baseline(outcome: EvalOutcome) -> None:
    assert baseline_path(CASES).exists()
    assert outcome.problems == ()


@pytest.mark.slow
def test_same_question_gets_the_same_answer_twice(assistant: Assistant, outcome: EvalOutcome) -> None:
    for case, records in list(zip(outcome.scored.run.cases, outcome.scored.run.records, strict=True))[::25]:
        again = answer_case(assistant, case, verify=verifier(assistant))
        assert [record.text for record in again] == [record.text for record in records], case.id
