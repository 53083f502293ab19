"""How many of a thing: "two 8-Gy fractions" are not a "single 8-Gy fraction", nor "the same day" "separate days". Pure."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answers import Reason, ReasonCode
from assistant.verify.appended import GRAMMAR
from assistant.verify.matching import Match
from assistant.verify.numerals import value_of
from assistant.verify.terms import Term
from assistant.verify.wordings import stem
from assistant.words.lexicon import Lexicon

_ONE = frozenset(("single", "one"))
_REACH = 3
_PHRASE = 2
_SAME = frozenset(("same", "one", "single"))
_SEPARATE = frozenset(("separate", "different", "distinct"))
_BREAKS = GRAMMAR - {"each", "some", "other"}


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a number of things of which the statement counts another number right before the very same words."""
    del lexicon
    claim, statement = match.claim, match.ground.statement
    for index, term in enumerate(claim.terms):
        for read, things in ((_count, _behind), (_count, _thing), (_apart, _thing)):
            ours = read(term)
            counted = things(claim.terms, index) if ours is not None else []
            if not counted or (things is _behind and not claim.terms[counted[0]].quantity):
                continue
            strict = things is _thing
            links = [(one, link) for one in counted for link in match.links[one]]
            links = [(one, link) for one, link in links if not strict or _same(claim.terms[one], statement.terms[link])]
            theirs = {_before(statement.terms, link, read, strict=strict): link for _, link in links}
            counts = {value for value in theirs if value is not None}
            if counts and ours not in counts:
                said = statement.terms[theirs[min(counts)]].text
                detail = f"the claim says {term.text}, the cited words another number of {said}"
                return (Reason(code=ReasonCode.NUMBER, detail=detail),)
    return _only_one(match)


def _only_one(match: Match) -> tuple[Reason, ...]:
    """A reason for "one drug" and "a single test", said as one phrase, where the statement counts more of them."""
    statement = match.ground.statement
    for term in match.claim.terms:
        words = term.words
        if len(words) != _PHRASE or words[0] not in _ONE or any(other.words[:1] == words[:1] for other in statement.terms):
            continue
        places = sorted(statement.places.get(f"w:{stem(words[1])}", ()))
        counts = [_before(statement.terms, place, _count, strict=True) for place in places]
        if any(counts) and 1.0 not in counts:
            return (Reason(code=ReasonCode.NUMBER, detail=f"the claim says {term.text}, the cited words more of them"),)
    return ()


def _same(ours: Term, theirs: Term) -> bool:
    """True if both name the thing by the same word or name."""
    return bool({key for key in ours.keys & theirs.keys if key[:2] in {"w:", "c:"}})


def _apart(term: Term) -> float | None:
    """1 for "same", 2 for "separate"; None for other terms."""
    word = term.text.lower()
    return 1.0 if word in _SAME else 2.0 if word in _SEPARATE else None


def _thing(terms: tuple[Term, ...], index: int) -> list[int]:
    """The words right behind a number, up to one of grammar: "two drugs", "two blood tests"; none for "two of" and "two or"."""
    found = []
    for place in range(index + 1, min(len(terms), index + 1 + _REACH)):
        term = terms[place]
        if term.punctuation or term.quantity or term.text.lower() in GRAMMAR or _count(term) is not None:
            break
        found.append(place)
    return found


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


def _before(terms: tuple[Term, ...], index: int, read: Callable[[Term], float | None], *, strict: bool) -> float | None:
    """The number that stands a few words before a term, with nothing between that ends the phrase."""
    for place in range(index - 1, max(-1, index - 1 - _REACH), -1):
        if terms[place].punctuation or (strict and terms[place].text.lower() in _BREAKS):
            return None
        value = read(terms[place])
        if value is not None:
            return value
    return None
