"""Citation marks in drafts, in all the ways that models write them. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

_SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
_SUPER = "".join(_SUPERSCRIPTS)
_WORDS = r"(?:(?:passages?|sources?|refs?\.?|references?|docs?|documents?|citations?|pasajes?|fuentes?|statements?)\s*)?"
_LIST = r"\^?#?\d{1,9}(?!\d)(?:\s*(?:,|;|&|and|y|-|–|—|−)\s*\^?#?\d{1,9}(?!\d))*"
_PATTERN = re.compile(
    rf"[\[［]\s*{_WORDS}(?P<square>{_LIST})\s*[†‡]?[^\[\]\n]{{0,3}}[\]］]"
    rf"|【\s*{_WORDS}(?P<lens>{_LIST})[^】\n]{{0,40}}】"
    rf"|\((?P<named>(?:passages?|sources?|refs?\.?|references?|docs?|documents?|pasajes?|fuentes?|statements?|see)\s*{_LIST})\)"
    rf"|[(（](?P<round>\d{{1,3}}(?:\s*[,;–-]\s*\d{{1,3}})*)[)）]"
    rf"|(?<=[\w.,;:)\]%”\"'*])[ ]?(?P<super>[{_SUPER}]{{1,4}}(?:[⁻,˒ ]+[{_SUPER}]{{1,4}})*)(?![\w{_SUPER}])",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d+)\s*[-–—−]\s*\^?#?(\d+)")
_NUMBER = re.compile(r"\d{1,9}")
_UNIT_BEFORE = re.compile(r"(?:\b(?:m|cm|mm|km|kg|s|10)|\d)$")
_LISTING = re.compile(r"(?:[:;,]|\b(?:and|or|either|are|include|includes|y|o))\s*$", re.IGNORECASE)
_MAX_RANGE = 30


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation mark at ``start:end`` and the numbers that it gives."""

    start: int
    end: int
    numbers: tuple[int, ...]


def find_marks(text: str, known: Collection[int] = ()) -> tuple[Mark, ...]:
    """The marks in the order of the text.

    Numbers in round brackets are marks only if all of them are ``known`` passages and words stand before them;
    superscripts are not marks after a unit ("m²").
    """
    found = []
    for match in _PATTERN.finditer(text):
        numbers = _numbers_of(match)
        if not numbers:
            continue
        if match["round"] and not _is_round_mark(text, match, numbers, known):
            continue
        if match["super"] and (_is_power(text, match) or (known and not set(numbers) <= set(known))):
            continue
        found.append(Mark(match.start(), match.end(), numbers))
    return tuple(found)


def _numbers_of(match: re.Match[str]) -> tuple[int, ...]:
    raw = match["square"] or match["lens"] or match["named"] or match["round"] or ""
    if match["super"]:
        raw = "".join(_SUPERSCRIPTS.get(character, "-" if character == "⁻" else ",") for character in match["super"])
    numbers: list[int] = []
    for first, last in _RANGE.findall(raw):
        low, high = int(first), int(last)
        if low <= high <= low + _MAX_RANGE:
            numbers.extend(range(low, high + 1))
    numbers.extend(int(number) for number in _NUMBER.findall(raw))
    return tuple(dict.fromkeys(numbers))


def _is_power(text: str, match: re.Match[str]) -> bool:
    return bool(_UNIT_BEFORE.search(text[max(0, match.start() - 4) : match.start()]))


def _is_round_mark(text: str, match: re.Match[str], numbers: tuple[int, ...], known: Collection[int]) -> bool:
    if not set(numbers) <= set(known):
        return False
    before = text[max(0, match.start() - 60) : match.start()]
    if not before.strip() or _LISTING.search(before):
        return False
    after = text[match.end() : match.end() + 2]
    return (
        not after.strip()
        or not after.startswith(" ")
        or before.rstrip()[-1:] in ".!?"
        or not after.strip()[0].isalpha()
        or after.strip()[0].isupper()
    )


def without_marks(text: str, marks: Collection[Mark]) -> str:
    """``text`` with the marks taken out and the blanks before them closed."""
    pieces: list[str] = []
    begin = 0
    for mark in sorted(marks, key=lambda one: one.start):
        pieces.append(text[begin : mark.start].rstrip(" \u00a0"))
        begin = mark.end
    pieces.append(text[begin:])
    joined = "".join(pieces)
    return re.sub(r"\s+([.,;:!?])", r"\1", re.sub(r"[ \t\u00a0]+", " ", joined)).strip()
