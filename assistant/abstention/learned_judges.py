"""A question and the statements nearest to it in, what the judges that learned of the shipped documents make of them out.

They are heard where the nearest statements are those that they learned from, or say the same in other words (``said_alike.py``).
Of such a page their word is not all: they know the digest's words, and what is asked in the page's own the judge without them
hears better. So a question that they leave just below their bar is answered if he is sure enough of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from assistant.abstention.answerable import Answerability, answered, judge_answerable, load_weights
from assistant.abstention.answerable_signals import TOP
from assistant.abstention.heard import heard_besides
from assistant.abstention.held import how_held, read_held
from assistant.abstention.recalled import read_recalled
from assistant.abstention.said_alike import SaidAlike
from assistant.question.asked import Asked
from assistant.retrieval.late import Late
from assistant.retrieval.profile import Terms
from assistant.retrieval.rerank import LATE
from assistant.retrieval.retrieve import Searchable, spelled_out
from assistant.retrieval.signals import Judged, log_odds
from assistant.retrieval.steer import question_vector
from assistant.words.lexicon import Lexicon

# What the judge without them counts beside them, of whose log odds a tenth to three tenths decide alike.
_WITHOUT = 0.2
_NEAREST = 1e-4


class LearnedJudges:
    """Holds which statements of an index the judges know."""

    def __init__(self, index: Searchable, late: Late, *, about: frozenset[str], language: str, lexicon: Lexicon) -> None:
        """``about`` are the sources about the learned ones' field, ``language`` is the statements'."""
        self._index = index
        self._late = late
        self._about = about
        self._language = language
        self._lexicon = lexicon

    def how_held(self, asked: Asked, judged: Sequence[Judged]) -> float | None:
        """How surely the nearest statements hold what is asked for, by the learned judge; None where it is silent."""
        return how_held(self._text(asked), self._near(asked, judged), self._index.embedder)

    def signals(self, asked: Asked, judged: Sequence[Judged], held: float | None) -> dict[str, float] | None:
        """What they say of a question and the nearest statements, by signal; None where one of them is silent.

        ``held`` is what the first of them says (``how_held``).
        """
        if held is None:
            return None
        recalled, near, embedder = read_recalled(), self._near(asked, judged), self._index.embedder
        first = [entry.hit.statement for entry in judged[:LATE]]
        of_field = self._about.issuperset(statement.source_id for statement in first)
        if not recalled.knows(embedder.checksum, near) or not of_field:
            return None
        text = self._text(asked)
        if (left_open := self._late.left_open(text, first)) is None:
            return None
        return {"held": held, **recalled.signals(embedder.embed([text])[0]), **left_open}

    def judge(
        self, asked: Asked, judged: tuple[Judged, ...], held: float | None, *, terms: Terms
    ) -> tuple[tuple[Judged, ...], Answerability]:
        """The statements in their order, and whether they answer the question."""
        learned, lexicon = self.signals(asked, judged, held), self._lexicon
        found = judge_answerable(asked, judged, terms=terms, lexicon=lexicon, learned=learned)
        first = [entry.hit.statement for entry in judged[:TOP]]
        theirs = read_held().statements.issuperset(statement.statement_id for statement in first)
        if (learned is not None and theirs) or not self._about.issuperset(one.source_id for one in first[:1]):
            return judged, found
        if learned is not None and not found.answerable:
            without = judge_answerable(asked, judged, terms=terms, lexicon=lexicon)
            if is_made_up_for(found, without):
                found = answered(found.probability, asked, judged, terms=terms, lexicon=lexicon)
        return heard_besides(found, asked, judged, terms=terms, lexicon=lexicon)

    def _near(self, asked: Asked, judged: Sequence[Judged]) -> frozenset[str]:
        """The statements that they know and that the nearest ones are, or say; none where they know nothing of these."""
        statements = [entry.hit.statement for entry in judged[:TOP]]
        if not self._about.issuperset(one.source_id for one in statements):
            return frozenset()  # of another field: spared the question's vector
        nearest = [one.statement_id for one in statements]
        vector = question_vector(self._text(asked), self._index.embedder)
        return self._said_alike.stand_for(nearest, vector)

    def _text(self, asked: Asked) -> str:
        return spelled_out(asked.text, lexicon=self._lexicon)

    @cached_property
    def _said_alike(self) -> SaidAlike:
        rows = [row for row, one in enumerate(self._index.statements) if one.source_id in self._about]
        ids, vectors = [self._index.statements[row].statement_id for row in rows], self._index.statement_vectors[rows]
        return SaidAlike(ids, vectors, language=self._language, model=self._index.embedder.checksum)


def is_made_up_for(refused: Answerability, without: Answerability) -> bool:
    """Whether the judge ``without`` the learned signals is so much above his bar that they are not far enough below theirs.

    Never what a rule refused, which is certain.
    """
    if not refused.probability or not without.answerable or refused.missing:
        return False
    above = [_above_bar(refused, learned=True), _above_bar(without, learned=False)]
    return above[0] + _WITHOUT * above[1] >= 0


def _above_bar(judged: Answerability, *, learned: bool) -> float:
    bar = load_weights(learned=learned)["threshold"]
    return log_odds(judged.probability, nearest=_NEAREST) - log_odds(bar, nearest=_NEAREST)
