"""Files of weights are refused when they are damaged, whoever reads them."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assistant.abstention import afield, held, recalled, said_alike
from assistant.differences import taught
from assistant.followups import strayed, talk
from assistant.premises import settled
from assistant.reread import answer_reader, moved
from assistant.retrieval import forest, late, steer
from assistant.urgency import alarm
from evals.training_files import write_parts
from ingest.errors import ModelNotFoundError

READERS = [
    pytest.param(moved.read_moved, answer_reader.WEIGHTS, id="answer reader"),
    pytest.param(alarm.read_alarm, alarm.WEIGHTS, id="alarm"),
    pytest.param(held.read_held, held.WEIGHTS, id="held"),
    pytest.param(late.read_late, late.WEIGHTS, id="late"),
    pytest.param(recalled.read_recalled, recalled.WEIGHTS, id="recalled"),
    pytest.param(said_alike.read_learned, said_alike.WEIGHTS, id="said alike"),
    pytest.param(forest.read_forest, afield.WEIGHTS, id="afield"),
    pytest.param(forest.read_forest, settled.WEIGHTS, id="settled"),
    pytest.param(steer.read_weights, steer.WEIGHTS, id="steer"),
    pytest.param(strayed.read_strayed, strayed.WEIGHTS, id="strayed"),
    pytest.param(talk.read_talk, talk.WEIGHTS, id="talk"),
    pytest.param(taught.read_taught, taught.WEIGHTS, id="taught"),
]


@pytest.mark.parametrize("kept", ["all but a bit", "the head", "nothing"])
@pytest.mark.parametrize(("read", "shipped"), READERS)
def test_damaged_weights_are_refused_with_the_mend(
    read: Callable[[Path], object], shipped: Path, kept: str, tmp_path: Path
) -> None:
    whole, damaged = shipped.read_bytes(), tmp_path / "weights.safetensors"
    if kept != "nothing":
        damaged.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]) if kept == "all but a bit" else whole[:200])
    with pytest.raises(ModelNotFoundError, match=r"weights\.safetensors are missing or damaged\. Reinstall with `make setup`"):
        read(damaged)


def test_what_is_written_is_read_again_however_it_lies_in_memory(tmp_path: Path) -> None:
    columns = np.asfortranarray(np.arange(6, dtype=np.float32).reshape(2, 3))
    weights = late.LateWeights(model="mine", about=frozenset({"a"}), ask=columns, say=columns.T, weigh=columns[0])
    path = tmp_path / "weights.safetensors"
    write_parts(path, weights, late.NAMES, about=weights.about)
    again = late.read_late(path)
    assert (again.model, again.about) == ("mine", {"a"})
    assert all(np.array_equal(getattr(again, name), getattr(weights, name)) for name in late.NAMES)
