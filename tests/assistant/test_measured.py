"""The amount of one thing is no amount of another that is given with it."""

import pytest
from heart_library import asked, lexicon, profile

from assistant.abstention.figures import missing_figure
from assistant.answers import Intent
from assistant.question.measured import measured


@pytest.mark.parametrize(
    ("question", "named"),
    [
        pytest.param("How much furosemide a day with enalapril?", {"furosemide"}, id="one-of-two"),
        pytest.param("How much furosemide and enalapril a day with bisoprolol?", {"furosemide", "enalapril"}, id="two-of-three"),
        pytest.param("How many mg of the spironolactone with enalapril?", {"spironolactone"}, id="milligrams"),
        pytest.param("How much longer on enalapril?", set(), id="no-amount"),
        pytest.param("What dose of enalapril?", {"enalapril"}, id="dose-of"),
        pytest.param("Spironolactone: what dose for the furosemide?", {"furosemide"}, id="dose-for"),
        pytest.param("What dose for heart failure?", set(), id="for-an-illness"),
        pytest.param("What dose for HFrEF with enalapril?", set(), id="for-patients"),
        pytest.param("Enalapril dose?", set(), id="asked-otherwise"),
        pytest.param("Enalapril makes her cough: which beta-blocker, and how many mg?", {"beta-blocker"}, id="which-kind"),
        pytest.param("Swollen legs on enalapril. What beta-blocker at what dose?", {"beta-blocker"}, id="at-what-dose"),
        pytest.param("Which tablet and how many mg of furosemide?", {"furosemide"}, id="of-a-name-behind"),
        pytest.param("¿Cuánta furosemide al día con enalapril?", {"furosemide"}, id="spanish"),
    ],
)
def test_amount_is_asked_of_what_stands_behind_it(question: str, named: set[str]) -> None:
    assert measured(question, lexicon=lexicon()) == named


def test_dose_of_what_is_given_with_it_is_no_answer() -> None:
    other = [profile("Give enalapril 10 mg daily."), profile("Check potassium first.")]
    question = asked("How much potassium per day with enalapril?")
    assert Intent.DOSE in question.intents
    assert missing_figure(question, other, lexicon=lexicon()) == "dose: potassium"
    given = [*other, profile("Give potassium 20 mg with enalapril.")]
    assert missing_figure(question, given, lexicon=lexicon()) == ""
