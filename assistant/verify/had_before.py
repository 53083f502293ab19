"""Who has had a thing before is nobody of whom the statement says that they haven't, though all its names are the same. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.lexicon import Lexicon
from assistant.verify.folding import fold
from assistant.verify.matching import Match

_NOT_BEFORE = re.compile(
    r"\b(?:not|never|no|without)\s+(?:\w+\s+){0,3}?(?:previous(?:ly)?|prior|earlier|before)\b|\b\w*na[iï]ve\b|\b(?:previously\s+)?untreated\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:already|previously|pre-?treated|(?:have|has|having)\s+had|prior\s+(?:exposure|treatment|therapy|use)|been\s+(?:given|exposed|treated|on)|in\s+the\s+past)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:already|previously|prior|earlier|after|following|failed|failure|progress\w+|relaps\w+|resistan\w+|second|later)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|no|none|nobody|neither|nor|without|cannot|lack\w*|na[iï]ve|un\w+)\b|n't\b|-na[iï]ve\b", re.IGNORECASE
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "who have already had X" where the statement says "who were not previously exposed to X"."""
    del lexicon
    stated = _not_before(match.ground.statement.text)
    claim = fold(match.claim.text)
    found = _BEFORE.search(claim) if stated else None
    if found is None or _DENIED.search(claim):
        return ()
    return (Reason(code=ReasonCode.POPULATION, detail=f"the cited words say “{stated}”, the claim “{found[0]}”"),)


@lru_cache(maxsize=1024)
def _not_before(text: str) -> str:
    """The words by which a statement counts out who has had something before; "" where it speaks of them as well."""
    folded = fold(text)
    found = _NOT_BEFORE.search(folded)
    if found is None or _AGAIN.search(folded[: found.start()] + folded[found.end() :]):
        return ""
    return found[0]
