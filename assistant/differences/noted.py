"""A question and an editor's register of differences in, the differences that it asks about out, the surest first.

That documents differ on a point doesn't depend on questions; whether a question asks about that point does. A logistic model
weighs how like the question is to the point as people ask for it, how relevant the sides are, and what of them is shown; of an
entry that people wrote questions for (``taught.py``), how like it is to these as well.
``evals/train_noted.py`` makes the weights.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path

from assistant.answers import Intent
from assistant.differences.pairs import patients
from assistant.differences.taught import Taught
from assistant.followups.about import sources_named
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import NUMERIC, Judged, concept_match
from assistant.words.lexicon import Lexicon
from assistant.words.thesaurus import groups_of
from ingest.differences import NotedDifference
from ingest.documents import Source
from ingest.embed import Vectors

WEIGHTS = Path(__file__).with_name("noted_weights.json")
MOST_SIDES = 3
_MOST_ENTRIES = 2
# A question that is like no point at all is like none of them more than the others.
_LIKE_NONE = 0.45
_FARTHEST = 0.3
_UNTOLD = 0.5
_ALIKE = 0.6
# A question for a figure asks about no other point than one that such figures tell.
_ASKED_BY = {
    "interval": frozenset({Intent.INTERVAL}),
    "duration": frozenset({Intent.DURATION}),
    "share": frozenset({Intent.FIGURE}),
    "outcome": frozenset({Intent.FIGURE}),
    "dose": frozenset({Intent.DOSE}),
}
# For whom something is: a side about other patients than those asked about is the very point.
_OF_PATIENTS = frozenset({"patients", "condition"})
_NO_THING = frozenset({"other", "condition"})
_COMPARES_SOURCES = re.compile(
    r"\b(?:agree\w*|differ\w*|disagree\w*|others?|elsewhere|contradict\w*|conflict\w*|both|right|true|correct|really|"
    r"coinciden|difieren|otr[oa]s|ambas|ciert[oa])\b",
    re.IGNORECASE,
)
# "One doctor wants X, the other says Y": who tells of two views asks for a difference, and half of the sureness is enough.
_VIEW = (
    r"(?:says?|said|wants?|wanted|told|tells?|thinks?|thought|recommend\w*|suggest\w*|prefers?|insists?|advis\w+|reads?|"
    r"dice|dijo|quiere|recomienda|recomend[oó]|prefiere|aconsej\w+|opina)"
)
_TWO_VIEWS = re.compile(
    rf"\b{_VIEW}\b.*\b(?:the\s+other|another|(?:a|the)\s+second|someone\s+else|(?:el|la)\s+otr[oa]|otr[oa]|un[oa]?\s+segund[oa])\b"
    rf"[^.?!]*?\b{_VIEW}\b|\b(?:conflicting|contradictory|contradict\w*|differing|disagree\w*|opposite\s+(?:advice|things)|"
    r"contradictori[oa]s?|se\s+contradicen)\b",
    re.IGNORECASE | re.DOTALL,
)
_OF_TWO_VIEWS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A noted difference; ``vectors`` ``(n, d)`` are those of its point as people ask for it."""

    noted: NotedDifference
    vectors: Vectors
    things: frozenset[str]
    patients: frozenset[str]
    stems: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question with what was found for it; ``ruled`` are the statements that the rules hold against each other."""

    asked: Asked
    judged: Sequence[Judged]
    shown: Sequence[str]
    ruled: Sequence[Collection[str]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The weight of each signal, "bias", and how sure the model must be of the first difference and of one more.

    ``taught`` are the weights for an entry that people wrote questions for.
    """

    weights: Mapping[str, float]
    taught: Mapping[str, float]
    first: float
    second: float


class Noted:
    """Holds the register over the documents of one language."""

    def __init__(
        self,
        entries: Sequence[Entry],
        *,
        lexicon: Lexicon,
        vector: Callable[[Asked], Vectors],
        weights: Weights | None = None,
        taught: Taught | None = None,
    ) -> None:
        """``vector`` gives a question's unit vector ``(d,)``, made as those of the entries and the ``taught`` questions were."""
        self.entries = tuple(entries)
        self._lexicon = lexicon
        self._weights = weights
        self._taught = taught
        self.vector = vector

    def holds(self, statement_ids: Collection[str]) -> bool:
        """True if one entry holds two of these statements: then the register says whether they differ on what is asked."""
        return any(len(statements_of(entry).intersection(statement_ids)) > 1 for entry in self.entries)

    def asked_for(self, *askings: Asking) -> list[tuple[Entry, tuple[str, ...]]]:
        """The entries that the question asks about, at most two, each with the statements that stand for its sides.

        One that asks several things is weighed whole and by each of them: beside another question none seems asked for.
        """
        model = self._weights or load_weights()
        weighed = [one for asking in askings if asking.judged for one in self._weighed(asking, model)]
        found: list[tuple[Entry, tuple[str, ...]]] = []
        for _, entry, sides in sorted(weighed, key=lambda one: -one[0]):
            if len(found) < _MOST_ENTRIES and not any(set(sides) & set(taken) for _, taken in found):
                found.append((entry, sides))
        return found

    def _weighed(self, asking: Asking, model: Weights) -> list[tuple[float, Entry, tuple[str, ...]]]:
        """The entries that one thing asked is surely about, with their sides; more of a further one than of the first."""
        found: list[tuple[float, Entry, tuple[str, ...]]] = []
        first = model.first * (_OF_TWO_VIEWS if _TWO_VIEWS.search(asking.asked.text) else 1.0)
        for sureness, entry in self._by_sureness(asking, model):
            if sureness < (model.second if found else first):
                break
            sides = self.sides(entry, asking)
            if sides:
                found.append((sureness, entry, sides))
        return found

    def _by_sureness(self, asking: Asking, model: Weights) -> list[tuple[float, Entry]]:
        weighed = []
        for entry, signals in self.signals(asking):
            weights = model.taught if "taught" in signals else model.weights
            total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in signals.items())
            weighed.append((1 / (1 + exp(-total)), entry))
        return sorted(weighed, key=lambda one: -one[0])

    def signals(self, asking: Asking, *, taught: Taught | None = None) -> list[tuple[Entry, dict[str, float]]]:
        """The signals of each entry that can be about the patients asked about; ``taught`` in place of its own questions."""
        asked, judged = asking.asked, asking.judged
        vector = self.vector(asked)
        taught = taught or self._taught
        learned = taught.signals(vector) if taught else {}
        likeness = [float((entry.vectors @ vector).max()) for entry in self.entries]
        best = judged[0].hit.relevance or 1.0
        relevance = {entry.profile.statement.statement_id: entry.hit.relevance / best for entry in judged}
        found = []
        for place, entry in enumerate(self.entries):
            if entry.noted.kind not in _OF_PATIENTS and self._lexicon.excludes(asked.population, entry.patients):
                continue
            rival = max((one for other, one in enumerate(likeness) if other != place), default=0.0)
            lead = likeness[place] - max(rival, _LIKE_NONE)
            sides = sorted((max(relevance.get(i, 0.0) for i in side) for side in entry.noted.sides), reverse=True)
            statements = statements_of(entry)
            shown = sum(any(i in asking.shown for i in side) for side in entry.noted.sides)
            signals = {
                "lead": max(-_FARTHEST, min(_FARTHEST, lead)),
                "over": likeness[place] - judged[0].hit.dense,
                "near": sides[0],
                "second": sides[1],
                "leads": float(judged[0].profile.statement.statement_id in statements or bool(statements & {*asking.shown[:1]})),
                "shown": min(shown, 2) / 2,
                "things": self._things(asked, entry),
                "words": _words(asked, entry),
                "figure": float(
                    bool(asked.intents & NUMERIC) and not asked.intents & _ASKED_BY.get(entry.noted.kind, frozenset())
                ),
                "ruled": float(any(len(statements.intersection(ids)) > 1 for ids in asking.ruled)),
                "reason": float(bool(asked.intents & {Intent.WHY, Intent.DEFINITION})),
            }
            found.append((entry, signals | learned.get(entry.noted.difference_id, {})))
        return found

    def _things(self, asked: Asked, entry: Entry) -> float:
        """The share of what the question asks about that the point is about."""
        named = [c for c in asked.focus if self._lexicon.concepts[c].kind not in _NO_THING]
        if not named:
            return _UNTOLD
        return sum(concept_match(c, entry.things, lexicon=self._lexicon) for c in named) / len(named)

    def sides(self, entry: Entry, asking: Asking) -> tuple[str, ...]:
        """A statement of each side and each of another source, what is shown or more relevant first; () if two can't be had."""
        read = {one.profile.statement.statement_id: (place, one.profile) for place, one in enumerate(asking.judged)}
        allowed = sources_meant(asking.asked, asking.judged)
        sides: list[list[tuple[bool, int, Profile]]] = []
        for side in entry.noted.sides:
            own = [(i not in asking.shown, *read[i]) for i in side if i in read]
            fitting = [one for one in own if one[2].source in allowed and not self._of_others(entry, asking.asked, one[2])]
            if fitting:
                sides.append(sorted(fitting, key=lambda one: one[:2]))
        taken: dict[str, str] = {}
        for position in sorted(sides, key=lambda one: one[0][:2]):
            free = [profile for *_, profile in position if profile.source.source_id not in taken]
            if free and len(taken) < MOST_SIDES:
                taken[free[0].source.source_id] = free[0].statement.statement_id
        return tuple(taken.values()) if len(taken) > 1 else ()

    def _of_others(self, entry: Entry, asked: Asked, profile: Profile) -> bool:
        """True if a side is about other patients, on a point that isn't for whom something is."""
        others = self._lexicon.excludes(asked.population, patients(profile, lexicon=self._lexicon))
        return entry.noted.kind not in _OF_PATIENTS and others


def _words(asked: Asked, entry: Entry) -> float:
    """The share of the question's words that the point is asked for with, words of like meaning a little less."""
    if not asked.words:
        return _UNTOLD
    return sum(_word(word, entry, asked.language) for word in asked.words) / len(asked.words)


def _word(word: str, entry: Entry, language: str) -> float:
    if word in entry.stems:
        return 1.0
    return 0.0 if groups_of((word,), language).isdisjoint(entry.groups) else _ALIKE


def statements_of(entry: Entry) -> frozenset[str]:
    """The ids of all statements that stand on a side."""
    return frozenset(i for side in entry.noted.sides for i in side)


def sources_meant(asked: Asked, judged: Sequence[Judged]) -> frozenset[Source]:
    """The sources whose sides are asked for: those of the publisher that the question names, if it compares none."""
    there = frozenset(entry.profile.source for entry in judged)
    named = sources_named(asked.text, tuple(there))
    meant = frozenset(source for source in there if source.source_id in named)
    one = len({source.publisher for source in meant}) == 1
    return meant if one and not _COMPARES_SOURCES.search(asked.text) else there


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights as trained."""
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Weights(**stored)
