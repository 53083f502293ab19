"""What comes early in the course isn't put late, nor what comes late put at its beginning. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_EARLY = re.compile(
    r"\b(?:earl(?:y|ier|iest)|outset|beginning|(?:at|from)\s+the\s+(?:very\s+)?(?:start|first)|day\s+one"
    r"|up\s*-?front|promptly|without\s+delay"
    r"|immediate(?:ly)?|straight\s*away|right\s+away|at\s+once|as\s+soon\s+as|not\s+be\s+delayed|soon)\b",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"\b(?:late(?:r(?:\s+on)?)?|last\s+(?:resort|of\s+all|thing)|in\s+the\s+end|at\s+the\s+(?:very\s+)?end"
    r"|end\s+stage|eventually|in\s+due\s+course|held\s+back|put\s+off"
    r"|postponed?|deferred?|(?:only\s+)?(?:once|after|when)\s+[^,.;:]{0,60}\b(?:fail\w*|exhausted|used\s+up"
    r"|run\s+(?:its|their)\s+course|run\s+out|nothing\s+(?:else|more)"
    r"|been\s+tried|(?:fair\s+)?chance|stopp?\w*\s+working|no\s+longer|finished|completed|over|ended"
    r"|had\s+(?:its|their)|done)"
    r"|wait(?:s|ed|ing)?\b|until\s+[^,.;:]{0,60}\b(?:fail\w*|exhausted|tried|results?|known|finished|over|run)"
    r"|final\s+(?:phase|stage|weeks|months|days))",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:once|after|when|until|later|late|fail\w*|progress\w*|follow\w*|then|second|third|last|resist\w*"
    r"|relaps\w*|recurr\w*|end)\b",
    re.IGNORECASE,
)
_ANY_TIME = re.compile(r"\b(?:once|after|until|later|late|last|end|wait\w*|delay\w*|when|then)\b", re.IGNORECASE)
_AT_THE_START = re.compile(
    r"\b(?:(?:from|at)\s+the\s+(?:very\s+)?(?:outset|beginning|start)|right\s+at\s+the\s+start|from\s+day\s+one"
    r"|up\s*-?front|early\s+(?:on|in)\b)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\b(?:opens?|opening|begins?|starts?)\s+(?:the\s+)?(?:\w+\s+)?(?:treatment|therapy)\b|\b(?:treatment|therapy)\s+(?:opens|begins|starts)\s+with\b"
    r"|\b(?:opening|initial|starting)\s+(?:treatment|therapy|move|choice|regimen|drug)\b",
    re.IGNORECASE,
)
_LATER_LINE = re.compile(
    r"\b(?:second|third|fourth|later|subsequent)[\s-]+lines?\b|\b(?:after|on|upon|following)\s+(?:disease\s+)?(?:progression|relapse|failure)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:second|third|later|subsequent|next|after|following|progress\w*|relaps\w*|fail\w*|recur\w*|once|again|new|not|never)\b|n't\b",
    re.IGNORECASE,
)
# What a treatment that comes first is called.
_FIRST = re.compile(r"\b(?:first|front)[\s-]*line\b|\b(?:initial|first)\s+(?:treatment|therapy|approach)\b", re.IGNORECASE)
# "When treatment begins" is its beginning.
_BEGINS = re.compile(
    r"\b(?:when|once|as|at)\s+(?:(?!\b(?:has|have|after|fail\w*)\b)[\w/-]+\s+){0,4}?(?:starts?|begins?|initiation|starting|outset)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|rather\s+than|instead\s+of|no|without)\b|n't\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a late time where the statement names an early one, and for the beginning where it names a late one."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    late = _LATE.search(claim)
    early = _EARLY.search(statement) or _FIRST.search(statement)
    open_time = _EARLY.search(claim) or _ANY_TIME.search(statement)
    if late and early and not (open_time or _DENIED.search(claim, 0, late.start())):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words put this early, the claim says “{late[0]}”"),)
    opens = _OPENS.search(claim)
    first = _EARLY.search(statement) or "first" in statement.lower() or "initial" in statement.lower()
    if opens and _LATER_LINE.search(statement) and not first and not _AGAIN.search(claim):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words put this later, the claim says “{opens[0]}”"),)
    start = _AT_THE_START.search(claim)
    if start and _LATER.search(statement) and not (first or _BEGINS.search(statement) or _DENIED.search(claim, 0, start.start())):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words put this later, the claim says “{start[0]}”"),)
    return ()
