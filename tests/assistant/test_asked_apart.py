"""A question that asks several things is read as several: thing by thing, and each by what it names itself."""

import pytest
from heart_library import lexicon

from assistant.question.asked_apart import of_each, parts_of, stands_alone


@pytest.mark.parametrize(
    ("question", "each"),
    [
        pytest.param(
            "What is the dose of carvedilol and of spironolactone?",
            ("What is the dose of carvedilol?", "What is the dose of spironolactone?"),
            id="of-both",
        ),
        pytest.param(
            "dose of carvedilol, spironolactone in a weak heart",
            ("dose of carvedilol in a weak heart", "dose of spironolactone in a weak heart"),
            id="listed",
        ),
    ],
)
def test_treatments_in_a_row_are_asked_about_one_by_one(question: str, each: tuple[str, ...]) -> None:
    assert of_each(question, lexicon=lexicon()) == each


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("dose of carvedilol with spironolactone?", id="given-together"),
        pytest.param("dose of carvedilol?", id="one"),
        pytest.param("dose of carvedilol and how spironolactone is taken", id="apart"),
        pytest.param("carvedilol and carvedilol?", id="twice-the-same"),
    ],
)
def test_treatments_that_stand_in_no_row_are_left_together(question: str) -> None:
    assert of_each(question, lexicon=lexicon()) == ()


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        pytest.param(
            "When is carvedilol given and does salt matter?",
            ("When is carvedilol given?", "does salt matter (carvedilol)?"),
            id="whether",
        ),
        pytest.param(
            "What slows the pulse and is it safe with carvedilol?",
            ("What slows the pulse?", "is it safe with carvedilol?"),
            id="is-it",
        ),
        pytest.param(
            "¿Cada cuánto se toma carvedilol y cuánto cuesta?",
            ("Cada cuánto se toma carvedilol?", "cuánto cuesta (carvedilol)?"),
            id="spanish",
        ),
    ],
)
def test_what_is_asked_behind_and_is_a_part(question: str, parts: tuple[str, ...]) -> None:
    assert parts_of(question, lexicon=lexicon()) == parts


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Can carvedilol be started and should be raised slowly?", id="verb-joined-to-a-verb"),
        pytest.param("Which drugs slow the pulse and are well tolerated?", id="adjective"),
    ],
)
def test_verbs_of_one_thing_are_no_parts(question: str) -> None:
    assert parts_of(question, lexicon=lexicon()) == ()


@pytest.mark.parametrize(
    ("part", "alone"),
    [
        pytest.param("When is carvedilol given?", True, id="names-it"),
        pytest.param("Weak heart. which drug?", True, id="asks-for-it"),
        pytest.param("Carvedilol tablets. on what days?", False, id="behind-a-preposition"),
        pytest.param("Carvedilol tablets. where are they kept?", False, id="pronoun"),
        pytest.param("how often (carvedilol)?", False, id="lent"),
    ],
)
def test_part_that_only_points_does_not_ask_by_itself(part: str, alone: bool) -> None:
    assert stands_alone(part, lexicon=lexicon()) is alone
