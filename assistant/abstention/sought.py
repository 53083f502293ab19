"""A question for people or for a treatment and the statements nearest to it in, the first that gives one out.

"Who qualifies for X?" is answered by a statement that names patients, "What first line?" by one that names a treatment, "Can I
stop X?" by one that says how long X, or its class, is given: a statement on how X works, or on how to confirm the diagnosis,
may come nearer by its words and still open the answer badly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.question.asked import Asked
from assistant.question.focus import words
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import Judged, concept_match, names_all
from assistant.words.clauses import denials
from assistant.words.concepts import GIVEN, TREATMENTS
from assistant.words.lexicon import Lexicon

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
_BEGIN = re.compile(
    r"\bwhat\s+first\b|\bwhat\s+(?:to|do\s+\w+|should\s+\w+|would\s+\w+)\s+(?:start|begin|give|offer|use)\b|\bstart\s+(?:with\s+what|on\s+what)\b|"
    r"\bwhere\s+to\s+start\b|\bwrite\s+up\b|\bprescribe\s+first\b|\bcon\s+qu[eé]\s+(?:se\s+)?(?:empiez|empez|comienz)\w*",
    re.IGNORECASE,
)
_TREATED = re.compile(
    r"\boptions?\b|\b(?:manage\w*|treat\w*|therap(?:y|ies)|rx|tx|done|do)\b|\bopciones\b|\btrat(?:an?|ar|amientos?|ado|ada)\b|\bse\s+hace\b",
    re.IGNORECASE,
)
_HOW_LONG = re.compile(
    r"\b(?:stop\w*|discontinu\w*|interrupt\w*|paus\w*|come\s+off|(?:take|have)\s+a\s+break|(?:drug|treatment)\s+holiday|"
    r"how\s+long(?!\s+(?:does|do|did|will|would|can|could|might)\s+(?!(?:i|you|we|they|she|he|one|patients?|people|women|men)\b)"
    r"(?![^?]*\b(?:taken|given|continued|kept|used|go\s+on|goes\s+on)\b))|"
    r"how\s+many\s+(?:months|years)|for\s*ever|for\s+life|indefinite\w*|lifelong|duration|carry\s+on|keep\s+(?:on\s+)?(?:going|taking|giving)|"
    r"continu\w*|suspend\w*|interrump\w*|dejar|parar|cu[aá]nto\s+tiempo|duraci[oó]n|toda\s+la\s+vida|para\s+siempre|continua\w*)\b",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b(?:duration|interrupt\w*|discontinu\w*|stopp\w*|withdraw\w*|continu\w*|until|goes\s+on|indefinite\w*|for\s+life|duraci[oó]n|"
    r"interrump\w*|suspend\w*|contin[uú]\w*|hasta\s+que)\b",
    re.IGNORECASE,
)
_NEXT_PART = re.compile(r"[;.]\s|,?\s+(?:followed\s+by|and\s+then|before\s+switching|seguid[oa]\s+(?:de|por))\b", re.IGNORECASE)
_ALONE = re.compile(
    r"\b(?:alone|on\s+its\s+own|by\s+itself|as\s+(?:a\s+)?(?:monotherapy|single\s+agent)|without\s+anything\s+else|sol[oa]|en\s+monoterapia)\b",
    re.IGNORECASE,
)
_PARTNER_BEHIND = re.compile(
    r"^\W*(?:alone\b|as\s+a\s+single|monotherapy\b|combined\b|plus\b|together\s+with\b|with\b|sol[oa]\b|en\s+monoterapia|m[aá]s\b|"
    r"combinad[oa]\b|junto\s+con\b)",
    re.IGNORECASE,
)
_PARTNER_BEFORE = re.compile(r"(?:combined\s+with|plus|added\s+to|single[- ]agent|combinad[oa]\s+con|m[aá]s)\s+$", re.IGNORECASE)
_STAGE_AXIS = "stage"
_SIDES = 2
_NEAR = 0.5


def sought(asked: Asked, judged: Sequence[Judged], *, lexicon: Lexicon) -> str:
    """The id of the nearest statement that gives what is sought, if the nearest of all doesn't; else ""."""
    gives = _giving(asked, lexicon=lexicon)
    share = _NEAR_BY_CLASS.get(gives, _NEAR) if gives else _NEAR
    near = [entry.profile for entry in judged if entry.hit.relevance >= share * judged[0].hit.relevance]
    if gives is None or not near or gives(asked, near[0], lexicon=lexicon):
        return ""
    if gives is _names_a_treatment and _treats(near[0], lexicon=lexicon):
        return ""
    return next((p.statement.statement_id for p in near if gives(asked, p, lexicon=lexicon)), "")


def _giving(asked: Asked, *, lexicon: Lexicon) -> Callable[..., bool] | None:
    """What tells whether a statement gives what the question seeks; None if it seeks nothing that is told so."""
    sentence, kinds = asked.sentence or asked.text, {lexicon.concepts[c].kind for c in asked.focus}
    if _FOR_WHOM.search(sentence):
        return _names_people
    if asks_for_treatment(asked) and _step(asked, lexicon=lexicon) and _told_apart(asked, lexicon=lexicon):
        return _names_the_step
    if "drug" in kinds and _HOW_LONG.search(sentence):
        return _says_how_long
    if "drug" in kinds and asked.yes_no and _ALONE.search(sentence):
        return _says_with_what
    if "site" in kinds and kinds.isdisjoint(GIVEN) and _TREATED.search(sentence):
        return _treats_the_site
    return _names_a_treatment if _WHICH_TREATMENT.search(sentence) else None


def _says_how_long(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if the statement says how long the drugs asked about are given, or their class and no other drug."""
    if not _LASTS.search(profile.statement.text):
        return False
    named = profile.concepts | profile.concepts_above
    drugs = {c for c in asked.focus if lexicon.concepts[c].kind == "drug"}
    if any(not concept_match(c, named, lexicon=lexicon) for c in drugs):
        return False
    kin = frozenset().union(*(lexicon.ancestors(c) for c in drugs))
    lasting = lexicon.concepts_in(_part_that_lasts(profile.statement.text))  # what is given afterwards is another matter
    own = {c for c in lasting if lexicon.concepts[c].kind == "drug" and kin & lexicon.ancestors(c)}
    return not own or names_all(drugs, named, lexicon=lexicon)


def _part_that_lasts(text: str) -> str:
    """Of "X is kept up until Y, followed by Z" the part that says how long."""
    return next((part for part in _NEXT_PART.split(text) if _LASTS.search(part)), text)


def _says_with_what(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if the statement says of the drug, for the patients asked about, that it is given alone or what with."""
    people = profile.population | profile.population_above
    told_apart = {p for p in asked.population if lexicon.concepts[p].axis and lexicon.concepts[p].axis != _STAGE_AXIS}
    if lexicon.excludes(asked.population, people) or (told_apart and not any(p in profile.population for p in told_apart)):
        return False
    text = profile.statement.text
    return any(
        mention.concept.concept_id in asked.focus
        and (_PARTNER_BEHIND.search(text[mention.end :]) or _PARTNER_BEFORE.search(text[: mention.start]))
        for mention in lexicon.mentions(text)
    )


def _treats_the_site(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if the statement names a treatment and each place in the body that the question names, or what that is part of."""
    sites = {c for c in asked.focus if lexicon.concepts[c].kind == "site"}
    treats = any(lexicon.concepts[c].kind in GIVEN for c in profile.concepts)
    return treats and all(concept_match(c, profile.concepts, lexicon=lexicon) for c in sites)


def asks_for_treatment(asked: Asked) -> bool:
    """True for a question which treatment to give, or what to begin with."""
    sentence = asked.sentence or asked.text
    return _WHICH_TREATMENT.search(sentence) is not None or _BEGIN.search(sentence) is not None


def treats_such_patients(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if the statement names a treatment for the patients asked about, on two or more sides that tell patients apart."""
    people = profile.population | profile.population_above
    apart = _told_apart(asked, lexicon=lexicon)
    wanted = {lexicon.concepts[p].axis for p in apart}
    given = {lexicon.concepts[p].axis for p in apart if concept_match(p, people, lexicon=lexicon)}
    enough = len(given) >= _SIDES and len(given) * _SIDES >= len(wanted)
    return enough and _names_a_treatment(asked, profile, lexicon=lexicon)


def _step(asked: Asked, *, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(p for p in asked.population if lexicon.concepts[p].axis in words()["step_axes"])


def _told_apart(asked: Asked, *, lexicon: Lexicon) -> frozenset[str]:
    """The patients asked about, by what tells them apart beside their stage and the step of their treatment."""
    apart = frozenset(p for p in asked.population if lexicon.concepts[p].axis not in {None, *words()["background_axes"]})
    return apart - _step(asked, lexicon=lexicon)


def _names_the_step(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if the statement names a treatment for that step and some of the patients asked about, and for no others."""
    people = profile.population | profile.population_above
    step = all(concept_match(p, people, lexicon=lexicon) for p in _step(asked, lexicon=lexicon))
    some = any(concept_match(p, people, lexicon=lexicon) for p in _told_apart(asked, lexicon=lexicon))
    return step and some and _names_a_treatment(asked, profile, lexicon=lexicon)


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
    return any(lexicon.concepts[c].kind in TREATMENTS for c in profile.concepts)


def _speaks_of(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    named = profile.concepts | profile.concepts_above
    return names_all(asked.focus, named, lexicon=lexicon)


# What is said of a class, or of what a place is part of, stands far behind what names the drug or the place.
_NEAR_BY_CLASS: dict[Callable[..., bool], float] = {_says_how_long: 0.1, _treats_the_site: 0.3}
