"""A sentence without the label before it or the asides in it, of which the cited words may say nothing. Pure.

"Basics: X (the old friend) should be tested" may hold but for what frames it. What is left must speak of something by name:
what only takes up its label ("The dose is 4 mg") would be read of something else without it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.citation.cite import Piece, PieceKind
from assistant.citation.headed import is_sentence, subject_of

LABELLED = re.compile(r"^(?P<label>[^:;.!?]{2,60}?)\s*:\s+(?P<rest>\S.*)$")
_TAKES_UP = re.compile(
    r"^(?:it|its|they|their|them|this|these|that|those|such|both|he|she|his|her|the|each|either|neither|all|one|some|no|none|there|here)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s+\([^()\d]{3,90}\)")
_MOST_WORDS = 6
_SHORTEST = 6


def shorter(piece: Piece) -> tuple[Piece, ...]:
    """The piece without its label, without its asides, and without both; none of these where nothing can go."""
    plain = _without_asides(piece)
    variants = (_unlabelled(piece), plain, _unlabelled(plain) if plain else None)
    return tuple(one for one in variants if one is not None)


def _without_asides(piece: Piece) -> Piece | None:
    """The piece without what stands in brackets and holds no figure; None without such brackets, and for rows."""
    text = _ASIDE.sub("", piece.text)
    left = len(text.split()) >= _SHORTEST and is_sentence(text) and piece.kind is PieceKind.SENTENCE
    return replace(piece, text=text, clauses=(), marked=()) if left and text != piece.text else None


def _unlabelled(piece: Piece) -> Piece | None:
    """The piece without its label; None without one, or where the rest needs it."""
    found = LABELLED.match(piece.text)
    if found is None or len(found["label"].split()) > _MOST_WORDS or is_sentence(found["label"]):
        return None
    rest = found["rest"]
    if len(rest.split()) < _SHORTEST or not is_sentence(rest) or _TAKES_UP.match(rest) or not subject_of(rest):
        return None
    if piece.kind is PieceKind.ROW:
        if len(piece.cells) < len(("label", "rest")) or piece.cells[0].strip(" *_") != found["label"]:
            return None
        return replace(piece, text=rest, cells=("–", *piece.cells[1:]), under_header="")
    return replace(piece, text=f"{rest[0].upper()}{rest[1:]}", clauses=(), marked=())
