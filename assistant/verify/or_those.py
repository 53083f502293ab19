"""Of people who are both, a claim may not speak as of either: "over 80 who weigh less than 60 kg" isn't "or weigh less". Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_OR_WHO = re.compile(
    r"\b(?:or|and\s+also|as\s+well\s+as)\s+(?:in\s+|for\s+)?(?:(?:those|people|patients|persons|anyone|anybody|children|women|men|adults|infants|babies)\s+)?"
    r"(?P<who>who|whose|with|that|weigh\w*|aged|over|under|younger|older|above|below|if|when|on|taking)\b",
    re.IGNORECASE,
)
_ANY = re.compile(r"\b(?:or|either|any|one\s+of|each|all)\b|[/;]", re.IGNORECASE)
_WHO = re.compile(r"\b(?:who|whose|with|that|aged|if|when|and)\b", re.IGNORECASE)
_NEAR = 4


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "A or those who B" where the statement says "A who B" and leaves no choice."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    found = _OR_WHO.search(claim)
    if found is None or _ANY.search(statement):
        return ()
    terms = match.claim.terms
    said = [index for index, term in enumerate(terms) if match.links[index] and not term.filler and not term.has("strength")]
    left = [index for index in said if terms[index].end <= found.start()][-1:]
    right = [index for index in said if terms[index].start >= found.start("who")][:1]
    if not left or not right or right[0] - left[0] > 2 * _NEAR:
        return ()
    ends = [
        (match.ground.terms[one].end, match.ground.terms[other].start)
        for one in match.links[left[0]]
        for other in match.links[right[0]]
    ]
    between = [statement[end:start] for end, start in ends if end <= start]
    if not between or not all(_WHO.search(words) or not words.strip() for words in between):
        return ()
    return (Reason(code=ReasonCode.NAME, detail=f"the cited words speak of who is both, the claim of either (“{found[0]}”)"),)
