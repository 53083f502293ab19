"""What a question asks after its first thing is read by itself too, with the treatment named before it."""

import pytest
from heart_library import lexicon

from assistant.question.further import further_asked


@pytest.mark.parametrize(
    ("question", "further"),
    [
        pytest.param(
            "Carvedilol: starting dose. Anything to watch for?", ("Anything to watch for (Carvedilol)?",), id="fragment"
        ),
        pytest.param(
            "What is the dose of carvedilol, and how often is the pulse taken?",
            ("how often is the pulse taken (carvedilol)?",),
            id="names-no-treatment",
        ),
        pytest.param(
            "Is cough usual on enalapril? And does furosemide help?", ("does furosemide help?",), id="names-one-of-its-own"
        ),
        pytest.param("She takes enalapril. Is cough usual?", (), id="told-before-the-only-question"),
        pytest.param("Which is better, enalapril or furosemide?", (), id="one-question"),
        pytest.param("Is enalapril stopped for cough and dizziness?", (), id="and-in-one-question"),
        pytest.param("Is it common? What is it called?", (), id="names-nothing"),
        pytest.param("Enalapril? What dose? How often is it given? When is it taken?", (), id="too-many"),
    ],
)
def test_what_is_asked_after_the_first_thing(question: str, further: tuple[str, ...]) -> None:
    assert further_asked(question, lexicon=lexicon()) == further


def test_spanish_question_asks_further_behind_an_accent() -> None:
    question = "¿Qué dosis de espironolactona se da y cuándo se revisa el potasio?"
    assert further_asked(question, lexicon=lexicon(), language="es") == ("cuándo se revisa el potasio (espironolactona)?",)
    told = "¿Es cierto que la espironolactona y que el enalapril se dan juntos?"
    assert further_asked(told, lexicon=lexicon(), language="es") == ()
