"""What "both classes" are: the two that the sentence before names. Pure."""

from __future__ import annotations

import re

from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon

_BOTH = re.compile(
    r"\b(?:both|the\s+two|these\s+two|those\s+two)\s+(?:of\s+)?(?:the(?:se)?\s+|those\s+)?(?:drug\s+|treatment\s+)?"
    r"(?P<what>classes|groups|families|drugs|medicines|agents|treatments)\b",
    re.IGNORECASE,
)
_OF_CLASS = frozenset(("classes", "groups", "families"))
_TWO = 2


def speaks_of_both(text: str) -> bool:
    """True for a text that takes up two things by their number alone."""
    return _BOTH.search(text) is not None


def named_both(text: str, before: str, lexicon: Lexicon | None) -> str:
    """The text with "both classes" named by the sentence before it; unchanged unless that names two, no more and no fewer."""
    found = _BOTH.search(text) if lexicon is not None else None
    if found is None or lexicon is None:
        return text
    before = before or text[: found.start()]
    named = {mention.concept.concept_id: mention for mention in lexicon.mentions(before) if mention.concept.kind in TREATMENTS}
    wider = {above for concept_id in named for above in lexicon.ancestors(concept_id) if above != concept_id}
    pair = [mention for concept_id, mention in named.items() if concept_id not in wider]
    classes = [one for one in pair if one.concept.kind == "drug class"]
    if len(pair) != _TWO or (found["what"].lower() in _OF_CLASS and len(classes) != _TWO):
        return text
    return f"{text[: found.start()]}{' and '.join(one.concept.name for one in pair)}{text[found.end() :]}"
