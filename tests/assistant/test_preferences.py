from __future__ import annotations

from typing import Any

import pytest
from answers_for_tests import document

from assistant.settings import Settings
from assistant.storage.preferences import ANYWHERE, Preferences, choose, named_countries, read_preferences
from assistant.urgency.triage import countries
from ingest.documents import ReviewStatus

SETTINGS = Settings(_env_file=None, country="US", language="auto", min_review_status=ReviewStatus.SUBMITTED)
SOURCES = tuple(
    document(name, review_status=status).source
    for name, status in (("alpha", ReviewStatus.UNDER_REVIEW), ("beta", ReviewStatus.APPROVED), ("gamma", ReviewStatus.DRAFT))
)


def preferences(**fields: Any) -> Preferences:
    return Preferences(**({"country": "US", "language": "auto", "least_status": ReviewStatus.DRAFT} | fields))


def test_what_was_chosen_comes_back() -> None:
    chosen = choose({"country": "ES", "language": "es", "least_status": "approved", "sources": ["beta"]}, SETTINGS, SOURCES)
    assert read_preferences(chosen.to_dict(), SETTINGS) == chosen
    assert (chosen.country, chosen.language, chosen.least_status, chosen.sources) == (
        "ES",
        "es",
        ReviewStatus.APPROVED,
        frozenset({"beta"}),
    )


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"country": "Atlantis", "language": "la", "least_status": "perfect", "sources": "all"}, id="nonsense"),
    ],
)
def test_what_cannot_be_is_as_the_settings_have_it(kept: dict[str, Any]) -> None:
    assert read_preferences(kept, SETTINGS) == preferences(least_status=ReviewStatus.SUBMITTED)


def test_nobody_goes_below_the_status_that_the_server_asks_for() -> None:
    assert read_preferences({"least_status": "draft"}, SETTINGS).least_status is ReviewStatus.SUBMITTED


@pytest.mark.parametrize("ticked", [[], ["alpha", "beta", "gamma"], ["gone"]], ids=["none", "every-one", "one-that-has-gone"])
def test_none_or_every_source_ticked_means_all_that_there_will_be(ticked: list[str]) -> None:
    assert choose({"sources": ticked}, SETTINGS, SOURCES).sources is None


@pytest.mark.parametrize(
    ("chosen", "allowed"),
    [
        pytest.param(preferences(), None, id="all"),
        pytest.param(preferences(least_status=ReviewStatus.UNDER_REVIEW), {"alpha", "beta"}, id="status"),
        pytest.param(preferences(sources=frozenset({"alpha", "gone"})), {"alpha"}, id="ticked"),
        pytest.param(preferences(least_status=ReviewStatus.APPROVED, sources=frozenset({"alpha"})), set(), id="both-leave-none"),
    ],
)
def test_only_chosen_sources_of_enough_standing_may_be_cited(chosen: Preferences, allowed: set[str] | None) -> None:
    found = chosen.allowed(SOURCES)
    assert (None if found is None else set(found)) == allowed


@pytest.mark.parametrize(("language", "first"), [("en-US", "Another country of the EU"), ("es-ES", "Alemania")])
def test_every_country_with_numbers_has_a_name_in_the_readers_language(language: str, first: str) -> None:
    named = named_countries(language)
    assert set(named.values()) == set(countries()) - {"UK"}  # the United Kingdom is there as GB
    assert next(iter(named)) == first
    assert list(named) == sorted(named, key=lambda name: name.replace("É", "E").replace("é", "e")), "accents don't come last"


def test_countries_offered_are_those_with_numbers_and_none_means_the_servers() -> None:
    assert len(countries()) > 20
    assert read_preferences({"country": ANYWHERE}, SETTINGS).country == "US"
    assert read_preferences({"country": "GB"}, SETTINGS).country == "GB"
