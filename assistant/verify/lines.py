"""Finds lines of treatment: "first-line", "2L", "later lines", "front-line". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.verify.folding import fold

_NAMES = {
    "1": r"first|1st|front|1",
    "2": r"second|2nd|2",
    "3": r"third|3rd|3",
    "4": r"fourth|4th|4",
    "later": r"later|further|subsequent|late|advanced",
    "next": r"next",
    "multiple": r"multiple|several|many",
}
_PATTERN = re.compile(
    r"(?:(?P<past>\b(?:after|beyond|past|following)\s+(?:(?:the|an?)\s+)?|>\s?))?(?:"
    + "|".join(rf"\b(?P<n{key}>{words})[\s-]*lines?\b(?!\s+of\s+defen)" for key, words in _NAMES.items())
    + r"|(?<!\w)(?P<c>[1-4])L\b|\b(?P<first>frontline)\b|\b(?P<s>primera|segunda|tercera)\s+l[ií]nea\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TreatmentLine:
    """A line of treatment named at ``start:end``: "1" to "4", "later", "next", "multiple", or "after 1"."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def find_lines(text: str) -> tuple[TreatmentLine, ...]:
    """The lines of treatment in the order of the text."""
    found = []
    for match in _PATTERN.finditer(fold(text)):
        if match["c"]:
            name = match["c"]
        elif match["first"]:
            name = "1"
        elif match["s"]:
            name = {"primera": "1", "segunda": "2", "tercera": "3"}[match["s"].lower()]
        else:
            name = next(key for key in _NAMES if match[f"n{key}"])
        found.append(TreatmentLine(f"after {name}" if match["past"] else name, match.start(), match.end()))
    return tuple(found)
