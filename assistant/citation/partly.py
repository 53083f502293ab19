"""A sentence whose clauses each cite for themselves → these clauses as sentences, where one may stand without the other. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from assistant.citation.cite import Piece, PieceKind
from assistant.citation.headed import is_sentence

# What hangs on the other clause, or takes it up, isn't told alone.
_HANGS = re.compile(
    r"(?:which|that|who|whose|because|since|as|if|when|unless|until|once|after|before|so|to|such|rather|nor|or|than|then|even|especially|only|except|without"
    r"|instead|it|its|they|their|them|this|these|those|both|he|she|his|her|there|otherwise|each|either|neither|the\s+(?:other|latter|former|same|rest))\b",
    re.IGNORECASE,
)
_SHORTEST = 5
_BOTH = 2


def clauses_apart(piece: Piece) -> tuple[Piece, ...]:
    """The clauses of a sentence as pieces of their own; none unless each could be said alone."""
    if piece.kind is not PieceKind.SENTENCE or len(piece.clauses) < _BOTH:
        return ()
    said = [text.strip(" ,;") for text, _ in piece.clauses]
    if not all(is_sentence(text) and len(text.split()) >= _SHORTEST and not _HANGS.match(text) for text in said):
        return ()
    return tuple(
        replace(piece, text=text, numbers=numbers, clauses=(), marked=(), behind="")
        for text, (_, numbers) in zip(said, piece.clauses, strict=True)
    )


def only(piece: Piece, kept: Collection[Piece]) -> Piece:
    """The sentence with only those of its clauses."""
    text = "; ".join(one.text.rstrip(".") for one in kept)
    return replace(piece, text=f"{text[:1].upper()}{text[1:]}.", clauses=(), marked=(), behind="")
