"""Folds the many ways to type the same character into one, without moving any offset. Pure."""

from __future__ import annotations

from functools import lru_cache

_FOLDED = {
    **dict.fromkeys("‐‑‒–−﹣－", "-"),
    **dict.fromkeys("’‘ʼ´`", "'"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("\u00a0\u202f\u2009\u2007\t", " "),
    "µ": "u",
    "μ": "u",
    "×": "x",
    "∙": ".",
    "·": ".",
    "⁄": "/",
    "∕": "/",
    "％": "%",
}
_TABLE = str.maketrans(_FOLDED)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """``text`` with dashes, quotes, blanks and signs in one form each; same length, so offsets hold."""
    return text.translate(_TABLE)
