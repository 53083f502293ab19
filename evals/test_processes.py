"""Several processes answer as one does."""

from dataclasses import replace

import pytest

from assistant.pipeline import Assistant
from evals.case_files import load_cases
from evals.processes import processes_for
from evals.records import Record, Run
from evals.run import CASES, run_cases


def seen(run: Run) -> list[Record]:
    """What was answered: the clock aside, and figures to the digits that the order of a sum can't change."""
    return [
        replace(
            record,
            milliseconds={},
            hits=tuple(replace(hit, relevance=round(hit.relevance, 9), fused=round(hit.fused, 9)) for hit in record.hits),
        )
        for *_, record in run.turns()
    ]


@pytest.mark.slow
def test_two_processes_answer_as_one_does(assistant: Assistant) -> None:
    cases = load_cases(CASES, split="dev", only="bone*")
    assert seen(run_cases(assistant, cases, processes=2)) == seen(run_cases(assistant, cases))


def test_few_cases_are_not_worth_another_process() -> None:
    assert processes_for(load_cases(CASES, split="dev")[:20]) == 1
