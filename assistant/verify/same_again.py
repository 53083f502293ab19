"""What the cited words call another one isn't the same again. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_SAME = re.compile(
    r"\bthe\s+(?:very\s+)?same\s+(?!time\b|day\b|way\b|as\b|side\b)[^.;:,]{1,40}?\b(?:again|once\s+more|a\s+second\s+time|repeated)\b"
    r"|\b(?:again|repeat\w*|retry\w*|try|trying|tried|use|using|given?|giving|resum\w*|stay\w*\s+(?:on|with)|keep\w*\s+to)\s+"
    r"(?:with\s+)?the\s+(?:very\s+)?same\s+(?!time\b|day\b|way\b|as\b|side\b)\w+",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:another|(?:a|any)\s+(?:different|new|second|further))\b", re.IGNORECASE)
_ALIKE = re.compile(r"\b(?:same|again|re-?treat\w*|rechalleng\w*|repeat\w*|re-?us\w*|resum\w*)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|never|no|rather|instead|than|avoid\w*|without|other|another|different)\b|n't\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "the same X again" where the statement says "another X"."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    same, other = _SAME.search(claim), _OTHER.search(statement)
    if same is None or other is None or _ALIKE.search(statement) or _DENIED.search(claim, claim.rfind(",", 0, same.start()) + 1):
        return ()
    return (Reason(code=ReasonCode.NAME, detail=f"the cited words say “{other[0]}”, the claim “{same[0]}”"),)
