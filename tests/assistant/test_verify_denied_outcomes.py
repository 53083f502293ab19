"""A gain denied in one outcome isn't denied in another."""

import pytest
from verifying import verdict

from assistant.answers import ReasonCode

CASES = [
    (
        "Antibiotics do not lead to a survival benefit in viral bronchitis.",
        [
            "Antibiotics have not improved survival in viral bronchitis.",
            "Nobody with viral bronchitis lives longer with antibiotics: they bring no survival benefit.",
        ],
        [
            "Antibiotics have not improved quality of life in viral bronchitis.",
            "Antibiotics have not improved local control in viral bronchitis.",
            "Antibiotics do not reduce symptoms in viral bronchitis.",
        ],
    ),
    (
        "Knee arthroscopy does not improve pain in osteoarthritis of the knee.",
        ["Knee arthroscopy does not ease pain in osteoarthritis of the knee."],
        [
            "Knee arthroscopy does not improve function in osteoarthritis of the knee.",
            "Knee arthroscopy does not improve mobility in osteoarthritis of the knee.",
        ],
    ),
    (
        "Statins started in hospital do not reduce mortality after a stroke.",
        ["Statins started in hospital do not reduce deaths after a stroke."],
        ["Statins started in hospital do not improve function after a stroke."],
    ),
    (
        "The drug does not prolong progression-free survival in glioma.",
        [],
        [
            "The drug does not prolong overall survival in glioma.",
            "The drug does not improve survival in glioma.",
        ],
    ),
    (
        "Zinc has no effect on sleep in teenagers.",
        ["Zinc does not affect sleep in teenagers."],
        ["Zinc has no effect on mood in teenagers.", "Zinc does not affect growth in teenagers."],
    ),
    (
        "The operation does NOT lead to an overall survival benefit, and it is not routinely recommended without symptoms.",
        [
            "The operation has not lengthened survival, so it is not routinely advised without symptoms.",
            "The operation does not make people live longer, and it isn't routinely recommended when symptoms are absent.",
        ],
        ["The operation has not improved disease control, so it is not routinely advised when symptoms are absent."],
    ),
]


@pytest.mark.parametrize(("said", "claim"), [(said, claim) for said, kept, _ in CASES for claim in kept])
def test_the_outcome_that_is_denied_may_be_told_in_other_words(said: str, claim: str) -> None:
    assert verdict(claim, said).supported


@pytest.mark.parametrize(("said", "claim"), [(said, claim) for said, _, refused in CASES for claim in refused])
def test_another_outcome_is_not_denied(said: str, claim: str) -> None:
    assert ReasonCode.NAME in {reason.code for reason in verdict(claim, said).reasons}
