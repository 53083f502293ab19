"""How much longer one is than the other: of "9 vs 6 months" the claim may say 3 months longer, not 9 months longer. Pure."""

from __future__ import annotations

import math
import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_NUMBER = r"\d+(?:\.\d+)?"
_LONGER = re.compile(
    rf"(?<![\d.])(?P<by>{_NUMBER})\s*(?:months?|mo|weeks?|years?|days?|hours?|points?|%|mg|mmHg)\s+"
    r"(?:more|longer|later|higher|lower|less|fewer|sooner|earlier|shorter)\b(?!\s+than\s+\d)"
    rf"|\b(?:add(?:s|ed)|gain(?:s|ed)|won|wins|brought\s+another|bought)\s+(?P<gain>{_NUMBER})\s*(?:months?|weeks?|years?|days?|hours?|points?)\b",
    re.IGNORECASE,
)
_SIDES = re.compile(
    rf"(?<![\d.])(?P<one>{_NUMBER})(?:\s*[a-z%]+)?\s*(?:vs\.?|versus|against|compared\s+(?:with|to))\s+(?P<other>{_NUMBER})",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a difference that is one side's own figure."""
    del lexicon
    for found in _LONGER.finditer(fold(match.claim.text)):
        by = float(found["by"] or found["gain"])
        for sides in _SIDES.finditer(fold(match.ground.statement.text)):
            one, other = float(sides["one"]), float(sides["other"])
            if by in (one, other) and not math.isclose(by, abs(one - other)):
                return (Reason(code=ReasonCode.NUMBER, detail=f"the cited words give {sides[0]}, the claim “{found[0]}”"),)
    return ()
