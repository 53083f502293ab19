"""Judged statements in, groups of statements out on which the sources differ. Nothing is settled here.

Only what bears on the question counts: the statements must be near to it, about its patients and its things. Of each source
the most relevant statement stands; who says the same stands once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from assistant.answers import Citation, Disagreement, Intent, Position, VerifiedClaim
from assistant.differences.apparent import find_apparent
from assistant.differences.choices import comes_later, later_asked
from assistant.differences.compared import Compared
from assistant.differences.contrasts import Contrast, find_contrasts
from assistant.differences.otherwise_given import otherwise_given
from assistant.differences.pairs import LINE, Pair, Point, patients, people
from assistant.differences.points import NAMES, points
from assistant.differences.regimens import COURSE
from assistant.display.phrases import phrases
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.retrieval.quantified import figures
from assistant.retrieval.signals import Judged, concept_match
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon
from ingest.documents import Statement

_NEAR = 0.5
_RELEVANT_SHARE = 0.35
# Figures of one thing, or partners of one drug, are about the very point however the statements are worded.
_LEAST_SHARE = 0.08
_OF_ONE_THING = frozenset({"share", "partners", "duration"})
_OF_CHOICE = frozenset({"first choice", "partners"})
_NEARLY_BEST = 0.6
_FOREMOST = 5
_LOOKED_AT = 40
_MOST_POSITIONS = 3
_MOST_POINTS = 2
_LISTED = 2
_SETTING = frozenset({"gene", "endpoint", "side effect"})


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
    """The points of the question on which the sources differ; a side is among the ``shown`` statement ids, or nearly best."""
    if not judged:
        return ()
    search = _Search(asked, judged, cosine, lexicon)
    near = search.near()
    found: dict[Point, tuple[Profile, ...]] = {}
    for first, other in combinations(near, 2):
        for point in search.points(first, other):
            if any(_alike(one.kind, point.kind) and {first, other} & set(taken) for one, taken in found.items()):
                continue  # a statement stands on one side of a point, not on two of the same kind
            sides = search.sides(point, first, other, near)
            if point not in found and search.is_asked(point, sides, shown):
                found[point] = sides
    given = otherwise_given(asked, judged, shown=shown, bears=search.bears, pair=search.pair)
    apparent = find_apparent(Compared(asked, lexicon, judged), shown=shown, pair=search.pair)
    for contrast in (*given, *find_contrasts(asked, judged, lexicon=lexicon), *apparent):
        if not any(_is_known(contrast, one, taken) for one, taken in found.items()):
            found.setdefault(contrast.point, contrast.sides)
    return tuple(
        Difference(
            about=_about(point, asked, lexicon=lexicon), statement_ids=tuple(side.statement.statement_id for side in sides)
        )
        for point, sides in list(found.items())[:_MOST_POINTS]
    )


def _is_known(contrast: Contrast, point: Point, taken: Sequence[Profile]) -> bool:
    """True if these statements stand as sides already, or one of them on a point of the same kind."""
    sides = set(contrast.sides)
    return sides <= set(taken) or (_alike(point.kind, contrast.point.kind) and bool(sides & set(taken)))


def _alike(kind: str, other: str) -> bool:
    """True for two points of one kind, or two ways to tell what is chosen."""
    return kind == other or {kind, other} <= _OF_CHOICE


@dataclass(frozen=True, slots=True)
class _Search:
    """The statements nearest to a question, the most relevant first."""

    asked: Asked
    judged: Sequence[Judged]
    cosine: Callable[[Statement, Statement], float]
    lexicon: Lexicon
    _points: dict[tuple[str, str], tuple[Point, ...]] = field(default_factory=dict)
    _elsewhere: dict[tuple[str, frozenset[str]], list[frozenset[str]]] = field(default_factory=dict)

    def near(self) -> list[Profile]:
        """The statements that bear on the question, as near as any side may be."""
        bar = _LEAST_SHARE * self.judged[0].hit.relevance
        close = [entry.profile for entry in self.judged[:_LOOKED_AT] if entry.hit.relevance >= bar]
        return [profile for profile in close if self.bears(profile) or self.may_bear(profile)]

    def bears(self, profile: Profile) -> bool:
        """True if the statement is about the patients, the gene and the effect asked about."""
        told = patients(profile, lexicon=self.lexicon) | profile.concepts
        asked = self.asked.population
        if not all(self._about(p, told) or self.lexicon.excludes({p}, asked - {p}) for p in asked):
            return False
        told = told.union(profile.concepts_above, *(self.lexicon.ancestors(c) for c in told))
        return all(
            concept_match(c, told, lexicon=self.lexicon) for c in self.asked.focus if self.lexicon.concepts[c].kind in _SETTING
        )

    def may_bear(self, profile: Profile) -> bool:
        """True if the statement tells of wider patients: it leaves open what the question says of them, but not all of it."""
        told = patients(profile, lexicon=self.lexicon)
        axes = {self.lexicon.concepts[p].axis for p in told}
        asked = {p for p in self.asked.population if self.lexicon.concepts[p].axis not in {"stage", LINE}}
        open_marks = {p for p in asked if not self._about(p, told | profile.concepts)}
        silent = all(self.lexicon.concepts[p].axis not in axes for p in open_marks)
        spoken = asked - open_marks or self.asked.focus & profile.concepts
        return bool(open_marks and spoken) and silent and not self.lexicon.excludes(asked, told)

    def _about(self, population: str, told: frozenset[str]) -> bool:
        """True if these patients are among the ones asked about; a line of treatment may go unnamed."""
        if self.lexicon.concepts[population].axis in {"stage", LINE}:
            return not self.lexicon.excludes({population}, told)
        wider = self.lexicon.implied({population})
        return any(concept_match(p, told, lexicon=self.lexicon) for p in wider)

    def pair(self, asked: Asked, left: Profile, right: Profile) -> Pair | None:
        """The two beside each other as ``asked`` reads the question; None if they are too unlike."""
        near = self.cosine(left.statement, right.statement) >= _NEAR
        return Pair(asked, left, right, self.lexicon, self.elsewhere) if near else None

    def points(self, left: Profile, right: Profile) -> tuple[Point, ...]:
        """The points on which two statements of different sources differ; worked out once for two in one order."""
        ids = left.statement.statement_id, right.statement.statement_id
        if ids not in self._points:
            self._points[ids] = self._differing(left, right)
        return self._points[ids]

    def _differing(self, left: Profile, right: Profile) -> tuple[Point, ...]:
        if left.source.source_id == right.source.source_id or self.cosine(left.statement, right.statement) < _NEAR:
            return ()
        found = tuple(points(Pair(self.asked, left, right, self.lexicon, self.elsewhere)))
        if found and not (self.bears(left) and self.bears(right)):  # of wider patients only what is chosen for them counts
            found = tuple(point for point in found if point.kind in _OF_CHOICE)
        return found

    def elsewhere(self, profile: Profile) -> list[frozenset[str]]:
        """The treatments that each statement of the same source names for the same patients, or for wider ones, not for later."""
        ours = people(profile, lexicon=self.lexicon)
        known = self._elsewhere.get((profile.source.source_id, ours))
        if known is None:
            known = self._elsewhere[profile.source.source_id, ours] = self._named_for(profile, ours)
        return known

    def _named_for(self, profile: Profile, ours: frozenset[str]) -> list[frozenset[str]]:
        return [
            frozenset(c for c in entry.profile.concepts if self.lexicon.concepts[c].kind in TREATMENTS)
            for entry in self.judged
            if entry.profile.source == profile.source
            and people(entry.profile, lexicon=self.lexicon) <= ours
            and not comes_later(entry.profile, lexicon=self.lexicon)
        ]

    def sides(self, point: Point, first: Profile, second: Profile, near: Sequence[Profile]) -> tuple[Profile, ...]:
        """The two, and what other sources say on the same point that is neither's position."""
        found = [first, second]
        for other in near:
            new = len(found) < _MOST_POSITIONS and other.source not in [side.source for side in found]
            if new and all(point in self.points(side, other) for side in found):
                found.append(other)
        return tuple(self._more_telling(point, found, place, near) for place in range(len(found)))

    def _more_telling(self, point: Point, found: Sequence[Profile], place: int, near: Sequence[Profile]) -> Profile:
        """A side, or what takes the same position and names more of the treatments asked about, where one is chosen."""
        side, others = found[place], [*found[:place], *found[place + 1 :]]
        if point.kind not in _OF_CHOICE:
            return side
        free = [one for one in near if one.source.source_id not in {other.source.source_id for other in others}]
        asked_for = self.asked.population & patients(side, lexicon=self.lexicon)
        free = [one for one in free if asked_for <= patients(one, lexicon=self.lexicon)]
        alike = [one for one in free if all(point.kind in {p.kind for p in self.points(one, other)} for other in others)]
        return max((side, *alike), key=self._asked_in)

    def _asked_in(self, profile: Profile) -> int:
        """How many of the treatments that the question names a statement names."""
        return len({c for c in self.asked.concepts & profile.concepts if self.lexicon.concepts[c].kind in TREATMENTS})

    def _gives_a_time(self) -> bool:
        """True for a question that names a time or a number of cycles itself ("can it wait until cycle four?")."""
        found = figures(self.asked.text, lexicon=self.lexicon)
        return any(figure.unit == "cycle" or figure.kind in {"rate", "after"} for figure in found)

    def _gives_times(self, profile: Profile) -> bool:
        """True for a statement that gives how often, or after what time."""
        return any(figure.kind in {"rate", "after"} for figure in figures(profile.statement.text, lexicon=self.lexicon))

    def is_asked(self, point: Point, sides: Sequence[Profile], shown: Sequence[str]) -> bool:
        """True if the sides are near enough, and the interval is asked for by more than a "when" or "before"."""
        best = self.judged[0]
        by_the_way = point.kind == "interval" and Intent.INTERVAL not in self.asked.intents and not self._gives_a_time()
        foremost = [entry.profile for entry in self.judged[: 1 if by_the_way else _FOREMOST]]
        ids = {side.statement.statement_id for side in sides}
        if self._is_answered_otherwise(point, ids, shown):
            return False
        relevances = [entry.hit.relevance for entry in self.judged if entry.profile.statement.statement_id in ids]
        nearest, share = (end / best.hit.relevance if best.hit.relevance else 0.0 for end in (max(relevances), min(relevances)))
        chosen = point.kind in _OF_CHOICE and nearest >= _NEARLY_BEST and not later_asked(self.asked)
        chosen = chosen and all(self.bears(side) for side in sides)
        among = any(profile in sides for profile in foremost) or (chosen and not by_the_way)
        timed = point.kind == "interval" and not by_the_way and all(map(self._gives_times, sides))
        of_one_thing = point.kind in _OF_ONE_THING or timed
        if not of_one_thing and not among:
            return False
        in_view = bool(ids & set(shown)) or share >= _NEARLY_BEST or chosen
        return in_view and share >= (_LEAST_SHARE if of_one_thing else _RELEVANT_SHARE)

    def _is_answered_otherwise(self, point: Point, ids: Collection[str], shown: Sequence[str]) -> bool:
        """True if what leads the answer gives such a figure itself, and is no side of the difference."""
        if point.kind not in COURSE or not {self.judged[0].profile.statement.statement_id, *shown[:1]}.isdisjoint(ids):
            return False
        leading = self.judged[0].profile.statement.text
        return point.kind in {NAMES[figure.kind] for figure in figures(leading, lexicon=self.lexicon)}


def _about(point: Point, asked: Asked, *, lexicon: Lexicon) -> str:
    named = ", ".join(sorted(lexicon.concepts[c].called(asked.language) for c in point.about)[:_LISTED])
    kind = phrases(asked.language).points[point.kind]
    return f"{kind}: {named}" if named else kind


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
