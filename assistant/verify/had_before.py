"""Who has had a thing before is nobody of whom the statement says that they haven't, though all its names are the same. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_NOT_BEFORE = re.compile(
    r"\b(?:not|never|no|without)\s+(?:\w+\s+){0,3}?(?:previous(?:ly)?|prior|earlier|before)\b|\b\w*na[iï]ve\b|\b(?:previously\s+)?untreated\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:already|previously|pre-?treated|(?:have|has|having)\s+had|prior\s+(?:exposure|treatment|therapy|use)|been\s+(?:given|exposed|treated|on)|in\s+the\s+past)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:already|previously|prior|earlier|after|following|failed|failure|progress\w+|relaps\w+|resistan\w+|second|later)\b",
    re.IGNORECASE,
)
# "Who have not reached X": nobody who is through it.
_NOT_REACHED = re.compile(
    r"\b(?:(?:has|have|had)\s+not|(?:has|have|had)n't|not|yet\s+to)\s+(?:yet\s+)?(?:reach(?:ed)?|enter(?:ed)?|pass(?:ed)?|attain(?:ed)?"
    r"|(?:been|gone|go|come)\s+through)\b",
    re.IGNORECASE,
)
_THROUGH = re.compile(
    r"\b(?:already|(?:are|is|was|were|been|be|gone|come|came|went)\s+(?:through|past|beyond|out\s+of|over)|past|beyond|after|post"
    r"|(?:has|have|had)\s+(?:reached|entered|passed|attained))\b",
    re.IGNORECASE,
)
_NEAR = 60
_DENIED = re.compile(
    r"\b(?:not|never|no|none|nobody|neither|nor|without|cannot|lack\w*|na[iï]ve|un\w+)\b|n't\b|-na[iï]ve\b", re.IGNORECASE
)


# "Before anthracyclines", of who was previously treated with them: what was had is not still to come.
_HAD = re.compile(
    r"\b(?:previously|already|pre-?)\s*(?:treated|exposed|given|received)\s+(?:with|to)\b|\b(?:after|following)\s+(?:prior|previous|earlier|failure)\b"
    r"|\b(?:has|have|had)\s+(?:already\s+|previously\s+)?(?:had|received|been\s+(?:given|treated\s+with|exposed\s+to))\b|\bafter\b",
    re.IGNORECASE,
)
_STILL_TO_COME = re.compile(
    r"\b(?:before|prior\s+to|ahead\s+of|preced(?:ing|es?))\s+(?:(?:any|the|an?|prior|your|her)\s+)*(?=[\w/-]{4})", re.IGNORECASE
)
_ONCE_MORE = re.compile(
    r"\b(?:already|previously|after|following|failed|failure|progress\w+|relaps\w+|resistan\w+|second|later)\b", re.IGNORECASE
)
_BEFOREHAND = re.compile(r"\b(?:before|prior\s+to|ahead\s+of|until|premedic\w*|first)\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "who have already had X" where the statement says "who were not previously exposed to X"."""
    del lexicon
    if words := _still_to_come(match):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words speak of who had this, the claim of “{words}”"),)
    stated = _not_before(match.ground.statement.text)
    claim = fold(match.claim.text)
    found = _BEFORE.search(claim) if stated else None
    if not stated and (ahead := _NOT_REACHED.search(fold(match.ground.statement.text))):
        stated = ahead[0]
        found = None if _AGAIN.search(match.ground.statement.text) else _THROUGH.search(claim)
    if found is None or _DENIED.search(claim):
        return ()
    return (Reason(code=ReasonCode.POPULATION, detail=f"the cited words say “{stated}”, the claim “{found[0]}”"),)


def _still_to_come(match: Match) -> str:
    """The words by which the claim puts something before what the statement says was had; "" where it doesn't."""
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    found = _STILL_TO_COME.search(claim)
    had = list(_HAD.finditer(statement))
    if found is None or not had or _BEFOREHAND.search(statement) or _ONCE_MORE.search(claim):
        return ""
    terms = match.claim.terms
    behind = next((index for index, term in enumerate(terms) if term.start >= found.end() and not term.filler), None)
    links = match.links[behind] if behind is not None and terms[behind].concept is not None else ()
    told = any(_is_had(match.ground.terms[place], one) for place in links for one in had)
    return claim[found.start() : terms[behind].end] if told and behind is not None else ""


def _is_had(term: Term, had: re.Match[str]) -> bool:
    """True for a name right behind such words, or that holds them."""
    return term.start <= had.start() < term.end or had.end() <= term.start <= had.end() + _NEAR


@lru_cache(maxsize=1024)
def _not_before(text: str) -> str:
    """The words by which a statement counts out who has had something before; "" where it speaks of them as well."""
    folded = fold(text)
    found = _NOT_BEFORE.search(folded)
    if found is None or _AGAIN.search(folded[: found.start()] + folded[found.end() :]):
        return ""
    return found[0]
