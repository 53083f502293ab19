"""Small talk is told from questions of the documents."""

from __future__ import annotations

import pytest

from assistant.smalltalk import read_smalltalk


@pytest.mark.parametrize("text", ["how does it work", "what is this", "¿cómo funciona?"])
def test_pointing_question_is_small_talk_only_before_anything_was_answered(text: str) -> None:
    assert read_smalltalk(text) == "identity"
    assert read_smalltalk(text, talking=True) is None
    assert read_smalltalk("who are you", talking=True) == "identity"
