"""Cases and denials in another build than the cited words' are read as theirs, and only where they say the same."""

import pytest
from verifying import codes

from assistant.answers import ReasonCode

NAIVE = "Corvalin and mestor are options for people with weak bones who were not previously exposed to corvalin or mestor."
ANYWAY = "Corvalin should be given to all people with weak bones, regardless of symptoms."
YOUNG = "Corvalin may be considered in people <55 years (younger than 55)."
FAILED = "Corvalin is meant for widespread disease once prior tilamine has failed."
MARKED = "Corvalin is offered to people with disease that is ABC-negative and XYZ-negative."
PLACES = "Corvalin is integral to the care of symptomatic sites."
WHERE = "Image the chest, preferably with a scanner where available."
INFECTED = "If the wound becomes infected, tilamine 500 mg is given for 7 days."
FIRST = "Complete a dental evaluation before starting corvalin."
BEFORE = "Corvalin is an option in weak bones; the response rate was 14% in previously treated patients."


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        ("Should the wound become infected, tilamine 500 mg is given for 7 days.", INFECTED, True),
        ("Were the wound to become infected, tilamine 500 mg is given for 7 days.", INFECTED, True),
        ("Were the wound infected instead, tilamine 500 mg is given for 7 days.", INFECTED, True),
        ("Should the wound not become infected, tilamine 500 mg is given for 7 days.", INFECTED, False),
        ("Were the wound clean, tilamine 500 mg is given for 7 days.", INFECTED, False),
        ("Should the wound heal, tilamine 500 mg is given for 7 days.", INFECTED, False),
        ("Not until a dental evaluation is complete should corvalin be started.", FIRST, True),
        ("Corvalin is not started before a dental evaluation is complete.", FIRST, True),
        ("Corvalin is started before a dental evaluation is complete.", FIRST, False),
        ("Not until corvalin is started should a dental evaluation be completed.", FIRST, False),
        ("Corvalin is not stopped before a dental evaluation is complete.", FIRST, False),
        ("A dental evaluation is not completed before corvalin is started.", FIRST, False),
        ("Of patients who had been treated before, 14% responded.", BEFORE, True),
        ("Of patients who had not been treated before, 14% responded.", BEFORE, False),
        ("Of patients who were to be treated later, 14% responded.", BEFORE, False),
        ("Corvalin and mestor are options for people with weak bones who have never had corvalin or mestor.", NAIVE, True),
        ("Corvalin and mestor are options for people with weak bones who have already had corvalin or mestor.", NAIVE, False),
        ("Corvalin and mestor are options for people with weak bones who have never had surgery.", NAIVE, False),
        ("People with weak bones should get corvalin, even if nothing hurts.", ANYWAY, True),
        ("People with weak bones should get corvalin, whether or not the bones hurt.", ANYWAY, True),
        ("People with weak bones should get corvalin, whether or not the lesions are symptomatic.", ANYWAY, True),
        ("People with weak bones should get corvalin if the lesions are symptomatic.", ANYWAY, False),
        ("People with weak bones should get corvalin only if nothing hurts.", ANYWAY, False),
        ("Corvalin may be considered if you have not yet turned 55.", YOUNG, True),
        ("Corvalin may be considered if you have already turned 55.", YOUNG, False),
        ("Corvalin may be considered if you have not yet turned 65.", YOUNG, False),
        ("Corvalin is meant for widespread disease in which earlier tilamine did not work.", FAILED, True),
        ("Corvalin is meant for widespread disease in which earlier tilamine worked.", FAILED, False),
        ("Corvalin is offered to people whose disease lacks ABC and XYZ.", MARKED, True),
        ("Corvalin is offered to people whose disease lacks ABC.", MARKED, False),
        ("Corvalin is integral to the care of sites that cause symptoms.", PLACES, True),
        ("Image the chest, preferably with a scanner if your hospital has it.", WHERE, True),
    ],
)
def test_a_case_in_another_build_is_the_same_case(claim: str, evidence: str, *, supported: bool) -> None:
    assert (codes(claim, evidence) == set()) is supported


ALL = "Offer testing to every patient who is considered for corvalin, regardless of age, sex or weight."
HOPELESS = "Weak bones are considered incurable."
STOPS = "People may wish to take corvalin, to stop the glands from making acid."
GOES_ON = "Do not discontinue corvalin at the first relapse."
SORT = "The standard is corvalin with non-opioid painkillers."
ANOTHER = "Corvalin is followed by mestor or another painkiller."
SIGNS = "Favorable signs: disease-free interval that is long and no bulky disease."


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        ("Offer testing when corvalin is considered; neither age, nor sex, nor weight should decide who gets it.", ALL, True),
        ("Offer testing when corvalin is considered; neither age nor income should decide who gets it.", ALL, False),
        ("Doctors do not regard weak bones as something that can be cured.", HOPELESS, True),
        ("Doctors regard weak bones as something that can be cured.", HOPELESS, False),
        ("Doctors do not regard weak bones as incurable.", HOPELESS, False),
        ("People may wish to take corvalin, so that the glands can't make acid.", STOPS, True),
        ("The first relapse is no reason to stop corvalin.", GOES_ON, True),
        ("The first relapse is a reason to stop corvalin.", GOES_ON, False),
        ("The standard is corvalin with painkillers that are not opioids.", SORT, True),
        ("The standard is corvalin with painkillers that are opioids.", SORT, False),
        ("Corvalin is followed by mestor or a painkiller not yet used.", ANOTHER, True),
        ("A long time free of disease and non-bulky disease are favorable signs.", SIGNS, True),
        ("A short time free of disease and non-bulky disease are favorable signs.", SIGNS, False),
    ],
)
def test_a_denial_in_another_build_is_the_same_denial(claim: str, evidence: str, *, supported: bool) -> None:
    assert (codes(claim, evidence) == set()) is supported


def test_what_is_done_first_is_not_done_after() -> None:
    said = "Before corvalin is offered, testing should be performed."
    assert codes("Testing should be done first, and corvalin is offered only afterwards.", said) == set()
    assert ReasonCode.DIRECTION in codes("Corvalin should be offered first, and testing is done only afterwards.", said)


def test_more_than_one_can_accept_is_unacceptable() -> None:
    said = "Corvalin goes on until the side effects become unacceptable."
    assert codes("Corvalin goes on until the side effects are more than you can accept.", said) == set()
    assert codes("Corvalin goes on until the side effects are no more than you can accept.", said) != set()


LISTED = "Favorable signs: interval free of pain that is long, few lumps and no deep ulcers, no visible swelling."
ROUTINE = "Cutting the lump does NOT prolong overall survival, and it is not routinely recommended without pain."


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Deep ulcers are a favorable sign.", LISTED),
        ("Favorable signs are deep ulcers and no visible swelling.", LISTED),
        ("Cutting the lump is a routine step.", ROUTINE),
        ("Cutting the lump is a routine step unless it causes pain.", ROUTINE),
    ],
)
def test_what_an_item_or_a_later_clause_denies_is_denied(claim: str, evidence: str) -> None:
    assert ReasonCode.NEGATION in codes(claim, evidence)


def test_what_is_denied_of_it_may_be_denied_of_what_it_stands_for() -> None:
    assert codes("Cutting the lump is not routinely recommended without pain.", ROUTINE) == set()


@pytest.mark.parametrize(
    "claim",
    [
        "People may wish to take corvalin, so that the glands can't make acid.",
        "People may wish to take corvalin, to stop the glands from making acid.",
    ],
)
def test_what_is_stopped_may_be_told_as_what_can_not_happen(claim: str) -> None:
    assert codes(claim, STOPS) == set()
