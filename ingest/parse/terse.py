"""Short sentences as notes on a ward have them, which are no menu and no banner however short they are."""

from __future__ import annotations

import re

from ingest.parse.lines import Line

_LEAST_WORDS = 4
_AMOUNT = re.compile(r"\d\s?(?:%|(?:[mµkn]?g|mcg|m?[lL]|units?|mmol|mmHg)\b)|\b\d+ (?:times|tablets?|puffs?|drops?)\b")


def are_terse(line: Line, following: Line) -> bool:
    """Whether two lines are short sentences, one of them with an amount."""
    pair = (line, following)
    are_sentences = all(one.is_sentence and one.words >= _LEAST_WORDS and one.text.endswith(".") for one in pair)
    return are_sentences and any(_AMOUNT.search(one.text) for one in pair)
