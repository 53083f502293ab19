"""What a thing comes to isn't what it gains: "a median of 6 months" isn't "adds 6 months". Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_NUMBER = r"(?P<figure>\d+(?:\.\d+)?)"
_UNIT = r"(?:days?|weeks?|months?|years?|points?|mg|kg|%|per\s*cent)"
_GAINS = (
    re.compile(
        rf"\b(?:adds?|added|adding|gains?|gained|gaining|wins?|won)\s+(?:about\s+|around\s+|some\s+"
        rf"|a\s+median\s+(?:of\s+)?|another\s+)?{_NUMBER}\s*{_UNIT}",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_NUMBER}\s*{_UNIT}\s+(?:more|longer|extra|further|additional|later)\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:an?\s+)?(?:extra|additional|further|gain\s+of|rise\s+of|increase\s+of"
        rf"|improvement\s+of)\s+{_NUMBER}\s*{_UNIT}",
        re.IGNORECASE,
    ),
)
_GAINING = re.compile(
    r"\b(?:add\w*|gain\w*|more|longer|extra|further|additional|later|increas\w*|improv\w*|extend\w*|prolong\w*|lengthen\w*|by|differen\w*|delay\w*|rise|rose|versus|vs"
    r"|than|compared|or\s+more)\b",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a figure that the claim tells as a gain where the statement compares with nothing."""
    del lexicon
    claim = match.claim.text
    if not any(character.isdigit() for character in claim):
        return ()
    found = next((one for pattern in _GAINS if (one := pattern.search(fold(claim)))), None)
    if found is None or _GAINING.search(fold(match.ground.statement.text)):
        return ()
    return (Reason(code=ReasonCode.NUMBER, detail=f"the cited words don't tell {found['figure']} as a gain"),)
