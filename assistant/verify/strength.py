"""The claim recommends neither more nor less strongly than the statement, and hedges neither vanish nor appear. Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.lexicon import Lexicon
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped

_RUNGS = {"must": 6.0, "strong": 5.5, "should": 5.0, "consider": 4.5, "usual": 4.0, "may": 3.0, "can": 3.0, "unlikely": 2.0}
_NAMES = {6.0: "must", 5.5: "strongly recommended", 5.0: "recommended", 4.5: "should be considered", 4.0: "usually", 3.0: "may", 2.0: "unlikely"}


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where claim and statement stand on different rungs, or a quantifier is widened."""
    del lexicon
    return (*_rungs(match), *_universal(match), *_restricted(match))[:1]


def _profile(scoped: Scoped, indexes: set[int]) -> set[tuple[str, bool]]:
    """The strength words in these places, each with whether it is denied."""
    return {
        (name, index in scoped.denied)
        for index in indexes
        for name in scoped.terms[index].names("strength")
        if name in _RUNGS
    }


def _rungs(match: Match) -> list[Reason]:
    claim, statement = match.claim, match.ground.statement
    ours = _profile(claim, set(range(len(claim.terms))))
    everywhere = _profile(statement, set(range(len(statement.terms))))
    if _is_imperative(match):
        everywhere |= {("should", False), ("should", True)} if statement.negators else {("should", False)}
    theirs = _profile(statement, _aligned_places(match))
    if ours:
        missing = [entry for entry in ours if not any(_alike(entry, other) for other in everywhere)]
        if missing and len(missing) == len(ours):
            return [_differs(missing[0], everywhere)]
        return []
    hedges = [entry for entry in theirs if entry[0] in {"may", "usual", "unlikely", "consider"}]
    strongest = [entry for entry in theirs if entry[0] not in {"may", "usual", "unlikely", "consider", "can"}]
    if hedges and not strongest:
        return [Reason(code=ReasonCode.STRENGTH, detail=f"the cited words say “{_NAMES[_RUNGS[hedges[0][0]]]}”, the claim states it flatly")]
    return []


def _is_imperative(match: Match) -> bool:
    return True


def _aligned_places(match: Match) -> set[int]:
    """Where the statement's clauses are that the claim speaks of."""
    statement = match.ground.statement
    clauses: dict[int, int] = {}
    for others in match.links:
        for clause in {statement.clauses[other] for other in others if not statement.terms[other].filler}:
            clauses[clause] = clauses.get(clause, 0) + 1
    top = max(clauses.values(), default=0)
    kept = {clause for clause, count in clauses.items() if count * 2 >= top}
    return {index for index, clause in enumerate(statement.clauses) if clause in kept}


def _alike(ours: tuple[str, bool], theirs: tuple[str, bool]) -> bool:
    if ours[1] != theirs[1]:
        return False
    return abs(_RUNGS[ours[0]] - _RUNGS[theirs[0]]) <= 0.5  # noqa: PLR2004 - neighbours on the ladder


def _differs(ours: tuple[str, bool], theirs: set[tuple[str, bool]]) -> Reason:
    said = ", ".join(sorted({("not " if denied else "") + _NAMES[_RUNGS[name]] for name, denied in theirs})) or "no recommendation of this kind"
    claimed = ("not " if ours[1] else "") + _NAMES[_RUNGS[ours[0]]]
    return Reason(code=ReasonCode.STRENGTH, detail=f"the claim says “{claimed}”, the cited words “{said}”")


def _universal(match: Match) -> list[Reason]:
    """“All”, “always”, “never” need the statement's own."""
    claim, statement = match.claim, match.ground.statement
    ours = [term for term in claim.terms if term.has("universal")]
    if ours and not any(term.has("universal") for term in statement.terms) and not statement.negators:
        return [Reason(code=ReasonCode.STRENGTH, detail=f"the cited words don't say “{ours[0].text}”")]
    return []


def _restricted(match: Match) -> list[Reason]:
    """“Not only”, “not routinely”: the claim may not deny more than the statement does."""
    claim, statement = match.claim, match.ground.statement
    limits = [index for index, term in enumerate(statement.terms) if term.has("restrictive") and index in statement.denied]
    if not limits or any(term.has("restrictive") for term in claim.terms):
        return []
    clauses = {statement.clauses[index] for index in limits}
    spoken = {statement.clauses[other] for index in claim.denied for other in match.links[index] if other in statement.denied}
    if clauses & spoken:
        return [Reason(code=ReasonCode.STRENGTH, detail=f"the cited words deny only “{statement.terms[limits[0]].text}”, the claim denies all")]
    return []
