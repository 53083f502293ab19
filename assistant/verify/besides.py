"""What is an alternative to a thing isn't taken along with it. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_INSTEAD = re.compile(
    r"\b(?:alternatives?\s+to|instead\s+of|rather\s+than|in\s+(?:place|lieu)\s+of|substitutes?\s+for|replac(?:e|es|ing|ement\s+for))\b",
    re.IGNORECASE,
)
_ALONG = re.compile(
    r"\b(?:along\s+with|together\s+with|alongside|in\s+addition\s+to|on\s+top\s+of|combined\s+with|added\s+to|in\s+combination\s+with|as\s+well\s+as|plus)\b",
    re.IGNORECASE,
)
# The next treatment "in addition to the current one", where the cited words say to change.
_WITH_THE_OLD = re.compile(
    r"\b(?:in\s+addition\s+to|on\s+top\s+of|together\s+with|along\s+with|alongside|added\s+to|while\s+continuing)\s+(?:the\s+|their\s+|your\s+|her\s+)?"
    r"(?:current|present|existing|old|previous|first|ongoing|same)\b",
    re.IGNORECASE,
)
# "… on top of it", "… as well": taken along with what was said before.
_ON_TOP = re.compile(
    r"\bon\s+top\b|\b(?:layer|stack|pil)(?:ed|ing)\s+(?:over|on|onto|upon)\b|\b(?:as\s+well|too|in\s+addition|besides|alongside)\s*(?=[.,;]|$)"
    r"|\b(?:alongside|in\s+addition\s+to|together\s+with|along\s+with)\s+(?:it|them|this|that|these)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\b(?:add\w*|combin\w*|both|too|also|besides|join\w*)\b|(?<!patients\s)(?<!people\s)(?<!women\s)(?<!men\s)(?<!adults\s)(?<!those\s)\bwith\b|\+",
    re.IGNORECASE,
)
_SWITCHED = re.compile(
    r"\b(?:switch\w*|chang(?:e|ed|ing)\s+to|mov(?:e|ed|ing)\s+(?:on\s+)?to|replac\w+|instead)\b", re.IGNORECASE
)
# "In place of the drug", where the cited words add it to the drug.
_SWAPPED = re.compile(
    r"\b(?:in\s+(?:place|lieu)\s+of|takes?\s+the\s+place\s+of|swap(?:s|ped|ping)?|replacement\s+(?:of|for)|replac(?:es?|ed|ing)|substitut(?:e|es|ed|ion)"
    r"(?:\s+for)?|instead\s+of)\b",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"\b(?:added\s+to|adding|in\s+addition\s+to|on\s+top\s+of|along\s+with|alongside|together\s+with)\b", re.IGNORECASE
)
_NEAR = 3


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "along with X" where the statement says "an alternative to X"."""
    del lexicon
    claimed, stated = fold(match.claim.text), fold(match.ground.statement.text)
    kept = _WITH_THE_OLD.search(claimed)
    if kept and _SWITCHED.search(stated) and not _ALONG.search(stated):
        return (Reason(code=ReasonCode.NAME, detail=f"the cited words speak of a change, the claim says “{kept[0]}”"),)
    topped = _ON_TOP.search(claimed)
    if topped and _SWITCHED.search(stated) and not (_ALONG.search(stated) or _JOINED.search(stated) or _SWITCHED.search(claimed)):
        return (Reason(code=ReasonCode.NAME, detail=f"the cited words speak of a change, the claim says “{topped[0]}”"),)
    swapped = _SWAPPED.search(claimed)
    if swapped and _ADDED.search(stated) and not (_INSTEAD.search(stated) or _SWITCHED.search(stated) or match.claim.negators):
        return (Reason(code=ReasonCode.NAME, detail=f"the cited words add it, the claim says “{swapped[0]}”"),)
    along, instead = _ALONG.search(claimed), _INSTEAD.search(stated)
    if along is None or instead is None or _INSTEAD.search(claimed) or _ALONG.search(stated):
        return ()
    own = [index for index in match.claim.content() if match.claim.terms[index].start >= along.end()][:_NEAR]
    replaced = [index for index in match.ground.statement.content() if match.ground.terms[index].start >= instead.end()][:_NEAR]
    linked = [index for index in own if match.links[index]]
    if linked and all(set(match.links[index]) & set(replaced) for index in linked[:1]):
        return (Reason(code=ReasonCode.NAME, detail=f"the cited words say “{instead[0]}”, the claim “{along[0]}”"),)
    return ()
