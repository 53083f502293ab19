"""A question that was refused whole in, the part of it that the documents do answer out, with what they don't named.

"What is the dose, and what does it cost?" asks two things. The documents may well speak of the first, and a reader is better
served by that and a word on what is missing. What a question only states ("X is only for Y - which score is the cut-off?") is no
part of what it asks: the documents put it right if they deny it (``premise.py``), and otherwise the question stays refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answers import AbstentionReason, Intent
from assistant.attributes import asked_words
from assistant.lexicon import Lexicon
from assistant.propositions import asks, pieces_of
from assistant.reader import Found

_JOINED = r"(?:\s*(?:&|\+|,?\s*\band\b|\bplus\b|\bas well as\b)\s*(?:the\s+|its\s+)?)"
_AMOUNTS = frozenset({Intent.DOSE, Intent.INTERVAL, Intent.DURATION})
# Kinds of things that the documents may say something of together.
_SAID_OF = frozenset({"drug", "drug class", "regimen", "procedure", "test", "endpoint", "side effect", "site", "care"})


def answered_in_part(found: Found, find: Callable[[str], Found], *, lexicon: Lexicon) -> Found | None:
    """What is found for the first part of a refused question that is answered by itself; None if no part is.

    ``find`` reads, retrieves and judges a text. What the whole lacks is kept as missing.
    """
    missing = found.answerability.missing
    other_stage = found.answerability.reason is AbstentionReason.OUT_OF_SCOPE and not missing
    if found.asked.language != "en" or other_stage or found.answerability.reason is AbstentionReason.PERSONAL_ADVICE:
        return None
    for text in _parts(found, lexicon=lexicon):
        part = find(text)
        if part.answerability.answerable:
            told = replace(part.answerability, answerable=True, reason=None, missing=missing)
            return replace(part, answerability=told)
    return None


def _parts(found: Found, *, lexicon: Lexicon) -> list[str]:
    """The parts of the question that ask by themselves."""
    text = found.asked.text
    without = _without_joined(text, found)
    parts = [without] if without else []
    asked = [piece for piece in pieces_of(text) if asks(piece)]
    if len(asked) > 1:
        parts += [piece for piece in asked if _names_a_thing(piece, lexicon=lexicon)]
    return parts


def _without_joined(text: str, found: Found) -> str:
    """The question without what is asked beside a dose or the like ("dose and price of …"); "" if nothing is."""
    words = asked_words(found.asked)
    if not words or not _AMOUNTS & found.asked.intents:
        return ""
    joined = re.search(rf"{_JOINED}{re.escape(words)}|{re.escape(words)}{_JOINED}", text, re.IGNORECASE)
    return f"{text[: joined.start()]} {text[joined.end() :]}" if joined else ""


def _names_a_thing(text: str, *, lexicon: Lexicon) -> bool:
    return any(lexicon.concepts[c].kind in _SAID_OF for c in lexicon.concepts_in(text, typed=True))
