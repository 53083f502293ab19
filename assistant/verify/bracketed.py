"""What a name is also called: of "alpha (Alfa), beta (Beta)" neither is Alfa beta's other name, nor Beta alpha's. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_BRACKETS = re.compile(r"(?P<name>[A-Za-z][\w-]{3,})\s+\((?P<other>[A-Z][\w-]{2,})(?=[,)])")
# What says that two names are one thing's.
_IS = (
    r"(?:\s*\(\s*|:\s*(?:(?:this|it)\s+is\s+)?|,?\s+(?:whose|with\s+the)\s+(?:trade|brand)(?:\s+name)?\s+(?:is\s+)?"
    r"|,?\s+(?:(?:which\s+)?is\s+)?(?:also\s+)?(?:sold|known|marketed|branded)\s+(?:as|under)\s+(?:the\s+name\s+(?:of\s+)?)?"
    r"|\s+is\s+(?:the\s+(?:brand|trade)(?:\s+name)?\s+(?:of|for)\s+|another\s+name\s+for\s+)?)"
)
_FEWEST = 2


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a name that the claim takes for another's."""
    del lexicon
    claim = fold(match.claim.text)
    for pattern, other, name in _exchanged(match.ground.statement.text):
        if pattern.search(claim):
            return (Reason(code=ReasonCode.NAME, detail=f"the cited words give “{other}” as another name than “{name}”"),)
    return ()


@lru_cache(maxsize=512)
def _exchanged(text: str) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """How a claim would give each name the other name of another."""
    names: dict[str, set[str]] = defaultdict(set)
    for found in _BRACKETS.finditer(fold(text)):
        names[found["other"]].add(found["name"])
    if len(names) < _FEWEST:
        return ()
    every = {name for own in names.values() for name in own}
    return tuple(
        (_told(other, name), other, name) for other, own in names.items() for name in sorted(every - own) if name not in names
    )


def _told(other: str, name: str) -> re.Pattern[str]:
    one, two = re.escape(other), re.escape(name)
    between = r"(?:(?!and\b|or\b|with\b)[\w-]+\s+){0,1}"
    return re.compile(rf"\b{one}\b{_IS}{between}{two}\b|\b{two}\b{_IS}{one}\b", re.IGNORECASE)
