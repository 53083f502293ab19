"""A list with a mark behind each item is read as one claim for each mark, and what is said of all together isn't."""

from functools import partial

import pytest
from verifying import LEXICON

from assistant.citation.enforce import enforce
from assistant.prompts import NumberedPassage
from assistant.verify import verify_claim

PASSAGES = (
    NumberedPassage(number=1, text="Second-line: corvalin.", heading_path=("Bone disease",)),
    NumberedPassage(number=2, text="Second-line: mestor, for ABC-positive patients.", heading_path=("Bone disease",)),
    NumberedPassage(number=3, text="Second-line: tilamine plus zorubicin.", heading_path=("Bone disease",)),
    NumberedPassage(number=4, text="Tilamine starts with a dose of 4 mg.", heading_path=("Bone disease",)),
    NumberedPassage(number=5, text="Do not combine tilamine with zorubicin.", heading_path=("Bone disease",)),
)


@pytest.mark.parametrize(
    ("draft", "kept"),
    [
        ("The second-line choices are corvalin [1], mestor for ABC-positive patients [2] and tilamine with zorubicin [3].", True),
        (
            "The second-line choices are corvalin [1], mestor for ABC-negative patients [2] and tilamine with zorubicin [3].",
            False,
        ),
        ("The second-line choices are corvalin [1], tilamine alone [3] and mestor for ABC-positive patients [2].", False),
        ("The first-line choices are corvalin [1], mestor for ABC-positive patients [2] and tilamine with zorubicin [3].", False),
        ("Corvalin [1] and tilamine plus zorubicin [3] are second-line choices.", True),
        ("Corvalin [1] and tilamine plus zorubicin [3] are first-line choices.", False),
        ("Corvalin [1] and mestor [2] are given together in the second line.", False),
        ("The second-line choice is a combination of corvalin [1] and mestor for ABC-positive patients [2].", False),
        ("The second-line choice is corvalin [1] with mestor for ABC-positive patients [2].", False),
        ("Tilamine starts with a dose of 4 mg [4], and it should not be combined with zorubicin [5].", True),
        ("Corvalin is a second-line choice [1], and it should not be combined with zorubicin [5].", False),
    ],
)
def test_each_item_holds_by_the_mark_behind_it(draft: str, kept: bool) -> None:
    held = enforce("What is there in bone disease?", PASSAGES, draft, verify=partial(verify_claim, lexicon=LEXICON))
    assert bool(held.shown) == kept
