"""What the statement passes over for another may not be called the preferred one, though the claim names no other. Pure.

Where a statement says "A is preferred over B", "B is preferred" turns it round as surely as "B is preferred over A" does.
"""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.verify.comparison import Comparison, comparison_of, is_given, sign_of
from assistant.verify.matching import Match
from assistant.verify.meaning import says
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_PREFERRING = frozenset(("g:prefer",))
_INSTEAD = frozenset(("w:rather than", "w:instead of"))
# What stands behind these is passed over.
_OVER = frozenset(("w:over", "w:to", "w:than", "w:ahead of", "w:abov", "g:compare", *_INSTEAD))
_LESS = frozenset(("less", "least", "not", "never"))
_JOINING = frozenset(("w:and", "w:or"))
_CLOSE = 2


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a claim that prefers what the statement sets below another."""
    statement, claim = match.ground.statement, match.claim
    theirs = comparison_of(statement)
    if theirs is None or not _favours(statement, theirs) or comparison_of(claim) is not None:
        return ()
    for place, term in enumerate(claim.terms):
        if not term.keys & _PREFERRING or place in claim.near | claim.denied or _is_lessened(claim, place):
            continue
        preferred = _preferred(claim, place)
        if not preferred or any(_named(one, theirs.left, lexicon) for one in preferred):
            continue
        if all(_named(one, theirs.right, lexicon) for one in preferred) and not _favoured_too(
            statement, preferred, theirs, lexicon
        ):
            detail = f"the cited words prefer another over {preferred[0].text}"
            return (Reason(code=ReasonCode.DIRECTION, detail=detail),)
    return ()


def _favours(statement: Scoped, comparison: Comparison) -> bool:
    """True for "A is preferred over B" and "A rather than B", not for "A is less favoured than B"."""
    before = statement.terms[max(0, comparison.index - 1) : comparison.index + 1]
    favouring = any(term.keys & _PREFERRING for term in before) or bool(comparison.cue.keys & _INSTEAD)
    return favouring and sign_of(comparison, statement) is None and comparison.index not in statement.denied


def _is_lessened(claim: Scoped, place: int) -> bool:
    return any(not _LESS.isdisjoint(term.words) for term in claim.terms[max(0, place - _CLOSE) : place])


def _preferred(claim: Scoped, place: int) -> list[Term]:
    """What the claim prefers: the things that its clause names right before the word, else right behind it."""
    inside = [index for index in range(len(claim.terms)) if claim.clauses[index] == claim.clauses[place] and index != place]
    behind = [index for index in inside if index > place and not any(term.keys & _OVER for term in claim.terms[place:index])]
    for side in ([index for index in reversed(inside) if index < place], behind):
        found: list[Term] = []
        for index in side:
            term = claim.terms[index]
            if is_given(term) and index not in claim.near:
                found.append(term)
            elif found and not (term.filler or term.punctuation or term.keys & _JOINING):
                break
        if found:
            return found
    return []


def _favoured_too(statement: Scoped, preferred: list[Term], theirs: Comparison, lexicon: Lexicon) -> bool:
    """True if another clause of the statement prefers the same thing: "but B is preferred in X"."""
    clauses = {
        statement.clauses[index]
        for index, term in enumerate(statement.terms)
        if term.keys & _PREFERRING and abs(index - theirs.index) > 1
    }
    others = [term for index, term in enumerate(statement.terms) if statement.clauses[index] in clauses]
    return any(_named(one, tuple(others), lexicon) for one in preferred)


def _named(one: Term, side: tuple[Term, ...], lexicon: Lexicon) -> bool:
    return any(is_given(other) and (says(one, other, lexicon) or says(other, one, lexicon)) for other in side)
