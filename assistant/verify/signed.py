"""What is positive and what is negative: "negative for A and positive for B" is not "positive for A and negative for B". Pure."""

from __future__ import annotations

from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_SIGNS = {"positive": True, "negative": False}
_BEING = frozenset("is are was were be been tests test tested testing being comes come came turns turned".split())
_NEAR = 3


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a thing that the claim calls positive and the statement negative everywhere, and the reverse."""
    del lexicon
    ours, theirs = signs_of(match.claim), signs_of(match.ground.statement)
    for index, sign in ours.items() if theirs else ():
        told = {theirs[link] for link in match.links[index] if link in theirs}
        if told and sign not in told:
            word = "negative" if sign else "positive"
            detail = f"the cited words call {match.claim.terms[index].text} {word}"
            return (Reason(code=ReasonCode.POPULATION, detail=detail),)
    return ()


@lru_cache(maxsize=1024)
def signs_of(scoped: Scoped) -> dict[int, bool]:
    """Where a thing stands that is called positive (True) or negative, by a word of its own."""
    found: dict[int, bool] = {}
    for index, term in enumerate(scoped.terms):
        sign = None if term.concept else _SIGNS.get(next(iter(term.words), ""))
        if sign is None:
            continue
        thing = _thing_of(scoped, index)
        if thing is not None:
            found[thing] = sign != (index in scoped.near or index in scoped.denied)
    return found


def _thing_of(scoped: Scoped, index: int) -> int | None:
    """What is called so: behind "positive for", before "X is positive" and "X positive"."""
    terms = scoped.terms
    following = terms[index + 1].text.lower() if index + 1 < len(terms) else ""
    if terms[index].text.lower().endswith(" for") or following == "for":
        return next((place for place in range(index + 1, min(len(terms), index + _NEAR + 2)) if _counts(terms[place])), None)
    for place in range(index - 1, max(-1, index - 1 - _NEAR), -1):
        if terms[place].punctuation:
            return None
        if _counts(terms[place]) or (len(terms[place].text) == 1 and terms[place].text.isupper()):
            return place
        if terms[place].text.lower() not in _BEING:
            return None
    return None


def _counts(term: Term) -> bool:
    return not term.filler and not term.punctuation and not term.has("negators")
