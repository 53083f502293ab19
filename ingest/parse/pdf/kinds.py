"""Headings that come again below others and only say what is below all of them: "Recommendations" under each question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.parse.pieces import Piece, Role

_KIND = re.compile(
    r"(?:the |our )?(?:statements?|recommendations?|guidance|answers?|recomendaci(?:ón|ones)|respuestas?)[.:]?$", re.IGNORECASE
)
_COUNT = re.compile(r"\s+\d{1,3}(?:\.\d{1,2})*[a-z]?[.:]?$")


def numbers_kind(words: str) -> bool:
    """Whether words say only of which kind something is, and perhaps its number ("Recommendation 4")."""
    return _KIND.match(_COUNT.sub("", words)) is not None


def set_kinds_aside(pieces: list[Piece], headings: Sequence[int]) -> frozenset[int]:
    """Set headings aside that name no more than their kind, where they come again, each right below the heading of its part.

    Gives their places. One that stands alone, or above parts of its own, names a part of the text.
    """
    named = [at for at in headings if _KIND.match(pieces[at].text)]
    found = frozenset(at for at in named if _is_below_heading(pieces, at) and not _is_above_heading(pieces, at))
    if len(found) < 2 or len(found) < len(named):  # noqa: PLR2004 - one comes once
        return frozenset()
    for at in found:
        pieces[at] = replace(pieces[at], role=Role.FURNITURE)
    return found


def _is_below_heading(pieces: Sequence[Piece], at: int) -> bool:
    above = next((piece for piece in reversed(pieces[:at]) if piece.role is not Role.FURNITURE), None)
    return above is not None and above.role is Role.HEADING and not _KIND.match(above.text)


def _is_above_heading(pieces: Sequence[Piece], at: int) -> bool:
    below = next((piece for piece in pieces[at + 1 :] if piece.role is not Role.FURNITURE), None)
    return below is None or below.role is Role.HEADING
