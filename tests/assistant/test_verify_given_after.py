"""Two treatments that the cited words give together are not given one after the other; what else comes first may be told."""

import pytest
from verifying import codes

from assistant.answers import ReasonCode

TOGETHER = "The standard treatment of ABC-positive disease is tilamine with corvalin."


@pytest.mark.parametrize(
    "claim",
    [
        "The standard treatment of ABC-positive disease is tilamine given after corvalin.",
        "The standard treatment of ABC-positive disease is tilamine started before corvalin.",
        "The standard treatment of ABC-positive disease is tilamine, used only after corvalin.",
    ],
)
def test_what_is_given_together_is_not_given_after(claim: str) -> None:
    assert ReasonCode.DIRECTION in codes(claim, TOGETHER)


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        ("The standard treatment of ABC-positive disease is tilamine given with corvalin.", TOGETHER),
        ("Tilamine is given after corvalin.", "Corvalin is followed by tilamine."),
        ("Tilamine is started after corvalin.", "Tilamine is started once corvalin has been given."),
        ("Tilamine is taken before meals.", "Take tilamine before meals."),
        ("Tilamine is given before and after surgery.", "Tilamine is given before and after surgery."),
    ],
)
def test_an_order_that_the_cited_words_give_is_kept(claim: str, cited: str) -> None:
    assert not codes(claim, cited)
