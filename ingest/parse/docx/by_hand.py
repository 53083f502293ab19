"""The levels of headings that are set by hand, without a style: by their size and their numbers."""

from __future__ import annotations

from dataclasses import replace

from ingest.parse.docx.body import BOLD_LEVEL, Body
from ingest.parse.pieces import Role


def rank_by_hand(body: Body) -> None:
    """Headings without a style get their levels by size and number; the first, larger or alone without number, is the title."""
    places = sorted(body.by_hand)
    if places and not body.title and _is_first(places[0], body):
        (first, depth), *others = (body.by_hand[place] for place in places)
        usual = max(body.letters, key=lambda one: body.letters[one], default=0)
        is_larger = first > max((size for size, _ in others), default=usual) and first > usual
        if is_larger or (not depth and others and all(number for _, number in others)):
            body.title = body.pieces[places[0]].text
            body.pieces[places[0]] = replace(body.pieces[places[0]], role=Role.FURNITURE)
            places = places[1:]
    kinds = sorted({body.by_hand[place] for place in places}, key=lambda kind: (-kind[0], kind[1]))
    for place in places:
        body.pieces[place] = replace(body.pieces[place], level=BOLD_LEVEL + kinds.index(body.by_hand[place]))


def _is_first(place: int, body: Body) -> bool:
    return all(piece.role is Role.FURNITURE for piece in body.pieces[:place])
