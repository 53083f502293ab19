"""A statement in, what it speaks of out: named things, populations, stems, and the kinds of answer it can give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from assistant.answers import Intent
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import answer_kinds, content_stems
from assistant.words.thesaurus import groups_of
from ingest.documents import Source, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a statement speaks of. The ``_above`` fields are what its topic, heading path, lead-in and antecedent speak of."""

    statement: Statement
    source: Source
    concepts: frozenset[str]
    concepts_above: frozenset[str]
    population: frozenset[str]
    population_above: frozenset[str]
    stems: frozenset[str]
    stems_above: frozenset[str]
    groups: frozenset[str]
    kinds: frozenset[Intent]
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How telling a concept or stem is: inverse document frequency over the statements, 0 to 1.

    ``groups`` are the groups of like words (``thesaurus.py``) that the statements use.
    """

    concepts: dict[str, float]
    stems: dict[str, float]
    groups: frozenset[str] = frozenset()

    def concept(self, concept_id: str) -> float:
        """1 for a concept that no statement names."""
        return self.concepts.get(concept_id, 1.0)

    def stem(self, word: str) -> float:
        """1 for a stem that no statement uses."""
        return self.stems.get(word, 1.0)

    def speaks_of(self, word: str, language: str) -> bool:
        """Whether some statement uses a stem, or a word of like meaning."""
        return word in self.stems or not groups_of((word,), language).isdisjoint(self.groups)


def profile_statement(statement: Statement, source: Source, *, lexicon: Lexicon) -> Profile:
    """The profile of one statement."""
    above = " · ".join((statement.topic, *statement.heading_path, statement.lead_in, statement.antecedent))
    stems, stems_above = (frozenset(content_stems(text, source.language)) for text in (statement.text, above))
    named, named_above = lexicon.concepts_in(statement.text), lexicon.concepts_in(above)
    people = frozenset(c for c in named if lexicon.concepts[c].kind == "population")
    people_above = frozenset(c for c in named_above if lexicon.concepts[c].kind == "population")
    return Profile(
        statement=statement,
        source=source,
        concepts=named - people,
        concepts_above=named_above - people_above,
        population=lexicon.implied(people),
        population_above=lexicon.implied(people_above),
        stems=stems,
        stems_above=stems_above,
        groups=groups_of(stems | stems_above, source.language),
        kinds=answer_kinds(statement.text, source.language),
        words=len(statement.text.split()),
    )


def weigh_terms(profiles: Sequence[Profile], *, lexicon: Lexicon) -> Terms:
    """How telling each concept and stem is over these statements (K. Spärck Jones, 1972)."""
    total = max(len(profiles), 1)

    def weights(sets: Iterable[frozenset[str]]) -> dict[str, float]:
        counts = Counter(item for found in sets for item in found)
        return {item: log(1 + total / count) / log(1 + total) for item, count in counts.items()}

    def widened(profile: Profile) -> frozenset[str]:
        named = profile.concepts | profile.concepts_above | profile.population | profile.population_above
        return named | {parent for concept_id in named for parent in lexicon.ancestors(concept_id)}

    publishers = {c for p in profiles for c in lexicon.concepts_in(p.source.publisher or "")}
    return Terms(
        concepts=dict.fromkeys(publishers, 0.0) | weights(widened(p) for p in profiles),
        stems=weights(p.stems | p.stems_above for p in profiles),
        groups=frozenset().union(*(p.groups for p in profiles)),
    )
