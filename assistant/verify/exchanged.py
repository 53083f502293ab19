"""A claim that copies its statement and exchanges a word for another must exchange it for one of the same meaning. Pure.

The other checks ask what a claim says in words of its own; one that goes word for word with the statement up to "unless" where
that says "if" leaves them little to find. So both texts are laid beside each other, and what stands in the same place must not
be of two words that exclude each other there (``contrasts.yaml``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from importlib import resources

import yaml

from assistant.answers import Reason, ReasonCode
from assistant.lexicon import Lexicon
from assistant.verify.folding import fold
from assistant.verify.matching import Match

_WORD = re.compile(r"[a-z0-9][\w'/+%-]*(?:\.\d+)?")
_EXCEPTING = re.compile(r"\b(?:except|save|other\s+than|apart\s+from)\s+(?:when|if|where|in\s+case)\b")
# How many words beside an exchanged one both texts must share.
_SHARED = 2
_LONGEST = 3


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for the first word that the claim puts in the place of one that excludes it."""
    del lexicon
    ours, theirs = _words(match.claim.text), _words(match.ground.statement.text)
    more = Counter(ours)
    more.subtract(theirs)
    for here, there in _exchanges(ours, theirs):
        # A word that stands elsewhere in the other text has only moved.
        if more[here] > 0 > more[there] and excludes(here, there):
            return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words say “{there}”, the claim “{here}”"),)
    return ()


def excludes(one: str, other: str) -> bool:
    """True for a claim's word in a place that can hold it or the statement's, and not both: "before" and "after".

    "A or B" isn't what "A and B" says; a list of choices may be told with either.
    """
    if (one, other) == ("or", "and"):
        return True
    ours, theirs = _rows().get(one, frozenset()), _rows().get(other, frozenset())
    return not ours & theirs and bool({group for group, _ in ours} & {group for group, _ in theirs})


@lru_cache(maxsize=1)
def _rows() -> dict[str, frozenset[tuple[int, int]]]:
    """Every word with the groups and rows that it stands in."""
    groups = yaml.safe_load(resources.files("assistant.verify").joinpath("contrasts.yaml").read_text("utf-8"))
    found: dict[str, set[tuple[int, int]]] = {}
    for group, rows in enumerate(groups):
        for row, words in enumerate(rows):
            for word in words.split():
                found.setdefault(word, set()).add((group, row))
    return {word: frozenset(places) for word, places in found.items()}


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_EXCEPTING.sub("unless", fold(text).lower())))


def _exchanges(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The words of the claim and of the statement that stand in one place beside words that both share."""
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    for place, (tag, begin, end, first, last) in enumerate(blocks):
        if tag != "replace":
            continue
        before = _length(blocks[place - 1]) if place else 0
        behind = _length(blocks[place + 1]) if place + 1 < len(blocks) else 0
        edges = begin == first == 0 or (end == len(ours) and last == len(theirs))
        if max(before, behind) < _SHARED or not (edges or (before and behind) or max(before, behind) > _SHARED):
            continue
        if end - begin == last - first <= _LONGEST:
            yield from zip(ours[begin:end], theirs[first:last], strict=True)
        elif behind >= _SHARED:
            yield ours[end - 1], theirs[last - 1]
        elif before >= _SHARED:
            yield ours[begin], theirs[first]


def _length(block: tuple[str, int, int, int, int]) -> int:
    return block[2] - block[1] if block[0] == "equal" else 0
