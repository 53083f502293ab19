"""What an answer leads with in, statements of other sources out that give another dose, interval, time or limit for the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.answers import Intent
from assistant.differences.contrasts import Contrast
from assistant.differences.pairs import Pair, Point
from assistant.differences.regimens import COURSE, DOSE, DURATION, INTERVAL, LIMIT, differing
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import Judged
from assistant.words.concepts import TREATMENTS
from assistant.words.question_words import content_stems

_LOOKED_AT = 40
_MOST_POSITIONS = 3
# How near a side must be, as a share of the nearest: less where the question asks for the very figure.
_LEAST_SHARE, _UNASKED_SHARE = 0.12, 0.35
_LIMIT_ASKED = re.compile(
    r"\b(?:from|at|below|above|under|over|until|up\s+to|by)\s+(?:what|which)\b|\b(?:what|which)\s+(?:\w+\s+){0,2}?(?:age|limit|level|"
    r"cut-?off|threshold)\b|\bhow\s+(?:old|young|high|low)\b|\b(?:cut-?off|threshold|age\s+limit)s?\b|"
    r"\b(?:desde|a\s+partir\s+de|hasta|por\s+debajo\s+de|por\s+encima\s+de|con)\s+(?:qué|cuánt\w+)\b|\b(?:umbral|límite)\b",
    re.IGNORECASE,
)
_BY_INTENT = {
    Intent.DOSE: frozenset({DOSE, INTERVAL}),
    Intent.INTERVAL: frozenset({INTERVAL}),
    Intent.WHEN: frozenset({INTERVAL}),
    Intent.DURATION: frozenset({DURATION}),
}
_OF_OTHER_KIND = frozenset({Intent.WHY, Intent.DEFINITION, Intent.FIGURE, Intent.COMPARISON})


def otherwise_given(
    asked: Asked,
    judged: Sequence[Judged],
    *,
    shown: Sequence[str],
    bears: Callable[[Profile], bool],
    pair: Callable[[Asked, Profile, Profile], Pair | None],
) -> list[Contrast]:
    """The contrast between the statement that leads the answer and those of other sources that only give another figure.

    ``bears`` tells whether a statement is about the patients asked about; ``pair`` sets two statements beside each other, None
    if they are too unlike. Empty where the question asks for something else than figures of a course or a limit.
    """
    wanted, asked_for = _wanted(asked)
    if not wanted or not judged:
        return []
    bar = judged[0].hit.relevance * (_LEAST_SHARE if asked_for else _UNASKED_SHARE)
    near = [entry for entry in judged[:_LOOKED_AT] if entry.hit.relevance >= bar and bears(entry.profile)]
    leading = {judged[0].profile.statement.statement_id, *shown[:1]} & set(shown)
    for lead in (entry for entry in near if entry.profile.statement.statement_id in leading):
        others = list(_others(asked, wanted, lead, near, pair))
        if others:
            return [_contrast(lead, others)]
    return []


def _wanted(asked: Asked) -> tuple[frozenset[str], bool]:
    """The kinds of figure that a question calls for, and whether it asks for them outright."""
    if _LIMIT_ASKED.search(asked.text):
        return frozenset({LIMIT}), True
    outright = frozenset[str]().union(*(_BY_INTENT.get(intent, frozenset()) for intent in asked.intents))
    if outright:
        return outright, True
    return (frozenset(), False) if asked.intents & _OF_OTHER_KIND else (COURSE, False)


def _others(
    asked: Asked,
    wanted: frozenset[str],
    lead: Judged,
    near: Sequence[Judged],
    pair: Callable[[Asked, Profile, Profile], Pair | None],
) -> Iterator[tuple[Judged, Point]]:
    """What differs from the leading statement in nothing but figures of the wanted kinds and those that go with them."""
    for entry in near:
        if entry.profile.source.source_id == lead.profile.source.source_id:
            continue
        beside = pair(asked, lead.profile, entry.profile)
        if beside is None:
            continue
        topic = beside.topic()
        if beside.of_kinds(asked.concepts, TREATMENTS) and not topic:
            continue  # neither is about the drug asked about
        kinds = differing(lead.profile, entry.profile, content_stems(asked.text, asked.language), lexicon=beside.lexicon)
        for kind in sorted(kinds & wanted)[:1]:
            yield entry, Point(kind, topic)


def _contrast(lead: Judged, others: Sequence[tuple[Judged, Point]]) -> Contrast:
    """The leading statement beside the nearest of each other source."""
    by_source: dict[str, Judged] = {}
    for entry, point in others:
        if point.kind == others[0][1].kind:
            by_source.setdefault(entry.profile.source.source_id, entry)
    sides = [lead, *by_source.values()][:_MOST_POSITIONS]
    nearness = min(entry.hit.relevance for entry in sides)
    return Contrast(others[0][1], tuple(entry.profile for entry in sides), nearness)
