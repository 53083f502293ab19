"""A figure told of one line or kind of patients is none of another."""

import pytest
from heart_library import asked, lexicon, profile

from assistant.abstention.figures import missing_figure

CUT = "carvedilol cut deaths from any cause by 35%."


@pytest.mark.parametrize(
    ("question", "text", "refused"),
    [
        pytest.param("Deaths from any cause with carvedilol in HFpEF?", f"In HFrEF {CUT}", True, id="other-patients"),
        pytest.param("Deaths from any cause with carvedilol in HFrEF?", f"In HFrEF {CUT}", False, id="these"),
        pytest.param("Mortality with carvedilol in months?", f"Overall, {CUT}", True, id="another-unit"),
    ],
)
def test_figure_is_of_those_asked_about(question: str, text: str, refused: bool) -> None:
    assert bool(missing_figure(asked(question), [profile(text)], lexicon=lexicon())) is refused
