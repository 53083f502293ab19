"""What a claim tells document by document: "A in one document and B in another" says A, and says B. Pure."""

from __future__ import annotations

import re

_PAPER = r"(?:documents?|guidelines?|sources?|pages?|passages?|papers?|publications?|plans?)"
_IN = r"(?:in|by|per|according\s+to|following|under|from)"
_ONE = rf"(?:{_IN}\s+)(?:(?:one|the\s+first|some)(?:\s+of\s+(?:the|your|these))?\s+{_PAPER}|one)"
_OTHER = rf"(?:{_IN}\s+)(?:another|a\s+second|the\s+(?:two\s+|three\s+)?(?:others?|second)|others)(?:\s+{_PAPER})?"
# "X with A in one document, and with B in another"
_PARTED = re.compile(
    rf"^(?P<whole>[^;]+?),?\s+{_ONE}\s*[,;]?\s+(?:(?:and|but|while|whereas)\s+)?(?P<other>[^;]+?),?\s+{_OTHER}(?P<end>[.!]?)$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|may|might|can|could|should|must|will|goes|gives?|lists?|names?|asks?|says?)\b", re.IGNORECASE
)


def told_apart(claim: str) -> str:
    """The claim with each document's part as a sentence of its own, without the words that say which document it is."""
    found = _PARTED.match(claim.strip())
    if found is not None:
        whole, other = found["whole"].strip(), found["other"].strip()
        second = other if _VERB.search(other) else _in_its_place(whole, other)
        if second:
            return f"{whole}. {second[:1].upper()}{second[1:]}{found['end'] or '.'}"
    return claim


def _in_its_place(whole: str, other: str) -> str:
    """The whole with its end exchanged for another that opens with the same word: "goes with A", "with B" → "goes with B"."""
    opening = other.split(maxsplit=1)[0]
    place = max((found.start() for found in re.finditer(rf"\b{re.escape(opening)}\b", whole, re.IGNORECASE)), default=-1)
    return f"{whole[:place]}{other}" if place > 0 else ""
