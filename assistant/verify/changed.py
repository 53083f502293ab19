"""What may change doesn't stay the same, and what is added to is not what is added. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_SAME = re.compile(
    r"\b(?:stay(?:s|ed)?|remain(?:s|ed)?|is|are|keep(?:s)?)\s+(?:always\s+|usually\s+)?(?:the\s+same|unchanged|unaltered|constant)\b"
    r"|\b(?:does|do)(?:\s+not|n't)\s+(?:ever\s+)?(?:change|differ|vary)\b|\bnever\s+(?:changes?|differs?|var(?:y|ies))\b",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:chang(?:e|es|ed|ing)|differ(?:s|ent|ence|ences)?|var(?:y|ies|ied))\b", re.IGNORECASE)
_STILL = re.compile(r"\b(?:same|unchanged|unaltered|constant|not|no|never|stable|whether)\b|n't\b", re.IGNORECASE)
_IS_ADDED = re.compile(r"\b(?:is|are|be|been|being)\s+(?:then\s+|only\s+|later\s+)?added\b", re.IGNORECASE)
_ADDED_TO = re.compile(r"\badded\s+to\b", re.IGNORECASE)
_END = re.compile(r"[.;:\n]|\s(?:if|when|unless|has|have|is|are|may|might|should|can)\s", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "stays the same" beside "may change", and for "B is added" beside "A is added to B"."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    same = _SAME.search(claim)
    if same and _OTHER.search(statement) and not _STILL.search(statement):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words speak of change, the claim says “{same[0]}”"),)
    if words := _other_added(match, claim, statement):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words add something to “{words}”, the claim adds it"),)
    return ()


def _other_added(match: Match, claim: str, statement: str) -> str:
    """What the claim adds, where the statement adds another thing to it."""
    ours, theirs = _IS_ADDED.search(claim), list(_ADDED_TO.finditer(statement))
    if ours is None or len(theirs) != 1:
        return ""
    stop = _END.search(statement, theirs[0].end())
    end = stop.start() if stop else len(statement)
    terms = match.claim.terms
    before = [
        index
        for index, term in enumerate(terms)
        if term.end <= ours.start() and match.links[index] and not term.filler and not term.has("strength")
    ]
    if not before:
        return ""
    spans = [match.ground.terms[link].start for link in match.links[before[-1]]]
    return terms[before[-1]].text if all(theirs[0].end() <= start < end for start in spans) else ""
