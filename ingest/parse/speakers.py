"""Who said the words of a quotation, on a line of its own behind a dash: set aside with the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.parse.pieces import Piece, Role
from ingest.parse.set_phrases import is_voice

_SPEAKER = re.compile(r"[–—―~-]\s*[A-ZÀ-Ý][^.:;!?]{1,80}\.?$")
_MOST_WORDS = 12


def set_speakers_aside(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, a line as furniture that begins with a dash and a name right behind what somebody tells of himself."""
    found = list(pieces)
    for place in range(1, len(found)):
        piece, above = found[place], found[place - 1]
        is_line = piece.role in {Role.PARAGRAPH, Role.BULLET} and len(piece.text.split()) <= _MOST_WORDS
        if is_line and _SPEAKER.match(piece.text) and above.role is Role.FURNITURE and is_voice(above.text):
            found[place] = replace(piece, role=Role.FURNITURE)
    return found
