"""Medicines that documents name and no lexicon holds → concepts, so that the dose of one is never told for another's. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon
from assistant.words.stems import is_medicine

_WORD = re.compile(r"[A-Za-z]{2,}(?:-[A-Za-z]{4,})?")
_SHORTEST = 6


def with_medicines(known: Lexicon, texts: Iterable[str], *, is_everyday: Callable[[str], bool]) -> Lexicon:
    """``known`` with the medicines that the texts name added as drugs; what it holds keeps its wordings."""
    words = sorted({word.lower() for text in texts for word in _WORD.findall(text)})
    named = dict.fromkeys(name for word in words for name in medicines_in(word, is_everyday=is_everyday))
    new = [Concept(concept_id=f"mined-{name}", kind="drug", name=name) for name in named if not known.mentions(name)]
    return Lexicon((*known.concepts.values(), *new), known.glossary) if new else known


def medicines_in(text: str, *, is_everyday: Callable[[str], bool]) -> Iterator[str]:
    """The medicines that a text names, in small letters, in order: both of "piperacillin-tazobactam"."""
    for word in _WORD.findall(text.lower()):
        parts = (word,) if is_medicine(word, is_everyday=lambda _: True) else word.split("-")
        yield from (part for part in parts if len(part) >= _SHORTEST and is_medicine(part, is_everyday=is_everyday))
