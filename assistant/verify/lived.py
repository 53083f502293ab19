"""How long a disease is held is not how long anybody lives: "lived for N months" needs an N of living. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode

FREE_OF = re.compile(
    r"\b[\w/]+[- ]free\s+(?:survival|life|living)\b|\btime\s+to\s+[\w-]*(?:\s+[\w-]+)?\b|\bPFS\b|\bTTP\b", re.IGNORECASE
)
_LIVED = re.compile(
    r"\b(?:liv(?:e|es|ed|ing)|surviv(?:e|es|ed|ing)|(?:is|are|was|were|stay(?:ed|s)?|remain(?:ed|s)?)\s+(?:still\s+)?alive"
    r"|(?:keeps?|kept|keeping)\s+(?:\w+\s+){1,3}alive)\b(?!\s+with\b)"
    r"(?:[^.;:]|\.(?=\d)){0,60}?(?<![\d.])(?P<number>\d+(?:\.\d+)?)[\s-]*(?:months?|years?|weeks?|mo)\b",
    re.IGNORECASE,
)
# "Held in check for 12 months".
_IN_CHECK = re.compile(
    r"\b(?:(?:keeps?|kept|holds?|held)\s+[^.;:,]{2,60}?\s(?:in\s+check|under\s+control|at\s+bay|stable|quiet|back|off|down)"
    r"|controls?|controlled|staves?\s+off|(?:is|are|stays?|stayed|remains?|remained)\s+(?:in\s+check|under\s+control|at\s+bay|stable|quiet))\b"
    r"(?:[^.;:]|\.(?=\d)){0,60}?(?<![\d.])(?P<number>\d+(?:\.\d+)?)[\s-]*(?:months?|years?|weeks?|mo)\b",
    re.IGNORECASE,
)
# Who lived so long without the disease getting worse is told of how long it was held.
_HELD = re.compile(
    r"\b(?:without|before|until|till|free|progress\w*|wors\w*|gr[eo]w\w*|relaps\w*|return\w*|spread\w*|control\w*)\b",
    re.IGNORECASE,
)
_OF_LIFE = re.compile(r"\b(?:surviv\w*|liv(?:e|es|ed|ing)|life|alive|OS)\b", re.IGNORECASE)


def lived_for(claim: str, statement: str) -> Reason | None:
    """A reason where the claim has people live for a time that the statement gives for how long a disease is held."""
    found = _LIVED.search(claim)
    if found is None or _HELD.search(claim):
        return None
    places = [match.start() for match in re.finditer(rf"(?<![\d.]){re.escape(found['number'])}(?![\d.]*\d)", statement)]
    ends = [_endpoint_at(statement, place) for place in places]
    if not ends or not all(ends):
        return None
    detail = f"the cited words give {found['number']} for “{ends[0]}”, not for how long anybody lived"
    return Reason(code=ReasonCode.NUMBER, detail=detail)


def held_for(claim: str, statement: str) -> Reason | None:
    """A reason where the claim has a disease held for a time that the statement gives for how long people lived."""
    found = _IN_CHECK.search(claim)
    if found is None or _OF_LIFE.search(claim):
        return None
    places = [match.start() for match in re.finditer(rf"(?<![\d.]){re.escape(found['number'])}(?![\d.]*\d)", statement)]
    if not places or not _OF_LIFE.search(FREE_OF.sub(" ", statement)) or any(_endpoint_at(statement, place) for place in places):
        return None
    return Reason(code=ReasonCode.NUMBER, detail=f"the cited words give {found['number']} for how long people lived")


def _endpoint_at(statement: str, place: int) -> str:
    """The "X-free survival" that a number is of; "" if it is of living itself, or of nothing told."""
    ends = list(FREE_OF.finditer(statement))
    lived = [
        abs(match.start() - place)
        for match in _OF_LIFE.finditer(statement)
        if not any(end.start() <= match.start() < end.end() for end in ends)
    ]
    nearest = min(((abs(end.start() - place), end[0]) for end in ends), default=None)
    return nearest[1] if nearest and (not lived or nearest[0] < min(lived)) else ""
