"""A question that counts how often a thing is given or taken in, the pattern of a statement that counts it out. Pure."""

from __future__ import annotations

import re

_HOW_MANY = re.compile(
    r"\bhow many (?:\w+ ){0,2}?"
    r"(?P<counted>tablet|pill|capsule|drop|puff|injection|infusion|dose|patche|ampoule|vial|session|visit)s?\b",
    re.IGNORECASE,
)
# How often a thing is given is told in any of these words.
_TIMES_GIVEN = frozenset("injection infusion dose session".split())
_GIVEN_TIMES = r"treatment|application|administration|injection|infusion|dose|session|time"
_NUMBER = r"(?:\d[\d.,–-]*|\w+teen|one|two|three|four|five|six|seven|eight|nine|ten|twelve|single)"


def counting(question: str) -> re.Pattern[str] | None:
    """What a statement has that counts what the question counts ("how many tablets …?"); None for one that counts nothing."""
    found = _HOW_MANY.search(question)
    if found is None:
        return None
    kind = found["counted"].lower()
    counted = f"(?:{kind}|{_GIVEN_TIMES})" if kind in _TIMES_GIVEN else kind
    return re.compile(rf"\b{_NUMBER}\W+(?:\w+\W+){{0,2}}{counted}", re.IGNORECASE)
