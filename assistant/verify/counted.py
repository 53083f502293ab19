"""How many of a thing: "two 8-Gy fractions" are not a "single 8-Gy fraction". Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.lexicon import Lexicon
from assistant.verify.matching import Match
from assistant.verify.numerals import value_of
from assistant.verify.terms import Term

_ONE = frozenset(("single", "one"))
_REACH = 3


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a number of things of which the statement counts another number right before the very same words."""
    del lexicon
    claim, statement = match.claim, match.ground.statement
    for index, term in enumerate(claim.terms):
        ours = _count(term)
        things = _behind(claim.terms, index) if ours is not None else []
        if not things or not claim.terms[things[0]].quantity:
            continue
        theirs = {_before(statement.terms, link): link for thing in things for link in match.links[thing]}
        counts = {value for value in theirs if value is not None}
        if counts and ours not in counts:
            said = statement.terms[theirs[min(counts)]].text
            return (
                Reason(code=ReasonCode.NUMBER, detail=f"the claim says {term.text}, the cited words another number of {said}"),
            )
    return ()


def _count(term: Term) -> float | None:
    """The value of a number in words or of "single"; None for other terms."""
    if term.quantity or term.concept or term.punctuation:
        return None
    word = term.text.lower()
    return 1.0 if word in _ONE else value_of(word) if word.isalpha() and len(word) > 1 and word not in {"an", "other"} else None


def _behind(terms: tuple[Term, ...], index: int) -> list[int]:
    """The few terms right behind a number, up to a mark."""
    found = []
    for place in range(index + 1, min(len(terms), index + 1 + _REACH)):
        if terms[place].punctuation:
            break
        found.append(place)
    return found


def _before(terms: tuple[Term, ...], index: int) -> float | None:
    """The number that stands a few words before a term, with nothing between that ends the phrase."""
    for place in range(index - 1, max(-1, index - 1 - _REACH), -1):
        if terms[place].punctuation:
            return None
        value = _count(terms[place])
        if value is not None:
            return value
    return None
