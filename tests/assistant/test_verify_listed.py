"""What a list names side by side, no claim may set one above the other."""

from __future__ import annotations

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.verify import verify_claim


def supported(claim: str, words: str) -> bool:
    return verify_claim(claim, (Evidence(text=words),), lexicon=LEXICON).supported


@pytest.mark.parametrize(
    "claim",
    [
        "Corvalin is better than mestor.",
        "Corvalin is superior to mestor.",
        "Mestor is preferred over corvalin.",
        "Corvalin works better than mestor does.",
    ],
)
@pytest.mark.parametrize(
    "words",
    [
        "Corvalin, mestor or tilamine is recommended.",
        "Corvalin and mestor are effective in bone disease.",
        "The preferred treatment is corvalin or mestor.",
    ],
)
def test_a_list_ranks_nothing(claim: str, words: str) -> None:
    assert not supported(claim, words)


def test_a_comparison_that_is_made_may_be_told() -> None:
    words = "Corvalin was superior to mestor in delaying the first event."
    assert supported("Corvalin was better than mestor at delaying the first event.", words)
    assert not supported("Mestor was better than corvalin at delaying the first event.", words)
    assert supported("Corvalin is recommended.", "Corvalin, mestor or tilamine is recommended.")
