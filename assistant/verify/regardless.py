"""What the statement says regardless of X, the claim may not say for X only. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.lexicon import Lexicon
from assistant.verify.conditional import find_conditions
from assistant.verify.matching import Match
from assistant.verify.meaning import says

_INCLUDING = re.compile(r"\b(?:including|even|also)\s+(?:when|if|in|for|with|where)\b", re.IGNORECASE)
_ONLY = re.compile(r"only\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "if X" where the statement says "regardless of X"."""
    statement, claim = match.ground.statement, match.claim
    if excepted := _excepted(match, lexicon):
        return (excepted,)
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


def _excepted(match: Match, lexicon: Lexicon) -> Reason | None:
    """A reason for "including when X", "even if X" where the statement, or what it stands under, says "unless X"."""
    found = _INCLUDING.search(match.claim.text)
    if not found:
        return None
    ours = [term for term in match.claim.terms if term.start >= found.end() and not term.filler]
    for scoped in (match.ground.statement, match.ground.context):
        for condition in find_conditions(scoped.text):
            if condition.kind != "unless":
                continue
            theirs = [term for term in scoped.terms if condition.start <= term.start < condition.end and not term.filler]
            said = [term for term in ours if any(says(term, other, lexicon) for other in theirs)]
            if said and len(said) * 2 >= len(ours):
                words = scoped.text[condition.start : condition.end].strip()
                return Reason(code=ReasonCode.POPULATION, detail=f"the cited words except this: “{words}”")
    return None
