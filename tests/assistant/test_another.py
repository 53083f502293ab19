"""Whoever goes on to the next patient leaves behind what was told of the last one; who likens them, or asks on, does not."""

import pytest
from heart_library import lexicon

from assistant.answers import Question, Turn
from assistant.followups.another import since_another, tells_of_another
from assistant.followups.conversation import condense

FIRST = "62-year-old with HFpEF: which dose of furosemide?"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("next patient: 41, HFrEF. Which dose of carvedilol?", id="next"),
        pytest.param("Another lady, 45yo, newly ill: carvedilol?", id="another"),
        pytest.param("ok new case. 70 with HFrEF, what first?", id="new-case"),
        pytest.param("Patient 2: 58, HFrEF. NSAIDs?", id="numbered"),
        pytest.param("next patient: 41, HFrEF.", id="only-told"),
        pytest.param("New case: 73-year-old man, HFpEF, on furosemide", id="only-told-with-a-drug"),
        pytest.param("Otra paciente: 45 años. ¿Qué dosis de carvedilol?", id="spanish"),
    ],
)
def test_another_patient_is_asked_about_without_the_last(text: str) -> None:
    assert tells_of_another(text, lexicon=lexicon())
    history = (Turn(role="user", content=FIRST), Turn(role="assistant", content="Furosemide 40 mg daily."))
    assert condense(Question(text=text, history=history), lexicon=lexicon()).text == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("and for another patient with HFrEF?", id="asks-the-same-for-another"),
        pytest.param("second patient: 70, same question?", id="likened"),
        pytest.param("another drug for a 45-year-old?", id="another-drug"),
        pytest.param("next patient, please?", id="nothing-told"),
        pytest.param("how often for the next patient of 41?", id="not-at-its-head"),
    ],
)
def test_what_leans_on_the_last_patient_is_not_taken_by_itself(text: str) -> None:
    assert not tells_of_another(text, lexicon=lexicon())


def test_turns_before_the_patient_talked_about_are_forgotten() -> None:
    told = [FIRST, "Furosemide 40 mg.", "next patient: 41, HFrEF. Carvedilol?", "Carvedilol 3 mg."]
    turns = [Turn(role="assistant" if place % 2 else "user", content=text) for place, text in enumerate(told)]
    assert since_another(turns, lexicon=lexicon()) == tuple(turns[2:])
    assert since_another(turns[:2], lexicon=lexicon()) == tuple(turns[:2])
    read = condense(Question(text="how often?", history=tuple(turns)), lexicon=lexicon()).text
    assert "62" not in read
    assert "furosemide" not in read.lower()
