"""The title of a Word file that is set as its first heading, with all others below it."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.parse.docx.state import Body
from ingest.parse.numbering import split_number
from ingest.parse.pieces import Piece, Role
from ingest.sentences import asserts

_LEAST_BELOW, _MOST_WORDS = 2, 8
_PART = re.compile(
    r"(?:introduction|background|purpose|aims?|scope|overview|summary|abstract|contents|introducción|antecedentes|objetivos?|resumen)\b.*",
    re.IGNORECASE,
)
"""What names the first part of a document, and not the document."""


def take_title(body: Body, stated: str) -> None:
    """Make the only heading of the outermost style the title, if nothing is said before it and the file ``stated`` no other."""
    styled = [place for place, piece in enumerate(body.pieces) if piece.role is Role.HEADING and place not in body.by_hand]
    outer = min((body.pieces[place].level for place in styled), default=0)
    if body.title or len(styled) <= _LEAST_BELOW or sum(body.pieces[place].level == outer for place in styled) != 1:
        return
    first = styled[0]
    words = split_number(body.pieces[first].text)[1]
    is_whole = body.pieces[first].level == outer and all(_says_nothing(piece) for piece in body.pieces[:first])
    if not is_whole or _PART.fullmatch(words) or (stated and stated.casefold() != words.casefold()):
        return
    body.title = words
    for place in range(first + 1):
        body.by_hand.pop(place, None)
        body.pieces[place] = replace(body.pieces[place], role=Role.FURNITURE)


def _says_nothing(piece: Piece) -> bool:
    is_fragment = len(piece.text.split()) <= _MOST_WORDS and piece.text[-1:] not in ".:!?;" and not asserts(piece.text)
    return not piece.hidden and (piece.role is Role.FURNITURE or (piece.role in {Role.PARAGRAPH, Role.HEADING} and is_fragment))
