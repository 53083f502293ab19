"""Which words are plain English, neither names of a field nor things that could be added to what is said. Pure.

Source: WordNet 3.1 (Princeton University), reduced by ``python -m evals.build_english``; its licence stands in
``english.LICENSE`` beside this file.
"""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path

from assistant.verify.wordings import stem

PLAIN = Path(__file__).with_name("english.txt.gz")


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    return frozenset(gzip.decompress(PLAIN.read_bytes()).decode().split("\n"))


def is_plain(word: str) -> bool:
    """True for a word of plain English that tells a deed, a quality, a thought or a relation; False for a thing or a name."""
    return stem(word) in _stems()
