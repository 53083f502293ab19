"""What is done once a thing has happened isn't done before it."""

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.verify import verify_claim

CASES = [
    (
        "When the disease relapses, patients should be switched to the next drug.",
        ["Once the disease comes back, patients ought to be moved on to the next drug."],
        [
            "Before the disease comes back, patients ought to be moved on to the next drug.",
            "Before the disease relapses, patients should be switched to the next drug.",
        ],
    ),
    (
        "When the wound closes, the dressing should be changed to a dry one.",
        ["Once the wound has closed, the dressing should be changed to a dry one."],
        [
            "Before the wound closes, change the dressing to a dry one.",
            "Until the wound closes, the dressing should be a dry one.",
        ],
    ),
]
TOLD = [(claim, cited, True) for cited, right, _ in CASES for claim in right]
WRONG = [(claim, cited, False) for cited, _, wrong in CASES for claim in wrong]


@pytest.mark.parametrize(("claim", "cited", "said"), [*TOLD, *WRONG])
def test_what_follows_is_not_done_ahead(claim: str, cited: str, said: bool) -> None:
    assert verify_claim(claim, tuple(Evidence(text=one) for one in cited.split(" || ")), lexicon=LEXICON).supported is said
