"""A question's vector moves towards statements that answer it, for the model that the weights belong to and for no other."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant.retrieval.steer import NAMES, WEIGHTS, Weights, checksum, question_vector, read_weights, steered
from evals.train_encoder import middle
from ingest.embed import BUNDLED_SHA256

TRAINING = Path(__file__).parents[2] / "evals" / "training"
MOST_BYTES = 2_000_000


class Fixed:
    """Embeds every text as the same vector."""

    def __init__(self, checksum: str = "mine") -> None:
        self.checksum = checksum

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        return np.array([[1.0, 0.0]] * len(texts), dtype=np.float32)


def layer(*, bias: float = 0.0) -> Weights:
    """Moves what points along the first axis towards the second."""
    into = np.array([[1.0], [0.0]], dtype=np.float32)
    back = np.array([[0.0, 1.0]], dtype=np.float32)
    return Weights(model="mine", into=into, bias=np.array([bias], dtype=np.float32), back=back)


def test_question_of_the_trained_model_is_moved_and_stays_of_unit_length() -> None:
    assert question_vector("any", Fixed(), weights=layer()) == pytest.approx([2**-0.5, 2**-0.5])


def test_question_of_another_model_stays_as_it_is() -> None:
    assert question_vector("any", Fixed("theirs"), weights=layer()).tolist() == [1.0, 0.0]
    assert question_vector("any", Fixed("theirs")).tolist() == [1.0, 0.0]


def test_question_unlike_what_was_learned_is_not_moved() -> None:
    assert steered(np.array([1.0, 0.0], dtype=np.float32), layer(bias=-1.0)).tolist() == [1.0, 0.0]


def test_middle_of_layers_moves_by_the_mean_of_their_moves() -> None:
    vector = np.array([1.0, 0.0], dtype=np.float32)
    still = layer(bias=-1.0)
    both = middle([layer(), still])
    moved = np.maximum(vector @ both.into + both.bias, 0) @ both.back
    assert moved.tolist() == [0.0, 0.5]
    assert steered(vector, middle([layer(), layer()])).tolist() == steered(vector, layer()).tolist()


def test_shipped_weights_belong_to_the_bundled_model_and_are_small() -> None:
    assert read_weights().model == BUNDLED_SHA256
    assert WEIGHTS.stat().st_size < MOST_BYTES


def test_one_bit_changes_the_checksum() -> None:
    parts = {name: np.zeros((2, 2), dtype=np.float16) for name in NAMES}
    before = checksum(parts)
    parts["back"][1, 1] = 1
    assert checksum(parts) != before


def test_training_questions_name_statements_that_there_are() -> None:
    statements = {json.loads(line)["id"] for line in (TRAINING / "other_fields_statements.jsonl").read_text("utf-8").splitlines()}
    asked = [json.loads(line) for line in (TRAINING / "other_fields_questions.jsonl").read_text("utf-8").splitlines()]
    assert len(asked) > 500
    assert {one for line in asked for one in line["answered_by"]} <= statements
