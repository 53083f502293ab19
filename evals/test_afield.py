"""Folders of other fields: what their documents say is answered, what they don't say is refused.

``afield.jsonl`` holds questions that four people wrote for six or eight documents each (``afield/``), who saw no program and no
rules: each of the ``statements`` answers, and without any a question asks of the same things what no statement says. Nothing
was trained on them, and the lexicon was made for none of these documents.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.answers import CitedAnswer, Question
from assistant.pipeline import Assistant
from evals.conftest import index_settings
from evals.train_afield_order import is_one_of

FOLDER = Path(__file__).parent / "afield"
CASES = [json.loads(line) for line in FOLDER.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()]
# Two standard errors from what was measured.
LEAST_ANSWERED, LEAST_RIGHT, MOST_NEAR = 0.77, 0.72, 0.42
LEAST_FIRST, LEAST_EACH = 0.73, 0.55


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[dict[str, Any], list[str]]]:
    """Each case with the statements that its answer cites, in their order; none where it was refused."""
    found = []
    for writer in sorted({case["writer"] for case in CASES}):
        assistant = Assistant.open(index_settings(FOLDER / writer, tmp_path_factory.mktemp(writer)))
        for case in (case for case in CASES if case["writer"] == writer):
            response, _ = assistant.answer(Question(text=case["question"]))
            cited = [one.statement.text for one in response.citations] if isinstance(response, CitedAnswer) else []
            found.append((case, cited))
    return found


@pytest.mark.timeout(900)
def test_answered_questions_are_answered_and_near_misses_refused(asked: list[tuple[dict[str, Any], list[str]]]) -> None:
    answered = [bool(cited) for case, cited in asked if case["statements"]]
    right = [any(is_one_of(one, case["statements"]) for one in cited) for case, cited in asked if case["statements"]]
    near = [bool(cited) for case, cited in asked if not case["statements"]]
    figures = {name: sum(one) / len(one) for name, one in (("answered", answered), ("right", right), ("near", near))}
    assert figures["answered"] >= LEAST_ANSWERED, figures
    assert figures["right"] >= LEAST_RIGHT, figures
    assert figures["near"] <= MOST_NEAR, figures


def test_what_is_shown_answers_and_the_first_most_of_all(asked: list[tuple[dict[str, Any], list[str]]]) -> None:
    """Of answers to questions of other fields: how often the first statement is one that answers, and how many of all are."""
    told = [[is_one_of(one, case["statements"]) for one in cited] for case, cited in asked if case["statements"] and cited]
    figures = {"first": sum(one[0] for one in told) / len(told), "each": sum(sum(one) / len(one) for one in told) / len(told)}
    assert figures["first"] >= LEAST_FIRST, figures
    assert figures["each"] >= LEAST_EACH, figures
