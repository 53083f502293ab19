"""A clause that denies something of all or of always and a statement that tells of it in, whether they stand against each other.

"X never goes to Y" and "X may also go to Y"; "nobody lives longer than a year" and "people may live for years": what may be so is
enough against a denial without exception, where both speak of the same things. Pure.
"""

from __future__ import annotations

import re

from assistant.premises.at_odds_said import named_in, said_of
from assistant.premises.at_odds_words import CHANGES, FORBIDS, OF_ONE, UNCHANGED
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import concept_match
from assistant.words.clauses import denials, without_patients
from assistant.words.lexicon import Lexicon

_OF_ALL = re.compile(
    r"\b(?:(?:does|do|did|can|will)\s+(?:absolutely\s+)?nothing|never|nobody|no\s*one|none\s+of\s+(?:them|these|the)|"
    r"no\s+(?:hace\w*|sirve\w*)\s+(?:para\s+)?nada|nunca|jam[aá]s|nadie)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:told|said|says?|mention\w*|explain\w*|asks?|asked|offer\w*|us|our|dij\w+|dice\w*|cont\w+|explic\w+|nos|nuestr\w+)\b",
    re.IGNORECASE,
)
_SEVERAL, _MOST, _NEARLY_ALL = 2, 0.5, 0.66


def denied_of_all(clause: str, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if a clause says "never" or "nobody" of what the statement tells, or "stays the same" of what it says may change."""
    text = profile.statement.text
    if OF_ONE.search(clause) or _TOLD.search(clause) or FORBIDS.search(text):
        return False
    if denials(without_patients(text, lexicon=lexicon)):
        return False
    if UNCHANGED.search(clause) and CHANGES.search(text):
        return _says(UNCHANGED.sub(" ", clause), profile, _NEARLY_ALL, lexicon=lexicon)
    rest = _OF_ALL.sub(" ", clause)
    if rest == clause or denials(without_patients(rest, lexicon=lexicon)):
        return False
    things = named_in(rest, lexicon)
    told = profile.concepts | profile.concepts_above
    named = all(concept_match(c, told, lexicon=lexicon) for c in things)
    return named and _says(rest, profile, _MOST, lexicon=lexicon)


def _says(text: str, profile: Profile, share: float, *, lexicon: Lexicon) -> bool:
    said = said_of(text, profile, lexicon=lexicon)
    return sum(said) >= _SEVERAL and sum(said) >= share * len(said)
