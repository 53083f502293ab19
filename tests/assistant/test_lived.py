"""How long people live with one kind of an illness isn't told by what is said of the illness at large."""

import pytest
from heart_library import asked, lexicon, profile

from assistant.abstention.lived import missing_life

AT_LARGE = profile("People with heart failure may live for 5 years.")


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        pytest.param("How long do people with HFpEF live on average?", True, id="of-one-kind"),
        pytest.param("How many years can patients with reduced ejection fraction live?", True, id="years"),
        pytest.param("How long do people with heart failure live?", False, id="at-large"),
        pytest.param("How much longer do people with HFpEF live on carvedilol?", False, id="longer"),
        pytest.param("How long is carvedilol given in HFpEF?", False, id="a-treatment"),
    ],
)
def test_length_of_life_is_asked_of_a_kind(question: str, refused: bool) -> None:
    assert bool(missing_life(asked(question), [AT_LARGE], lexicon=lexicon())) is refused
