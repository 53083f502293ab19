"""The first dose stays the first, and what follows it the later."""

import pytest

from assistant.answers import Evidence
from assistant.verify import verify_claim
from assistant.verify.phased import _phases
from assistant.words.lexicon import Lexicon

CASPO = "Caspofungin is given as a loading dose of 70 mg, then 50 mg daily."


@pytest.mark.parametrize(
    ("text", "first", "later"),
    [
        (CASPO, {70.0}, {50.0}),
        ("Loading dose 4 mg/kg, then maintenance 2 mg/kg weekly.", {4.0}, {2.0}),
        ("The first drip is 2 mg per kilo, and after that it is 4 mg per kilo.", {2.0}, {4.0}),
        ("70 mg, then 50 mg daily", {70.0}, {50.0}),
        ("After a loading dose of 70 mg the daily dose is 50 mg.", {70.0}, set()),
        ("After the loading dose it is 50 mg daily.", set(), {50.0}),
        ("Maintenance at 50 mg comes after a first dose of 70 mg.", {70.0}, {50.0}),
        ("Subsequent doses are 50 mg; the opening one (70 mg) is given over an hour.", {70.0}, {50.0}),
        ("Give 50 mg daily.", set(), set()),
        ("Between 50 and 70 mg at first.", set(), set()),
    ],
)
def test_that_amounts_are_told_apart_by_the_words_before_them(text: str, first: set[float], later: set[float]) -> None:
    assert tuple({value for value, _ in side} for side in _phases(text)) == (first, later)


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("Caspofungin is given as 70 mg first, then 50 mg daily.", True),
        ("Caspofungin is given as an opening dose of 70 mg, and 50 mg daily from then on.", True),
        ("The loading dose of caspofungin is 70 mg.", True),
        ("The first dose of caspofungin is 50 mg, and after that it is given at 70 mg daily.", False),
        ("Caspofungin is given as a loading dose of 50 mg, then 70 mg daily.", False),
        ("Caspofungin: the first infusion is 50 mg, and from then on it is 70 mg daily.", False),
    ],
)
def test_that_the_first_dose_is_not_given_later_nor_the_later_first(claim: str, said: bool) -> None:
    assert verify_claim(claim, (Evidence(text=CASPO),), lexicon=Lexicon()).supported is said
