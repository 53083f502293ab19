"""Is a claim about a source (who wrote it, when, what it says word for word) true of the sources that it cites? Pure.

Such claims speak of the source rather than of medicine, so the verifier of medical claims can't judge them. Whatever
they quote must be the source's name or stand word for word in the cited words; every other word must be the source's
own or belong to the set phrases in which the product speaks of sources; and their figures must be the source's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from evals.matching import normalise
from evals.records import Cited

_QUOTED = re.compile(r"“([^”]+)”")
_WORD = re.compile(r"\w+")


def is_true_of_sources(claim: str, cited: Sequence[Cited], *, set_phrases: Sequence[str]) -> bool:
    """True if ``claim`` names a cited source, quotes it word for word, and adds nothing but ``set_phrases``."""
    if not any(name in claim for source in cited for name in source.names):
        return False
    held = [_fold(text) for source in cited for text in (source.quote, source.under, source.itself, *source.names)]
    quoted = [_fold(words) for words in _QUOTED.findall(claim)]
    if not quoted or not all(any(words in text for text in held) for words in quoted):
        return False
    known = {word for text in (*held, *map(_fold, set_phrases)) for word in _WORD.findall(text)}
    return set(_WORD.findall(_fold(claim))) <= known


def _fold(text: str) -> str:
    return normalise(text).strip(" .")
