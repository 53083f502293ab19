"""Linear layers, computed by oneDNN where torch has it: its kernels suit every maker's processors.

Torch leaves float32 matrices to MKL, which takes twice as long on processors that aren't Intel's (measured: ``evals/tried.md``).
The sums are the same float32 ones; cosines of whole texts differ by less than 0.000001.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from torch import Tensor

_ROWS = 2048
"""Rows that the weights are laid out for; others are computed as well."""


class _OneDnn(NamedTuple):
    """The two operations that torch's own compiler calls for a linear layer."""

    lay_out: Callable[..., Tensor]
    compute: Callable[..., Tensor]


class Linear:
    """One layer: ``(t, i)`` rows in, ``(t, o)`` out. Safe to use from several threads."""

    def __init__(self, weight: Tensor, bias: Tensor) -> None:
        """``weight``: ``(o, i)`` float32; ``bias``: ``(o,)``."""
        self._onednn = _onednn()
        self._weight = self._onednn.lay_out(weight, _ROWS) if self._onednn else weight
        self._bias = bias

    def __call__(self, rows: Tensor) -> Tensor:
        """The layer alone."""
        from torch.nn import functional

        if self._onednn:
            return self._onednn.compute(rows, self._weight, self._bias, "none", [], "")
        return functional.linear(rows, self._weight, self._bias)

    def through_gelu(self, rows: Tensor) -> Tensor:
        """The layer and the activation behind it, by oneDNN in one pass."""
        from torch.nn import functional

        if self._onednn:
            return self._onednn.compute(rows, self._weight, self._bias, "gelu", [], "none")
        return functional.gelu(functional.linear(rows, self._weight, self._bias))


@cache
def _onednn() -> _OneDnn | None:
    """The operations; None where torch was built without them."""
    import torch

    lay_out, compute = (getattr(torch.ops.mkldnn, name, None) for name in ("_reorder_linear_weight", "_linear_pointwise"))
    if lay_out is None or compute is None or not torch.backends.mkldnn.is_available():  # type: ignore[no-untyped-call]
        return None
    return _OneDnn(lay_out, compute)
