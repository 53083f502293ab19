"""A question with the statements near to it, and whether two of them speak of the thing and the patients asked about."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from assistant.differences.pairs import ACTS, LINE, NOT_PEOPLE, patients, spoken_of
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import SAME, Judged, concept_match, word_match
from assistant.verify.spanish import in_english
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems
from ingest.documents import Source

SMALL = 10
WEIGHING = (
    "must have has need needs needed necessary mandatory compulsory obligatory required requires require always routine "
    "routinely optional should ought recommend recommended recommends advised advise advisable strongly standard worth "
    "appropriate suitable unsuitable sense role only unless regardless indicated exceptional instead replace replaces "
    "alternative alternatives backbone component merely maybe"
)
_WEIGHING_STEMS = frozenset(content_stems(WEIGHING))
_WIDEST = 60
_NEAR = 40
_OFTEN = 4
_NO_MARK = frozenset({"stage", LINE, "sex"})
_WHATEVER = re.compile(r"\b(?:regardless|irrespective)\s+of\b[^,;.]*", re.IGNORECASE)
_TREATMENT = re.compile(r"\b(?:treatments?|therapy|regimens?)\b", re.IGNORECASE)


def asked_in_english(asked: Asked, *, lexicon: Lexicon) -> Asked:
    """The question with its Spanish words put into English ones, in their order; any other as it is."""
    if asked.language != "es":
        return asked
    return replace(asked, text=in_english(asked.text, lexicon), sentence=in_english(asked.sentence, lexicon))


def told_in_english(entry: Judged, *, lexicon: Lexicon) -> Judged:
    """A statement with its Spanish words put into English ones, for what is read off its wording; any other as it is."""
    profile = entry.profile
    if profile.source.language != "es":
        return entry
    statement = replace(profile.statement, text=in_english(profile.statement.text, lexicon))
    return replace(entry, profile=replace(profile, statement=statement))


@dataclass(frozen=True, slots=True)
class Compared:
    """What is asked, and the statements near to it, the most relevant first; what was looked up of them is kept beside."""

    asked: Asked
    lexicon: Lexicon
    judged: Sequence[Judged]
    _marks: dict[str, frozenset[str]] = field(default_factory=dict, compare=False)
    _named_by: dict[str, frozenset[str]] = field(default_factory=dict, compare=False)

    @property
    def things(self) -> frozenset[str]:
        """The treatments, procedures and tests that the question asks about; those told before, if it asks about none."""
        for named in (self.asked.focus, self.asked.concepts):
            found = frozenset(c for c in named if self.lexicon.concepts[c].kind in ACTS)
            if found:
                return found
        return frozenset()

    @property
    def class_of_things(self) -> frozenset[str]:
        """The one thing asked about, or the small classes to which all belong if there are several ("this drug or that?")."""
        if len(self.things) <= 1:
            return self.things
        shared = frozenset.intersection(*(self.lexicon.ancestors(thing) for thing in self.things))
        return frozenset(c for c in shared if self.is_small(c))

    # -- things ---------------------------------------------------------------------------------------------------

    def is_it(self, concept: str, thing: str) -> bool:
        """True for the thing, one of a small class that it is, or a small class of which it is one."""
        if concept == thing:
            return True
        wider = next((a for a, b in ((thing, concept), (concept, thing)) if b in self.lexicon.descendants(a)), None)
        return wider is not None and self.is_small(wider)

    def is_small(self, thing: str) -> bool:
        """True for a class of few, of whose members the same is said; of a wide class each document says something else."""
        return len(self.lexicon.descendants(thing)) <= SMALL

    def is_kin(self, concept: str, thing: str) -> bool:
        """True for the thing, a kind of it or any class but the widest that it belongs to."""
        if concept == thing or concept in self.lexicon.descendants(thing):
            return True
        return concept in self.lexicon.ancestors(thing) and len(self.lexicon.descendants(concept)) <= _WIDEST

    def names_it(self, profile: Profile) -> bool:
        """True if the statement names the very thing that is asked about, or a kind of it."""
        named = spoken_of(profile, lexicon=self.lexicon)
        return any(c == thing or c in self.lexicon.descendants(thing) for c in named for thing in self.things)

    def both_name(self, thing: str, left: Profile, right: Profile) -> bool:
        """True if both statements name the thing, its small class or a member of it."""
        named = (spoken_of(profile, lexicon=self.lexicon) for profile in (left, right))
        return all(any(self.is_it(c, thing) for c in concepts) for concepts in named)

    def speaks_of_it(self, profile: Profile) -> bool:
        """True if the statement names a thing that the question asks about, a kind of it or its class, or treatment as such."""
        named = spoken_of(profile, lexicon=self.lexicon)
        kin = any(self.is_kin(c, thing) for c in named for thing in self.things)
        return kin or self.treatment_as_such(profile)

    def treatment_as_such(self, profile: Profile) -> bool:
        """True for a statement about treatment that names none."""
        acts = any(self.lexicon.concepts[c].kind in ACTS for c in profile.concepts)
        return not acts and bool(_TREATMENT.search(profile.statement.text))

    def of_one_thing(self, left: Profile, right: Profile) -> bool:
        """True if both name what is asked about; or both treatment as such."""
        if all(self.treatment_as_such(profile) for profile in (left, right)):
            return True
        return any(self.both_name(thing, left, right) for thing in self.things)

    def named_by(self, source: Source) -> frozenset[str]:
        """All that the statements of a source that are near to the question name."""
        if not self._named_by:
            for entry in self.judged:
                source_id = entry.profile.source.source_id
                self._named_by[source_id] = self._named_by.get(source_id, frozenset()) | entry.profile.concepts
        return self._named_by.get(source.source_id, frozenset())

    # -- what is asked of them ------------------------------------------------------------------------------------

    def names_all(self, profile: Profile) -> bool:
        """True if a statement names all that the question asks about."""
        told = profile.concepts | profile.concepts_above | profile.population
        return all(concept_match(c, told, lexicon=self.lexicon) for c in self._named())

    def _named(self, *, but: Collection[str] = ()) -> list[str]:
        """What the question asks about that not every document is about anyway, ``but`` for some kinds."""
        kinds = {c: self.lexicon.concepts[c].kind for c in self.asked.focus}
        passed = {"other", "person", *but}
        return [c for c, kind in kinds.items() if kind not in passed and not (kind == "condition" and self._everywhere(c))]

    def _everywhere(self, concept: str) -> bool:
        near = [entry.profile for entry in self.judged[:_NEAR]]
        naming = [of for of in near if concept in of.concepts | of.concepts_above]
        return _OFTEN * len(naming) >= len(near)

    def covered(self, left: Profile, right: Profile, *, but: Collection[str]) -> bool:
        """True if the two say all that the question names, ``but`` for some kinds, and what the nearest statement says of it."""
        told = [of.concepts | of.concepts_above | of.population | of.population_above for of in (left, right)]
        if not all(any(concept_match(c, of, lexicon=self.lexicon) for of in told) for c in self._named(but=but)):
            return False
        nearest = self.judged[0].profile
        return all(
            word_match(word, left) or word_match(word, right) or word_match(word, nearest) < SAME
            for word in set(self.asked.words) - _WEIGHING_STEMS
        )

    # -- patients -------------------------------------------------------------------------------------------------

    def about_the_same(self, left: Profile, right: Profile) -> bool:
        """True if the two can be about the same patients, and each about those asked about."""
        told = [patients(profile, lexicon=self.lexicon) for profile in (left, right)]
        return not self.lexicon.excludes(*told) and self.bears(left) and self.bears(right)

    def bears(self, profile: Profile) -> bool:
        """True if a statement is about patients asked about: by a mark of theirs, or about all."""
        told, asked = self.marks(profile), self.asked.population
        if self.lexicon.excludes(asked, patients(profile, lexicon=self.lexicon)):
            return False
        by_gene = any(self.asked.concepts.intersection(self.lexicon.concepts[p].parents) for p in told)
        silent = not {self.lexicon.concepts[p].axis for p in told} & {self.lexicon.concepts[p].axis for p in self.marks_asked}
        wider = silent and self.names_it(profile)  # of the asked mark it says nothing, and so it holds for these patients too
        return not (told and self.marks_asked) or by_gene or wider or bool(told & self.lexicon.implied(self.marks_asked))

    def reaches(self, firm: Profile, other: Profile, *, against: bool = False) -> bool:
        """True if what is urged is urged for the other's patients as well; if the other is ``against`` it, for some of them."""
        if not self.about_the_same(firm, other):
            return False
        ours, theirs = self.marks(firm), self.marks(other)
        if (ours or theirs) and not self.marks_asked and not all(self.is_small(thing) for thing in self.things):
            return False
        known = self.lexicon.implied(self.asked.population) | self.asked.population | theirs
        parts = {p: self.lexicon.implied({p}) - {p} for p in ours - known}
        return against or all(made_of and made_of <= known for made_of in parts.values())

    def marks(self, profile: Profile) -> frozenset[str]:
        """What sets a statement's patients apart, but for what it says doesn't matter ("regardless of …")."""
        known = self._marks.get(profile.statement.statement_id)
        if known is not None:
            return known
        text = profile.statement.text
        loose = self.lexicon.population(text) - self.lexicon.population(_WHATEVER.sub("", text))
        found = self._marks_of(patients(profile, lexicon=self.lexicon) - loose)
        self._marks[profile.statement.statement_id] = found
        return found

    @property
    def marks_asked(self) -> frozenset[str]:
        """What sets the patients asked about apart."""
        return self._marks_of(self.asked.population)

    def _marks_of(self, population: Collection[str]) -> frozenset[str]:
        return frozenset(p for p in population if self.lexicon.concepts[p].axis not in _NO_MARK)

    def mark_asked(self, population: str) -> bool:
        """True if the question names the mark, what it is a mark of, or another value of it."""
        concept, asked = self.lexicon.concepts[population], self.asked.population
        axes = {self.lexicon.concepts[p].axis for p in asked} - NOT_PEOPLE
        return population in asked or bool(self.asked.concepts.intersection(concept.parents)) or concept.axis in axes
