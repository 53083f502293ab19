"""The number that a heading begins with ("4.2 Gentamicin"): for the reader to find the place by, and never part of what it says.

Ages and amounts begin so as well ("2 Months", "50 ways to …"): a figure alone counts only where the headings count on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.patterns import alternatives

_AGE = r"(?:year|month|week|day|hour|minute|second|año|mes|semana|día|hora|minuto)(?:e?s)?\b"
_AMOUNT = alternatives(
    rf"""
    {_AGE}
    (?:times?|doses?|tablets?|capsules?|puffs?|drops?|units?|lit(?:re|er)s?|grams?|steps?|points?|dosis|gotas?|unidades)\b
    (?:[mµkn]?g|m?[lL]|[mk]?m|mmol|mmHg|IU|kcal|kPa|percent|per|to|or|and|in|of|a|y|o|de)\b
    """
)
"""What stands behind an amount, in small letters; an age may have a capital in a heading."""
_NUMBER = re.compile(
    r"(?P<number>(?:(?:§|[Ss]ection|SECTION|[Cc]hapter|CHAPTER|[Ss]ección|[Aa]partado|[Cc]apítulo)\s*)?"
    r"(?:(?P<figures>[1-9]\d?(?:\.\d{1,2}){0,4})|[A-Z](?:\.\d{1,2}){1,4})(?:\.[-–—]|[.):])?(?:\s+[–—-])?)"
    rf"\s+(?!{_AMOUNT})(?=[(“\"'¿]?[^\W\d_])"
)
_GLUED = re.compile(r"(?P<number>(?P<figures>[1-9]\d?(?:\.\d{1,2}){1,4})\.?)(?=[A-ZÁÉÍÓÚÑ][^\W\d_])")
_FIGURES = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
_AGED = re.compile(_AGE, re.IGNORECASE)


def split_number(title: str) -> tuple[str, str]:
    """The number of a heading as it is typed, and the heading's words; an empty number where there is none."""
    match = _NUMBER.match(title) or _GLUED.match(title)
    if match is None:
        return "", title
    words = title[match.end() :]
    is_alone = match["number"].isdecimal()
    if is_alone and (words[0].islower() or _AGED.match(words)):
        return "", title
    return match["number"], words


def with_number(number: str, words: str) -> str:
    """A heading as the document shows it."""
    return f"{number} {words}" if number else words


def counted(numbers: Iterable[str]) -> frozenset[str]:
    """Those of the headings' numbers that are numbers of sections: figures alone only beside a neighbour of theirs."""
    found = frozenset(number for number in numbers if number)
    alone = {int(number) for number in found if number.isdecimal()}
    figures = (_FIGURES.search(number) for number in found if not number.isdecimal())
    chapters = {int(match[0].split(".")[0]) for match in figures if match}
    begins = not alone.isdisjoint({1, 2}) or not chapters.isdisjoint({1, 2})

    def counts(number: str) -> bool:
        if not number.isdecimal() or int(number) in chapters:
            return True
        return begins and not {int(number) - 1, int(number) + 1}.isdisjoint(alone | chapters)

    return frozenset(number for number in found if counts(number))


def without_numbers(path: Sequence[str]) -> tuple[str, ...]:
    """A heading path as someone else gives it, without the numbers that are those of its sections."""
    parts = [split_number(heading) for heading in path]
    numbers = counted(number for number, _ in parts)
    return tuple(words if number in numbers else heading for heading, (number, words) in zip(path, parts, strict=True))
