"""Which outcome is gained: what lets people feel better isn't told of how long they live. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.denied_outcomes import OUTCOMES
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

# Outcomes that studies tell apart and that own words mix rarely: of others ("control", "symptoms") one may tell the other.
_APART = ("life", "progression", "response", "cure")
# "Quality of life", "a better life": how one lives, not how long; "for life", "life-threatening" are no outcome.
_HOW = re.compile(
    r"\bquality\s+of\s+(?:\w+\s+)?li(?:fe|ves?|ving)\b|\blife\s+quality\b|\b(?:better|good|normal|daily|everyday|day-to-day|own|family|sex)\s+li(?:fe|ves)\b"
    r"|\blife[\s-]+threat\w*|\bthreat\w*\s+(?:to\s+)?(?:(?:their|your|his|her|the|a)\s+)?life|\bfor\s+life\b|\blifelong\b|\blifestyle\w*"
    r"|\bprogression[\s-]free\s+survival\b|\b(?:liv(?:e|es|ing))\s+with\b",
    re.IGNORECASE,
)
_HOW_LONG = re.compile(
    r"\b(?:length|span)\b[^.;]{0,40}?\blife\b|\blongevity\b|\bliv(?:e|es|ing)\s+(?:on|longer)\b", re.IGNORECASE
)
_GAIN = re.compile(
    r"\b(?:improv\w+|lengthen\w*|prolong\w*|extend\w*|increas\w*|rais(?:e|es|ed|ing)|boost\w*|enhanc\w*|benefi\w+|gains?|advantage\w*|better"
    r"|longer|higher|more\s+often|delay\w*|slow\w*|help\w*|because|so\s+as\s+to|in\s+order\s+to|aim\w*|goals?)\b",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a gain in an outcome that the statement doesn't name, where it names one that the claim leaves out."""
    del lexicon
    claim = fold(match.claim.text)
    if not _GAIN.search(claim):
        return ()
    ours = _named(claim)
    if not ours:
        return ()
    whole = match.ground.statement.text
    theirs = _named(fold(whole[match.ground.own_from :]))
    if not theirs or ours & theirs == ours or not theirs - ours:
        return ()
    word = OUTCOMES[min(ours - theirs)].search(_HOW.sub(" ", claim))
    said = word[0] if word else ""
    return (Reason(code=ReasonCode.NAME, detail=f"the cited words speak of another outcome than “{said}”"),)


def _named(text: str) -> frozenset[str]:
    bare = _HOW.sub(" ", text)
    told = {name for name in _APART if OUTCOMES[name].search(bare)}
    told |= {name for name, pattern in (("life", _HOW_LONG), ("quality", OUTCOMES["quality"])) if pattern.search(text)}
    return frozenset(told)
