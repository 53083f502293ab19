"""A person's age is no temperature, and a temperature is no age."""

import pytest

from assistant.urgency.told_age import without_feverish_age


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


@pytest.mark.parametrize(
    "text",
    [
        "She is in room {} and starts on Monday.",
        "Bed {} asks for her dose.",
        "Mum weighs only {} kilos.",
        "The lesion measures {} mm now.",
        "My last port flush was {} days ago.",
        "About {}% of the patients respond.",
        "I live at {} Mill Lane.",
        "Estoy en la habitación {} desde ayer.",
        "Mi madre pesa {} kg.",
    ],
)
@pytest.mark.parametrize("number", [36, 38, 41])
def test_a_place_or_a_measure_is_written_as_one_that_is_no_fever(text: str, number: int) -> None:
    assert without_feverish_age(text.format(number)) == text.format(50)


@pytest.mark.parametrize(
    "text",
    [
        "Room 38 has a temp of 38.6.",
        "Bed 39: rigors since noon.",
        "It was 38.9 this morning, she weighs 52 kg.",
        "I got 39.2 in room 4.",
    ],
)
def test_a_place_beside_heat_stays(text: str) -> None:
    assert without_feverish_age(text) == text
