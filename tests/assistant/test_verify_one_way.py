"""Words that stand for others one way only: a claim may not say more than the cited word, nor take it in its other sense."""

import pytest
from verifying import verdict

MORE = [
    pytest.param("The gel thins the skin permanently.", "Long-term use of the gel thins the skin.", id="permanently"),
    pytest.param("Stop the infusion in case of a rash.", "Interrupt the infusion in case of a rash.", id="stop-for-pause"),
    pytest.param("The syrup may improve nausea.", "The syrup may increase nausea.", id="improve-for-increase"),
    pytest.param("An insufficient benefit was seen with the splint.", "A modest benefit was seen with the splint.", id="poor"),
    pytest.param("Severe tumours are irradiated.", "Advanced tumours are irradiated.", id="severe-for-advanced"),
    pytest.param("Severe pain is treated with heat.", "Acute pain is treated with heat.", id="severe-for-acute"),
    pytest.param("Bleeding was severe with the patch.", "Bleeding was significant with the patch.", id="severe-for-significant"),
    pytest.param("The gel takes away the pain.", "The gel reduces pain.", id="away-for-reduced"),
    pytest.param("Emergency referral is needed.", "Urgent referral is needed.", id="emergency-for-urgent"),
    pytest.param("Mestor prevents asthma.", "Avoid mestor in asthma.", id="prevents-for-avoid"),
    pytest.param("Operate on the drain on day 3.", "Remove the drain on day 3.", id="surgery-for-removal"),
    pytest.param("Symptoms had resolved in half.", "Symptoms were better in half.", id="resolved-for-better"),
    pytest.param("Mestor and corvalin are given at the same time.", "Mestor and corvalin are given.", id="at-the-same-time"),
    pytest.param("The test may be good in carriers.", "The test may be positive in carriers.", id="good-for-positive"),
    pytest.param("At relapse, repeat the scan.", "At progression, repeat the scan.", id="relapse-for-progression"),
    pytest.param("The trial showed that heat helps.", "The trial suggests that heat helps.", id="shown-for-suggested"),
    pytest.param("A bath is recommended.", "We suggest a bath.", id="recommended-for-suggested"),
    pytest.param("Early feeding is recommended.", "Evidence supports early feeding.", id="recommended-for-supported"),
    pytest.param("Keep the next dose until day 3.", "Hold the next dose until day 3.", id="keep-for-hold"),
    pytest.param("Reduce the dose in old age.", "Adjust the dose in old age.", id="reduced-for-adjusted"),
    pytest.param("Driving is deferred if the sight is good.", "Driving is deferred until the sight is good.", id="if-for-until"),
]
SAME = [
    pytest.param("The gel thins the skin if used for a long time.", "Long-term use of the gel thins the skin.", id="long"),
    pytest.param("Pause the infusion in case of a rash.", "Interrupt the infusion in case of a rash.", id="pause"),
    pytest.param("Halt the infusion in case of a rash.", "Discontinue the infusion in case of a rash.", id="halt"),
    pytest.param("The syrup may raise the pressure.", "The syrup may increase the pressure.", id="raise"),
    pytest.param("Serious pain is treated with heat.", "Severe pain is treated with heat.", id="serious"),
    pytest.param("Sudden pain is treated with heat.", "Acute pain is treated with heat.", id="sudden"),
    pytest.param("Mestor should be avoided in asthma.", "Avoid mestor in asthma.", id="avoided"),
    pytest.param("The drain is taken out on day 3.", "The drain is removed on day 3.", id="taken-out"),
    pytest.param("Repeat the scan when the disease progresses.", "At progression, repeat the scan.", id="progresses"),
    pytest.param("The trial hints that heat helps.", "The trial suggests that heat helps.", id="hints"),
    pytest.param("The trial demonstrated that heat helps.", "The trial showed that heat helps.", id="demonstrated"),
    pytest.param("Keep the inhaler upright.", "Hold the inhaler upright.", id="hold-still"),
    pytest.param("Keep pressure on the wound for ten minutes.", "Hold pressure on the wound for ten minutes.", id="pressure"),
    pytest.param("Modify the dose in old age.", "Adjust the dose in old age.", id="modify"),
]


@pytest.mark.parametrize(("claim", "cited"), MORE)
def test_a_word_that_says_more_or_something_else_is_refused(claim: str, cited: str) -> None:
    assert not verdict(claim, cited).supported


@pytest.mark.parametrize(("claim", "cited"), SAME)
def test_a_word_that_says_the_same_still_stands_for_the_cited_one(claim: str, cited: str) -> None:
    assert verdict(claim, cited).supported
