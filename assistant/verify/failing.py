"""Whether a treatment works still or no longer: a claim for one case isn't said by the other. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match, aligned
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_WORKING = frozenset("working works worked work helping controlling responding effective".split())
_HELPING = frozenset(("g:respond", "g:effective", "g:helpful", "g:efficacy"))
_FAILING = frozenset(("g:stops_working", "w:fail", "w:failur", "w:ineffect"))
_STOPPED = frozenset("stopped stops stop stopping ceased ceases longer quit".split())
_UNTIL = frozenset(("w:until", "w:till"))
_AS_LONG = re.compile(r"\b(?:as|so)\s+long\s+as\b", re.IGNORECASE)
_LONGEST = 4


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "while X is still working" where the statement speaks of the case that it has stopped.

    The same for "as long as it grows" beside "until it grows".
    """
    del lexicon
    return _still_works(match) or _as_long_as(match)


def _as_long_as(match: Match) -> tuple[Reason, ...]:
    """A reason for "as long as it grows" where the statement says "until it grows"."""
    claim, terms = match.claim, match.ground.terms
    untils = [index for index, term in enumerate(terms) if term.keys & _UNTIL]
    if not untils or any(_AS_LONG.search(term.text) for term in terms):
        return ()
    for index, term in enumerate(claim.terms):
        if not _AS_LONG.search(term.text):
            continue
        clause = [place for place in range(index + 1, len(claim.terms)) if claim.clauses[place] == claim.clauses[index]]
        for place in clause:
            ours = claim.terms[place]
            same = [link for link in match.links[place] if link > untils[0] and _same_word(ours, terms[link])]
            if same and not ours.filler and not ours.concept and place not in claim.denied | claim.near:
                detail = f"the cited words say “until {terms[same[0]].text}”, the claim “{term.text}”"
                return (Reason(code=ReasonCode.DIRECTION, detail=detail),)
    return ()


def _same_word(ours: Term, theirs: Term) -> bool:
    """True if both hold the same word that happens: "growing", "starts growing again"."""
    own = {key for part in (ours.keys, *ours.parts) for key in part if key.startswith("w:")}
    said = {key for part in (theirs.keys, *theirs.parts) for key in part if key.startswith("w:")}
    return bool(own & said)


def _still_works(match: Match) -> tuple[Reason, ...]:
    claim, statement = match.claim, match.ground.statement
    if any(_fails(term) or _STOPPED & set(term.text.lower().split()) for term in claim.terms):
        return ()
    for index, term in enumerate(claim.terms):
        if term.text.lower() not in _WORKING or index in claim.denied or index in claim.near:
            continue
        homes = aligned(match, claim.clauses[index], without=index)
        failing = [
            other
            for other, stated in enumerate(statement.terms)
            if _fails(stated) and statement.clauses[other] in homes and other not in statement.denied
        ]
        if failing and not any(_works(statement, other) for other in range(len(statement.terms)) if other not in failing):
            said = statement.terms[failing[0]].text
            return (Reason(code=ReasonCode.DIRECTION, detail=f"the claim says “{term.text}”, the cited words “{said}”"),)
    return ()


def _fails(term: Term) -> bool:
    return bool(term.keys & _FAILING) and len(term.text.split()) <= _LONGEST


def _works(scoped: Scoped, index: int) -> bool:
    return scoped.terms[index].text.lower() in _WORKING or bool(scoped.terms[index].keys & _HELPING)
