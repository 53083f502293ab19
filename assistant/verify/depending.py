"""What depends on what: "A depends on B" is not "B depends on A"; and no change at intervals where none is ordered. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_DEPENDS = re.compile(r"\b(?:depends?|depending|hinges?|rests?|turns)\s+(?:up)?on\b", re.IGNORECASE)
_END = re.compile(r"[.;:\n]|,\s+(?:so|but|and)\b", re.IGNORECASE)
_ALIKE = (
    ("chang", "switch", "replac", "rotat", "renew"),
    ("increas", "rais"),
    ("reduc", "lower", "decreas", "halv"),
    ("stop", "discontinu"),
)
_AGAIN = re.compile(
    r"\b(?P<root>chang|switch|adjust|stop|interrupt|replac|rotat|increas|reduc|restart|pause|doubl|halv)\w*\s+(?:once\s+)?every\b",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "B depends on A", and for a change every few months where the cited words order none."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    again = _AGAIN.search(claim)
    if again and not _is_ordered(again["root"].lower(), statement.lower()):
        return (Reason(code=ReasonCode.NOT_STATED, detail=f"the cited words order no such thing (“{again[0]}”)"),)
    ours, theirs = _DEPENDS.search(claim), _DEPENDS.search(statement)
    if ours and theirs and theirs.end() > match.ground.own_from:
        stop = _END.search(claim, ours.end())
        end = stop.start() if stop else len(claim)
        inside = [index for index, term in enumerate(match.claim.terms) if ours.end() <= term.start < end]
        content = [index for index in inside if not match.claim.terms[index].filler]
        before = [all(match.ground.terms[link].end <= theirs.start() for link in match.links[index]) for index in content]
        if content and all(before) and all(match.links[index] for index in content):
            words = claim[ours.start() : end]
            return (Reason(code=ReasonCode.NOT_STATED, detail=f"the cited words don't say “{words}”"),)
    return ()


def _is_ordered(root: str, statement: str) -> bool:
    """True if the statement has the verb, or another for the same."""
    same = next((group for group in _ALIKE if root in group), (root,))
    return any(one in statement for one in same)
