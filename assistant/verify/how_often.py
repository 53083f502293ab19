"""How often a thing is so, where both name it by the same words: "usually for years" isn't "sometimes for years". Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_LEVELS = {
    "always": 4, "invariably": 4, "usually": 3, "generally": 3, "normally": 3, "mostly": 3, "typically": 3, "often": 2,
    "frequently": 2, "commonly": 2, "sometimes": 1, "occasionally": 1, "rarely": 0, "seldom": 0, "hardly ever": 0, "never": -1,
}  # fmt: skip
_OFTEN = re.compile(rf"\b(?P<often>{'|'.join(_LEVELS)})\s+(?P<what>[a-z][\w-]*(?:\s+[a-z][\w-]*){{1,2}})\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for another word of frequency before the same two or three words."""
    del lexicon
    ours = list(_OFTEN.finditer(fold(match.claim.text)))
    theirs = list(_OFTEN.finditer(fold(match.ground.statement.text))) if ours else []
    for own in ours:
        alike = [other for other in theirs if _starts_alike(own["what"], other["what"])]
        levels = {_LEVELS[other["often"].lower()] for other in alike}
        if alike and _LEVELS[own["often"].lower()] not in levels:
            detail = f"the cited words say “{alike[0]['often']}”, the claim “{own['often']}”"
            return (Reason(code=ReasonCode.STRENGTH, detail=detail),)
    return ()


def _starts_alike(ours: str, theirs: str) -> bool:
    """Whether the first two words are the same."""
    return ours.lower().split()[:2] == theirs.lower().split()[:2]
