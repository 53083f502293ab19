"""What the cited words deny too, the claim doesn't concede: "no gain in A or B" isn't "although A is longer, B is not". Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_NO_GAIN = re.compile(
    r"\b(?:no|not|never|neither|without)\b[^.;:]{0,60}?\b(?:advantages?|benefits?|gains?|improve\w*|longer|better|differ\w*|higher|lower"
    r"|reduc\w*|effects?|affect\w*|prolong\w*|change\w*)\b",
    re.IGNORECASE,
)
_UNLIKE = re.compile(
    r"(?P<what>[^,.;:]+),\s*(?:but\s+|yet\s+)?[^,.;:]+\b(?:is|are|was|were|does|do|did)\s*(?:not|n't)(?=[.;,]|$)", re.IGNORECASE
)
_CONCEDED = re.compile(
    r"\b(?:although|though|even\s+though|while|whilst|whereas|despite|but|(?<!not )(?<!as )yet|however)\b(?P<what>[^,.;:]+)",
    re.IGNORECASE,
)
_GAIN = re.compile(
    r"\b(?:longer|better|improv\w*|higher|gain\w*|prolong\w*|rises?|risen|increas\w*|lengthen\w*|benefits?|advantages?|lower|fewer|less|falls?"
    r"|reduc\w*)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|no|never|neither|nor|without|fail\w*|lack\w*|nothing|none|unlikely|cannot|hardly)\b|n't\b", re.IGNORECASE
)
_BUT = re.compile(r"\b(?:although|though|while|whilst|whereas|despite|but|yet|however|except|only)\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a gain that a claim concedes beside words that deny one of all that they name."""
    del lexicon
    statement = fold(match.ground.statement.text)
    if not _NO_GAIN.search(statement) or _BUT.search(statement):
        return ()
    claim = fold(match.claim.text)
    for found in (*_CONCEDED.finditer(claim), *_UNLIKE.finditer(claim)):
        if _GAIN.search(found["what"]) and not _DENIED.search(found["what"]):
            return (Reason(code=ReasonCode.NEGATION, detail=f"the cited words concede no such thing as “{found[0].strip()}”"),)
    return ()
