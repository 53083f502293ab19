"""The order of statements in documents of another field than was learned of."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from heart_library import asked, judged, lexicon, profile

from assistant.abstention.afield_order import NEAREST, AfieldOrder, OrderWeights, read_order
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile, weigh_terms
from assistant.retrieval.signals import Judged

START = profile("Start spironolactone at 25 mg once daily.", order=1)
STOP = profile("Stop spironolactone if potassium exceeds 6 mmol/L.", order=2)
TASTE = profile("Spironolactone may alter taste.", order=3)
PLACES = ("start", "stop", "potassium", "daily", "taste", "exceed", "mg")
QUESTION = "When should spironolactone be stopped because of potassium?"


class Embedder:
    """One word piece a word, each in a direction of its own; keeps what it was given."""

    checksum = "words"

    def __init__(self) -> None:
        self.given: list[str] = []

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        return np.ones((len(texts), len(PLACES)), dtype=np.float32)

    def embed_words(self, texts: Sequence[str]) -> list[np.ndarray]:
        self.given += texts
        rows = np.eye(len(PLACES), dtype=np.float32)
        return [np.array([rows[PLACES.index(w)] for w in PLACES if w in text.lower()]).reshape(-1, len(PLACES)) for text in texts]


class Told:
    """A reader that says the same of every statement but of those named."""

    def __init__(self, **said: float | None) -> None:
        self.said = said

    def odds(self, _question: str, statements: Sequence[str]) -> list[float | None]:
        return [next((odds for word, odds in self.said.items() if word in text), 0.0) for text in statements]


def by_met(*, model: str = "words") -> OrderWeights:
    """Weighs nothing but how well the question's word pieces are met."""
    return OrderWeights(model=model, bias=-4.0, weights={"met": 8.0})


def ordered(
    *of: Profile,
    weights: OrderWeights | None = None,
    question: Asked | None = None,
    embedder: Embedder | None = None,
    reader: Told | None = None,
) -> tuple[Judged, ...]:
    question = question or asked(QUESTION)
    nearest = [judged(one, rank=rank, relevance=0.9 / rank) for rank, one in enumerate(of, 1)]
    order = AfieldOrder(embedder or Embedder(), weights=weights or by_met(), reader=reader or Told())  # type: ignore[arg-type]
    return order.ordered(QUESTION, question, nearest, terms=weigh_terms(of, lexicon=lexicon()), lexicon=lexicon())


def texts(found: Sequence[Judged]) -> list[str]:
    return [one.hit.statement.text for one in found]


def test_statement_that_meets_the_question_comes_first_and_the_others_fall_behind_it() -> None:
    found = ordered(START, TASTE, STOP)
    assert texts(found)[0] == STOP.statement.text
    assert [one.hit.rank for one in found] == [1, 2, 3]
    relevance = [one.hit.relevance for one in found]
    assert relevance[0] == pytest.approx(0.9)  # what the first had: what refuses was measured by it
    assert relevance == sorted(relevance, reverse=True)
    assert relevance[1] < 0.4 * relevance[0]


def test_statements_that_answer_alike_keep_their_order_and_their_nearness() -> None:
    found = ordered(START, TASTE, weights=OrderWeights(model="words", bias=0.5, weights={}))
    assert texts(found) == [START.statement.text, TASTE.statement.text]
    assert found[1].hit.relevance == pytest.approx(found[0].hit.relevance)


def test_what_the_reader_says_is_added() -> None:
    alike = OrderWeights(model="words", bias=0.5, weights={})
    found = ordered(START, TASTE, STOP, weights=alike, reader=Told(taste=3.0, exceeds=-3.0))
    assert texts(found) == [one.statement.text for one in (TASTE, START, STOP)]
    assert found[0].hit.relevance > found[1].hit.relevance > found[2].hit.relevance


def test_what_is_too_long_for_the_reader_counts_as_the_middle_of_the_others() -> None:
    alike = OrderWeights(model="words", bias=0.5, weights={})
    found = ordered(STOP, TASTE, START, weights=alike, reader=Told(taste=None, exceeds=-3.0, Start=3.0))
    assert texts(found) == [one.statement.text for one in (START, TASTE, STOP)]


def test_what_is_far_stays_behind_the_nearest() -> None:
    many = [profile(f"Spironolactone advice number {place}.", order=place) for place in range(NEAREST + 3)]
    found = ordered(*many)
    assert sorted(texts(found)) == sorted(one.statement.text for one in many)
    assert texts(found)[NEAREST:] == [one.statement.text for one in many[NEAREST:]]
    assert found[NEAREST].hit.relevance <= found[NEAREST - 1].hit.relevance


@pytest.mark.parametrize(
    ("weights", "question"),
    [
        pytest.param(by_met(model="another"), asked(QUESTION), id="another-model"),
        pytest.param(by_met(), asked("¿Cuándo se deja la espironolactona?", language="es"), id="another-language"),
    ],
)
def test_order_stays_where_nothing_was_learned(weights: OrderWeights, question: Asked) -> None:
    assert texts(ordered(START, TASTE, STOP, weights=weights, question=question)) == [
        one.statement.text for one in (START, TASTE, STOP)
    ]


def test_no_statement_is_no_statement() -> None:
    assert ordered() == ()


def test_word_pieces_of_a_statement_are_asked_for_once() -> None:
    embedder = Embedder()
    order = AfieldOrder(embedder, weights=by_met())
    nearest = [judged(START, rank=1), judged(STOP, rank=2)]
    for _ in range(2):
        order.ordered(QUESTION, asked(QUESTION), nearest, terms=weigh_terms([START, STOP], lexicon=lexicon()), lexicon=lexicon())
    assert len(embedder.given) == len(set(embedder.given))


def test_shipped_weights_know_signals_that_are_read() -> None:
    weights = read_order()
    order, question = AfieldOrder(Embedder(), weights=weights), asked(QUESTION)
    terms = weigh_terms([START, STOP], lexicon=lexicon())
    (first, _) = order.signals(QUESTION, question, [judged(START), judged(STOP)], terms=terms, lexicon=lexicon(), model="words")
    own = {name for name in weights.weights if not name.startswith("s_")}  # the others are those of the ranking
    assert len(own) > NEAREST
    assert own <= set(first)
    assert len(weights.model) == 64
