"""A linear layer is the same one by oneDNN and by torch alone."""

import pytest
import torch
from torch.nn import functional

from ingest import linear
from ingest.linear import Linear


@pytest.fixture(params=["as torch was built", "without oneDNN"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "without oneDNN":
        monkeypatch.setattr(linear, "_onednn", lambda: None)
    return str(request.param)


@pytest.mark.parametrize("rows", [1, 7, 300])
def test_rows_come_out_as_weight_and_bias_say(way: str, rows: int) -> None:
    torch.manual_seed(rows)
    given, weight, bias = torch.randn(rows, 24), torch.randn(40, 24), torch.randn(40)
    expected = (given.double() @ weight.double().T + bias).float()
    with torch.inference_mode():
        layer = Linear(weight, bias)
        torch.testing.assert_close(layer(given), expected, atol=1e-4, rtol=1e-4)
        torch.testing.assert_close(layer.through_gelu(given), functional.gelu(expected), atol=1e-4, rtol=1e-4)


def test_torch_as_installed_has_onednn() -> None:
    assert linear._onednn() is not None


@pytest.mark.parametrize("missing", ["_linear_pointwise", "_reorder_linear_weight"])
def test_torch_without_the_operations_computes_alone(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    class Without:
        def __getattr__(self, name: str) -> object:
            if name == missing:
                raise AttributeError(name)
            return print

    linear._onednn.cache_clear()
    monkeypatch.setattr(torch.ops, "mkldnn", Without())
    try:
        assert linear._onednn() is None
    finally:
        linear._onednn.cache_clear()
