"""Cuts evidence into the units that a claim must match, and claims into the parts that must each hold. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.verify.folding import fold

_ABBREVIATED = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|e\.g|i\.e|approx|ca|cf|Fig|No|al|etc|inc|resp)\.$", re.IGNORECASE)
_END = re.compile(r"[.!?][\"')\]]*(?=\s|$)|\n+")
_BULLET = re.compile(r"^\s*(?:[-*•‣◦▪]|\d{1,2}[.)])\s+")
_REFERENCES = re.compile(r"(?:\s*\[\d[\d,\s–-]*\])+\s*$")
_JOINTS = re.compile(
    r";\s+|\s+-\s+|,?\s+but\s+(?:also\s+)?|,\s+(?:and|while|whereas|so)\s+|,\s+which\s+|\.\s+|\s+while\s+|\s+whereas\s+|\s+and\s+|,\s+",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences, bullets and lines of ``text``, without bullet marks and trailing reference numbers."""
    folded = fold(text)
    pieces: list[str] = []
    begin = 0
    for match in _END.finditer(folded):
        if match[0].startswith(".") and _ABBREVIATED.search(folded[begin : match.start() + 1]):
            continue
        pieces.append(text[begin : match.end()])
        begin = match.end()
    pieces.append(text[begin:])
    cleaned = (_REFERENCES.sub("", _BULLET.sub("", piece)).strip() for piece in pieces)
    return tuple(piece for piece in cleaned if any(character.isalnum() for character in piece))


def parts(sentence: str) -> tuple[str, ...]:
    """The halves of a combined claim, cut at its joints; one part if it has none."""
    found: list[str] = []
    begin = 0
    for match in _JOINTS.finditer(fold(sentence)):
        found.append(sentence[begin : match.start()])
        begin = match.end()
    found.append(sentence[begin:])
    return tuple(piece.strip() for piece in found if any(character.isalnum() for character in piece))
