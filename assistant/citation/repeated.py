"""Pieces that a draft says twice → each once. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.citation.cite import PieceKind
from assistant.citation.enforced import Judged


def without_repeats(judged: Sequence[Judged]) -> list[Judged]:
    """Each sentence once, as a model that loops says it many times; headings may repeat, and what holds when said again."""
    seen: dict[str, bool] = {}
    found: list[Judged] = []
    for one in judged:
        key = " ".join(one.piece.text.lower().split())
        if one.piece.kind is not PieceKind.HEADING and key in seen and (seen[key] or one.claim is None):
            continue
        seen[key] = one.claim is not None or not one.reasons
        found.append(one)
    return found
