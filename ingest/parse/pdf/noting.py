"""Footnotes at the foot of a page → below the paragraphs that call them, so that they stand under the right headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.parse.pieces import Piece, Role

_RAISED = str.maketrans("0123456789abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_CALLS = frozenset({Role.PARAGRAPH, Role.BULLET})


def settle_notes(pieces: Sequence[Piece], notes: Sequence[tuple[Piece, str]]) -> list[Piece]:
    """The pieces, each of the ``notes`` (with its mark) behind the one paragraph of its page that carries that mark.

    A note that none calls, or several do, stays where it was read, and so does one whose caller stands under the same heading.
    """
    found = list(pieces)
    of_note = {id(note) for note, _ in notes}
    for note, mark in reversed(notes):
        at = next((place for place, piece in enumerate(found) if piece is note), 0)
        called = _called_by(mark)
        callers = [
            place
            for place, piece in enumerate(found[:at])
            if piece.role in _CALLS and id(piece) not in of_note and _is_on(piece, note.page) and called.search(piece.text)
        ]
        if len(callers) == 1 and any(piece.role is Role.HEADING for piece in found[callers[0] : at]):
            found.insert(callers[0] + 1, found.pop(at))
    return found


def _called_by(mark: str) -> re.Pattern[str]:
    """How a text carries the mark of a note: raised, or as the number in brackets that a raised number behind a stop became."""
    raised = rf"(?<=[\w.,;:!?)\]”’]){re.escape(mark.translate(_RAISED))}(?=\s|$|[.,;:)])"
    return re.compile(rf"{raised}|\[{mark}\]" if mark.isdigit() else raised)


def _is_on(piece: Piece, page: int | None) -> bool:
    """Whether a piece stands on a page, or goes on there."""
    return page is not None and (piece.page == page or any(turn == page for _, turn in piece.turns))
