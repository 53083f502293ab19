"""What the statement only puts off the claim doesn't prevent: "delays the first attack" is not "prevents attacks". Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
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


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "prevents more events" where the statement says "delays the first event", and nothing of prevention."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    prevents, delays = _PREVENTS.search(claim), _DELAYS.search(statement)
    if prevents is None or delays is None or _LATER.search(claim) or _BOTH.search(statement):
        return ()
    detail = f"the cited words say “{delays[0]}”, the claim “{prevents[0]}”"
    return (Reason(code=ReasonCode.DIRECTION, detail=detail),)
