"""What is done once a thing has happened isn't done before it: "when the wound closes" is not "before it closes". Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.conditional import Condition, find_conditions
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_AHEAD = re.compile(r"\b(?:before|until|till)\s+(?=\w)[^,;:.()]{3,60}", re.IGNORECASE)
_ONCE = re.compile(r"(?:when(?:ever)?|once|after|if|as\s+soon\s+as|on|upon|following)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:before|prior|until|till|ahead|unless|preced\w*|pre-?\w+|not|no|never|without|early|earlier)\b|n't\b", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:not|never|no|only|cannot|avoid\w*|wait\w*|hold\w*|continu\w*)\b|n't\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "before X" and "until X" where all that the statement says of X is "once X"."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    ahead = list(_AHEAD.finditer(claim))
    if not ahead or _EARLIER.search(statement) or _DENIED.search(claim):
        return ()
    once = [one for one in find_conditions(statement) if _ONCE.match(statement, one.start)]
    for found in ahead:
        inside = [
            own
            for own, term in enumerate(match.claim.terms)
            if found.start() < term.start < found.end() and match.links[own] and not term.filler
        ]
        if inside and all(_within(match, link, once) for own in inside for link in match.links[own]):
            detail = f"the cited words say this of what has happened, the claim “{found[0].strip()}”"
            return (Reason(code=ReasonCode.DIRECTION, detail=detail),)
    return ()


def _within(match: Match, link: int, conditions: list[Condition]) -> bool:
    start = match.ground.terms[link].start
    return any(one.start <= start < one.end for one in conditions)
