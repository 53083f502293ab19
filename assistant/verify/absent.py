"""Whether a claim tells the absence that a condition asks for: "with symptoms" doesn't say "without symptoms". Pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.verify.matching import Match
from assistant.verify.meaning import denied_parts
from assistant.verify.terms import Term

_ABSENT = frozenset(("g:absence", "g:without", "w:without", "w:in the absenc of", "w:absenc of"))
_PREFIXES = frozenset(("non", "free"))


def told_absent(match: Match, needed: list[int]) -> bool:
    """True unless the claim says what should be absent, and nothing of its absence: "with symptoms" for "without symptoms"."""
    claim = match.claim
    near = _beside(match, needed)
    if any(term.keys & _ABSENT or denied_parts(term) for term in near if not term.keys & {"w:not"}):
        return True
    if any(term.has("conditions", "unless") or _PREFIXES & set(term.text.lower().split("-")) for term in claim.terms):
        return True
    told = [index for index in needed if not match.ground.terms[index].keys & _ABSENT and not _names_absence(match, index)]
    return all(own in claim.near for own in _speaking(match, told, needed))


def _beside(match: Match, needed: Sequence[int]) -> list[Term]:
    """The terms of the claim's clauses that speak of what should be absent alone, or all: a denial elsewhere tells no absence."""
    clauses = {match.claim.clauses[index] for index in _speaking(match, needed, needed)}
    return [term for index, term in enumerate(match.claim.terms) if not clauses or match.claim.clauses[index] in clauses]


def _speaking(match: Match, told: Sequence[int], needed: Sequence[int]) -> set[int]:
    """The claim's terms that say what should be absent, those that say nothing else if there are any."""
    own = {index for other in told for index in match.claims_for(other) if not match.claim.terms[index].filler}
    return {index for index in own if set(match.links[index]) <= set(needed)} or own


def _names_absence(match: Match, index: int) -> bool:
    """True for a name that says the absence itself, and is said by a name of the same ("without symptoms", "asymptomatic")."""
    concept = match.ground.terms[index].concept
    return (
        concept is not None
        and any(match.claim.terms[own].concept == concept for own in match.claims_for(index))
        and (match.ground.terms[index].text.lower().startswith(("without", "no ", "free")))
    )
