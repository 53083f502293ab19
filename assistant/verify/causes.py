"""A cause that the claim gives is given by the statement. Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.lexicon import Lexicon
from assistant.verify.matching import Match

_GROUPS = ("because", "cause", "lead_to", "purpose", "risk", "prevent", "required", "justified")
_GIVING = frozenset((*(f"g:{group}" for group in _GROUPS), "w:to", "w:so", "w:warrant"))


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for “because” where the statement gives neither cause nor purpose."""
    del lexicon
    ours = [term for term in match.claim.terms if term.has("causes")]
    if not ours or any(term.has("causes") or term.keys & _GIVING for term in match.ground.terms):
        return ()
    return (Reason(code=ReasonCode.NOT_STATED, detail=f"the cited words don't give this as a cause (“{ours[0].text}”)"),)
