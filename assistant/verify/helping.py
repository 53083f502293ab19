"""What helps a thing to come about doesn't keep it from coming about, and what treats a trouble doesn't cause it. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.words.lexicon import Lexicon

_KEEPING = re.compile(
    r"\b(?:keep(?:s|ing)?|kept|stop(?:s|ped|ping)?|prevent(?:s|ed|ing)?|block(?:s|ed|ing)?|hinder(?:s|ed|ing)?)\s"
    r"(?:[^.;:,]{1,60}?\s)?from\s",
    re.IGNORECASE,
)
_HELPING = re.compile(r"\b(?:help(?:s|ed|ing)?|aid(?:s|ed|ing)?|lets?|allow(?:s|ed|ing)?|enabl(?:e|es|ed|ing))\s", re.IGNORECASE)
_CAUSING = re.compile(
    r"\b(?:caus(?:e|es|ing)|bring(?:s|ing)?\s+(?:on|about)|lead(?:s|ing)?\s+to|trigger(?:s|ing)?|provok(?:e|es|ing)|giv(?:e|es|ing)\s+rise\s+to)\s",
    re.IGNORECASE,
)
_TREATING = re.compile(
    r"\b(?:treat(?:s|ing)?|reliev(?:e|es|ing)|eas(?:e|es|ing)|sooth(?:e|es|ing)|alleviat(?:e|es|ing)|palliat(?:e|es|ing))\s",
    re.IGNORECASE,
)
_ENDS = frozenset(".;:,()\n")
# The kind that the claim may not turn into, how many things each reaches.
_OPPOSED = ((_KEEPING, 2, _HELPING, 5), (_HELPING, 5, _KEEPING, 2), (_CAUSING, 3, _TREATING, 4), (_TREATING, 4, _CAUSING, 3))


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "keeps cells from growing" beside "helps cells to grow", and for "causes X" beside "treats X"."""
    del lexicon
    claim, statement = match.claim, match.ground.statement
    for ours, far, theirs, reach in _OPPOSED:
        if not ours.search(fold(claim.text)) or theirs.search(fold(claim.text)):
            continue
        opposed = _reached(statement, theirs, reach) - _reached(statement, ours, far) - statement.denied - statement.near
        for index in sorted(_reached(claim, ours, far) - claim.denied - claim.near):
            said = [other for other in match.links[index] if other in opposed]
            if said and len(said) == len(match.links[index]):
                words = claim.terms[index].text
                detail = f"the claim turns round what the cited words say is done to “{words}”"
                return (Reason(code=ReasonCode.NOT_STATED, detail=detail),)
    return ()


def _reached(scoped: Scoped, cue: re.Pattern[str], far: int) -> set[int]:
    """The first things that a text names behind each cue, up to a mark."""
    found: set[int] = set()
    for one in cue.finditer(fold(scoped.text)):
        left = far
        for index, term in enumerate(scoped.terms):
            if term.start < one.end():
                continue
            if not left or term.text in _ENDS:
                break
            if not term.filler and not term.punctuation and not term.has("strength"):
                found.add(index)
                left -= 1
    return found
