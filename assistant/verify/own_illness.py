"""The illness that the groups of a library are groups of: "ABC-positive gout" for "ABC-positive disease". Pure.

A page on one illness says "disease" for it. Which illness that is, the lexicon tells: its name stands inside of wordings of
groups ("early gout"). Another illness than that must be said by the cited words, and where they name another, this one too.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.verify.ground import Ground
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_ILLNESS = "condition"
_GROUPS = frozenset(("population", "site"))
_THAT = frozenset("that which has have is are was were in whose".split())
_REACH = 3


@lru_cache(maxsize=4)
def own_illnesses(lexicon: Lexicon) -> frozenset[str]:
    """The illnesses whose names stand inside of the wordings of groups."""
    wordings = [
        f" {wording.lower()} "
        for concept in lexicon.concepts.values()
        if concept.kind == "population"
        for wording in concept.wordings
    ]
    illnesses = [concept for concept in lexicon.concepts.values() if concept.kind == _ILLNESS and not concept.axis]
    return frozenset(
        one.concept_id for one in illnesses if " " in one.name and any(f" {one.name.lower()} " in text for text in wordings)
    )


def of_own_illness(claim: Scoped, ground: Ground, links: Sequence[tuple[int, ...]], lexicon: Lexicon) -> frozenset[int]:
    """The claim's terms that name the illness of which it names a group of the statement."""
    found = [index for index in _told(claim, lexicon) if not links[index] and _is_of_group(claim, index, links)]
    if not found:
        return frozenset()
    named = [term for scoped in (ground.statement, ground.context, ground.neighbours) for term in scoped.terms]
    return frozenset(found) if not any(map(_is_illness, named)) else frozenset()


@lru_cache(maxsize=1024)
def _told(claim: Scoped, lexicon: Lexicon) -> tuple[int, ...]:
    """Where the claim names one of these illnesses."""
    own = own_illnesses(lexicon)
    return tuple(index for index, term in enumerate(claim.terms) if term.concept and term.concept.concept_id in own)


def _is_of_group(claim: Scoped, index: int, links: Sequence[tuple[int, ...]]) -> bool:
    """True for "X-positive gout" and "gout that is X-positive", where the statement says the group."""
    before = index - 1
    if before >= 0 and _is_group(claim.terms[before]) and links[before]:
        return True
    for place in range(index + 1, min(len(claim.terms), index + 1 + _REACH)):
        term = claim.terms[place]
        if _is_group(term):
            return bool(links[place]) and place > index + 1
        if not _THAT.issuperset(term.words):
            return False
    return False


def _is_group(term: Term) -> bool:
    return term.concept is not None and term.concept.kind in _GROUPS


def _is_illness(term: Term) -> bool:
    return term.concept is not None and term.concept.kind == _ILLNESS and " " in term.concept.name and not term.concept.axis
