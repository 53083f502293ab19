"""What a message's words and pairs of words add to how much of an emergency it sounds: a line over hashed counts.

The embedding says what a message is about; whether it tells of now, of long ago or of a plan stands in small words, which the
embedding blurs. Words are counted by a checksum, so that no list of them is kept.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

PLACES = 1 << 15
"""How many places the words are spread over."""
_WORD = re.compile(r"\w[\w']*")
_FEW = 3
"""Of so few words the small ones mustn't speak for those that weren't learned ("and unfavourable?")."""


def places(text: str) -> list[int]:
    """The places of the words and pairs of neighbouring words of a text, each once."""
    words = _WORD.findall(text.lower())
    said = {*words, *(f"{first} {second}" for first, second in pairwise(words))}
    return sorted({zlib.crc32(one.encode()) % PLACES for one in said})


def weigh(texts: Sequence[str], *, pull: np.ndarray, rarity: np.ndarray) -> np.ndarray:
    """``(n,)``: the pull of each text's words, of length 1 by the ``rarity`` of each, with the last of ``pull`` added.

    ``pull`` has a number for each place and one more, ``rarity`` one for each place; a word that wasn't learned has rarity 0.
    """
    return np.array([_known(text, rarity) * _weigh(places(text), pull, rarity) for text in texts], dtype=np.float64)


def _known(text: str, rarity: np.ndarray) -> float:
    """The share of a text's few words that were learned; 1 for a longer text."""
    said = _WORD.findall(text.lower())
    if not said or len(said) > _FEW:
        return 1.0
    learned = [word for word in said if float(rarity[zlib.crc32(word.encode()) % PLACES]) > 0]
    return len(learned) / len(said)


def _weigh(found: Sequence[int], pull: np.ndarray, rarity: np.ndarray) -> float:
    rare = rarity[list(found)].astype(np.float64)
    length = float(np.sqrt(rare @ rare))
    return float(pull[-1]) + (float(rare @ pull[list(found)]) / length if length else 0.0)
