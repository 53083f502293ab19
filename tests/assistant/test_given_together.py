"""Who asks how one treatment is given with another takes it for granted that they may be combined."""

import pytest
from heart_library import lexicon

from assistant.question.given_together import given_together


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param(
            "Which dose of verapamil is right when it is combined with bisoprolol?",
            "verapamil is combined with bisoprolol",
            id="dose",
        ),
        pytest.param(
            "Need the schedule for enalapril given together with Entresto.", "enalapril is combined with Entresto", id="schedule"
        ),
        pytest.param(
            "How often is ibuprofen taken alongside furosemide?", "ibuprofen is combined with furosemide", id="alongside"
        ),
        pytest.param("verapamil plus bisoprolol every 12 or 24 hours?", "verapamil is combined with bisoprolol", id="plus"),
        pytest.param(
            "On verapamil, want to add bisoprolol, which dose?",
            "verapamil is combined with bisoprolol",
            id="added-to-what-is-taken",
        ),
        pytest.param("verapamil más bisoprolol, ¿qué dosis?", "verapamil is combined with bisoprolol", id="spanish"),
        pytest.param(
            "I give verapamil together with bisoprolol. Which day for each one?",
            "verapamil is combined with bisoprolol",
            id="which-day",
        ),
        pytest.param("Which dose of verapamil after bisoprolol?", "", id="one-after-the-other"),
        pytest.param("verapamil or bisoprolol, which dose?", "", id="one-of-two"),
        pytest.param("verapamil, bisoprolol: which dose?", "", id="side-by-side"),
        pytest.param("Which dose of ibuprofen, with which NSAIDs?", "", id="class-beside-its-own"),
        pytest.param("Is verapamil combined with bisoprolol?", "", id="asks-whether"),
        pytest.param("Which dose of verapamil is right?", "", id="a-single-drug"),
        pytest.param("Which dose of verapamil with breakfast, combined with a walk?", "", id="with-no-treatment"),
    ],
)
def test_combination_is_taken_for_granted(question: str, told: str) -> None:
    assert given_together(question, lexicon=lexicon()) == told
