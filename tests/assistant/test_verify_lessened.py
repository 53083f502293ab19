"""A claim may not lessen what the cited words say outright; where these compare, lessen or space, "less" may tell it."""

import pytest
from verifying import codes

from assistant.answers import ReasonCode


@pytest.mark.parametrize(
    "claim",
    [
        "Iron tablets are much less helpful in anaemia of pregnancy.",
        "Iron tablets help less in anaemia of pregnancy.",
        "In anaemia of pregnancy, iron tablets are somewhat less helpful.",
    ],
)
def test_what_is_told_outright_is_not_lessened(claim: str) -> None:
    assert ReasonCode.DIRECTION in codes(claim, "Iron tablets are very helpful in anaemia of pregnancy.")


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        ("With mestor there is less swelling.", "Swelling is reduced by mestor."),
        ("Corvalin brings less pain.", "Corvalin reduces pain."),
        ("Corvalin is given less often, every 12 weeks.", "Corvalin is given every 12 weeks."),
        ("Corvalin is given for no less than 12 weeks.", "Corvalin is given for at least 12 weeks."),
    ],
)
def test_less_of_what_the_cited_words_compare_or_space_is_kept(claim: str, cited: str) -> None:
    assert not codes(claim, cited)
