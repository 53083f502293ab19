"""The list of its own headings that a captured page has at its top: one a line, or all in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.parse.headings import heading_title
from ingest.parse.lines import Line

_CONTENTS = (
    r"(?:(?:table of )?contents|(?:on|in) this (?:page|article|section|guideline|document|topic)|"
    r"(?:topic|page|article|chapter) outline|jump to|quick links|contenidos?|índice|en esta página)"
)
_NAME = re.compile(_CONTENTS, re.IGNORECASE)
_IN_LINE = re.compile(rf"{_CONTENTS}(?: section)?\s*:\s*(?P<listed>\S.*)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+[|·•/›»]\s+|\s{3,}|\t")
_MOST_LISTED, _LONGEST_LISTED = 40, 16
_LEAST_IN_LINE = 3
_AMONG = 80
_LEAST_AGAIN, _SHARE_AGAIN, _SHARE_FILLED = 3, 0.6, 0.7
_MOST_MORE = 6


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings that a page lists at its top, in small letters; where the entries start, and where the headings do."""

    titles: tuple[str, ...] = ()
    entries: frozenset[int] = frozenset()
    headings: frozenset[int] = frozenset()


def find_contents(lines: Sequence[Line]) -> Contents:
    """The list of its headings that a page has at its top: named as one, or told by its lines coming again, in their order."""
    if titles := _in_line(lines):
        return Contents(titles)
    again = _coming_again(lines)
    return again if again.titles else Contents(_below_name(lines))


def names_contents(text: str) -> bool:
    """Whether a line is the name of a list of the page's headings."""
    return _NAME.fullmatch(text.strip(" :")) is not None


def is_in_line(text: str) -> bool:
    """Whether a line names the headings of its page one beside the other ("Jump to: Doses | Follow-up | Sources")."""
    match = _IN_LINE.fullmatch(text.strip())
    return match is not None and len(_BETWEEN.split(match["listed"].strip())) >= _LEAST_IN_LINE


def _in_line(lines: Sequence[Line]) -> tuple[str, ...]:
    """The headings that one line names; such a line may give only the words that they begin with."""
    named = next((number for number, line in enumerate(lines[:_MOST_LISTED]) if is_in_line(line.text)), None)
    if named is None:
        return ()
    match = _IN_LINE.fullmatch(lines[named].text.strip())
    below = [heading_title(line).casefold() for line in lines[named + 1 :] if line.words <= _LONGEST_LISTED]
    listed = [part.strip().casefold() for part in _BETWEEN.split(match["listed"])] if match else []
    return tuple(next((title for title in below if f"{title} ".startswith(f"{part} ")), part) for part in listed)


def _below_name(lines: Sequence[Line]) -> tuple[str, ...]:
    """The headings that stand below the name of the list, one a line, until the first comes again."""
    begin = next((number for number, line in enumerate(lines) if _NAME.fullmatch(line.text.strip(" :"))), len(lines)) + 1
    listed: list[str] = []
    for line in lines[begin : begin + _MOST_LISTED]:
        text = heading_title(line).casefold()
        if listed and text == listed[0]:
            return tuple(listed)
        if line.words > _LONGEST_LISTED or line.is_sentence:
            break
        listed.append(text)
    return ()


def _coming_again(lines: Sequence[Line]) -> Contents:
    """The first short lines in a row most of which stand again further down, in the same order and each above text of its own."""
    folded = [heading_title(line).casefold() if line.words <= _LONGEST_LISTED else "" for line in lines]
    for begin in range(min(len(lines), _AMONG)):
        if not folded[begin] or folded[begin] not in folded[begin + 1 :]:
            continue
        end = next((other for other in range(begin + 1, len(lines)) if _ends_list(lines, folded, begin, other)), len(lines))
        places: list[tuple[int, int]] = []
        after = end
        for entry in range(begin, end):
            place = next((other for other in range(after, len(lines)) if names_heading(folded[entry], folded[other])), None)
            if place is not None:
                places.append((entry, place))
                after = place + 1
        if len(places) >= max(_LEAST_AGAIN, _SHARE_AGAIN * (end - begin)) and _have_text(lines, [place for _, place in places]):
            return Contents(
                tuple(folded[place] for _, place in places),
                frozenset(line.start for line in lines[begin : places[-1][0] + 1]),
                frozenset(lines[place].start for _, place in places),
            )
    return Contents()


def _ends_list(lines: Sequence[Line], folded: Sequence[str], begin: int, other: int) -> bool:
    is_text = lines[other].is_sentence and not lines[other].text.endswith("?")
    return is_text or not folded[other] or folded[other] == folded[begin] or other - begin >= _MOST_LISTED


def names_heading(entry: str, title: str) -> bool:
    """Whether an entry of such a list is a heading, or what that begins with."""
    return entry == title or (title.startswith(f"{entry} ") and len(title.split()) <= len(entry.split()) + _MOST_MORE)


def _have_text(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether text stands below most of the places, before the next."""
    ends = [*places[1:], len(lines)]
    filled = [
        any(line.is_sentence or line.is_bullet for line in lines[at + 1 : end]) for at, end in zip(places, ends, strict=True)
    ]
    return sum(filled) >= _SHARE_FILLED * len(places)


def without_items(lines: Sequence[Line], flags: Sequence[bool], listed: frozenset[int]) -> list[bool]:
    """The ``flags`` of headings without lines between two listed ones that all look like headings: these are items of a list."""
    found = list(flags)
    told = [position for position, line in enumerate(lines) if line.start in listed]
    for one, two in pairwise(told):
        if all(flags[one + 1 : two]):
            found[one + 1 : two] = [False] * (two - one - 1)
    return found
