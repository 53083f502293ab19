"""A question for the size of a gain and a statement in, whether the statement denies that gain out.

"How many months does it add?" has an answer where the documents say that it adds none, though none of them gives a figure.
What is denied of a kind of treatment goes for its kinds, never the other way round; what is denied of one drug, for no other.
"""

from __future__ import annotations

import re

from assistant.answers import Intent
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import concept_match
from assistant.words.lexicon import Lexicon

_GAIN_ASKED = re.compile(
    r"\b(?:benefits?|gain\w*|add(?:s|ed)?|buy|buys|extra|longer|more|extend\w*|prolong\w*|lengthen\w*|improve\w*|advantage|increase\w*|"
    r"beneficios?|gana\w*|añad\w+|anad\w+|más|alarga\w*|prolonga\w*|mejora\w*|ventaja|aumenta\w*)\b",
    re.IGNORECASE,
)
_NO_GAIN = re.compile(
    r"\b(?:no|not)\b[^.;:]{0,40}\b(?:benefit|advantage|improvement|gain)\b|"
    r"\b(?:no|sin|ning[uú]n\w*)\b[^.;:]{0,50}\b(?:beneficios?|ventajas?|mejor[ií]as?|ganancias?)\b",
    re.IGNORECASE,
)
_DONE = frozenset({"drug", "drug class", "regimen", "procedure"})
_OTHER_FIGURES = frozenset({Intent.DOSE, Intent.INTERVAL})


def denies_gain(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if the question asks how much the named things add, and the statement says of them that they add nothing."""
    if asked.intents & _OTHER_FIGURES or not _GAIN_ASKED.search(asked.text) or not _NO_GAIN.search(profile.statement.text):
        return False
    endpoints = frozenset(c for c in asked.concepts if lexicon.concepts[c].kind == "endpoint")
    if endpoints and not any(concept_match(c, profile.concepts, lexicon=lexicon) for c in endpoints):
        return False
    done = frozenset(c for c in asked.focus if lexicon.concepts[c].kind in _DONE)
    if done:
        spoken_of = {c for c in done if _is_spoken_of(c, profile, lexicon=lexicon)}
        wider = frozenset().union(*(lexicon.ancestors(c) for c in profile.concepts if lexicon.concepts[c].kind in _DONE))
        # "Chemotherapy with a transplant" is the kind of chemotherapy of which the statement speaks.
        return bool(spoken_of) and done - spoken_of <= wider
    return bool(endpoints and set(asked.words) & profile.stems)


def _is_spoken_of(concept_id: str, profile: Profile, *, lexicon: Lexicon) -> bool:
    if lexicon.concepts[concept_id].kind == "procedure":
        return not profile.concepts.isdisjoint({concept_id} | lexicon.ancestors(concept_id))
    return concept_id in profile.concepts
