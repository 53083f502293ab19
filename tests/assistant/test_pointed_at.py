"""What a word that points means by its verb: a test is checked again, a drug is given."""

import pytest
from heart_library import lexicon

from assistant.answers import Question, Turn
from assistant.followups.conversation import condense
from assistant.premises.premise import Denial, is_own

ECHO = ("What should potassium be in heart failure?", "Furosemide 40 mg a day lowers it [1].")
DRUG = ("Which dose of furosemide for a low potassium?", "Furosemide 40 mg a day [1].")


@pytest.mark.parametrize(
    ("told", "text", "meant"),
    [
        pytest.param(ECHO, "how often is it repeated?", "potassium", id="test"),
        pytest.param(ECHO, "when should it be rechecked?", "potassium", id="again"),
        pytest.param(DRUG, "how often is it given?", "furosemide", id="drug"),
        pytest.param(DRUG, "how often is it checked?", "furosemide", id="a-drug-was-asked-about"),
    ],
)
def test_what_is_checked_is_the_test_that_was_asked_about(told: tuple[str, str], text: str, meant: str) -> None:
    turns = tuple(Turn(role=role, content=one) for role, one in zip(("user", "assistant"), told, strict=True))
    assert meant in condense(Question(text=text, history=turns), lexicon=lexicon()).text.lower()


def test_words_of_one_language_alone_tell_no_language() -> None:
    turns = (Turn(role="user", content="How is furosemide given?"), Turn(role="assistant", content="By mouth [1]."))
    question = Question(text="next scan?", history=turns)
    assert condense(question, lexicon=lexicon(), spoken_of=lambda _stem, _language: True).language == "en"


def test_a_turn_takes_for_granted_only_what_it_says_itself() -> None:
    denial = Denial(claimed="furosemide is injected", statement_id="one")
    said = "what dose? Which dose of injected furosemide?"
    assert not is_own(denial, said, typed="what dose?", language="en")
    assert is_own(denial, said, typed="and injected?", language="en")
    assert is_own(denial, said, typed="why?", language="en")
