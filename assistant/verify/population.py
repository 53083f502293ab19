"""The claim is about the statement's patients and line of treatment, or fewer, never others. Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.lexicon import Lexicon
from assistant.verify.matching import Match


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for other patients, patients that the cited words don't name, or another line of treatment."""
    return (*_populations(match, lexicon), *_lines(match))[:1]


def _populations(match: Match, lexicon: Lexicon) -> list[Reason]:
    ground = match.ground
    stated = _named(ground.statement.terms)
    around = _named(ground.context.terms)
    for index, term in enumerate(match.claim.terms):
        if term.concept is None or term.concept.kind != "population" or term.filler or term.line:
            continue
        if match.links[index] or index in match.in_context:
            continue
        ours = (term.concept.concept_id,)
        named = ", ".join(sorted(lexicon.concepts[concept_id].name for concept_id in stated | around)) or "no such patients"
        if ours:
            return [Reason(code=ReasonCode.POPULATION, detail=f"the claim is about {term.text}, the cited words about {named}")]
    return []


def _named(terms: object) -> frozenset[str]:
    return frozenset(term.concept.concept_id for term in terms if term.concept and term.concept.kind == "population")  # type: ignore[attr-defined]


def _lines(match: Match) -> list[Reason]:
    statement = match.ground.statement
    stated = {term.line for term in (*statement.terms, *match.ground.context.terms) if term.line}
    for index, term in enumerate(match.claim.terms):
        if not term.line or term.line in stated or (not stated and (match.links[index] or index in match.in_context)):
            continue
        if term.line in {"later", "multiple", "next"} and stated - {"1"}:
            continue
        said = ", ".join(sorted(stated)) or "no line of treatment"
        return [Reason(code=ReasonCode.POPULATION, detail=f"the claim says {term.text}, the cited words say {said}")]
    return []
