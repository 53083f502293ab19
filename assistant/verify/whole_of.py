"""Where the cited words narrow of what they speak, the claim doesn't speak of all: "the scans that were abnormal". Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_PEOPLE = r"(?:patients?|people|persons?|women|men|adults?|children|child|individuals?|woman|man|infants?|babies|baby|carriers?)"
_ALL_PEOPLE = re.compile(
    rf"\b(?:all\s+(?:(?:the|these|of\s+(?:the|these))\s+)?(?:{_PEOPLE}|with|of\s+them)|every(?:one|body)|any(?:one|body)"
    rf"|(?:every|each|any)\s+(?:single\s+)?{_PEOPLE})\b",
    re.IGNORECASE,
)
_NARROWED_PEOPLE = re.compile(
    rf"\b(?:all|every|each|any|for|in|to|only)\s+(?:the\s+)?{_PEOPLE}\s+who(?:se)?\s+(?P<which>[^.;:,()]+)", re.IGNORECASE
)
_ALL_THINGS = re.compile(
    r"\b(?:(?:whole|entire|full|complete)\s+(?:(?:set|range|list|battery|round|series|course)\s+of\s+)?|every\s+(?:single\s+|one\s+of\s+(?:the\s+)?)?"
    r"|all\s+(?:of\s+)?(?:the|these)\s+|each\s+of\s+the\s+)(?=[a-z])",
    re.IGNORECASE,
)
_NARROWED_THING = re.compile(
    r"(?<!,)\s+(?:that|which)\s+(?:was|were|is|are|has|have|had)\s+(?P<which>(?:(?!\b(?:and|or|but)\b)[^.;:,()]){3,80})",
    re.IGNORECASE,
)
_NEAR = 3


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "all X" where the statement says this of "the X that …", and the claim leaves out of which."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    everyone = _ALL_PEOPLE.search(claim)
    narrowed = _NARROWED_PEOPLE.search(statement) if everyone else None
    if everyone and narrowed and not _tells(match, *narrowed.span("which")):
        return (_reason(narrowed[0], everyone[0]),)
    for everything in _ALL_THINGS.finditer(claim):
        thing = [index for index, term in enumerate(match.claim.terms) if term.start >= everything.end()][:_NEAR]
        named = next((index for index in thing if match.links[index]), None)
        if named is None:
            continue
        for link in match.links[named]:
            which = _NARROWED_THING.match(statement, match.ground.terms[link].end)
            if which and not _tells(match, *which.span("which")):
                return (_reason(f"{match.ground.terms[link].text}{which[0]}", everything[0].strip()),)
    return ()


def _reason(stated: str, claimed: str) -> Reason:
    return Reason(code=ReasonCode.POPULATION, detail=f"the cited words say this of “{stated}”, the claim of “{claimed}”")


def _tells(match: Match, begin: int, end: int) -> bool:
    """True if the claim, or what the statement stands under, says the last thing of the narrowing words."""
    terms = match.ground.terms
    inside = [place for place, term in enumerate(terms) if begin <= term.start < end and not term.filler]
    around = frozenset().union(*(term.keys for term in match.ground.context.terms))
    if not inside or any(terms[place].keys & around for place in inside):
        return True
    return any(match.claims_for(place) for place in inside[-1:])
