"""What the statement only puts off the claim doesn't prevent: "delays the first attack" is not "prevents attacks". Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_DELAYS = re.compile(r"\b(?:delay|delays|delayed|delaying|postpone|postpones|postponed|postponing)\b", re.IGNORECASE)
_PREVENTS = re.compile(
    r"\b(?:prevents?|prevented|preventing|averts?|averted|wards?\s+off|heads?\s+off|stops|fewer|eliminat\w+|rules?\s+out"
    r"|keeps?\s+(?:[\w-]+\s+){0,3}(?:away|at\s+bay|from\s+\w+ing))\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:delay\w*|postpon\w*|later|longer|hold\w*\s+off|put\w*\s+off|push\w*\s+back|time\s+to|slow\w*|defer\w*|stav\w+)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:prevent\w*|avert\w*|fewer|stop\w*|discontinu\w*|withdr\w*|reduc\w*|decreas\w*|lower\w*|less|avoid\w*|incidence|rates?|numbers?|not|never|no"
    r"|without)\b",
    re.IGNORECASE,
)
# "A should not delay B" puts nothing in front of A: it is B that is not postponed.
_NOT_DELAY = re.compile(
    r"\b(?:should|must|may|does|do|can)\s*(?:not|n't)\s+(?P<delays>delay|postpone|hold\s+up)\s+(?=[a-z])", re.IGNORECASE
)
_NOT_PUT_OFF = re.compile(
    r"\b(?:not|never|n't)\s+(?:(?:have|need)\s+to\s+wait|wait|be\s+(?:postponed|delayed|put\s+off|held\s+up|pushed\s+back|deferred))\b",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "prevents more events" where the statement says "delays the first event", and nothing of prevention."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    if words := _put_off_itself(match, claim, statement):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words say what this doesn't delay, the claim “{words}”"),)
    prevents, delays = _PREVENTS.search(claim), _DELAYS.search(statement)
    if prevents is None or delays is None or _LATER.search(claim) or _BOTH.search(statement):
        return ()
    detail = f"the cited words say “{delays[0]}”, the claim “{prevents[0]}”"
    return (Reason(code=ReasonCode.DIRECTION, detail=detail),)


def _put_off_itself(match: Match, claim: str, statement: str) -> str:
    """The words of "A should not be postponed" where the statement says "A should not delay B"; "" for B."""
    found, delays = _NOT_PUT_OFF.search(claim), _NOT_DELAY.search(statement)
    if found is None or delays is None:
        return ""
    terms = match.ground.terms
    before = [links for index, links in enumerate(match.links) if links and _is_thing(match.claim.terms[index], found.start())]
    return found[0] if before and all(terms[link].end <= delays.start() for link in before[-1]) else ""


def _is_thing(term: Term, end: int) -> bool:
    """True for what is named before a place: neither a small word nor one of strength."""
    return term.end <= end and not term.filler and not term.has("strength")
