"""“At least”, “up to”, “younger than”, “or more”: the bound that words set to a number. Pure."""

from __future__ import annotations

import re

_COMPARATORS = (
    (
        "≥",
        (
            r"≥|>=|at\s+(?:the\s+(?:very\s+)?)?least|(?:no|not)\s+(?:sooner|earlier|before|fewer|shorter|lower|younger)(?:\s+than)?"
            r"|no\s+less\s+than|not\s+less\s+than|upwards\s+of|a?\s*minimum(?:\s+of)?|al\s+menos"
        ),
    ),
    (
        ">",
        (
            r">|(?<!no\s)(?<!not\s)(?:more|greater|older|longer|higher)\s+than|over|above|(?<!not\s)exceed(?:s|ed|ing)?|beyond"
            r"|past|m[aá]s\s+de"
        ),
    ),
    (
        "≤",
        (
            r"≤|<=|at\s+(?:the\s+(?:very\s+)?)?most|(?:no|not)\s+(?:later|longer|older|higher|greater)(?:\s+than)?"
            r"|no\s+more\s+than|not\s+more\s+than|not\s+exceed(?:ing)?|not\s+to\s+exceed|a?\s*maximum(?:\s+of)?|up\s+to|hasta"
        ),
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
# "Two weeks at most": what follows tells that the bound is of this number, not of the next ("5 mg at least once a day").
_BOUND_ENDS = r"(?=\s*(?:[.,;:)]|$)|\s+(?:and|or|but|before|after|in|to|from|when|if|unless|until|with|without|while)\b)"
_AFTERWARDS = (
    ("≥", re.compile(rf"^\s*(?:at\s+(?:(?:the\s+(?:very\s+)?)?least|a\s+minimum|minimum)|minimum){_BOUND_ENDS}", re.IGNORECASE)),
    (
        "≤",
        re.compile(
            rf"^\s*(?:at\s+(?:the\s+)?(?:very\s+)?(?:most|maximum|longest|latest|outside)|maximum|tops){_BOUND_ENDS}",
            re.IGNORECASE,
        ),
    ),
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
        found = pattern.match(text, close) if pattern is _OLD else pattern.match(text[close : close + 32])
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
    after = text[end : end + 32]
    if _DURING.search(before) and _SINCE.match(after):
        return "within"
    return next((sign for sign, pattern in _AFTERWARDS if pattern.match(after)), "")
