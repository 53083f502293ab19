"""A message that only names a medicine, of whom and since when, tells of nothing that happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answers import Question
from assistant.urgency.naming import only_names
from assistant.urgency.triage import triage
from assistant.words.lexicon_files import load_lexicon

DRUGS = load_lexicon(Path(__file__).parents[2] / "corpus" / "lexicon")
NAMES = [
    "no wait, it's capecitabine that I'm on",
    "my sister is on day 12 of ribociclib",
    "perdón, es letrozol lo de mi madre",
    "and with docetaxel?",
]
TELLS = [
    "I took ribociclib",
    "he is on capecitabine and blue",
    "40 on capecitabine",
    "me tomo 20 de capecitabina",
    "ten ribociclib, my wife",
    "I'm on capecitabine, is that the end",
    "she had all the letrozole",
    "sorry, wrong chat",
]


@pytest.mark.parametrize("text", NAMES)
def test_correction_that_only_names_a_medicine_is_not_asked_of_the_alarm(text: str) -> None:
    assert triage(Question(text=text), lexicon=DRUGS, alarm=lambda _: "emergency") is None


@pytest.mark.parametrize("text", TELLS)
def test_whatever_says_more_is_asked_of_the_alarm(text: str) -> None:
    assert triage(Question(text=text), lexicon=DRUGS, alarm=lambda _: "emergency") is not None


def test_nothing_is_named_without_a_medicine() -> None:
    assert not only_names("it is me", ())
    assert only_names("it is me", [(3, 5)])
