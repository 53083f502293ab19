"""That a treatment is used up after it failed is named where a statement tells to go on with it, and only there."""

import pytest
from heart_library import asked, judged, lexicon, profile

from assistant.premises.used_up import find_used_up

GOES_ON = "Continue beta-blockers even after the disease has progressed."
SWITCH = "When the disease has progressed, switch to another beta-blocker."


@pytest.mark.parametrize(
    ("question", "near", "claimed"),
    [
        pytest.param(
            "It grew worse, so beta-blockers are finished with. Digoxin?", GOES_ON, "beta-blockers are finished with", id="class"
        ),
        pytest.param(
            "It progressed on bisoprolol, so bisoprolol is pointless now. What next?",
            GOES_ON,
            "bisoprolol is pointless now",
            id="one",
        ),
        pytest.param(
            "Since it progressed and carvedilol is over, what next?", GOES_ON, "it progressed and carvedilol is over", id="ground"
        ),
        pytest.param("It progressed, so carvedilol is over. What next?", SWITCH, "", id="told-to-switch"),
        pytest.param("It progressed, so digoxin is over. What next?", GOES_ON, "", id="another-drug"),
        pytest.param("His carvedilol is finished for today. When is the next one?", GOES_ON, "", id="nothing-failed"),
        pytest.param("It progressed. Is carvedilol finished with?", GOES_ON, "", id="only-asked"),
    ],
)
def test_treatment_called_used_up(question: str, near: str, claimed: str) -> None:
    found = find_used_up(asked(question), lambda _: [judged(profile(near))], lexicon=lexicon())
    assert (found.claimed if found else "") == claimed
