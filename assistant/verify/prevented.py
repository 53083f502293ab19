"""What the statement prevents, awaits or calls unlikely, the claim may not state as so. Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped

_AGAINST = frozenset(
    (
        *("w:against", "w:avoid", "w:protect", "w:less", "w:keep", "w:stop", "w:halt", "w:block", "w:prevent", "w:keep from"),
        *("g:minimize", "g:decrease", "g:delay", "g:risk", "g:stop"),
    )
)
_ROOT = 5
_ENDING = frozenset(("drive-", "start-", "going-"))


def prevented(match: Match) -> list[Reason]:
    """A reason where the statement prevents, awaits or calls unlikely what the claim states as so."""
    statement, claim = match.ground.statement, match.claim
    for index, term in enumerate(statement.terms):
        for name in sorted(term.names("operators")):
            own = [one for other in _reached(statement, index) for one in match.claims_for(other) if not claim.terms[one].filler]
            root = term.text.lower()[:_ROOT]
            if not own or any(one.has("operators", name) or one.text.lower().startswith(root) for one in claim.terms):
                continue
            if any(set(own) & (negator.wide | set(negator.focus)) for negator in claim.negators) or any(
                one.keys & _AGAINST or one.names("opposites") & _ENDING for one in claim.terms
            ):
                continue
            if not _speaks_mostly(match, _reached(statement, index)):
                continue
            return [Reason(code=ReasonCode.NEGATION, detail=f"the cited words say “{term.text}”, the claim does not")]
    return []


def _reached(statement: Scoped, index: int) -> list[int]:
    """The next content terms after an operator, up to punctuation or the clause's end."""
    found: list[int] = []
    for other in range(index + 1, len(statement.terms)):
        if statement.terms[other].punctuation or statement.clauses[other] != statement.clauses[index]:
            break
        if not statement.terms[other].filler:
            found.append(other)
    return found[:4]


def _speaks_mostly(match: Match, reached: list[int]) -> bool:
    linked = [index for index in match.claim.content() if match.links[index]]
    inside = [index for index in linked if set(match.links[index]) & set(reached)]
    return 3 * len(inside) >= len(linked)
