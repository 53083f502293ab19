"""By how much a thing changes is not what it changes to: "reduced by 30 %" leaves 70 %, "reduced to 30 %" leaves 30 %. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_DIGIT = re.compile(r"\d")
_CHANGES = (
    r"(?:reduc(?:e|es|ed|ing|tions?)|lower(?:s|ed|ing)?|decreas(?:e|es|ed|ing)|cut(?:s|ting)?|drop(?:s|ped|ping)?|f[ae]ll(?:s|en|ing)?|shr[iu]nk\w*"
    r"|declin(?:e|es|ed|ing)|diminish\w*|br(?:ing|ings|inging|ought)|slash\w*|go(?:es)?|went|ris(?:e|es|ing)|rose|increas(?:e|es|ed|ing)"
    r"|rais(?:e|es|ed|ing)|lengthen(?:s|ed|ing)?|prolong(?:s|ed|ing)?|extend(?:s|ed|ing)?|improv(?:e|es|ed|ing|ements?)|grow(?:s|ing)?|grew"
    r"|shorten(?:s|ed|ing)?)"
)
_ABOUT = (
    r"(?:(?:about|around|roughly|nearly|almost|approximately|some|only|just|as\s+\w+\s+as"
    r"|(?:an?|the)\s+(?:\w+\s+)?(?:median|dose|maximum|minimum|total|level|target|mean)\s+of)\s+)*"
)
_NUMBER = r"(?P<figure>\d+(?:\.\d+)?)"
_FIGURE = rf"{_NUMBER}\s*(?:%|percent\b|per\s+cent\b)"
_AMOUNT = rf"{_NUMBER}\s*(?:%|(?!(?:or|and|to|of|in|times?|fold)\b)[a-zµ])"
_WITHIN = r"[^.;:%]{0,80}?\b"
_TO = re.compile(rf"\b{_CHANGES}\b{_WITHIN}(?:down\s+to|to)\s+{_ABOUT}{_AMOUNT}", re.IGNORECASE)
_IS = re.compile(
    rf"\b(?P<what>risks?|rates?|chances?|odds|likelihood|probability|mortality|survival)\b[^.;:,%]{{0,40}}?\b(?:is|are|was|were|of|at|stands?\s+at|becomes?)\s+{_ABOUT}{_FIGURE}",
    re.IGNORECASE,
)
_RISKED = re.compile(rf"{_FIGURE}\s+(?:\w+\s+)?(?P<what>risk|rate|chance|likelihood|probability|mortality)\b", re.IGNORECASE)
_BY = (
    re.compile(rf"\b{_CHANGES}\b{_WITHIN}(?:by|of)\s+{_ABOUT}{_AMOUNT}", re.IGNORECASE),
    re.compile(
        rf"{_NUMBER}\s*(?:%|percent|per\s+cent|mg|mcg|g|ml|units?|days?|weeks?|months?|years?|points?|kg)\s+(?:\w+\s+){{0,2}}?(?:reduction|decrease|drop|fall|decline|rise|increase|gain|improvement|lower|higher|less|fewer|more|smaller|greater"
        r"|shorter|longer|cut)\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_CHANGES}\s+(?:\w+\s+){{0,4}}?{_FIGURE}", re.IGNORECASE),
)
# "To a third" tells what is left, "by a third" what is gone.
_PARTS = {"half": 50, "third": 33, "quarter": 25, "fifth": 20, "tenth": 10}
_LEFT = re.compile(
    rf"\b{_CHANGES}\b{_WITHIN}(?:down\s+to|to)\s+{_ABOUT}(?:(?:an?|one)\s+)?(?P<part>half|third|quarter|fifth|tenth)\b",
    re.IGNORECASE,
)
_NEARLY = 10


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a figure that the claim gives as what is left and the statement as the change, and the reverse."""
    del lexicon
    if detail := _part_left(fold(match.claim.text), fold(match.ground.statement.text)):
        return (Reason(code=ReasonCode.NUMBER, detail=detail),)
    ours, theirs = _read(match.claim.text), _read(match.ground.statement.text)
    for figure, said in ours:
        stated = {other for one, other in theirs if one == figure}
        if stated and said not in stated:
            told = "the change" if said == "left" else "what it comes to"
            return (Reason(code=ReasonCode.NUMBER, detail=f"the cited words give {figure} as {told}"),)
    return ()


def _part_left(claim: str, statement: str) -> str:
    """What is amiss in "falls to a third" where the statement tells of a share by which it falls, not of what is left."""
    found = _LEFT.search(claim)
    if found is None or _LEFT.search(statement) or _TO.search(statement):
        return ""
    gone = [float(one["figure"]) for pattern in _BY for one in pattern.finditer(statement)]
    if not gone or any(abs(100 - share - _PARTS[found["part"].lower()]) <= _NEARLY for share in gone):
        return ""
    return f"the cited words tell by how much it changes, the claim “{found[0]}”"


def told_as_change(text: str) -> frozenset[str]:
    """The figures that a text tells as the share by which something changes, and never as what is left."""
    every = _read(text)
    return frozenset(figure for figure, said in every if said == "changed" and (figure, "left") not in every)


@lru_cache(maxsize=2048)
def _read(text: str) -> tuple[tuple[str, str], ...]:
    """The shares of a text that are told as a change or as what a change leaves."""
    return tuple(_told(fold(text))) if _DIGIT.search(text) else ()


def _told(text: str) -> Iterator[tuple[str, str]]:
    left = {found["figure"] for pattern in (_TO, _IS, _RISKED) for found in pattern.finditer(text)}
    changed = {found["figure"] for pattern in _BY for found in pattern.finditer(text)}
    for figure in sorted(left | changed):
        if figure in changed and not (figure in left and _TO.search(text)):
            yield figure, "changed"
        else:
            yield figure, "left"
