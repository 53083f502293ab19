"""That nothing has been shown isn't told as shown not to be, nor what has been studied as working. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_SHOWN = r"(?:shown|demonstrated|proven|proved|established|found|seen|documented|observed|reported|known|confirmed)"
_NOT_SHOWN = re.compile(
    rf"\bno\s+(?:[\w-]+\s+){{1,6}}?(?:has|have)\s+(?:yet\s+|ever\s+)?been\s+{_SHOWN}\b"
    rf"|\bno\s+(?:\w+\s+)?evidence\b|\b(?:has|have)\s+not\s+(?:yet\s+)?been\s+{_SHOWN}\b"
    rf"|\b(?:is|are|remains?)\s+(?:unknown|unclear|unproven|uncertain|undefined)\b|\black\s+of\s+evidence\b"
    rf"|\bnot\s+(?:yet\s+)?{_SHOWN}\b",
    re.IGNORECASE,
)
_PLAINLY_NOT = re.compile(
    r"\b(?:does|do|did|will|would|can)(?:\s+not|n't)\s+(?:\w+ly\s+)?(?:improve|lengthen|prolong|extend|reduce"
    r"|lower|increase|help|work|add|change|affect|prevent|delay"
    r"|bring|give|offer|provide|slow|benefit|raise|make)\b|\b(?:has|have|brings?|gives?|offers?|provides?"
    r"|with)\s+no\s+(?:[\w-]+\s+)?(?:effect|benefit|advantage|impact|influence|value)\b",
    re.IGNORECASE,
)
# "It has been demonstrated that X brings no gain", "a gain has been ruled out": shown not to be.
_SHOWN_NOT = re.compile(
    r"\b(?:ruled\s+out|disprove[dn]|refuted|been\s+excluded)\b"
    r"|(?<!\bnot )(?<!\bnever )(?<!\bnot yet )\b(?:been|is|was|are|were|has|have|stud(?:y|ies)|trials?|data)"
    rf"\s+(?:(?:now|clearly|well|have|has)\s+)?{_SHOWN}\s+"
    r"(?:(?:not\s+)?to\s+\w+\s+no\b|not\s+to\b|that\s+[^.;:]{3,80}?\b(?:no|not|never|doesn't|don't)\b)",
    re.IGNORECASE,
)
# What has been shown isn't still awaited.
_AWAITED = re.compile(
    r"\b(?:still\s+)?(?:awaited|pending|outstanding|yet\s+to\s+(?:be|come|show)|remains?\s+to\s+be\s+\w+|still\s+(?:unproven|unclear|an\s+open\s+question))\b",
    re.IGNORECASE,
)
_UNTOLD = re.compile(
    r"\b(?:not|no|never|unknown|un\w+ed|unclear|un\w+n|await\w*|pending|yet|remain\w*|ongoing|lack\w*|open|conflict\w*)\b|n't\b",
    re.IGNORECASE,
)
_OF_EVIDENCE = re.compile(
    r"\b(?:show\w*|demonstrat\w*|prov\w+|evidence|data|stud(?:y|ies)|trials?|establish\w*|found|seen"
    r"|document\w*|known|unknown|unclear|uncertain|clear|report\w*|confirm\w*|appear\w*|seem\w*)\b",
    re.IGNORECASE,
)
_FLAT_NO = re.compile(r"\b(?:does|do|did|is|are|was|were|will)\s+not\b", re.IGNORECASE)
_STUDIED = re.compile(
    r"\b(?:studied|investigated|tested|examined|evaluated|explored|under\s+investigation|being\s+(?:studied|tested))\b",
    re.IGNORECASE,
)
_WORKING = re.compile(
    r"\b(?:works?|is\s+(?:\w+ly\s+)?effective|helps?|is\s+approved|is\s+licensed|is\s+recommended|is\s+beneficial)\b",
    re.IGNORECASE,
)
_SAID_TO_WORK = re.compile(
    r"\b(?:work\w*|effective\w*|efficac\w*|help\w*|benefi\w*|approved?|licen[sc]ed|recommend\w*|improv\w*"
    r"|prolong\w*|reduc\w*|superior|better)\b",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "does not help" where no help has been shown, and for "works" where it has been studied."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    denied = _PLAINLY_NOT.search(claim)
    if (
        denied
        and not _OF_EVIDENCE.search(claim)
        and _NOT_SHOWN.search(statement)
        and not _FLAT_NO.search(_NOT_SHOWN.sub(" ", statement))
    ):
        detail = f"the cited words say that it hasn't been shown, the claim “{denied[0]}”"
        return (Reason(code=ReasonCode.STRENGTH, detail=detail),)
    shown_not = _SHOWN_NOT.search(claim)
    if shown_not and _NOT_SHOWN.search(statement) and not _SHOWN_NOT.search(statement):
        detail = f"the cited words say that it hasn't been shown, the claim “{shown_not[0]}”"
        return (Reason(code=ReasonCode.STRENGTH, detail=detail),)
    awaited = _AWAITED.search(claim)
    if awaited and not _UNTOLD.search(statement):
        return (Reason(code=ReasonCode.STRENGTH, detail=f"the cited words leave nothing open, the claim says “{awaited[0]}”"),)
    working = _WORKING.search(claim)
    if working and _STUDIED.search(statement) and not _SAID_TO_WORK.search(statement):
        return (Reason(code=ReasonCode.STRENGTH, detail=f"the cited words say that it was studied, the claim “{working[0]}”"),)
    return ()
