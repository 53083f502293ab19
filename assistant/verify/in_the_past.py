"""Who has had a thing in the past is nobody to whom the cited words limit anything, where they tell of no past. Pure.

"Premedicate, to prevent reactions" is not "premedicate who has reacted before".
"""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_WHO = (
    r"(?:patients?|people|persons?|those|women|men|adults|children|anyone|anybody|someone|everyone|babies|infants"
    r"|they|you|she|he)"
)
_PAST = r"(?:before|previously|in\s+the\s+past|earlier|already|once\s+before)"
_LIMITS = re.compile(
    rf"\b{_WHO}\s+(?:(?:who|that)\s+)?(?:(?:have|has|had)\s+)?(?:{_PAST}\s+)?\w+(?:\s+[\w/-]+){{0,8}}?\s+{_PAST}(?=\s*(?:[.,;:]|$))"
    rf"|\b{_WHO}\s+(?:who|that)\s+(?:(?:have|has|had)\s+)?(?:\w+\s+){{1,6}}?(?:previously|in\s+the\s+past)\b"
    rf"|\b{_WHO}\s+(?:(?:who|that)\s+)?(?:have|has|had)\s+(?:previously|already|once)\s+\w+"
    rf"|\b(?:if|when|where)\s+[^,.;:]{{0,30}}\b(?:has|have|had)\s+(?:\w+\s+){{0,8}}?{_PAST}\b"
    rf"|\b(?:if|when|where)\s+[^,.;:]{{0,30}}\b(?:has|have|had)\s+{_PAST}\b"
    r"|\b(?:(?:with|has|have|had|for)\s+)?(?:a\s+)?(?:past\s+|previous\s+|known\s+|prior\s+|personal\s+)?history\s+of\b",
    re.IGNORECASE,
)
# Whatever tells of a past, of an order or of what came about lets the claim speak of it.
_TOLD = re.compile(
    r"\b(?:histor\w+|previous\w*|prior|already|earlier|past|once|after\w*|following|refractory|resist\w+|recur\w*|relaps\w*"
    r"|progress\w*|fail\w*|pre-?treated|treated|exposed|exposure|received|receiv\w+|had|has|have|been|again|still|return\w*|came|come"
    r"|comes|known|experienced|suffered|underg\w+|survivors?|repeat\w*|ever|former\w*|second|third|later|subsequent\w*|naive|naïve"
    r"|new|another|different|stopp\w+|complet\w+|if|who|whose)\b"
    r"|\bbefore(?=\s*(?:[.,;:]|$))",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|no|none|whether\s+or\s+not|without|regardless|irrespective|even|neither|nor|whatever|including)\b|n't\b",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a claim that keeps something for who had a thing before, beside words that tell of no past at all."""
    del lexicon
    claim = fold(match.claim.text)
    found = _LIMITS.search(claim)
    if found is None or _DENIED.search(claim):
        return ()
    ground = match.ground
    if any(_TOLD.search(fold(told)) for told in (ground.statement.text, ground.context.text)):
        return ()
    detail = f"the cited words don't limit this to “{found[0].strip()}”"
    return (Reason(code=ReasonCode.POPULATION, detail=detail),)
