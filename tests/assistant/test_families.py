"""Words of one family are told by their endings, and words that merely look alike aren't; none counts as the same thing."""

from __future__ import annotations

import pytest

from assistant.question.asked import read_question
from assistant.words.families import relatives
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import stem


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("septic", "sepsis"),
        ("anaemic", "anaemia"),
        ("diabetic", "diabetes"),
        ("asthmatic", "asthma"),
        ("epileptic", "epilepsy"),
        ("thrombotic", "thrombosis"),
        ("arthritic", "arthritis"),
        ("oedematous", "oedema"),
        ("bacterial", "bacterium"),
        ("allergic", "allergy"),
        ("hypertensive", "hypertension"),
        ("cirrhotic", "cirrhosis"),
    ],
)
def test_word_and_its_adjective_are_relatives_both_ways(word: str, other: str) -> None:
    assert other in relatives(word)
    assert word in relatives(other)


@pytest.mark.parametrize(("word", "other"), [("septic", "aseptic"), ("uric", "uria"), ("bas", "basic"), ("tonic", "tonus")])
def test_words_that_only_look_alike_are_none(word: str, other: str) -> None:
    assert other not in relatives(word)


def _strange(question: str, *documents: str) -> tuple[str, ...]:
    known = frozenset(stem(word) for word in documents)
    everyday = frozenset("when is the given in shock for what patients".split())
    return read_question(question, lexicon=Lexicon([]), vocabulary=known, is_everyday=everyday.__contains__).strange


def test_relative_of_a_word_of_the_documents_is_not_strange_and_stays_as_typed() -> None:
    assert _strange("When is the drug given in septic shock?", "drug", "sepsis") == ()
    assert _strange("When is the drug given in septic shock?", "drug", "eczema") == ("septic",)
    assert _strange("When is the drug given in nephrotic patients?", "drug", "nephritis") == ("nephrotic",)
