"""Passages of one list, each a bare item of it → the same passages, and the list as one piece of evidence. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from assistant.answers import Evidence

_SENTENCE = re.compile(r"\b(?:is|are|was|were|has|have|should|must|may|can|could|will|do|does|not)\b|[.;:\n]\s*\S", re.IGNORECASE)
_FIGURE = re.compile(r"(?<![\w-])\d")
_REFERENCES = re.compile(r"(?:\s+\d{1,2}(?:,\s?\d{1,2})*|\s*\[[\d,\s]+\])\s*$")
_FEWEST = 2
_LONGEST = 12


def with_lists(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The evidence, then one piece for every list of which two items or more are cited.

    An item is a few words without a verb and without a figure: a list with doses would lend one drug's to another.
    """
    found = list(evidence)
    items = [piece for piece in evidence if _is_item(piece)]
    for _, group in groupby(sorted(items, key=_place), key=_place):
        listed = list(group)
        if len(listed) >= _FEWEST:
            text = " or ".join(_bare(piece.text) for piece in listed)
            first = listed[0]
            found.append(Evidence(text=text, heading_path=first.heading_path, lead_in=first.lead_in, title=first.title))
    return tuple(found)


def _place(piece: Evidence) -> tuple[str, tuple[str, ...], str]:
    return piece.title, tuple(piece.heading_path), piece.lead_in


def _is_item(piece: Evidence) -> bool:
    text = _bare(piece.text)
    stands_under = bool(piece.heading_path or piece.lead_in)
    short = len(text.split()) <= _LONGEST
    return stands_under and short and not (_SENTENCE.search(text) or _FIGURE.search(text))


def _bare(text: str) -> str:
    return _REFERENCES.sub("", text.strip()).rstrip(".")
