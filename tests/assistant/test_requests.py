"""Who says what is wanted of an answer takes nothing for granted; who says what is needed of a treatment does."""

import pytest

from assistant.question.requests import is_bare, is_request, parted


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
    ("clause", "bare"),
    [
        ("beta-blocker should I move to", True),
        ("tablet alone do we go on to", True),
        ("drug alone", True),
        ("enalapril dose reduction", True),
        ("loop diuretic infusion dose", True),
        ("drug needs a dose reduction", False),
        ("diuretic stops fluid retention", False),
        ("beta-blocker do we give with digoxin", False),
        ("drug works alone in most people", False),
    ],
)
def test_what_asks_where_to_go_builds_on_nothing(clause: str, bare: bool) -> None:
    assert is_bare(clause) is bare


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


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("and when it swells on that do they stop the tablets", "and when it swells on that, do they stop the tablets"),
        ("when do they stop the tablets", "when do they stop the tablets"),
        ("when in the week do they check it", "when in the week do they check it"),
    ],
)
def test_condition_without_a_comma_is_parted(question: str, read: str) -> None:
    assert parted(question) == read
