"""How long before or after what something is done is told by a length of time on that side, of what it is told from."""

from __future__ import annotations

import pytest
from heart_library import asked, lexicon, profile

from assistant.abstention.timing import missing_timing

INTERVAL = "Furosemide 40 mg is given every 12 hours."
BEFORE = "Stop furosemide 2 days before a heart transplant."
AFTER = "Within 3 weeks after a heart transplant, enalapril is started again."


@pytest.mark.parametrize(
    "question",
    [
        "How many days before should furosemide be stopped?",
        "How many days before a heart transplant do I stop furosemide?",
        "how long before the heart transplant is furosemide held",
    ],
)
def test_time_before_needs_a_time_before(question: str) -> None:
    assert missing_timing(asked(question), [profile(INTERVAL), profile(AFTER)], lexicon=lexicon())
    assert not missing_timing(asked(question), [profile(INTERVAL), profile(BEFORE)], lexicon=lexicon())


def test_time_after_needs_a_time_told_from_the_same() -> None:
    question = asked("How many weeks after a heart transplant can enalapril begin?")
    assert missing_timing(question, [profile(INTERVAL), profile("Check enalapril after 2 weeks.")], lexicon=lexicon())
    assert not missing_timing(question, [profile(AFTER)], lexicon=lexicon())


def test_time_that_a_list_stands_under_is_given() -> None:
    listed = profile("Enalapril 10 mg.", lead_in="Within 3 weeks after a heart transplant")
    assert not missing_timing(asked("How many weeks after a heart transplant is enalapril given?"), [listed], lexicon=lexicon())


@pytest.mark.parametrize(
    "question",
    [
        "How long before she feels better on furosemide?",
        "How many weeks before the next visit?",
        "How often is furosemide given?",
        "How long after do I come back?",
        "Is furosemide stopped before surgery?",
    ],
)
def test_other_questions_ask_for_no_time_before_or_after(question: str) -> None:
    assert not missing_timing(asked(question), [profile(INTERVAL)], lexicon=lexicon())
