"""Small talk is told from questions of the documents."""

from __future__ import annotations

import pytest

from assistant.urgency.smalltalk import read_smalltalk


@pytest.mark.parametrize("text", ["how does it work", "what is this", "¿cómo funciona?"])
def test_pointing_question_is_small_talk_only_before_anything_was_answered(text: str) -> None:
    assert read_smalltalk(text) == "identity"
    assert read_smalltalk(text, talking=True) is None
    assert read_smalltalk("who are you", talking=True) == "identity"


@pytest.mark.parametrize("text", ["and good?", "but fine?", "¿y bueno?"])
def test_an_answer_asked_on_in_a_word_of_agreement_is_a_question(text: str) -> None:
    assert read_smalltalk(text, talking=True) is None


def test_agreement_alone_is_small_talk_in_the_middle_of_a_talk() -> None:
    assert [read_smalltalk(text, talking=True) for text in ("good", "and good", "ok?")] == ["acknowledged"] * 3


@pytest.mark.parametrize(
    "text",
    ["Is it my fault?", "Did I do something wrong?", "what did i do wrong", "Was this all my own fault?", "¿Tengo yo la culpa?"],
)
def test_who_asks_for_blame_is_heard_and_not_answered_from_documents(text: str) -> None:
    assert read_smalltalk(text) == "blame"


@pytest.mark.parametrize("text", ["Is it my fault that the pump failed?", "Have I done something wrong with the drops?"])
def test_blame_for_something_named_is_a_question(text: str) -> None:
    assert read_smalltalk(text) is None
