"""A question for a dose and a statement in, whether the amounts that it tells are all another medicine's out. Pure.

"Prednisolone 30 mg when colchicine can't be taken" names colchicine, gives an amount, and gives none of colchicine.
"""

from __future__ import annotations

import re

from assistant.answers import Intent
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import concept_match
from assistant.words.lexicon import Lexicon

_DRUG = "drug"
_AMOUNT = re.compile(r"\d[\d.,/–-]*\s?(?:mg|mcg|µg|micrograms?|milligrams?|g|grams?|ml|units?|IU|mmol)\b", re.IGNORECASE)


def doses_another(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """Whether each amount of the statement stands behind the name of another drug than those whose dose is asked for.

    An amount before which no drug is named may be that of the drug above it, and is nobody else's.
    """
    drugs = frozenset(c for c in asked.focus if lexicon.concepts[c].kind == _DRUG)
    if Intent.DOSE not in asked.intents or asked.yes_no or not drugs:
        return False
    text = profile.statement.text
    named = [mention for mention in lexicon.mentions(text) if mention.concept.kind == _DRUG]
    owners = [[m.concept.concept_id for m in named if m.start < amount.start()][-1:] for amount in _AMOUNT.finditer(text)]
    return bool(owners) and all(
        own and not any(concept_match(c, frozenset(own), lexicon=lexicon) for c in drugs) for own in owners
    )
