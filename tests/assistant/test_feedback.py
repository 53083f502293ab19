from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.feedback import note


def test_feedback_keeps_the_whole_answer(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "feedback.jsonl"
    note(path, helpful=False, reason="wrong", answer={"question": "¿Cuánto?", "text": "x"})
    (line,) = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert (line["helpful"], line["reason"], line["answer"]["question"]) == (False, "wrong", "¿Cuánto?")


def test_reason_that_nobody_offers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="one of wrong, missing, unsupported, unclear"):
        note(tmp_path / "f.jsonl", helpful=False, reason="boring", answer={})


def test_lines_written_at_once_stay_whole(tmp_path: Path) -> None:
    path = tmp_path / "f.jsonl"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: note(path, helpful=True, reason=None, answer={"n": n, "text": "x" * 5000}), range(40)))
    assert sorted(json.loads(line)["answer"]["n"] for line in path.read_text().splitlines()) == list(range(40))
