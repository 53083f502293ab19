"""Who does it to whom: "the drug activates the cells" isn't "the cells activate the drug". Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_VERBAL = ("s", "ed", "e")
_SMALL = frozenset(("the", "a", "an", "its", "their", "your", "his", "her", "can", "may", "will", "might", "could", "does", "do"))
# Said of two, these are the same either way round.
_EITHER_WAY = frozenset(("g:equal", "g:similar", "g:like_others", "g:compare", "g:combine", "g:differ", "g:include", "g:mean"))
_BEING = frozenset(("is", "are", "was", "were", "be", "been", "being", "get", "gets"))
# "Results from", "leads to": what comes of what, which other checks tell.
_TURNS = frozenset(("from", "of", "to", "with", "for", "in", "after", "before"))
_REACH = 3


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a claim in which the doer and what it is done to have changed places."""
    del lexicon
    for index, term in enumerate(match.claim.terms):
        if not _acts(term) or len(match.links[index]) != 1:
            continue
        ours, theirs = _sides(match.claim, index), _sides(match.ground.statement, match.links[index][0])
        if ours is None or theirs is None:
            continue
        doer, done_to = (match.links[place] for place in ours)
        if doer == (theirs[1],) and done_to == (theirs[0],):
            said = match.claim.terms[ours[0]].text
            return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words say that this is done to “{said}”, not by it"),)
    return ()


def _acts(term: Term) -> bool:
    """True for a word that may be a verb of one thing that does something to another."""
    plain = term.concept is None and not (term.filler or term.punctuation or term.quantity or term.has("conditions"))
    return (
        plain
        and term.text.islower()
        and term.words[0].endswith(_VERBAL)
        and not (term.keys & _EITHER_WAY or term.has("opposites", "order+") or term.has("opposites", "order-"))
    )


def _sides(scoped: Scoped, index: int) -> tuple[int, int] | None:
    """The doer and what it is done to, right beside a verb; of "A is stopped by B" the doer is B."""
    left, before = _beside(scoped, index, -1)
    right, behind = _beside(scoped, index, 1)
    if left is None or right is None:
        return None
    words = scoped.terms[index].words
    passive = "by" in behind or words[-1] == "by"
    if (not passive and not _BEING.isdisjoint(before)) or words[-1] in _TURNS:
        return None
    return (right, left) if passive else (left, right)


def _beside(scoped: Scoped, index: int, step: int) -> tuple[int | None, list[str]]:
    """The thing next to a place on one side, and the small words between; None where anything else stands there."""
    between: list[str] = []
    for place in range(index + step, index + step * (_REACH + 1), step):
        if not 0 <= place < len(scoped.terms):
            break
        term = scoped.terms[place]
        small = term.text.lower()
        if small in _SMALL or small in _BEING or small == "by":
            between.append(small)
        else:
            return (place if not (term.filler or term.punctuation or term.quantity) else None), between
    return None, between
