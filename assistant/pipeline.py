"""The assistant: a question in, a cited answer, an abstention, urgent advice or small talk out. Reads like the design's flow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from time import perf_counter

from assistant.answerable import Answerability, judge_answerable
from assistant.answers import (
    Abstention,
    AbstentionReason,
    Audience,
    CitedAnswer,
    DraftClaim,
    Emergency,
    Nearest,
    Premise,
    Question,
    Response,
    SmallTalk,
    StandaloneQuestion,
    Trace,
)
from assistant.asked import Asked, read_question
from assistant.conversation import condense
from assistant.direct import yes_or_no
from assistant.disagree import Difference, as_disagreements, find_differences
from assistant.draft import Drafter, ExtractiveDrafter
from assistant.gate import Passed, Verify, evidence_of, pass_gate
from assistant.lexicon import Lexicon
from assistant.lexicon_files import lexicon_folder, load_lexicon
from assistant.premise import denies_premise, presupposed
from assistant.profile import Profile, Terms, profile_statement, weigh_terms
from assistant.rerank import rerank
from assistant.retrieve import retrieve
from assistant.settings import Settings
from assistant.signals import Judged
from assistant.suggest import Suggestion, choose_follow_ups, choose_starters, suggestions_from
from assistant.triage import TriageKind, triage
from assistant.verify import verify_claim
from ingest.documents import SourceAudience, Statement
from ingest.embed import Vectors, load_embedder
from ingest.index import OpenIndex, open_index

OnEvent = Callable[[str, object], None]
_NEAREST = 3


@dataclass(slots=True)
class _Clock:
    """Milliseconds per step of one answer."""

    milliseconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str, on_event: OnEvent) -> Iterator[None]:
        on_event("step", name)
        begin = perf_counter()
        try:
            yield
        finally:
            self.milliseconds[name] = self.milliseconds.get(name, 0.0) + (perf_counter() - begin) * 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What the steps before drafting found."""

    asked: Asked
    judged: tuple[Judged, ...]
    answerability: Answerability


class Assistant:
    """Holds the index, the lexicon and what was read off every statement; answers one question at a time."""

    def __init__(self, *, index: OpenIndex, lexicon: Lexicon, settings: Settings, verify: Verify, drafter: Drafter) -> None:
        """Profile every statement once; ``Assistant.open`` makes the parts from settings."""
        self.index = index
        self.lexicon = lexicon
        self.settings = settings
        self._verify = verify
        self._drafter = drafter
        self._statements: Mapping[str, Statement] = {statement.statement_id: statement for statement in index.statements}
        self.profiles: Mapping[str, Profile] = {
            statement.statement_id: profile_statement(statement, index.documents[statement.source_id].source, lexicon=lexicon)
            for statement in index.statements
        }
        self.terms: Terms = weigh_terms(tuple(self.profiles.values()), lexicon=lexicon)
        self.vocabulary = frozenset(self.terms.stems)
        self._pool: tuple[Suggestion, ...] = suggestions_from(self.profiles.values(), lexicon=lexicon)
        self._answered: dict[str, bool] = {}
        self._positions = {statement.statement_id: row for row, statement in enumerate(index.statements)}
        minimum = settings.min_review_status
        self._allowed = frozenset(
            source_id for source_id, document in index.documents.items() if document.source.review_status.rank >= minimum.rank
        )

    @classmethod
    def open(cls, settings: Settings) -> Assistant:
        """The assistant that the settings describe.

        Raises:
            VouchError: no index, a stale or damaged one, a broken lexicon, no model; the message names the mend.

        """
        embedder = load_embedder(settings)
        index = open_index(settings.index, corpus=settings.corpus, embedder=embedder)
        lexicon = load_lexicon(lexicon_folder(settings.corpus))
        verify = partial(verify_claim, lexicon=lexicon)
        positions = {statement.statement_id: row for row, statement in enumerate(index.statements)}
        drafter = ExtractiveDrafter(vectors=index.statement_vectors, positions=positions, lexicon=lexicon)
        return cls(index=index, lexicon=lexicon, settings=settings, verify=verify, drafter=drafter)

    # -- one question ---------------------------------------------------------------------------------------------

    def answer(
        self,
        question: Question,
        *,
        on_event: OnEvent | None = None,
        sources: frozenset[str] | None = None,
    ) -> tuple[Response, Trace]:
        """The response to a question and how it was found.

        ``on_event`` hears ("step", name), ("claim", VerifiedClaim), ("withheld", WithheldClaim) and ("done", response)
        as they happen; ``sources`` restricts the documents used.
        """
        notify = on_event or (lambda _kind, _value: None)
        clock = _Clock()
        begin = perf_counter()
        with clock.step("triage", notify):
            urgent = self._triage(question)
        if urgent is not None:
            response: Response = urgent
            trace = Trace(read_as=question.text)
        else:
            with clock.step("condense", notify):
                standalone = self.condense(question)
            response, trace = self._answer(question, standalone, clock=clock, notify=notify, sources=sources)
        clock.milliseconds["total"] = (perf_counter() - begin) * 1000
        notify("done", response)
        return response, replace(trace, milliseconds=dict(clock.milliseconds))

    def condense(self, question: Question) -> StandaloneQuestion:
        """The question as it reads without the conversation."""
        return condense(question, lexicon=self.lexicon)

    def _answer(
        self,
        question: Question,
        standalone: StandaloneQuestion,
        *,
        clock: _Clock,
        notify: OnEvent,
        sources: frozenset[str] | None,
    ) -> tuple[Response, Trace]:
        with clock.step("retrieve", notify):
            found = self._find(standalone.text, audience=question.audience, sources=sources)
        trace = Trace(read_as=standalone.text, hits=tuple(entry.hit for entry in found.judged))
        if not found.answerability.answerable:
            return self._abstain(question, standalone, found), trace
        with clock.step("draft", notify):
            drafts = self._drafter.draft(found.asked, found.judged)
            differences = self._differences(found, drafts)
            drafts = self._with_direct_line(found, self._with_other_sides(drafts, differences))
        with clock.step("verify", notify):
            passed = self._gate(drafts, notify=notify)
        trace = replace(trace, drafts=drafts)
        if not passed.claims:
            unsupported = replace(found.answerability, reason=AbstentionReason.UNSUPPORTED)
            abstention = self._abstain(question, standalone, replace(found, answerability=unsupported))
            return replace(abstention, withheld=passed.withheld), trace
        with clock.step("follow-ups", notify):
            follow_ups = self._follow_ups(question, standalone, passed)
        answer = CitedAnswer(
            question=question,
            read_as=standalone,
            claims=passed.claims,
            withheld=passed.withheld,
            disagreements=as_disagreements(differences, passed.claims),
            premise=self._premise(found, passed),
            follow_ups=follow_ups,
            missing=found.answerability.missing,
        )
        return answer, trace

    # -- steps ----------------------------------------------------------------------------------------------------

    def _triage(self, question: Question) -> Response | None:
        """Urgent advice or small talk, said before anything is searched."""
        read = triage(question, country=self.settings.country, lexicon=self.lexicon)
        if read is None:
            return None
        as_typed = StandaloneQuestion(text=question.text, language=read.language)
        if read.kind is TriageKind.EMERGENCY:
            return Emergency(question=question, read_as=as_typed, kind=read.label, advice=read.text)
        if read.kind is TriageKind.UNREADABLE:
            return Abstention(question=question, read_as=as_typed, reason=AbstentionReason.UNREADABLE_QUESTION)
        return SmallTalk(question=question, read_as=as_typed, text=read.text, follow_ups=self.starters(question.audience))

    def _find(self, text: str, *, audience: Audience, sources: frozenset[str] | None = None) -> _Found:
        asked = read_question(text, lexicon=self.lexicon, vocabulary=self.vocabulary)
        allowed = self._allowed if sources is None else self._allowed & sources
        hits = retrieve(asked, index=self.index, lexicon=self.lexicon, allowed=allowed)
        judged = rerank(asked, hits, profiles=self.profiles, terms=self.terms, lexicon=self.lexicon, audience=audience)
        answerability = judge_answerable(asked, judged, terms=self.terms, lexicon=self.lexicon)
        return _Found(asked=asked, judged=judged, answerability=answerability)

    def _differences(self, found: _Found, drafts: Sequence[DraftClaim]) -> tuple[Difference, ...]:
        return find_differences(
            found.asked,
            found.judged,
            shown=[draft.evidence[0] for draft in drafts],
            cosine=lambda left, right: float(self._vector(left) @ self._vector(right)),
            lexicon=self.lexicon,
        )

    def _vector(self, statement: Statement) -> Vectors:
        row: Vectors = self.index.statement_vectors[self._positions[statement.statement_id]]
        return row

    def _with_other_sides(self, drafts: Sequence[DraftClaim], differences: Sequence[Difference]) -> tuple[DraftClaim, ...]:
        """The drafts, and those sides of a difference that the drafter left out."""
        there = {draft.evidence[0] for draft in drafts}
        missing = dict.fromkeys(i for difference in differences for i in difference.statement_ids if i not in there)
        return (*drafts, *(DraftClaim(text=self._statements[i].text, evidence=(i,)) for i in missing))

    def _with_direct_line(self, found: _Found, drafts: Sequence[DraftClaim]) -> tuple[DraftClaim, ...]:
        """The drafts, the first opened with "Yes" or "No" if the gate lets that stand."""
        first = drafts[0]
        word = yes_or_no(found.asked, self.profiles[first.evidence[0]], lexicon=self.lexicon)
        if not word:
            return tuple(drafts)
        statement = self._statements[first.evidence[0]]
        opened = f"{word}: {first.text}"
        evidence = evidence_of(statement, self.index.documents[statement.source_id])
        return (replace(first, text=opened) if self._verify(opened, (evidence,)).supported else first, *drafts[1:])

    def _premise(self, found: _Found, passed: Passed) -> Premise | None:
        first = passed.claims[0]
        profile = self.profiles[first.citations[0].statement.statement_id]
        if not denies_premise(found.asked, profile, lexicon=self.lexicon):
            return None
        return Premise(claimed=presupposed(found.asked.text), correction=first.text, citations=first.citations)

    def _gate(self, drafts: Sequence[DraftClaim], *, notify: OnEvent) -> Passed:
        return pass_gate(
            drafts,
            statements=self._statements,
            documents=self.index.documents,
            verify=self._verify,
            on_claim=lambda claim: notify("claim", claim),
            on_withheld=lambda claim: notify("withheld", claim),
        )

    def _abstain(self, question: Question, standalone: StandaloneQuestion, found: _Found) -> Abstention:
        nearest: dict[tuple[str, tuple[str, ...]], Nearest] = {}
        for entry in found.judged:
            statement = entry.hit.statement
            nearest.setdefault(
                (statement.source_id, statement.heading_path), Nearest(source=entry.hit.source, section=statement.heading_path)
            )
            if len(nearest) == _NEAREST:
                break
        return Abstention(
            question=question,
            read_as=standalone,
            reason=found.answerability.reason or AbstentionReason.NO_EVIDENCE,
            nearest=tuple(nearest.values()),
            missing=found.answerability.missing,
        )

    # -- suggestions ----------------------------------------------------------------------------------------------

    def starters(self, audience: Audience) -> tuple[str, ...]:
        """Questions to begin with that the documents answer, sources written for the audience first."""
        audiences = {
            source_id: document.source.audience == SourceAudience(audience.value)
            for source_id, document in self.index.documents.items()
        }
        return choose_starters(self._pool, audiences=audiences, answers=self._answers)

    def _follow_ups(self, question: Question, standalone: StandaloneQuestion, passed: Passed) -> tuple[str, ...]:
        cited = [self.profiles[c.statement.statement_id] for claim in passed.claims for c in claim.citations]
        asked = [question.text, standalone.text, *(turn.content for turn in question.history if turn.role == "user")]
        return choose_follow_ups(self._pool, cited=cited, asked_texts=asked, answers=self._answers)

    def _answers(self, suggestion: Suggestion) -> bool:
        """Whether the suggestion is answered from the section it was made from; worked out once."""
        if suggestion.text not in self._answered:
            found = self._find(suggestion.text, audience=self.settings.audience)
            drafts = self._drafter.draft(found.asked, found.judged) if found.answerability.answerable else ()
            used = {statement_id for draft in drafts for statement_id in draft.evidence}
            self._answered[suggestion.text] = not used.isdisjoint(suggestion.statement_ids)
        return self._answered[suggestion.text]
