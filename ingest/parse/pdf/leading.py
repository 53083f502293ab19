"""How much of a line's beginning is set otherwise than its rest: a name that opens a paragraph in bold or slanted letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from ingest.parse.pdf.words import Word

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}\.?")


def lead_of(row: Sequence[Word], text: str) -> int:
    """How many letters at the beginning of a line are bold or slanted before others that are neither; 0 where all or none are.

    The number of a section may stand in plain letters before them.
    """
    first = 1 if len(row) > 1 and _NUMBER.fullmatch(row[0].text) and not (row[0].bold or row[0].italic) else 0
    opened = row[first:]
    bold = len(list(takewhile(lambda word: word.bold, opened)))
    count = first + (bold or len(list(takewhile(lambda word: word.italic, opened))))
    is_set_apart = any(word.bold if bold else word.italic for word in row[count:])
    if count == first or count == len(row) or is_set_apart:
        return 0
    return _end_in_text("".join(word.text for word in row[:count]), text)


def _end_in_text(letters: str, text: str) -> int:
    """Where the letters of some words end in the text of their line; 0 where it doesn't begin with them."""
    end = seen = 0
    while end < len(text) and seen < len(letters):
        seen += not text[end].isspace()
        end += 1
    return end if "".join(text[:end].split()) == letters else 0
