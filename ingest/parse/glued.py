"""Headings that stand right above their text, with a blank line above them only: a capture of a page that keeps them close."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.parse.headings import is_short_phrase
from ingest.parse.lines import Line, has_columns
from ingest.sentences import asserts

_LEAST_HABIT = 3
_MOST_WORDS = 9
_LEAST_TEXT = 4
_DANGLING = re.compile(r"\b(?:include|includes|are|is|the following|as|with|for|of|to|and|or)\W*$", re.IGNORECASE)


def find_glued(lines: Sequence[Line], is_aside: Sequence[bool]) -> frozenset[int]:
    """Where the headings start that have a blank line above and none below; ``is_aside`` marks what is furniture by its words.

    A heading may stand right above another. One or two such lines are no habit of the page, but for those in capitals.
    """
    found: dict[int, Line] = {}
    for position, line in enumerate(lines):
        if (position and line.gap == 0 and not is_aside[position - 1]) or not _may_name(lines, position, is_aside):
            continue
        if _is_text(lines, position + 1):
            found[position] = line
        elif _is_close(lines, position + 1) and _may_name(lines, position + 1, is_aside) and _is_text(lines, position + 2):
            found |= {position: line, position + 1: lines[position + 1]}
    is_habit = len(found) >= _LEAST_HABIT
    return frozenset(line.start for line in found.values() if is_habit or line.text.isupper())


def _may_name(lines: Sequence[Line], position: int, is_aside: Sequence[bool]) -> bool:
    """Whether a line could be a heading by its words: a short phrase that neither states something nor is left open."""
    line = lines[position]
    if is_aside[position] or line.is_bullet or line.words > _MOST_WORDS or not is_short_phrase(line) or has_columns(line.text):
        return False
    is_item = position > 0 and lines[position - 1].text.endswith(":")
    is_open = ": " in line.text or _DANGLING.search(line.text) is not None
    return not is_item and not is_open and (line.text.endswith("?") or not asserts(line.text))


def _is_close(lines: Sequence[Line], position: int) -> bool:
    return position < len(lines) and lines[position].gap == 0


def _is_text(lines: Sequence[Line], position: int) -> bool:
    """Whether a line right below the one before it is text: a sentence of some words, or the first item of a list."""
    if not _is_close(lines, position):
        return False
    line = lines[position]
    if line.is_bullet:
        return position + 1 < len(lines) and lines[position + 1].is_bullet
    return line.is_sentence and line.words >= _LEAST_TEXT and not line.text[0].islower()
