"""What a person has chosen in the settings panel: country, language, sources, and how far they must have been reviewed."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.settings import Settings
from assistant.urgency.triage import countries
from ingest.documents import ReviewStatus, Source

_NAMES = Path(__file__).with_name("country_names.yaml")
LANGUAGES = ("auto", "en", "es")
ANYWHERE = "anywhere"
"""Stands for no country in the panel, whose choices can't be empty; a country of the server's settings then counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """One person's choices. ``sources`` are ids; None stands for all, those added later included."""

    country: str
    language: str
    least_status: ReviewStatus
    sources: frozenset[str] | None = None

    def to_dict(self) -> dict[str, Any]:
        """The choices as they are kept."""
        chosen = sorted(self.sources) if self.sources is not None else None
        return {
            "country": self.country,
            "language": self.language,
            "least_status": self.least_status.value,
            "sources": chosen,
        }

    def allowed(self, sources: Sequence[Source]) -> frozenset[str] | None:
        """The ids of the sources that may be cited; None for all of them."""
        if self.sources is None and self.least_status is ReviewStatus.DRAFT:
            return None
        chosen = [source for source in sources if self.sources is None or source.source_id in self.sources]
        return frozenset(source.source_id for source in chosen if source.review_status.rank >= self.least_status.rank)


def named_countries(language: str) -> dict[str, str]:
    """The code of each country whose numbers are known by its name in a language, in the order of the names."""
    known, tongue = countries(), "es" if language.lower().startswith("es") else "en"
    named = {names[tongue]: code for code, names in _country_names().items() if code in known}
    return dict(sorted(named.items(), key=lambda pair: _folded(pair[0])))


@lru_cache(maxsize=1)
def _country_names() -> dict[str, dict[str, str]]:
    loaded: dict[str, dict[str, str]] = yaml.safe_load(_NAMES.read_text(encoding="utf-8"))
    return loaded


def _folded(name: str) -> str:
    """A name as it is sorted: an accent doesn't put it behind z."""
    return "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter)).casefold()


def read_preferences(kept: Mapping[str, Any], settings: Settings) -> Preferences:
    """The choices as kept; what isn't there, or no longer possible, is as the settings have it."""
    country, language = str(kept.get("country")), kept.get("language")
    chosen = kept.get("sources")
    return Preferences(
        country=country if country in countries() else settings.country,
        language=str(language) if language in LANGUAGES else settings.language,
        least_status=_status(kept.get("least_status"), settings),
        sources=frozenset(str(one) for one in chosen) if isinstance(chosen, list) else None,
    )


def choose(given: Mapping[str, Any], settings: Settings, sources: Sequence[Source]) -> Preferences:
    """The choices that a filled-in panel makes; every source ticked, or none, means all."""
    ids = {source.source_id for source in sources}
    ticked = ids & {str(one) for one in given.get("sources") or ()}
    return read_preferences({**given, "sources": sorted(ticked) if ticked and ticked != ids else None}, settings)


def _status(value: object, settings: Settings) -> ReviewStatus:
    """The stricter one of what is chosen and what the settings ask for."""
    found = next((status for status in ReviewStatus if status.value == value), settings.min_review_status)
    return max(found, settings.min_review_status, key=lambda status: status.rank)
