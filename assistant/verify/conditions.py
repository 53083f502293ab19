"""A condition that the statement makes may not be dropped: unless, if, only after, in patients with … Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.lexicon import Lexicon
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.terms import Term

_PEOPLE = r"(?:patients?|women|woman|people|men|those|individuals?|adults?|persons?|cases|tumou?rs?|disease|cancers?|carriers?)"
_START = re.compile(
    rf"\b(?P<unless>unless|except(?:\s+(?:if|when|for|in))?)\b"
    rf"|\b(?P<if>if|when(?:ever)?|provided(?:\s+that)?|as\s+long\s+as|in\s+case\s+of|in\s+the\s+event\s+of|once)\b"
    rf"|\b(?P<without>in\s+the\s+absence\s+of|without)\b"
    rf"|\b(?P<until>until|till)\b"
    rf"|\b(?P<after>(?:only\s+)?(?:after|following|upon|on)\s+(?=(?:\w+[\s-]+){{0,4}}?(?:failure|fail\w*|progress\w*|relapse|recurrence|\d+(?!\d*,)|previous|prior|multidisciplinary|stable)))"
    rf"|\b(?P<people>(?:only\s+)?(?:in|for|to|among|of)\s+(?:\w+[\w/+-]*\s+){{0,5}}?{_PEOPLE}(?=\s+(?:with|who|whose|not|without|previously|requiring|having|that|on|under|in|considered|being|able|refus\w+|progress\w+)\b))"
    rf"|\b(?P<adjective>(?:only\s+)?(?:in|for|among)\s+(?:\w+[\w/+-]*\s+){{1,4}}?{_PEOPLE}\b)"
    rf"|(?P<bracket>\((?:if|for|when|in|after|only|unless)\b)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;:.!?\n()—]|,(?!\s*(?:or|and)\b)(?=\s*\w)|\s-\s|,\s+(?=(?:which|but|so|while)\b)")
_SEGMENT = re.compile(r"[;:.!?\n—](?=\s|$)|\bbut\b|\bwhereas\b|\bbecause\b|\bsince\b|,?\s+and\s+(?=(?:is|are|was|were|should|must|may|can|do|does|it|they|this)\b)", re.IGNORECASE)
_COORDINATED = re.compile(r"\b(?:and|or)\s*$", re.IGNORECASE)
_ESPECIALLY = re.compile(r"\b(?:particularly|especially|above\s+all|notably|preferably|mainly|even|including|such\s+as|chiefly|mostly)\s*,?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition at ``start:end`` of a statement."""

    kind: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def find_conditions(text: str) -> tuple[Condition, ...]:
    """The conditions in the order of the text."""
    folded = fold(text)
    found: list[Condition] = []
    position = 0
    while (match := _START.search(folded, position)) is not None:
        kind = match.lastgroup or ""
        begin = match.start() + (1 if kind == "bracket" else 0)
        stop = _STOP.search(folded, match.end())
        end = stop.start() if stop else len(folded)
        following = _START.search(folded, match.end() + 1)
        if kind == "unless":
            end = _to_strong_end(folded, match.end())
        elif following and following.start() < end:
            end = following.start()
        found.append(Condition(kind, begin, end))
        position = max(end, match.end())
    return tuple(found)


def _to_strong_end(text: str, begin: int) -> int:
    stop = re.compile(r"[;:.!?\n()—]").search(text, begin)
    return stop.start() if stop else len(text)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for the first condition of the statement that the claim leaves out."""
    ground = match.ground
    text = ground.statement.text
    for condition in find_conditions(text):
        if condition.start < ground.own_from or _ESPECIALLY.search(text[: condition.start]) or (condition.kind in {"after", "people"} and _COORDINATED.search(text[: condition.start])):
            continue
        inside = [index for index, term in enumerate(ground.terms) if condition.start <= term.start < condition.end and _counts(term)]
        needed = [index for index in inside if not _topical(match, [index], lexicon)]
        if not needed or not _speaks_of_segment(match, condition) or _said(match, condition, needed):
            continue
        return (Reason(code=ReasonCode.POPULATION, detail=f"the claim leaves out the condition “{text[condition.start : condition.end].strip()}”"),)
    return ()


def _said(match: Match, condition: Condition, needed: list[int]) -> bool:
    """True if the claim says at least one alternative of the condition, its first word included."""
    alternatives: list[list[int]] = [[]]
    terms = match.ground.terms
    for index, term in enumerate(terms):
        if condition.start <= term.start < condition.end:
            if term.text == "," or term.keys & {"w:or"}:
                alternatives.append([])
            elif index in needed:
                alternatives[-1].append(index)
    for alternative in (one for one in alternatives if one):
        said = [index for index in alternative if match.claims_for(index) or _quantity_said(match, index)]
        if len(said) * 2 >= len(alternative) and (condition.kind != "after" or alternative[0] in said):
            return True
    return False


def _speaks_of_segment(match: Match, condition: Condition) -> bool:
    """True if the claim says something of the part of the sentence that the condition stands in, outside of it."""
    text = fold(match.ground.statement.text)
    before = [boundary.end() for boundary in _SEGMENT.finditer(text, 0, condition.start)]
    after = _SEGMENT.search(text, condition.end)
    begin, end = (before[-1] if before else 0), (after.start() if after else len(text))
    terms = match.ground.terms
    linked = [index for index in match.claim.content() if match.links[index]]
    inside = [index for index in linked if any(begin <= terms[other].start < end and not condition.start <= terms[other].start < condition.end for other in match.links[index])]
    outside = [index for index in linked if any(not begin <= terms[other].start < end for other in match.links[index])]
    return bool(inside) and len(inside) >= len(outside)


def _counts(term: Term) -> bool:
    if term.quantity or term.line:
        return True
    return not term.filler and not term.has("universal") and not term.has("restrictive")


def _quantity_said(match: Match, index: int) -> bool:
    stated = match.ground.terms[index]
    if stated.line:
        return any(term.line == stated.line for term in match.claim.terms)
    if stated.quantity is None:
        return False
    return any(term.quantity and (term.quantity.low, term.quantity.high) == (stated.quantity.low, stated.quantity.high) for term in match.claim.terms)


def _topical(match: Match, inside: list[int], lexicon: Lexicon) -> bool:
    """True for "in metastatic disease" where the headings say as much already."""
    around = frozenset(term.concept.concept_id for term in match.ground.context.terms if term.concept)
    keys = frozenset(key for term in match.ground.context.terms for key in term.keys if key.startswith("w:"))
    for index in inside:
        term = match.ground.terms[index]
        known = term.concept and (term.concept.concept_id in around or around & lexicon.ancestors(term.concept.concept_id))
        if not known and not (term.keys & keys):
            return False
    return True
