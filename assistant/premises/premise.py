"""A question that takes something for granted, and the statements nearest to it, in; what the documents deny of it out.

"Why is X done first?" presupposes that X is done. If a statement says the opposite, the answer must begin with that, or
the reader leaves with a false belief confirmed. It must be sure: a premise that no statement denies, that another
affirms, or that has another figure only because another thing is meant, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answers import Evidence, ReasonCode
from assistant.citation.gate import Verify
from assistant.premises.at_odds import at_odds
from assistant.premises.at_odds_words import UNKNOWN
from assistant.premises.readings import Stance
from assistant.premises.stance import MayOppose, is_condition, may_deny, stance
from assistant.question.assertions import assertions
from assistant.question.propositions import Proposition, presupposed
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import Judged, concept_match, word_match
from assistant.verify.quantities import find_quantities
from assistant.words.clauses import main_clause
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems
from ingest.documents import Statement

_LOOKED_AT = 40
_FLOOR = 0.1
_OUTWEIGHS = 0.9
_NEARLY = 0.75
_FOREMOST = 6
_CHOICE = re.compile(r"\b(?:or|vs|versus|o)\b", re.IGNORECASE)
_FIGURE = re.compile(
    r"(?<![\w/-])\d|\b(?:half|a third|a quarter|weekly|daily|monthly|yearly|once a|twice a|every (?:day|week|month|year))\b",
    re.IGNORECASE,
)
_OF_PATIENT = re.compile(
    r"\b\d+(?:\.\d+)?[\s-]*(?:years?|months?|weeks?|days?)[\s-]*olds?\b|\b(?:aged?|weigh\w*)\s+\d+(?:\.\d+)?(?:\s*\w+)?|"
    r"\b(?:am|is|was|i['’]m|s?he['’]s|tiene|tengo)\s+\d{1,3}\b(?=\s*(?:$|[,;.(]|and\b|with\b|y\b|con\b))|"
    r"\b\d+(?:\.\d+)?\s*kg\b(?=\s+(?:child|patient|man|woman|boy|girl|baby|adult))",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_BY_ORDER = "comparison"
_TIMED = frozenset({"interval", "duration"})
_MEASURED = frozenset({"drug", "drug class", "regimen", "endpoint", "test", "gene", "procedure"})
_NAMED = _MEASURED | {"condition", "site", "population"}
_SHARE = re.compile(r"%|percent|\bhalf\b|\bthird\b|\bquarter\b|\b\d+ (?:in|out of) \d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """What was taken for granted, in the asker's words, and the statement that denies it; ``by_figure`` if it gives another.

    One that isn't ``sure`` speaks against it, and is shown, but never called the correction.
    """

    claimed: str
    statement_id: str
    by_figure: bool = False
    sure: bool = True


def is_own(denial: Denial, said: str, *, typed: str = "", language: str) -> bool:
    """Whether what was taken for granted stands in what was ``said``: no word of it is only the reading's of a follow-up.

    "And if that doesn't work?" is read as "What comes next if …", and nobody has said that anything comes next. Nor does a turn
    take for granted, ``typed`` in words of its own ("what dose?"), what has none of these.
    """
    claimed, own = (frozenset(content_stems(text, language)) for text in (denial.claimed, typed))
    return claimed <= frozenset(content_stems(said, language)) and (not own or not claimed.isdisjoint(own))


def _leaves_open(text: str) -> bool:
    """True for two figures to choose from ("every week or every three weeks"): neither is taken for granted."""
    return bool(_CHOICE.search(text)) and len(find_quantities(text)) > 1


def find_denial(
    question: str,
    judged: Sequence[Judged],
    *,
    evidence: Callable[[Statement], Evidence],
    verify: Verify,
    lexicon: Lexicon,
    opposed: MayOppose | None = None,
    find: Callable[[str], Sequence[Judged]] = lambda _: (),
) -> Denial | None:
    """The first thing that the question takes for granted and the documents deny; None if there is none.

    ``find`` gives the statements nearest to a text: what is near to the question may be far from what it states outright first.
    ``opposed`` (``assistant.verify.may_be_opposed``) saves the verdicts on statements that surely deny nothing.
    """
    near = [entry for entry in judged[:_LOOKED_AT] if entry.hit.relevance >= _FLOOR]
    near = [entry for entry in near if not is_condition(entry.profile.statement, lexicon=lexicon)]
    look = _Look(near, evidence, verify, lexicon, opposed)
    for proposition in presupposed(question, lexicon=lexicon):
        denying = look.denying(proposition)
        other = look.other_figure(proposition) if denying is None else None
        found = denying or other
        if found is not None:
            return Denial(claimed=proposition.text, statement_id=found.statement.statement_id, by_figure=other is not None)
    for clause in assertions(question):
        against = look.at_odds(clause) or replace(look, near=find(clause)[:_FOREMOST]).at_odds(clause)
        if against is not None:
            return Denial(claimed=clause, statement_id=against.statement.statement_id)
    return None


@dataclass(frozen=True, slots=True)
class _Look:
    """The statements looked at, all of one language, the most relevant first."""

    near: Sequence[Judged]
    evidence: Callable[[Statement], Evidence]
    verify: Verify
    lexicon: Lexicon
    opposed: MayOppose | None = None

    def denying(self, proposition: Proposition) -> Profile | None:
        """The statement that denies it best, unless one as near affirms it."""
        speaking = list(self._speaking(proposition))
        # Where how long something is given is asked, that nobody knows denies nothing.
        open_left = () if proposition.outright else [one for one in speaking if UNKNOWN.search(one.profile.statement.text)]
        maybe = (entry for entry in speaking if entry not in open_left and self._may_deny(proposition, entry.profile))
        denied = [entry for entry in maybe if self._stance(proposition, entry.profile) is Stance.DENIES]
        if not denied:
            return None
        top = denied[0].hit.relevance
        if self._spoken_of_nearer(proposition.text, denied[0].profile):
            return None
        as_near = (entry for entry in speaking if entry.hit.relevance >= _OUTWEIGHS * top and entry not in denied)
        if any(self._stance(proposition, entry.profile) is Stance.AFFIRMS for entry in as_near):
            return None
        best = [entry.profile for entry in denied if entry.hit.relevance >= _NEARLY * top]
        return max(best, key=lambda profile: self._spoken_of(proposition, profile))

    def at_odds(self, clause: str) -> Profile | None:
        """The nearest statement that stands against a clause, unless one as near bears the clause out."""
        top = max((entry.hit.relevance for entry in self.near), default=0.0)
        foremost = [entry.profile for entry in self.near[:_FOREMOST] if entry.hit.relevance >= _NEARLY * top]
        points = ((one, at_odds(clause, one, lexicon=self.lexicon)) for one in foremost)
        against, point = next(((one, point) for one, point in points if point), (None, ""))
        if against is None or self._spoken_of_nearer(clause, against) or self._figure_borne_out(clause, against, foremost):
            return None
        # Which of two is the better is told by their order, whatever else of the clause the statement says.
        others = [one for one in foremost if one is not against or point != _BY_ORDER]
        borne_out = any(self.verify(clause, (self.evidence(one.statement),)).supported for one in others)
        return None if borne_out else against

    def _spoken_of_nearer(self, text: str, denying: Profile) -> bool:
        """True if a nearer statement names more of a text than the denying one; not if that names each treatment of it."""
        things = {c for c in self.lexicon.concepts_in(text, typed=True) if self.lexicon.concepts[c].kind in _NAMED}
        treatments = {c for c in things if self.lexicon.concepts[c].kind in TREATMENTS}
        if treatments and treatments == self._of(treatments, denying):
            return False
        named = self._of(things, denying)
        for entry in self.near:
            if entry.profile is denying:
                return False
            if named < self._of(things, entry.profile):
                return True
        return False

    def _of(self, things: set[str], profile: Profile) -> set[str]:
        return {c for c in things if concept_match(c, self._named(profile), lexicon=self.lexicon)}

    def _figure_borne_out(self, clause: str, against: Profile, others: Sequence[Profile]) -> bool:
        """True if another statement near to the clause gives its figure, of whichever thing."""
        ours = [q for q in find_quantities(clause) if q.kind in _TIMED | {"share"}]
        told = (q for one in others if one is not against for q in find_quantities(one.statement.text))
        return bool(ours) and any(q.base == one.base and q.low <= one.high and one.low <= q.high for q in told for one in ours)

    def _speaking(self, proposition: Proposition) -> Iterator[Judged]:
        """The statements that name some of the proposition's things, and its measure: any other settles nothing."""
        things = self._things(proposition.text)
        for entry in self.near:
            named = not things or (self._names_any(things, entry.profile) and not self._of_others(things, entry.profile))
            if named and self._names_measure(proposition, entry.profile):
                yield entry

    def _of_others(self, things: frozenset[str], profile: Profile) -> bool:
        """True if both name treatments, and the statement none that is of a kind with one of the proposition."""
        ours = {c for c in things if self.lexicon.concepts[c].kind in TREATMENTS}
        theirs = {c for c in self._named(profile) if self.lexicon.concepts[c].kind in TREATMENTS}
        return bool(ours and theirs) and not any(concept_match(c, self._named(profile), lexicon=self.lexicon) for c in ours)

    def _names_measure(self, proposition: Proposition, profile: Profile) -> bool:
        """False if something is left off by a measure ("at which age …") of which the statement says nothing."""
        words = content_stems(proposition.measure)
        measured = self.lexicon.concepts_in(proposition.measure, typed=True)
        named = any(concept_match(c, self._named(profile), lexicon=self.lexicon) for c in measured)
        return named or not words or any(word_match(word, profile) for word in words)

    def _stance(self, proposition: Proposition, profile: Profile) -> Stance:
        own, lenient = self.evidence(profile.statement), proposition.outright
        return stance(proposition.text, profile, own, verify=self.verify, lexicon=self.lexicon, lenient=lenient)

    def _may_deny(self, proposition: Proposition, profile: Profile) -> bool:
        """False if the statement's stance is surely no denial."""
        if self.opposed is None:
            return True
        own, lenient = self.evidence(profile.statement), proposition.outright
        return may_deny(proposition.text, profile, own, opposed=self.opposed, lexicon=self.lexicon, lenient=lenient)

    def _spoken_of(self, proposition: Proposition, profile: Profile) -> int:
        """How many of the proposition's things the clause that denies it names."""
        clause = main_clause(proposition.text, profile.statement.text, lexicon=self.lexicon)
        return len(self.lexicon.concepts_in(proposition.text, typed=True) & self.lexicon.concepts_in(clause))

    def other_figure(self, proposition: Proposition) -> Profile | None:
        """The statement that gives another figure of the same kind for the very same thing, if none gives the asker's."""
        if not _FIGURE.search(self._without_names(proposition.text)) or _leaves_open(proposition.text):
            return None
        things = self._things(proposition.text)
        told: list[Profile] = []
        for entry in self.near:
            if any(concept_match(c, self._named(entry.profile), lexicon=self.lexicon) < 1 for c in things):
                continue
            verdict = self.verify(proposition.text, (self.evidence(entry.profile.statement),))
            if not any(reason.code in {ReasonCode.NUMBER, ReasonCode.UNIT} for reason in verdict.reasons):
                if verdict.supported or self._shares_figure(proposition.text, entry.profile):
                    return None
                continue
            if self._rounds_figure(proposition.text, entry.profile):
                return None
            figures = all(reason.code in {ReasonCode.NUMBER, ReasonCode.STRENGTH} for reason in verdict.reasons)
            if (
                figures
                and self._same_kind(proposition.text, entry.profile)
                and self._same_measure(proposition.text, entry.profile)
            ):
                told.append(entry.profile)
        return min(told, key=lambda profile: len(profile.concepts - things), default=None) if things else None

    def _things(self, text: str) -> frozenset[str]:
        """What the text names; not what names an interval, nor a name that is a dose itself."""
        return frozenset(
            mention.concept.concept_id
            for mention in self.lexicon.mentions(text, typed=True)
            if mention.concept.kind in _NAMED and not _FIGURE.search(text[mention.start : mention.end])
        )

    def _without_names(self, text: str) -> str:
        """The text without its named things and its patient's age and weight: their figures are none that could be put right."""
        text = _OF_PATIENT.sub(" ", text)
        for mention in self.lexicon.mentions(text, typed=True):
            if mention.concept.kind in _NAMED - _MEASURED:
                text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
        return text

    def _names_any(self, things: frozenset[str], profile: Profile) -> bool:
        """Whether the statement, or what it stands under there, names one of the things: its page's title alone says of none."""
        statement = profile.statement
        above = " · ".join((statement.topic, *statement.heading_path, statement.lead_in, statement.antecedent))
        titled = self.lexicon.concepts_in(profile.source.title) - self.lexicon.concepts_in(above) - profile.concepts
        named = self._named(profile) - titled
        return any(concept_match(c, named, lexicon=self.lexicon) for c in things)

    @staticmethod
    def _named(profile: Profile) -> frozenset[str]:
        return profile.concepts | profile.concepts_above | profile.population | profile.population_above

    def _same_measure(self, text: str, profile: Profile) -> bool:
        """False for a share of something else: a statement that measures what the proposition doesn't name."""
        if not _SHARE.search(text):
            return True
        measured = {c for c in profile.concepts if self.lexicon.concepts[c].kind in _MEASURED}
        return all(concept_match(c, self._things(text), lexicon=self.lexicon) for c in measured)

    @staticmethod
    def _same_kind(text: str, profile: Profile) -> bool:
        """True if the statement itself gives a figure of a kind that the text gives one of: an interval, a dose, a share …."""
        ours = {(q.kind, "" if q.kind in _TIMED else q.base) for q in find_quantities(text)}
        return any((q.kind, "" if q.kind in _TIMED else q.base) in ours for q in find_quantities(profile.statement.text))

    @staticmethod
    def _shares_figure(text: str, profile: Profile) -> bool:
        return bool(set(_NUMBER.findall(text)) & set(_NUMBER.findall(profile.statement.text)))

    @staticmethod
    def _rounds_figure(text: str, profile: Profile) -> bool:
        """Whether the text has a figure of the statement rounded to a whole number: that is no other."""
        told = (one.replace(",", ".") for one in _NUMBER.findall(profile.statement.text) if not one.isdigit())
        return not {str(round(float(one))) for one in told}.isdisjoint(_NUMBER.findall(text))
