"""Documents of another field than was learned of: what a forest says, and what the rules say whatever it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from heart_library import asked, judged, lexicon, profile

from assistant.abstention.afield import WEIGHTS, is_certain, judge_afield
from assistant.abstention.afield_order import AfieldOrder
from assistant.abstention.afield_pieces import HeldPieces
from assistant.abstention.afield_signals import afield_signals, by_nearest, by_odds
from assistant.abstention.answerable import Answerability, load_weights
from assistant.answers import AbstentionReason
from assistant.question.asked import Asked
from assistant.retrieval.forest import Forest, read_forest
from assistant.retrieval.profile import Profile, weigh_terms
from assistant.retrieval.rerank import load_weights as ranking_weights
from ingest.documents import BlockKind

SPIRO = profile("Start spironolactone at 25 mg once daily.")
PLACES = ("start", "spironolactone", "daily", "taste", "given")


class Embedder:
    """One word piece a word, each in a direction of its own."""

    checksum = "words"

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        return np.ones((len(texts), len(PLACES)), dtype=np.float32)

    def embed_words(self, texts: Sequence[str]) -> list[np.ndarray]:
        rows = np.eye(len(PLACES), dtype=np.float32)
        return [np.array([rows[PLACES.index(w)] for w in PLACES if w in text.lower()]).reshape(-1, len(PLACES)) for text in texts]


def forest(share: float, *, model: str = "words") -> Forest:
    """One tree: a leaf with this share, reached whatever the signals are."""
    one = np.ones(1, dtype=np.float32)
    shares = np.array([[share]], dtype=np.float32)
    return Forest(names=(), signal=0 * one, bound=0 * one, below=-one, above=-one, shares=shares, roots=one, model=model)


def judge(question: Asked, share: float, *, model: str = "words", of: Profile = SPIRO) -> Answerability | None:
    return judge_afield(
        question.text,
        question,
        [judged(of)],
        order=AfieldOrder(Embedder()),
        terms=weigh_terms([SPIRO], lexicon=lexicon()),
        lexicon=lexicon(),
        forest=forest(share, model=model),
    )


def found(question: Asked, share: float) -> Answerability:
    answerability = judge(question, share)
    assert answerability is not None
    return answerability


def test_what_the_forest_is_sure_of_is_answered_and_else_refused() -> None:
    question = asked("How is spironolactone started?")
    assert found(question, 0.9).answerable
    assert not found(question, 0.1).answerable
    assert found(question, 0.1).reason is AbstentionReason.NO_EVIDENCE


@pytest.mark.parametrize("text", ["what?", "ab", "a b", "how much?", "and?"])
def test_question_that_names_nothing_is_not_answered_however_sure_the_forest_is(text: str) -> None:
    assert found(asked(text), 0.9).reason is AbstentionReason.NO_EVIDENCE


@pytest.mark.parametrize("text", ["spironolactone?", "how is it started?", "dose?"])
def test_bare_name_or_bare_wish_is_a_question(text: str) -> None:
    assert found(asked(text), 0.9).answerable


def test_probability_lies_above_the_bar_of_the_other_judges_where_the_forest_answers() -> None:
    question, bar = asked("How is spironolactone started?"), load_weights()["threshold"]
    likely = [found(question, share).probability for share in (0.0, 0.49, 0.51, 1.0)]
    assert likely == sorted(likely)
    assert 0 < likely[1] < bar < likely[2] < 1


def test_word_that_the_lists_stumble_over_counts_only_for_the_forest() -> None:
    question = replace(asked("How is spironolactone begun?"), strange=("begun",))
    assert found(question, 0.9).answerable
    assert found(question, 0.1).missing == ("begun",)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        pytest.param(
            replace(asked("Is spironolactone better than wonderumab?"), strange=("wonderumab",)),
            AbstentionReason.NO_EVIDENCE,
            id="unknown-medicine",
        ),
        pytest.param(asked("How long is spironolactone given?"), AbstentionReason.NO_EVIDENCE, id="no-such-figure"),
        pytest.param(asked("Would you take spironolactone?"), AbstentionReason.PERSONAL_ADVICE, id="advice-for-one-person"),
    ],
)
def test_what_the_rules_are_certain_of_stays_refused(question: Asked, reason: AbstentionReason) -> None:
    assert found(question, 1.0).reason is reason


def test_forest_is_silent_for_another_language_and_another_model() -> None:
    question = asked("How is spironolactone started?")
    assert judge(replace(question, language="es"), 0.9) is None
    assert judge(question, 0.9, model="another") is None


def test_forest_is_silent_for_a_row_of_a_table() -> None:
    row = profile("Spironolactone | 25 mg", kind=BlockKind.TABLE_ROW)
    assert judge(asked("How is spironolactone started?"), 0.1, of=row) is None


def test_signals_tell_what_the_statement_lacks_and_what_it_says_besides() -> None:
    terms = weigh_terms([SPIRO], lexicon=lexicon())

    def signals(text: str) -> dict[str, float]:
        pieces = HeldPieces().near(text, [judged(SPIRO)], Embedder())
        return afield_signals(asked(text), [judged(SPIRO)], pieces=pieces, odds=(), ruled=None, terms=terms, lexicon=lexicon())

    met, unmet = signals("How is spironolactone started daily?"), signals("How does spironolactone taste?")
    assert met["words_lacking"] < unmet["words_lacking"]
    assert met["met_least"] > unmet["met_least"]
    assert met["taken"] > unmet["taken"]
    assert signals("Why start spironolactone?")["fits_why"] == -1
    assert signals("What dose of spironolactone?")["fits_dose"] == 1


def test_shipped_forest_reads_signals_that_are_there() -> None:
    there = afield_signals(
        asked("Start spironolactone?"),
        [judged(SPIRO)],
        pieces=HeldPieces().near("Start spironolactone?", [judged(SPIRO)], Embedder()),
        odds=(0.5, -1.0),
        ruled=None,
        terms=weigh_terms([SPIRO], lexicon=lexicon()),
        lexicon=lexicon(),
    )
    assert set(read_forest(WEIGHTS).names) <= set(there) | {f"first_{name}" for name in judged_names()}


def judged_names() -> set[str]:
    """The signals of ranking, which a made-up entry doesn't have all of."""
    return set(ranking_weights())


def test_signals_tell_what_another_of_the_nearest_meets_and_how_far_the_likeliest_is_ahead() -> None:
    other = judged(profile("Spironolactone has a taste."))
    pieces = HeldPieces().near("How does spironolactone taste?", [judged(SPIRO), other], Embedder())
    met = by_nearest(pieces)
    assert met["met_any"] > by_nearest(replace(pieces, said=pieces.said[:1]))["met_any"]
    assert met["met_elsewhere"] > 0
    alone, together = by_odds([2.0, -3.0, -4.0]), by_odds([2.0, 1.9, 1.8])
    assert alone["likely"] == together["likely"]
    assert alone["likely_ahead"] > together["likely_ahead"]
    assert alone["likely_spread"] < together["likely_spread"]


def test_nothing_is_told_of_likelihoods_that_arent_known() -> None:
    assert by_odds([]) == {}


@pytest.mark.parametrize(
    "missing",
    [
        pytest.param("storage and handling: spironolactone", id="an-attribute-of-a-known-medicine"),
        pytest.param("NSTEMI", id="an-abbreviation-that-ends-as-medicines-do"),
    ],
)
def test_what_the_lists_miss_of_a_known_thing_is_left_to_the_forest(missing: str) -> None:
    question = replace(asked("What is the dose of spironolactone in NSTEMI?"), strange=("NSTEMI",))
    listed = Answerability(answerable=False, probability=0.0, reason=AbstentionReason.NO_EVIDENCE, missing=(missing,))
    assert not is_certain(listed, question)
    unknown = replace(listed, missing=("wonderumab",))
    assert is_certain(unknown, replace(question, strange=("wonderumab",)))
