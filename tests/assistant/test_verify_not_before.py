"""People who have not had a treatment before, told in other builds; who has had it, or lacks another thing, is somebody else."""

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.verify import verify_claim

CITED = "Corvalin is an option for adults with vasculitis who were not previously treated with zorubicin or mestor."
NAMED = [
    "Corvalin is an option in adults with vasculitis as long as they have not had zorubicin or mestor.",
    "In adults with vasculitis who haven't been given zorubicin or mestor before, corvalin is an option.",
    "In adults with vasculitis and no prior zorubicin or mestor, corvalin is an option.",
    "Corvalin is an option in adults with vasculitis, provided there was no earlier treatment with zorubicin or mestor.",
    "Corvalin is an option in adults with vasculitis who have had neither zorubicin nor mestor.",
    "Corvalin is an option in adults with vasculitis who weren't treated with zorubicin or mestor already.",
]
OTHERS = [
    "Corvalin is an option in adults with vasculitis as long as they have had zorubicin or mestor.",
    "In adults with vasculitis who have been given zorubicin or mestor before, corvalin is an option.",
    "In adults with vasculitis and prior zorubicin or mestor, corvalin is an option.",
    "In adults with vasculitis and no prior infection, corvalin is an option.",
    "Corvalin is an option in adults with vasculitis, provided that there has been no earlier relapse.",
    "Corvalin is an option in adults with vasculitis who have not had tilamine or mestor.",
    "Corvalin is an option in children with vasculitis who have had neither zorubicin nor mestor.",
    "Corvalin is an option in adults with vasculitis.",
]


@pytest.mark.parametrize("claim", NAMED)
def test_who_has_not_had_it_before_is_told_in_many_builds(claim: str) -> None:
    assert verify_claim(claim, (Evidence(text=CITED),), lexicon=LEXICON).supported


@pytest.mark.parametrize("claim", OTHERS)
def test_who_has_had_it_or_lacks_another_thing_is_not_meant(claim: str) -> None:
    assert not verify_claim(claim, (Evidence(text=CITED),), lexicon=LEXICON).supported
