"""A question for drugs like one that it names asks for that one's class; nothing else is read so."""

import pytest
from heart_library import lexicon

from assistant.followups.likened import as_class


@pytest.mark.parametrize(
    ("question", "language", "read"),
    [
        pytest.param("Any other drug like bisoprolol?", "en", "Any other beta-blocker besides bisoprolol?", id="like"),
        pytest.param("anything similar to Farxiga?", "en", "Any other SGLT2 inhibitor besides Farxiga?", id="anything"),
        pytest.param("Which drugs are like enalapril?", "en", "Which ACE inhibitors besides enalapril?", id="several"),
        pytest.param(
            "¿Hay otro medicamento como bisoprolol?", "es", "¿Hay otro betabloqueante además de bisoprolol?", id="spanish"
        ),
        pytest.param(
            "Bisoprolol: ¿hay otro medicamento como ese?",
            "es",
            "¿Hay otro betabloqueante además de Bisoprolol?",
            id="named-first",
        ),
    ],
)
def test_drugs_like_one_are_of_its_class(question: str, language: str, read: str) -> None:
    assert as_class(question, lexicon=lexicon(), language=language) == read


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Any other drug like furosemide?", id="of-no-class"),
        pytest.param("Are there drugs like beta-blockers?", id="class-itself"),
        pytest.param("What is bisoprolol like?", id="likens-nothing"),
        pytest.param("Does a drug work like bisoprolol in gout?", id="works-like"),
        pytest.param("Would she like bisoprolol?", id="verb"),
    ],
)
def test_other_questions_stay_as_typed(question: str) -> None:
    assert as_class(question, lexicon=lexicon(), language="en") == question
