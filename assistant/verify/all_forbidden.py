"""What a statement forbids from its first word to its last, a claim may not approve. Pure.

"X must not be given after A, with B, or above C" forbids X with B as much as after A, though the denial stands beside A alone;
and so does "Do not give X if any of these is present:" above a line that says "B".
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.caseless import small
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.words.lexicon import Lexicon

_DOING = (
    r"(?:us(?:e|ed)|give|given|treat(?:ed)?|offer(?:ed)?|perform(?:ed)?|combined?|administer(?:ed)?|prescribed?|take|taken"
    r"|start(?:ed)?|appl(?:y|ied)|do|done|carried\s+out)"
)
_FORBIDS = re.compile(
    rf"\b(?:(?:must|should|may|can|is|are|do)\s*(?:not|n't|never)|cannot|don't|never)\s+(?:be\s+)?{_DOING}\b"
    r"|\b(?:is|are)\s+(?:strictly\s+|absolutely\s+)?contraindicated\b"
)
# What limits a prohibition, or says something besides it.
_BESIDES = re.compile(
    r"\b(?:until|till|before|unless|except\w*|without|only|sole\w*|alone|other|otherwise|rather|instead|but|routine\w*|always|first|more|less|than|too"
    r"|beyond|longer|earlier|within|even|simply|just|however|although|though|while|whereas|whether|may|might|could|prefer\w*|recommended|consider\w*|option\w*)\b"
)
# A clause of its own that says when or of whom; its verb says nothing besides.
_AFTER = re.compile(r"\b(?:if|when|where|who|which|that|whose|because|since|as|in\s+whom)\b[^,;:.\n]*|\([^)]*\)", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:is|are|was|were|has|have|had|should|must|can|will|does|do|needs?|requires?|gives?|helps?|reduces?)\b")
_APPROVES = re.compile(
    r"^\W*(?:please\s+|then\s+|also\s+)*(?:give|use|offer|start|prescribe|administer|treat|take|perform|combine|apply|begin|go\s+ahead)\b"
    r"|(?<=[:;,]\s)(?:give|use|offer|start|prescribe|administer|treat|perform|go\s+ahead)\b"
    r"|\b(?:allow\w*|permit\w*|eligib\w*|qualif\w+|candidates?|indicat(?:e|es|ed|ion|ions)|suit(?:s|able|ed)|appropriate|acceptable|safe|safely|fine|okay|ok"
    r"|inclusion|includ(?:e|es|ed)|possible|reasons?\s+(?:to|for)|calls?\s+for|can\s+(?:be|have|go|get|still|take)|may\s+(?:be|have|go|get|still|take)"
    r"|is\s+(?:given|used|started|treated)|are\s+(?:given|used|started|treated)|gets?|works?|helps?|benefits?)\b"
)
_DENIES = re.compile(
    r"\b(?:no|not|nor|never|none|nobody|neither|without|cannot|avoid\w*|contra\w*|unsafe|unsuitable|inappropriate|in?eligib(?=l\w+\b)|ineligible\w*|unacceptable"
    r"|impossible|stop\w*|withh\w+|exclu\w+|rul(?:e|es|ed|ing)\s+(?:\w+\s+)?out|prohibit\w*|forb\w+|barr?(?:s|ed|ing)?|prevent\w*|disqualif\w*|omit\w*|leav\w+|skip\w*"
    r"|keep\w*|refrain\w*|off|away|h(?:o|e)ld\w*|against|discourag\w*|reserv\w*|ban(?:s|ned)?|spar\w+|only|instead|rather|unless|until|except\w*|preclud\w*|refus\w+"
    r"|wrong|mistake|false|myth|danger\w*|harm\w*|clear\s+of|alternat\w*|replac\w*|other\s+than|everyone\s+else|else|otherwise|risk\w*|un[a-z]{5,}|safer|absence|absent"
    r"|free|lack\w*|dis[a-z]{5,}|miss\w*|delay\w*|defer\w*|postpon\w*|wait\w*|switch\w*|chang\w*|fewer|higher|worse\w*|die\w*|mortality)\b|n't\b|[≠✗✘❌]"
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a claim that approves and denies nothing, where all that the statement says is that a thing isn't done."""
    del lexicon
    approved = _approval(match.claim)
    if not approved or match.claim.negators:
        return ()
    forbidden = _prohibition(match.ground.statement)
    if not forbidden or match.ground.statement.doubled:
        return ()
    detail = f"the cited words say “{forbidden}”, the claim leaves the denial out (“{approved}”)"
    return (Reason(code=ReasonCode.DIRECTION, detail=detail),)


@lru_cache(maxsize=1024)
def _approval(claim: Scoped) -> str:
    """The approving words of a claim in which nothing denies, limits or warns; else ""."""
    text = small(fold(claim.text))
    found = _APPROVES.search(text)
    return claim.text[slice(*found.span())].strip() if found and not _DENIES.search(text) else ""


@lru_cache(maxsize=1024)
def _prohibition(statement: Scoped) -> str:
    """The words by which a statement forbids, if it says nothing besides; else ""."""
    text = small(fold(statement.text))
    found = _FORBIDS.search(text)
    if found is None:
        return ""
    rest = _AFTER.sub(" ", f"{text[: found.start()]} {text[found.end() :]}")
    return "" if _BESIDES.search(rest) or _SAYS.search(rest) else statement.text[slice(*found.span())]
