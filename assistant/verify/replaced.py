"""Whether a word that the cited words don't say stands in the place of one that they do say. Pure."""

from __future__ import annotations

from assistant.verify.appended import GRAMMAR
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term

_TWO_WORDS = 2
_ARTICLES = frozenset(("the", "a", "an", "its", "their", "this", "these", "your"))
# "Damp down the immune system": a verb's particle.
_BETWEEN = _ARTICLES | {"down", "up", "off", "out", "back", "away"}
_EMPTY = ("strength", "conditions", "negators", "causes", "universal", "restrictive", "quantifiers")


def is_replaced(match: Match, index: int) -> bool:
    """True for "suppress X" beside "activate X" and "a heart scan" beside "a lung scan", whatever the words mean.

    Both stand right before the same thing, and the claim nowhere says the cited one: it isn't left out by chance.
    """
    object_of = _next_said(match, index)
    if object_of is None:
        return False
    statement = match.ground.statement
    links = match.links[object_of]
    if all(_named_otherwise(match, statement.terms[link], match.claim.terms[object_of]) for link in links):
        return True
    places = [_before(statement, link) for link in links]
    return all(
        place is not None and match.ground.is_own(statement.terms[place]) and not match.claims_for(place) for place in places
    )


def _named_otherwise(match: Match, stated: Term, thing: Term) -> bool:
    """True for the "evaluation" of a name of two words, of which the claim doesn't say the first."""
    if stated.concept is None or len(stated.parts) != _TWO_WORDS or not thing.keys & stated.parts[1]:
        return False
    return not any(term.keys & stated.parts[0] for term in match.claim.terms if term is not thing)


def _next_said(match: Match, index: int) -> int | None:
    """The claim's term right behind a word, with no more than an article between, if the statement says it."""
    terms = match.claim.terms
    other = index + 1
    while other < len(terms) and (terms[other].text.lower() in _BETWEEN or _is_noun(terms[other])):
        other += 1
    if other == len(terms) or terms[other].filler or terms[other].quantity or _is_empty(terms[other]):
        return None
    return other if match.links[other] else None


def _before(scoped: Scoped, index: int) -> int | None:
    """The place of the word right before a term, with no more than an article between; None without one."""
    other = index - 1
    while other >= 0 and scoped.terms[other].text.lower() in _ARTICLES:
        other -= 1
    if other < 0 or scoped.terms[other].filler or scoped.terms[other].quantity or _is_empty(scoped.terms[other]):
        return None
    return other


def _is_noun(term: Term) -> bool:
    """True for the "medicine" of "nuclear medicine", which states nothing by itself."""
    return term.filler and not term.punctuation and term.text.lower() not in GRAMMAR


def _is_empty(term: Term) -> bool:
    return any(term.has(family) for family in _EMPTY)
