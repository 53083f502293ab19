"""Of two acts that a statement ties to two values, each keeps its own: "halved above 5.5 and stopped above 6". Pure.

Read as one condition, "if the level rises above 5.5 and stopped above 6" has both values; what is done tells which is meant.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from assistant.answers import Reason, ReasonCode
from assistant.verify.caseless import small
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.words.lexicon import Lexicon

# What is done to a treatment, each kind under a name of its own.
_ACTS = {
    "stop": (
        r"stop(?:s|ped|ping)?|discontinu\w+|withdraw\w*|cease[sd]?|ceasing|tak(?:e|en)\s+off|com(?:e|ing)\s+off|drop(?:s|ped|ping)?(?=\s+(?:it|the)\b)"
    ),
    "halve": (
        r"halv(?:e|es|ed|ing)|half\s+(?:of\s+)?(?:the|its|their|his|her)?\s*dose"
        r"|cut\w*\s+(?:it\s+|the\s+dose\s+)?(?:in|by)\s+half"
    ),
    "lower": r"reduc(?:e|es|ed|ing|tion)|lower(?:s|ed|ing)?|decreas\w+",
    "raise": r"increas\w+|rais(?:e|es|ed|ing)|doubl(?:e|es|ed|ing)",
    "hold": r"withh(?:old|olds|eld|olding)|paus(?:e|es|ed|ing)|interrupt\w*|suspend\w*|held|hold",
    "start": r"start(?:s|ed|ing)?|begin(?:s|ning)?|begun|initiat\w+|restart\w*|resum\w+",
    "keep": r"continu(?:e|es|ed|ing)|keep(?:s|ing)?|kept",
    "send": r"refer(?:s|red|ral|ring)?|admit(?:s|ted|ting)?|transfer\w*|hospital\w*",
    "repeat": r"repeat(?:s|ed|ing)?|recheck\w*|re-?test\w*",
}
_ACT = re.compile("|".join(rf"(?P<{name}>(?<![\w-])(?:{words})\b)" for name, words in _ACTS.items()))
_BOUND = re.compile(
    r"(?:\b(?:above|over|below|under|beyond|exceed\w*|(?:more|less|higher|lower|greater|fewer)\s+than|at\s+least|reach\w*|from|up\s+to)\s+|[<>≤≥]\s*)"
    r"(?P<value>\d+(?:[.,]\d+)?)"
    r"|(?P<behind>\d+(?:[.,]\d+)?)\s*(?:[\w%/²³.]+\s+)?(?:or\s+(?:more|less|above|below|over|under|higher|lower)|and\s+(?:above|over|below|under))\b"
)
_NOT = re.compile(r"\b(?:no|not|never|without|cannot|instead|rather)\b|n't\b")
_PAIR = 2


class _Tied(NamedTuple):
    """An act with its words and the value to which it is tied."""

    act: str
    words: str
    value: float


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for an act of the claim without its own value, or with that of another act."""
    del lexicon
    tied = _tied(match.ground.statement)
    if len(tied) < _PAIR or _NOT.search(small(fold(match.claim.text))):
        return ()
    values = {one.act: one.value for one in tied}
    text = small(fold(match.claim.text))
    said = set(_values(text))
    acts = {name: found[0] for found in _ACT.finditer(text) if (name := found.lastgroup or "") in values}
    if len(acts) != 1 or len(values) != len(tied):
        return _exchanged(_tied(match.claim), values)
    for act, words in acts.items():
        if values[act] not in said and _is_about(match, act):
            detail = f"the cited words tie “{words}” to {values[act]:g}, the claim doesn't"
            return (Reason(code=ReasonCode.NUMBER, detail=detail),)
    return ()


def _exchanged(ours: tuple[_Tied, ...], values: dict[str, float]) -> tuple[Reason, ...]:
    known = {value: act for act, value in values.items()}
    for one in ours:
        if one.act in values and one.value != values[one.act] and one.value in known:
            detail = f"the cited words tie “{one.words}” to {values[one.act]:g}, the claim to {one.value:g}"
            return (Reason(code=ReasonCode.NUMBER, detail=detail),)
    return ()


def _is_about(match: Match, act: str) -> bool:
    """True if the act that the claim names is the statement's."""
    pattern = re.compile(_ACTS[act])
    return any(match.links[index] and pattern.match(term.text.lower()) for index, term in enumerate(match.claim.terms))


@lru_cache(maxsize=1024)
def _tied(scoped: Scoped) -> tuple[_Tied, ...]:
    """The acts of a text with the values to which they are tied: each with one, all before it or all behind it."""
    text = small(fold(scoped.text))
    acts = [(found.start(), found.lastgroup or "", found[0]) for found in _ACT.finditer(text)]
    bounds = [(found.start(), _number(found)) for found in _BOUND.finditer(text)]
    if len(acts) < _PAIR or len(acts) != len(bounds):
        return ()
    marks = sorted([(place, "act") for place, *_ in acts] + [(place, "bound") for place, _ in bounds])
    kinds = [kind for _, kind in marks]
    if kinds not in (["act", "bound"] * len(acts), ["bound", "act"] * len(acts)):
        return ()
    return tuple(_Tied(name, words, value) for (_, name, words), (_, value) in zip(acts, bounds, strict=True))


def _values(text: str) -> tuple[float, ...]:
    return tuple(float(one.replace(",", ".")) for one in re.findall(r"\d+(?:[.,]\d+)?", text))


def _number(found: re.Match[str]) -> float:
    return float((found["value"] or found["behind"]).replace(",", "."))
