"""What teaches the reader of question and statement: groups of a folder, the pairs drawn of them, a round of lessons."""

import random
from pathlib import Path

import pytest

from assistant.reread.moved import read_moved
from evals.answer_groups import Group, asked_of
from evals.conftest import index_settings
from evals.reread_model import write_weights
from evals.train_answer_reader import Pair, _batches, measure, pairs_of, train
from evals.train_settled import elsewhere

GOUT = """# Gout

## Treatment

- Colchicine 500 micrograms is given two to four times a day.
- Naproxen is an alternative, with a proton pump inhibitor.

## Prevention

- Allopurinol is started two weeks after the attack has settled.
"""
CHANCE = random.Random(2)  # noqa: S311 -- the same lessons each time
GROUP = Group(question="how much colchicine?", right=("a",), others=tuple("bcdefghijklm"))
MISS = Group(question="and in pregnancy?", right=(), others=tuple("bcdefghijklm"), near=True)


def test_what_answers_is_told_from_the_nearest_others(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "gout.md").write_text(GOUT, encoding="utf-8")
    assistant = elsewhere(folder, tmp_path / "index", index_settings(folder, tmp_path / "index"))
    lines = [
        {"question": "When is allopurinol begun?", "statements": ["Allopurinol is started two weeks after the attack"]},
        {"question": "May I drink beer?", "statements": []},
        {"question": "What of ice packs?", "statements": ["Ice packs help."]},
    ]
    began, beer = asked_of(assistant, lines)
    assert began.right == ("Gout > Prevention | Allopurinol is started two weeks after the attack has settled.",)
    assert set(began.others) == {
        "Gout > Treatment | Colchicine 500 micrograms is given two to four times a day.",
        "Gout > Treatment | Naproxen is an alternative, with a proton pump inhibitor.",
    }
    assert (beer.right, len(beer.others)) == ((), 3)


def test_an_answer_is_set_against_others_near_and_far() -> None:
    drawn = pairs_of(GROUP, CHANCE)
    assert [pair.answers for pair in drawn] == [True, False, False, False]
    assert drawn[0].statement == "a"
    assert all(pair.statement in "bcdefghi" for pair in drawn[1:3])
    assert drawn[3].statement in "jklm"
    assert all(pairs_of(MISS, CHANCE)[0].statement == "b" for _ in range(9))
    assert not any(pair.answers for pair in pairs_of(MISS, CHANCE))


def test_every_group_comes_once_and_whole() -> None:
    groups = [pairs_of(GROUP, CHANCE) for _ in range(30)]
    batches = _batches([*groups, []], CHANCE)
    assert sorted(map(id, (group for batch in batches for group in batch))) == sorted(map(id, groups))


@pytest.mark.slow
def test_a_round_of_lessons_moves_the_reader_and_its_file_says_how_far(tmp_path: Path) -> None:
    others = ("Gout > Prevention | Drink enough water.", "Gout | Rest the joint.")
    groups = [Group(question="how much colchicine?", right=("Gout | Colchicine 500 micrograms.",), others=others, afield=True)]
    groups.append(Group(question="may I fly?", right=(), others=others, afield=True))
    reader = train(groups, [])
    write_weights(tmp_path / "moved.safetensors", reader, model="m")
    weights = read_moved(tmp_path / "moved.safetensors")
    assert weights.model == "m"
    assert any(moved.any() for moved in weights.moved.values())
    told = measure(reader, groups)
    assert "1 answered, 1 near misses" in told
    assert len(reader.eval()([Pair("a", "b", answers=True)])) == 1
