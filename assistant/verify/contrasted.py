"""A contrast that adds nothing to what a claim says: with the opposite of its own word, and "not only A but also B". Pure.

Whoever says that A follows B says that it doesn't precede it: "following rather than preceding B" is "following B". It stays
where the cited words name that opposite too, since they may allow both: "with B rather than alone" beside "alone or with B".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answers import Evidence
from assistant.verify.exchanged import excluded
from assistant.verify.wordings import forms_of, stem, wordings

_THAN = r"(?:rather\s+than|as\s+opposed\s+to|and\s+not|not)"
# "…, not W", "… rather than W, …": the contrast ends its clause; "follows rather than precedes X": X is said of both.
_BEHIND = re.compile(
    rf",?\s+{_THAN}\s+(?:(?:the|an?|in|for|by)\s+)?(?P<other>[a-z][a-z-]+)(?:\s+ones?)?(?=\s*(?:[,.;:)]|$))(?:,(?=\s+[a-z]))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?P<said>\b[a-z][a-z-]+),?\s+(?:rather\s+than|as\s+opposed\s+to|not)\s+(?P<other>[a-z][a-z-]+),?(?=\s+[a-z])",
    re.IGNORECASE,
)
# "Not alone but with X", "with X rather than by itself"
_ALONE = r"(?:alone|by\s+(?:itself|themselves)|on\s+(?:its|their)\s+own|as\s+(?:a\s+)?(?:monotherapy|single\s+agents?)|solo)"
_NOT_ALONE = re.compile(
    rf"\bnot\s+(?P<given>(?:given|used|taken|offered|recommended)\s+)?{_ALONE},?\s+but\s+(?:(?:rather|always|given|used|taken|only)\s+)?"
    r"(?P<joined>(?:in\s+combination|combined|together|along|paired)\s+)?(?=with\b|plus\b)",
    re.IGNORECASE,
)
_THAN_ALONE = re.compile(rf",?\s+{_THAN}\s+{_ALONE}(?=\s*(?:[,.;:)]|$))", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|plus|combin\w+|together|added|adding)\b", re.IGNORECASE)
_SINGLE = re.compile(rf"\b{_ALONE}\b|\bsingle\b|\bmonotherap\w+\b", re.IGNORECASE)
_NOT_ONLY = re.compile(
    r"\bnot\s+(?:only|just|merely)\s+(?P<one>[^,;:.?]{2,60}?),?\s+but\s+(?:also\s+|even\s+)?(?P<two>(?!(?:it|they|he|she|this|rather)\b)[^,;:.?]{2,80})",
    re.IGNORECASE,
)
_CONTRASTS = re.compile(r"\b(?:not|rather|opposed)\b", re.IGNORECASE)
_REACH = 4


def contrasted(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim without such contrasts."""
    if not _CONTRASTS.search(claim):
        return claim
    said = " ".join(f"{piece.lead_in} {piece.text}" for piece in evidence)
    text = _NOT_ONLY.sub(r"\g<one> and \g<two>", claim)
    if _WITH.search(said) and not _SINGLE.search(said):
        text = _NOT_ALONE.sub(r"\g<given>\g<joined>", text)
        text = _THAN_ALONE.sub("", text) if _WITH.search(text) else text
    words = frozenset(forms_of(said))
    text = _BETWEEN.sub(lambda found: found["said"] if _turns(found["said"], found["other"], words) else found[0], text)
    return _BEHIND.sub(lambda found: "" if _ends_empty(found, words) else found[0], text)


def _ends_empty(found: re.Match[str], words: frozenset[str]) -> bool:
    """True if one of the words just before is the opposite of the one that is denied."""
    before = forms_of(found.string[: found.start()])[-_REACH:]
    return any(_turns(word, found["other"], words) for word in before)


def _turns(one: str, other: str, words: frozenset[str]) -> bool:
    """True for two words that exclude each other, where the cited words hold none that says the second."""
    one, other = one.lower(), other.lower()
    return _exclude(one, other) and not any(
        word == other or (_exclude(one, word) and not _exclude(other, word)) for word in words
    )


def _exclude(one: str, other: str) -> bool:
    if excluded(one, other) is not None and {one, other}.isdisjoint(("and", "or", "not")):
        return True
    ours, theirs = set(_sides(one)), set(_sides(other))
    return any((axis, not plus) in theirs for axis, plus in ours) and not ours & theirs


def _sides(word: str) -> Iterator[tuple[str, bool]]:
    """The sides of the opposites on which a word stands."""
    tags = wordings().longest((stem(word),), (word,))[1]
    yield from ((tag.name[:-1], tag.name.endswith("+")) for tag in tags if tag.family == "opposites")
