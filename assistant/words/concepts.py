"""Named things and how they are akin: kinds of each other, what a population implies, who excludes whom. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

TREATMENTS = frozenset({"drug", "drug class", "regimen"})
"""The kinds of concept that are given to a patient."""
GIVEN = TREATMENTS | {"procedure"}
"""The kinds that are given to a patient or done with one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A named thing. ``parents`` are ids of what it is a kind of; ``implies`` matters to populations only.

    ``within`` are those of the parents whose statements go for it, as no document names it itself.

    So does ``axis``, but for "species": what is ill, where it is no person.
    """

    concept_id: str
    kind: str
    name: str
    brands: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    spanish: tuple[str, ...] = ()
    axis: str | None = None
    implies: tuple[str, ...] = ()
    within: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """By its id, which tells two apart as well as all that it holds: terms that name it are looked up by it."""
        return hash(self.concept_id)

    @property
    def wordings(self) -> tuple[str, ...]:
        """Every way to write it, the preferred name first."""
        return (self.name, *self.brands, *self.abbreviations, *self.synonyms, *self.spanish)

    def called(self, language: str) -> str:
        """The name in a language; the English one where no other is known."""
        return self.spanish[0] if language == "es" and self.spanish else self.name


class Kinship:
    """Concepts by id, and how they are akin. They never change, so that what was once looked up is kept."""

    def __init__(self, concepts: Iterable[Concept] = ()) -> None:
        """Of two concepts with one id the later stands."""
        self.concepts: Mapping[str, Concept] = {concept.concept_id: concept for concept in concepts}
        self._children: dict[str, set[str]] = {}
        for concept in self.concepts.values():
            for parent in concept.parents:
                self._children.setdefault(parent, set()).add(concept.concept_id)
        self._up: dict[str, frozenset[str]] = {}
        self._down: dict[str, frozenset[str]] = {}
        self._implied: dict[str, frozenset[str]] = {}

    def ancestors(self, concept_id: str) -> frozenset[str]:
        """What the concept is a kind of, all the way up, itself left out."""
        known = self._up.get(concept_id)
        if known is None:
            known = self._up[concept_id] = self._climb(concept_id)
        return known

    def _climb(self, concept_id: str) -> frozenset[str]:
        found: set[str] = set()
        waiting = list(self.concepts[concept_id].parents) if concept_id in self.concepts else []
        while waiting:
            parent = waiting.pop()
            if parent not in found:
                found.add(parent)
                waiting.extend(self.concepts[parent].parents if parent in self.concepts else ())
        return frozenset(found)

    def descendants(self, concept_id: str) -> frozenset[str]:
        """Every kind of the concept, all the way down, itself left out."""
        known = self._down.get(concept_id)
        if known is None:
            known = self._down[concept_id] = self._descend(concept_id)
        return known

    def _descend(self, concept_id: str) -> frozenset[str]:
        found: set[str] = set()
        waiting = list(self._children.get(concept_id, ()))
        while waiting:
            child = waiting.pop()
            if child not in found:
                found.add(child)
                waiting.extend(self._children.get(child, ()))
        return frozenset(found)

    def implied(self, population: Collection[str]) -> frozenset[str]:
        """The populations and all that they imply."""
        return frozenset().union(*map(self.implied_by, population))

    def implied_by(self, concept_id: str) -> frozenset[str]:
        """The population and all that it implies."""
        known = self._implied.get(concept_id)
        if known is None:
            found: set[str] = set()
            waiting = [concept_id]
            while waiting:
                one = waiting.pop()
                if one not in found and one in self.concepts:
                    found.add(one)
                    waiting.extend(self.concepts[one].implies)
            known = self._implied[concept_id] = frozenset(found)
        return known

    def clashes(self, left: Collection[str], right: Collection[str]) -> frozenset[str]:
        """The axes on which the two populations can't be the same patients ("menopausal status", say)."""
        ours, theirs = self._by_axis(left), self._by_axis(right)
        return frozenset(axis for axis in ours.keys() & theirs.keys() if not self._overlap(ours[axis], theirs[axis]))

    def excludes(self, left: Collection[str], right: Collection[str]) -> bool:
        """True if the two populations can't be the same patients."""
        return bool(self.clashes(left, right))

    def _by_axis(self, population: Collection[str]) -> dict[str, set[str]]:
        axes: dict[str, set[str]] = {}
        for concept_id in self.implied(population):
            axis = self.concepts[concept_id].axis
            if axis:
                axes.setdefault(axis, set()).add(concept_id)
        return axes

    def _overlap(self, left: set[str], right: set[str]) -> bool:
        def widened(values: set[str]) -> set[str]:
            return values | {child for value in values for child in self.descendants(value)}

        return bool(widened(left) & widened(right))
