"""A word cut short in, the medicine or class whose name it begins out: "anthra", "trastu", "pembro". For questions only."""

from __future__ import annotations

from functools import lru_cache

from assistant.words.lexicon import Lexicon

_NAMED = frozenset({"drug", "drug class"})
# A shorter beginning may be anything's; a name that lacks but a letter or two is misspelt, not cut short.
_SHORTEST, _CUT = 5, 3


@lru_cache(maxsize=4096)
def in_full(word: str, lexicon: Lexicon) -> str | None:
    """The one name that ``word`` begins, or None if it begins those of several things, or of none.

    Brands don't count: what begins one begins words of all kinds.
    """
    begun = word.lower()
    if len(begun) < _SHORTEST or not begun.isalpha():
        return None
    named = [
        (concept_id, wording.lower())
        for concept_id, concept in lexicon.concepts.items()
        if concept.kind in _NAMED
        for wording in (concept.name, *concept.synonyms)
        if wording.isalpha() and wording.lower().startswith(begun) and len(wording) >= len(begun) + _CUT
    ]
    return named[0][1] if len({concept_id for concept_id, _ in named}) == 1 else None
