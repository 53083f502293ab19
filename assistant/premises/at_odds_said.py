"""How much of a clause a statement says: its named things and its words. Pure."""

from __future__ import annotations

from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import concept_match
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems

DONE = TREATMENTS | {"procedure", "test"}
THINGS = DONE | {"gene"}
ALSO = frozenset({"gene", "endpoint", "side effect", "care", "site", "condition"})
_HALF = 0.5
_PREFIX = 5


def named_in(text: str, lexicon: Lexicon) -> frozenset[str]:
    """What a text names, patients left out."""
    return frozenset(c for c in lexicon.concepts_in(text, typed=True) if lexicon.concepts[c].kind != "population")


def treatments_in(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The treatments that a text names."""
    return frozenset(c for c in named_in(text, lexicon) if lexicon.concepts[c].kind in TREATMENTS)


def is_said(what: str, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if the statement names a thing of a few words, or uses one of them."""
    things = named_in(what, lexicon)
    if any(concept_match(c, profile.concepts, lexicon=lexicon) for c in things):
        return True
    stems = content_stems(what)[:1]
    return any(one[:_PREFIX] == other[:_PREFIX] for one in stems for other in profile.stems if len(one) >= _PREFIX)


def kin_of(one: str, other: str, lexicon: Lexicon) -> bool:
    """True for the same thing, or a thing and its kind."""
    return one == other or one in lexicon.ancestors(other) or other in lexicon.ancestors(one)


def mostly_said(clause: str, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if the statement says half at least of the words and things of a clause."""
    said = said_of(clause, profile, lexicon=lexicon)
    return bool(said) and sum(said) >= _HALF * len(said)


def said_of(clause: str, profile: Profile, *, lexicon: Lexicon) -> list[bool]:
    """Of each thing and each further word of a clause, whether the statement says it."""
    mentions = lexicon.mentions(clause, typed=True)
    told = profile.concepts | profile.concepts_above | profile.population | profile.population_above
    rest = list(clause)
    for mention in mentions:
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    said = [bool(concept_match(m.concept.concept_id, told, lexicon=lexicon)) for m in mentions]
    return said + [_known(one, profile) for one in content_stems("".join(rest))]


def _known(word: str, profile: Profile) -> bool:
    return any(word[:_PREFIX] == other[:_PREFIX] for other in profile.stems | profile.stems_above)
