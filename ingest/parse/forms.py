"""What makes a table of two columns a form: short labels, and beside most of them more than a value. For every format. Pure."""

from __future__ import annotations

from collections.abc import Sequence

_MOST_LABEL_WORDS, _LEAST_ROWS = 7, 3


def is_label(words: str) -> bool:
    """Whether words are as short as a label, and don't end as a sentence does."""
    return 0 < len(words.split()) <= _MOST_LABEL_WORDS and words[-1] not in ".!?;,"


def is_form(labels: Sequence[str], *, long: int) -> bool:
    """Whether enough rows have a label, each another, and beside most of them, ``long``, stands running text."""
    return len(labels) >= _LEAST_ROWS and long * 2 > len(labels) and len(set(labels)) == len(labels)
