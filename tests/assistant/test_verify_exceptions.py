"""Who leaves out one of several exceptions says the rule where it doesn't hold; of several cases one may be told."""

import pytest
from verifying import codes

from assistant.answers import ReasonCode

UNLESS = "Tilamine is continued unless the eGFR falls below 30, contrast is given, or the patient is fasting."
IF = "Tilamine is stopped if the eGFR falls below 30, contrast is given, or the patient is fasting."


@pytest.mark.parametrize(
    "claim",
    [
        "Tilamine is continued unless the eGFR falls below 30.",
        "Unless contrast is given, tilamine is continued.",
        "Tilamine is continued unless contrast is given or the patient is fasting.",
        "Tilamine is continued as long as the eGFR does not fall below 30.",
    ],
)
def test_each_of_several_exceptions_must_be_told(claim: str) -> None:
    assert ReasonCode.POPULATION in codes(claim, UNLESS)


def test_all_exceptions_told_in_another_order_are_said() -> None:
    assert not codes(
        "Unless the patient is fasting, contrast is given or the eGFR falls below 30, tilamine is continued.", UNLESS
    )


def test_one_of_several_cases_may_be_told() -> None:
    assert not codes("If the eGFR falls below 30, tilamine is stopped.", IF)
