"""The vectors nearest to one: what searches them, and FAISS doing so in memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

if TYPE_CHECKING:
    from ingest.embed import Vectors


class VectorSearch(Protocol):
    """Searches the vectors of one generation, exactly."""

    def search(self, vector: Vectors, wanted: int) -> tuple[Sequence[float], Sequence[int]]:
        """Cosines to the unit ``vector`` ``(d,)``, highest first, and positions; of equal cosines the later position first."""
        ...

    def check(self) -> None:
        """Whether it can search just now.

        Raises:
            VectorStoreError: the store can't be reached or used.
        """
        ...

    def only(self, positions: Sequence[int], flat: Any) -> VectorSearch:
        """The same held to all statements of some sources: ``positions``, ascending; ``flat`` is the FAISS index of those."""
        ...


class FlatSearch:
    """FAISS in memory."""

    def __init__(self, flat: Any) -> None:
        """Searches ``flat``, a FAISS inner-product index over unit rows."""
        self._flat = flat

    def search(self, vector: Vectors, wanted: int) -> tuple[Sequence[float], Sequence[int]]:
        """As ``VectorSearch`` says; a position below 0 is none."""
        cosines, positions = self._flat.search(vector.reshape(1, -1), wanted)
        return cosines[0], positions[0]

    def check(self) -> None:
        """Memory is always there."""

    def only(self, _positions: Sequence[int], flat: Any) -> FlatSearch:
        """As ``VectorSearch`` says."""
        return FlatSearch(flat)


def exactly(flat: Any, vector: Vectors, positions: np.ndarray) -> tuple[list[float], list[int]]:
    """The cosines of ``positions`` as FAISS computes them, highest first, and those positions in that order.

    Others sum in an order that differs from place to place, so that equal vectors come out a hair apart.
    """
    import faiss

    asked = np.ascontiguousarray(vector, dtype=np.float32)
    labels = np.ascontiguousarray(positions, dtype=np.int64)
    cosines = np.empty(len(labels), dtype=np.float32)
    if len(labels):
        own = faiss.swig_ptr
        flat.compute_distance_subset(1, own(asked), len(labels), own(cosines), own(labels))
    order = np.lexsort((-labels, -cosines))
    return cosines[order].tolist(), labels[order].tolist()
