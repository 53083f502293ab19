"""A question how often an organ is checked and the statements nearest to it in, the check that none makes for those out. Pure.

That a heart is watched during one drug says nothing of another, nor of patients who never get it; and how often a disease is
looked at is not how often that organ is.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers import Intent
from assistant.display.phrases import phrases
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import concept_match
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon

_CHECKS = frozenset({"procedure", "test", "care"})
_SITE = "site"


def missing_check(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> str:
    """Which check of an organ is asked the interval of, if it is told of, but not for such patients or drugs; else ""."""
    if Intent.INTERVAL not in asked.intents:
        return ""
    checks = frozenset(c for c in asked.focus if _is_of_organ(c, lexicon=lexicon))
    told = [profile for profile in profiles if _names(checks, profile, lexicon=lexicon)] if checks else []
    if not told or any(_fits(asked, profile, lexicon=lexicon) for profile in told):
        return ""
    named = ", ".join(lexicon.concepts[c].called(asked.language) for c in sorted(checks))
    return f"{phrases(asked.language).points[Intent.INTERVAL.value]}: {named}"


def _is_of_organ(concept_id: str, *, lexicon: Lexicon) -> bool:
    concept = lexicon.concepts.get(concept_id)
    if concept is None or concept.kind not in _CHECKS:
        return False
    return any(lexicon.concepts[a].kind == _SITE for a in lexicon.ancestors(concept_id) if a in lexicon.concepts)


def _names(things: frozenset[str], profile: Profile, *, lexicon: Lexicon) -> bool:
    named = profile.concepts | profile.concepts_above
    return all(concept_match(c, named, lexicon=lexicon) for c in things)


def _fits(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if it may be said of the patients asked about, and of the drugs if any are."""
    drugs = frozenset(c for c in asked.focus if c in lexicon.concepts and lexicon.concepts[c].kind in TREATMENTS)
    people = profile.population | profile.population_above
    return not lexicon.excludes(asked.population, people) and _names(drugs, profile, lexicon=lexicon)
