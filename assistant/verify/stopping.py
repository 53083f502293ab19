"""“Stopping X” needs a stop in the cited words: a drug that blocks something stops nothing of a treatment. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon

_STOP = re.compile(r"(?:stop|halt|discontinu|withdraw|ceas|quit|end)(?:s|ped|ping|ed|ing|ues?|ued|uing|e|es|al)?", re.IGNORECASE)
_BLOCKS = frozenset(("g:block",))
_NEAR = 3


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a treatment that is stopped, where the cited words only have something blocked or targeted."""
    del lexicon
    terms = match.claim.terms
    for index, term in enumerate(terms):
        if not _STOP.fullmatch(term.text) or not match.links[index]:
            continue
        behind = [one for one in terms[index + 1 : index + 1 + _NEAR] if not one.filler][:1]
        if not behind or behind[0].concept is None or behind[0].concept.kind not in TREATMENTS:
            continue
        linked = match.linked(index)
        if all(one.keys & _BLOCKS and not one.has("opposites") for one in linked):
            detail = f"the cited words stop nothing, they say “{linked[0].text}”"
            return (Reason(code=ReasonCode.DIRECTION, detail=detail),)
    return ()
