"""Makes a supported claim wrong in one way at a time, from the lexicon and the grammar of numbers and words only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.words.lexicon import Lexicon
from evals import mutate_names as names
from evals import mutate_numbers as numbers
from evals import mutate_words as words

Mutator = Callable[[str, Lexicon], Iterator[str]]

MUTATORS: dict[str, Mutator] = {
    "dose": numbers.dose,
    "unit": numbers.unit,
    "interval": numbers.interval,
    "duration": numbers.duration,
    "date": numbers.date,
    "number binding": numbers.binding,
    "route": words.route,
    "negation": words.negation,
    "strength": words.strength,
    "hedge": words.hedge,
    "dropped condition": words.condition,
    "added detail": words.detail,
    "direction": words.direction,
    "cause": words.cause,
    "drug": names.drug,
    "arm swap": names.arm,
    "population": names.population,
    "line": names.line,
    "endpoint": names.endpoint,
    "organisation": names.organisation,
    "brand": names.brand,
    "name": names.name,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A claim made wrong. ``kind`` names the way."""

    kind: str
    text: str


def mutants(claim: str, lexicon: Lexicon) -> tuple[Mutant, ...]:
    """Mutants of ``claim``, at most one of a kind, none that reads as the claim does."""
    found: list[Mutant] = []
    for kind, mutate in MUTATORS.items():
        text = next((text for text in mutate(claim, lexicon) if _flat(text) != _flat(claim)), None)
        if text:
            found.append(Mutant(kind=kind, text=text))
    return tuple(found)


def _flat(text: str) -> str:
    return " ".join(re.findall(r"\w+|[²%/]", text.lower()))
