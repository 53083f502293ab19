"""What the gate makes of a draft: the claims that it shows, the pieces that it withholds, the text that is left. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answers import Reason
from assistant.citation.cite import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClaim:
    """A claim that passed. ``moved_from`` are marks of the draft that didn't support it and were replaced."""

    text: str
    citations: tuple[int, ...]
    score: float
    moved_from: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldPiece:
    """A piece of the draft that is not shown, and why. ``numbers`` are the passages that it cites."""

    text: str
    reasons: tuple[Reason, ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EnforcedDraft:
    """What is left of a draft: Markdown in which every sentence that states a fact carries a mark that supports it."""

    text: str
    shown: tuple[ShownClaim, ...]
    withheld: tuple[WithheldPiece, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A piece with its claim if it passed, its reasons if not; neither if it states no fact. ``dropped`` are cells or clauses."""

    piece: Piece
    claim: ShownClaim | None = None
    reasons: tuple[Reason, ...] = ()
    dropped: tuple[WithheldPiece, ...] = ()


def passed(piece: Piece, numbers: tuple[int, ...], score: float, *, moved_from: tuple[int, ...] = ()) -> Judged:
    """The piece as a claim that passed."""
    return Judged(piece, claim=ShownClaim(text=piece.text, citations=numbers, score=score, moved_from=moved_from))
