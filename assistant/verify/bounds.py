"""“At least”, “up to”, “younger than”, “or more”: the bound that words set to a number. Pure."""

from __future__ import annotations

import re

_COMPARATORS = (
    (
        "≥",
        r"≥|>=|at\s+least|(?:no|not)\s+(?:sooner|earlier|before|fewer|shorter)(?:\s+than)?|no\s+less\s+than|not\s+less\s+than|a?\s*minimum(?:\s+of)?|al\s+menos",
    ),
    (
        ">",
        (
            r">|(?<!no\s)(?<!not\s)(?:more|greater)\s+than|over|above|older\s+than|exceeding|longer\s+than|beyond|higher\s+than"
            r"|past|m[aá]s\s+de"
        ),
    ),
    (
        "≤",
        r"≤|<=|at\s+most|(?:no|not)\s+(?:later|longer|older)(?:\s+than)?|no\s+more\s+than|not\s+more\s+than|a?\s*maximum(?:\s+of)?|up\s+to|hasta",
    ),
    ("<", r"<|less\s+than|fewer\s+than|under|below|younger\s+than|shorter\s+than|lower\s+than|menos\s+de"),
    (
        "within",
        r"within(?:\s+the\s+first)?|in\s+under|inside|in\s+(?:less|fewer)\s+than|(?:in|during)\s+the\s+(?:first|next|following|initial)|dentro\s+de",
    ),
    (
        "~",
        (
            r"~|about|around|roughly|approximately|approx\.?|nearly|almost|circa|ca\.|close\s+to|some|just\s+over|just\s+under"
            r"|a\s+little\s+over|cerca\s+de|unos"
        ),
    ),
)
_COMPARED = tuple(
    (sign, re.compile(rf"(?:^|[\s(,/])(?:{wording})\s*(?:the\s+age\s+of\s+|age\s+|aged\s+|of\s+|the\s+)?$", re.IGNORECASE))
    for sign, wording in _COMPARATORS
)
_AFTERWARDS = (
    ("≥", re.compile(r"^\s*(?:years?\s+)?(?:or|and)\s+(?:more|older|above|over|longer|greater|higher|up)\b", re.IGNORECASE)),
    ("≤", re.compile(r"^\s*(?:years?\s+)?(?:or|and)\s+(?:less|younger|below|under|fewer|shorter|lower)\b", re.IGNORECASE)),
)
# "In the 12 months after X" is within 12 months of it.
_DURING = re.compile(r"\b(?:in|during)\s+the\s*$", re.IGNORECASE)
_SINCE = re.compile(r"^\s*(?:after|following|since)\b", re.IGNORECASE)
_OLD = re.compile(r"\s*-?\s*(?:years?|yrs?)?\s*-?\s*(?:olds?|of\s+age)\b", re.IGNORECASE)


def with_bound(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the words that belong to it: "younger than", "or more", "of age"."""
    window = max(0, start - 40)
    before = text[window:start]
    begin = start
    for _, pattern in _COMPARED:
        found = pattern.search(before)
        if found:
            begin = window + found.start() + len(found[0]) - len(found[0].lstrip(" (,"))
            break
    close = end
    for pattern in (_OLD, *(pattern for _, pattern in _AFTERWARDS)):
        found = pattern.match(text, close) if pattern is _OLD else pattern.match(text[close : close + 20])
        if found:
            close += len(found[0])
    return begin, close


def bound_of(text: str, start: int, end: int, base: str) -> str:
    """The sign of the bound at ``start:end``: ≥, >, ≤, <, "within", ~ or ""."""
    before = text[max(0, start - 40) : start]
    for sign, pattern in _COMPARED:
        found = pattern.search(before)
        if found:
            # "over 3 hours" is how long an infusion runs, not a lower bound.
            return "" if base == "minute" and "over" in found[0].lower() else sign
    after = text[end : end + 20]
    if _DURING.search(before) and _SINCE.match(after):
        return "within"
    return next((sign for sign, pattern in _AFTERWARDS if pattern.match(after)), "")
