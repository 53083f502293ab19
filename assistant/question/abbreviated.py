"""An everyday abbreviation of medicine in, the words of the documents that it stands for out.

Documents define the abbreviations that they use, and those are mined (``mined.py``). What they write out without ever
abbreviating it is asked about by its abbreviation all the same.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.words.question_words import content_stems, stem

_FILE = Path(__file__).with_name("abbreviations.yaml")
_SHORTEST_SMALL = 3


def spelled(word: str, *, vocabulary: Collection[str], everyday: bool) -> str | None:
    """What the abbreviation stands for, in words that the documents all have; None if it may be several things, or is none.

    In small letters it counts only if it has three letters and is no ``everyday`` word ("cap").
    """
    short = word[:-1] if word.endswith("s") and word[:-1].isupper() else word
    if not short.isupper() and not _is_mixed(short) and (everyday or len(short) < _SHORTEST_SMALL):
        return None
    if stem(word.lower()) in vocabulary:
        return None
    readings = _in_small_letters().get(short.lower(), ())
    known = [long for long in (_first_known(reading, vocabulary) for reading in readings) if long]
    return known[0] if len(known) == 1 else None


def _is_mixed(word: str) -> bool:
    return sum(character.isupper() for character in word) > 1


def _first_known(wordings: tuple[str, ...], vocabulary: Collection[str]) -> str | None:
    return next((one for one in wordings if all(word in vocabulary for word in content_stems(one))), None)


@lru_cache(maxsize=1)
def abbreviations() -> dict[str, tuple[tuple[str, ...], ...]]:
    """What each abbreviation, as it is written, may stand for: the readings, each with its wordings."""
    entries: dict[str, str] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {
        short: tuple(tuple(one.strip() for one in reading.split("/")) for reading in readings.split(";"))
        for short, readings in entries.items()
    }


@lru_cache(maxsize=1)
def _in_small_letters() -> dict[str, tuple[tuple[str, ...], ...]]:
    return {short.lower(): readings for short, readings in abbreviations().items()}
