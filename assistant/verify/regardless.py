"""What the statement says regardless of X, the claim may not say for X only. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.lexicon import Lexicon
from assistant.verify.conditional import find_conditions
from assistant.verify.matching import Match

_ONLY = re.compile(r"only\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "if X" where the statement says "regardless of X"."""
    del lexicon
    statement, claim = match.ground.statement, match.claim
    cues = [index for index, term in enumerate(statement.terms) if term.keys & {"g:regardless"} and not term.filler]
    if not cues or any(term.keys & {"g:regardless", "g:although"} for term in claim.terms):
        return ()
    following = {
        index
        for cue in cues
        for index in range(cue + 1, len(statement.terms))
        if statement.clauses[index] == statement.clauses[cue] and not statement.terms[index].filler
    }
    for condition in find_conditions(claim.text):
        if condition.kind != "if" and not _ONLY.match(claim.text[condition.start :]):
            continue
        inside = [
            index
            for index, term in enumerate(claim.terms)
            if condition.start <= term.start < condition.end and set(match.links[index]) & following
        ]
        if inside:
            words = claim.text[condition.start : condition.end].strip()
            return (
                Reason(code=ReasonCode.POPULATION, detail=f"the cited words hold regardless of this, the claim says “{words}”"),
            )
    return ()
