"""What need not be done isn't forbidden, and what is forbidden isn't merely needless. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_NEEDLESS = re.compile(
    r"\b(?:need\s+not|needn't|(?:do|does)\s*(?:not|n't)\s+(?:have|need)\s+to|no\s+need|not\s+(?:\w+\s+)?(?:needed|necessary|required))\b",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(
    r"\b(?:(?:must|should|may)\s+(?:not|never)|mustn't|shouldn't|(?:do\s+not|don't|never)(?!\s+(?:have|need)\s+to\b)|avoid\w*|forbid\w*|forbidden"
    r"|contraindicated|prohibited|cannot|can't|not\s+be)\b",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "must not wait" where the statement says "need not wait"."""
    del lexicon
    claimed, stated = fold(match.claim.text), fold(match.ground.statement.text)
    needless, forbidden = _NEEDLESS.search(stated), _FORBIDDEN.search(claimed)
    if needless is None or forbidden is None or _FORBIDDEN.search(stated) or _NEEDLESS.search(claimed):
        return ()
    detail = f"the cited words say “{needless[0]}”, the claim “{forbidden[0]}”"
    return (Reason(code=ReasonCode.STRENGTH, detail=detail),)
