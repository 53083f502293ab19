"""A text and what ends a stretch of it in, where its stretches begin and end out. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator


def stretches(text: str, ending: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The half-open spans between the characters at which ``ending`` is found, the last up to the end of the text."""
    begin = 0
    for end in (*(mark.start() for mark in ending.finditer(text)), len(text)):
        yield begin, end
        begin = min(end + 1, len(text))
