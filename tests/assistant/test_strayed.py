"""A turn that has left what the documents answer is refused, whatever its conversation lends it."""

from dataclasses import replace

import numpy as np
import pytest
from heart_library import heart_reader

from assistant.abstention.answerable import Answerability, refused_in_talk
from assistant.answers import AbstentionReason, Audience, Question, Reason, ReasonCode, StandaloneQuestion, WithheldClaim
from assistant.drafting.abstain import abstain
from assistant.followups.strayed import (
    ELSEWHERE,
    NEAR_MISS,
    SIGNALS,
    StrayedWeights,
    alien_words,
    how_strayed,
    read_strayed,
    strayed_signals,
)
from ingest.embed import BUNDLED_SHA256

NOTHING = dict.fromkeys(SIGNALS, 0.0)
VECTOR = np.array([1.0, 0.0], dtype=np.float32)
ANSWERED = Answerability(answerable=True, probability=0.9)
LACKING = Answerability(answerable=False, probability=0.0, reason=AbstentionReason.OUT_OF_SCOPE, missing=("price",))


def weights(*, near_miss: float, elsewhere: float) -> StrayedWeights:
    """Weights that count nothing but how many words no document has."""
    signals = np.zeros((2, len(SIGNALS)), dtype=np.float32)
    signals[NEAR_MISS, SIGNALS.index("alien")] = near_miss
    signals[ELSEWHERE, SIGNALS.index("alien")] = elsewhere
    return StrayedWeights(model="mine", signals=signals, vector=np.zeros((2, 2)), offset=np.full(2, -3.0))


def test_without_any_sign_a_turn_is_held_for_answered() -> None:
    strayed = how_strayed(NOTHING, VECTOR, weights(near_miss=4, elsewhere=9))
    assert not strayed.is_so
    assert strayed.answered == pytest.approx(1 / (1 + 2 * np.exp(-3)))


@pytest.mark.parametrize(("near_miss", "elsewhere"), [(9, 4), (4, 9)], ids=["near miss", "elsewhere"])
def test_the_surer_of_the_two_ways_to_stray_is_named(near_miss: float, elsewhere: float) -> None:
    strayed = how_strayed(NOTHING | {"alien": 1.0}, VECTOR, weights(near_miss=near_miss, elsewhere=elsewhere))
    assert strayed.is_so
    assert strayed.elsewhere is (elsewhere > near_miss)


def test_the_vector_of_the_turn_counts() -> None:
    heard = replace(weights(near_miss=0, elsewhere=0), vector=np.array([[0.0, 0.0], [9.0, 0.0]], dtype=np.float32))
    assert how_strayed(NOTHING, VECTOR, heard).elsewhere
    assert not how_strayed(NOTHING, -VECTOR, heard).is_so


@pytest.mark.parametrize(
    ("question", "alien"),
    [
        pytest.param("tacos or pizza", ("taco", "pizza"), id="words that no document has"),
        pytest.param("what is its brand name", (), id="what is asked of any thing"),
        pytest.param("intervall of exercise", (), id="a slip of the pen"),
    ],
)
def test_alien_is_what_no_document_says_and_no_slip(question: str, alien: tuple[str, ...]) -> None:
    reader = heart_reader()
    everyday = {"taco", "tacos", "pizza", "brand", "name", "exercise"}
    assert alien_words(reader.read(question), terms=reader.terms, is_everyday=everyday.__contains__) == alien


def test_what_is_elsewhere_is_taken_as_typed_and_nothing_comes_near() -> None:
    reader = heart_reader()
    found = reader.find("salt in heart failure", audience=Audience.CLINICIAN)
    documents = reader.index.documents
    gone = replace(found, answerability=refused_in_talk(ANSWERED, likely=0.1, elsewhere=True))
    read = StandaloneQuestion(text="Salt: tacos or pizza?", rewritten=True)
    refusal = abstain(Question(text="tacos or pizza"), read, gone, documents=documents)
    assert (refusal.read_as.text, refusal.read_as.rewritten) == ("tacos or pizza", False)
    assert (refusal.reason, refusal.nearest, refusal.missing) == (AbstentionReason.OUT_OF_SCOPE, (), ())
    kept = abstain(Question(text="price?"), read, replace(found, answerability=LACKING), documents=documents)
    assert kept.read_as == read
    assert kept.nearest
    for near in kept.nearest:
        assert near.document is not None
        assert near.statement is not None
        assert near.statement.shown_path == near.section
        assert near.document.text[near.statement.span.start : near.statement.span.end] == near.statement.text


def test_refusal_for_a_reason_of_its_own_goes_before_what_was_found() -> None:
    reader = heart_reader()
    found = reader.find("salt in heart failure", audience=Audience.CLINICIAN)
    withheld = (WithheldClaim(text="Salt.", reasons=(Reason(code=ReasonCode.NOT_STATED, detail=""),)),)
    refusal = abstain(
        Question(text="salt?"),
        StandaloneQuestion(text="salt?"),
        replace(found, answerability=ANSWERED),
        documents=reader.index.documents,
        reason=AbstentionReason.UNSUPPORTED,
        withheld=withheld,
    )
    assert (refusal.reason, refusal.withheld) == (AbstentionReason.UNSUPPORTED, withheld)


def test_a_near_miss_keeps_what_is_known_to_be_missing() -> None:
    assert refused_in_talk(LACKING, likely=0.1, elsewhere=False) == LACKING
    refused = refused_in_talk(ANSWERED, likely=0.1, elsewhere=False)
    assert (refused.answerable, refused.reason, refused.elsewhere) == (False, AbstentionReason.NO_EVIDENCE, False)


def test_the_signals_are_those_that_the_weights_count() -> None:
    reader = heart_reader()
    standalone = StandaloneQuestion(text="Salt: how much?", rewritten=True, alone="How much?", before="Salt?", words=2)
    whole, alone = (reader.find(text, audience=Audience.CLINICIAN) for text in (standalone.text, standalone.alone))
    leaning = reader.leaning(standalone, whole, alone, 0.5)
    signals = strayed_signals(leaning, terms=reader.terms, is_everyday=lambda _: True)
    assert set(signals) == set(SIGNALS)
    assert signals["words"] == pytest.approx(2 / 15)
    assert signals["best"] == 0


def test_shipped_weights_are_the_bundled_models() -> None:
    shipped = read_strayed()
    assert shipped.model == BUNDLED_SHA256
    assert shipped.signals.shape == (2, len(SIGNALS))
    assert shipped.vector.shape == (2, 384)
