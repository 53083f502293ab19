"""The list of its own headings that a captured page has at its top: one a line, or all in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

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


def find_contents(lines: Sequence[Line]) -> tuple[str, ...]:
    """The headings that a page lists at its top, in small letters."""
    return _in_line(lines) or _below_name(lines)


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
