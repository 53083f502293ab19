"""Words for one's kin and friends, and the titles before a name, English and Spanish. Pure but for its word list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

_WORDS = Path(__file__).parent / "kin.yaml"


@dataclass(frozen=True, slots=True)
class Kin:
    """All words for kin; those that can only mean one person, and no group of patients; titles before a name."""

    every: frozenset[str]
    personal: frozenset[str]
    titles: frozenset[str]


@lru_cache(maxsize=1)
def kin() -> Kin:
    """The words of ``kin.yaml``."""
    raw: dict[str, str] = yaml.safe_load(_WORDS.read_text("utf-8"))
    every = frozenset((*raw["english"].split(), *raw["spanish"].split()))
    return Kin(every=every, personal=every - frozenset(raw["grouping"].split()), titles=frozenset(raw["titles"].split()))
