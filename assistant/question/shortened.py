"""A word cut short in, the name whose beginning or ending it is out: "anthra", "trastu", "-pril". For questions only."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.words.lexicon import Lexicon

_DRUG, _CLASS = "drug", "drug class"
_NAMED = frozenset({_DRUG, _CLASS})
_NUMBERED = frozenset({"gene", "test", _CLASS})
# A shorter beginning may be anything's; a name that lacks but a letter or two is misspelt, not cut short.
_SHORTEST, _CUT = 5, 3
# So many medicines must share an ending before it names their kind.
_SEVERAL = 2
_LETTERS = 3
_SIGNS = re.compile(r"[\s/-]+")
_NUMBER = re.compile(r"^(?P<letters>[a-z]+)\d+$")


@lru_cache(maxsize=4096)
def in_full(word: str, lexicon: Lexicon) -> str | None:
    """The one name that ``word`` begins, or the class of the medicines that it ends, or None if it is several things', or none's.

    Brands don't count: what begins one begins words of all kinds.
    """
    begun = word.lower()
    if len(begun) < _SHORTEST or not begun.isalpha():
        return _with_number(word, lexicon)
    named = [
        (concept_id, wording.lower())
        for concept_id, concept in lexicon.concepts.items()
        if concept.kind in _NAMED
        for wording in (concept.name, *concept.synonyms)
        if wording.isalpha() and wording.lower().startswith(begun) and len(wording) >= len(begun) + _CUT
    ]
    if named:
        return named[0][1] if len({concept_id for concept_id, _ in named}) == 1 else None
    return _class_of(begun, lexicon) or (_class_of(begun[:-1], lexicon) if begun.endswith("s") else None)


def _class_of(ending: str, lexicon: Lexicon) -> str | None:
    """The one class that all the medicines of this ending are of."""
    if len(ending) < _SHORTEST:
        return None
    members = [i for i, one in lexicon.concepts.items() if one.kind == _DRUG and one.name.lower().endswith(ending)]
    shared = frozenset.intersection(*(lexicon.ancestors(one) for one in members)) if members else frozenset()
    classes = {one for one in shared if one in lexicon.concepts and lexicon.concepts[one].kind == _CLASS}
    named_by = {parent for one in members for parent in lexicon.concepts[one].parents}
    nearest = [one for one in classes & named_by if lexicon.descendants(one).isdisjoint(classes)]
    return lexicon.concepts[nearest[0]].name if len(members) >= _SEVERAL and len(nearest) == 1 else None


def _with_number(word: str, lexicon: Lexicon) -> str | None:
    """The one name of a gene, a test or a class that has these letters and then only figures: "ABC" for AB-C1."""
    if len(word) < _LETTERS or not word.isupper() or not word.isalpha():
        return None
    found = {
        concept.name
        for concept in lexicon.concepts.values()
        if concept.kind in _NUMBERED and (match := _NUMBER.match(_SIGNS.sub("", concept.name.lower()))) is not None
        if match["letters"] == word.lower()
    }
    return next(iter(found)) if len(found) == 1 else None
