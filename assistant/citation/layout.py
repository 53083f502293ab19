"""What is left of a draft → Markdown: headings and lead-ins only over something, each claim with its marks. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.citation.cite import Piece, PieceKind

_OPENING = frozenset((PieceKind.HEADING, PieceKind.LEAD_IN, PieceKind.HEADER))
_TABLE = frozenset((PieceKind.ROW, PieceKind.HEADER))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A piece that is shown. ``numbers`` are the passages that support it; a plain piece has none and states no fact."""

    piece: Piece
    numbers: tuple[int, ...] = ()
    moved_from: tuple[int, ...] = ()


def lay_out(kept: Sequence[Kept]) -> str:
    """The pieces as Markdown, sentences of one block on one line; a last line says which marks were corrected."""
    lines: list[str] = []
    before: Piece | None = None
    for one in _with_something_below(kept):
        _append(lines, one, before)
        before = one.piece
    moved = [f"{bracketed(one.moved_from)} → {bracketed(one.numbers)}" for one in kept if one.moved_from]
    if moved:
        lines.extend(["", f"_Citations corrected: {'; '.join(dict.fromkeys(moved))}_"])
    return "\n".join(lines).strip()


def bracketed(numbers: Sequence[int]) -> str:
    """The marks of the numbers: "[1][3]"."""
    return "".join(f"[{number}]" for number in numbers)


def _append(lines: list[str], one: Kept, before: Piece | None) -> None:
    piece = one.piece
    words = f"{piece.text} {bracketed(one.numbers)}" if one.numbers else piece.text
    if piece.kind in _TABLE:
        row = f"| {' | '.join(piece.cells)}{' ' + bracketed(one.numbers) if one.numbers else ''} |"
        opened = before is not None and before.kind in _TABLE
        rule = [f"|{' --- |' * len(piece.cells)}"] if piece.kind is PieceKind.HEADER else []
        lines.extend([row] if opened else ["", row, *rule])
    elif before is not None and piece.block == before.block and not piece.prefix:
        lines[-1] += f" {words}"
    else:
        continues_list = bool(piece.list_number) and before is not None and before.list_number == piece.list_number
        lines.extend([] if continues_list or not lines else [""])
        lines.append(f"{piece.prefix}{words}{'**' if piece.prefix == '**' else ''}")


def _with_something_below(kept: Sequence[Kept]) -> list[Kept]:
    """Headings, lead-ins and table headers stay only if a claim follows before the next of them."""
    found: list[Kept] = []
    below = False
    for one in reversed(kept):
        if one.numbers:
            below = True
        elif one.piece.kind in _OPENING and not below:
            continue
        if one.piece.kind is PieceKind.HEADING:
            below = False
        found.append(one)
    return found[::-1]
