"""What is said of a member, its class behind a comma, isn't said of the class: "X, an A, helps" isn't "As help". Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_APPOSED = re.compile(
    r"(?:^|[.;:\n]\s*)(?P<name>[^,.;:\n]{3,70}),\s+(?:an?|one\s+of\s+the)\s+(?:new\s+|type\s+of\s+|kind\s+of\s+)*(?P<kind>[^,.;:\n]{3,60}),\s+"
    r"(?=(?:is|are|may|might|can|could|should|must|will|has|was|were)\b)",
    re.IGNORECASE,
)
# "Some As", "an A" and "such an A" leave open which.
_OPEN = re.compile(r"\b(?:an?|some|one|certain|such|this|these|the|another|particular)\s+(?:\w+[\s-]+){0,2}$", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a class named by itself, in the plural, where the statement speaks of a member of it."""
    del lexicon
    for name, kind in _apposed(match.ground.statement.text):
        terms = match.ground.terms
        own = [index for index, term in enumerate(match.claim.terms) if match.links[index] and not term.filler]
        of_kind = [index for index in own if any(kind[0] <= terms[link].start < kind[1] for link in match.links[index])]
        of_name = [index for index in own if any(name[0] <= terms[link].start < name[1] for link in match.links[index])]
        of_name = [index for index in of_name if index not in of_kind]
        if of_name or not of_kind or not match.claim.terms[of_kind[-1]].text.lower().endswith("s"):
            continue
        if not _OPEN.search(fold(match.claim.text)[: match.claim.terms[of_kind[0]].start]):
            words = match.ground.statement.text[slice(*name)].strip()
            return (Reason(code=ReasonCode.NAME, detail=f"the cited words say this of “{words}”, the claim of its whole class"),)
    return ()


@lru_cache(maxsize=1024)
def _apposed(text: str) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...]:
    return tuple((found.span("name"), found.span("kind")) for found in _APPOSED.finditer(fold(text)))
