"""Yes/no questions open with the right word or none: those of ``whether.jsonl``, which no forest was grown on.

Some are close to the documents' words, the others (``close: false``) were written by people who saw neither program nor rules.
A missing word is counted, a wrong one harms: "depends" and "abstain" are questions to which neither word is true.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from assistant.answers import CitedAnswer, Question
from assistant.pipeline import Assistant

CASES = [json.loads(line) for line in (Path(__file__).parent / "whether.jsonl").read_text(encoding="utf-8").splitlines()]
SETTLED = frozenset({"yes", "no"})
WORD = re.compile(r"(Yes|No|Sí): ")
MOST_TURNED = 0.02
MOST_WRONG = 0.06
# Two standard errors below what was measured.
LEAST_SAID = {True: 0.43, False: 0.15}


def _word(assistant: Assistant, question: str) -> str:
    response, _ = assistant.answer(Question(text=question))
    found = WORD.match(response.claims[0].text) if isinstance(response, CitedAnswer) else None
    return {"Yes": "yes", "Sí": "yes", "No": "no"}[found[1]] if found else ""


@pytest.mark.timeout(900)
def test_word_that_opens_an_answer_is_right(assistant: Assistant) -> None:
    said = [(case, _word(assistant, case["question"])) for case in CASES]
    given = [(case, word) for case, word in said if word]
    wrong = [(case, word) for case, word in given if word != case["answer"]]
    turned = [(case, word) for case, word in wrong if case["answer"] in SETTLED]
    assert len(turned) <= MOST_TURNED * len(given), turned
    assert len(wrong) <= MOST_WRONG * len(given), wrong
    for close, least in LEAST_SAID.items():
        settled = [word for case, word in said if case["close"] is close and case["answer"] in SETTLED]
        share = sum(map(bool, settled)) / len(settled)
        assert share >= least, (close, share)
