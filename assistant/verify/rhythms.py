"""A dose keeps its rhythm: of "A 5 mg daily, B 10 mg weekly" the claim doesn't say 5 mg weekly. Pure."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.verify.quantities import Quantity
from assistant.verify.scopes import Scoped
from assistant.words.lexicon import Lexicon

_Value = tuple[str, float, float]
_REACH = 3
_SEVERAL = 2
# A word that starts the next dose stands between none.
_APART = frozenset(("then", "and", "or", ",", ";", ":", ".", "\n", "(", "followed by", "thereafter", "to", "before", "after"))


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a dose in the rhythm that the statement gives with another dose alone."""
    del lexicon
    ours = _pairs(match.claim)
    if not ours:
        return ()
    theirs = _pairs(match.ground.statement)
    doses = {_value(term.quantity) for term in match.ground.terms if term.quantity and term.quantity.kind == "amount"}
    for dose, rhythm in ours:
        beside = {other for other, own in theirs if own == rhythm and other[0] == dose[0]}
        own = {other for one, other in theirs if one == dose}
        if dose in doses and beside and dose not in beside and rhythm not in own and len(doses) >= _SEVERAL:
            detail = "the cited words give this rhythm for another dose"
            return (Reason(code=ReasonCode.NUMBER, detail=detail),)
    return ()


@lru_cache(maxsize=1024)
def _pairs(scoped: Scoped) -> tuple[tuple[_Value, _Value], ...]:
    """The doses of a text with the rhythm that stands right behind them."""
    told = [(index, term.quantity) for index, term in enumerate(scoped.terms) if term.quantity]
    found = []
    for (first, dose), (second, rhythm) in pairwise(told):
        between = [term.text.lower() for term in scoped.terms[first + 1 : second]]
        if dose.kind == "amount" and dose.base and rhythm.kind == "interval" and len(between) <= _REACH:
            found += [(_value(dose), _value(rhythm))] if _APART.isdisjoint(between) else []
    return tuple(found)


def _value(quantity: Quantity) -> _Value:
    return quantity.base, quantity.low, quantity.high
