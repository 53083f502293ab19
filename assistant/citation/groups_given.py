"""The groups of patients that the conditions around a claim name, each by itself: who has A and B has A. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

# Names that don't go behind "who are".
_VERB = re.compile(r"(?:has|have|had|is|are|was|were|with|without|after|before|who|whose|in|no)\b", re.IGNORECASE)
# A choice or a denial doesn't say that the patient is of the group.
_OPEN = re.compile(
    r"\b(?:not|no|without|unless|except|or|nor|than|versus|vs|either|rather|whether|compar\w*|differ\w*|unlike|between|if)\b",
    re.IGNORECASE,
)


def groups_given(conditions: Iterable[str], lexicon: Lexicon | None) -> tuple[str, ...]:
    """“in patients who are A” for each group named, and for all together; none of two groups that exclude each other."""
    if lexicon is None:
        return ()
    named: dict[str, tuple[str, Concept]] = {}
    for condition in conditions:
        if _OPEN.search(condition):
            continue
        for mention in lexicon.mentions(condition):
            words = condition[mention.start : mention.end]
            words = mention.concept.name if _VERB.match(words) else words
            if mention.concept.kind == "population" and not _VERB.match(words):
                named.setdefault(mention.concept.concept_id, (words, mention.concept))
    groups = [
        words
        for words, concept in named.values()
        if not any(concept.axis and other.axis == concept.axis and other is not concept for _, other in named.values())
    ]
    every = [*groups, " and ".join(groups)] if len(groups) > 1 else groups
    return tuple(f"in patients who are {words}" for words in every)
