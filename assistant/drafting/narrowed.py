"""Drafts in, each behind the heading that alone tells for which patients it holds out; what holds for all before it.

"Give 2 g" stands under "Severe cellulitis" on its page. Without that word it reads as the dose for everyone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from assistant.answers import DraftClaim, Intent
from assistant.citation.gate import Verify, evidence_of
from assistant.differences.disagree import Difference
from assistant.drafting.taken_up import TakenUp
from assistant.question.asked import Asked
from assistant.retrieval.age_bands import ages_of_heading
from assistant.retrieval.ages import ages_asked, stages_in
from assistant.retrieval.signals import NUMERIC, Judged, concept_match
from assistant.words.cases import cases_in, diseases_in
from assistant.words.lead_in import standing
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import answer_kinds, content_stems
from assistant.words.stems import names_medicine
from ingest.documents import Document, Statement

_LEVELS = 2
# The gate takes a figure for the sentence's own behind a colon, and for its subject's behind a dash.
_SEPARATORS = (": ", " – ", ". ")
_MOST_WORDS = 12
_DOCUMENTS = 1024  # whose doses are held
_OF_PATIENTS = frozenset({"population", "condition"})
_OF_TREATMENT = frozenset({"drug", "regimen"})
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NUMBERED = re.compile(r"^(?:\d+(?:\.\d+)*|[A-Z])[.)]\s+")
_OPENED = re.compile(r"^(?:Yes|No|Sí): ")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")
_WORD = re.compile(r"[^\W\d_]{4,}")
_DOSES = frozenset({Intent.DOSE, Intent.INTERVAL, Intent.DURATION})
# What is no case: the ordinary treatment, and what kind of thing is told.
_ORDINARY = (
    "first line choice step treatment therapy management option dose doses dosing dosage usual standard routine general common "
    "initial initiation start starting begin recommended recommendation regimen medicine drug overview summary how give use "
    "administration schedule table key point interval duration primera línea elección tratamiento terapia manejo opción dosis "
    "habitual estándar general inicial inicio recomendado pauta esquema medicamento fármaco resumen administración duración"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A draft, the heading it needs in front ("" for none), and its statement."""

    draft: DraftClaim
    heading: str
    statement: Statement | None


class Narrowed:
    """Holds the statements of an index and the gate. Safe to use from several threads."""

    def __init__(
        self, *, statements: Sequence[Statement], documents: Mapping[str, Document], verify: Verify, lexicon: Lexicon
    ) -> None:
        """``statements`` in the order of their documents, ``documents`` by their source's id."""
        self._statements = {statement.statement_id: statement for statement in statements}
        self._documents = documents
        self._verify = verify
        self._lexicon = lexicon
        self._taken_up = TakenUp(statements, lexicon)
        self._of_source: dict[str, list[Statement]] = defaultdict(list)
        for statement in statements:
            self._of_source[statement.source_id].append(statement)
        self._doses = lru_cache(maxsize=_DOCUMENTS)(self._found_doses)

    def told(
        self,
        drafts: Sequence[DraftClaim],
        asked: Asked,
        judged: Sequence[Judged],
        differences: Sequence[Difference] = (),
        *,
        corrects: bool = False,
    ) -> tuple[DraftClaim, ...]:
        """The drafts with what they take up, each behind the heading that narrows it beyond the question.

        What holds for the ordinary case leads, unless the first one is a side of a difference or ``corrects`` a premise. What
        the gate doesn't let stand behind its heading stays as it is; "Yes" and "No" go where they hold in a narrower case only.
        """
        sides = {i for one in differences for i in one.statement_ids}
        told = [self._read(draft, asked) for draft in self._taken_up.told(drafts, asked, sides=sides)]
        if told and told[0].heading and not corrects and sides.isdisjoint(told[0].draft.evidence):
            told = self._ordinary_first(told, asked, judged)
        return tuple(self._shown(one) for one in told)

    def _read(self, draft: DraftClaim, asked: Asked) -> _Told:
        statement = self._statements.get(draft.evidence[0])
        if statement is None or not draft.text.endswith(statement.text):
            return _Told(draft, "", statement)
        return _Told(draft, self.heading(statement, asked, said=draft.text), statement)

    def heading(self, statement: Statement, asked: Asked, *, said: str = "") -> str:
        """The words of the nearest headings that narrow the case beyond question, title and what is said; "" if none does."""
        title = self._documents[statement.source_id].source.title
        about = title if self._names_one(title) else ""
        known = " · ".join((about, asked.text, said or statement.text))
        headings = [_plain(one) for one in statement.heading_path]
        nearest = [one for one in headings[-_LEVELS:] if one and one.casefold() != title.casefold()]
        narrowing = [one for one in nearest if self._narrows(one, known, asked) or self._tells_apart(one, statement, known)]
        return ", ".join(narrowing if len(" ".join(narrowing).split()) <= _MOST_WORDS else narrowing[-1:])

    def _names_one(self, title: str) -> bool:
        """Whether a title names one condition at most: of several, a heading below tells which."""
        mentions = [one for one in self._lexicon.mentions(title) if one.concept.kind == "condition"]
        bare = title
        for one in mentions:
            bare = bare.replace(title[one.start : one.end], " ")
        return len({one.concept.concept_id for one in mentions}) + len(diseases_in(bare)) <= 1

    def _narrows(self, heading: str, known: str, asked: Asked) -> bool:
        """Whether a heading names a case, patients or an age that nothing known names."""
        if heading.endswith("?"):
            return False
        if cases_in(heading) - cases_in(known):
            return True
        if (ages_of_heading(heading) or stages_in(heading)) and not (ages_asked(asked.text) or stages_in(known)):
            return True
        named = self._lexicon.concepts_in(known, typed=True)
        named |= self._lexicon.implied(named)
        people = (one for one in self._lexicon.concepts_in(heading) if self._lexicon.concepts[one].kind in _OF_PATIENTS)
        return any(not concept_match(one, named, lexicon=self._lexicon) for one in people)

    def _tells_apart(self, heading: str, statement: Statement, known: str) -> bool:
        """Whether a document gives the medicine of this dose under several headings, and nothing known names this one."""
        language = self._documents[statement.source_id].source.language
        if _plain(statement.heading_path[-1]) != heading or not _DOSES & answer_kinds(statement.text, language):
            return False
        doses = self._doses(statement.source_id)
        if not any(len(doses.get(medicine, ())) > 1 for medicine in self._medicines(statement.text)):
            return False
        left = set(content_stems(heading)) - set(content_stems(f"{known} · {_ORDINARY}"))
        return bool(left or set(_FIGURE.findall(heading)) - set(_FIGURE.findall(known)))

    def _ordinary_first(self, told: list[_Told], asked: Asked, judged: Sequence[Judged]) -> list[_Told]:
        """What is said of the same medicine for the ordinary case in front; taken from what was found, if it gives a figure."""
        first = told[0].statement
        medicines = self._medicines(told[0].draft.text)
        for one in told[1:]:
            fits = one.statement is not None and not one.heading and _is_beside(one.statement, first)
            if fits and medicines & self._medicines(one.draft.text):
                return [one, *(other for other in told if other is not one)]
        shown = {i for one in told for i in one.draft.evidence}
        for entry in judged:
            statement = entry.profile.statement
            gives = asked.intents & NUMERIC & entry.profile.kinds and medicines & self._medicines(statement.text)
            fits = statement.statement_id not in shown and _is_beside(statement, first)
            if gives and fits and not self.heading(statement, asked):
                draft = DraftClaim(text=standing(statement), evidence=(statement.statement_id,))
                return [_Told(draft, "", statement), *told]
        return told

    def _found_doses(self, source_id: str) -> Mapping[str, set[tuple[str, ...]]]:
        """By medicine, the headings under which a document gives a dose; read when one of its doses is first shown."""
        found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        language = self._documents[source_id].source.language
        for statement in self._of_source[source_id]:
            if Intent.DOSE in answer_kinds(statement.text, language):
                for medicine in self._medicines(statement.text):
                    found[medicine].add(statement.heading_path)
        return found

    def _medicines(self, text: str) -> frozenset[str]:
        named = {c for c in self._lexicon.concepts_in(text) if self._lexicon.concepts[c].kind in _OF_TREATMENT}
        return frozenset(named | {word.lower() for word in _WORD.findall(text) if names_medicine(word)})

    def _shown(self, one: _Told) -> DraftClaim:
        if not one.heading or one.statement is None:
            return one.draft
        bare = _OPENED.sub("", one.draft.text)
        evidence = tuple(
            evidence_of(self._statements[i], self._documents[self._statements[i].source_id])
            for i in (one.draft.evidence if one.draft.together else one.draft.evidence[:1])
        )
        ways = product(dict.fromkeys((one.heading, one.heading.split(", ")[-1])), _SEPARATORS)
        for text in (f"{heading}{separator}{bare}" for heading, separator in ways):
            if self._verify(text, evidence).supported:
                return replace(one.draft, text=text)
        return one.draft


def _plain(heading: str) -> str:
    return _NUMBERED.sub("", _BRACKETS.sub("", heading)).strip(" .:–—-")


def _is_beside(statement: Statement, narrowed: Statement | None) -> bool:
    """Whether a statement stands in the same document, beside or above a narrowed one."""
    if narrowed is None or statement.source_id != narrowed.source_id:
        return False
    above = statement.heading_path[:-1]
    return narrowed.heading_path[: len(above)] == above
