"""A standalone question in, judged statements out: reads the question, retrieves, reranks, and says whether they answer it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from types import MappingProxyType

import numpy as np

from assistant.abstention.afield import judge_afield
from assistant.abstention.afield_order import AfieldOrder
from assistant.abstention.answerable import Answerability, answered_after_all, answered_alone, refused_in_talk
from assistant.abstention.learned_judges import LearnedJudges
from assistant.abstention.of_another import of_such_state
from assistant.abstention.unspoken_offer import lacking_still, unspoken_offer
from assistant.answers import Audience, StandaloneQuestion
from assistant.followups.blend import AFIELD, LEARNED, blend
from assistant.followups.own_subjects import OwnSubjects, own_subjects
from assistant.followups.strayed import Leaning, how_strayed, read_strayed, sight_of, strayed_signals
from assistant.followups.talk import Talk, in_order, knows, read_talk, shown_in
from assistant.question.asked import Asked, read_question
from assistant.question.editions_asked import older_editions_asked, without_editions
from assistant.question.focus import pattern
from assistant.question.foreign import read_foreign
from assistant.retrieval.ages import of_such_age, scopes_of
from assistant.retrieval.late import Late, learned_of
from assistant.retrieval.profile import Profile, Terms, profile_statement, weigh_terms
from assistant.retrieval.read_off import Kept
from assistant.retrieval.rerank import LATE, rerank, with_met
from assistant.retrieval.retrieve import Searchable, retrieve, spelled_out
from assistant.retrieval.signals import Judged
from assistant.retrieval.silent import is_silent
from assistant.retrieval.steer import question_vector
from assistant.retrieval.titled import Titles
from assistant.retrieval.value_bands import own_band_first
from assistant.words.language import fold
from assistant.words.lexicon import Lexicon
from ingest.documents import Statement

_EVERYWHERE = 0.8
_LATELY = 256
_CHOICES = 32  # sets of sources that readers have chosen in their settings, whose terms are held


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a question asks, the statements nearest to it, best first, and whether they answer it; ``held`` as in ``held.py``.

    ``parts`` are found for each of several things that it asks with all it tells, ``further`` for those after the first alone.
    """

    asked: Asked
    judged: tuple[Judged, ...]
    answerability: Answerability
    held: float | None = None
    parts: tuple[Found, ...] = ()
    further: tuple[Found, ...] = ()


class Reader:
    """Holds what was read off every statement of an index, once."""

    def __init__(
        self,
        *,
        index: Searchable,
        lexicon: Lexicon,
        is_everyday: Callable[[str], bool] = lambda _: True,
        language: str = "en",
        superseded: Mapping[str, str] = MappingProxyType({}),
        kept: Kept | None = None,
    ) -> None:
        """Profile every statement, about 0.1 ms each, but for those whose profile was kept.

        ``is_everyday`` tells words of common English, ``language`` is that of the statements; ``superseded`` are older editions,
        which are read only when a question asks for them.
        """
        self._superseded = superseded
        self._is_everyday = is_everyday
        self.language = language
        self.index = index
        self.lexicon = lexicon
        kept = kept or Kept()
        own: Mapping[str, Profile] = {
            statement.statement_id: kept.profiles.get(statement.statement_id)
            or profile_statement(statement, index.documents[statement.source_id].source, lexicon=lexicon)
            for statement in index.statements
        }
        self._late = Late(index.embedder, said=kept.said)
        self._looks = AfieldOrder(index.embedder)
        self.order = None if kept.own_words else self._looks
        self._titles = Titles(index.documents, own, lexicon=lexicon, is_everyday=is_everyday)
        self.profiles = self._titles.over()
        self.terms: Terms = weigh_terms(tuple(self.profiles.values()), lexicon=lexicon)
        self.vocabulary = frozenset(self.terms.stems)
        self._terms_of = lru_cache(maxsize=_CHOICES)(self._weigh_terms)
        self.read = lru_cache(maxsize=_LATELY)(self._read_anew)
        self._foreign = partial(read_foreign, lexicon=lexicon, vocabulary=self.vocabulary)
        self._of_age = partial(of_such_age, scopes=scopes_of(index.statements))
        self._rows = {statement.statement_id: row for row, statement in enumerate(index.statements)}

    def find_follow_up(self, standalone: StandaloneQuestion, *, audience: Audience, allowed: frozenset[str]) -> Found:
        """As ``find``; where there is a conversation, ranked for the lighter readings of the turn and for what was said."""
        allowed = allowed & standalone.within or allowed
        if lighter := [text for text in (standalone.alone, standalone.of_patients) if text]:  # at once is quicker
            self.index.embedder.embed([self.embedded_text(text) for text in (standalone.text, *lighter)])
        whole = self.find(standalone.text, audience=audience, allowed=allowed)
        if not standalone.before and not lighter:
            return whole
        find = partial(self.find, audience=audience, allowed=allowed)
        alone, of_patients = (find(text) if text else None for text in (standalone.alone, standalone.of_patients))
        readings = [one.judged if one else () for one in (alone, of_patients)]
        if standalone.before and knows(read_talk(), self.index.embedder.checksum, whole.judged):
            judged = self._of_age(standalone.text, in_order(self.talk(standalone, whole.judged, *readings), read_talk()))
            return replace(whole, judged=judged, answerability=self._in_talk(standalone, whole, alone or whole, judged))
        light = zip(readings, LEARNED if self.has_learned_all else AFIELD, strict=True)
        judged = self._of_age(standalone.text, blend(whole.judged, [(one, weight) for one, weight in light if one]))
        if silent := unspoken_offer(standalone.offered, terms=self._terms(allowed), language=self.language):
            return replace(whole, judged=judged, answerability=silent)
        if alone is None or not judged or self.has_learned_all:
            return replace(whole, judged=judged)
        own = partial(answered_alone, whole.answerability, whole.asked, alone.answerability, alone.judged)
        return replace(whole, judged=judged, answerability=own(judged[0], lexicon=self.lexicon))

    def _in_talk(self, standalone: StandaloneQuestion, whole: Found, alone: Found, judged: Sequence[Judged]) -> Answerability:
        """Whether a follow-up is answered, and not only what its conversation lends to a turn about something else."""
        if not judged:
            return whole.answerability
        weights = read_strayed()
        if self.index.embedder.checksum == weights.model:
            leaning = self.leaning(standalone, whole, alone, judged[0].hit.relevance)
            signals = strayed_signals(leaning, terms=self.terms, is_everyday=self._is_everyday)
            strayed = how_strayed(signals, leaning.vector, weights)
            if strayed.is_so:
                return refused_in_talk(whole.answerability, likely=strayed.answered, elsewhere=strayed.elsewhere)
        if whole.answerability.answerable:
            return lacking_still(whole, alone, judged, lexicon=self.lexicon) or whole.answerability
        own = alone.answerability if alone is not whole else whole.answerability
        return answered_after_all(whole.answerability, whole.asked, judged[0], held=whole.held, lexicon=self.lexicon, own=own)

    def leaning(self, standalone: StandaloneQuestion, whole: Found, alone: Found, best: float) -> Leaning:
        """A turn of a conversation with what its whole reading and the turn alone found."""
        texts = [self.embedded_text(text) for text in (standalone.alone or standalone.text, standalone.before)]
        vector, before = self.index.embedder.embed(texts)
        return Leaning(
            asked=alone.asked,
            whole=sight_of(whole.judged, whole.answerability, whole.held),
            alone=sight_of(alone.judged, alone.answerability, alone.held),
            best=best,
            vector=vector,
            steered=question_vector(texts[0], self.index.embedder),
            before=before,
            nearby=self.index.statement_vectors,
            words=standalone.words,
            rewritten=standalone.rewritten,
        )

    def talk(
        self,
        standalone: StandaloneQuestion,
        whole: Sequence[Judged],
        alone: Sequence[Judged] = (),
        of_patients: Sequence[Judged] = (),
    ) -> Talk:
        """A follow-up with its conversation: what its readings found, each in the place of a lighter one that there is not."""
        shown = shown_in(standalone.answered, self.index.statements)
        texts = (standalone.alone or standalone.text, standalone.text, standalone.before)
        asked = [question_vector(self.embedded_text(text), self.index.embedder) for text in texts]
        return Talk(
            whole=whole,
            alone=alone or whole,
            of_patients=of_patients or alone or whole,
            vectors=np.stack(asked),
            nearby=self.index.statement_vectors,
            rows=self._rows,
            shown=shown,
            words=standalone.words,
            rewritten=standalone.rewritten,
            besides=bool(pattern("something_else").search(fold(texts[0]))),
            reason=bool(pattern("reasons").search(fold(texts[0]))),
        )

    def find(self, text: str, *, audience: Audience, allowed: frozenset[str] | None = None, language: str | None = None) -> Found:
        """The statements for a standalone question; ``allowed`` restricts the sources.

        ``language`` is the question's, if it isn't the statements': then only the things that it names count, not its words.
        """
        editions = older_editions_asked(text, self.index.documents, self._superseded)
        editions = editions if allowed is None else editions & allowed
        if editions:
            text, allowed = without_editions(text), editions
        asked = self.read(text) if language in {None, self.language} else self._foreign(text, language or "en")
        hits = retrieve(asked, index=self.index, lexicon=self.lexicon, allowed=allowed, older=bool(editions))
        hits = tuple(hit for hit in hits if not is_silent(hit.statement.text)) or hits
        terms = self._terms(allowed)
        judged = rerank(asked, hits, profiles=self.profiles, terms=terms, lexicon=self.lexicon, audience=audience)
        judged = with_met(judged, self.met(asked, [entry.hit.statement for entry in judged[:LATE]]))
        judged = of_such_state(asked, self._titles.own(asked, judged), lexicon=self.lexicon)
        judged = self._of_age(asked.sentence or asked.text, judged)
        held = self.how_held(asked, judged)
        judged, answerability = self._read_afield(asked, judged, terms)
        if answerability is None:
            judged, answerability = self._judges.judge(asked, judged, held, terms=terms)
        return Found(asked=asked, judged=judged, answerability=answerability, held=held)

    def _read_afield(
        self, asked: Asked, judged: tuple[Judged, ...], terms: Terms
    ) -> tuple[tuple[Judged, ...], Answerability | None]:
        """Documents of another field than was learned of: their order, and what the forest says; None where the others judge."""
        if not judged or self.has_learned_of([judged[0].hit.statement]):
            return judged, None
        text, lexicon = spelled_out(asked.text, lexicon=self.lexicon), self.lexicon
        if self.order is not None:  # where the lexicon knows what is asked, the ranking knows better
            judged = self.order.ordered(text, asked, judged, terms=terms, lexicon=lexicon)
        judged = own_band_first(asked.sentence or asked.text, judged)
        return judged, judge_afield(text, asked, judged, order=self.order or self._looks, terms=terms, lexicon=lexicon)

    def how_held(self, asked: Asked, judged: Sequence[Judged]) -> float | None:
        """How surely the nearest statements hold what is asked for, by the learned judge; None where it is silent."""
        return self._judges.how_held(asked, judged)

    def learned(self, asked: Asked, judged: Sequence[Judged], held: float | None) -> dict[str, float] | None:
        """What learned judges say of a question and the nearest statements, by signal; None where one of them is silent."""
        return self._judges.signals(asked, judged, held)

    def met(self, asked: Asked, statements: Sequence[Statement]) -> tuple[float, ...] | None:
        """How well each statement's word pieces meet the question's; None for a model or documents that no weights learned of."""
        text = spelled_out(asked.text, lexicon=self.lexicon)
        return self._late.met(text, statements) if self.has_learned_of(statements) else None

    def has_learned_of(self, statements: Sequence[Statement]) -> bool:
        """Whether all of these are of the documents that ranking and judges learned of, or of such about the same."""
        return self._learned_of.issuperset(statement.source_id for statement in statements)

    @property
    def has_learned_all(self) -> bool:
        """Whether all its documents are such."""
        return self._learned_of >= self.index.documents.keys()

    @cached_property
    def _judges(self) -> LearnedJudges:
        about, language = self._learned_of, self.language
        return LearnedJudges(self.index, self._late, about=about, language=language, lexicon=self.lexicon)

    @cached_property
    def _learned_of(self) -> frozenset[str]:
        """The sources whose titles name what late interaction was learned of."""
        return learned_of(self.index.documents, self.lexicon)

    def _terms(self, allowed: frozenset[str] | None) -> Terms:
        """The terms of the sources that may be used: what only the others speak of is not spoken of."""
        return self.terms if allowed is None or allowed >= self.index.documents.keys() else self._terms_of(allowed)

    def _weigh_terms(self, allowed: frozenset[str]) -> Terms:
        return weigh_terms([one for one in self.profiles.values() if one.source.source_id in allowed], lexicon=self.lexicon)

    def embedded_text(self, text: str) -> str:
        """A standalone question as the embedding model reads it."""
        return spelled_out(self.read(text).text, lexicon=self.lexicon)

    def _read_anew(self, text: str) -> Asked:
        """What a standalone question asks for."""
        return read_question(
            text, lexicon=self.lexicon, vocabulary=self.vocabulary, is_everyday=self._is_everyday, language=self.language
        )

    def has_words_for(self, stem: str) -> bool:
        """Whether the documents have a stem, or a word of like meaning."""
        return self.terms.speaks_of(stem, self.language)

    @cached_property
    def own(self) -> OwnSubjects:
        """What the documents of other fields than was learned of speak of."""
        afield = [one for one in self.index.statements if self.language == "en" and one.source_id not in self._learned_of]
        return own_subjects(afield, [self.index.documents[source_id].source for source_id in {s.source_id for s in afield}])

    def background(self) -> frozenset[str]:
        """The concepts that nearly every document's title names: what all of them are about."""
        titles = [self.lexicon.concepts_in(document.source.title) for document in self.index.documents.values()]
        counts = Counter(concept_id for named in titles for concept_id in named)
        return frozenset(concept_id for concept_id, count in counts.items() if count >= _EVERYWHERE * len(titles))
