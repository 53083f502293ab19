"""What is done to cure isn't told as done for relief, nor the reverse: the claim's aim is one that the cited words name. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_AIMS = {
    "cure": r"cur(?:e|es|ed|ing|ative)\b|eradicat\w+|get(?:ting)?\s+rid\s+of",
    "relief": r"palliat\w+|reliev\w+|relief\b|eas(?:e|es|ing)\b|comfort\w*|sooth\w+|(?:symptom"
    r"|pain)\s+(?:control|management|relief)|control(?:ling)?\s+(?:of\s+)?(?:symptoms|pain)|symptoms?\b",
    "prevention": r"prevent\w*|ward(?:ing)?\s+off|head(?:ing)?\s+off|prophyla\w+|avoid\w*",
    "length": r"(?:prolong|extend|lengthen)\w*|longer|live\s+long|length\b|survival",
    "diagnosis": r"diagnos\w+|detect\w*|confirm\w*|screen\w*|identif\w+",
}
_KINDS = {kind: re.compile(rf"\b(?:{words})", re.IGNORECASE) for kind, words in _AIMS.items()}
# What an aim is told by; the few words behind it are the aim.
_AIMING = re.compile(
    r"\b(?:(?:aim(?:s|ed|ing)?|goals?|purpose|objectives?|intent(?:ion)?"
    r"|point)\s+(?:of\s+(?:[\w-]+\s+){1,6}?)?(?:(?:is|are|should\s+be|here\s+is)\s+)?(?:to|at|of|being|for)?"
    r"|(?:with|has|have)\s+(?:an?\s+)?|(?:is|are|be)\s+(?:meant|intended|designed|given|used"
    r"|done)\s+(?:only\s+)?(?:to|for|as)|in\s+order\s+to|so\s+as\s+to|treat\w*\s+(?:should\s+be|is|are|with)"
    r"|is\s+(?:purely\s+)?"
    r"(?=palliative|curative))\s*(?P<aim>(?:[\w'/-]+\s*){1,4})",
    re.IGNORECASE,
)
_OPPOSED = ({"cure", "relief"}, {"cure", "prevention"}, {"cure", "diagnosis"})
_DENIED = re.compile(r"\b(?:not|no|never|rather\s+than|instead\s+of|without|nor|than)\b|n't\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for an aim of which the cited words say nothing, where they name the one that stands against it."""
    del lexicon
    theirs = {kind for kind, words in _KINDS.items() if words.search(fold(match.ground.statement.text))}
    if not theirs:
        return ()
    for found in _AIMING.finditer(fold(match.claim.text)):
        aim = found["aim"]
        if _DENIED.search(found[0]):
            continue
        ours = {kind for kind, words in _KINDS.items() if words.match(aim) or words.search(aim)}
        if ours and not ours & theirs and any(pair & ours and pair & theirs for pair in _OPPOSED):
            return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words name another aim than “{aim.strip()}”"),)
    return ()
