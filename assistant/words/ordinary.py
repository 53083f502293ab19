"""Whether a word is one of ordinary English that tells a deed or a quality: no misspelling of a named thing. Pure.

Source: WordNet 3.1 (Princeton University), as reduced for ``assistant.verify.english``; its licence stands beside the list.
"""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path

import snowballstemmer

_PLAIN = Path(__file__).parents[1] / "verify" / "english.txt.gz"
_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    return frozenset(gzip.decompress(_PLAIN.read_bytes()).decode().split("\n"))


@lru_cache(maxsize=4096)
def is_another_word(word: str, right: str) -> bool:
    """Whether a word means something else than the one that it would misspell: "pointless" is no "painless"."""
    own = str(_STEMMER.stemWord(word.lower()))
    return own in _stems() and own != str(_STEMMER.stemWord(right.lower()))
