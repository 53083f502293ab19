"""Comparisons and causes point the same way in claim and statement. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answers import Reason, ReasonCode
from assistant.lexicon import Lexicon
from assistant.verify.matching import Match, aligned, says
from assistant.verify.order import misordered
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term

_BETWEEN = frozenset(
    (
        "w:than",
        "w:over",
        "w:versus",
        "w:vs",
        "w:vs.",
        "w:against",
        "w:compar with",
        "w:compar to",
        "w:rather than",
        "w:instead of",
        "w:as oppos to",
        "w:relat to",
        "w:in comparison with",
        "w:in comparison to",
        "w:in place of",
        "w:altern to",
        "g:compare",
        "g:like_others",
    )
)
_VERBS = frozenset(("w:outperform", "w:beat", "w:surpass", "w:exceed", "w:outdo"))
_STEERING = frozenset(("w:superior", "w:inferior", "w:prefer", "w:favor", "w:equal", "w:altern"))
_ORDER = frozenset(("w:befor", "w:prior to", "w:ahead of", "w:after", "w:follow", "w:then", "w:follow by"))


_DRUGS = frozenset(("drug", "drug class", "regimen"))
_NEAR = 8
_FAVOURING = frozenset(("w:prefer", "w:favor"))
_COMPARATIVE = frozenset(("amount", "quality", "length", "speed"))


@dataclass(frozen=True, slots=True)
class _Comparison:
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    cue: Term
    index: int


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where the claim reverses a comparison, an order in time or an effect."""
    comparisons = _swapped(match, lexicon)
    if isinstance(comparisons, Reason):
        return (comparisons,)
    order = misordered(match, lexicon)
    if isinstance(order, Reason):
        return (order,)
    return (
        *_reversed(match, ordered=bool(order), compared=_cue_word(match) if comparisons else -1),
        *_equal(match),
        *_causes(match),
    )[:1]


def _reversed(match: Match, *, ordered: bool, compared: int) -> list[Reason]:
    claim, statement = match.claim, match.ground.statement
    for index, term in enumerate(claim.terms):
        if ordered and term.has("conditions"):
            continue
        if any(_same_word(term, statement.terms[other]) for other in match.links[index]):
            continue
        for name in sorted(term.names("opposites")):
            if compared == index and name[:-1] in _COMPARATIVE:
                continue
            if not term.filler and any(
                term.keys & statement.terms[other].keys and not _stands_on(statement.terms[other], name[:-1])
                for other in match.links[index]
            ):
                continue
            pairs = _on_axis(match, index, name[:-1])
            if pairs and not any(_agree(claim, index, name, statement, position, other) for position, other in pairs):
                said = statement.terms[pairs[0][0]].text
                return [Reason(code=ReasonCode.DIRECTION, detail=f"the claim says “{term.text}”, the cited words “{said}”")]
    return []


def _stands_on(term: Term, axis: str) -> bool:
    return any(name[:-1] == axis for name in term.names("opposites"))


def _cue_word(match: Match) -> int:
    comparison = _comparison(match.claim)
    sign = _sign(comparison, match.claim) if comparison else None
    return sign[0] if sign else -1


def _on_axis(match: Match, index: int, axis: str) -> list[tuple[int, str]]:
    """The statement's words on an axis: in the clause that the claim speaks of, else in the unit, else in its lead-in."""
    statement = match.ground.statement
    every = [
        (position, name) for position, term in enumerate(statement.terms) for name in term.names("opposites") if name[:-1] == axis
    ]
    own = [pair for pair in every if match.ground.is_own(statement.terms[pair[0]])] or every
    homes = aligned(match, match.claim.clauses[index])
    return [pair for pair in own if statement.clauses[pair[0]] in homes] or own


def _agree(claim: Scoped, index: int, name: str, statement: Scoped, position: int, other: str) -> bool:
    """True if both stand on the same end of the axis, or on different ends of which one is denied."""
    turned = (index in claim.near) != (position in statement.near) and (index in claim.denied) != (position in statement.denied)
    return (name == other) != turned


def _equal(match: Match) -> list[Reason]:
    """“As effective as” is neither more nor less."""
    ours = [term for term in match.claim.terms if term.keys & {"g:equal"}]
    theirs = [term for term in match.ground.terms if term.keys & {"g:equal"}]
    uneven = [term for term in match.claim.terms if any(name[:-1] == "quality" for name in term.names("opposites"))]
    if (
        theirs
        and not ours
        and uneven
        and not any(name[:-1] == "quality" for term in match.ground.terms for name in term.names("opposites"))
    ):
        return [Reason(code=ReasonCode.DIRECTION, detail=f"the cited words say “{theirs[0].text}”, the claim “{uneven[0].text}”")]
    return []


def _same_word(ours: Term, theirs: Term) -> bool:
    return any(key.startswith("w:") for key in ours.keys & theirs.keys)


def _swapped(match: Match, lexicon: Lexicon) -> Reason | bool | None:
    """A reason for swapped sides, True for sides that agree, None if there is nothing to compare."""
    ours, theirs = _comparison(match.claim), _comparison(match.ground.statement)
    if ours is None or theirs is None:
        return None
    straight = _overlap(ours.left, theirs.left, lexicon) + _overlap(ours.right, theirs.right, lexicon)
    crossed = _overlap(ours.left, theirs.right, lexicon) + _overlap(ours.right, theirs.left, lexicon)
    if straight == crossed:
        return None
    if _exchanged(ours, theirs, lexicon):
        return Reason(code=ReasonCode.DIRECTION, detail=f"the cited words compare with others than {ours.right[0].text}")
    turned = _points_down(ours, match.claim) != _points_down(theirs, match.ground.statement)
    if (crossed > straight) == turned:
        return True
    return Reason(code=ReasonCode.DIRECTION, detail=f"the claim swaps the sides of the comparison around “{theirs.cue.text}”")


def _exchanged(ours: _Comparison, theirs: _Comparison, lexicon: Lexicon) -> bool:
    """True if the drug compared with stands on the other side only."""
    drugs = [term for term in ours.right if term.concept and term.concept.kind in _DRUGS]
    named = [term for term in theirs.right if term.concept and term.concept.kind in _DRUGS]
    if not drugs or not named:
        return False
    return (
        not _overlap(tuple(drugs), tuple(named), lexicon)
        and bool(_overlap(tuple(drugs), theirs.left, lexicon))
        and not _overlap(tuple(named), ours.left, lexicon)
    )


def _points_down(comparison: _Comparison, scoped: Scoped) -> bool:
    """True for "inferior to", "less effective than", "not superior to"."""
    sign = _sign(comparison, scoped)
    if sign is None:
        return False
    index, name = sign
    return name.endswith("-") != (index in scoped.near)


def _sign(comparison: _Comparison, scoped: Scoped) -> tuple[int, str] | None:
    """The word that says which side wins: the comparison's own, the last before it, or the first behind a leading one."""
    index = comparison.index
    before = range(index, max(-1, index - _NEAR), -1)
    if any(scoped.terms[position].keys & _FAVOURING for position in before):
        return None
    leads = not any(not term.filler for term in scoped.terms[:index])
    places = [*before, *(range(index, len(scoped.terms)) if leads else ())]
    for position in places:
        names = [name for name in sorted(scoped.terms[position].names("opposites")) if name[:-1] in _COMPARATIVE]
        if names:
            return position, names[0]
    return None


def _comparison(scoped: Scoped) -> _Comparison | None:
    terms = scoped.terms
    for index, term in enumerate(terms):
        steering = index > 0 and terms[index - 1].keys & _STEERING and term.keys & {"w:to", "w:over"}
        if not (term.keys & _BETWEEN or term.keys & _VERBS or steering):
            continue
        left = [
            other
            for position, other in enumerate(terms[:index])
            if _names(other) and scoped.clauses[position] == scoped.clauses[index]
        ]
        left = left or [other for other in terms[:index] if _names(other)]
        right = [other for other in terms[index + 1 :] if _names(other)]
        if not left and right:
            comma = next((position for position in range(index, len(terms)) if terms[position].text == ","), None)
            if comma is None:
                continue
            left = [other for other in terms[comma:] if _names(other)]
            right = [other for other in terms[index:comma] if _names(other)]
        if left and right:
            return _Comparison(tuple(left), tuple(right), term, index)
    return None


def _names(term: Term) -> bool:
    if term.filler or term.quantity or term.has("strength") or any(name[:-1] in _COMPARATIVE for name in term.names("opposites")):
        return False
    return not term.keys & (_BETWEEN | _VERBS | _STEERING)


def _overlap(ours: tuple[Term, ...], theirs: tuple[Term, ...], lexicon: Lexicon) -> float:
    return sum(
        2.0 if term.concept and term.concept.kind in {"drug", "drug class", "regimen"} else 1.0
        for term in ours
        if any(says(term, other, lexicon) or says(other, term, lexicon) for other in theirs)
    )


def _causes(match: Match) -> list[Reason]:
    ours = [term for term in match.claim.terms if term.has("causes")]
    if not ours:
        return []
    stated = any(
        term.has("causes")
        or term.keys
        & {
            "g:because",
            "g:cause",
            "g:lead_to",
            "g:purpose",
            "w:to",
            "g:risk",
            "g:prevent",
            "w:so",
            "g:required",
            "w:warrant",
            "g:justified",
        }
        for term in match.ground.terms
    )
    if stated:
        return []
    return [Reason(code=ReasonCode.NOT_STATED, detail=f"the cited words don't give this as a cause (“{ours[0].text}”)")]
