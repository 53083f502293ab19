"""Words for kin: one list for what is asked and for what is claimed, English and Spanish."""

import pytest
from verifying import LEXICON, codes

from assistant.citation.enforce import enforce
from assistant.prompts import NumberedPassage
from assistant.question.kin import kin
from assistant.question.propositions import presupposed
from assistant.verify import verify_claim

LIVER = "During mestor, the liver should be checked every 3 months"


@pytest.mark.parametrize("who", ["Grandad", "Your stepmother", "Granny", "My husband"])
def test_kin_stand_for_the_patient(who: str) -> None:
    """Who is named so is the patient, whatever the word."""
    assert codes(f"{who} should have the liver checked every 3 months during mestor.", LIVER) == set()
    assert codes(f"{who} should have the liver checked every 2 months during mestor.", LIVER)


def test_kin_stand_for_the_patient_in_spanish() -> None:
    """Spanish words for kin are the same kin."""
    assert (
        codes("Su abuela debe recibir corvalin antes de la operación.", "Patients should receive corvalin before surgery")
        == set()
    )
    assert codes("Su abuela debe recibir corvalin después de la operación.", "Patients should receive corvalin before surgery")


def test_somebodys_kin_tell_something_of_the_patient() -> None:
    """“Women whose mother had gout” are others than women."""
    assert codes("Women whose mother had gout should receive corvalin.", "Women should receive corvalin")
    assert codes("Las mujeres cuya madre tuvo gota deben recibir corvalin.", "Women should receive corvalin")


def test_what_is_so_of_kin_is_no_premise() -> None:
    """What kin have is so; what they ought to do can be denied."""
    assert presupposed("My stepmother has a weak heart, can she take corvalin?", lexicon=LEXICON) == ()
    assert [one.text for one in presupposed("My grandad should stop corvalin, right?", lexicon=LEXICON)] == [
        "My grandad should stop corvalin"
    ]


def test_groups_are_no_single_person() -> None:
    """“Child” is kin, and a group of patients too."""
    assert "child" in kin().every
    assert "child" not in kin().personal


def test_an_item_that_adds_keeps_the_case_of_the_one_before() -> None:
    """“You may also be given B” speaks of the case named just before it, and of no other."""
    passage = NumberedPassage(number=1, text="When gout causes pain, the pain may be treated with corvalin or with mestor.")
    item = "- Your doctor may also treat the pain with mestor [1]."

    def shown(first: str) -> str:
        return enforce(
            "", [passage], f"{first}\n{item}", verify=lambda claim, cited: verify_claim(claim, cited, lexicon=LEXICON)
        ).text

    assert "mestor" in shown("- If gout causes pain, your doctor may treat the pain with corvalin [1].")
    assert "mestor" not in shown("- If gout causes fever, your doctor may treat the pain with corvalin [1].")
