"""What is denied "except in X" or "outside X" is not denied in X; what is denied isn't offered as a choice. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.verify.negators import Negator
from assistant.words.lexicon import Lexicon

_EXCEPT = re.compile(r"\b(?:except(?:ing)?|outside|other\s+than|apart\s+from|unless)\b", re.IGNORECASE)
_EXCEPTS = re.compile(
    r"\b(?:except\w*|outside|other\s+than|apart\s+from|unless|only|reserved?|restrict\w*|limit\w*|kept|keep|confined|other|else|but|without|until|before|if\s+not)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.;:\n]|,(?=\s)")
_JOINS = re.compile(r"^[\s,]*\b(?:or|and)\s+(?:(?:in|on|with|for|to|by|an?|the)\s+)*$", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a claim that denies something in the very case that the statement excepts."""
    del lexicon
    claim, statement = match.claim, match.ground.statement
    if claim.negators and not _EXCEPTS.search(claim.text):
        for negator in statement.negators:
            if negator.kind == "clause" and (words := _excepted(match, negator)):
                detail = f"the cited words except “{words}” from what they deny, the claim denies it there"
                return (Reason(code=ReasonCode.NEGATION, detail=detail),)
    for negator in statement.negators:
        if negator.kind == "clause" and (word := _offered(match, negator)):
            return (Reason(code=ReasonCode.NEGATION, detail=f"the cited words deny “{word}”, the claim offers it"),)
    return ()


def _excepted(match: Match, negator: Negator) -> str:
    """The statement's exception behind a denial, all of which the claim names; "" without one."""
    statement = match.ground.statement
    place = statement.terms[negator.index].start
    found = _EXCEPT.search(statement.text, place)
    if found is None or _ENDS.search(statement.text, place, found.start()):
        return ""
    stop = _ENDS.search(statement.text, found.end())
    end = stop.start() if stop else len(statement.text)
    inside = [index for index in statement.content() if found.end() <= statement.terms[index].start < end]
    named = [index for index in inside if any(not match.claim.terms[own].filler for own in match.claims_for(index))]
    return statement.text[found.start() : end].strip() if inside and len(named) == len(inside) else ""


def _offered(match: Match, negator: Negator) -> str:
    """What the claim puts beside what the statement affirms ("a room or a bay") though the statement denies it."""
    claim, statement = match.claim, match.ground.statement
    reach = negator.wide | set(negator.focus)
    for index in claim.content():
        links = match.links[index]
        if not links or index in claim.denied or not all(link in reach and link > negator.index for link in links):
            continue
        before = [other for other in claim.content() if other < index]
        if not before:
            continue
        last = before[-1]
        apart = match.links[last] and not any(link in reach or link in statement.denied for link in match.links[last])
        joined = _JOINS.match(claim.text[claim.terms[last].end : claim.terms[index].start])
        if apart and joined and "or" in joined[0].lower().split():
            return claim.terms[index].text
    return ""
