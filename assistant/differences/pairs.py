"""Two statements of different sources beside each other: whom they are about, and what both speak of."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache

from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.words.concepts import TREATMENTS
from assistant.words.lead_in import behind, lead_of
from assistant.words.lexicon import Lexicon

# What is done or given.
ACTS = TREATMENTS | {"procedure", "test"}
MEASURES = frozenset({"endpoint", "side effect"})
LINE = "line of therapy"
NOT_PEOPLE = frozenset({None, "stage", LINE, "sex"})
_BRACKETS = re.compile(r"\s*\([^()]*\)")
VERB = re.compile(
    r"\b(?:is|are|was|were|be|do|remain\w*|continu\w*|avoid\w*|give|use|perform|obtain|complete|prescribe|has|have|can|could|may|"
    r"might|must|should|will|would|es|son|está\w*|ha|han|pued\w+|podr\w+|deb\w+)\b",
    re.IGNORECASE,
)
_NO_TOPIC = frozenset({"condition", "care", "route"})


@dataclass(frozen=True, slots=True)
class Point:
    """What two statements differ about: a kind (a key of ``Phrases.points``) and the concepts that it is about."""

    kind: str
    about: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements, what is asked, and the treatments that each one's source names elsewhere for the same patients."""

    asked: Asked
    left: Profile
    right: Profile
    lexicon: Lexicon
    elsewhere: Callable[[Profile], Collection[frozenset[str]]]

    @property
    def both(self) -> tuple[Profile, Profile]:
        """The two statements."""
        return self.left, self.right

    def of_kinds(self, concepts: Collection[str], kinds: Collection[str]) -> frozenset[str]:
        """Those of the concepts that are of some kinds."""
        return frozenset(c for c in concepts if self.lexicon.concepts[c].kind in kinds)

    def same_people(self) -> bool:
        """True if both are about the same patients, and those no fewer than the question names."""
        if people(self.left, lexicon=self.lexicon) != people(self.right, lexicon=self.lexicon):
            return False
        asked = {axis for p in self.asked.population for axis in _axes(p, lexicon=self.lexicon)} - NOT_PEOPLE
        named = self.left.population | self.right.population
        own = {axis for p in named for axis in _axes(p, lexicon=self.lexicon)} - NOT_PEOPLE
        return not asked or own <= asked

    def like_people(self) -> bool:
        """True if both are about the same patients, but for marks that one of them leaves out and the question gives.

        A question that names no patients leaves all marks open.
        """
        left, right = (people(profile, lexicon=self.lexicon) for profile in self.both)
        asked = self.lexicon.implied(self.asked.population) | self.asked.population
        open_to_all = all(self.lexicon.concepts[p].axis in NOT_PEOPLE for p in self.asked.population)
        return self.same_people() or (bool(left & right) and left != right and (open_to_all or (left ^ right) <= asked))

    def nested_people(self) -> bool:
        """True if the patients of one are among those of the other, and both can be those asked about."""
        left, right = (people(profile, lexicon=self.lexicon) for profile in self.both)
        apart = any(self.lexicon.excludes(self.asked.population, one) for one in (left, right))
        return self.like_people() or (bool(left and right) and (left <= right or right <= left) and not apart)

    def topic(self) -> frozenset[str]:
        """What both statements speak of and the question asks about; empty if what they measure differs."""
        if self.of_kinds(self.left.concepts, MEASURES) != self.of_kinds(self.right.concepts, MEASURES):
            return frozenset()
        asked = self.asked.concepts | {p for p in self.asked.population if self.lexicon.concepts[p].axis != "stage"}
        wanted = asked.union(*(self.lexicon.ancestors(c) | self.lexicon.descendants(c) for c in asked))
        shared = self._widened(self.left) & self._widened(self.right) & wanted
        named = {c for c in shared if self.lexicon.concepts[c].kind not in _NO_TOPIC}
        return frozenset(c for c in named if named.isdisjoint(self.lexicon.descendants(c)))

    def shared(self) -> frozenset[str]:
        """All that both speak of, their headings and what their patients are named by included."""
        left, right = (self._widened(profile) | profile.concepts_above for profile in self.both)
        return left & right

    def beyond(self, ours: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
        """Our things that are none of theirs, nor a kind of them, nor what they are a kind of."""
        near = theirs.union(*(self.lexicon.ancestors(c) | self.lexicon.descendants(c) for c in theirs))
        return ours - near

    def _widened(self, profile: Profile) -> frozenset[str]:
        own = spoken_of(profile, lexicon=self.lexicon) | profile.population
        return own.union(*(self.lexicon.ancestors(c) for c in own))


def told(profile: Profile) -> str:
    """A statement behind its lead-in, if that is a label and no sentence ("First-line treatment: this plus that").

    What stands in brackets there ("(for those who need it)") is left out.
    """
    statement = profile.statement
    lead = _BRACKETS.sub("", lead_of(statement)).strip().rstrip(":")
    return behind(lead, statement) if lead and not lead.endswith((".", "?")) and not VERB.search(lead) else statement.text


def spoken_of(profile: Profile, *, lexicon: Lexicon) -> frozenset[str]:
    """The things that a statement names; if none of them is done or given, also what it stands under names of these."""
    return _spoken_of(lexicon, profile.concepts, profile.concepts_above)


@lru_cache(maxsize=4096)
def _spoken_of(lexicon: Lexicon, named: frozenset[str], above: frozenset[str]) -> frozenset[str]:
    if any(lexicon.concepts[c].kind in ACTS for c in named):
        return named
    return named | {c for c in above if lexicon.concepts[c].kind in ACTS}


def people(profile: Profile, *, lexicon: Lexicon) -> frozenset[str]:
    """Those of a statement's patients that set them apart from others: no stage, line of treatment or sex."""
    return _people(lexicon, profile.population, profile.population_above)


def patients(profile: Profile, *, lexicon: Lexicon) -> frozenset[str]:
    """The patients that a statement is about: those that it names, and those of its heading on other axes."""
    return _patients(lexicon, profile.population, profile.population_above)


@lru_cache(maxsize=4096)
def _people(lexicon: Lexicon, named: frozenset[str], above: frozenset[str]) -> frozenset[str]:
    return frozenset(p for p in _patients(lexicon, named, above) if lexicon.concepts[p].axis not in NOT_PEOPLE)


@lru_cache(maxsize=4096)
def _patients(lexicon: Lexicon, named: frozenset[str], above: frozenset[str]) -> frozenset[str]:
    """Cached, because a question compares every two of its statements and asks this of each many times."""
    axes = {lexicon.concepts[p].axis for p in named} - {None}
    return named | {p for p in above if not _axes(p, lexicon=lexicon) & axes}


def _axes(population: str, *, lexicon: Lexicon) -> set[str | None]:
    """The axes that a population has a value on, through what it implies as well."""
    return {lexicon.concepts[p].axis for p in lexicon.implied({population})} - {None}
