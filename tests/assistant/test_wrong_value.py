"""A correction that says the wrong value too, or an age anew, puts just that right in the question before."""

import pytest
from heart_library import lexicon

from assistant.answers import Question, Turn
from assistant.followups.conversation import condense


def read(before: str, text: str) -> str:
    turns = (Turn(role="user", content=before), Turn(role="assistant", content="25 mg a day [1]."))
    return condense(Question(text=text, history=turns), lexicon=lexicon()).text


@pytest.mark.parametrize(
    ("before", "text", "meant"),
    [
        pytest.param(
            "What potassium is too high in a 45-year-old?",
            "sorry, she's 70 not 45",
            "What potassium is too high in a 70-year-old?",
            id="age",
        ),
        pytest.param("Is 25 mg of spironolactone enough?", "50, not 25", "Is 50 mg of spironolactone enough?", id="dose"),
        pytest.param(
            "Can I take carvedilol at night?",
            "sorry, it's bisoprolol I'm on, not carvedilol",
            "Can I take bisoprolol at night?",
            id="drug",
        ),
        pytest.param(
            "Can I take carvedilol at night?", "not carvedilol but bisoprolol", "Can I take bisoprolol at night?", id="sino"
        ),
        pytest.param("Spironolactone for a man aged 45?", "sorry, he's 82", "Spironolactone for a man aged 82?", id="age-alone"),
    ],
)
def test_right_value_stands_where_the_wrong_one_stood(before: str, text: str, meant: str) -> None:
    assert read(before, text) == meant


@pytest.mark.parametrize(
    ("before", "text", "kept"),
    [
        pytest.param("Is 25 mg of spironolactone enough?", "why 50 and not 25?", "50", id="a-question"),
        pytest.param("Is 25 mg of spironolactone enough?", "she is not 25", "25 mg", id="nothing-put-for-it"),
        pytest.param("From 25 mg or from 25 mg twice a day?", "50, not 25", "25 mg twice", id="stands-twice"),
    ],
)
def test_any_other_turn_changes_no_value(before: str, text: str, kept: str) -> None:
    assert kept in read(before, text)
