"""That a harm is common says nothing of what helps against it."""

import pytest
from heart_library import asked, lexicon, profile

from assistant.abstention.remedies import missing_remedy
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

WORDS = Lexicon(
    [
        *lexicon().concepts.values(),
        Concept(concept_id="harms", kind="side effect", name="harms"),
        Concept(concept_id="cramps", kind="side effect", name="cramps", parents=("harms",), spanish=("calambres",)),
        Concept(concept_id="leg-cramps", kind="side effect", name="leg cramps", parents=("harms",)),
    ]
)
COMMON, TREATED = "Cramps are common with spironolactone.", "Cramps may be treated with stretching."


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        pytest.param("What can he take for the cramps?", "cramps", id="take-for"),
        pytest.param("Is there anything they give against cramps?", "cramps", id="anything-against"),
        pytest.param("How do we treat cramps on spironolactone?", "cramps", id="treat"),
        pytest.param("¿Qué puede tomar para los calambres?", "cramps", id="spanish"),
        pytest.param("Are cramps common with spironolactone?", "", id="only-whether-common"),
        pytest.param("What causes cramps?", "", id="only-the-cause"),
        pytest.param("What does she take for her heart failure?", "", id="no-harm"),
    ],
)
def test_remedy_is_missing_where_only_the_harm_is_told(question: str, missing: str) -> None:
    assert missing_remedy(asked(question, words=WORDS), [profile(COMMON, words=WORDS)], lexicon=WORDS) == missing


@pytest.mark.parametrize(
    ("question", "text"),
    [
        pytest.param("What can he take for the cramps?", TREATED, id="the-harm"),
        pytest.param("What can he take for the leg cramps?", TREATED, id="a-kind-of-it"),
        pytest.param("What can he take for the angioedema?", TREATED, id="told-of-nowhere"),
    ],
)
def test_statement_that_tells_of_treating_the_harm_answers(question: str, text: str) -> None:
    told = [profile(one, words=WORDS) for one in (COMMON, "Leg cramps are common as well.", text)]
    assert missing_remedy(asked(question, words=WORDS), told, lexicon=WORDS) == ""
