"""By which way a drug is given: "injected into a vein" is no other injection. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.words.lexicon import Lexicon

_SWALLOWED = re.compile(
    r"\b(?:by\s+mouth|orally|swallow(?:s|ed|ing)?|(?:oral|tablet|pill|capsule)\s+form|tablets?|pills?|capsules?"
    r"|per\s+os)\b",
    re.IGNORECASE,
)
_INJECTED = re.compile(
    r"\b(?:inject(?:s|ed|ing|ions?)|infus(?:ed|ing|ions?)|intraven\w+|intramuscular\w*|subcutaneous\w*|into\s+(?:a|the)\s+(?:vein|muscle)"
    r"|by\s+(?:vein|drip|needle)|drip|under\s+the\s+skin)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|no|rather|instead|than|without|unlike|switch\w*|chang\w*)\b|n't\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a route that only a word for several routes says, where the clause names which it is."""
    del lexicon
    if detail := _swallowed_or_injected(match):
        return (Reason(code=ReasonCode.NAME, detail=detail),)
    claim, statement = match.claim, match.ground.statement
    for index, term in enumerate(claim.terms):
        named = term.names("routes")
        if len(named) != 1 or not match.links[index]:
            continue
        stated = [_routes_at(statement, link) for link in match.links[index] if statement.terms[link].names("routes")]
        if stated and len(stated) == len(match.links[index]) and not any(named & routes for routes in stated):
            detail = (
                f"the claim says “{term.text}”, the cited words “{statement.terms[match.links[index][0]].text}” by another route"
            )
            return (Reason(code=ReasonCode.NAME, detail=detail),)
    return ()


def _swallowed_or_injected(match: Match) -> str:
    """What is amiss in "injected" where the cited words only name what is swallowed, and the reverse."""
    claim, ground = fold(match.claim.text), match.ground
    told = " ".join(fold(one.text) for one in (ground.statement, ground.context))
    for ours, theirs in ((_INJECTED, _SWALLOWED), (_SWALLOWED, _INJECTED)):
        said, stated = ours.search(claim), theirs.search(told)
        if said and stated and not ours.search(told) and not theirs.search(claim) and not _DENIED.search(claim):
            return f"the cited words say “{stated[0]}”, the claim “{said[0]}”"
    return ""


def _routes_at(scoped: Scoped, index: int) -> frozenset[str]:
    """The routes that a word can mean in its clause: "injected" is by the vein beside "into the bloodstream"."""
    own = scoped.terms[index].names("routes")
    beside = [
        term.names("routes")
        for place, term in enumerate(scoped.terms)
        if scoped.clauses[place] == scoped.clauses[index] and len(term.names("routes")) == 1
    ]
    told = frozenset().union(*beside) & own
    return told if len(own) > 1 and told else own
