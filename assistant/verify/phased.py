"""The first dose stays the first, and the one that follows it the later: "4 mg/kg, then 2 weekly" isn't 2, then 4. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.ground import Ground
from assistant.verify.quantities import find_quantities

_FIRST = re.compile(
    r"\b(?:loading|load|initial(?:ly)?|opening|starting|starts?|begins?|beginning|first(?![\s-]*line)|day\s+(?:1|one)|priming)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:maintenance|then|thereafter|afterwards?|after\s+(?:that|this|it|which)|from\s+then(?:\s+on)?|from\s+there|later|subsequent(?:ly)?"
    r"|followed\s+by|every\s+(?:other|further|next)\s+(?:dose|time|one)|next|second)\b",
    re.IGNORECASE,
)
# "After the first dose it is 2 mg" tells the later dose, "after a first dose of 4 mg" the first.
_AFTER = re.compile(r"\b(?:after|following|once)\s+(?:an?|the|that|this|her|his|your)\s+$", re.IGNORECASE)
_ITS_OWN = re.compile(r"(?:\bof|\bat|\(|:|=)\s*$", re.IGNORECASE)


# "2 capsules first, then 1 capsule".
_COUNT = re.compile(
    r"\b(?P<count>\d+|an?|one|two|three|four|five|six|eight|ten)\s+(?P<what>capsule|tablet|puff|pill|drop|spray|sachet|spoonful|patch|dose)(?:e?s)?\b",
    re.IGNORECASE,
)
_THEN = re.compile(r"\b(?:then|thereafter|afterwards?|followed\s+by|after\s+that|each\s+time|next)\b", re.IGNORECASE)
_LETTERS = {word: str(value) for value, word in enumerate("one two three four five six seven eight nine ten".split(), 1)} | {
    "a": "1",
    "an": "1",
}


def turned(sentence: str, grounds: Sequence[Ground]) -> tuple[Reason, ...]:
    """A reason for two amounts whose order a sentence turns round.

    One alone may have its word behind it ("4 mg to load"), and each half of such a sentence would hold by itself.
    """
    ours = _counted(sentence)
    if ours and any(_counted(ground.own) == (ours[1], ours[0], ours[2]) for ground in grounds):
        return (Reason(code=ReasonCode.NUMBER, detail=f"the cited words give {ours[1]} first, the claim {ours[0]}"),)
    opening, following = _phases(sentence)
    if not opening or not following:
        return ()
    stated = [
        (first, later) for first, later in (_phases(ground.own) for ground in grounds) if first and later and not first & later
    ]
    if not stated or not all(opening & later and following & first for first, later in stated):
        return ()
    value, unit = min(opening & stated[0][1])
    return (Reason(code=ReasonCode.NUMBER, detail=f"the cited words give {value:g} {unit} later, the claim first"),)


def _counted(text: str) -> tuple[str, str, str] | None:
    """The two counts of one thing that a text gives one after the other, and the thing; None for any other text."""
    found = list(_COUNT.finditer(fold(text)))
    if len(found) != 2 or found[0]["what"].lower() != found[1]["what"].lower():  # noqa: PLR2004
        return None
    if not _THEN.search(fold(text), found[0].end(), found[1].start()):
        return None
    first, later = (_LETTERS.get(one["count"].lower(), one["count"]) for one in found)
    return (first, later, found[0]["what"].lower()) if first != later else None


def _phases(text: str) -> tuple[set[tuple[float, str]], set[tuple[float, str]]]:
    """The amounts that a text gives first, and those that it gives later: each by the word nearest before it."""
    plain = fold(text)
    told: list[tuple[tuple[float, str], str]] = []
    begin = 0
    for amount in (one for one in find_quantities(text) if one.kind == "amount" and one.base and one.low == one.high):
        which = _phase(plain[begin : amount.start])
        if which == "later" and told and not told[-1][1] and told[-1][0][1] == amount.base:
            told[-1] = (told[-1][0], "first")
        told.append(((amount.low, amount.base), which))
        begin = amount.end
    return {one for one, which in told if which == "first"}, {one for one, which in told if which == "later"}


def _phase(before: str) -> str:
    """Whether the words before an amount make it the first or a later one; "" where they tell neither."""
    opening, following = (max((found.start() for found in marks.finditer(before)), default=-1) for marks in (_FIRST, _NEXT))
    if opening < 0 or following > opening:
        return "later" if following >= 0 else ""
    return "later" if _AFTER.search(before[:opening]) and not _ITS_OWN.search(before) else "first"
