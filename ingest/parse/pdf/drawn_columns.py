"""The columns of a table whose horizontal rules are drawn cell by cell, as word processors and browsers draw them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.parse.pdf.drawing import Rule

_SAME, _TOUCHING = 1.5, 1.0
_LEAST_HEIGHTS = 3


def drawn_columns(rules: Sequence[Rule], drawn: Sequence[Rule]) -> list[tuple[float, float]]:
    """The pieces of the rules of a table, where all rules are made of the same that touch each other; else none."""
    divided = [_pieces(rule, drawn) for rule in rules]
    first = divided[0]
    is_same = all(
        len(pieces) == len(first) and all(abs(one[0] - two[0]) <= _SAME for one, two in zip(first, pieces, strict=True))
        for pieces in divided
    )
    return first if len(first) > 1 and is_same and len(divided) >= _LEAST_HEIGHTS else []


def _pieces(rule: Rule, drawn: Sequence[Rule]) -> list[tuple[float, float]]:
    x0, x1, height = rule
    near = {
        (round(left, 1), round(right, 1))
        for left, right, other in drawn
        if abs(other - height) <= _SAME and x0 - _SAME <= left and right <= x1 + _SAME
    }
    pieces = sorted(piece for piece in near if piece[1] - piece[0] < x1 - x0 - _SAME)
    is_whole = all(abs(one[1] - two[0]) <= _TOUCHING for one, two in pairwise(pieces))
    return pieces if pieces and is_whole and pieces[0][0] <= x0 + _SAME and pieces[-1][1] >= x1 - _SAME else []
