"""What a question asks for is judged as held by the documents or not, by the model and the statements learned from alone."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from heart_library import asked, heart_reader, judged, lexicon, profile

from assistant.abstention.answerable import judge_answerable, load_weights
from assistant.abstention.answerable_signals import answerability_signals
from assistant.abstention.held import BUCKETS, WEIGHTS, HeldWeights, how_held, read_held, runs_of_letters
from assistant.answers import Audience
from assistant.retrieval.profile import weigh_terms
from evals.train_held import Written, middle, train
from ingest.embed import BUNDLED_SHA256

TRAINING = Path(__file__).parents[2] / "evals" / "training"
KINDS = ("answered", "unanswered")
MOST_BYTES = 1_000_000
KNOWN = frozenset({"a", "b"})


class Fixed:
    """Embeds every text as the same vector."""

    def __init__(self, checksum: str = "mine") -> None:
        self.checksum = checksum

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        return np.array([[1.0, 0.0]] * len(texts), dtype=np.float32)


def judge(*, out: tuple[float, float] = (0.0, 0.0), letters: str = "", counts: float = 0.0) -> HeldWeights:
    """One hidden unit that sees the first axis, and a weight for each run of the letters."""
    weights = np.zeros(BUCKETS, dtype=np.float32)
    weights[runs_of_letters(letters)[0]] = counts
    return HeldWeights(
        model="mine",
        statements=KNOWN,
        into=np.array([[1.0], [0.0]], dtype=np.float32),
        bias=np.zeros(1, dtype=np.float32),
        out=np.array(out, dtype=np.float32),
        letters=weights,
    )


def test_vector_and_words_both_tell_whether_it_is_held() -> None:
    assert how_held("any", KNOWN, Fixed(), weights=judge(out=(0.25, 1.0))) == pytest.approx(0.3)
    priced = judge(letters="price", counts=-1.0)
    told = [how_held(text, KNOWN, Fixed(), weights=priced) for text in ("its price", "its dose")]
    assert told[0] is not None
    assert told[1] is not None
    assert told[0] < -0.1 < told[1]


def test_however_sure_it_stays_between_minus_one_and_one() -> None:
    assert how_held("any", KNOWN, Fixed(), weights=judge(out=(9.0, 0.0))) == 1
    assert how_held("any", KNOWN, Fixed(), weights=judge(out=(-9.0, 0.0))) == -1


@pytest.mark.parametrize(
    ("nearest", "checksum"),
    [
        pytest.param({"a", "unread"}, "mine", id="a-statement-it-never-learned-from"),
        pytest.param(set(), "mine", id="no-statement"),
        pytest.param({"a"}, "theirs", id="another-model"),
    ],
)
def test_silent_about_what_it_never_learned(nearest: set[str], checksum: str) -> None:
    assert how_held("any", nearest, Fixed(checksum), weights=judge(out=(1.0, 0.0))) is None


def test_other_documents_are_judged_as_if_there_were_no_learned_judge() -> None:
    reader = heart_reader()
    found = reader.find("When is spironolactone given?", audience=Audience.CLINICIAN)
    assert reader.how_held(found.asked, found.judged) is None
    assert reader.learned(found.asked, found.judged, None) is None
    assert found.held is None
    assert "held" not in answerability_signals(found.asked, found.judged, terms=reader.terms, lexicon=lexicon())
    alone = judge_answerable(found.asked, found.judged, terms=reader.terms, lexicon=lexicon())
    assert found.answerability == alone


def said(*, answered: bool) -> dict[str, float]:
    """What the learned judges say of a question that is like answered ones, or like near misses."""
    likes = {f"like_{kind}{few}": 0.9 if (kind == "answered") is answered else 0.3 for kind in KINDS for few in ("", "_few")}
    met = {f"{how}_{of}": 0.8 if answered else 0.2 for how in ("met", "least") for of in ("first", "few", "all")}
    return {"held": 1.0 if answered else -1.0, **likes, **met}


def test_what_is_held_speaks_for_an_answer_and_what_is_not_against_it() -> None:
    assert load_weights(learned=True)["held"] > 0
    assert "held" not in load_weights()
    reader = heart_reader()
    found = reader.find("When is spironolactone given?", audience=Audience.CLINICIAN)
    less, more = (
        judge_answerable(found.asked, found.judged, terms=reader.terms, lexicon=lexicon(), learned=learned).probability
        for learned in (said(answered=False), said(answered=True))
    )
    assert less < load_weights(learned=True)["threshold"] < more


@pytest.mark.parametrize(
    ("question", "held", "settled"),
    [
        pytest.param("What is the dose of verapamil?", None, True, id="no-dose-without-a-judge"),
        pytest.param("What is the dose of verapamil?", 0.2, True, id="no-dose-and-a-judge-in-doubt"),
        pytest.param("What is the dose of verapamil?", 0.9, True, id="no-dose-however-sure-the-judge"),
        pytest.param("How long is verapamil taken?", 0.2, True, id="no-duration-and-a-judge-in-doubt"),
        pytest.param("How long is verapamil taken?", 0.9, False, id="no-duration-by-the-lists-and-a-sure-judge"),
        pytest.param("What is the dose of Lanoxin?", 0.9, True, id="unknown-drug-whatever-the-judge"),
    ],
)
def test_only_a_sure_judge_overrules_the_lists_and_never_for_an_unknown_drug(
    question: str, held: float | None, *, settled: bool
) -> None:
    known = [judged(profile("Verapamil is contraindicated in patients with reduced ejection fraction."))]
    terms = weigh_terms([entry.profile for entry in known], lexicon=lexicon())
    learned = None if held is None else {"held": held}
    found = judge_answerable(asked(question, words=lexicon()), known, terms=terms, lexicon=lexicon(), learned=learned)
    assert (found.probability == 0) is settled
    assert not (settled and found.answerable)


def test_runs_of_letters_stay_within_a_word_and_are_of_unit_length() -> None:
    places, amounts = runs_of_letters("Of it")
    assert set(places) == set(runs_of_letters("it of")[0])
    assert float(amounts @ amounts) == pytest.approx(1.0)
    assert not runs_of_letters("")[0].size


def test_shipped_weights_belong_to_the_bundled_model_and_are_small() -> None:
    assert read_held().model == BUNDLED_SHA256
    assert WEIGHTS.stat().st_size < MOST_BYTES


def test_the_same_questions_train_the_same_judge_and_it_tells_them_apart() -> None:
    draw = np.random.default_rng(0)
    vectors = draw.normal(size=(40, 8)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    answered = (np.arange(40) % 2).astype(np.float32)
    texts = tuple("what dose" if one else "what price" for one in answered)
    written = Written(texts=texts, vectors=vectors, answered=answered, weight=np.ones_like(answered))
    one, other = (train(written, model="mine", statements=KNOWN) for _ in range(2))
    np.testing.assert_array_equal(one.into, other.into)
    np.testing.assert_array_equal(one.letters, other.letters)
    dose, price = (how_held(text, KNOWN, Eight(), weights=one) for text in ("what dose", "what price"))
    assert dose is not None
    assert price is not None
    assert price < dose


def test_middle_of_several_judges_is_as_sure_as_they_are_in_the_mean() -> None:
    judges = [judge(out=(0.5, 1.0), letters="price", counts=-2.0), judge(out=(-1.0, 0.25), letters="dose", counts=1.0)]
    for text in ("what price", "what dose", "neither"):
        held = [how_held(text, KNOWN, Fixed(), weights=one) for one in (*judges, middle(judges))]
        assert None not in held
        assert held[2] == pytest.approx((held[0] + held[1]) / 2, abs=1e-6)


class Eight(Fixed):
    """Embeds every text as the same vector of eight parts."""

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        return np.full((len(texts), 8), 8**-0.5, dtype=np.float32)


def test_near_misses_say_what_they_ask_and_each_stands_once() -> None:
    lines = [json.loads(line) for line in (TRAINING / "near_misses.jsonl").read_text("utf-8").splitlines()]
    assert len(lines) > 1000
    assert all(line["asks"] and line["near"] for line in lines)
    assert len({line["question"].lower() for line in lines}) == len(lines)


def test_no_question_is_written_as_answered_and_as_a_near_miss() -> None:
    read = {
        name: [json.loads(line)["question"].lower() for line in (TRAINING / name).read_text("utf-8").splitlines()]
        for name in (
            "questions.jsonl",
            "asked.jsonl",
            "terse.jsonl",
            "near_misses.jsonl",
            "twins.jsonl",
            "elsewhere.jsonl",
            "keywords.jsonl",
        )
    }
    answered = {*read["questions.jsonl"], *read["asked.jsonl"], *read["terse.jsonl"]}
    unanswered = {*read["near_misses.jsonl"], *read["elsewhere.jsonl"]}
    assert answered.isdisjoint(unanswered)
    # What the judges say of these is weighed: of a question that they learned it would be worth too much.
    assert {*answered, *unanswered}.isdisjoint({*read["twins.jsonl"], *read["keywords.jsonl"]})
    assert len(set(read["terse.jsonl"])) == len(read["terse.jsonl"]) > 500
