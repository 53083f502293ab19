"""Children that an adult tells of having are no patients."""

import pytest

from assistant.question.kin import households


@pytest.mark.parametrize(
    "text",
    [
        "I'm 38 with two small kids and it's stage 4",
        "mother of 3 children, first line?",
        "she has two teenagers. What next?",
        "tengo 2 hijos pequeños y me ha salido en el hueso",
    ],
)
def test_children_at_home_are_told_of_an_adult(text: str) -> None:
    assert len(households(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "I have two children with asthma, which inhaler?",
        "we have three kids who are ill",
        "dose for children",
        "my kids have a cough",
        "one of two children under five, fever",
        "treatment of children of 2 years",
    ],
)
def test_children_who_may_be_the_patients_are_left(text: str) -> None:
    assert households(text) == []
