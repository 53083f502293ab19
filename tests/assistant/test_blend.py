"""Several readings of a follow-up, one order: what the turn itself asks counts, what speaks against a statement stands."""

import pytest
from heart_library import judged, profile, source

from assistant.followups.blend import blend
from assistant.retrieval.signals import Judged

BOARD = source("board")
SALT, WATER = (profile(text, of=BOARD, order=order) for order, text in enumerate(("Salt is limited.", "Water is free.")))


def found(salt: float, water: float, *, clash: float = 0.0, other_drugs: float = 0.0) -> list[Judged]:
    entries = [judged(SALT, relevance=salt), judged(WATER, relevance=water, clash=clash, other_drugs=other_drugs)]
    return sorted(entries, key=lambda entry: -entry.hit.relevance)


def order(entries: tuple[Judged, ...]) -> list[str]:
    return [entry.profile.statement.text for entry in entries]


def test_without_lighter_readings_the_order_stays() -> None:
    entries = found(0.9, 0.8)
    assert blend(entries, []) == tuple(entries)
    assert blend([], [(entries, 0.3)]) == ()


def test_statement_that_the_turn_alone_asks_for_comes_first() -> None:
    blended = blend(found(0.6, 0.5), [(found(0.1, 0.9), 0.3)])
    assert order(blended) == ["Water is free.", "Salt is limited."]
    assert [entry.hit.rank for entry in blended] == [1, 2]
    assert blended[0].hit.relevance == pytest.approx(0.7 * 0.5 + 0.3 * 0.9)


def test_statement_that_a_lighter_reading_does_not_find_counts_nothing_there() -> None:
    blended = blend(found(0.9, 0.5), [([judged(WATER, relevance=0.5)], 0.3)])
    assert {entry.profile.statement.text: entry.hit.relevance for entry in blended} == {
        "Salt is limited.": pytest.approx(0.63),
        "Water is free.": pytest.approx(0.5),
    }


@pytest.mark.parametrize("against", ["clash", "other_drugs"])
def test_lighter_reading_does_not_raise_what_the_whole_one_speaks_against(against: str) -> None:
    blended = blend(
        found(0.6, 0.5, clash=float(against == "clash"), other_drugs=float(against == "other_drugs")), [(found(0.1, 0.9), 0.3)]
    )
    water = next(entry for entry in blended if entry.profile.statement.text == "Water is free.")
    assert water.hit.relevance == pytest.approx(0.5)


def test_lighter_reading_may_lower_what_the_whole_one_speaks_against() -> None:
    blended = blend(found(0.6, 0.5, clash=1.0), [(found(0.6, 0.1), 0.3)])
    assert min(entry.hit.relevance for entry in blended) == pytest.approx(0.7 * 0.5 + 0.3 * 0.1)
