"""A statement that names a medicine and gives an amount of another is no answer to what the dose of the first is."""

import pytest
from heart_library import asked, profile

from assistant.abstention.doses_of import doses_another
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

WORDS = Lexicon(
    [
        Concept(concept_id="velorin", kind="drug", name="velorin"),
        Concept(concept_id="tambrol", kind="drug", name="tambrol"),
        Concept(concept_id="itch", kind="side effect", name="itch"),
    ]
)


@pytest.mark.parametrize(
    ("question", "statement", "another"),
    [
        pytest.param("Dose of velorin?", "Tambrol 30 mg once daily when velorin can't be taken.", True, id="instead-of-it"),
        pytest.param("Dose of velorin?", "Tambrol 30 mg or 40 mg is given beside velorin.", True, id="each-amount"),
        pytest.param("How much velorin?", "Give velorin 5 mg, not tambrol.", False, id="its-own"),
        pytest.param("Dose of velorin?", "Tambrol 30 mg is given with velorin 5 mg.", False, id="its-own-too"),
        pytest.param("Dose of velorin?", "Start at 5 mg once daily.", False, id="of-the-heading"),
        pytest.param("Dose of velorin?", "Give 5 mg of velorin before tambrol.", False, id="amount-first"),
        pytest.param("Dose of velorin?", "Velorin helps where tambrol doesn't.", False, id="no-amount"),
        pytest.param("Dose of velorin and tambrol?", "Tambrol 30 mg once daily.", False, id="both-asked"),
        pytest.param("What is velorin for?", "Tambrol 30 mg once daily when velorin fails.", False, id="no-dose-asked"),
        pytest.param("Dose when it itches?", "Tambrol 30 mg once daily.", False, id="no-drug-asked"),
    ],
)
def test_amounts_of_another_medicine_are_told_by_the_name_before_them(question: str, statement: str, another: bool) -> None:
    assert doses_another(asked(question, words=WORDS), profile(statement, words=WORDS), lexicon=WORDS) is another
