"""The members of a class that a claim lists, with the class's name that one of the cited statements gives them. Pure.

Of two statements one says which belong to a class, "an ACE inhibitor (enalapril, ramipril or lisinopril)", the other what holds
for the class. Who lists its members says the latter of each: it must hold of the class then, which says no less.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answers import Evidence

# Words of a name reach back from its bracket to the first that no name holds.
_CLASS = re.compile(
    r"(?P<name>(?:(?!(?:an?|the|and|or|of|with|to|for|in|by|as|is|are|be|use|give|either|any|plus|should|may|can|if|when)\b)[^\W\d_][\w/+-]*\s+){1,4})"
    r"\((?:(?:e\.g\.,?|i\.e\.,?|such\s+as|like|for\s+example,?|namely)\s+)?(?P<ones>[^()\d]{6,120})\)",
    re.IGNORECASE,
)
# What names a class by itself before its members.
_INTRODUCED = re.compile(r"(?:\bi\.e\.,?|\be\.g\.,?|\bnamely|\bsuch\s+as|\blike|\bincluding|\bthat\s+is,?|\()\s*$", re.IGNORECASE)
_COMMA = re.compile(r",\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+", re.IGNORECASE)
_JOINT = re.compile(r"\s(?:and|or)\s", re.IGNORECASE)
_FEWEST = 2


def with_class(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with the class named before each list of all its members; as it was where nothing cited names one."""
    if len(evidence) < _FEWEST or not _JOINT.search(claim):
        return claim
    texts = [piece.text for piece in evidence]
    for place, text in enumerate(texts):
        for name, members in _classes(text):
            one = "|".join(map(re.escape, sorted(members)))
            listed = re.search(rf"\b(?:{one})(?:,\s+(?:{one}))*,?\s+(?:and|or)\s+(?:{one})\b", claim, re.IGNORECASE)
            if listed is None or name.lower() in claim.lower() or _INTRODUCED.search(claim[: listed.start()]):
                continue
            elsewhere = any(name.lower() in other.lower() for index, other in enumerate(texts) if index != place)
            if elsewhere and _members(listed[0]) == members:
                return f"{claim[: listed.start()]}{name}{claim[listed.end() :]}"
    return claim


@lru_cache(maxsize=4096)
def _classes(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The classes that a statement names with their members."""
    found = ((one["name"].strip(), _members(one["ones"])) for one in _CLASS.finditer(text))
    return tuple(one for one in found if len(one[1]) >= _FEWEST and all(len(member.split()) == 1 for member in one[1]))


def _members(listed: str) -> frozenset[str]:
    return frozenset(one.strip().lower() for one in _COMMA.split(listed) if one.strip())
