from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assistant.storage.feedback import Opinion
from evals.case_files import Expect, load_cases
from evals.errors import CaseFileError
from evals.from_feedback import feedback_cases

CLAIMS = [
    {"text": "Corvalin 120 mg every 4 weeks.", "citations": [1]},
    {"text": 'Do NOT give Mestor: "never" with A & B.', "citations": [2]},
]


def opinion(**fields: Any) -> Opinion:
    answer = {
        "question": "How much Corvalin?",
        "status": "answered",
        "claims": CLAIMS,
        "citations": [{"source_id": "alpha"}],
        "withheld": [],
    }
    told = {
        "message_id": "AB-12_x",
        "created_at": "2026-11-27T10:00:00Z",
        "helpful": True,
        "reason": None,
        "comment": None,
        "audience": "patient",
        "answer": answer | fields.pop("answer", {}),
        "history": (),
        "trace": {"hits": [{"text": "Corvalin 60 mg.", "source_id": "beta"}]},
    }
    return Opinion(**(told | fields))


def loaded(tmp_path: Path, *opinions: Opinion) -> Any:
    path = tmp_path / "feedback.yaml"
    path.write_text(feedback_cases(opinions), encoding="utf-8")
    return load_cases(path)


def test_answer_that_helped_becomes_a_whole_case(tmp_path: Path) -> None:
    (case,) = loaded(tmp_path, opinion())
    (turn,) = case.turns
    assert (turn.question, case.audience.value, turn.sources) == ("How much Corvalin?", "patient", ("alpha",))
    assert turn.facts[0].any == ("120 mg & 4 weeks",)
    assert [fact.say for fact in turn.facts] == [claim["text"] for claim in CLAIMS]


def test_complaint_waits_for_the_facts_and_shows_what_was_seen(tmp_path: Path) -> None:
    wrong = opinion(helpful=False, reason="wrong", comment="It is\n60 mg")
    text = feedback_cases((wrong,))
    assert "# 2026-11-27, wrong: It is 60 mg" in text
    assert "# shown: Corvalin 120 mg every 4 weeks. [1]" in text
    assert "# found: Corvalin 60 mg. (beta)" in text
    with pytest.raises(CaseFileError, match="state at least one fact"):
        loaded(tmp_path, wrong)


def test_conversation_before_it_comes_along(tmp_path: Path) -> None:
    history = ({"role": "user", "content": "Tell me of Corvalin"}, {"role": "assistant", "content": "…"})
    (case,) = loaded(tmp_path, opinion(history=history))
    assert [turn.question for turn in case.turns] == ["Tell me of Corvalin", "How much Corvalin?"]
    assert not case.turns[0].wants_facts
    assert case.turns[1].facts


def test_abstention_that_helped_must_stay_one(tmp_path: Path) -> None:
    (case,) = loaded(tmp_path, opinion(answer={"status": "abstained", "claims": [], "citations": []}))
    assert case.turns[0].expect == (Expect.ABSTAIN,)


def test_identifiers_are_masked_wherever_they_stand() -> None:
    told = opinion(
        helpful=False, reason="missing", comment="call me at 555-123-4567", answer={"question": "My MRN is 12345678, how much?"}
    )
    text = feedback_cases((told,))
    assert "12345678" not in text
    assert "555-123-4567" not in text


def test_no_opinions_make_no_file() -> None:
    assert feedback_cases(()) == ""
