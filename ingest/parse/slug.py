"""A title or file name → a readable source id."""

from __future__ import annotations

import re
import unicodedata

from ingest.patterns import word_set

_LONGEST = 60
_SMALL = word_set(
    """
    a an and are as at be by for from has have how in into is it its of on or recommended that the these this to was
    what when which who why with el la los las de del en para por que un una y
    """
)


def slug(text: str, *, drop_small_words: bool = False) -> str:
    """``text`` in small ASCII letters, digits and hyphens, at most 60 characters, cut between words; may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    # "Dr.Oak" and "U.S." are one word each.
    plain = re.sub(r"(?<=\w)\.(?=\w)", "", plain)
    words = [word for word in re.split(r"[^a-z0-9]+", plain) if word]
    if drop_small_words:
        words = [word for word in words if word not in _SMALL] or words
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        name = longer
    return name
