"""What a sentence says of all other cases, and a condition of plain words only: neither may be left out. Pure."""

from __future__ import annotations

from assistant.verify.condition_said import says_word
from assistant.verify.conditional import Condition, find_conditions
from assistant.verify.limiting import otherwise
from assistant.verify.matching import Match
from assistant.verify.segment import speaks_of_segment

_FEW = 2
_TELLING = 5
_OTHER = frozenset(("w:instead", "w:other", "w:otherwis"))


def told_of_all(match: Match) -> bool:
    """True for what the statement says of all other cases ("otherwise"), told without a condition or an exception."""
    place = otherwise(match.ground.statement.text)
    if place < match.ground.own_from or find_conditions(match.claim.text) or _sets_apart(match):
        return False
    terms = match.ground.terms
    linked = [terms[link] for index in match.claim.content() for link in match.links[index] if not terms[link].filler]
    return bool(linked) and all(term.start > place for term in linked)


def _sets_apart(match: Match) -> bool:
    return any(term.has("conditions") or term.has("restrictive") or term.keys & _OTHER for term in match.claim.terms)


def unsaid(match: Match, condition: Condition) -> bool:
    """True for a condition of none but plain words ("if the source has been treated") of which the claim says none."""
    terms = match.ground.terms
    plain = [
        index
        for index, term in enumerate(terms)
        if condition.start < term.start < condition.end and not term.punctuation and len(term.text) >= _TELLING
    ]
    told = any(says_word(match, own, index) for index in plain for own in match.claims_for(index))
    told = told or any(_is_new(match, one) for one in find_conditions(match.claim.text))
    return len(plain) >= _FEW and not told and speaks_of_segment(match, condition)


def _is_new(match: Match, condition: Condition) -> bool:
    """True for a condition of the claim of which the statement says nothing in the same words: it may mean the one left out."""
    terms = match.claim.terms
    inside = [index for index, term in enumerate(terms) if condition.start <= term.start < condition.end and not term.filler]
    return not any(match.links[index] for index in inside if not terms[index].has("conditions"))
