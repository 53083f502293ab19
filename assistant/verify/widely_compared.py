"""What is better than one thing isn't said to be better than all, nor to be the best. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.comparison import comparison_of
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_OTHERS = (
    r"(?:(?:all|any|every|each|most|many|several|some|the|various)\s+)*(?:others?\b|rest\b|anything\b"
    r"|everything\b|competitors?\b|alternatives\b"
    r"|(?:usual|conventional|older|existing|comparable|similar)\s+\w+)|(?:any|all|every)\s+(?:of\s+the\s+)?\w+"
)
_THAN = re.compile(
    rf"\b(?:than|over|superior\s+to|preferred\s+to|preferable\s+to|compared\s+(?:with|to)|versus|against"
    rf"|outperform\w*|outdo\w*|beat\w*|surpass\w*"
    rf"|ahead\s+of|above)\s+(?:with\s+|on\s+|of\s+|to\s+)?(?:{_OTHERS})",
    re.IGNORECASE,
)
_BEST = re.compile(
    r"\b(?:the\s+(?:\w+\s+){0,3}?(?:best|most|least|fewest|lowest|highest|longest|strongest|safest|greatest)"
    r"|best|unsurpassed|unmatched|unrivalled|unrivaled)\b",
    re.IGNORECASE,
)
_OF_TWO = re.compile(
    r"\b(?:of|between)\s+(?:the\s+|these\s+|those\s+)?(?:two|pair|both)\b|\bat\s+(?:best|most|least)\b", re.IGNORECASE
)
_WIDE = re.compile(
    r"\b(?:others?|another|all|any|every|each|rest|else|alternatives?|best|most|least|usual|conventional"
    r"|standard|placebo|control|existing|first\s+choice"
    r"|fewest|lowest|highest|longest|strongest|safest|greatest|unsurpassed)\b",
    re.IGNORECASE,
)

_NEXT = 2


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "better than all others" and "the best" where the statement compares with a single thing."""
    del lexicon
    claim = fold(match.claim.text)
    found = _THAN.search(claim) or (None if _OF_TWO.search(claim) else _BEST.search(claim))
    if found is None or comparison_of(match.ground.statement) is None:
        return ()
    named = {index for index, term in enumerate(match.claim.terms) if found.start() < term.start < found.end() + _NEXT}
    of_class = any(
        term.concept and match.claim.terms[index].concept == term.concept for index in named for term in match.linked(index)
    )
    if of_class or _WIDE.search(fold(match.ground.statement.text)):
        return ()
    detail = f"the cited words compare with one thing, the claim says “{found[0]}”"
    return (Reason(code=ReasonCode.NAME, detail=detail),)
