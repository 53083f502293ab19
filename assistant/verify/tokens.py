"""Text → tokens with their stems. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.verify.folding import fold
from assistant.verify.wordings import stem

_TOKEN = re.compile(r"[^\W_]+(?:['.][^\W_]+)*\+?|[,;:()\[\]—+/&≥≤<>]|(?<=\s)-(?=\s)|\.(?=\s|$)|[?!]|\n")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of punctuation; ``stem`` is "" for punctuation."""

    start: int
    end: int
    text: str
    stem: str


def tokens_of(text: str) -> list[Token]:
    """The tokens in the order of the text."""
    return [
        Token(found.start(), found.end(), found[0], stem(found[0]) if found[0][0].isalnum() else "")
        for found in _TOKEN.finditer(fold(text))
    ]
