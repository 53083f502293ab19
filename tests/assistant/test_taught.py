"""A question is told from its like by written questions of which is known what they ask for."""

import numpy as np
import pytest

from assistant.differences.taught import ASKS, ASKS_NOT, MAY_ASK, Taught

HERE, BESIDE, AWAY = (np.array(one, dtype=np.float32) for one in ([1.0, 0.0, 0.0], [0.6, 0.8, 0.0], [0.0, 0.0, 1.0]))
INTERVAL, DOSE, UNTOLD = "interval", "dose", "untold"
TAUGHT = Taught(
    model="mine",
    ids=(DOSE, INTERVAL, UNTOLD),
    vectors=np.stack([HERE, BESIDE]),
    asks=np.array([[ASKS_NOT, ASKS, ASKS_NOT], [ASKS, ASKS_NOT, MAY_ASK]], dtype=np.float32),
)


def test_question_leads_to_what_the_one_most_like_it_asks_for() -> None:
    signals = TAUGHT.signals(HERE)
    assert signals[INTERVAL] == {"taught": pytest.approx(1.0), "taught_lead": pytest.approx(0.4)}
    assert signals[DOSE] == {"taught": pytest.approx(0.6), "taught_lead": pytest.approx(-0.4)}


def test_difference_that_no_question_asks_for_has_no_signals() -> None:
    assert UNTOLD not in TAUGHT.signals(HERE)


def test_question_of_which_one_cannot_say_speaks_neither_for_nor_against() -> None:
    doubtful = Taught(model="mine", ids=(DOSE,), vectors=np.stack([HERE, BESIDE]), asks=np.array([[ASKS], [MAY_ASK]], np.float32))
    assert doubtful.signals(BESIDE)[DOSE] == {"taught": pytest.approx(0.6), "taught_lead": pytest.approx(0.3)}


def test_question_that_is_like_none_leads_to_none() -> None:
    assert [one["taught_lead"] for one in TAUGHT.signals(AWAY).values()] == [pytest.approx(-0.3)] * 2


def test_question_does_not_learn_from_itself() -> None:
    others = TAUGHT.without(HERE)
    assert len(others.vectors) == 1
    assert set(others.signals(HERE)) == {DOSE}
