"""The assistant: a question in, a cited answer, an abstention, urgent advice or small talk out. Reads like the design's flow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from time import perf_counter

from assistant.answers import (
    AbstentionReason,
    Audience,
    CitedAnswer,
    DraftClaim,
    Question,
    Response,
    StandaloneQuestion,
    Trace,
    WithheldClaim,
)
from assistant.citation.gate import Passed, Verify, pass_gate
from assistant.differences.disagree import as_disagreements
from assistant.differences.noted_store import registers_of
from assistant.display.phrases import phrases
from assistant.drafting.abstain import abstain
from assistant.drafting.doubted import answer_in_doubt, in_doubt
from assistant.drafting.draft import Drafter, ExtractiveDrafter
from assistant.drafting.for_patients import rest_doses_on_clinical, shortened, spare, with_plain_words
from assistant.drafting.narrowed import Narrowed
from assistant.drafting.one_screen import on_one_screen
from assistant.drafting.prepared import load_prepared
from assistant.drafting.suggest import Suggester
from assistant.errors import MalformedDraftError, ModelUnavailableError
from assistant.followups.about import asked_again, asked_before, last_answered, of_pages_before, read_about
from assistant.followups.about_answers import answer_about, sources_of
from assistant.model.identifiers import mask_identifiers, without_identifiers
from assistant.model.llm import ModelDrafter
from assistant.model.model_draft import draft_with_model, with_own_words
from assistant.own_corpus import with_own_corpus
from assistant.premises.stance import MayOppose
from assistant.reader import Found
from assistant.reread.reread import open_gate, rules_of
from assistant.retrieval.mined_store import lexicon_of
from assistant.retrieval.read_off import Kept, kept_beside
from assistant.settings import Settings
from assistant.shelf import Shelf, condenser, find_on, shelf_of, shelve
from assistant.turn import OnEvent, QuestionTurn
from assistant.urgency.alarm import all_listened, load_alarm
from assistant.urgency.hear import hear
from assistant.urgency.own_rules import without_own_rules
from assistant.verify import may_be_opposed
from assistant.words.lexicon import Lexicon
from assistant.words.lexicon_files import lexicon_folder
from ingest.documents import Source
from ingest.embed import load_embedder
from ingest.index import OpenIndex, open_index, open_vector_store


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drafted:
    """Draft claims, what already failed, who drafted, and a line about it if need be."""

    drafts: tuple[DraftClaim, ...]
    withheld: tuple[WithheldClaim, ...] = ()
    drafter: str = "extractive"
    notice: str = ""


class Assistant:
    """Holds the index, the lexicon and the drafters; answers one question at a time, from any thread."""

    def __init__(
        self,
        *,
        index: OpenIndex,
        lexicon: Lexicon,
        settings: Settings,
        verify: Verify,
        drafter: Drafter,
        model: ModelDrafter | None = None,
        kept: Kept | None = None,
        opposed: MayOppose | None = None,
    ) -> None:
        """``Assistant.open`` makes the parts; ``model`` drafts before ``drafter``; ``opposed`` spares ``verify`` work."""
        self.index = index
        self.lexicon = lexicon
        self.settings = settings
        self._verify = verify
        self._drafter = drafter
        self._model = model
        self._statements = {statement.statement_id: statement for statement in index.statements}
        self._narrowed = Narrowed(statements=index.statements, documents=index.documents, verify=verify, lexicon=lexicon)
        self._sources = sources_of(index.documents)
        self._alarm = load_alarm(index.embedder)
        self._citable = frozenset(s.source_id for s in self._sources if s.review_status.rank >= settings.min_review_status.rank)
        suggest = partial(Suggester, drafter=drafter, prepared=load_prepared(settings.corpus))
        self.shelves = shelve(
            index,
            lexicon=lexicon,
            verify=rules_of(verify),
            suggest=suggest,
            citable=self._citable,
            kept=kept,
            opposed=opposed,
            registers=registers_of(index, corpus=settings.corpus, folder=settings.index, lexicon=lexicon),
        )
        self._condense = condenser(self.shelves, lexicon=lexicon, sources=self._sources)
        self._condensed = lru_cache(maxsize=64)(self._condensed_anew)

    @classmethod
    def open(cls, settings: Settings, *, index: OpenIndex | None = None) -> Assistant:
        """The assistant that the settings describe; ``index`` is theirs if it is open already.

        Raises:
            VouchError: no index, a stale or damaged one, a broken lexicon, no model; the message names the mend.
        """
        embedder = load_embedder(settings)
        settings = with_own_corpus(settings)
        index = index or open_index(settings.index, corpus=settings.corpus, embedder=embedder, store=open_vector_store(settings))
        words = lexicon_folder(settings.corpus)
        lexicon = lexicon_of(index, settings.index, words=words, is_everyday=embedder.is_everyday)
        rows = {one.statement_id: row for row, one in enumerate(index.statements)}
        return cls(
            index=index,
            lexicon=lexicon,
            settings=settings,
            verify=open_gate(lexicon),
            drafter=ExtractiveDrafter(vectors=index.statement_vectors, positions=rows, lexicon=lexicon),
            model=ModelDrafter.open(settings, mask=lambda text: mask_identifiers(text).text) if settings.llm_base_url else None,
            kept=kept_beside(index, settings.index, lexicon=lexicon, words=words),
            opposed=partial(may_be_opposed, lexicon=lexicon),
        )

    def shelf(self, language: str) -> Shelf:
        """The documents in a language; those there are, if there are none in it."""
        return shelf_of(self.shelves, language)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the index that may be cited, by title."""
        return tuple(sorted((s for s in self._sources if s.source_id in self._citable), key=lambda s: s.title.casefold()))

    def answer(
        self, question: Question, *, on_event: OnEvent | None = None, sources: frozenset[str] | None = None
    ) -> tuple[Response, Trace]:
        """The response to a question and how it was found.

        ``on_event`` hears ("step", name), ("claim", VerifiedClaim), ("withheld", WithheldClaim) and ("done", response)
        as they happen; ``sources`` restricts the documents used.
        """
        allowed = self._citable if sources is None else self._citable & sources
        turn = QuestionTurn(question, on_event or (lambda _kind, _value: None), allowed)
        begin = perf_counter()
        with turn.step("triage"):
            response = self._triage(question)
            doubted = self._is_in_doubt(question, response)
        trace = Trace(read_as=question.text)
        if doubted and response is not None:
            response, trace = self._in_doubt(turn, response)
        if response is None:
            with turn.step("condense"):
                response = self._about(turn)
                standalone = self.condense(question)
        if response is None:
            response, trace = self._in_doubt(turn, None) if doubted else self._answer(turn, standalone)
        turn.milliseconds["total"] = (perf_counter() - begin) * 1000
        turn.notify("done", response)
        return response, replace(trace, milliseconds=dict(turn.milliseconds))

    def condense(self, question: Question) -> StandaloneQuestion:
        """The question as it reads without the conversation."""
        if self._model is not None and question.history:
            try:
                text = self._model.condense(question.history, question.text)
                return StandaloneQuestion(text=text, rewritten=True, language=self._condensed(question).language)
            except (ModelUnavailableError, MalformedDraftError):
                pass  # the rules read it as well, and the answer's own draft will tell that the model is out of reach
        return self._condensed(question)

    def _condensed_anew(self, question: Question) -> StandaloneQuestion:
        offered = any(shelf.suggester.offers(question.text) for shelf in self.shelves.values())
        text = without_own_rules(without_identifiers(question.text))
        typed = replace(question, text=text, history=() if offered else question.history)
        return self._condense(typed)

    def _answer(self, turn: QuestionTurn, standalone: StandaloneQuestion) -> tuple[Response, Trace]:
        with turn.step("retrieve"):
            place = find_on(self.shelves, standalone, audience=turn.question.audience, allowed=turn.allowed)
            found = place.found
            denial = place.shelf.framer.denial(found, *standalone.said(turn.question.text))
        refuse = partial(abstain, turn.question, standalone, found, documents=self.index.documents)
        trace = Trace(read_as=standalone.text, hits=tuple(entry.hit for entry in found.judged))
        if not (answerable := found.answerability.answerable) and denial is None:
            return refuse(notice=place.notice), trace
        with turn.step("draft"):
            drafted = self._draft(turn.question, standalone, found) if answerable else _Drafted(drafts=())
            is_patient = turn.question.audience is Audience.PATIENT
            chosen = shortened(drafted.drafts) if is_patient else drafted.drafts
            differences, drafts = place.shelf.framer.frame(found, chosen, denial)
            drafts = spare(drafts, found.asked, lexicon=self.lexicon) if is_patient else drafts
            drafts = self._narrowed.told(drafts, found.asked, found.judged, differences, corrects=denial is not None)
        trace = replace(trace, drafts=drafts, drafter=drafted.drafter)
        with turn.step("verify"):
            passed = self._gate(drafts, turn.notify)
        withheld = (*drafted.withheld, *passed.withheld)
        if not passed.claims:
            return refuse(notice=drafted.notice, reason=AbstentionReason.UNSUPPORTED, withheld=withheld), trace
        with turn.step("follow-ups"):
            follow_ups = self.shelf(standalone.language).suggester.follow_ups(turn.question, standalone, passed.claims)
        answer = CitedAnswer(
            question=turn.question,
            read_as=standalone,
            claims=passed.claims,
            withheld=withheld,
            disagreements=as_disagreements(differences, passed.claims),
            premise=place.shelf.framer.premise(denial, passed.claims),
            follow_ups=follow_ups,
            missing=found.answerability.missing if answerable or (denial and not denial.sure) else (),
            notice=" ".join(filter(None, (drafted.notice, place.notice))),
        )
        if turn.question.audience is Audience.PATIENT:
            answer = with_plain_words(answer, found.asked, lexicon=self.lexicon)
        return on_one_screen(answer), trace

    def _triage(self, question: Question) -> Response | None:
        """Urgent advice or small talk, said before anything is searched."""
        country, alarm = question.country or self.settings.country, self._alarm
        return hear(question, country=country, lexicon=self.lexicon, alarm=alarm, embed=self._embedded, starters=self.starters)

    def _embedded(self, question: Question, text: str) -> None:
        """Embeds a message, as the alarm hears it, along with what it asks."""
        read = self._condensed(question)
        self.index.embedder.embed([*all_listened(text), self.shelf(read.language).reader.embedded_text(read.text)])

    def _is_in_doubt(self, question: Question, heard: Response | None) -> bool:
        """Whether a message may be urgent, or be heard so wrongly, that documents of another field may answer."""
        afield = not all(shelf.reader.has_learned_all for shelf in self.shelves.values())
        return bool(afield and self._alarm and in_doubt(heard, self._alarm.sounds(question.text)))

    def _in_doubt(self, turn: QuestionTurn, heard: Response | None) -> tuple[Response, Trace]:
        country = turn.question.country or self.settings.country
        readers = [shelf.reader for shelf in self.shelves.values()]
        find = partial(self._answer, standalone=self.condense(turn.question))
        return answer_in_doubt(turn, heard, find, readers=readers, country=country)

    def _about(self, turn: QuestionTurn) -> Response | None:
        """The answer to a question about the last answer or the library; None for any other question."""
        language = self._condensed(turn.question).language
        shelf = self.shelf(language)
        if (about := read_about(turn.question, shelf.sources)) is None:
            return None
        about = of_pages_before(about, turn.question, lambda one: self._about(turn.silently(one)), shelf.sources)
        again = asked_again(about, turn.question, shelf.sources)
        before = again or asked_before(turn.question, shelf.sources)
        last = last_answered(before, lambda one: self._answer(turn.silently(one), self._condensed(one))[0], shelf.sources)
        if again is not None and last is not None and about.kind.value != "shorter":
            return last
        claims = answer_about(
            about,
            last=last if isinstance(last, CitedAnswer) else None,
            documents=shelf.index.documents,
            statements=shelf.index.statements,
            lexicon=self.lexicon,
            language=language,
        )
        if not claims:
            return None
        read_as = StandaloneQuestion(text=turn.question.text, language=language)
        return CitedAnswer(question=turn.question, read_as=read_as, claims=claims)

    def _draft(self, question: Question, standalone: StandaloneQuestion, found: Found) -> _Drafted:
        """The model's draft if there is a model and it delivers, else the extractive one with a line that says so."""
        extractive = rest_doses_on_clinical(self._drafter.draft(found.asked, found.judged), found.judged, lexicon=self.lexicon)
        if self._model is None:
            return _Drafted(drafts=extractive)
        try:
            written = draft_with_model(self._model, question, standalone, found.judged, verify=self._verify, lexicon=self.lexicon)
        except (ModelUnavailableError, MalformedDraftError):
            return _Drafted(drafts=extractive, notice=phrases(standalone.language).model_failed)
        if not written.drafts:
            words = phrases(standalone.language)
            notice = words.model_declined if written.declined else words.model_unsupported
            return _Drafted(drafts=extractive, withheld=written.withheld, notice=notice)
        drafts = with_own_words(written, extractive)
        notice = phrases(standalone.language).model_in_part if len(drafts) > len(written.drafts) else ""
        return _Drafted(drafts=drafts, withheld=written.withheld, drafter=self._model.model_id, notice=notice)

    def _gate(self, drafts: Sequence[DraftClaim], notify: OnEvent) -> Passed:
        return pass_gate(
            drafts,
            statements=self._statements,
            documents=self.index.documents,
            verify=self._verify,
            on_claim=lambda claim: notify("claim", claim),
            on_withheld=lambda claim: notify("withheld", claim),
        )

    def starters(self, audience: Audience, language: str = "en") -> tuple[str, ...]:
        """Questions to begin with that the documents answer, sources written for the audience first."""
        return self.shelf(language).suggester.starters(audience)
