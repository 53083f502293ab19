"""Squeezed text: lower case, hyphens and blanks dropped, so that wordings are compared however they are set apart. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_MINUS = "-‐‑‒–−﹣－"
_MAY_BE_SIGN = re.compile(r"-(?![A-Za-z0-9])")
_PLAIN_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Squeezed:
    """Squeezed text, the offset of each of its characters, and which of them start or end a word."""

    text: str
    offsets: tuple[int, ...]
    starts: frozenset[int]
    ends: frozenset[int]


def _is_sign(text: str, position: int) -> bool:
    """True for the minus of "ABC- " or "ER−/": glued to a word before, nothing glued after."""
    before = position > 0 and text[position - 1].isalnum()
    after = position + 1 < len(text) and text[position + 1].isalnum()
    return before and not after and not text[max(0, position - 2) : position].isalpha()


def _is_state_sign(text: str, position: int) -> bool:
    """As ``_is_sign``, and for short upper-case names such as "ER-" too."""
    if _is_sign(text, position):
        return True
    after = position + 1 < len(text) and text[position + 1].isalnum()
    return not after and position > 1 and text[position - 2 : position].isupper()


@lru_cache(maxsize=1024)
def squeeze(text: str) -> Squeezed:
    """A text squeezed; the sign of "ER+" or "ABC-" is kept with its word."""
    if text.isascii() and "+" not in text and _MAY_BE_SIGN.search(text) is None:
        return _squeeze_plain(text)
    kept: list[str] = []
    offsets: list[int] = []
    starts: set[int] = set()
    ends: set[int] = set()
    open_word = False
    for position, raw in enumerate(text):
        character = raw.lower()
        if len(character) != 1:
            character = character[0]
        if not character.isascii() and character.isalpha():
            character = unicodedata.normalize("NFD", character)[0]
        sign = "+" if raw == "+" else "-" if raw in _MINUS and _is_state_sign(text, position) else ""
        if character.isalnum() or (sign and open_word):
            if not open_word:
                starts.add(len(kept))
                open_word = True
            elif sign:
                ends.add(len(kept))
            kept.append(sign or character)
            offsets.append(position)
        elif open_word:
            ends.add(len(kept))
            open_word = False
    if open_word:
        ends.add(len(kept))
    return Squeezed("".join(kept), tuple(offsets), frozenset(starts), frozenset(ends))


def is_broken(squeezed: Squeezed, begin: int, end: int) -> bool:
    """Whether something was dropped between ``begin`` and ``end``, so that they are of more than one word."""
    return squeezed.offsets[end - 1] - squeezed.offsets[begin] >= end - begin


def _squeeze_plain(text: str) -> Squeezed:
    """As ``squeeze``, word by word: most texts hold nothing but letters, digits and what stands between words."""
    kept: list[str] = []
    offsets: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    length = 0
    for match in _PLAIN_WORD.finditer(text.lower()):
        starts.append(length)
        kept.append(match.group())
        offsets += range(match.start(), match.end())
        length = len(offsets)
        ends.append(length)
    return Squeezed("".join(kept), tuple(offsets), frozenset(starts), frozenset(ends))


def word_end(squeezed: Squeezed, end: int) -> int | None:
    """Where the word that a wording ends in ends: there, or behind a plural's "s" or "es". None within a word.

    A last word of one letter has no plural: "stage I" is not in "stage is".
    """
    if end in squeezed.ends:
        return end
    if end - 1 in squeezed.starts:
        return None
    return next((stop for stop in (end + 1, end + 2) if stop in squeezed.ends and squeezed.text[end:stop] in {"s", "es"}), None)


def stands_in(squeezed: Squeezed, wording: str) -> bool:
    """Whether a wording stands in squeezed text, from one word's border to another."""
    key = squeeze(wording).text
    position = squeezed.text.find(key)
    while key and position >= 0:
        end = position + len(key)
        if position in squeezed.starts and word_end(squeezed, end) is not None:
            return True
        position = squeezed.text.find(key, position + 1)
    return False
