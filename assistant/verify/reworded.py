"""Yet further turns of phrase of a claim → plain words: what may follow, what is held back, what is one alone. Pure.

As in ``plainly`` and ``restated``, each says in another build what a plain sentence says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Evidence
from assistant.verify.turning import turning

_ILL = r"(?:cancers?|tumou?rs?|disease|illness|growth|progression|metastas[ei]s|spread)"
_TURNS: tuple[tuple[re.Pattern[str], str], ...] = (
    # "hold the cancer back" → "slow the cancer"; what holds a treatment back is another thing
    (
        re.compile(
            rf"\b(?:hold|holds|holding|held)\s+(?:back\s+)?((?:the\s+|a\s+|her\s+|his\s+|your\s+)?{_ILL})(?:\s+back)\b",
            re.IGNORECASE,
        ),
        r"slow \1",
    ),
    (
        re.compile(rf"\b(?:hold|holds|holding|held)\s+back\s+((?:the\s+|a\s+|her\s+|his\s+|your\s+)?{_ILL})\b", re.IGNORECASE),
        r"slow \1",
    ),
    # "preferred to several at once" → "preferred to several drugs at once"
    (
        re.compile(
            r"\b(over|to|than|for|of)\s+(several|two\s+or\s+more|more\s+than\s+one)\s+(?=at\s+(?:once|the\s+same\s+time|a\s+time)\b)",
            re.IGNORECASE,
        ),
        r"\1 \2 drugs ",
    ),
)
_turned = turning(_TURNS)
# "because X may follow" → "because of the risk of X", where the cited words speak of a risk.
_RISK = re.compile(r"\brisk\b", re.IGNORECASE)
_MAY_FOLLOW = re.compile(
    r"\b(?:because|since|as)\s+((?:[\w'-]+\s+){1,6}?)(?:may|might|can|could)\s+(?:follow|occur|happen|develop|result|arise|ensue|set\s+in)\b",
    re.IGNORECASE,
)
# "one fraction" → "a single fraction", where the cited words say so.
_SINGLE = re.compile(r"\bsingle\b", re.IGNORECASE)
_ONE = re.compile(r"\b(?:one|1)\s+(?=(?:[a-z]+\s+)?(?:fraction|session|dose|cycle|course|infusion|injection)\b)", re.IGNORECASE)


def reworded(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with such turns in plain words."""
    text = _turned(claim)
    said = [piece.text for piece in evidence]
    if _MAY_FOLLOW.search(text) and any(map(_RISK.search, said)):
        text = _MAY_FOLLOW.sub(r"because of the risk of \1", text)
    if _ONE.search(text) and any(map(_SINGLE.search, said)):
        text = _ONE.sub("a single ", text)
    return text
