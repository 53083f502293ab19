"""A sentence without the label before it, where the cited words say the sentence and nothing of the label. Pure.

"Germline: X should be tested" may hold but for its first word. The sentence must speak of something by name: what only takes
up its label ("The dose is 4 mg") would be read of something else without it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.cite import Piece, PieceKind
from assistant.headed import is_sentence, subject_of

_LABELLED = re.compile(r"^(?P<label>[^:;.!?]{2,60}?)\s*:\s+(?P<rest>\S.*)$")
_TAKES_UP = re.compile(
    r"^(?:it|its|they|their|them|this|these|that|those|such|both|he|she|his|her|the|each|either|neither|all|one|some|no|none|there|here)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 6
_SHORTEST = 6


def unlabelled(piece: Piece) -> Piece | None:
    """The piece without its label; None without one, or where the rest needs it."""
    found = _LABELLED.match(piece.text)
    if found is None or len(found["label"].split()) > _MOST_WORDS or is_sentence(found["label"]):
        return None
    rest = found["rest"]
    if len(rest.split()) < _SHORTEST or not is_sentence(rest) or _TAKES_UP.match(rest) or not subject_of(rest):
        return None
    if piece.kind is PieceKind.ROW:
        if len(piece.cells) < len(("label", "rest")) or piece.cells[0].strip(" *_") != found["label"]:
            return None
        return replace(piece, text=rest, cells=("–", *piece.cells[1:]), under_header="")
    return replace(piece, text=f"{rest[0].upper()}{rest[1:]}", clauses=())
