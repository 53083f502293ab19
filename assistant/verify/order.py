"""What comes before what: "A before B" is "B after A", and not "B before A". Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.verify.meaning import says
from assistant.verify.negators import awaited
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_BEFORE_THAT = frozenset(("w:befor that", "w:befor this", "w:prior to this"))
_BEFORE = frozenset(("w:befor", "w:prior to", "w:ahead of", "w:preced", "w:come befor", "w:until")) | _BEFORE_THAT
_UNTIL = frozenset(("w:until", "w:till"))
# "After the first dose": behind its beginning.
_AFTER = frozenset(("w:after", "w:onc", "w:follow", "w:subsequ to", "w:after the first"))
_THEN = frozenset(
    f"w:{word}" for word in ("then", "follow by", "and then", "afterward", "and afterward", "after that", "thereaft")
)
_TAKEN_UP = frozenset(("which", "that", "this"))

# What is done weighs more than the words around it.
_TREATMENTS = frozenset(("drug", "drug class", "regimen", "procedure", "care", "test"))
_STEPS = 2.0
_NEAR = 3
_WHEN = frozenset(("when", "if", "where"))
_JOINTS = frozenset((",", "and", "but"))
_SEGMENTS = frozenset(":;.\n")


@dataclass(frozen=True, slots=True)
class _Order:
    earlier: tuple[Term, ...]
    later: tuple[Term, ...]
    cue: Term


def misordered(match: Match, lexicon: Lexicon) -> Reason | bool:
    """A reason for a reversed order, True for the same order, False if there is none to compare.

    Of several orders ("A until B, then C") the two decide that have most in common.
    """
    own = frozenset(index for index, term in enumerate(match.ground.terms) if match.ground.is_own(term))
    ours, theirs = _orders(match.claim), _orders(match.ground.statement, own) or _orders(match.ground.statement)
    alike = [(one, other) for one in ours for other in theirs if _is_until(one) == _is_until(other)]
    both = alike or [(one, other) for one in ours for other in theirs]
    pairs = [(*_met(one, other, lexicon), other.cue) for one, other in both]
    if not pairs:
        return False
    straight, crossed, cue = max(pairs, key=lambda pair: (pair[0] + pair[1], pair[0]))
    if crossed > straight:
        return Reason(code=ReasonCode.DIRECTION, detail=f"the claim reverses the order around “{cue.text}”")
    return straight > crossed


def _is_until(order: _Order) -> bool:
    """True for "A until B", whose B ends A; beside "then C" it is another order."""
    return bool(order.cue.keys & _UNTIL)


def _met(ours: _Order, theirs: _Order, lexicon: Lexicon) -> tuple[float, float]:
    """How much both have at the same time, and how much at the other; what stands at both times tells neither."""
    totals = [0.0, 0.0]
    for turned, mine in ((False, ours.earlier), (True, ours.later)):
        for term in mine:
            early, late = (_said_by(term, side, lexicon) for side in (theirs.earlier, theirs.later))
            if early != late:
                weight = _STEPS if term.concept and term.concept.kind in _TREATMENTS else 1.0
                totals[int(early == turned)] += weight
    return totals[0], totals[1]


def _said_by(term: Term, side: tuple[Term, ...], lexicon: Lexicon) -> bool:
    return any(says(term, other, lexicon) or says(other, term, lexicon) for other in side)


@lru_cache(maxsize=1024)
def _orders(scoped: Scoped, among: frozenset[int] | None = None) -> tuple[_Order, ...]:
    """The orders in time that a text names, by "then" first; each with something on both sides."""
    found: list[_Order] = []
    terms = scoped.terms
    waiting = {awaited(terms, index) for index in range(len(terms))} - {0}
    for index, term in sorted(enumerate(terms), key=lambda entry: not _follows(terms, entry[0])):
        then = _follows(terms, index)
        before, after = term.keys & _BEFORE, term.keys & _AFTER and not then
        if index in waiting:
            before, after = frozenset(), term.keys
        if _is_done(terms, index):
            after = term.keys
        # "12 months after X" tells how long, and "within 12 months after X" until when.
        timed = not then and _is_duration(terms[index - 1]) if index else False
        if not (before or after or then) or timed or (among is not None and index not in among):
            continue
        begin = _begin(terms, index, then=bool(then))
        stop = next(
            (position for position in range(index + 1, len(terms)) if terms[position].text in {",", *_SEGMENTS}), len(terms)
        )
        leads = not any(not other.punctuation for other in terms[begin:index])
        stop = len(terms) if then else stop
        left = [other for other in (terms[stop:] if leads else terms[begin:index]) if _counts(other)]
        bracketed = index > 0 and terms[index - 1].text == "("
        left = left if leads or index in waiting else [*left, *_trailing(terms, stop, bracketed=bracketed)]
        right = [other for other in terms[index + 1 : stop] if _counts(other)]
        right = right if then else right[:_NEAR]
        if then and (not right or terms[_behind(terms, index)].punctuation):
            first, last = _told_last(terms[begin:index])
            left, right = (first, last) if first and last else (left, right)
        if left and right:
            turned = after or (before and _takes_up(terms, index))
            found.append(_Order(tuple(right), tuple(left), term) if turned else _Order(tuple(left), tuple(right), term))
    return tuple(found)


def _is_duration(term: Term) -> bool:
    return term.quantity is not None and term.quantity.kind == "duration"


def _trailing(terms: tuple[Term, ...], stop: int, *, bracketed: bool) -> list[Term]:
    """What a sentence goes on with behind the clause of a cue: "X, after Y, helps Z"; nothing behind the next cue.

    A cue in brackets tells of what stands behind its label's colon as well: "Options (after Y, or after Z): X".
    """
    found: list[Term] = []
    for term in terms[stop:]:
        if (term.text in _SEGMENTS and not (bracketed and term.text == ":")) or term.keys & (_THEN | _BEFORE | _AFTER):
            break
        found += [term] if _counts(term) else []
    return found


def _behind(terms: tuple[Term, ...], index: int) -> int:
    """The place behind a cue, "that" and "which" being part of it."""
    return min(index + 1 + _takes_up(terms, index), len(terms) - 1)


def _told_last(terms: tuple[Term, ...]) -> tuple[list[Term], list[Term]]:
    """What stands before "afterwards" at the end ("A first, B afterwards"): what comes first, and what later."""
    joints = [index for index, term in enumerate(terms) if term.text.lower() in _JOINTS]
    joint = joints[-1] if joints else 0
    return [term for term in terms[:joint] if _counts(term)], [term for term in terms[joint:] if _counts(term)]


def _begin(terms: tuple[Term, ...], index: int, *, then: bool) -> int:
    """Where the sentence of a cue begins; for a "then" that opens one, where the sentence before it does."""
    starts = [position + 1 for position in range(index) if terms[position].text in _SEGMENTS]
    if then and starts and not any(_counts(term) for term in terms[starts[-1] : index]):
        starts.pop()
    return starts[-1] if starts else 0


def _is_done(terms: tuple[Term, ...], index: int) -> bool:
    """True for "when" in "when X has already been done": X comes first."""
    if terms[index].text.lower() not in _WHEN:
        return False
    stop = next((place for place in range(index + 1, len(terms)) if terms[place].punctuation), len(terms))
    return any("already" in term.text.lower().split() for term in terms[index + 1 : stop])


def _follows(terms: tuple[Term, ...], index: int) -> bool:
    """True for "then" and its like, and for "after which": what stands before comes first."""
    return bool(terms[index].keys & _THEN) or bool(terms[index].keys & _AFTER and _takes_up(terms, index))


def _takes_up(terms: tuple[Term, ...], index: int) -> bool:
    """True for "after which" and "before that"."""
    return bool(terms[index].keys & _BEFORE_THAT) or (index + 1 < len(terms) and terms[index + 1].text.lower() in _TAKEN_UP)


def _counts(term: Term) -> bool:
    return not (term.filler or term.quantity or any(term.has(family) for family in ("strength", "conditions", "negators")))
