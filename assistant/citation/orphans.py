"""The label of an item that is withheld, where items below it are shown: they would read as if they hung on another. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.citation.cite import Piece, PieceKind
from assistant.citation.headed import label_of_item
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon

_NAMING = TREATMENTS | {"population", "condition", "test"}


def label_alone(pieces: Sequence[Piece], index: int, shown: Sequence[bool], lexicon: Lexicon | None) -> Piece | None:
    """The withheld item at ``index`` as its label alone, if that names a thing or a group and an item below is shown."""
    piece = pieces[index]
    label = label_of_item(piece.text)
    if lexicon is None or not piece.list_number or not piece.prefix or label == piece.text:
        return None
    if not any(named.concept.kind in _NAMING for named in lexicon.mentions(label)):
        return None
    below = False
    for place in range(index + 1, len(pieces)):
        other = pieces[place]
        if other.list_number != piece.list_number or (other.prefix and other.depth <= piece.depth):
            break
        below = below or (shown[place] and other.depth > piece.depth)
    return replace(piece, kind=PieceKind.LEAD_IN, text=f"{label}:", numbers=(), clauses=(), marked=()) if below else None
