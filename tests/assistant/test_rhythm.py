"""A dose in another rhythm than the asked one is no answer; a rhythm that is told of something else asks nothing."""

import pytest
from heart_library import asked, lexicon, profile

from assistant.abstention.figures import missing_figure
from assistant.abstention.rhythm import asked_rhythm, is_in_another_rhythm

EVERY_THREE = "Give furosemide 40 mg every 3 weeks."


@pytest.mark.parametrize(
    ("question", "rhythm"),
    [
        pytest.param("What is the weekly dose of furosemide?", "weekly", id="weekly"),
        pytest.param("Weekly furosemide: what dose is each weekly one?", "Weekly", id="said-twice"),
        pytest.param("furosemide q3w dose", "q3w", id="short"),
        pytest.param("Furosemide dose every two weeks?", "every two weeks", id="in-words"),
        pytest.param("What is the daily dose of furosemide?", "", id="in-a-day"),
        pytest.param("Is the weekly dose of furosemide 40 mg?", "", id="yes-or-no"),
        pytest.param("He has weekly infusions. What is the dose of furosemide?", "", id="told-before"),
        pytest.param("With weekly carvedilol, what is the dose of furosemide?", "", id="of-another-drug"),
        pytest.param("Why is furosemide given weekly?", "", id="no-dose-asked"),
        pytest.param("Furosemide dose every two weeks instead of weekly?", "every two weeks", id="instead-of-another"),
        pytest.param("Furosemide q3w (not weekly): which dose?", "q3w", id="not-another"),
        pytest.param("Furosemide weekly or every two weeks, which dose?", "", id="either"),
    ],
)
def test_rhythm_that_a_dose_is_asked_for(question: str, rhythm: str) -> None:
    assert asked_rhythm(asked(question), lexicon=lexicon()) == rhythm


@pytest.mark.parametrize(
    ("rhythm", "text", "another"),
    [
        pytest.param("weekly", EVERY_THREE, True, id="another"),
        pytest.param("every 21 days", EVERY_THREE, False, id="the-same-in-days"),
        pytest.param("monthly", "Give furosemide 40 mg every 4 weeks.", False, id="about-a-month"),
        pytest.param("monthly", EVERY_THREE, True, id="less-than-a-month"),
        pytest.param("weekly", "Give furosemide 40 mg.", False, id="no-rhythm-told"),
        pytest.param("weekly", "Load over 3 weeks, then 20 mg weekly, or 60 mg every 3 weeks.", False, id="one-of-several"),
    ],
)
def test_statement_in_another_rhythm(rhythm: str, text: str, another: bool) -> None:
    assert is_in_another_rhythm(rhythm, profile(text)) is another


def test_dose_in_another_rhythm_is_missing_and_named_with_its_rhythm() -> None:
    missing = missing_figure(asked("What is the weekly dose of furosemide?"), [profile(EVERY_THREE)], lexicon=lexicon())
    assert missing == "dose (weekly): furosemide"
    assert missing_figure(asked("What is the dose of furosemide?"), [profile(EVERY_THREE)], lexicon=lexicon()) == ""
    assert missing_figure(asked("Furosemide dose every 3 weeks?"), [profile(EVERY_THREE)], lexicon=lexicon()) == ""
