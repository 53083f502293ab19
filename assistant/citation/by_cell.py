"""A table row whose cells each cite passages of their own → its cells as claims, and the row with only some of them. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from assistant.citation.cite import Piece, PieceKind

_LEAST = 2
_LEFT_OUT = "–"


def claims_of(piece: Piece) -> tuple[tuple[int, Piece], ...]:
    """The cells behind the label as claims with their place, each below that label; none unless each cites for itself."""
    stated = [place for place, cell in enumerate(piece.cells) if cell and place]
    if piece.kind is not PieceKind.ROW or len(stated) < _LEAST or not piece.cells[0]:
        return ()
    if piece.cell_numbers[0] or not all(piece.cell_numbers[place] for place in stated):
        return ()
    return tuple((place, _claim(piece, place)) for place in stated)


def with_cells(piece: Piece, kept: Collection[int]) -> Piece:
    """The row with its label and the cells at ``kept``; what stood in another is left out visibly."""
    cells = tuple(cell if place in kept or not (place and cell) else _LEFT_OUT for place, cell in enumerate(piece.cells))
    said = ", ".join(cell for place, cell in enumerate(piece.cells) if place in kept)
    return replace(piece, text=f"{piece.cells[0]}: {said}", cells=cells, under_header="")


def _claim(piece: Piece, place: int) -> Piece:
    label, cell = piece.cells[0], piece.cells[place]
    head = piece.heads[place]
    under = f"{label}: {head}: {cell}" if head else ""
    return replace(piece, text=f"{label}: {cell}", cells=(label, cell), numbers=piece.cell_numbers[place], under_header=under)
