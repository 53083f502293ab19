"""A turn that says no more than how a word begins in, that word in full out: "and pre?" after "postmenopausal". Pure."""

from __future__ import annotations

import re

from assistant.question.focus import tokens, words
from assistant.words.lexicon import Lexicon

_SHORTEST_REST = 4
_ENDS = re.compile(r"-?(?=\W*$|[,;.?]|\s+(?:and|or|y|o)\b)")


def in_full(text: str, question: str, lexicon: Lexicon) -> str:
    """The text with each lone opening of a word in full, where the question has a word of another such opening."""
    for word, start, end in reversed(tokens(text)):
        ends = _ENDS.match(text, end)
        fellows = next((group.split() for group in words()["clipped"] if word in group.split()), ())
        whole = next(filter(None, (_whole(word, one, fellows, lexicon) for one, _, _ in tokens(question))), "") if ends else ""
        if ends and whole:
            text = f"{text[:start]}{whole}{text[ends.end() :]}"
    return text


def _whole(opening: str, word: str, fellows: tuple[str, ...] | list[str], lexicon: Lexicon) -> str:
    """The word with the one opening in the place of its own; empty if it has no such one, or nobody speaks so."""
    for other in fellows:
        rest = word.removeprefix(other).lstrip("-")
        if other != opening and word.startswith(other) and len(rest) >= _SHORTEST_REST and lexicon.mentions(opening + rest):
            return opening + rest
    return ""
