"""Judged statements in, groups of statements out on which the sources differ. Nothing is settled here.

Two statements of different sources differ if they are about the same patients and the same thing, and give other figures
of the same kind (an interval, a dose), or another first choice of drug.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answers import Citation, Disagreement, Intent, Position, VerifiedClaim
from assistant.asked import Asked
from assistant.lexicon import Lexicon
from assistant.phrases import phrases
from assistant.profile import Profile
from assistant.signals import Judged
from ingest.documents import Statement

_FIRST_CHOICE = re.compile(
    r"\b(?:prefer\w*|standard|first[- ]line|first choice|initial\w*|start\w*|drug of choice|main treatment|first therapy|"
    r"recommended|"
    r"preferid\w*|estándar|primera línea|primera elección|inicial\w*|empie\w*|principal|primera terapia|recomendad\w*)\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+(?:[.,]\d+)?)?)\s?-?\s?(mg/m²|mg/kg|mg|gy|hours?|days?|weeks?|months?|years?|cycles?|"
    r"horas?|días?|semanas?|mes(?:es)?|años?|ciclos?)\b",
    re.IGNORECASE,
)
_WEIGHS = re.compile(r"\b(?:over|than|rather|versus|vs|alternative|alternativa|frente|prefieren? a)\b", re.IGNORECASE)
_CHOOSING = frozenset({Intent.WHICH, Intent.OVERVIEW, Intent.COMPARISON, Intent.DEFINITION, Intent.HOW})
_COMPARED = (Intent.INTERVAL, Intent.DOSE, Intent.DURATION)
_NEAR = 0.55
_RELEVANT_SHARE = 0.3
_MOST_POSITIONS = 4
_TREATMENT = frozenset({"drug", "drug class", "regimen"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Statements, one of each source, that differ ``about`` one point; the most relevant first."""

    about: str
    statement_ids: tuple[str, ...]


def find_differences(
    asked: Asked,
    judged: Sequence[Judged],
    *,
    shown: Sequence[str],
    cosine: Callable[[Statement, Statement], float],
    lexicon: Lexicon,
) -> tuple[Difference, ...]:
    """The points of the question on which the sources differ; at least one side is among the ``shown`` statement ids."""
    if not judged:
        return ()
    bar = _RELEVANT_SHARE * judged[0].hit.relevance
    near = [entry.profile for entry in judged if entry.hit.relevance >= bar]
    found: list[Difference] = []
    used: set[str] = set()
    for first in (profile for profile in near if profile.statement.statement_id in shown):
        if first.statement.statement_id in used:
            continue
        sides = [first]
        about = ""
        for other in near:
            if (
                other.source.source_id in {side.source.source_id for side in sides}
                or cosine(first.statement, other.statement) < _NEAR
            ):
                continue
            point = _point_of_difference(asked, first, other, lexicon=lexicon)
            if point and (not about or point == about):
                about = point
                sides.append(other)
            if len(sides) == _MOST_POSITIONS:
                break
        if len(sides) > 1:
            ids = tuple(side.statement.statement_id for side in sides)
            used.update(ids)
            found.append(Difference(about=about, statement_ids=ids))
    return tuple(found)


def _point_of_difference(asked: Asked, left: Profile, right: Profile, *, lexicon: Lexicon) -> str:
    """What the two differ about, or ""."""
    if lexicon.excludes(left.population | left.population_above, right.population | right.population_above):
        return ""
    shared = [c for c in left.concepts & right.concepts if lexicon.concepts[c].kind != "condition"]
    topic = _topic(asked, shared, lexicon=lexicon)
    for kind in _COMPARED:
        if kind in left.kinds and kind in right.kinds and topic and _other_figures(left, right):
            return f"{phrases(asked.language).points[kind.value]}: {topic}"
    if not asked.intents & _CHOOSING or not (_names_first_choice(left) and _names_first_choice(right)):
        return ""
    people = _people(left, lexicon=lexicon)
    if people != _people(right, lexicon=lexicon):
        return ""
    ours, theirs = _treatments(left, lexicon=lexicon), _treatments(right, lexicon=lexicon)
    if ours and theirs and (_beyond(ours, theirs, lexicon=lexicon) or _beyond(theirs, ours, lexicon=lexicon)):
        named = sorted(lexicon.concepts[p].called(asked.language) for p in people)
        return f"{phrases(asked.language).points['first choice']}: {', '.join(named) or topic}"
    return ""


def _names_first_choice(profile: Profile) -> bool:
    """True for a plain first choice; "A is preferred over B" weighs ways of giving and names no regimen."""
    return bool(_FIRST_CHOICE.search(profile.statement.text)) and not _WEIGHS.search(profile.statement.text)


def _beyond(ours: frozenset[str], theirs: frozenset[str], *, lexicon: Lexicon) -> frozenset[str]:
    """Our treatments that are none of theirs, nor a kind of them, nor what they are a kind of."""
    near = theirs.union(*(lexicon.ancestors(c) | lexicon.descendants(c) for c in theirs))
    return ours - near


def _topic(asked: Asked, shared: Sequence[str], *, lexicon: Lexicon) -> str:
    wanted = [c for c in shared if c in asked.concepts or not lexicon.ancestors(c).isdisjoint(asked.concepts)]
    return ", ".join(sorted(lexicon.concepts[c].called(asked.language) for c in wanted)[:2])


def _other_figures(left: Profile, right: Profile) -> bool:
    """True if both give figures in the same unit, and not one of them is the same."""
    ours, theirs = _by_unit(left.statement.text), _by_unit(right.statement.text)
    units = ours.keys() & theirs.keys()
    return bool(units) and all(ours[unit].isdisjoint(theirs[unit]) for unit in units)


def _by_unit(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for figure, unit in _UNIT.findall(text):
        found.setdefault(unit.lower().rstrip("s"), set()).add(re.sub(r"\s|–", lambda m: "-" if m[0] == "–" else "", figure))
    return found


def _treatments(profile: Profile, *, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(c for c in profile.concepts if lexicon.concepts[c].kind in _TREATMENT)


def _people(profile: Profile, *, lexicon: Lexicon) -> frozenset[str]:
    everyone = profile.population | profile.population_above
    return frozenset(p for p in everyone if lexicon.concepts[p].axis not in {None, "stage", "line of therapy"})


def as_disagreements(differences: Sequence[Difference], claims: Sequence[VerifiedClaim]) -> tuple[Disagreement, ...]:
    """The differences of which at least two sides came through the gate."""
    by_statement: dict[str, tuple[str, Citation]] = {}
    for claim in claims:
        citation = claim.citations[0]
        by_statement.setdefault(citation.statement.statement_id, (claim.text, citation))
    found = []
    for difference in differences:
        sides = [by_statement[i] for i in difference.statement_ids if i in by_statement]
        if len({citation.source.source_id for _, citation in sides}) > 1:
            positions = tuple(Position(text=text, citation=citation) for text, citation in sides)
            found.append(Disagreement(about=difference.about, positions=positions))
    return tuple(found)
