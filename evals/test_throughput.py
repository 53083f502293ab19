"""The comparison of indexing speeds stands on models of the sizes that it names."""

from pathlib import Path

from evals.throughput import _default_size


def test_stand_in_is_as_large_as_the_default_model_and_reads_as_much(tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(_default_size(tmp_path)), device="cpu")
    millions = sum(part.numel() for part in model.parameters()) / 1e6
    assert 33.0 < millions < 33.8
    assert model.max_seq_length == 512
    assert model.encode(["a short text"]).shape == (1, 384)
