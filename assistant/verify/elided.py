"""What the cited words deny with a bare "doesn't" the claim doesn't affirm: "beer raises the risk; wine doesn't". Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.crossed import by_word
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.words.lexicon import Lexicon

_DENIED = re.compile(
    r"(?:;|,\s+(?:but|while|whereas|and)\b|\b(?:but|whereas|while)\b)\s+(?P<subject>[^,;.]{2,60}?)\s+"
    r"(?:(?:do|does|did|is|are|was|were|can|could|should|must|may|need|will|has|have)\s*(?:not|n't)|cannot|can't|won't)(?=\s*(?:[.;,)]|$))",
    re.IGNORECASE,
)
_SETS_APART = re.compile(
    r"\b(?:not|no|never|nor|neither|without|except\w*|unlike|but|only|other|rather|whereas)\b|n't\b", re.IGNORECASE
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a subject that the claim names and the statement names only to deny it what it tells of another."""
    del lexicon
    spans = _denied(match.ground.statement)
    if not spans or _SETS_APART.search(fold(match.claim.text)):
        return ()
    terms = match.ground.terms
    for begin, end in spans:
        for index in match.claim.content():
            links = by_word(match, index)
            if links and all(begin <= terms[link].start < end for link in links):
                detail = f"the cited words deny this of “{match.claim.terms[index].text}”"
                return (Reason(code=ReasonCode.NEGATION, detail=detail),)
    return ()


@lru_cache(maxsize=1024)
def _denied(statement: Scoped) -> tuple[tuple[int, int], ...]:
    """Where the subjects stand of which no more is told than that it isn't so of them."""
    return tuple(found.span("subject") for found in _DENIED.finditer(fold(statement.text)))
