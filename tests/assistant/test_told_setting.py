"""An outcome that a question tells as what has come about already is no effect that it asks of a medicine."""

from functools import cache

import pytest
from heart_library import asked, judged, lexicon, profile

from assistant.abstention.answerable import settled_by_names
from assistant.abstention.told_setting import told_outcomes
from assistant.retrieval.profile import weigh_terms
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon


@cache
def words() -> Lexicon:
    outcomes = (
        Concept(concept_id="worse", kind="endpoint", name="progression", synonyms=("disease progression",)),
        Concept(concept_id="time", kind="endpoint", name="time to progression"),
        Concept(concept_id="answer", kind="endpoint", name="response", synonyms=("good response",)),
    )
    return Lexicon((*lexicon().concepts.values(), *outcomes))


@pytest.mark.parametrize(
    "question",
    [
        "Progression on verapamil, no crisis. Spironolactone next?",
        "NYHA III. Progression despite verapamil - spironolactone?",
        "Following disease progression under verapamil, is spironolactone used?",
        "Second choice after verapamil progression: keep the pill?",
        "Good response to verapamil: go on with spironolactone?",
    ],
)
def test_what_has_come_about_is_told_and_not_asked(question: str) -> None:
    assert told_outcomes(asked(question, words=words()), lexicon=words())


@pytest.mark.parametrize(
    "question",
    [
        "Time to progression on verapamil?",
        "Does verapamil delay progression?",
        "How long until progression on verapamil?",
        "Is there progression with verapamil?",
        "Which drug has the better response?",
        "After progression on verapamil, does spironolactone slow progression?",
        "Progression on verapamil: after how many months?",
    ],
)
def test_what_is_asked_of_a_medicine_stays_asked(question: str) -> None:
    assert not told_outcomes(asked(question, words=words()), lexicon=words())


@pytest.mark.parametrize(
    ("question", "is_refused"),
    [("Progression on verapamil: change to spironolactone?", False), ("Does spironolactone delay progression?", True)],
)
def test_only_an_outcome_that_is_asked_for_must_be_in_the_documents(question: str, *, is_refused: bool) -> None:
    found = profile("Spironolactone 25 mg once daily is the next choice.", words=words())
    terms = weigh_terms((found,), lexicon=words())
    settled = settled_by_names(asked(question, words=words()), [judged(found)], terms=terms, lexicon=words())
    assert (settled is not None and "progression" in " ".join(settled.missing)) is is_refused
