"""Of which of two the reason speaks: "A, because B does not help" is not "B, because A does not help". Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.concepts import GIVEN
from assistant.words.lexicon import Lexicon

_REASON = re.compile(r"\b(?:because|since|given\s+that|on\s+the\s+grounds?\s+that|for\s+the\s+reason\s+that)\s", re.IGNORECASE)
_OPENING = re.compile(r"^\s*(?:as|since|because)\s", re.IGNORECASE)
_END = re.compile(r"[.;:\n]")


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a claim whose main clause and whose reason have exchanged what they speak of."""
    del lexicon
    ours, theirs = _reason_of(fold(match.claim.text)), _reason_of(fold(match.ground.statement.text))
    if ours is None or theirs is None:
        return ()
    inside, outside = _given(match, *ours)
    terms = match.ground.terms
    told = [
        all(theirs[0] <= terms[link].start < theirs[1] for link in outside),
        all(not theirs[0] <= terms[link].start < theirs[1] for link in inside),
    ]
    if inside and outside and all(told):
        return (Reason(code=ReasonCode.DIRECTION, detail="the claim exchanges what the reason and the rest speak of"),)
    return ()


@lru_cache(maxsize=2048)
def _reason_of(text: str) -> tuple[int, int] | None:
    """Where a text gives its reason; one that opens it goes on to the comma."""
    found = _OPENING.search(text)
    if found:
        comma = text.find(",", found.end())
        return (found.end(), comma) if comma > 0 else None
    behind = _REASON.search(text)
    if behind is None:
        return None
    stop = _END.search(text, behind.end())
    return behind.end(), stop.start() if stop else len(text)


def _given(match: Match, begin: int, end: int) -> tuple[set[int], set[int]]:
    """Where the statement says what the claim names in its reason to be given or done, and what outside of it."""
    inside: set[int] = set()
    outside: set[int] = set()
    for index, term in enumerate(match.claim.terms):
        if term.concept is not None and term.concept.kind in GIVEN and not term.filler:
            (inside if begin <= term.start < end else outside).update(match.links[index])
    return inside, outside
