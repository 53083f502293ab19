"""The claim denies what the statement denies, and nothing else. Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.lexicon import Lexicon
from assistant.verify.matching import Match
from assistant.verify.scopes import Negator, Scoped
from assistant.verify.terms import Term


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where the claim turns an affirmation into a denial or the reverse."""
    del lexicon
    return (*_unmatched_in_claim(match), *_unmatched_in_statement(match))[:1]


def _unmatched_in_claim(match: Match) -> list[Reason]:
    found = []
    for negator in match.claim.negators:
        reach = negator.focus if negator.kind == "local" else tuple(negator.wide)
        stated = {other for index in reach for other in match.links[index]}
        if not stated & (match.ground.statement.denied | match.ground.statement.near) and not _turned(match, negator):
            word = match.claim.terms[negator.index].text
            found.append(Reason(code=ReasonCode.NEGATION, detail=f"the claim says “{word}”, the cited words don't deny this"))
    return found


def _turned(match: Match, negator: Negator) -> bool:
    """True for "not stopped" where the statement says "continue", or a denial carried by the word itself."""
    claim, statement = match.claim, match.ground.statement
    for index in negator.focus:
        ours = claim.terms[index]
        for other in match.links[index]:
            if _opposed(ours, statement.terms[other]):
                return True
    return False


def _opposed(ours: Term, theirs: Term) -> bool:
    names = theirs.names("opposites")
    return any(name[:-1] + ("-" if name.endswith("+") else "+") in names for name in ours.names("opposites"))


def _unmatched_in_statement(match: Match) -> list[Reason]:
    found = []
    statement = match.ground.statement
    for negator in statement.negators:
        focus = [index for index in negator.focus if index != negator.index] if negator.kind != "backward" else [*negator.focus]
        own = {claimed for index in focus for claimed in match.claims_for(index) if not match.claim.terms[claimed].filler}
        if not own or _elsewhere_affirmed(match, own, negator) or not _speaks_of(match, own, negator):
            continue
        reached = match.claim.denied if negator.kind != "local" else match.claim.near
        if own & reached or _claim_turned(match, focus):
            continue
        word = " ".join(term.text for term in statement.terms[negator.index : max(negator.focus, default=negator.index) + 1]) or statement.terms[negator.index].text
        found.append(Reason(code=ReasonCode.NEGATION, detail=f"the cited words say “{word}”, the claim leaves the denial out"))
    return found


def _speaks_of(match: Match, own: set[int], negator: Negator) -> bool:
    """True if the claim's clause is mostly about what the negator reaches."""
    if negator.kind == "local":
        return True
    clauses = {match.claim.clauses[index] for index in own}
    linked = [index for index in match.claim.content() if match.claim.clauses[index] in clauses and match.links[index]]
    inside = [index for index in linked if any(other in negator.wide or other in negator.focus for other in match.links[index])]
    return 2 * len(inside) > len(linked)


def _elsewhere_affirmed(match: Match, own: set[int], negator: Negator) -> bool:
    """True if every claimed term is also said in the statement outside of this negator's reach."""
    denied = match.ground.statement.denied
    return all(any(other not in negator.wide and other not in negator.focus and other not in denied for other in match.links[index]) for index in own)


def _claim_turned(match: Match, focus: list[int]) -> bool:
    claim, statement = match.claim, match.ground.statement
    return any(_opposed(claim.terms[own], statement.terms[index]) for index in focus for own in match.claims_for(index))


def denied_alike(claim: Scoped, statement: Scoped, own: int, other: int) -> bool:
    """True if both terms are denied or both affirmed."""
    return (own in claim.denied) == (other in statement.denied)
