"""A greeting in front of a claim states nothing; what only looks like one stays."""

import pytest
from verifying import codes

CITED = "Tilamine 4 mg weekly is given to adults with gout."


@pytest.mark.parametrize(
    "greeting", ["Dear Dr,", "Dear Dr Vale,", "Dear GP,", "Dear colleague:", "Hello,", "Hi Anna,", "Good morning,"]
)
def test_a_greeting_states_nothing(greeting: str) -> None:
    assert not codes(f"{greeting} tilamine 4 mg weekly is given to adults with gout.", CITED)
    assert codes(f"{greeting} tilamine 40 mg weekly is given to adults with gout.", CITED)


@pytest.mark.parametrize(
    "claim",
    [
        "Dear tilamine, at 4 mg weekly, is given to adults with gout.",
        "In children, tilamine 4 mg weekly is given.",
        "High-dose, tilamine 4 mg weekly is given to adults with gout.",
    ],
)
def test_what_only_looks_like_a_greeting_stays(claim: str) -> None:
    assert codes(claim, CITED)
