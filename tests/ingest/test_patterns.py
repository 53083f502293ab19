"""Long lists of wordings: quicker to look for, and found in the very same texts."""

from __future__ import annotations

import pytest

from ingest.parse.furniture import is_furniture
from ingest.patterns import any_of, many_of

LINES = r"""
    ^printed (?:on|by)\b|\bkeep off\b(?! the\b)|^[|(\]]x
    \b(?:red|blue) lid\b
    (?:^|\s)[a-z]:\\\S+
    colou?r\|chart|\(c\) \d{4}
"""


@pytest.mark.parametrize(
    "text",
    [
        "Printed on Monday",
        "It was printed on Monday",
        "Please keep off",
        "Please keep off the ward",
        "upkeep off",
        "]x marks it",
        "a ]x",
        "the RED lid",
        "the redlid",
        r"saved at k:\forms",
        r"ak:\forms",
        "colour|chart",
        "colour",
        "(c) 2019",
        "",
    ],
)
def test_many_wordings_are_found_where_any_of_them_is(text: str) -> None:
    assert (many_of(LINES).search(text) is None) is (any_of(LINES).search(text) is None)


@pytest.mark.parametrize("lines", [r"^at the ward", r"\bat home", r"in\b", ""], ids=["opening", "word", "inside", "none"])
def test_lists_of_one_kind_only_match_what_they_say(lines: str) -> None:
    found = [text for text in ("at the ward", "back at home", "therein", "nothing") if many_of(lines).search(text)]
    assert len(found) == bool(lines)


def test_lines_of_a_page_about_itself_are_still_told_from_advice() -> None:
    assert is_furniture("All rights reserved.")
    assert is_furniture("Skip to main content")
    assert not is_furniture("Give 5 mg of it with food, and wait an hour before the next dose.")
