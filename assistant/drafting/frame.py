"""Drafts in, framed drafts out: the premise put right, the direct line first, the other side where sources differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from assistant.answers import Audience, DraftClaim, Evidence, Premise, VerifiedClaim
from assistant.citation.gate import Verify, evidence_of
from assistant.differences.disagree import Difference, find_differences
from assistant.differences.noted import Asking, Noted, sources_meant
from assistant.drafting.direct import Direct, direct_answer, is_of_well_kin
from assistant.drafting.draft import RELEVANT_SHARE
from assistant.followups.told_of_drug import is_joined
from assistant.premises.against import Looking, find_against
from assistant.premises.premise import Denial, is_own
from assistant.premises.settled import asks_whether, settled_word
from assistant.premises.settled_signals import Weighed
from assistant.premises.stance import MayOppose, stance
from assistant.question.propositions import asked_whether
from assistant.reader import Found, Reader
from assistant.retrieval.asked_rows import rows_asked
from assistant.retrieval.signals import Judged
from assistant.words.lead_in import behind, lead_of, standing
from ingest.documents import Statement
from ingest.embed import Vectors
from ingest.index import OpenIndex

_BESIDE_CORRECTION = 3
_MOST_DIFFERENCES = 2
# So many of what is found for a part of a question alone are looked at.
_FOREMOST = 4
# What a screen takes; the lines around the claims (standing of sources, disclaimer) are counted with them.
_MOST_WORDS = 218
# So relevant to a further thing that is asked a statement must be.
_SURE = 0.7
_WORDS_A_SIDE = 16
_WORDS_AROUND = 30
_SPANISH = {"Yes": "Sí"}
_FOR_THESE = re.compile(r"\([^()]*\s[^()]*\)$")


class Framer:
    """Holds the statements and their vectors; what it adds goes through the gate like any draft."""

    def __init__(
        self,
        *,
        index: OpenIndex,
        reader: Reader,
        verify: Verify,
        opposed: MayOppose | None = None,
        noted: Noted | None = None,
    ) -> None:
        """Made once per index. ``opposed`` spares ``verify`` what surely denies nothing; without it all is verified.

        ``noted`` is the register of differences over these documents, if their folder has one.
        """
        self._index = index
        self.noted = noted
        self._reader = reader
        self._verify = verify
        self._opposed = opposed
        self._rows = {statement.statement_id: row for row, statement in enumerate(index.statements)}

    def denial(self, found: Found, said: str = "", typed: str = "") -> Denial | None:
        """What the question takes for granted and a document denies; None for any other question, and for one out of scope.

        Of a question that nothing answers, what speaks against it is enough. Of a follow-up, only what was ``said`` in the
        conversation, and partly in the turn as ``typed``.
        """
        looking = Looking(
            find=partial(self._nearest, found),
            read=self._reader.read,
            weigh=self.weigh,
            evidence=self._evidence,
            verify=self._verify,
            opposed=self._opposed,
            lexicon=self._reader.lexicon,
        )
        denial = find_against(found.asked, found.judged, found.answerability, looking=looking)
        own = denial is None or not said or is_own(denial, said, typed=typed, language=found.asked.language)
        hung = denial is not None and bool(said) and is_joined(denial.claimed, typed)
        return denial if own and not hung else None

    def frame(
        self, found: Found, drafts: Sequence[DraftClaim], denial: Denial | None = None
    ) -> tuple[tuple[Difference, ...], tuple[DraftClaim, ...]]:
        """On which points the sources differ, and the drafts with every side of these and a direct first line."""
        if denial is not None:
            return (), self._led_by(denial.statement_id, drafts)[: 1 + _BESIDE_CORRECTION]
        if not drafts:
            return (), ()
        of_rows = rows_asked(found.asked, found.judged, found.judged)
        direct = direct_answer(found.asked, of_rows, evidence=self._evidence, verify=self._verify, lexicon=self._reader.lexicon)
        if direct is not None:
            drafts = self._led_by(direct.statement_id, drafts)
        drafts = self._with_further(found, drafts)
        differences = self._differences(found, [draft.evidence[0] for draft in drafts])
        differences, fitting = self._with_sides(differences, drafts)
        contested = {i for difference in differences for i in difference.statement_ids}
        return differences, self._opened(found, fitting, direct, contested)

    def _differences(self, found: Found, shown: Sequence[str]) -> tuple[Difference, ...]:
        """What the register notes on the point asked about, then what the rules find that it doesn't hold."""
        ruled = self._ruled(found, shown)
        if self.noted is None:
            return ruled
        differences = [
            Difference(about=entry.noted.about.get(found.asked.language, entry.noted.about["en"]), statement_ids=sides)
            for entry, sides in self.noted.asked_for(_asking(found, shown, ruled), *self._parts_asked(found, shown))
        ]
        taken = {i for difference in differences for i in difference.statement_ids}
        new = (one for one in ruled if not taken & set(one.statement_ids) and not self.noted.holds(one.statement_ids))
        return (*differences, *new)[:_MOST_DIFFERENCES]

    def _parts_asked(self, found: Found, shown: Sequence[str]) -> list[Asking]:
        """What is asked by each part of the question, those that nothing answers left out."""
        answered = (part for part in found.parts if part.answerability.answerable and part.judged)
        return [self.asking(part, (*shown, *_foremost(part))) for part in answered]

    def asking(self, found: Found, shown: Sequence[str]) -> Asking:
        """The question as the register reads it."""
        return _asking(found, shown, self._ruled(found, shown))

    def _ruled(self, found: Found, shown: Sequence[str]) -> tuple[Difference, ...]:
        """What the rules find between the statements near to the question, of the sources that it means."""
        ruled = find_differences(
            found.asked,
            found.judged,
            shown=shown,
            cosine=lambda left, right: float(self._vector(left) @ self._vector(right)),
            lexicon=self._reader.lexicon,
        )
        meant = {source.source_id for source in sources_meant(found.asked, found.judged)}
        return tuple(one for one in ruled if all(self._statement(i).source_id in meant for i in one.statement_ids))

    def _with_sides(
        self, differences: tuple[Difference, ...], drafts: Sequence[DraftClaim]
    ) -> tuple[tuple[Difference, ...], tuple[DraftClaim, ...]]:
        """The differences that fit on a screen, the nearest at least, and the drafts that fit beside all their sides."""
        contested = Counter(i for difference in differences for i in difference.statement_ids)
        drafts = tuple(self._as_side(draft) if draft.evidence[0] in contested else draft for draft in drafts)
        there = {draft.evidence[0] for draft in drafts}
        missing = dict.fromkeys(i for difference in differences for i in difference.statement_ids if i not in there)
        sides = tuple(DraftClaim(text=self._side(i), evidence=(i,)) for i in missing)
        fitting = _fitting((*drafts, *sides), contested)
        if len(differences) > 1 and _words_on_screen(fitting, contested) > _MOST_WORDS:
            return self._with_sides(differences[:-1], drafts)
        return differences, fitting

    def premise(self, denial: Denial | None, claims: Sequence[VerifiedClaim]) -> Premise | None:
        """The premise with its correction, if that came through the gate."""
        first = claims[0]
        cited = {citation.statement.statement_id for citation in first.citations}
        if denial is None or not denial.sure or denial.statement_id not in cited:
            return None
        return Premise(claimed=denial.claimed, correction=first.text, citations=first.citations)

    def _led_by(self, statement_id: str, drafts: Sequence[DraftClaim]) -> tuple[DraftClaim, ...]:
        """The drafts with the one on this statement first, without a heading; added if there is none."""
        leading = next((draft for draft in drafts if statement_id in draft.evidence), None)
        first = leading or DraftClaim(text=standing(self._statement(statement_id)), evidence=(statement_id,))
        evidence = (statement_id, *(i for i in first.evidence if i != statement_id))
        return (replace(first, evidence=evidence, heading=""), *(draft for draft in drafts if draft is not leading))

    def _with_further(self, found: Found, drafts: Sequence[DraftClaim]) -> tuple[DraftClaim, ...]:
        """The drafts with the foremost statement on each further thing that is asked behind the first of them."""
        further: dict[str, DraftClaim] = {}
        for part in found.further:
            best = part.judged[0] if part.judged and part.answerability.answerable else None
            if best is None or best.hit.relevance < _SURE or self._of_others(found, part, best):
                continue
            statement = best.profile.statement
            there = next((draft for draft in drafts if statement.statement_id in draft.evidence), None)
            draft = there or DraftClaim(text=standing(statement), evidence=(statement.statement_id,))
            if draft is not drafts[0]:
                further[statement.statement_id] = replace(draft, heading="")
        rest = (draft for draft in drafts[1:] if not any(i in further for i in draft.evidence))
        return (drafts[0], *further.values(), *rest)

    def _of_others(self, found: Found, part: Found, best: Judged) -> bool:
        """True for a statement about other patients than the whole question's, or than its part's if that names any."""
        people = part.asked.population or found.asked.population
        profile = best.profile
        return bool(self._reader.lexicon.excludes(people, profile.population | profile.population_above))

    def _opened(
        self, found: Found, drafts: tuple[DraftClaim, ...], direct: Direct | None, contested: set[str]
    ) -> tuple[DraftClaim, ...]:
        """The drafts, the first opened with "Yes" or "No" if no source differs on it and the gate lets that stand."""
        first = drafts[0]
        leading = first.evidence[0]
        weighed = None if leading in contested or is_of_well_kin(found.asked.text) else self.weighed(found, leading)
        if weighed is None:
            return drafts
        ruled = direct.word if direct is not None and direct.statement_id == leading else ""
        word = settled_word(found.asked, *weighed, ruled=ruled, lexicon=self._reader.lexicon)
        if not word:
            return drafts
        opened = f"{_SPANISH.get(word, word) if weighed[0].profile.source.language == 'es' else word}: {first.text}"
        supported = self._verify(opened, (self._evidence(self._statement(leading)),)).supported
        return (replace(first, text=opened), *drafts[1:]) if supported else drafts

    def weighed(self, found: Found, statement_id: str) -> tuple[Judged, Weighed] | None:
        """A statement that was found, and what the verifier finds in it of what is asked; None if no yes or no is."""
        entry = next((one for one in found.judged if one.profile.statement.statement_id == statement_id), None)
        if entry is None or not asks_whether(found.asked):
            return None
        proposition = asked_whether(found.asked.text, lexicon=self._reader.lexicon)
        return entry, self.weigh(proposition, entry) if proposition else Weighed()

    def weigh(self, proposition: str, entry: Judged) -> Weighed:
        """What the verifier finds of a proposition in a statement that was found."""
        own = self._evidence(entry.profile.statement)
        told = stance(proposition, entry.profile, own, verify=self._verify, lexicon=self._reader.lexicon, lenient=True)
        return Weighed(stance=told, verdict=self._verify(proposition, (own,)))

    def _statement(self, statement_id: str) -> Statement:
        return self._index.statements[self._rows[statement_id]]

    def _as_side(self, draft: DraftClaim) -> DraftClaim:
        """A draft in the words of a side; one that is shown otherwise than its statement stays as it is."""
        plain = draft.text == self._statement(draft.evidence[0]).text
        return replace(draft, text=self._side(draft.evidence[0])) if plain else draft

    def _side(self, statement_id: str) -> str:
        """A side's words, behind its lead-in if that says in brackets for whom they are, and the gate lets the two stand."""
        statement = self._statement(statement_id)
        lead = lead_of(statement)
        if not _FOR_THESE.search(lead):
            return standing(statement)
        text = behind(lead, statement)
        return text if self._verify(text, (self._evidence(statement),)).supported else standing(statement)

    def _nearest(self, found: Found, text: str) -> Sequence[Judged]:
        """The statements nearest to a text, of the sources that something was found in."""
        allowed = frozenset(entry.profile.source.source_id for entry in found.judged)
        return self._reader.find(text, audience=Audience.CLINICIAN, allowed=allowed).judged

    def _evidence(self, statement: Statement) -> Evidence:
        return evidence_of(statement, self._index.documents[statement.source_id])

    def _vector(self, statement: Statement) -> Vectors:
        row: Vectors = self._index.statement_vectors[self._rows[statement.statement_id]]
        return row


def _foremost(found: Found) -> tuple[str, ...]:
    """The statements that an answer to this alone would be drafted from."""
    best = found.judged[0].hit.relevance
    return tuple(
        entry.profile.statement.statement_id for entry in found.judged[:_FOREMOST] if entry.hit.relevance >= RELEVANT_SHARE * best
    )


def _asking(found: Found, shown: Sequence[str], ruled: Sequence[Difference]) -> Asking:
    against = [set(difference.statement_ids) for difference in ruled]
    return Asking(asked=found.asked, judged=found.judged, shown=shown, ruled=against)


def _fitting(drafts: tuple[DraftClaim, ...], contested: Mapping[str, int]) -> tuple[DraftClaim, ...]:
    """The drafts that fit on a screen: the last ones go first, never the direct line nor a side of a difference."""
    kept = list(drafts)
    for draft in reversed(drafts[1:]):
        if _words_on_screen(kept, contested) <= _MOST_WORDS:
            break
        if draft.evidence[0] not in contested:
            kept.remove(draft)
    return tuple(kept)


def _words_on_screen(drafts: Sequence[DraftClaim], contested: Mapping[str, int]) -> int:
    """The words of the drafts and around them; a side stands with each of its differences, and as the direct line too."""
    total = len(drafts[0].text.split()) if drafts[0].evidence[0] in contested else 0
    for draft in drafts:
        times = contested.get(draft.evidence[0], 0)
        total += len(draft.text.split()) * max(times, 1) + _WORDS_A_SIDE * times
    return total + _WORDS_AROUND
