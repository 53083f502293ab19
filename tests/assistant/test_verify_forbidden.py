"""What a statement forbids outright is never advised on the strength of the explanation behind it."""

import pytest
from heart_library import lexicon

from assistant.answers import Evidence, ReasonCode
from assistant.verify import verify_claim

FORBIDDEN = "Do not use verapamil: verapamil has shown no advantage in survival."


def verdict(claim: str, text: str = FORBIDDEN) -> tuple[bool, set[ReasonCode]]:
    found = verify_claim(claim, (Evidence(text=text),), lexicon=lexicon())
    return found.supported, {reason.code for reason in found.reasons}


@pytest.mark.parametrize(
    "claim",
    [
        "Verapamil is recommended.",
        "Verapamil should be used.",
        "Verapamil may be given.",
        "Use verapamil.",
        "Verapamil is an option.",
    ],
)
def test_what_is_forbidden_is_not_advised(claim: str) -> None:
    supported, codes = verdict(claim)
    assert not supported
    assert ReasonCode.NEGATION in codes


@pytest.mark.parametrize(
    "claim",
    ["Verapamil should not be used.", "Avoid verapamil.", "Verapamil has no survival advantage.", "Do not use verapamil."],
)
def test_the_prohibition_itself_and_its_reason_are_stated(claim: str) -> None:
    assert verdict(claim)[0]


def test_not_routinely_leaves_may_open_and_recommended_not() -> None:
    text = "Do not give furosemide routinely: furosemide may be given when there is congestion."
    assert verdict("Furosemide may be given when there is congestion.", text)[0]
    assert not verdict("Furosemide is recommended.", text)[0]


def test_a_prohibition_of_one_case_leaves_another_open() -> None:
    text = "Do not give carvedilol in acute shock. Carvedilol is recommended in stable heart failure."
    assert verdict("Carvedilol is recommended in stable heart failure.", text)[0]


def test_a_prohibition_of_something_else_leaves_the_thing_alone() -> None:
    text = "Do not use verapamil: carvedilol is recommended."
    assert verdict("Carvedilol is recommended.", text)[0]
