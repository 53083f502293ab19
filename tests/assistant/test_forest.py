"""Each tree of a forest is followed to its leaf, by signals that are named."""

import numpy as np

from assistant.retrieval.forest import Forest


def test_each_tree_is_followed_to_its_leaf() -> None:
    shares = [[0, 0], [1, 0], [0, 0], [0.5, 0.5], [0, 1], [0, 0], [0.25, 0.75], [0, 1]]
    two = Forest(
        names=("a", "b"),
        signal=np.array([0, 0, 1, 0, 0, 1, 0, 0], dtype=np.float32),
        bound=np.array([0.5, 0, 0.5, 0, 0, 0.5, 0, 0], dtype=np.float32),
        below=np.array([1, -1, 3, -1, -1, 1, -1, -1], dtype=np.float32),
        above=np.array([2, -1, 4, -1, -1, 2, -1, -1], dtype=np.float32),
        shares=np.array(shares, dtype=np.float32),
        roots=np.array([5, 3], dtype=np.float32),
    )
    assert two.weigh({"a": 0, "b": 0}) == (0.625, 0.375)
    assert two.weigh({"a": 1}) == (0.375, 0.625)
    assert two.weigh({"a": 1, "b": 1, "c": 1}) == (0.0, 1.0)
