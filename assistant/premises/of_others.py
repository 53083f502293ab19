"""A clause that gives a treatment to patients of a kind in, the statement that gives it to patients of the opposite kind out.

"X is for A-positive people, so when do I get it?", and "X in A-negative disease". Only where all that is near and tells these
kinds apart gives it to the others: what one page says of some, another may say of all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.premises.at_odds_said import treatments_in
from assistant.premises.at_odds_words import HEDGED, WISHED
from assistant.premises.premise import Denial
from assistant.question.asked import Asked
from assistant.question.assertions import assertions
from assistant.question.focus import words
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import Judged
from assistant.words.clauses import denials
from assistant.words.lexicon import Lexicon

_LOOKED_AT, _NEAR = 12, 0.2
_DRUG = "drug"
_GIVEN_TO = re.compile(
    r"\b(?:is|are|was|gets?|used|given|works?|helps?|meant|approved|indicated|offered|kept|reserved|es|son|sirven?|se\s+usan?|se\s+dan?)\b"
    r"[^.;,]*?\b(?:for|in|to|against|para|en|contra)\b(?P<whom>.+)",
    re.IGNORECASE,
)


def find_of_others(asked: Asked, find: Callable[[str], Sequence[Judged]], *, lexicon: Lexicon) -> Denial | None:
    """The first clause that gives a treatment to the wrong patients, and the nearest statement that gives it to the others.

    ``find`` gives the statements nearest to a text.
    """
    for clause in assertions(asked.text):
        to = _GIVEN_TO.search(clause)
        given = treatments_in(clause[: to.start("whom")], lexicon) if to else frozenset[str]()
        people = _told_apart(lexicon.population(to["whom"], typed=True), lexicon=lexicon) if to else frozenset[str]()
        if not given or not people or denials(clause) or HEDGED.search(clause) or WISHED.search(clause):
            continue
        against = _against(given, people, find(clause)[:_LOOKED_AT], lexicon=lexicon)
        if against is not None:
            return Denial(claimed=clause, statement_id=against.profile.statement.statement_id)
    return None


def _against(given: frozenset[str], people: frozenset[str], found: Sequence[Judged], *, lexicon: Lexicon) -> Judged | None:
    """The first of the statements about what is given that is of others, if every one that tells such patients apart is."""
    axes = {lexicon.concepts[c].axis for c in people}
    others = []
    for entry in found:
        profile = entry.profile
        of = _told_apart(profile.population | profile.population_above, lexicon=lexicon)
        if entry.hit.relevance < _NEAR or not all(_is_of(c, profile, lexicon=lexicon) for c in given):
            continue
        if not any(lexicon.concepts[c].axis in axes for c in of):
            continue
        if not lexicon.excludes(people, of):
            return None
        others.append(entry)
    return others[0] if others else None


def _is_of(given: str, profile: Profile, *, lexicon: Lexicon) -> bool:
    """Whether the statement names what is given, one of it, or of a drug the class: a wider kind is given to others as well."""
    concept = lexicon.concepts[given]
    wider = concept.parents if concept.kind == _DRUG else ()
    return not profile.concepts.isdisjoint({given, *wider, *lexicon.descendants(given)})


def _told_apart(people: frozenset[str], *, lexicon: Lexicon) -> frozenset[str]:
    """The patients told apart by their illness, not by the step of treatment that they have come to."""
    implied = lexicon.implied(people)
    return frozenset(c for c in implied if lexicon.concepts[c].axis and lexicon.concepts[c].axis not in words()["step_axes"])
