"""“Will” where the cited words say "may": a hedge isn't turned into a promise, told clause by clause. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match, aligned
from assistant.verify.rungs import MODALS, supposed
from assistant.verify.terms import Term

_PROMISED = "the cited words say “may”, the claim “will”"
_ODDS = frozenset(("odds", "chance", "chances", "likelihood", "probability", "prospects"))
_LIKELY = frozenset(("amount", "quality"))
_NEXT = 3


def promised(match: Match) -> list[Reason]:
    """A reason for “will aid” where the statement says “may aid”, told clause by clause."""
    statement, claim = match.ground.statement, match.claim
    if any(term.text.lower() == "will" for term in statement.terms) or any(
        term.has("opposites", "likelihood+") for term in claim.terms
    ):
        return []
    for index, term in enumerate(claim.terms):
        if term.text.lower() != "will" or _is_of_odds(match, index):
            continue
        homes = aligned(match, claim.clauses[index])
        modals = [
            other
            for other, stated in enumerate(statement.terms)
            if any(part & MODALS for part in (stated.keys, *stated.parts)) or stated.has("opposites", "likelihood+")
        ]
        if (
            any(statement.clauses[other] in homes for other in modals)
            or _open_throughout(match, modals)
            or _is_of_modal(match, index, modals)
        ):
            return [Reason(code=ReasonCode.STRENGTH, detail=_PROMISED)]
    return []


def promises(reasons: Sequence[Reason]) -> bool:
    """True if all that is amiss is a "will" for a "may": in parts each would find another word that it says."""
    return bool(reasons) and all(reason.detail == _PROMISED for reason in reasons)


def _is_of_modal(match: Match, index: int, modals: list[int]) -> bool:
    """True if the verb behind "will" is the statement's behind "may", and nothing else that this says flatly."""
    claim, statement = match.claim, match.ground.statement
    verb = next((own for own in range(index + 1, min(len(claim.terms), index + _NEXT + 1)) if match.links[own]), -1)
    behind = {
        next((place for place in range(other + 1, len(statement.terms)) if not _is_small(statement.terms[place])), -1)
        for other in modals
    }
    return verb >= 0 and bool(match.links[verb]) and behind.issuperset(match.links[verb])


def _is_small(term: Term) -> bool:
    """True for what stands between a "may" and its verb: "still", "not", "also"."""
    return term.has("negators") or term.text.lower() in {"still", "also", "even", "well", "be", "then"}


def _open_throughout(match: Match, modals: list[int]) -> bool:
    """True if no clause of the statement but its conditions goes without a "may", and the claim leaves nothing open."""
    statement, claim = match.ground.statement, match.claim
    main = {statement.clauses[index] for index in statement.content() if index not in supposed(statement)}
    left_open = any(
        any(part & MODALS for part in (term.keys, *term.parts)) or term.has("strength", "may") for term in claim.terms
    )
    return bool(modals) and not left_open and main <= {statement.clauses[index] for index in modals}


def _is_of_odds(match: Match, index: int) -> bool:
    """True for the "will" of "the odds that X will help go down" where the statement calls it less likely."""
    claim, statement = match.claim, match.ground.statement
    if _ODDS.isdisjoint(word for term in claim.terms[:index] for word in term.words):
        return False
    ours, theirs = (
        {name[-1] for term in scoped.terms for name in term.names("opposites") if name[:-1] in _LIKELY}
        for scoped in (claim, statement)
    )
    return ours == theirs - {"+"} or ours == theirs == {"+"}
