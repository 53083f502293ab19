"""A question for the best of a kind is told where that kind is said to be no help for its patients, and only there."""

import pytest
from heart_library import asked, judged, lexicon, profile

from assistant.premises.of_no_use import find_of_no_use

NO_HELP = "Digoxin leads, because beta-blockers do not help in preserved ejection fraction."


def claimed(question: str, near: str = NO_HELP, relevance: float = 1.0) -> str:
    found = find_of_no_use(asked(question), lambda _: [judged(profile(near), relevance=relevance)], lexicon=lexicon())
    return found.claimed if found else ""


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Which beta-blocker works best in HFpEF", id="the-kind"),
        pytest.param("What beta-blocker tablet will they start with in HFpEF", id="will-they-start"),
        pytest.param("Which bisoprolol dose suits HFpEF", id="one-of-the-kind"),
        pytest.param("How many years will I take bisoprolol in HFpEF", id="how-many-years"),
        pytest.param("When do we start the beta-blocker in HFpEF", id="when"),
    ],
)
def test_best_of_what_is_no_help_is_told(question: str) -> None:
    assert claimed(f"{question}?") == question
    assert claimed(f"{question}?", relevance=0.2) == ""


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Which beta-blocker works best in HFrEF?", id="other-patients"),
        pytest.param("Which beta-blocker works best?", id="no-patients"),
        pytest.param("Which diuretic works best in HFpEF?", id="another-kind"),
        pytest.param("Do beta-blockers work in HFpEF?", id="asks-whether"),
        pytest.param("What do beta-blockers do in HFpEF?", id="asks-what-they-do"),
    ],
)
def test_nothing_else_is_told(question: str) -> None:
    assert claimed(question) == ""


def test_clause_that_says_it_helps_is_told() -> None:
    assert claimed("Since bisoprolol works in HFpEF, what comes next?") == "bisoprolol works in HFpEF"
    assert claimed("Since bisoprolol does not work in HFpEF, what comes next?") == ""


def test_what_helps_is_not_denied() -> None:
    assert claimed("Which beta-blocker works best in HFpEF?", near="Beta-blockers help in preserved ejection fraction.") == ""
