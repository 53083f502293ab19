"""What teaches the gate's second reader: rows with the rules' reasons, right claims made wrong, a round of lessons, its file."""

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.answers import Evidence
from assistant.reread.moved import read_moved
from assistant.reread.open_reasons import as_read
from assistant.words.lexicon import Lexicon
from evals.claims import Claim
from evals.harms import Harms, changed
from evals.reread_model import Reader, write_weights
from evals.reread_rows import Row, _judged, read_rows
from evals.train_reread import Epoch, Round, measure, train

STATED = Evidence(text="Daily weighing helps to notice fluid retention early.", heading_path=("Heart failure",))
RIGHT = "Stepping on the scales each day helps people spot fluid retention early."
WRONG = "Daily weighing helps to notice infection early, with a nurse."


def row(text: str, *, right: bool) -> Row:
    return _judged(Claim(text, (STATED,), right=right, field=""))


def test_a_row_keeps_what_was_read_and_the_rules_reasons() -> None:
    found = row(RIGHT, right=True)
    assert not found.passes
    assert [one.cited for one in found.tries] == [as_read((STATED,))]
    assert {code for code, _ in found.tries[0].reasons} == {"NOT_STATED"}
    assert row(STATED.text, right=True).passes


def test_rows_are_read_back_as_they_were_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = [row(RIGHT, right=True), row(WRONG, right=False)]
    monkeypatch.setattr("evals.reread_rows._collect", lambda: iter(kept))
    path = tmp_path / "rows.jsonl"
    assert read_rows(path) == kept
    monkeypatch.setattr("evals.reread_rows._collect", lambda: pytest.fail("they were kept already"))
    assert read_rows(path) == kept


def test_harm_makes_another_claim_and_its_words_are_marked() -> None:
    harms = Harms([RIGHT, WRONG, "It is given for pain during the first week."], Lexicon(), random.Random(3))  # noqa: S311
    made = {harms.harm(RIGHT) for _ in range(20)}
    assert RIGHT not in made
    assert len(made) > 3
    assert changed([1, 2, 3], [1, 9, 3, 4]) == [False, True, False, True]
    assert changed([1, 2, 3], [1, 3]) == [False, False]


@pytest.mark.slow
def test_a_round_of_lessons_moves_the_reader_and_its_file_says_how_far(tmp_path: Path) -> None:
    longer = "Stepping on the scales each day helps people spot fluid retention early during the first week."
    rows = [row(RIGHT, right=True), row(longer, right=True), row(WRONG, right=False), replace(row(WRONG, right=False), made=True)]
    reader = train(rows, rounds=(Round(1e-4, (Epoch(1.0, 1.0),)),))
    write_weights(tmp_path / "moved.safetensors", reader, model="m")
    weights = read_moved(tmp_path / "moved.safetensors")
    assert any(np.abs(moved).max() > 0 for moved in weights.moved.values())
    assert "NOT_STATED: 2 right and 2 wrong ones" in measure(reader, rows)
    again = Reader()
    again.move(weights)
    for name, weight in reader.state_dict().items():
        if "pooler" not in name:
            assert float((weight - again.state_dict()[name]).abs().max()) < 2e-3, name
