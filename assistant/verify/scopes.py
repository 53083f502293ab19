"""A reading with its clauses and what its negators reach. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from assistant.verify.clauses import clauses_of
from assistant.verify.negators import Negator, doubles_of, negators_of
from assistant.verify.places import kept_under
from assistant.verify.terms import Term, read
from assistant.words.lexicon import Lexicon

_JOINING = frozenset(("g:combine", "g:add", "g:additional"))
_PEOPLE = frozenset(
    "patient patients person people woman women man men case cases individual individuals adult adults child children".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Scoped:
    """Terms with clause numbers and negators (double negations have cancelled out).

    One is equal to itself alone, so that what was read off it can be kept by it at no cost.
    ``doubled`` are the second halves of these: "withhold" in "do not withhold". ``places`` tells which terms are kept under a
    key (``places.kept_under``).
    """

    text: str
    terms: tuple[Term, ...]
    clauses: tuple[int, ...]
    negators: tuple[Negator, ...]
    denied: frozenset[int]
    near: frozenset[int]
    cancelled: frozenset[int] = frozenset()
    doubled: frozenset[int] = frozenset()
    places: dict[str, frozenset[int]] = field(default_factory=dict, compare=False)

    def content(self) -> list[int]:
        """The indexes of the terms that state something."""
        return [index for index, term in enumerate(self.terms) if not term.filler]


@lru_cache(maxsize=1024)
def scope(text: str, lexicon: Lexicon) -> Scoped:
    """``text`` read, with clauses and negation."""
    terms = read(text, lexicon).terms
    clauses = clauses_of(terms)
    every = negators_of(terms, clauses)
    doubles = doubles_of(every, terms)
    paired = {*doubles, *doubles.values()}
    negators = [negator for negator in every if negator.index not in paired]
    cancelled = frozenset(clauses[index] for index in paired)
    odd: dict[int, int] = {}
    for negator in negators:
        for index in negator.wide:
            odd[index] = odd.get(index, 0) + 1
    denied = frozenset(index for index, count in odd.items() if count % 2)
    near = frozenset(index for negator in negators for index in negator.focus)
    return Scoped(text, terms, clauses, tuple(negators), denied, near, cancelled, frozenset(doubles), _places(terms, lexicon))


def _places(terms: tuple[Term, ...], lexicon: Lexicon) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for index, term in enumerate(terms):
        keys = kept_under(term.sense, lexicon)
        for key in keys - _JOINING if _of_people(terms, index) else keys:
            found.setdefault(key, set()).add(index)
    return {key: frozenset(indexes) for key, indexes in found.items()}


def _of_people(terms: tuple[Term, ...], index: int) -> bool:
    """True for the "with" of "patients with X", which combines nothing with anything."""
    return index > 0 and terms[index].text.lower() == "with" and not _PEOPLE.isdisjoint(terms[index - 1].words[-1:])
