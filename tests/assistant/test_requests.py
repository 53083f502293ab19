"""Who says what is wanted of an answer takes nothing for granted; who says what is needed of a treatment does."""

import pytest

from assistant.requests import is_request


@pytest.mark.parametrize(
    "clause",
    [
        pytest.param("As a nurse I need the exact schedule of furosemide", id="as-somebody"),
        pytest.param("I want to know whether enalapril is given", id="to-know"),
        pytest.param("we are looking for a list of beta blockers", id="looking-for"),
    ],
)
def test_words_of_a_request(clause: str) -> None:
    assert is_request(clause)


@pytest.mark.parametrize(
    "clause",
    [
        pytest.param("I need an echo before enalapril", id="a-need"),
        pytest.param("We need to stop furosemide first", id="to-do"),
        pytest.param("As enalapril raises potassium, I need it checked", id="grounds"),
        pytest.param("patients need the full dose", id="others"),
    ],
)
def test_what_is_held_is_no_request(clause: str) -> None:
    assert not is_request(clause)
