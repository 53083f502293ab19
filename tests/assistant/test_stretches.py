"""A text is cut where an ending stands, which itself belongs to no stretch."""

import re

import pytest

from assistant.verify.stretches import stretches


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        pytest.param("Give A. Stop B", ["Give A", " Stop B"], id="two"),
        pytest.param("Give A.", ["Give A", ""], id="ends-with-an-ending"),
        pytest.param("Give A", ["Give A"], id="one"),
        pytest.param("", [""], id="nothing"),
    ],
)
def test_stretches_stand_between_the_endings(text: str, cut: list[str]) -> None:
    assert [text[begin:end] for begin, end in stretches(text, re.compile(r"\."))] == cut
