"""A piece of a draft in, why it can't be a claim at all out: an order, a question, far too long. Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.citation.cite import Piece, PieceKind
from assistant.citation.instructions import asks, orders

ASKED = Reason(code=ReasonCode.MALFORMED, detail="it asks, and states nothing that could be verified")
"""Why a question is no claim, whatever it cites."""
_ORDER = Reason(code=ReasonCode.INSTRUCTION, detail="it gives an order instead of stating what the documents say")
_TOO_LONG = Reason(code=ReasonCode.MALFORMED, detail="too long for one claim")
_LONGEST = 4000
# A heading may ask what stands below it.
_TOLD = frozenset((PieceKind.SENTENCE, PieceKind.LEAD_IN))


def no_claim(piece: Piece) -> Reason | None:
    """Why this is no claim, whatever the passages say; None for what may be one."""
    if orders(piece.text):
        return _ORDER
    if len(piece.text) > _LONGEST:
        return _TOO_LONG
    return ASKED if piece.kind in _TOLD and asks(piece.text) else None
