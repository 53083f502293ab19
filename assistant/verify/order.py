"""What comes before what: "A before B" is "B after A", and not "B before A". Pure."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answers import Reason, ReasonCode
from assistant.lexicon import Lexicon
from assistant.verify.matching import Match
from assistant.verify.meaning import says
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term

_BEFORE = frozenset(("w:befor", "w:prior to", "w:ahead of", "w:preced", "w:come befor", "w:until"))
_AFTER = frozenset(("w:after", "w:onc", "w:follow", "w:subsequ to"))
_THEN = frozenset(
    f"w:{word}" for word in ("then", "follow by", "and then", "afterward", "and afterward", "after that", "thereaft")
)
_TAKEN_UP = frozenset(("which", "that", "this"))

# What is done weighs more than the words around it.
_TREATMENTS = frozenset(("drug", "drug class", "regimen", "procedure", "care", "test"))
_STEPS = 2.0
_NEAR = 3
_SEGMENTS = frozenset(":;.\n")


@dataclass(frozen=True, slots=True)
class _Order:
    earlier: tuple[Term, ...]
    later: tuple[Term, ...]
    cue: Term


def misordered(match: Match, lexicon: Lexicon) -> Reason | bool:
    """A reason for a reversed order, True for the same order, False if there is none to compare."""
    own = frozenset(index for index, term in enumerate(match.ground.terms) if match.ground.is_own(term))
    ours, theirs = _order(match.claim), _order(match.ground.statement, own) or _order(match.ground.statement)
    if ours is None or theirs is None:
        return False
    straight = _overlap(ours.earlier, theirs.earlier, lexicon) + _overlap(ours.later, theirs.later, lexicon)
    crossed = _overlap(ours.earlier, theirs.later, lexicon) + _overlap(ours.later, theirs.earlier, lexicon)
    if crossed > straight:
        return Reason(code=ReasonCode.DIRECTION, detail=f"the claim reverses the order around “{theirs.cue.text}”")
    return straight > crossed


def _order(scoped: Scoped, among: frozenset[int] | None = None) -> _Order | None:
    terms = scoped.terms
    for index, term in sorted(enumerate(terms), key=lambda entry: not _follows(terms, entry[0])):
        then = _follows(terms, index)
        before, after = term.keys & _BEFORE, term.keys & _AFTER and not then
        if not (before or after or then) or (among is not None and index not in among):
            continue
        begin = max((position + 1 for position in range(index) if terms[position].text in _SEGMENTS), default=0)
        stop = next(
            (position for position in range(index + 1, len(terms)) if terms[position].text in {",", *_SEGMENTS}), len(terms)
        )
        leads = not any(not other.punctuation for other in terms[begin:index])
        stop = len(terms) if then else stop
        rest = terms[stop:] if leads else (*terms[begin:index], *terms[stop:])
        left = [other for other in rest if _counts(other)]
        right = [other for other in terms[index + 1 : stop] if _counts(other)]
        right = right if then else right[:_NEAR]
        if left and right:
            turned = after or (before and _takes_up(terms, index))
            return _Order(tuple(right), tuple(left), term) if turned else _Order(tuple(left), tuple(right), term)
    return None


def _follows(terms: tuple[Term, ...], index: int) -> bool:
    """True for "then" and its like, and for "after which": what stands before comes first."""
    return bool(terms[index].keys & _THEN) or bool(terms[index].keys & _AFTER and _takes_up(terms, index))


def _takes_up(terms: tuple[Term, ...], index: int) -> bool:
    """True for "after which" and "before that"."""
    return index + 1 < len(terms) and terms[index + 1].text.lower() in _TAKEN_UP


def _counts(term: Term) -> bool:
    return not term.filler and not term.quantity and not term.has("strength") and not term.has("conditions")


def _overlap(ours: tuple[Term, ...], theirs: tuple[Term, ...], lexicon: Lexicon) -> float:
    return sum(
        _STEPS if term.concept and term.concept.kind in _TREATMENTS else 1.0
        for term in ours
        if any(says(term, other, lexicon) or says(other, term, lexicon) for other in theirs)
    )
