"""A person's age is no temperature, and a temperature is no age."""

import pytest

from assistant.told_age import without_feverish_age


@pytest.mark.parametrize(
    "text",
    [
        "I'm {} and my cancer has spread to the bones.",
        "im {} and its in my bones",
        "She is {} and still has periods.",
        "My daughter is {}, she still gets her period.",
        "She just turned {} and has young kids.",
        "Patient is {} years old.",
        "My aunt's only {}.",
    ],
)
@pytest.mark.parametrize("age", [36, 38, 40])
def test_an_age_is_written_as_one_that_is_no_fever(text: str, age: int) -> None:
    assert without_feverish_age(text.format(age)) == text.format(50)


@pytest.mark.parametrize(
    "text",
    [
        "She is 38.7 and had chemo last week.",
        "She is 39 and shivering.",
        "He is 40 and burning up since noon.",
        "Her temp is 39 and she had chemo 6 days ago.",
        "I'm 38 degrees.",
        "Her pulse is 40 and she is dizzy.",
        "I'm 62 and my cancer is back.",
        "She is 38 weeks pregnant.",
    ],
)
def test_what_may_be_a_temperature_or_no_age_stays(text: str) -> None:
    assert without_feverish_age(text) == text
