"""Who tells something of the patient behind a question for a dose is told whether the medicine is for such a patient."""

import pytest
from heart_library import lexicon

from assistant.answers import Question, Turn
from assistant.followups.conversation import condense
from assistant.followups.told_of_drug import is_joined, told_of_drug


def asked_of(before: str, text: str) -> str:
    turns = (Turn(role="user", content=before), Turn(role="assistant", content="25 mg a day [1]."))
    told = told_of_drug(condense(Question(text=text, history=turns), lexicon=lexicon()), lexicon=lexicon())
    return told[0] if told else ""


@pytest.mark.parametrize(
    ("before", "text", "put"),
    [
        pytest.param("What is the starting dose of carvedilol?", "she has asthma", "carvedilol if she has asthma", id="told"),
        pytest.param("What is the starting dose of carvedilol?", "how often?", "", id="asked"),
        pytest.param("What is the starting dose of carvedilol?", "Is verapamil safe?", "", id="another-question"),
        pytest.param("Which drugs help the heart?", "she has asthma", "", id="no-medicine-asked-for"),
        pytest.param("Carvedilol or bisoprolol first?", "she has asthma", "", id="two-of-them"),
    ],
)
def test_what_is_told_is_asked_of_the_one_medicine(before: str, text: str, put: str) -> None:
    assert asked_of(before, text) == put


def test_nobody_takes_for_granted_what_only_the_joint_says() -> None:
    assert is_joined("carvedilol is started: she has asthma", "she has asthma")
    assert not is_joined("carvedilol is started", "so carvedilol is started?")
    assert not is_joined("one thing: carvedilol is started", "One thing: carvedilol is started, isn't it?")
