"""The small grammar of standalone questions."""

from __future__ import annotations

import pytest

from assistant.followups.grammar import agreeing, is_many, opened, without_tail


@pytest.mark.parametrize(
    ("before", "wording", "after", "plural", "reads"),
    [
        ("do ", "one tablet", " help?", True, "does one tablet help?"),
        ("", "One tablet", " are enough", True, "One tablet is enough"),
        ("is ", "rest and water", " enough?", False, "are rest and water enough?"),
        ("does ", "one tablet", " have to be swallowed", False, "does one tablet have to be swallowed"),
        ("who should not have ", "one tablet", "", True, "who should not have one tablet"),
        ("", "rest", "'ll help", False, "rest will help"),
        ("", "rest", "'s failed", False, "rest has failed"),
        ("Do ", "tablets", " help?", True, "Do tablets help?"),
    ],
)
def test_verb_takes_the_number_of_what_stands_for_the_pronoun(
    before: str, wording: str, after: str, plural: bool, reads: str
) -> None:
    assert agreeing(before, wording, after, plural=plural) == reads


@pytest.mark.parametrize(("wording", "many"), [("tablets", True), ("rest and water", True), ("analysis", False), ("rest", False)])
def test_plural_is_seen_by_its_form(wording: str, many: bool) -> None:
    assert is_many(wording) is many


def test_only_contractions_are_opened() -> None:
    assert opened("'dose") == "'dose"


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("so no rest ever then", "so no rest ever"),
        ("it runs over 3 hours, doesn't it", "it runs over 3 hours"),
        ("it helps, right", "it helps"),
        ("more of it please", "more of it"),
        ("what then", "what then"),
        ("what is it", "what is it"),
        ("which tablets are that", "which tablets are that"),
    ],
)
def test_what_only_leads_over_is_left_out(typed: str, left: str) -> None:
    assert without_tail(typed) == left
