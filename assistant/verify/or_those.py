"""Of people who are both, a claim may not speak as of either: "over 80 who weigh less than 60 kg" isn't "or weigh less". Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_OR_WHO = re.compile(
    r"\b(?:or|and\s+also|as\s+well\s+as)\s+(?:in\s+|for\s+)?"
    r"(?:(?:those|people|patients|persons|anyone|anybody|children|women|men|adults|infants|babies)\s+"
    r"(?P<group>who|whose|with|that|weigh\w*|aged|over|under|younger|older|above|below|on|taking)|(?P<who>who|whose|with|if|when|weigh\w*|aged))\b",
    re.IGNORECASE,
)
_ANY = re.compile(r"\b(?:or|either|any|one\s+of|each|all)\b|/(?!\d)", re.IGNORECASE)
_WHO = re.compile(r"\b(?:who|whose|with|that|aged|if|when|and)\b", re.IGNORECASE)
_ENDS = re.compile(r"[;:\n]|\.(?=\s|$)")
_NEAR = 4


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "A or those who B" where the statement says "A who B" and leaves no choice."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    found = _OR_WHO.search(claim)
    if found is None:
        return ()
    terms = match.claim.terms
    said = [index for index, term in enumerate(terms) if match.links[index] and not term.filler and not term.has("strength")]
    left = [index for index in said if terms[index].end <= found.start()][-1:]
    right = [index for index in said if terms[index].start >= max(found.start("who"), found.start("group"))][:1]
    if not left or not right or right[0] - left[0] > 2 * _NEAR:
        return ()
    ends = [
        (match.ground.terms[one].end, match.ground.terms[other].start)
        for one in match.links[left[0]]
        for other in match.links[right[0]]
    ]
    between = [statement[end:start] for end, start in ends if end <= start]
    around = [_sentence(statement, end, start) for end, start in ends if end <= start]
    if not between or any(map(_ANY.search, around)) or not all(_WHO.search(words) or not words.strip() for words in between):
        return ()
    return (Reason(code=ReasonCode.NAME, detail=f"the cited words speak of who is both, the claim of either (“{found[0]}”)"),)


def _sentence(statement: str, start: int, end: int) -> str:
    """The words around a place, from mark to mark."""
    ends = [found.start() for found in _ENDS.finditer(statement)]
    before = max((place for place in ends if place < start), default=-1)
    behind = min((place for place in ends if place >= end), default=len(statement))
    return statement[before + 1 : behind]
