"""A question in, where it tells a time by a dose ("before the first dose") out: it asks for no dose there. Pure."""

from __future__ import annotations

import re

_BY_A_DOSE = re.compile(
    r"\b(?:before|after|since|until|between|from|with|antes\s+de|después\s+de|despues\s+de|tras|desde|hasta|con)\s+"
    r"(?:(?:the|my|her|his|each|every|any|la|cada|su|mi|una)\s+)?(?:very\s+)?"
    r"(?:first|second|third|next|last|previous|primera|segunda|tercera|próxima|proxima|siguiente|última|ultima)\s+(?:doses?|dosis)\b",
    re.IGNORECASE,
)


def told_by_a_dose(text: str) -> list[tuple[int, int]]:
    """The spans of a text that tell a time by a dose."""
    return [match.span() for match in _BY_A_DOSE.finditer(text)]
