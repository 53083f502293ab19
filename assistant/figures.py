"""A question for a figure and the statements nearest to it in, what figure the documents don't give out.

"120 mg" answers "which dose?" only if it is the dose *of the drug asked about, by the route asked about, in the unit asked
for*; a share needs a percentage of the very thing, a comparison a statement that compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assistant.answers import Intent
from assistant.asked import Asked
from assistant.lexicon import Lexicon
from assistant.phrases import phrases
from assistant.profile import Profile
from assistant.signals import NARROWER, concept_match

_NUMERIC = (Intent.DOSE, Intent.INTERVAL, Intent.DURATION)
_MEASURED = frozenset({"drug", "drug class", "regimen", "test"})
_STAGE_AXIS = "stage"
_SHARE = re.compile(
    r"\b(?:percent\w*|proportion|how common|how many (?:women|men|people|patients|pts|of)|rates?|incidence|prevalence|"
    r"share of|fraction of)\b|%",
    re.IGNORECASE,
)
_PERCENTAGE = re.compile(r"%|\bper\s?cent\b|\b\d+ (?:in|of|out of) (?:every )?\d+\b|\bone in \w+", re.IGNORECASE)
_UNITS = r"mg|ml|grams?|units?|minutes?|hours?|days?|weeks?|months?|years?|cycles?|fractions?"
_ASKED_UNIT = re.compile(
    rf"\bhow many ({_UNITS})\b|\b\d+ ?(?:or|vs\.?|versus|/) ?\d+ ({_UNITS})\b|\bin ({_UNITS})\b(?=[ ?.]*$)", re.IGNORECASE
)
_COMPARES = re.compile(
    r"\b(?:versus|vs|compared?|better|head[- ]to[- ]head|superior|stronger|more effective|than|beats?)\b", re.IGNORECASE
)
_PAIR = 2


def missing_figure(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> str:
    """Which figure is asked of what, if no statement that speaks of it gives such a figure; else ""."""
    drugs = _of_kinds(asked.focus, frozenset({"drug"}), lexicon=lexicon)
    if _COMPARES.search(asked.text) and len(drugs) >= _PAIR and not _compared(drugs, profiles, lexicon=lexicon):
        return _called(asked, drugs, lexicon=lexicon)
    wanted = [intent for intent in _NUMERIC if intent in asked.intents]
    named = _of_kinds(asked.concepts, _MEASURED, lexicon=lexicon)
    endpoints = _of_kinds(asked.concepts, frozenset({"endpoint"}), lexicon=lexicon)
    if Intent.FIGURE in asked.intents and not asked.yes_no:
        if endpoints:
            gives = any(_gives_endpoint(asked, profile, endpoints, named, lexicon=lexicon) for profile in profiles)
            return "" if gives else _called(asked, endpoints | named, lexicon=lexicon)
        if not wanted and _SHARE.search(asked.text):
            return _missing_share(asked, profiles, lexicon=lexicon)
    if not wanted or not named:
        return ""
    if any(_gives(asked, profile, wanted, named, drugs, lexicon=lexicon) for profile in profiles):
        return ""
    return f"{phrases(asked.language).points[wanted[0].value]}: {_called(asked, named, lexicon=lexicon)}"


def _gives(
    asked: Asked,
    profile: Profile,
    wanted: Collection[Intent],
    named: frozenset[str],
    drugs: frozenset[str],
    *,
    lexicon: Lexicon,
) -> bool:
    """True if the statement gives such a figure of what is asked about: of every drug, by the route, in the unit."""
    if profile.kinds.isdisjoint(wanted) or not _in_unit(asked, profile):
        return False
    things = profile.concepts | profile.concepts_above
    if Intent.DOSE in asked.intents:
        routes = _of_kinds(asked.focus, frozenset({"route"}), lexicon=lexicon)
        if any(concept_match(c, things, lexicon=lexicon) < NARROWER for c in drugs | routes):
            return False
    return any(concept_match(c, things, lexicon=lexicon) >= NARROWER for c in named)


def _in_unit(asked: Asked, profile: Profile) -> bool:
    """True if the statement uses the unit that the question names ("how many minutes …?"), or it names none."""
    units = {unit.lower().rstrip("s") for match in _ASKED_UNIT.findall(asked.text) for unit in match if unit}
    text = profile.statement.text
    return not units or any(re.search(rf"(?<![A-Za-z]){unit}s?(?![A-Za-z])", text, re.IGNORECASE) for unit in units)


def _compared(drugs: frozenset[str], profiles: Sequence[Profile], *, lexicon: Lexicon) -> bool:
    """True if a statement compares two of the drugs."""
    return any(
        Intent.COMPARISON in profile.kinds
        and sum(concept_match(c, profile.concepts, lexicon=lexicon) >= NARROWER for c in drugs) >= _PAIR
        for profile in profiles
    )


def _missing_share(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> str:
    """The thing whose share or rate is asked for, if no statement gives a percentage and names it; else ""."""
    things = asked.focus | {p for p in asked.population if lexicon.concepts[p].axis != _STAGE_AXIS}
    if not things:
        return ""
    for profile in profiles:
        if _PERCENTAGE.search(profile.statement.text):
            named = profile.concepts | profile.concepts_above | profile.population | profile.population_above
            if any(concept_match(c, named, lexicon=lexicon) >= NARROWER for c in things):
                return ""
    return _called(asked, things, lexicon=lexicon)


def _gives_endpoint(
    asked: Asked, profile: Profile, endpoints: frozenset[str], named: frozenset[str], *, lexicon: Lexicon
) -> bool:
    """True if the statement gives a figure of an asked endpoint, for the drugs and patients asked about and no others."""
    if Intent.FIGURE not in profile.kinds or lexicon.excludes(asked.population, profile.population | profile.population_above):
        return False
    if not any(concept_match(c, profile.concepts, lexicon=lexicon) >= NARROWER for c in endpoints):
        return False
    things = profile.concepts | profile.concepts_above
    if any(concept_match(c, things, lexicon=lexicon) < NARROWER for c in named):
        return False
    drugs = _of_kinds(profile.concepts, frozenset({"drug"}), lexicon=lexicon)
    return bool(named) or not drugs


def _called(asked: Asked, concepts: Collection[str], *, lexicon: Lexicon) -> str:
    return ", ".join(sorted(lexicon.concepts[c].called(asked.language) for c in concepts))


def _of_kinds(concepts: Collection[str], kinds: frozenset[str], *, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(c for c in concepts if lexicon.concepts[c].kind in kinds)
