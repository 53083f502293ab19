"""What the cited words call an option isn't the best one. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_BEST = re.compile(
    r"\b(?:best|ideal|optimal|finest|top)\s+(?:\w+\s+)?(?:options?|choices?|treatments?|therap(?:y|ies)|drugs?|medicines?|approach(?:es)?|ways?"
    r"|methods?|tests?|operations?|remed(?:y|ies))\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:best|ideal\w*|optimal\w*|superior|better|most|prefer\w*|first|gold|top|outperform\w*|favou?r\w*|chosen|greatest|highest)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|no|none|nobody|unclear|unknown|whether|which|who|how|decide|discuss|among|one\s+of"
    r"|depend\w*)\b|n't\b",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(r"\b(?:not|unclear|unknown|depend\w*)\b|n't\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "the best option" where the cited words set it above nothing."""
    del lexicon
    claim, ground = fold(match.claim.text), match.ground
    best = _BEST.search(claim)
    if (
        best is None
        or _DENIED.search(claim, 0, best.start())
        or _LEFT_OPEN.search(claim, best.end())
        or any(_TOLD.search(fold(one.text)) for one in (ground.statement, ground.context))
    ):
        return ()
    return (Reason(code=ReasonCode.STRENGTH, detail=f"the cited words don't say “{best[0]}”"),)
