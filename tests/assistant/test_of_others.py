"""A treatment that is given to the wrong patients is called so only where all that tells these apart gives it to the others."""

from __future__ import annotations

import pytest
from heart_library import asked, judged, lexicon, profile

from assistant.premises.of_others import find_of_others

REDUCED = "Enalapril is an option in reduced ejection fraction."
PRESERVED = "Enalapril may be tried in preserved ejection fraction."
CLASS = "ACE inhibitors are given in reduced ejection fraction."
ALL = "Enalapril is given once daily."


def of_others(question: str, *told: str) -> str:
    find = [judged(profile(one)) for one in told]
    denial = find_of_others(asked(question), lambda _: find, lexicon=lexicon())
    return denial.claimed if denial else ""


@pytest.mark.parametrize(
    "told", [[REDUCED], [ALL, REDUCED], [CLASS]], ids=["of-the-others", "beside-what-is-said-of-all", "of-its-class"]
)
def test_treatment_of_the_opposite_patients_is_called_so(told: list[str]) -> None:
    question = "Enalapril is for preserved ejection fraction, so when do I get it?"
    assert of_others(question, *told) == "Enalapril is for preserved ejection fraction"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("Enalapril is for preserved ejection fraction, so when?", [REDUCED, PRESERVED], id="a-page-bears-it-out"),
        pytest.param("Enalapril is for reduced ejection fraction, so when?", [REDUCED], id="the-same-patients"),
        pytest.param("Enalapril is for preserved ejection fraction, so when?", [ALL], id="nobody-told-apart"),
        pytest.param("Verapamil is for preserved ejection fraction, so when?", [REDUCED], id="another-drug"),
        pytest.param("Is enalapril for preserved ejection fraction?", [REDUCED], id="asked-whether"),
        pytest.param("Enalapril is not for preserved ejection fraction, so what is?", [REDUCED], id="knows-it"),
        pytest.param("Enalapril might be for preserved ejection fraction, so when?", [REDUCED], id="hedged"),
        pytest.param(
            "ACE inhibitors are for preserved ejection fraction, so when?", ["Drugs in HFrEF."], id="no-treatment-named"
        ),
    ],
)
def test_what_may_be_so_is_left_alone(question: str, told: list[str]) -> None:
    assert of_others(question, *told) == ""
