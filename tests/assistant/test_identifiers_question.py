"""What is left of a question once the person is taken out of it."""

import pytest

from assistant.model.identifiers import without_identifiers


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        pytest.param("My name is Jane Roe, MRN 12345678. How often is it given?", "How often is it given?", id="introduction"),
        pytest.param(
            "I'm Ann Roe, 54, with bad kidneys. How often is it given?",
            "I'm, 54, with bad kidneys. How often is it given?",
            id="what the person tells of an illness",
        ),
        pytest.param("Hi, John Roe here. How often is it given?", "How often is it given?", id="greeting"),
        pytest.param("How often is it given?", "How often is it given?", id="nothing to take out"),
        pytest.param("call me on 555-123-4567", "call me on [PHONE]", id="nothing else to ask"),
    ],
)
def test_introduction_of_a_person_is_no_part_of_the_question(typed: str, left: str) -> None:
    assert without_identifiers(typed) == left


def test_identifier_inside_the_question_is_dropped() -> None:
    assert "4567" not in without_identifiers("tel 555-123-4567: which options are there?")
    assert "[PHONE]" not in without_identifiers("tel 555-123-4567: which options are there?")
