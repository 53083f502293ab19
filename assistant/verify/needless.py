"""What is not needed isn't forbidden, and what is forbidden isn't merely not needed. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_NEEDLESS = re.compile(
    r"\b(?:do|does|did|will)(?:\s+not|n't)\s+(?:\w+ly\s+)?(?:need|require|have\s+to)\b|\bneed(?:\s+not|n't)\b|\bno\s+(?:\w+\s+)?need\b|\bunnecessary\b|\bneedless\b|\boptional\b"
    r"|\b(?:not|n't|never|no\s+longer)\s+(?:(?:be|\w+ly|always|an?)\s+)*(?:needed|required|necessary|mandatory|compulsory|obligatory|essential|prerequisite)\b"
    r"|\bno\s+(?:[\w-]+\s+){1,4}?(?:is|are)\s+(?:\w+ly\s+)?(?:needed|required|necessary)\b",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(
    r"\b(?:must|may)(?:\s+not|n't)\b|\b(?:must|should|may|can)\s+never\b|\bnever\s+(?:be\s+)?(?:give|given|use|used|take|taken|do|done|start|started|perform|performed)\b"
    r"|\bcontra-?indicated\b|\bforbidden\b|\bprohibited\b",
    re.IGNORECASE,
)
_ADVISED_AGAINST = re.compile(
    r"\b(?:should|ought)(?:\s+not|n't)\b|\b(?:do|does)(?:\s+not|n't)\b|\bavoid\w*|\bagainst\b|\bnot\s+(?:be\s+)?(?:\w+ly\s+)?(?:recommended|advised|indicated|advisable|used|given|done|allowed|permitted)\b"
    r"|\bcannot\b|\bcan't\b|\bnever\b|\bno\s+(?:role|place)\b|\bnot\s+to\b",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "must not" where the statement says no more than "need not", and for the reverse."""
    del lexicon
    ours, theirs = fold(match.claim.text), fold(match.ground.statement.text)
    forbids = _FORBIDDEN.search(ours)
    if forbids and _is_only_needless(theirs) and not _NEEDLESS.search(ours):
        return (_differs("not must", "not needed"),)
    spared = _NEEDLESS.search(ours)
    if spared and not forbids and _FORBIDDEN.search(theirs) and not _NEEDLESS.search(theirs):
        return (_differs("not needed", "not must"),)
    return ()


def _is_only_needless(text: str) -> bool:
    """True where all that a text denies is that something is needed."""
    return _NEEDLESS.search(text) is not None and not (
        _FORBIDDEN.search(text) or _ADVISED_AGAINST.search(_NEEDLESS.sub(" ", text))
    )


def _differs(ours: str, theirs: str) -> Reason:
    return Reason(code=ReasonCode.STRENGTH, detail=f"the claim says “{ours}”, the cited words “{theirs}”")
