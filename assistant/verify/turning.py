"""A list of turns of phrase, each a pattern and its plain words → the function that puts them in order into a text. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from assistant.verify.caseless import for_small, small


def turning(turns: Sequence[tuple[re.Pattern[str], str]]) -> Callable[[str], str]:
    """A function that puts plain words for the turns; what it gave is kept, as a claim is read against each statement."""
    steps = [(pattern, plain, for_small(pattern)) for pattern, plain in turns]

    @lru_cache(maxsize=1024)
    def turned(text: str) -> str:
        for pattern, plain, quick in steps:
            if quick is None or quick.search(small(text)):
                text = pattern.sub(plain, text)
        return text

    return turned
