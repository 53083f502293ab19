"""What a statement forbids outright, a claim may not advise on the strength of the explanation behind it. Pure.

"Do not use X: X has shown no advantage" says two things of X; a claim beside the second must not forget the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers import Reason, ReasonCode
from assistant.verify.comparison import outdone
from assistant.verify.matching import Match
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_USING = r"use|give|offer|perform|administer|prescribe|start|initiate|recommend|order|add|apply|try|consider|repeat"
_FORBIDS = re.compile(
    rf"(?:^|[.;\n]\s*)(?P<said>(?:(?:do\s+not|don['’]t|never)\s+(?:{_USING})|avoid|no)\b[^.:;,\n—]*)", re.IGNORECASE
)
# With one of these the prohibition is one of a case, a time or a manner, and leaves room for advice in another.
_LIMITED = re.compile(
    r"\b(?:sole\w*|only|alone|as\s+(?:the|a|an)|until|before|unless|except\w*|without|if|when\w*|after|during|at|in|for|"
    r"solely|first|more|less|beyond|too|further|longer|instead|with|together)\b",
    re.IGNORECASE,
)
_ROUTINE = re.compile(r"\b(?:routine\w*|always|automatically)\b", re.IGNORECASE)
_URGING = frozenset(("must", "strong", "should"))
_ADVISING = _URGING | {"consider", "may", "can"}


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a claim that advises or uses what the statement tells not to use."""
    claim = match.claim
    if claim.negators or any(term.has("forbidding") for term in claim.terms) or not _advises(match):
        return ()
    aside = outdone(claim)
    named = [
        term
        for index, term in enumerate(claim.terms)
        if term.concept is not None and term.concept.kind != "population" and index not in aside
    ]
    for said, things in _forbidden(match):
        if _ROUTINE.search(said) and not _urges(match):
            continue  # "not routinely" leaves "may be used" open
        if things and all(any(_is_about(own, thing, lexicon) for own in named) for thing in things):
            detail = f"the cited words say “{said}”, the claim leaves the denial out"
            return (Reason(code=ReasonCode.NEGATION, detail=detail),)
    return ()


def _forbidden(match: Match) -> Iterator[tuple[str, list[Term]]]:
    """The prohibitions without a limit, and the named things that each forbids."""
    statement = match.ground.statement
    for found in _FORBIDS.finditer(statement.text):
        begin, end = found.span("said")
        if _LIMITED.search(found["said"]):
            continue
        inside = [term for term in statement.terms if begin <= term.start < end and term.concept is not None]
        yield found["said"].strip(), [term for term in inside if term.concept and term.concept.kind != "population"]


def _advises(match: Match) -> bool:
    """True for a claim that weighs ("is recommended", "may be used") or opens like an order ("Use …")."""
    first = next((term for term in match.claim.terms if not term.punctuation), None)
    weighs = any(term.names("strength") & _ADVISING for term in match.claim.terms)
    return weighs or (first is not None and first.has("imperatives"))


def _urges(match: Match) -> bool:
    """True for a claim that weighs more than "may be"."""
    return any(term.names("strength") & _URGING for term in match.claim.terms)


def _is_about(own: Term, thing: Term, lexicon: Lexicon) -> bool:
    """True if both name one thing, or one of them a kind of the other."""
    if own.concept is None or thing.concept is None:
        return False
    ours, theirs = own.concept.concept_id, thing.concept.concept_id
    return ours == theirs or ours in lexicon.ancestors(theirs) or theirs in lexicon.ancestors(ours)
