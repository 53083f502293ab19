"""For whom or when a claim holds may be narrower than the cited words say, never wider: no class for one of its kind. Pure.

"Anyone considered for a targeted drug" is more people than "patients considered for a PARP inhibitor"; in what is given to them
the class may stand for the kind.
"""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.conditional import find_conditions, group_of
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

# "Considered for X", "during X": X limits whom or when, whatever the sentence makes of it.
_LIMITING = re.compile(
    r"\b(?:considered\s+for|candidates?\s+for|eligible\s+for|receiving|taking|undergoing|treated\s+with|exposed\s+to|before(?:\s+and\s+during)?"
    r"|during|while\s+on|throughout|prior\s+to)\s+(?:(?:starting|beginning|giving|offering|any|an?|the)\s+){0,2}(?P<what>[\w/-]+(?:\s+[\w/-]+){0,2})",
    re.IGNORECASE,
)
_KINDS = frozenset(("drug", "drug class", "regimen", "procedure", "test", "site", "condition"))


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a class in a condition of the claim where the statement names one of its kinds."""
    for index in _limiting(match):
        own = match.claim.terms[index]
        if own.concept is None or own.concept.kind not in _KINDS:
            continue
        ours = own.concept.concept_id
        named = [match.ground.terms[other] for other in match.links[index]]
        kinds = [term for term in named if term.concept and ours in lexicon.ancestors(term.concept.concept_id)]
        if not kinds or len(kinds) < len(named) or _said_as_well(match, index):
            continue
        detail = f"the cited words say this of “{kinds[0].text}”, the claim of all “{own.text}”"
        return (Reason(code=ReasonCode.POPULATION, detail=detail),)
    return ()


def _limiting(match: Match) -> list[int]:
    """The claim's terms that stand in a condition, in the group it is about, or in a phrase that limits."""
    text = match.claim.text
    group = group_of(text)
    spans = [(one.start, one.end) for one in (*find_conditions(text), *((group,) if group else ())) if one.kind != "unless"]
    spans += [found.span("what") for found in _LIMITING.finditer(text)]
    return [index for index, term in enumerate(match.claim.terms) if any(start <= term.start < end for start, end in spans)]


def _said_as_well(match: Match, index: int) -> bool:
    """True if the claim names the kind itself beside the class, or the class stands in the headings."""
    own = match.claim.terms[index].concept
    linked = {match.ground.terms[other].concept for other in match.links[index]}
    sharing = {place for other in match.links[index] for place in match.claims_for(other)} - {index}
    if any(not match.claim.terms[place].filler for place in sharing):
        return True  # "spread to bone" says "bone metastases"
    named = {term.concept for position, term in enumerate(match.claim.terms) if position != index}
    return bool(linked & named) or any(term.concept == own for term in match.ground.context.terms)
