"""Whether a clause of the claim speaks of what a negator of the statement denies. Pure."""

from __future__ import annotations

from assistant.verify.condition_said import says_word
from assistant.verify.matching import Match
from assistant.verify.negators import Negator
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term

_BOTH = 2
_RUNNING = frozenset(("is", "are", "was", "were", "be", "been", "still", "keeps"))


def speaks_of(match: Match, own: set[int], negator: Negator) -> bool:
    """True if the claim's clause is about what the negator reaches, more than about what is affirmed elsewhere."""
    if negator.kind == "local":
        return True
    statement = match.ground.statement
    clauses = {match.claim.clauses[index] for index in own}
    if _same_sentence(match, clauses, negator):
        return True
    verb = negator.focus[:1] if negator.focus and statement.terms[negator.focus[0]].concept is None else ()
    denied = any(says_word(match, index, place) for index in own for place in verb)
    linked = [index for index in match.claim.content() if match.claim.clauses[index] in clauses and match.links[index]]
    linked = [index for index in linked if not (denied and _weighs_or_groups(match.claim.terms[index]))]
    reach = negator.wide | set(negator.focus)
    inside = [index for index in linked if any(other in reach for other in match.links[index])]
    elsewhere = [
        index
        for index in linked
        if any(other not in reach and other not in statement.denied for other in match.links[index])
        and not (denied and index in inside)
    ]
    return 2 * len(inside) > len(linked) and len(inside) >= len(elsewhere)


def _weighs_or_groups(term: Term) -> bool:
    """True for a word of strength and for whom it is about: where the very verb is denied, these don't tell what is spoken of."""
    return term.has("strength") or (term.concept is not None and term.concept.kind == "population")


def _same_sentence(match: Match, clauses: set[int], negator: Negator) -> bool:
    """True if a clause of the claim says both what stands before the denial and what the denial stands before."""
    statement = match.ground.statement
    if negator.kind != "clause":
        return False
    before = [
        index
        for index in statement.content()
        if index < negator.index
        and statement.clauses[index] == statement.clauses[negator.index]
        and not statement.terms[index].has("strength")
        and not statement.terms[index].has("causes")
    ]
    said = [
        {match.claim.clauses[own] for own in match.claims_for(index) if _asserts(match.claim, own)} & clauses
        for index in (*before[-1:], *negator.focus[:1])
    ]
    return len(said) == _BOTH and bool(said[0] & said[1])


def _asserts(claim: Scoped, index: int) -> bool:
    """False for fillers and for "delaying X", which supposes and asserts nothing; "is still working" does."""
    term = claim.terms[index]
    before = claim.terms[index - 1].text.lower() if index else ""
    gerund = term.concept is None and term.text.lower().endswith("ing") and before not in _RUNNING
    return not term.filler and not gerund
