"""A question is held against written ones, answered or not, for the model and the statements that they were written for."""

import numpy as np
import pytest

from assistant.abstention.recalled import FEW, WEIGHTS, Recalled, read_recalled
from assistant.retrieval.late import mapped
from evals.train_held import Written, recall
from ingest.embed import BUNDLED_SHA256

MOST_BYTES = 4_000_000
KNOWN = frozenset({"a", "b"})
AXES = np.eye(4, dtype=np.float32)


def recalled(answered: tuple[int, ...]) -> Recalled:
    """One written question on each axis, answered or not."""
    rows = AXES[: len(answered)]
    return Recalled(model="mine", statements=KNOWN, basis=AXES, vectors=rows, answered=np.array(answered, dtype=np.float32))


def test_the_nearest_of_either_kind_tells() -> None:
    signals = recalled((1, 0, 1)).signals(np.array([0.6, 0.8, 0, 0], dtype=np.float32))
    assert signals["like_answered"] == pytest.approx(0.6)
    assert signals["like_unanswered"] == pytest.approx(0.8)
    assert signals["like_answered_few"] == pytest.approx(0.3)


def test_without_written_questions_of_a_kind_a_question_is_like_none() -> None:
    signals = recalled((1, 1)).signals(AXES[0])
    assert (signals["like_unanswered"], signals["like_unanswered_few"]) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("checksum", "nearest", "knows"),
    [("mine", {"a"}, True), ("mine", {"a", "c"}, False), ("mine", set(), False), ("theirs", {"a"}, False)],
)
def test_silent_for_another_model_and_other_statements(checksum: str, nearest: set[str], *, knows: bool) -> None:
    assert recalled((1, 0)).knows(checksum, nearest) is knows


def test_written_questions_are_as_alike_in_fewer_directions() -> None:
    draw = np.random.default_rng(0)
    vectors = mapped(draw.normal(size=(300, 4)).astype(np.float32), draw.normal(size=(4, 200)).astype(np.float32))
    written = Written(
        texts=("?",) * 300,
        vectors=vectors,
        answered=(np.arange(300) % 2).astype(np.float32),
        weight=np.ones(300, dtype=np.float32),
    )
    made = recall(written, model="mine", statements=KNOWN)
    assert made.vectors.shape == (300, 128)
    np.testing.assert_allclose(made.vectors @ made.vectors[0], vectors @ vectors[0], atol=0.02)
    signals = made.signals(vectors[0])
    assert signals["like_unanswered"] == pytest.approx(1, abs=0.01)
    assert signals["like_unanswered_few"] == pytest.approx(np.sort(vectors[::2] @ vectors[0])[::-1][:FEW].mean(), abs=0.02)


def test_shipped_questions_belong_to_the_bundled_model_and_are_small() -> None:
    shipped = read_recalled()
    assert shipped.model == BUNDLED_SHA256
    assert WEIGHTS.stat().st_size < MOST_BYTES
    assert 0.1 < shipped.answered.mean() < 0.95
