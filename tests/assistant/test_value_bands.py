"""Bands of one measure side by side: the one for the asked value goes first, and nothing moves where it isn't sure which."""

from dataclasses import replace

import pytest
from heart_library import judged, profile

from assistant.retrieval.signals import Judged
from assistant.retrieval.value_bands import band_of, own_band_first, values_in
from ingest.documents import BlockKind

ROWS = ("above 60 ml/min | every day", "20 to 39 ml/min | every second day", "40 to 60 ml/min | every 36 hours")
ITEMS = ("If the level is 1 to 2 mg/L, measure again.", "Give the next dose if it is below 1 mg/L.", "Above 2 mg/L stop.")


def _entries(texts: tuple[str, ...], kind: BlockKind) -> list[Judged]:
    found = [judged(profile(text, kind=kind)) for text in texts]
    return [replace(one, hit=replace(one.hit, rank=n, relevance=1 / n)) for n, one in enumerate(found, 1)]


def _first(asked: str, texts: tuple[str, ...] = ROWS, kind: BlockKind = BlockKind.TABLE_ROW) -> str:
    return own_band_first(asked, _entries(texts, kind))[0].hit.statement.text


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        pytest.param("CrCl 45, how often is it given?", ROWS[2], id="between"),
        pytest.param("How often with a clearance of 75?", ROWS[0], id="above"),
        pytest.param("T 38.9, day 2, clearance 30 - next dose?", ROWS[1], id="other-figures-beside"),
        pytest.param("How often in a 45-year-old?", ROWS[0], id="an-age"),
        pytest.param("How often at a dose of 30 mg?", ROWS[0], id="a-dose"),
        pytest.param("Next dose with a clearance of 30, later 50?", ROWS[0], id="two-values"),
        pytest.param("How often is it given?", ROWS[0], id="no-value"),
    ],
)
def test_row_for_the_asked_value_goes_first(asked: str, first: str) -> None:
    assert _first(asked) == first


def test_item_for_the_asked_value_takes_the_first_place_of_its_neighbours_and_its_relevance() -> None:
    entries = _entries(("Take a level 18 to 24 hours after it.", *ITEMS), BlockKind.BULLET)
    found = own_band_first("level 0.6, what next?", entries)
    assert [one.hit.statement.text for one in found] == [entries[0].hit.statement.text, ITEMS[1], ITEMS[0], ITEMS[2]]
    assert [one.hit.relevance for one in found] == [one.hit.relevance for one in entries]


def test_bands_that_overlap_or_are_of_different_units_stay_as_they_were() -> None:
    overlapping = ("20 to 60 ml/min | twice", "40 to 80 ml/min | once")
    assert _first("clearance 70?", overlapping) == overlapping[0]
    different = ("below 60 kg | once", "40 to 90 ml/min | twice")
    assert _first("clearance 70?", different) == different[0]


@pytest.mark.parametrize(
    ("text", "band"),
    [
        pytest.param("Stop it if potassium is 6.0 mmol/L or more.", ((6.0, float("inf")), "mmol/l"), id="or-more"),
        pytest.param("Give oxygen below 94%", ((float("-inf"), 94.0), "%"), id="below"),
        pytest.param("Take a level 18 to 24 hours after it.", None, id="times-are-none"),
        pytest.param("Rest the arm.", None, id="none"),
    ],
)
def test_band_is_read_with_its_unit(text: str, band: object) -> None:
    assert band_of(text) == band


def test_values_are_no_doses_times_or_ages() -> None:
    assert values_in("84 year old on 40 mg for 3 days, K 5.6, eGFR 38") == (5.6, 38.0)
