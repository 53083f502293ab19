"""Lines of a copied page that fold a part of it out or away when they are clicked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.parse.lines import Line

_TOGGLE = re.compile(r"(?P<verb>show|hide|expand|collapse|open|close|mostrar|ocultar) (?P<what>[^.!?:]{2,50})", re.IGNORECASE)
_ANY_PART = re.compile(r"(?:the |this )?(?:details?|sections?|answers?|contents?|more|less|panel|text|row|item|detalles|sección)")


def find_toggles(lines: Sequence[Line]) -> frozenset[int]:
    """Where the lines start that fold a part of the page out or away: the same words behind a verb and behind its opposite.

    What may be said of any part ("Show details") need only come again.
    """
    found: dict[str, dict[str, list[int]]] = {}
    for line in lines:
        if (match := _TOGGLE.fullmatch(line.text)) and not line.is_bullet:
            verbs = found.setdefault(match["what"].casefold(), {})
            verbs.setdefault(match["verb"].casefold(), []).append(line.start)
    return frozenset(
        start
        for what, verbs in found.items()
        for starts in verbs.values()
        if len(verbs) > 1 or (len(starts) > 1 and _ANY_PART.fullmatch(what))
        for start in starts
    )
