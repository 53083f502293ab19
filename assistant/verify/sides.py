"""Comparisons of which the statement names one side only ("less often with B", where the passage compares it with A). Pure."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.verify.comparison import comparison_of, sign_of
from assistant.verify.matching import Match
from assistant.verify.terms import Term

_COMPARATIVE = frozenset(("amount", "quality", "length", "speed"))


@dataclass(frozen=True, slots=True)
class OneSided:
    """Whether the statement's direction fits the claim's, and the claim's terms of the side that it leaves to the passage."""

    agrees: bool
    said: str
    missing: frozenset[int]


def one_sided(match: Match) -> OneSided | None:
    """The claim's comparison beside a statement that compares without naming both sides; None where there is none such."""
    ours = comparison_of(match.claim)
    sign = sign_of(ours, match.claim) if ours else None
    if ours is None or sign is None or comparison_of(match.ground.statement) is not None:
        return None
    left, right = (_places(match, side) for side in (ours.left, ours.right))
    absent = {index for index in (*left, *right) if not match.links[index]}
    known = all(index in match.in_neighbours or index in match.in_context for index in absent)
    if not absent or not known or (absent & set(left) and absent & set(right)):
        return None
    if absent & set(left) and not all(match.links[index] for index in right):
        return None
    stated = _direction(match, sign[1][:-1])
    if stated is None:
        return None
    turned = bool(absent & set(left))
    denied = (sign[0] in match.claim.near) != (stated[0] in match.ground.statement.near)
    agrees = (stated[1] == sign[1]) != (turned != denied)
    return OneSided(agrees=agrees, said=match.ground.terms[stated[0]].text, missing=frozenset(absent))


def _places(match: Match, side: tuple[Term, ...]) -> list[int]:
    starts = {term.start for term in side}
    return [index for index, term in enumerate(match.claim.terms) if term.start in starts]


def _direction(match: Match, axis: str) -> tuple[int, str] | None:
    """The statement's own word on the axis."""
    for index, term in enumerate(match.ground.terms):
        names = [name for name in sorted(term.names("opposites")) if name[:-1] == axis and name[:-1] in _COMPARATIVE]
        if names and match.ground.is_own(term):
            return index, names[0]
    return None
