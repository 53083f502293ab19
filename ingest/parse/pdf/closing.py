"""Tables with a rule below each row but the last → their rules, with one for that row."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.parse.pdf.cells import Box, columns_of, runs_of
from ingest.parse.pdf.drawing import Rule
from ingest.parse.pdf.lines import rows_of
from ingest.parse.pdf.words import Word

_NEAR = 3.0
_LEAST_RULES = 3
_BELOW, _BETWEEN_LINES = 1.3, 0.7


def frame_of(rule: Rule, boxes: Sequence[Box]) -> Box | None:
    """The smallest frame that a rule stands in, with white on both sides of it; a shaded row is none."""
    x0, x1, height = rule
    around = [box for box in boxes if box[0] < x0 - _NEAR and x1 + _NEAR < box[2] and box[1] < height < box[3]]
    return min(around, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]), default=None)


def closed(rules: Sequence[Rule], words: Sequence[Word]) -> list[Rule]:
    """Some rules, and one more below a last row that has none: cells right below the last rule, in the columns above it."""
    if len(rules) < _LEAST_RULES:
        return list(rules)
    x0, x1, height = rules[-1]
    near = [word for word in words if x0 - 2 <= word.x0 and word.x1 <= x1 + 2]
    starts = [left for left, _ in columns_of([word for word in near if rules[0][2] < word.middle <= height])]
    foot = height
    for row in rows_of([word for word in near if word.middle > height]):
        is_first = foot == height
        gap = (row[0].top - foot) / row[0].size
        runs = runs_of(row)
        are_cells = all(any(abs(run[0].x0 - start) <= _NEAR for start in starts) for run in runs)
        if not are_cells or gap > (_BELOW if is_first else _BETWEEN_LINES) or (is_first and len(runs) < 2):  # noqa: PLR2004
            break
        foot = max(word.bottom for word in row)
    return list(rules) if foot == height else [*rules, (x0, x1, foot + 1)]
