"""Of whom a share is told: "one in five of those with A have B" isn't "one in five of those with B have A". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.by_or_to import told_as_change
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.words.lexicon import Lexicon

# What follows a share of people or things; behind a share of another kind ("a 30% reduction") no whole is told.
_OF = re.compile(
    r"\s*(?:of\s+|in\s+|among\s+|(?=(?:women|men|people|patients|adults|children|persons|individuals|infants"
    r"|babies|those|cases|tumou?rs|cancers|who|with)\b))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:^|[.;:,\n]\s*)(?P<whole>(?:of|in|among|for"
    r"|out\s+of)\s+(?P<named>[^.;:,\n]{3,90}?)),\s*[^.;:,\n]{0,40}$",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"(?P<relative>\b(?:who|that|which|whose\s+(?:[\w/+-]+\s+){1,3}?)\s*(?:also\s+|already\s+)?)?"
    r"\b(?:ha(?:ve|s|d)|is|are|was|were|there|turn(?:s|ed)?\s+out|carr(?:y|ies|ied)|express(?:es|ed)?|mak(?:e"
    r"|es)|produc(?:e|es|ed)|develop(?:s|ed)?"
    r"|get(?:s)?|show(?:s|ed)?|suffer(?:s|ed)?|test(?:s|ed)?|respond(?:s|ed)?|live(?:s|d)?|ke(?:ep|eps|pt)"
    r"|contain(?:s|ed)?|prove(?:s|d)?|also|will|may|can|do|does)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:,\n]|\s(?:which|while|whereas|but)\s", re.IGNORECASE)

# "30% of patients", "one in four people": a share of those who are counted.
_COUNTED = re.compile(
    r"\s*(?:of\s+)?(?:(?:all|the|these|those|such|treated|our)\s+)*(?:(?!(?:in|among|for|with|by|to|and|or|at|on)\b)[\w/+-]+\s+){0,3}?"
    r"(?:patients|people|women|men|adults|children|persons|individuals|infants|babies|cases|participants|those|them)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_TAKEN_UP = frozenset("them these those they such this".split())


@dataclass(frozen=True, slots=True)
class _Share:
    """Where the words of the whole stand; ``index`` is the share's."""

    index: int
    start: int
    end: int


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a claim that takes the whole of the statement's share for the part, or leaves out of whom it is told."""
    del lexicon
    theirs = {share.index: share for share in _shares(match.ground.statement)}
    for ours in _shares(match.claim):
        for link in match.links[ours.index]:
            stated = theirs.get(link)
            if stated is not None and (detail := _turned(match, ours, stated)):
                return (Reason(code=ReasonCode.DIRECTION, detail=detail),)
    if words := _counts_a_change(match):
        return (Reason(code=ReasonCode.NUMBER, detail=f"the cited words tell by how much it changes, the claim “{words}”"),)
    return ()


def _counts_a_change(match: Match) -> str:
    """The "25% of patients" of a claim whose statement has something rise or fall by 25%; "" where it tells of people too."""
    text = fold(match.claim.text)
    own, stated = told_as_change(match.claim.text), fold(match.ground.statement.text)
    for index, term in enumerate(match.claim.terms):
        counted = _COUNTED.match(text, term.end) if term.quantity and term.quantity.kind == "share" else None
        if counted is None or not match.links[index] or own.intersection(_FIGURE.findall(term.text)):
            continue
        others = [match.ground.terms[link] for link in match.links[index]]
        changed = told_as_change(match.ground.statement.text)
        if all(changed.intersection(_FIGURE.findall(one.text)) and not _COUNTED.match(stated, one.end) for one in others):
            return text[term.start : counted.end()]
    return ""


def _turned(match: Match, ours: _Share, theirs: _Share) -> str:
    stated = {index for index, term in enumerate(match.ground.terms) if theirs.start <= term.start < theirs.end}
    named = {index for index in stated if not match.ground.terms[index].filler} - {theirs.index}
    rest = set(range(len(match.ground.terms))) - stated
    whole: set[int] = set()
    part: set[int] = set()
    groups: set[int] = set()
    for index, term in enumerate(match.claim.terms):
        links = set(match.links[index])
        if term.filler or term.quantity or not links:
            continue
        inside = ours.start <= term.start < ours.end
        if inside and links <= rest:
            whole |= links
            groups |= links if term.concept and term.concept.kind == "population" else set()
        elif not inside and links <= named:
            part |= links
    if (whole and part) or (groups and not named):
        return f"the cited words tell this share of “{match.ground.statement.text[theirs.start : theirs.end].strip()}”"
    told_of = [term for term in match.claim.terms if ours.start <= term.start < ours.end]
    of_those = any(term.text.lower() in _TAKEN_UP for term in told_of)
    if (
        named
        and not of_those
        and all(term.filler for term in told_of)
        and not any(named.intersection(links) for links in match.links)
    ):
        return f"the cited words tell this share of “{match.ground.statement.text[theirs.start : theirs.end].strip()}” only"
    return ""


@lru_cache(maxsize=1024)
def _shares(scoped: Scoped) -> tuple[_Share, ...]:
    """The shares of a text that are told of a whole that it names."""
    found = []
    text = fold(scoped.text)
    for index, term in enumerate(scoped.terms):
        if term.quantity is None or term.quantity.kind != "share":
            continue
        span = _behind(text, term.end) or _ahead(text, term.start)
        if span:
            found.append(_Share(index, *span))
    return tuple(found)


def _behind(text: str, place: int) -> tuple[int, int] | None:
    """The whole right behind a share: up to the verb that tells of it, or to the end of its clause."""
    begins = _OF.match(text, place)
    if begins is None:
        return None
    stop = _CLAUSE.search(text, begins.end())
    end = stop.start() if stop else len(text)
    verb = next((one for one in _FINITE.finditer(text, begins.end(), end) if not one["relative"]), None)
    return begins.end(), verb.start() if verb else end


def _ahead(text: str, place: int) -> tuple[int, int] | None:
    """The whole that opens the clause of a share: "among those with A, 30% …"."""
    found = _BEFORE.search(text, 0, place)
    return found.span("named") if found else None
