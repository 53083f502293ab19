"""Which of the things that a question names its amount is asked of: the first, in "how much X per day with Y?". Pure."""

from __future__ import annotations

import re

from assistant.words.lexicon import Lexicon

_ASKS = re.compile(
    r"\b(?:how much|how many [a-zµ]+ of|(?:amount|quantity) of|dos(?:e|es|age) (?:for|of)|cu[aá]nt[oa]s?(?: [a-zµ]+ de)?|"
    r"cantidad de|dosis (?:de(?:l)?|para))\s+(?:the |el |la )?",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:,|,?\s*(?:and|or|plus|y|o|más)|[+/&])\s*(?:the |el |la )?", re.IGNORECASE)
_WHICH = re.compile(
    r"\b(?:which|what|qu[eé]|cu[aá]l(?:es)?)\s+(?P<what>[\w-]+(?:\s[\w-]+)?)(?:\s*[,;]|\s*\b(?:and|at|in|y|a)\b)*\s*"
    r"(?:how\s+(?:many|much)\b|(?:at\s+)?(?:what|which)\s+dos(?:e|age)\b|cu[aá]nt[oa]s?\b|(?:a\s+)?qu[eé]\s+dosis\b)",
    re.IGNORECASE,
)
_NEVER_GIVEN = frozenset({"population", "condition", "side effect", "site", "person", "endpoint"})


def measured(text: str, *, lexicon: Lexicon) -> frozenset[str]:
    """The concepts named right behind the words that ask for an amount, with those set beside them; empty if none is."""
    asks = _ASKS.search(text)
    which = _WHICH.search(text)
    if which is not None:  # "which Y, and how many mg?" asks for the amount of a Y
        of_kind = lexicon.concepts_in(which["what"], typed=True)
        if of_kind:
            return of_kind
    if asks is None:
        return frozenset()
    at = asks.end()
    found: set[str] = set()
    for mention in lexicon.mentions(text, typed=True):
        if mention.concept.kind in _NEVER_GIVEN:  # "the dose for X" may be for whom or for what
            continue
        if mention.start == at or (found and _JOINED.fullmatch(text, at, mention.start)):
            found.add(mention.concept.concept_id)
            at = mention.end
    return frozenset(found)
