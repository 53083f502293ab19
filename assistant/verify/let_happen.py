"""What the statement stops, the claim doesn't let happen: "so that they can make X" beside "to stop them from making X". Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_STOPS = re.compile(
    r"\b(?:stop|stops|prevent|prevents|keep|keeps)\s+(?:(?!\b(?:and|or|but)\b)[^,;:.]){0,60}?\s?(?:from\s+)(?P<ing>[a-z]{3,})ing\b",
    re.IGNORECASE,
)
_LETS = re.compile(
    r"\b(?:so\s+that|so|letting|allowing|enabling|helping)\s+(?:(?:the|your|her|his|their)\s+)?[a-z-]+\s+(?:can|may|could|to|will)\s+(?P<do>[a-z]{3,})\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|no|never|cannot|stop\w*|prevent\w*|keep\w*)\b|n't\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a claim that lets happen what the statement stops."""
    del lexicon
    claim = fold(match.claim.text)
    found = _LETS.search(claim)
    if found is None or _DENIED.search(claim, found.start()):
        return ()
    for stopped in _STOPS.finditer(fold(match.ground.statement.text)):
        if found["do"].lower().rstrip("e") == stopped["ing"].lower():
            return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words say “{stopped[0]}”, the claim “{found[0]}”"),)
    return ()
