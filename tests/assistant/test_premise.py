"""A question that takes for granted what the documents deny is told so; any other is not."""

import pytest
from heart_library import asked, lexicon, profile

from assistant.premise import denies_premise, presupposed

NSAID = "Do not give NSAIDs to patients with heart failure."


def denied(question: str, text: str = NSAID) -> bool:
    return denies_premise(asked(question), profile(text), lexicon=lexicon())


@pytest.mark.parametrize(
    ("question", "text"),
    [
        pytest.param("Why are NSAIDs given in heart failure?", NSAID, id="why"),
        pytest.param("And why do we give NSAIDs in heart failure?", NSAID, id="and-why"),
        pytest.param("When are NSAIDs given in heart failure?", NSAID, id="when"),
        pytest.param("Given that NSAIDs help in heart failure, which?", "NSAIDs never help in heart failure.", id="given-that"),
        pytest.param("How long should verapamil be given?", "Verapamil should not be given.", id="how-long"),
    ],
)
def test_question_that_presupposes_what_is_prohibited_is_put_right(question: str, text: str) -> None:
    assert denied(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        pytest.param("Are NSAIDs given in heart failure?", NSAID, id="asks-whether"),
        pytest.param("Which NSAIDs are given in heart failure?", NSAID, id="presupposes-less-than-can-be-told"),
        pytest.param("Why are NSAIDs not given in heart failure?", NSAID, id="knows-that-it-is-denied"),
        pytest.param("Why should NSAIDs be avoided in heart failure?", NSAID, id="knows-to-avoid"),
        pytest.param("Why are NSAIDs harmful in heart failure?", NSAID, id="knows-the-harm"),
        pytest.param("Why are NSAIDs given in heart failure?", "NSAIDs are given in heart failure.", id="nothing-denied"),
        pytest.param("Why is ibuprofen given with verapamil?", "Do not give ibuprofen.", id="a-thing-not-spoken-of"),
        pytest.param("Why is ibuprofen given before surgery at night?", "Do not give ibuprofen.", id="words-not-spoken-of"),
        pytest.param("Why do we walk?", "Do not walk.", id="nothing-named"),
        pytest.param("Why is ibuprofen given?", NSAID, id="class-denied-not-this-one"),
        pytest.param("When is a dose of ibuprofen taken?", "Do not take a dose of ibuprofen.", id="asks-for-a-dose"),
        pytest.param("So when? Are NSAIDs given in heart failure?", NSAID, id="asks-whether-behind-it"),
        pytest.param("Why is ibuprofen a risk?", "Avoid ibuprofen, the risk is high.", id="knows-the-risk"),
    ],
)
def test_question_that_the_statement_does_not_turn_down_is_left_alone(question: str, text: str) -> None:
    assert not denied(question, text)


@pytest.mark.parametrize(
    ("question", "claimed"),
    [
        pytest.param("Why are NSAIDs given?", "are NSAIDs given", id="why"),
        pytest.param("  And why is it done first? ", "is it done first", id="and-why"),
        pytest.param("Since NSAIDs help, which one?", "NSAIDs help, which one", id="since"),
        pytest.param("¿Por qué se da?", "se da", id="spanish"),
    ],
)
def test_what_is_presupposed_is_the_question_without_its_opening(question: str, claimed: str) -> None:
    assert presupposed(question) == claimed
