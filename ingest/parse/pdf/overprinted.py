"""What is printed over the text of a PDF page: letters over letters, which no order of reading parts, and large words. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from ingest.parse.pdf.words import Word

_LINE = 3.0
_OVER = 0.5
_ALIKE = 1.2
_LEAST = 4
_LARGER = 2.0
_LEAST_LETTERS = 3


def is_overprinted(chars: Sequence[dict[str, Any]]) -> bool:
    """Whether several letters of about one size stand on other ones of the same line; a letter printed twice is no other one."""
    letters = [char for char in chars if str(char["text"]).isalnum()]
    # A line may lie across the edge of a band: so each page is looked at in two sets of bands.
    return any(sum(map(_lie_over, _beside(letters, shift))) >= _LEAST for shift in (0.0, _LINE / 2))


def _beside(letters: Sequence[dict[str, Any]], shift: float) -> Iterable[tuple[dict[str, Any], dict[str, Any]]]:
    """The letters of each line in pairs, from left to right."""
    bands: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for letter in letters:
        bands[int((letter["bottom"] + shift) // _LINE)].append(letter)
    for band in bands.values():
        yield from pairwise(sorted(band, key=lambda letter: float(letter["x0"])))


def _lie_over(pair: tuple[dict[str, Any], dict[str, Any]]) -> bool:
    one, other = pair
    width = min(one["x1"] - one["x0"], other["x1"] - other["x0"])
    over = min(one["x1"], other["x1"]) - other["x0"]
    alike = max(one["size"], other["size"]) <= _ALIKE * min(one["size"], other["size"])
    return bool(alike and one["text"] != other["text"] and width > 0 and over > _OVER * width)


def large_over(words: Sequence[Word]) -> list[Word]:
    """The words that lie over words of half their size or less, as what is printed on every copy does; no initial does."""
    usual = median([word.size for word in words] or [0.0])
    large = [word for word in words if word.size >= _LARGER * usual and sum(map(str.isalnum, word.text)) >= _LEAST_LETTERS]
    return [one for one in large if not one.hidden and any(_covers(one, word) for word in words)]


def _covers(large: Word, word: Word) -> bool:
    """Whether the middle of a smaller word lies within the letters of a large one."""
    is_smaller = word.size * _LARGER <= large.size and sum(map(str.isalnum, word.text)) > 0
    return is_smaller and large.top < word.middle < large.bottom and large.x0 < (word.x0 + word.x1) / 2 < large.x1
