"""Of two that the claim names and compares, the one that the cited words set above stays the better."""

import pytest
from verifying import verdict

from assistant.answers import ReasonCode

DELAYED = "Corvalin has been shown to significantly delay the first attack when compared with mestor."
PROLONGED = "Tilamine prolongs progression-free survival compared with zorubicin."
SICK = "Mestor causes more nausea compared with corvalin."


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("Corvalin and mestor have been compared, and the first attack was delayed significantly longer with corvalin.", DELAYED),
        ("When corvalin is compared with mestor, the first attack is delayed longer with corvalin.", DELAYED),
        ("Compared with mestor, corvalin delays the first attack.", DELAYED),
        ("Tilamine and zorubicin have been compared, and progression-free survival was longer with tilamine.", PROLONGED),
        ("In a comparison of tilamine and zorubicin, progression-free survival was longer with tilamine.", PROLONGED),
        ("Corvalin and mestor were compared, and there was more nausea with mestor.", SICK),
    ],
)
def test_both_named_and_the_better_one_kept(claim: str, said: str) -> None:
    found = verdict(claim, said)
    assert found.supported, found.reasons


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("Corvalin and mestor have been compared, and the first attack was delayed significantly longer with mestor.", DELAYED),
        ("Corvalin and mestor have been compared, and the first attack came later with mestor.", DELAYED),
        ("When corvalin is compared with mestor, the first attack is delayed longer with mestor.", DELAYED),
        ("Of the two, corvalin and mestor, the first attack is delayed longer with mestor.", DELAYED),
        ("Tilamine and zorubicin have been compared, and progression-free survival was longer with zorubicin.", PROLONGED),
        ("In a comparison of tilamine and zorubicin, progression-free survival was longer with zorubicin.", PROLONGED),
        ("Corvalin and mestor were compared, and there was more nausea with corvalin.", SICK),
    ],
)
def test_both_named_and_the_better_one_exchanged(claim: str, said: str) -> None:
    assert ReasonCode.DIRECTION in {reason.code for reason in verdict(claim, said).reasons}
