"""Short sentences as notes on a ward have them, which are no menu and no banner however short they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.parse.lines import Line
from ingest.sentences import asserts, opens_with_order

_LEAST_WORDS = 4
_UNIT = r"%|(?:[mµkn]?g|mcg|m?[lL]|units?|mmol|mmHg|(?:micro|milli)?grams?)\b"
_AMOUNT = re.compile(rf"\d\s?(?:{_UNIT})|\b(?:\d+|one|two|three|four) (?:times|tablets?|capsules?|puffs?|drops?)\b")


def are_terse(line: Line, following: Line) -> bool:
    """Whether two lines are short sentences, one of them with an amount."""
    pair = (line, following)
    are_sentences = all(one.is_sentence and one.words >= _LEAST_WORDS and one.text.endswith(".") for one in pair)
    return are_sentences and any(_AMOUNT.search(one.text) for one in pair)


def says_something(line: Line) -> bool:
    """Whether a line without a full stop is none the less no name: it tells what to do or what is so, or gives an amount."""
    if line.words < _LEAST_WORDS or line.text.endswith(("?", ":")):
        return False
    return asserts(line.text) or opens_with_order(line.text) or _AMOUNT.search(line.text) is not None


def is_named(lines: Sequence[Line]) -> list[bool]:
    """Of each line of a note without full stops, whether it names what is said below it, and says nothing itself."""
    said = [says_something(line) for line in lines]
    return [not says and any(said[number:]) for number, says in enumerate(said)]


def noted(lines: Sequence[Line]) -> list[bool]:
    """Of each line of such a note whether it is of its text: up to the last that says something, and whole phrases below."""
    said = [says_something(line) for line in lines]
    return [any(said[number:]) or (any(said) and line.words >= _LEAST_WORDS) for number, line in enumerate(lines)]
