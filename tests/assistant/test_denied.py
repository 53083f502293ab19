"""A question for the size of a gain is answered by the statement that denies the gain, of the very thing."""

import pytest
from heart_library import asked, lexicon, profile

from assistant.abstention.denied import denies_gain


@pytest.mark.parametrize(
    ("question", "text", "denied"),
    [
        pytest.param("How many months does verapamil add?", "Verapamil brings no survival benefit.", True, id="denied"),
        pytest.param("How many months does verapamil add?", "Verapamil brings a survival benefit.", False, id="affirmed"),
        pytest.param("How many months does carvedilol add?", "Verapamil brings no survival benefit.", False, id="another-drug"),
        pytest.param("How many mg of verapamil?", "Verapamil brings no survival benefit.", False, id="no-gain-asked"),
        pytest.param(
            "How many months does a beta-blocker with an ICD add?",
            "Carvedilol with an ICD brings no benefit.",
            True,
            id="its-kind",
        ),
        pytest.param("How many months does a beta-blocker add?", "Carvedilol brings no survival benefit.", False, id="its-class"),
        pytest.param("Which dose of verapamil is more?", "Verapamil brings no survival benefit.", False, id="dose"),
    ],
)
def test_gain_denied(question: str, text: str, denied: bool) -> None:
    assert denies_gain(asked(question), profile(text), lexicon=lexicon()) is denied
