"""Statements of two halves, the second cut short: what is told of one subject isn't told of the other; causes and denials too."""

import pytest
from verifying import verdict

USED = "Mestor is used for gout and corvalin for sciatica."
TIMES = "Sutures are removed from the face after five days and from the leg after ten days."
AMOUNTS = "Infants get 5 ml and toddlers 10 ml of the syrup."
SIGNS = "Cough suggests bronchitis, and fever suggests pneumonia."
LISTS = "Mestor or corvalin is used after stroke, and tilamine or sorvan in gout."
CAUSE = "The fever returned because the drain had been removed."


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        pytest.param("Mestor is used for sciatica.", USED, id="other-aim"),
        pytest.param("Corvalin is used for gout and mestor for sciatica.", USED, id="both-crossed"),
        pytest.param("Sutures are removed from the leg after five days.", TIMES, id="other-time"),
        pytest.param("Toddlers get 5 ml of the syrup.", AMOUNTS, id="other-amount"),
        pytest.param("Fever suggests bronchitis.", SIGNS, id="same-verb"),
        pytest.param("Tilamine is used after stroke.", LISTS, id="listed"),
        pytest.param(
            "Creatinine is checked at each visit.", "Check weight at each visit and creatinine at six months.", id="order"
        ),
        pytest.param("The drain had been removed because the fever returned.", CAUSE, id="cause-turned"),
        pytest.param("The fever returned, so the drain had been removed.", CAUSE, id="so-turned"),
        pytest.param("Wine raises the risk.", "Beer raises the risk; wine in small amounts doesn't.", id="bare-denial"),
        pytest.param("Stop the drip.", "Stop the drip at a pulse below 50.", id="value-left-out"),
        pytest.param("Admit children.", "Admit children with a saturation below 92 %.", id="value-of-whom-left-out"),
        pytest.param("Send a swab (nose and throat).", "Send a swab (nose or throat).", id="brackets-joined"),
        pytest.param("Use mestor and corvalin.", "Use a syrup (mestor) or a spray (corvalin).", id="choice-joined"),
        pytest.param("Iron is taken with tea.", "Iron is taken with juice and not with tea.", id="and-not-with"),
        pytest.param("The test is for children.", "The test is for adults and not for children.", id="and-not-for"),
    ],
)
def test_what_is_told_of_the_other_half_is_refused(claim: str, cited: str) -> None:
    assert not verdict(claim, cited).supported


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        pytest.param("Corvalin is used for sciatica.", USED, id="own-aim"),
        pytest.param("Corvalin for sciatica, mestor for gout.", USED, id="both-their-own"),
        pytest.param("Sutures are removed from the leg after ten days.", TIMES, id="own-time"),
        pytest.param("Toddlers get 10 ml.", AMOUNTS, id="own-amount"),
        pytest.param("Fever suggests pneumonia.", SIGNS, id="own-verb"),
        pytest.param("In gout, sorvan is used.", LISTS, id="listed"),
        pytest.param("The drain had been removed, so the fever returned.", CAUSE, id="so"),
        pytest.param(
            "The tablet is taken with food in the evening.", "Take the tablet with water and food in the evening.", id="list"
        ),
        pytest.param(
            "The pump is used at home after training.", "The pump is used in hospital and at home after training.", id="one"
        ),
        pytest.param("Beer raises the risk.", "Beer raises the risk; wine in small amounts doesn't.", id="affirmed"),
        pytest.param("Stop the drip when the pulse is below 50.", "Stop the drip at a pulse below 50.", id="value-told"),
        pytest.param("Take mestor for pain and fever.", "Mestor is taken for pain and fever.", id="cases-joined"),
        pytest.param("Use mestor or corvalin.", "Use a syrup (mestor) or a spray (corvalin).", id="choice-kept"),
        pytest.param("Iron is taken with juice.", "Iron is taken with juice and not with tea.", id="not-denied"),
    ],
)
def test_what_is_told_of_the_own_half_stands(claim: str, cited: str) -> None:
    assert verdict(claim, cited).supported
