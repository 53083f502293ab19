"""Whom a statement names by two things at once, a claim may not name by one: "with A and B" are fewer than "with A". Pure.

A claim that leaves the whole group to its heading names nobody, and another check judges it; one that names half speaks of more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers import Reason, ReasonCode
from assistant.verify.condition_said import aimed_at
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_OF_WHOM = frozenset(("population", "condition"))
_JOINING = frozenset(
    "with and a an the of in who whose have has had is are that for cancer cancers disease tumor tumors tumour tumours".split()
)
_PEOPLE = frozenset("women woman men patients patient people individuals adults persons those".split())
_SEX = "sex"
# "When it is also B" says that A was named before.
_GOES_ON = re.compile(r"\b(?:also|as\s+well|too|in\s+addition)\b", re.IGNORECASE)
_STEPS = 6
_NEAR = 2
_COMPOSITE = 2


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for the first part of the statement's group that a claim which names another part of it leaves out."""
    statement = match.ground.statement
    named = {term.concept.concept_id for term in match.claim.terms if term.concept}
    around = {term.concept.concept_id for term in match.ground.context.terms if term.concept}
    ours, told = lexicon.implied(named), lexicon.implied(around)
    goes_on = _GOES_ON.search(match.claim.text) is not None
    depth = 0
    for index, term in enumerate(statement.terms):
        depth += {"(": 1, ")": -1}.get(term.text, 0)
        concept = term.concept
        if concept is None or depth > 0 or not _tells_whom(term) or not match.ground.is_own(term) or concept.concept_id in ours:
            continue
        if lexicon.implied((concept.concept_id,)) - {concept.concept_id} <= ours and _implies(concept.concept_id, lexicon):
            continue  # a name for several at once, each of which the claim says
        if any(_says_it(match, own, index) for own in match.claims_for(index)) or aimed_at(match, index):
            continue
        for other in _beside(statement, index):
            people = statement.terms[other].text.lower() in _PEOPLE
            known = concept.concept_id in told and (goes_on or not _both(statement, index, other))
            if known or (people and not _is_bare(match, other)):
                continue
            owns = [own for own in match.claims_for(other) if people or _names(match.claim.terms[own])]
            if any(not _is_explained(match, own) for own in owns):
                return (
                    Reason(
                        code=ReasonCode.POPULATION,
                        detail=f"the cited words say this of “{term.text}”, the claim of all “{statement.terms[other].text}”",
                    ),
                )
    return ()


def _tells_whom(term: Term) -> bool:
    concept = term.concept
    return (
        concept is not None
        and concept.kind == "population"
        and (concept.axis is not None or bool(concept.parents) or bool(concept.implies))
        and concept.axis != _SEX
        and not term.filler
        and not term.line
    )


def _names(term: Term) -> bool:
    """True for a name of patients or of a disease, not for "the cancer"."""
    return term.concept is not None and term.concept.kind in _OF_WHOM and not term.filler


def _implies(concept_id: str, lexicon: Lexicon) -> bool:
    return len(lexicon.implied((concept_id,))) > _COMPOSITE


def _says_it(match: Match, own: int, index: int) -> bool:
    """True unless the claim's term is the name of something wider ("metastatic" beside "oligometastatic")."""
    ours, theirs = match.claim.terms[own].concept, match.ground.terms[index].concept
    if match.claim.terms[own].filler:
        return False
    return ours is None or theirs is None or ours == theirs or ours.kind != "population"


def _beside(scoped: Scoped, index: int) -> Iterator[int]:
    """The other things by which the phrase around ``index`` names its people or its disease."""
    for step in (-1, 1):
        place = index + step
        for _ in range(_STEPS):
            if not 0 <= place < len(scoped.terms):
                break
            term = scoped.terms[place]
            if (term.concept is not None and term.concept.kind in _OF_WHOM and not term.line) or term.text.lower() in _PEOPLE:
                yield place
            elif not (term.filler and term.text.lower() in _JOINING):
                break
            place += step


def _both(scoped: Scoped, index: int, other: int) -> bool:
    """True for "A and B": who has one of them only isn't spoken of, whatever the headings name."""
    between = scoped.terms[min(index, other) + 1 : max(index, other)]
    return any(term.text.lower() == "and" for term in between)


def _is_bare(match: Match, index: int) -> bool:
    """True if the claim names the people with nothing that narrows them."""
    return all(
        not any(
            term.concept is not None and term.concept.kind in _OF_WHOM and not term.filler
            for term in match.claim.terms[max(0, own - 3) : own + 6]
        )
        for own in match.claims_for(index)
    )


def _is_explained(match: Match, own: int) -> bool:
    """True if words that nothing of the statement says stand by the claim's: these may say the rest."""
    terms = match.claim.terms
    near = (terms[place] for place in range(max(0, own - _NEAR), min(len(terms), own + _NEAR + 1)) if not _is_said(match, place))
    return any(term.concept is None and not term.filler and not term.punctuation and not term.has("strength") for term in near)


def _is_said(match: Match, place: int) -> bool:
    return bool(match.links[place]) or place in match.in_context
