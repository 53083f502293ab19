"""What holds for one of two things isn't handed to the other."""

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.verify import verify_claim

CASES = [
    (
        (
            "Medicines include ibuprofen for both groups of patients and, for adults, opioids such as "
            "codeine (Codalin) and morphine (Sevredol)."
        ),
        ["Ibuprofen can be taken by both groups, while codeine and morphine are for adults."],
        [
            "Ibuprofen is reserved for adults, while codeine and morphine can be taken by both groups.",
            "Ibuprofen is only for adults, whereas codeine and morphine suit both groups.",
            "Codeine and morphine can be taken by both groups.",
        ],
    ),
    (
        "Vaccines include the flu shot for both sexes and, for women over 50, the zoster shot.",
        ["The flu shot is for both sexes, the zoster shot for women over 50."],
        ["The zoster shot is for both sexes.", "The flu shot is for women over 50, while the zoster shot is for both sexes."],
    ),
    (
        "Sometimes a diuretic alone, or a nitrate added to the beta-blocker, is another option.",
        [
            "A nitrate is sometimes added to the beta-blocker.",
            "A diuretic by itself is sometimes an option.",
            "Sometimes a diuretic by itself is another option.",
        ],
        [
            "A diuretic is sometimes added to the beta-blocker.",
            "Adding a diuretic to the beta-blocker is sometimes an option.",
            "In angina that goes on under a beta-blocker, a diuretic is sometimes added to the beta-blocker.",
            "A nitrate alone is sometimes an option.",
        ],
    ),
    (
        "Options are cream A alone or tablet B together with light therapy.",
        ["Tablet B together with light therapy is an option.", "Cream A alone is an option."],
        [
            "Cream A together with light therapy is an option.",
            "Options are cream A together with light therapy or tablet B alone.",
        ],
    ),
]
TOLD = [(claim, cited, True) for cited, right, _ in CASES for claim in right]
WRONG = [(claim, cited, False) for cited, _, wrong in CASES for claim in wrong]


@pytest.mark.parametrize(("claim", "cited", "said"), [*TOLD, *WRONG])
def test_each_of_two_keeps_what_is_said_of_it(claim: str, cited: str, said: bool) -> None:
    assert verify_claim(claim, tuple(Evidence(text=one) for one in cited.split(" || ")), lexicon=LEXICON).supported is said
