"""“Only”, “not only”, “not routinely”: a limit is neither made up nor dropped from what is denied. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.verify.meaning import denies_by_prefix
from assistant.verify.wordings import forms_of

_ONLY = frozenset(("w:onli", "w:sole", "w:exclus", "w:noth but", "w:pure", "w:mere"))
_ALONE = frozenset(("g:alone", "g:sole", "w:enough", "w:suffici", "w:itself"))
_LITTLE = frozenset(("short", "brief", "few", "small", "little"))
_LIMITING = frozenset(
    ("isolated", "confined", "limited", "restricted", "only", "alone", "solely", "exclusively", "sole", "single")
)
_ONLY_ONE = re.compile(
    r"\b(?:the|one's|your)\s+(?:only|sole)\s+(?:\w+\s+)?(?:options?|choices?|possibilit(?:y|ies)|treatments?|way|ways|therap(?:y|ies)|drugs?|medicines?)\b",
    re.IGNORECASE,
)
_NAMED_LIMIT = frozenset(("only", "isolated", "alone"))
_NOWHERE = re.compile(
    r"\b(?:nowhere\s+(?:but|else)|no(?:t|\s+\w+)?\s+(?:anywhere\s+)?else(?:where)?|no\s+other)\b", re.IGNORECASE
)
_PLACES = frozenset(
    (
        "facility facilities center centre centers centres unit units hospital hospitals clinic clinics ward wards department"
        " setting place institution room site laboratory"
    ).split()
)
_REACH = 8


def only(match: Match) -> list[Reason]:
    """“Only” needs the statement's own; "only after A" is said by "A before" and by "unless"."""
    claim, statement = match.claim, match.ground.statement
    limits = [
        term
        for index, term in enumerate(claim.terms)
        if term.keys & _ONLY and term.text.lower() != "soles" and not _is_little(match, index)
    ]
    once = any(term.has("conditions", "after") or term.has("conditions", "if") for term in claim.terms) and any(
        term.has("conditions", "before") or term.has("conditions", "unless") for term in statement.terms
    )
    if _the_only(claim.text) and not any(term.keys & _ONLY for term in (*statement.terms, *match.ground.context.terms)):
        return [Reason(code=ReasonCode.STRENGTH, detail="the cited words don't say that it is the only one")]
    limited = any(term.has("restrictive") or _LIMITING & set(forms_of(term.text)) for term in statement.terms)
    if limits and not once and not limited and not _where_alone(match):
        return [Reason(code=ReasonCode.STRENGTH, detail=f"the cited words don't say “{limits[0].text}”")]
    return []


def limited_name(match: Match) -> list[Reason]:
    """A reason for "X beyond Y" where the statement names those with "Y-only X": a claim keeps the limit in a name."""
    claim = match.claim
    for index, term in enumerate(match.ground.terms):
        if term.concept is None or not match.ground.is_own(term) or not _NAMED_LIMIT & set(forms_of(term.text)):
            continue
        own = [claim.terms[place] for place in match.claims_for(index) if not claim.terms[place].filler]
        if not own or any(one.concept == term.concept for one in own):
            continue
        if any(one.has("restrictive") or one.keys & _ALONE or _LIMITING & set(forms_of(one.text)) for one in claim.terms):
            continue
        if not _NOWHERE.search(claim.text):
            return [Reason(code=ReasonCode.POPULATION, detail=f"the cited words say this of “{term.text}” alone")]
    return []


def _the_only(text: str) -> bool:
    """True for "the only option": "alone" of a drug says nothing of that."""
    return _ONLY_ONE.search(text) is not None


def _where_alone(match: Match) -> bool:
    """True for "give X only in a unit with Y" where the statement says "X should be given in a unit with Y".

    Where a thing should be done is the one place for it; of people and drugs that isn't so.
    """
    claim, statement = match.claim, match.ground.statement
    asked = any(term.has("strength", "should") or term.has("strength", "must") for term in statement.terms)
    for index, term in enumerate(claim.terms):
        if not term.keys & _ONLY:
            continue
        behind = claim.terms[index + 1 : index + 1 + _REACH]
        at = next((place for place, one in enumerate(behind) if one.text.lower() in {"in", "at", "within", "where"}), len(behind))
        place = [index + 1 + at + step for step, one in enumerate(behind[at:]) if _PLACES & set(forms_of(one.text))]
        if not place or not match.links[place[0]]:
            return False
    return asked


def _is_little(match: Match, index: int) -> bool:
    """True for "after only a short time" and "only 6 months" beside a larger figure: so little, and no limit."""
    following = match.claim.terms[index + 1] if index + 1 < len(match.claim.terms) else None
    if following is not None and following.quantity is not None:
        figures = [
            term.quantity for term in match.ground.terms if term.quantity and term.quantity.base == following.quantity.base
        ]
        return any(one.low > following.quantity.high for one in figures)
    words = [word for term in match.claim.terms[index + 1 : index + 3] for word in term.text.lower().split()]
    return bool(_LITTLE & set(words[:2]))


def restricted(match: Match) -> list[Reason]:
    """“Not only”, “not routinely”: the claim may not deny more than the statement does."""
    claim, statement = match.claim, match.ground.statement
    limits = [index for index, term in enumerate(statement.terms) if term.has("restrictive") and index in statement.denied]
    if not limits or any(term.has("restrictive") for term in claim.terms) or _denied_by_prefix(match):
        return []
    spoken: dict[int, int] = {}
    first = min((negator.index for negator in claim.negators), default=0)
    behind = {index for index in claim.denied if index > first and not claim.terms[index].filler and match.links[index]}
    for index in behind if any(other in statement.denied for own in behind for other in match.links[own]) else claim.denied:
        denied = [other for other in match.links[index] if other in statement.denied and not claim.terms[index].filler]
        for clause in {statement.clauses[other] for other in denied}:
            spoken[clause] = spoken.get(clause, 0) + 1
    top = max(spoken.values(), default=0)
    verbs = _clauses_denied_first(match)
    if not any(spoken.get(statement.clauses[index], 0) == top > 0 or statement.clauses[index] in verbs for index in limits):
        return []
    limit = statement.terms[limits[0]].text
    return [Reason(code=ReasonCode.STRENGTH, detail=f"the cited words deny only “{limit}”, the claim denies all")]


def _denied_by_prefix(match: Match) -> bool:
    """True if what the claim denies is denied by a word of the statement itself: "can't be measured", "non-measurable"."""
    terms = match.ground.statement.terms
    said = [(index, match.links[index]) for negator in match.claim.negators for index in negator.focus[:1]]
    return bool(said) and all(
        any(denies_by_prefix(terms[link], match.claim.terms[index]) for link in links) for index, links in said
    )


def _clauses_denied_first(match: Match) -> frozenset[int]:
    """The statement's clauses that deny, in that very place, what the claim's "not" stands before."""
    statement = match.ground.statement
    found: set[int] = set()
    for negator in match.claim.negators:
        verb = negator.focus[0] if negator.kind == "clause" and negator.focus else -1
        said = [other for other in match.links[verb] if other in statement.near] if verb > negator.index else []
        found.update(statement.clauses[other] for other in said)
    return frozenset(found)


def denied_of_one(match: Match) -> list[Reason]:
    """“Age is no reason for X” says more than “no X based solely on age”: what goes for one thing alone stays so."""
    claim, statement = match.claim, match.ground.statement
    limits = [
        index
        for index, term in enumerate(statement.terms)
        if term.has("restrictive")
        and term.keys & _ONLY
        and (index in statement.denied | statement.near or statement.clauses[index] in statement.cancelled)
    ]
    if not limits or any(term.has("restrictive") or term.keys & _ALONE for term in claim.terms):
        return []
    behind = [index for index in statement.content() if index > limits[0]][:1]
    said = any(match.claims_for(index) for index in behind)
    denies = bool(claim.negators or claim.cancelled)
    if not (said and denies):
        return []
    word = statement.terms[limits[0]].text
    return [Reason(code=ReasonCode.STRENGTH, detail=f"the cited words deny this of one thing “{word}”, the claim of it at all")]
