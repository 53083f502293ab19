"""A word in, the words of its family out, by how the names of diseases and parts of the body are bent: "septic", "sepsis". Pure.

Only for telling whether the documents speak of a word at all: a septic and an aseptic joint, or two words that merely look alike
("basic", "basis"), must never count as the same thing, so nothing is searched or judged by them.
"""

from __future__ import annotations

from collections.abc import Iterator

_LEAST_ROOT = 3
_TOO_PLAIN = 4
_FAMILIES: tuple[tuple[str, ...], ...] = (
    ("sis", "tic", "ses"),
    ("itis", "itic", "itides"),
    ("ia", "ic"),
    ("es", "ic"),
    ("ma", "matic", "matous", "mata", "mas"),
    ("psy", "ptic"),
    ("y", "ic"),
    ("us", "al", "ial", "ic", "ine"),
    ("um", "al", "ial"),
    ("a", "al", "ic"),
    ("is", "al", "ic"),
    ("y", "ial"),
    ("sion", "sive"),
    ("tion", "tive"),
    ("ity", "e"),
    ("cy", "t"),
    ("ency", "ent"),
)
"""The endings that a root may take. A root of three or four letters must be a word of Greek making ("sep-sis", "sep-tic")."""
_GREEK = frozenset({"sis", "tic", "itis", "itic", "ia", "psy", "ptic", "ma", "matic", "matous"})


def relatives(word: str) -> Iterator[str]:
    """The words of the family of a lower-case word, if it is bent so; not all of them need exist."""
    for endings in _FAMILIES:
        for ending in endings:
            root = word.removesuffix(ending)
            if root == word or len(root) < _LEAST_ROOT or (len(root) <= _TOO_PLAIN and ending not in _GREEK):
                continue
            yield from (f"{root}{other}" for other in endings if other != ending)
