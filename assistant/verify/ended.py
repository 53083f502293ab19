"""What goes on until a thing happens doesn't go on once it has happened. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.conditional import Condition, find_conditions
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_GOES_ON = re.compile(
    r"\b(?:continu(?:e|es|ed|ing)|go(?:es)?\s+on|carr(?:y|ies|ied)\s+on|kept?\s+(?:up|on|going)|keeps?\s+(?:up|on"
    r"|going)|maintained?)\b",
    re.IGNORECASE,
)
_AFTERWARDS = ("once", "after", "when", "following", "even after", "even when", "even if")
_DENIED = re.compile(r"\b(?:not|no\s+longer|never|until|till)\b|n't\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "once X, it is continued" where the statement says "continued until X"."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    if not _GOES_ON.search(claim) or _DENIED.search(claim) or not _GOES_ON.search(statement):
        return ()
    ends = [one for one in find_conditions(statement) if one.kind == "until"]
    for one in find_conditions(claim):
        if one.kind in {"if", "after"} and claim[one.start :].lower().startswith(_AFTERWARDS) and _is_end(match, one, ends):
            words = claim[one.start : one.end].strip()
            return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words let this go on until then, the claim “{words}”"),)
    return ()


def _is_end(match: Match, condition: Condition, ends: list[Condition]) -> bool:
    """True if all that a condition of the claim says is what the statement's "until" says."""
    inside = [
        index
        for index, term in enumerate(match.claim.terms)
        if condition.start <= term.start < condition.end and not term.filler and not term.has("conditions")
    ]
    terms = match.ground.terms
    return bool(inside) and all(
        any(end.start <= terms[link].start < end.end for link in match.links[index] for end in ends) for index in inside
    )
