"""By which way a drug is given: "injected into a vein" is no other injection. Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.lexicon import Lexicon
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a route that only a word for several routes says, where the clause names which it is."""
    del lexicon
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
