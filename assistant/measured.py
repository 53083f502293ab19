"""Which of the things that a question names its amount is asked of: the first, in "how much X per day with Y?". Pure."""

from __future__ import annotations

import re

from assistant.lexicon import Lexicon

_ASKS = re.compile(
    r"\b(?:how much|how many [a-zµ]+ of|(?:amount|quantity) of|cu[aá]nt[oa]s?(?: [a-zµ]+ de)?|cantidad de)\s+(?:the |el |la )?",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:,|,?\s*(?:and|or|plus|y|o|más)|[+/&])\s*(?:the |el |la )?", re.IGNORECASE)


def measured(text: str, *, lexicon: Lexicon) -> frozenset[str]:
    """The concepts named right behind the words that ask for an amount, with those set beside them; empty if none is."""
    asks = _ASKS.search(text)
    if asks is None:
        return frozenset()
    at = asks.end()
    found: set[str] = set()
    for mention in lexicon.mentions(text, typed=True):
        if mention.start == at or (found and _JOINED.fullmatch(text, at, mention.start)):
            found.add(mention.concept.concept_id)
            at = mention.end
    return frozenset(found)
