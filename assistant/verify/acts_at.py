"""Of two acts with levels of their own neither is told at the other's or at none: "halve above 5.5, stop above 6". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_FAMILIES = {
    "stop": r"stop\w*|discontinu\w+|withdr[ae]w\w*|ceas\w+",
    "halve": r"halv\w+|half",
    "reduce": r"reduc\w+|lower(?:ed|s|ing)?|decreas\w+",
    "withhold": r"withh[eo]ld\w*|paus\w+|suspend\w*|interrupt\w*",
    "resume": r"resum\w+|restart\w*|reinstat\w+",
    "start": r"start\w*|beg[iau]n\w*|initiat\w+",
    "increase": r"increas\w+|rais\w+|doubl\w+",
    "refer": r"refer(?:red|ral|s)?|admit\w*|admission",
    "repeat": r"repeat\w*|recheck\w*",
}
_ACT = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _FAMILIES.items()), re.IGNORECASE)
_NUMBER = r"(?P<number>\d+(?:[.,]\d+)?)"
_LEVEL = re.compile(
    rf"(?:\b(?:above|below|over|under|exceed(?:s|ed|ing)?|(?:more|less|greater|higher|lower|fewer)\s+than|at\s+least|at\s+most|up\s+to|reach(?:es|ed)?)"
    rf"(?:\s+an?\s+[\w-]+\s+of)?|[<>≥≤])\s*{_NUMBER}(?!\s*(?:hours?|days?|weeks?|months?|years?|minutes?|times)\b)",
    re.IGNORECASE,
)
_ANY = re.compile(r"(?<![\w.])(\d+(?:[.,]\d+)?)")
_ENDS = re.compile(r"[;\n]|\.(?!\d)")
_SUPPOSES = re.compile(
    r"\b(?:if|when\w*|once|at|above|below|over|under|until|unless|depend\w+|after|before|while|for|where|in|with|without|cases?|levels?|too)\b",
    re.IGNORECASE,
)
_TWO = 2


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for an act at another act's level, or at none."""
    del lexicon
    stated = _levels(fold(match.ground.statement.text))
    if len(stated) < _TWO or len({frozenset(levels) for levels in stated.values()}) < _TWO:
        return ()
    claim = fold(match.claim.text)
    acts = [act for act in _acts(claim) if act[0] in stated]
    every = frozenset(level for levels in stated.values() for level in levels)
    for name, begin, end in acts:
        part = claim if len({act[0] for act in acts}) == 1 else claim[begin:end]
        told = {_plain(number) for number in _ANY.findall(part)} & every
        if told and not told & stated[name]:
            return (_reason(ReasonCode.NUMBER, name, stated[name]),)
        if not told and part == claim and not _SUPPOSES.search(claim):
            return (_reason(ReasonCode.POPULATION, name, stated[name]),)
    return ()


@lru_cache(maxsize=4096)
def _levels(text: str) -> dict[str, frozenset[str]]:
    """For each act of a text that has levels of its own behind it these levels."""
    found: dict[str, frozenset[str]] = {}
    if len(_LEVEL.findall(text)) < _TWO:
        return found
    for name, begin, end in _acts(text):
        if levels := frozenset(_plain(level["number"]) for level in _LEVEL.finditer(text, begin, end)):
            found[name] = found.get(name, frozenset()) | levels
    return found


def _acts(text: str) -> Iterator[tuple[str, int, int]]:
    """The acts of a text, each with the stretch behind it, up to the next one or the end of its part."""
    acts = list(_ACT.finditer(text))
    for place, act in enumerate(acts):
        following = acts[place + 1].start() if place + 1 < len(acts) else len(text)
        stop = _ENDS.search(text, act.end(), following)
        yield act.lastgroup or "", act.end(), stop.start() if stop else following


def _plain(number: str) -> str:
    return f"{float(number.replace(',', '.')):g}"


def _reason(code: ReasonCode, act: str, levels: frozenset[str]) -> Reason:
    return Reason(code=code, detail=f"the cited words give {' and '.join(sorted(levels))} as the level at which to {act}")
