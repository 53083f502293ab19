"""What stands beside the running text of a PDF page and is read by itself: boxes, notes in the margin, opening letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from ingest.parse.pdf.drawing import Box
from ingest.parse.pdf.words import Word

_NEAR = 2.0
_INITIAL = 1.9
_SMALLER = 0.92
_MOST_WIDTH = 0.34
_LEAST_WORDS = 3
_LEAST_GAP = 6.0
_MOST_ROWS = 0.9
_FAR = 3.0
Aside = tuple[float, list[Word]]
"""How far down it reaches, and its words."""


def with_initials(words: Sequence[Word]) -> list[Word]:
    """The words of a page, a large letter that opens a text put before the word that it begins."""
    found = list(words)
    usual = median(word.size for word in found) if found else 0.0
    for initial in [word for word in found if len(word.text) == 1 and word.text.isalpha() and word.size >= _INITIAL * usual]:
        beside = [
            word
            for word in found
            if word is not initial
            and word.size < initial.size / _INITIAL * 1.2
            and initial.top - usual <= word.middle <= initial.bottom
            and initial.x1 - _NEAR <= word.x0 <= initial.x1 + 2 * usual
        ]
        if len(beside) < 2:  # noqa: PLR2004 - it stands beside several lines
            continue
        first = min(beside, key=lambda word: (round(word.top), word.x0))
        found[found.index(first)] = replace(first, text=initial.text + first.text)
        found.remove(initial)
    return found


def split_boxes(words: Sequence[Word], boxes: Sequence[Box]) -> tuple[list[Word], list[Aside]]:
    """The words outside of the boxes that have text beside them, and the words inside of each."""
    left = list(words)
    asides: list[Aside] = []
    for box in sorted(boxes, key=lambda box: box[1]):
        inside = [word for word in left if _is_in(word, box)]
        outside = [word for word in left if not _is_in(word, box) and box[1] < word.middle < box[3]]
        if inside and outside and len(inside) >= _LEAST_WORDS:
            asides.append((box[3], inside))
            kept = {id(word) for word in inside}
            left = [word for word in left if id(word) not in kept]
    return left, asides


def _is_in(word: Word, box: Box) -> bool:
    return box[0] - _NEAR <= word.x0 and word.x1 <= box[2] + _NEAR and box[1] <= word.middle <= box[3]


def split_margin(words: Sequence[Word], boxes: Sequence[Box], *, most: float = _MOST_WIDTH) -> tuple[list[Word], list[Aside]]:
    """The running text, and the smaller notes in strips at its left and right that no line of it reaches into.

    What stands in a box is left where it is. A strip takes no more than the share ``most`` of the width.
    """
    text = [word for word in words if word.table < 0 and not any(_is_in(word, box) for box in boxes)]
    if not text:
        return list(words), []
    usual = median(word.size for word in text)
    small = [word for word in text if word.size <= _SMALLER * usual]
    rest = [word for word in text if word.size > _SMALLER * usual]
    if not rest or len(small) < _LEAST_WORDS:
        return list(words), []
    first, last = min(word.x0 for word in text), max(word.x1 for word in text)
    # Headings may hang out over the notes: the edges of most lines count.
    rows: dict[int, list[Word]] = {}
    for word in rest:
        rows.setdefault(round(word.bottom / _NEAR), []).append(word)
    begins = Counter(round(min(word.x0 for word in row)) for row in rows.values()).most_common(1)[0][0]
    ends = sorted(max(word.x1 for word in row) for row in rows.values())[int(len(rows) * _MOST_ROWS)]
    sides = (
        [word for word in small if word.x1 < begins - _LEAST_GAP],
        [word for word in small if word.x0 > ends + _LEAST_GAP],
    )
    asides: list[Aside] = []
    kept: set[int] = set()
    for strip in sides:
        # The bullets of a list may be smaller than its words.
        if sum(any(map(str.isalnum, word.text)) for word in strip) < _LEAST_WORDS:
            continue
        width = max(word.x1 for word in strip) - min(word.x0 for word in strip)
        beside = [word for word in rest if any(abs(word.middle - one.middle) < usual for one in strip)]
        if width <= most * (last - first) and beside:
            aside = [*strip, *(_heads_of(strip, rest, begins) if strip is sides[0] else [])]
            asides += [(max(word.bottom for word in note), note) for note in _notes_of(aside)]
            kept |= {id(word) for word in aside}
    return [word for word in words if id(word) not in kept], sorted(asides, key=lambda aside: aside[0])


def _notes_of(strip: Sequence[Word]) -> list[list[Word]]:
    """The notes of a strip, far from each other, each of which belongs to what stands beside it."""
    notes: list[list[Word]] = []
    foot = float("-inf")
    for word in sorted(strip, key=lambda word: word.top):
        if word.top - foot > _FAR * word.size:
            notes.append([])
        notes[-1].append(word)
        foot = max(foot, word.bottom)
    return notes


def _heads_of(strip: Sequence[Word], rest: Sequence[Word], begins: float) -> list[Word]:
    """The words set as the head of a strip at the left, where a head of the running text stands in the same line."""
    over = [word for word in rest if word.x1 < begins - _LEAST_GAP and word.bottom <= min(one.top for one in strip) + _NEAR]
    return [
        word for word in over if any(abs(word.bottom - one.bottom) <= _NEAR and abs(one.x0 - begins) <= _NEAR for one in rest)
    ]
