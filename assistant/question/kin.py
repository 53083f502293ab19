"""Words for one's kin and friends, and the titles before a name, English and Spanish. Pure but for its word list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

_WORDS = Path(__file__).parent / "kin.yaml"
# Of children of whom more is told ("who are ill", "with asthma") nobody knows whether they are the patients.
_HOUSEHOLD = re.compile(
    r"\b(?:with|have|has|had|got|raising|of|con|tengo|tiene|de)\s+"
    r"(?:\d|one|two|three|four|five|six|several|a (?:few|couple of)|dos|tres|cuatro|cinco|varios)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:kids|child|children|babies|toddlers|teenagers|hij[oa]s|niñ[oa]s)\b"
    r"(?!,?\s*(?:with|who|whose|aged?|on|under|below|that|ill|sick|con|que|menores|de)\b)",
    re.IGNORECASE,
)


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


def households(text: str) -> list[tuple[int, int]]:
    """Where an adult tells of having children ("38, with two small kids"): the illness asked about isn't theirs."""
    return [found.span() for found in _HOUSEHOLD.finditer(text)]
