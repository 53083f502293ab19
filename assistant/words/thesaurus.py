"""Which words say much the same ("cut", "lower", "reduce"): English from the verifier's lists, Spanish from the question's."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.words.question_words import stem, words_of

_WORDINGS = Path(__file__).parents[1] / "verify" / "wordings.yaml"


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[str]]:
    lists: dict[str, str] = yaml.safe_load(_WORDINGS.read_text(encoding="utf-8"))["synonyms"]
    found: dict[str, set[str]] = {}
    for name, wordings in lists.items():
        for wording in (name, *wordings.split(",")):
            word = wording.strip().lower()
            if word.isalpha():
                found.setdefault(stem(word), set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def groups_of(stems: Iterable[str], language: str = "en") -> frozenset[str]:
    """The names of the groups of like words that any of the stems belongs to."""
    known = words_of(language).alike if language == "es" else _groups()
    return frozenset(name for word in stems for name in known.get(word, ()))
