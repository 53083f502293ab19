"""Of a message spoken in one breath only the part that asks is what is asked."""

from __future__ import annotations

import pytest
from heart_library import lexicon

from assistant.question.asked import read_question
from assistant.question.dictated import spoken_span

ASKED = [
    ("I'm 71 it went to my ribs and I sleep badly so I'm asking you can it be cured", "can it be cured"),
    ("she had a fall last winter and her knees were never good what do they give for the pain", "what do they give for the pain"),
    (
        "my dad is 80 and he lives alone up the hill does he need the scan first or do they start right away",
        "does he need the scan first or do they start right away",
    ),
    (
        "is the tablet swallowed whole or can you crush it, i gag on everything",
        "is the tablet swallowed whole or can you crush it",
    ),
    (
        "how often do you have to come for the drip my daughter has to take a day off",
        "how often do you have to come for the drip",
    ),
]
WHOLE = [
    "how long do they go on with it if my husband has both kinds",
    "what should I do when my son has a cold and I am on the tablets",
    "the trouble is that she said it is the liver this time",
    "I would like to know which tablet is meant by the word inhibitor",
    "Why do they leave gaps between my sessions, wouldn't it be better to go on?",
    "she wants to do it her own way and nobody tells her what it is for",
]


@pytest.mark.parametrize(("message", "asked"), ASKED)
def test_what_is_told_in_the_same_breath_is_left_out(message: str, asked: str) -> None:
    begin, end = spoken_span(message)
    assert message[begin:end] in {asked, f"so {asked}"}


@pytest.mark.parametrize("message", WHOLE)
def test_a_question_without_a_story_stays_whole(message: str) -> None:
    assert spoken_span(message) == (0, len(message))


def test_what_was_told_in_passing_is_not_asked_about() -> None:
    told = "I'm 58 and I take furosemide and my kids keep me busy all day what can they do with the carvedilol"
    asked = read_question(told, lexicon=lexicon())
    assert "furosemide" not in asked.focus
    assert "carvedilol" in asked.focus


def test_a_question_that_only_points_keeps_what_it_points_to() -> None:
    told = "my doctor wants me on furosemide and I am 82 and live by myself in the country is it really safe"
    assert "furosemide" in read_question(told, lexicon=lexicon()).focus


@pytest.mark.parametrize(("word", "near"), [("arent", "agent"), ("havent", "haven"), ("youre", "youse"), ("whats", "whams")])
def test_a_contraction_is_no_slip_for_a_word_of_the_documents(word: str, near: str) -> None:
    read = read_question(f"{word} tablets", lexicon=lexicon(), vocabulary=frozenset({near}), is_everyday=lambda _: False)
    assert word not in dict(read.corrected)
