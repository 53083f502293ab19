"""What the cited words only ask to consider isn't done as a matter of course. Pure.

"Review X after a year and consider Y" is one sentence with two orders: the first says nothing of how firmly the second is meant.
"""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.words.lexicon import Lexicon

_BEFORE = frozenset(("and", "or", "then", "and then", ",", ";", ":"))
_OPEN = ("may", "can", "consider", "unlikely")
_LEFT_OPEN = frozenset(("g:consider", "g:option", "g:possible", "g:reasonable", "w:if", "w:whether"))
_ENDS = frozenset(".;:\n")


# Who is being considered for a treatment isn't on it yet.
_FOR = re.compile(r"\b(?:considered|candidates?|eligible)\s+for\b", re.IGNORECASE)
_ON_IT = re.compile(
    r"\balready\s+(?:on|taking|receiving|being\s+(?:given|treated)|started\s+on)\b|\b(?:who|patients|people|women|men|those)\s+(?:are\s+)?(?:on|taking|receiving)\s+(?=[a-z])",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"\b(?:consider\w*|candidates?|eligible|before|might|may|for\s+whom|not|about\s+to|if)\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "a break is taken" where the statement says "and consider a break"."""
    del lexicon
    statement = match.ground.statement
    on_it = _ON_IT.search(match.claim.text)
    if on_it and _FOR.search(statement.text) and not (_ON_IT.search(statement.text) or _NOT_YET.search(match.claim.text)):
        detail = f"the cited words speak of who is considered for it, the claim of who is “{on_it[0].strip()}”"
        return (Reason(code=ReasonCode.POPULATION, detail=detail),)
    for index, term in enumerate(statement.terms):
        if term.text.lower() != "consider" or not index or statement.terms[index - 1].text.lower() not in _BEFORE:
            continue
        inside = _behind(statement, index)
        first = [own for place in inside[:1] for own in match.claims_for(place) if not match.claim.terms[own].filler]
        if first and all(set(match.links[own]) <= set(inside) for own in first) and not _leaves_open(match.claim):
            return (Reason(code=ReasonCode.STRENGTH, detail="the cited words say “consider”, the claim states it flatly"),)
    return ()


def _behind(statement: Scoped, index: int) -> list[int]:
    """What is to be considered, up to the end of its clause."""
    found: list[int] = []
    for place in range(index + 1, len(statement.terms)):
        term = statement.terms[place]
        if term.punctuation and term.text in _ENDS:
            break
        if not term.filler and not term.punctuation:
            found.append(place)
    return found


def _leaves_open(claim: Scoped) -> bool:
    return any(term.keys & _LEFT_OPEN or any(term.has("strength", name) for name in _OPEN) for term in claim.terms)
