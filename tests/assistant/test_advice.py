"""How strongly a statement advises each thing that it names, and what it leaves to choose between."""

import pytest
from heart_library import lexicon

from assistant.differences.advice import FIRM, OPEN, advice, alternatives


@pytest.mark.parametrize(
    ("text", "weighs"),
    [
        pytest.param("Carvedilol should be given in HFrEF.", {"carvedilol": "firm"}, id="should"),
        pytest.param("Carvedilol may be considered in HFrEF.", {"carvedilol": "open"}, id="may"),
        pytest.param(
            "Carvedilol is the primary option in HFrEF.", {"carvedilol": "firm"}, id="an-option-that-is-the-primary-one"
        ),
        pytest.param("Carvedilol is an option and should be offered regardless of age.", {"carvedilol": "firm"}, id="goes-on"),
        pytest.param("Treatment with a beta-blocker (such as carvedilol) may be tried.", {"beta-blocker": "open"}, id="brackets"),
        pytest.param(
            "An implantable defibrillator is not routinely recommended.", {"defibrillator": "aside"}, id="not-routinely"
        ),
        pytest.param("Verapamil should not be given.", {"verapamil": "forbidden"}, id="forbidden"),
        pytest.param("Do not give verapamil.", {"verapamil": "forbidden"}, id="forbidden-by-an-order"),
        pytest.param("Do not discontinue carvedilol.", {"carvedilol": "firm"}, id="denied-twice"),
        pytest.param("Do not combine verapamil with carvedilol.", {}, id="a-pair-is-forbidden-and-neither-of-it"),
        pytest.param(
            "Before carvedilol, potassium should be checked.", {"potassium": "firm"}, id="what-comes-after-is-not-advised"
        ),
        pytest.param("It is reasonable to interrupt furosemide after 2 years.", {}, id="to-stop-is-not-to-give"),
        pytest.param("The furosemide dosage should be adjusted.", {}, id="its-dose-is-not-it"),
        pytest.param("Carvedilol is common in pharmacies.", {"carvedilol": "usual"}, id="usual"),
        pytest.param("Fatigue is common with carvedilol.", {}, id="what-comes-with-it-is-not-advice"),
        pytest.param(
            "Swelling may be treated with furosemide, with spironolactone, or with eplerenone.",
            {"furosemide": "open", "spironolactone": "open", "eplerenone": "open"},
            id="a-list-behind-one-strength-word",
        ),
        pytest.param("Carvedilol may be combined with another drug.", {}, id="a-partner-is-left-open-and-not-it"),
        pytest.param("If stable, continue carvedilol.", {"carvedilol": "firm"}, id="an-order-to-go-on"),
        pytest.param("The effects of carvedilol continue to be unknown.", {}, id="what-goes-on-by-itself-is-no-order"),
        pytest.param("No single beta-blocker has proven superiority.", {}, id="none-is-best-forbids-none"),
        pytest.param("Carvedilol slows the heart.", {}, id="no-advice"),
    ],
)
def test_what_is_advised_and_how_strongly(text: str, weighs: dict[str, str]) -> None:
    assert {name: _called(weight) for name, weight in advice(text, lexicon()).items()} == weighs


def _called(weight: float) -> str:
    if weight >= FIRM:
        return "firm"
    if weight > OPEN:
        return "usual"
    return "open" if weight == OPEN else "aside" if weight else "forbidden"


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        pytest.param("Furosemide or spironolactone may be given.", {("furosemide", "spironolactone")}, id="or"),
        pytest.param(
            "Furosemide is approved as an alternative to a heart transplant.",
            {("furosemide", "heart-transplant")},
            id="alternative",
        ),
        pytest.param("Furosemide and/or spironolactone may be given.", set(), id="both-may-be-given"),
        pytest.param("A beta-blocker or carvedilol may be given.", set(), id="a-class-and-its-member-are-no-choice"),
        pytest.param("Carvedilol (bisoprolol or furosemide) may be given.", set(), id="in-brackets"),
    ],
)
def test_what_is_left_to_choose_between(text: str, pairs: set[tuple[str, str]]) -> None:
    assert set(alternatives(text, lexicon())) == pairs
