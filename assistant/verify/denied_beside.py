"""What a neighbouring sentence of the cited words denies, a claim may not affirm on the strength of another. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_SETS_APART = re.compile(
    r"\b(?:neither|nor|no|not|none|never|without|except\w*|exclud\w*|apart|other|separate\w*|outside|elsewhere|instead|only)\b|n't\b",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a thing that only the neighbours of the statement name, and name to deny it."""
    del lexicon
    claim = match.claim
    if claim.negators or _SETS_APART.search(fold(claim.text)):
        return ()
    denied = _beside(match) or _before(match)
    return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words deny this of “{denied}”"),) if denied else ()


def _beside(match: Match) -> str:
    """A thing of the claim that only the neighbours name, each time to deny it."""
    beside = match.ground.neighbours
    for index in sorted(match.in_neighbours) if beside.negators else ():
        term = match.claim.terms[index]
        if term.filler or term.quantity or term.has("strength"):
            continue
        words = {key for key in term.keys if key.startswith("w:")}
        places = {place for key in words for place in beside.places.get(key, ())}
        if places and places <= beside.denied | beside.near:
            return term.text
    return ""


def _before(match: Match) -> str:
    """A thing denied by a sentence that takes up the one before it ("It does not cover X"), beside what that one says."""
    ground = match.ground
    if ground.told_from >= ground.own_from:
        return ""
    said = [index for index in match.claim.content() if match.links[index] and not match.claim.terms[index].has("strength")]
    own = [index for index in said if all(ground.is_own(ground.terms[link]) for link in match.links[index])]
    denied = [index for index in own if set(match.links[index]) <= ground.statement.denied]
    return match.claim.terms[denied[0]].text if denied and len(own) < len(said) and denied == own else ""
