"""What is asked for isn't optional, what is limited isn't open, little value isn't great, and a name may deny itself. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_IF_NEEDED = re.compile(
    r"\b(?:if|as|when|where|whenever)\s+(?:(?:it|this|that|they|these)\s+(?:is|are)\s+)?"
    r"(?:needed|required|necessary|wanted|desired|preferred|wished|liked)\b|\boptional(?:ly)?\b",
    re.IGNORECASE,
)
# Whatever lets a statement ask for less than always.
_OPEN = re.compile(
    r"\b(?:if|when\w*|where\w*|unless|may|might|can|could|consider\w*|option\w*|need(?:ed|s|ing)?|necessar\w+|require(?:s)?|some(?:times)?"
    r"|usual(?:ly)?|often|selected|depend\w*|appropriate|according|individual\w*|once|until|for\s+(?:patients|people|those|women|men))\b",
    re.IGNORECASE,
)
_REQUIRED = re.compile(r"\b(?:is|are)\s+required\b", re.IGNORECASE)
_WHETHER = re.compile(
    r"\b(?:whether\s+or\s+not|regardless\s+of|irrespective\s+of|no\s+matter)\s+(?P<what>[^.;,]+)", re.IGNORECASE
)
_TURNING = re.compile(r"^(?:in|un|non-?|im|ir)(?=[a-z]{4})", re.IGNORECASE)
_VALUE = r"(?:value|use|benefit|help|importance|interest)"
_GREAT = re.compile(
    rf"\b(?:particular|special|great|high|considerable|real|much|good|major|outstanding)(?:ly)?\s+(?:{_VALUE}|valuable|useful|helpful)\b",
    re.IGNORECASE,
)
_LITTLE = re.compile(rf"\b(?:limited|little|small|modest|low|doubtful|uncertain|questionable|minor)\s+{_VALUE}\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "if needed" or "whether or not" of what is asked for in any case, and for great value where it is little."""
    del lexicon
    if undone := _undone(match):
        return (Reason(code=ReasonCode.NEGATION, detail=f"the cited words say “{undone}”, the claim leaves the denial out"),)
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    if (great := _GREAT.search(claim)) and (little := _LITTLE.search(statement)) and not _LITTLE.search(claim):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words say “{little[0]}”, the claim “{great[0]}”"),)
    if (made := _IF_NEEDED.search(claim)) and not _OPEN.search(_REQUIRED.sub("", statement)):
        return (Reason(code=ReasonCode.STRENGTH, detail=f"the claim says “may” (“{made[0]}”), the cited words “must”"),)
    return _whatever(match, claim)


def _undone(match: Match) -> str:
    """The name that denies itself ("incurable" among the names of cure) where the claim says the thing in other words; or ""."""
    claim = match.claim
    for index, term in enumerate(match.ground.terms):
        names = {name.lower() for name in term.concept.wordings} if term.concept and match.ground.is_own(term) else set[str]()
        bare = _TURNING.sub("", term.text.lower())
        if bare == term.text.lower() or bare not in names:
            continue
        said = [own for own in match.claims_for(index) if not claim.terms[own].filler]
        if said and not any(own in claim.denied | claim.near or _TURNING.match(claim.terms[own].text) for own in said):
            return term.text
    return ""


def _whatever(match: Match, claim: str) -> tuple[Reason, ...]:
    """A reason for "whether or not X" where another thing doesn't matter, and X stands before that is told."""
    terms = match.ground.terms
    cues = [index for index, term in enumerate(terms) if term.keys & {"g:regardless"}]
    found = _WHETHER.search(claim)
    if found is None or not cues:
        return ()
    begin, end = found.span("what")
    own = [index for index, term in enumerate(match.claim.terms) if begin <= term.start < end and not term.filler]
    linked = [match.links[index] for index in own if match.links[index]]
    if not linked or any(link > cues[0] for links in linked for link in links):
        return ()
    return (Reason(code=ReasonCode.POPULATION, detail=f"the cited words don't leave it open, the claim says “{found[0]}”"),)
