"""Folders of other fields: what their documents say is answered, what they don't say is refused.

``afield.jsonl`` holds questions that two people wrote for six documents each (``afield/``), who saw neither program nor rules:
half are answered by one ``statement``, mostly in other words, half ask of the same things what no statement says. No forest was
grown on them, and the lexicon was made for none of these documents.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from assistant.answers import CitedAnswer, Question
from assistant.pipeline import Assistant
from evals.conftest import index_settings

FOLDER = Path(__file__).parent / "afield"
CASES = [json.loads(line) for line in FOLDER.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()]
# Two standard errors from what was measured.
LEAST_ANSWERED, LEAST_RIGHT, MOST_NEAR = 0.67, 0.62, 0.48


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _cites(response: CitedAnswer, statement: str) -> bool:
    wanted = _plain(statement)
    return any(wanted in _plain(one.quote) or _plain(one.quote) in wanted for one in response.citations)


@pytest.mark.timeout(900)
def test_answered_questions_are_answered_and_near_misses_refused(tmp_path: Path) -> None:
    answered, right, near = [], [], []
    for writer in sorted({case["writer"] for case in CASES}):
        assistant = Assistant.open(index_settings(FOLDER / writer, tmp_path / writer))
        for case in (case for case in CASES if case["writer"] == writer):
            response, _ = assistant.answer(Question(text=case["question"]))
            is_answer = isinstance(response, CitedAnswer)
            if case["statement"] is None:
                near.append(is_answer)
            else:
                answered.append(is_answer)
                right.append(isinstance(response, CitedAnswer) and _cites(response, case["statement"]))
    figures = {name: sum(one) / len(one) for name, one in (("answered", answered), ("right", right), ("near", near))}
    assert figures["answered"] >= LEAST_ANSWERED, figures
    assert figures["right"] >= LEAST_RIGHT, figures
    assert figures["near"] <= MOST_NEAR, figures
