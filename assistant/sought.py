"""A question for people or for a treatment and the statements nearest to it in, the first that gives one out.

"Who qualifies for X?" is answered by a statement that names patients, "What first line?" by one that names a treatment: a
statement on how X works, or on how to confirm the diagnosis, may come nearer by its words and still open the answer badly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked import Asked
from assistant.clauses import denials
from assistant.lexicon import Lexicon
from assistant.profile import Profile
from assistant.signals import NARROWER, Judged, concept_match

_FOR_WHOM = re.compile(
    r"\bwho(?:m)?\s+(?:qualif\w+|gets?|should\s+(?:get|have|receive|be)|can\s+(?:get|have|take)|needs?|is\s+(?:it|this)\s+for|"
    r"benefits?|is\s+eligible)\b|\bfor\s+whom\b|\b(?:which|what)\s+(?:patients?|women|people|pts)\b|\beligib\w+|\bcandidates?\s+for\b|"
    r"\b(?:para|en)\s+quién(?:es)?\b|\b(?:qué|cuáles)\s+(?:pacientes|mujeres)\b|\bquién(?:es)?\s+(?:puede\w*|debe\w*|recibe\w*)",
    re.IGNORECASE,
)
_WHICH_TREATMENT = re.compile(
    r"\b(?:what|which)(?:['’]s)?\s+(?:\w+\s+){0,2}(?:first|second|third|next|1st|2nd|3rd)[-\s]line\b|"
    r"\b(?:what|which)\s+(?!(?:kind|type|sort|class)\b)(?:\w+\s+){0,2}(?:treatments?|therap(?:y|ies)|regimens?|drugs?|agents?|medicines?)\b|"
    r"\bwhat\s+(?:do|should|would|can|shall)\s+(?:i|we|you|they)\s+(?:\w+\s+)?(?:give|start|offer|use|prescribe|treat)\b|"
    r"\bhow\s+(?:do|should|would)\s+(?:i|we|you)\s+treat\b|\bqué\s+(?:tratamiento|terapia|fármaco|medicamento|primera\s+línea)\b",
    re.IGNORECASE,
)
_TREATMENTS = frozenset({"drug", "drug class", "regimen"})
_STAGE_AXIS = "stage"
_NEAR = 0.5


def sought(asked: Asked, judged: Sequence[Judged], *, lexicon: Lexicon) -> str:
    """The id of the nearest statement that gives what is sought, if the nearest of all doesn't; else ""."""
    sentence = asked.sentence or asked.text
    if _FOR_WHOM.search(sentence):
        gives = _names_people
    elif _WHICH_TREATMENT.search(sentence):
        gives = _names_a_treatment
    else:
        return ""
    near = [entry.profile for entry in judged if entry.hit.relevance >= _NEAR * judged[0].hit.relevance]
    if not near or gives(asked, near[0], lexicon=lexicon) or (gives is _names_a_treatment and _treats(near[0], lexicon=lexicon)):
        return ""
    return next((p.statement.statement_id for p in near if gives(asked, p, lexicon=lexicon)), "")


def _names_people(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if the statement itself names patients, by more than their stage, and every thing that the question names."""
    people = {p for p in profile.population if lexicon.concepts[p].axis != _STAGE_AXIS}
    return bool(people) and _speaks_of(asked, profile, lexicon=lexicon)


def _names_a_treatment(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if the statement names a treatment, advises against none, and is about the patients asked about."""
    people = profile.population | profile.population_above
    if denials(profile.statement.text) or lexicon.excludes(asked.population, people):
        return False
    return _treats(profile, lexicon=lexicon)


def _treats(profile: Profile, *, lexicon: Lexicon) -> bool:
    return any(lexicon.concepts[c].kind in _TREATMENTS for c in profile.concepts)


def _speaks_of(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    named = profile.concepts | profile.concepts_above
    return all(concept_match(c, named, lexicon=lexicon) >= NARROWER for c in asked.focus)
