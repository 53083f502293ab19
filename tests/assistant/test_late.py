"""A question's word pieces are met by a statement's, each as well as the one most like it, for the model learned from alone."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from heart_library import heart_reader, judged, profile

from assistant.answers import Audience
from assistant.retrieval.late import WEIGHTS, Late, LateWeights, how_telling, read_late
from assistant.retrieval.rerank import late_weights, with_met
from assistant.retrieval.signals import Judged
from evals.train_late import Library, train
from ingest.documents import Statement
from ingest.embed import BUNDLED_SHA256

MOST_BYTES = 300_000
WORDS = ("dose", "price", "drug", "mild")


class Spelled:
    """Embeds each known word as an axis of its own; unknown ones not at all."""

    checksum = "mine"

    def __init__(self) -> None:
        self.texts: list[str] = []

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        return np.eye(len(WORDS), dtype=np.float32)[: len(texts)]

    def embed_words(self, texts: Sequence[str]) -> list[np.ndarray]:
        self.texts += texts
        axes = np.eye(len(WORDS), dtype=np.float32)
        rows = [[axes[WORDS.index(word)] for word in text.lower().split() if word in WORDS] for text in texts]
        return [np.array(one, dtype=np.float32).reshape(-1, len(WORDS)) for one in rows]


def same(*, telling: tuple[float, ...] = (0.0,) * len(WORDS)) -> LateWeights:
    """Maps that leave the axes as they are, and how much each counts before it is squashed."""
    own = np.eye(len(WORDS), dtype=np.float32)
    return LateWeights(model="mine", about=frozenset(), ask=own, say=own, weigh=np.array([*telling, 0.0], dtype=np.float32))


def statement(text: str) -> Statement:
    return profile(text).statement


def test_each_word_is_met_by_the_piece_most_like_it() -> None:
    late = Late(Spelled(), weights=same())
    assert late.met("dose drug", [statement("Drug mild dose"), statement("mild drug"), statement("mild")]) == pytest.approx(
        (1, 0.5, 0)
    )


def test_a_telling_word_counts_more_and_shares_add_up_to_one() -> None:
    late = Late(Spelled(), weights=same(telling=(0, 1, 0, 0)))
    (of_drug, of_price) = late.met("price drug", [statement("drug"), statement("price")]) or (0, 0)
    assert of_price == pytest.approx(1 - of_drug)
    assert of_price > 2 * of_drug
    assert how_telling(np.eye(4, dtype=np.float32), same(telling=(3, -9, 0, 1)).weigh).sum() == pytest.approx(1)


def test_a_statement_is_read_once_and_long_ago_ones_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    embedder = Spelled()
    late = Late(embedder, weights=same())
    for _ in range(3):
        late.met("dose", [statement("dose"), statement("drug")])
    assert embedder.texts.count("dose") == 2  # the question and the statement
    assert embedder.texts.count("drug") == 1
    monkeypatch.setattr("assistant.retrieval.late._REMEMBERED", 1)
    late.met("dose", [statement("mild")])
    late.met("dose", [statement("drug")])
    assert embedder.texts.count("drug") == 2


def test_blank_questions_and_statements_are_met_by_nothing() -> None:
    late = Late(Spelled(), weights=same())
    assert late.met("so what", [statement("dose")]) == (0,)
    assert late.met("dose", [statement("unknown words")]) == (0,)


def test_silent_for_another_model_and_without_statements() -> None:
    other = LateWeights(model="theirs", about=frozenset(), ask=same().ask, say=same().say, weigh=same().weigh)
    assert Late(Spelled(), weights=other).met("dose", [statement("dose")]) is None
    assert Late(Spelled(), weights=same()).met("dose", []) is None


def test_documents_about_anything_else_than_was_learned_of_keep_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = heart_reader()
    monkeypatch.setattr(reader, "_late", Late(Spelled(), weights=same()))
    found = [entry.hit.statement for entry in reader.find("spironolactone dose", audience=Audience.CLINICIAN).judged[:2]]
    asked = reader.read("spironolactone dose")
    assert reader.met(asked, found) is None
    titled = reader.lexicon.concepts_in(reader.index.documents[found[0].source_id].source.title)
    learned = replace(read_late(), about=titled)
    monkeypatch.setattr("assistant.retrieval.late.read_late", lambda: learned)
    del reader.__dict__["_learned_of"]
    assert titled
    assert reader.met(asked, found) is not None


def test_a_library_read_by_a_model_without_weights_keeps_its_order() -> None:
    reader = heart_reader()
    found = reader.find("When is spironolactone given?", audience=Audience.CLINICIAN)
    assert reader.met(found.asked, [entry.hit.statement for entry in found.judged]) is None
    assert with_met(found.judged, None) == found.judged


def three() -> list[Judged]:
    return [judged(profile(text), relevance=relevance) for text, relevance in (("One.", 0.8), ("Two.", 0.7), ("Three.", 0.6))]


def test_what_is_met_better_comes_first_and_what_was_not_looked_at_stays_behind() -> None:
    found = with_met(three(), (0.2, 0.9), weights={"before": 1.0, "met": 8.0})
    assert [entry.profile.statement.text for entry in found] == ["Two.", "One.", "Three."]
    assert [entry.hit.rank for entry in found] == [1, 2, 3]
    assert [entry.hit.relevance for entry in found] == [0.8, 0.7, 0.6]


def test_shipped_weights_belong_to_the_bundled_model_are_small_and_speak_for_what_is_met() -> None:
    assert read_late().model == BUNDLED_SHA256
    assert WEIGHTS.stat().st_size < MOST_BYTES
    assert late_weights()["before"] > 0
    assert late_weights()["met"] > 0


def test_the_same_questions_train_the_same_maps_and_they_learn_what_is_meant() -> None:
    draw = np.random.default_rng(0)
    space = np.linalg.qr(draw.normal(size=(160, 160)))[0].astype(np.float32)
    said, meant = space[:20], space[20:40]  # question 3 has a piece that its statement never uses
    library = Library(
        pieces=tuple(np.stack([meant[number], space[100 + number]]) for number in range(20)),
        vectors=meant,
        questions=tuple(np.stack([said[number], space[60]]) for number in range(20)) * 60,
        near=np.tile(np.arange(20), (1200, 1)),
        answers=tuple((number,) for number in range(20)) * 60,
    )
    first, again = (train([library], model="mine") for _ in range(2))
    assert all(np.array_equal(getattr(first, name), getattr(again, name)) for name in ("ask", "say", "weigh"))
    alike = (said @ first.ask) @ (meant @ first.say).T
    assert (alike.argmax(1) == np.arange(20)).mean() > 0.4  # by chance 0.05


def test_words_that_no_statement_meets_are_left_open() -> None:
    late = Late(Spelled(), weights=same())
    both = [statement("drug dose"), statement("mild")]
    met, near_miss = (late.left_open(text, both) or {} for text in ("dose drug", "price drug"))
    assert met["met_all"] == pytest.approx(1)
    assert (met["least_first"], met["unmet"]) == (pytest.approx(1), pytest.approx(0))
    assert near_miss["least_all"] == pytest.approx(0)
    assert near_miss["unmet"] == pytest.approx(0.5)
    spread = late.left_open("dose mild", both) or {}
    assert (spread["met_first"], spread["met_all"]) == (pytest.approx(0.5), pytest.approx(1))


def test_nothing_is_left_open_where_nothing_is_known() -> None:
    late = Late(Spelled(), weights=same())
    assert late.left_open("so what", [statement("dose")]) is None
    assert late.left_open("dose", []) is None
    assert Late(Spelled(), weights=replace(same(), model="theirs")).left_open("dose", [statement("dose")]) is None
