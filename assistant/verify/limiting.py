"""All that limits what a statement says: its conditions, whom it is about, and when it holds. Pure.

``conditional`` finds the conditions that any reader of a sentence must know of; what stands here only a claim that leaves it out
is held against: "after an operation", "during an attack", "otherwise".
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.verify.conditional import Condition, find_conditions, group_of, parted
from assistant.verify.folding import fold

_UNIT = r"(?:hours?|days?|weeks?|months?|years?)"
# "After that" takes up what was said; "the following" lists.
_WHEN = re.compile(
    r"(?<!the\s)\b(?:(?:after|following|during)\s+(?!(?:which|that|this|these|those|then|all|it|them|and|or)\b)(?=\w)"
    rf"|for\s+(?:up\s+to|at\s+most|no\s+(?:more|longer)\s+than|a\s+maximum\s+of)\s+[\w.]+\s+{_UNIT}\b"
    r"|at\s+the\s+(?:start|beginning|onset|end)\s+of\s+(?=\w)"
    rf"|within\s+[\w.]+\s+{_UNIT}\s+(?:of|after|from)\s+(?=\w)"
    r"|(?:while|whilst)\s+(?=(?:on|taking|receiving|waiting|using|there)\b))",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"[;.:,]\s*(?P<word>otherwise)\b", re.IGNORECASE)
_WEIGHED = re.compile(r"\b(?:even|especially|particularly|shortly|and|or|both)\s$", re.IGNORECASE)
_END = re.compile(
    r"[;:!?\n()—]|\.(?!\d)|,|\s-\s|\s+and\s+(?=\w+\s+(?:it|them|the)\b)"
    r"|\s+(?:is|are|was|were|should|must|may|might|can|could|will|has|have|had|does|do)\b"
)


@lru_cache(maxsize=4096)
def limits_of(text: str) -> tuple[Condition, ...]:
    """Each condition, what it asks for apart; whom the sentence is about; when it holds: in the order of the text."""
    folded = fold(text)
    group = group_of(text)
    found = [part for one in find_conditions(text) for part in parted(one, folded)]
    found += parted(group, folded) if group else ()
    return tuple(sorted((*found, *_further(folded, found)), key=lambda one: one.start))


def _further(text: str, known: list[Condition]) -> list[Condition]:
    found = []
    for one in _WHEN.finditer(text):
        if _WEIGHED.search(text, 0, one.start()) or any(other.start <= one.start() < other.end for other in known):
            continue
        stop = _END.search(text, one.end())
        later = [other.start for other in known if one.start() < other.start]
        found.append(Condition("when", one.start(), min((stop.start() if stop else len(text), *later))))
    return found


def otherwise(text: str) -> int:
    """Where the "otherwise" stands behind which a sentence says what is done in all other cases; -1 without one."""
    found = _OTHERWISE.search(text)
    return found.start("word") if found else -1
