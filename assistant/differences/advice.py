"""A statement in, how strongly it advises each thing that it names, and what it leaves to choose between, out. Pure English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from assistant.differences.pairs import ACTS
from assistant.verify.conditional import find_conditions
from assistant.verify.rungs import RUNGS, Rung
from assistant.verify.rungs import profile as rungs_of
from assistant.verify.scopes import Scoped, scope
from assistant.words.lexicon import Lexicon, Mention

FIRM = 5.0
OPEN = 3.0
# "Not routinely" and "may not be" leave it open; "do not" doesn't.
_LEFT_ASIDE = 2.0
_FORBIDDEN = 0.0
_URGING = frozenset({"must", "strong", "should"})
_HEDGING = frozenset({"may", "unlikely"})
_CASES = frozenset({"if", "unless", "without", "until", "after"})
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_COMBINED = re.compile(r"\b(?:combin(?:e|ed|ing)|together)\b", re.IGNORECASE)
_KEEP = re.compile(r"\b(?:not|never)\s+(?:discontinu\w*|stop\w*|withhold\w*|deny|interrupt\w*|drop\w*|omit\w*)\b", re.IGNORECASE)
_NO_ONE = re.compile(r"\bno\s+(?:single|one)\b", re.IGNORECASE)
_GIVEN = re.compile(r"\b(?:treated|given|used|offered|done|performed|start\w*|is|are)\b[^,]*$", re.IGNORECASE)
_LIMITED = re.compile(r"\b(?:routine\w*|always|necessarily|every|sole\w*|alone|only)\b", re.IGNORECASE)
_MAIN = re.compile(
    r"\b(?:main|primary|principal|integral|mainstay|cornerstone|backbone|standard)\b(?!\s+tumou?r)|"
    r"\bstart\s+with\b|(?:^|[;:.,]\s*|\band\s+|\bto\s+)continue\b|\bperform\b|\bobtain\b|\bgive\b",
    re.IGNORECASE,
)
# What stands behind these words is when, beside what or in place of what something is done, not what is advised.
_ASIDE = re.compile(
    r"\b(?:before|prior\s+to|after|during|following|than|over|instead\s+of|because|due\s+to|considered\s+for|regardless\s+of|"
    r"respon\w+\s+to|risk\s+of|exposure\s+to|delay|toward|interrupt|aid|help|duration\s+of|adjust\w*\s+of|effects?\s+of|resistance\s+to)"
    r"\b[^,;:.]*",
    re.IGNORECASE,
)
_OR = re.compile(r"[\s,()]*\bor\s*(?:with\s+|an?\s+)*", re.IGNORECASE)
_INSTEAD = re.compile(r"\s*(?:\w+[\s-]){0,4}?as\s+an?\s+alternative\s+to\s*(?:an?\s+|the\s+)?", re.IGNORECASE)


# "X dosage", "X administration": something about X is advised, not X.
_ATTRIBUTE = re.compile(r"alternative\b", re.IGNORECASE)
_OF_IT = re.compile(r"\s+(?:administration|dos(?:e|age|ing)s?|duration|levels?|toxicit\w+|resistance)\b", re.IGNORECASE)
# "X may be combined with Y" leaves Y open, not X.
_MAY_HAVE_A_PARTNER = re.compile(
    r"\W*(?:may|might|can|could)\s+(?:also\s+)?be\s+(?:combined|paired|given\s+together)\b", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"\W*(?:and|but|or)?\s*(?:also\s+)?(?:it|they|this|these)?\s*(?:is|are|should|must|may|might|can|needs?|requires?)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def advice(text: str, lexicon: Lexicon) -> Mapping[str, float]:
    """How strongly the text advises each treatment, procedure or test that it names, by the ladder of ``verify.rungs``.

    Things named only in brackets, in a condition, or as what something else comes before or is better than, are left out,
    and so are those of which the text doesn't tell.
    """
    text = _BRACKETS.sub("", text)
    scoped = scope(text, lexicon)
    asides = [(one.start, one.end) for one in find_conditions(text) if one.kind in _CASES]
    asides += [match.span() for match in _ASIDE.finditer(text)]
    mentions = lexicon.mentions(text)
    found: dict[str, float] = {}
    for mention in mentions:
        inside = any(start <= mention.start < end for start, end in asides)
        inside = inside or any(pattern.match(text, mention.end) for pattern in (_OF_IT, _MAY_HAVE_A_PARTNER))
        weight = None if mention.concept.kind not in ACTS or inside else _weight(scoped, mention, mentions)
        if weight is not None:
            found[mention.concept.concept_id] = max(weight, found.get(mention.concept.concept_id, weight))
    return MappingProxyType(found)


def _weight(scoped: Scoped, mention: Mention, mentions: Sequence[Mention]) -> float | None:
    """How strongly the clause of a mention advises, and those behind it that speak of the same; None if they don't tell."""
    own = [index for index, term in enumerate(scoped.terms) if mention.start <= term.start < mention.end]
    if not own:
        return None
    first = scoped.clauses[own[0]]
    inside = _clause_and_what_goes_on(scoped, first, mentions)
    words = scoped.text[scoped.terms[min(inside)].start : scoped.terms[max(inside)].end]
    rungs = [rung for rung in rungs_of(scoped, inside) if not _counts(rung, mention, scoped)]
    denied = [rung for rung in rungs if rung.denied]
    if first in scoped.cancelled or _KEEP.search(words):
        return FIRM
    if denied or (own[0] in scoped.denied and not rungs):
        if _COMBINED.search(words) or _NO_ONE.search(words):
            return None  # what is not to be combined, or is not the only one, is not advised against by itself
        set_aside = any(one.kind == "local" and own[0] in one.focus for one in scoped.negators)
        hard = not set_aside and (not denied or any(rung.name in _URGING for rung in denied))
        return _FORBIDDEN if hard and not _LIMITED.search(words) else _LEFT_ASIDE
    told = [RUNGS[rung.name] for rung in rungs if rung.name != "can"]
    if _MAIN.search(words) and all(_is_option(rung, scoped) for rung in rungs if rung.name in _HEDGING):
        told.append(FIRM)
    return max(told, default=None) or _of_the_sentence(scoped, own[0])


def _of_the_sentence(scoped: Scoped, place: int) -> float | None:
    """How strongly the one strength word of a sentence advises, for what it lists between commas; None if there are more."""
    text, position = scoped.text, scoped.terms[place].start
    begin = max(text.rfind(mark, 0, position) for mark in ".;:")
    end = min((at for at in (text.find(mark, position) for mark in (". ", ";", ":")) if at >= 0), default=len(text))
    inside = {index for index, term in enumerate(scoped.terms) if begin < term.start < end}
    rungs = [rung for rung in rungs_of(scoped, inside) if rung.name != "can" and not _is_attribute(rung, scoped)]
    levels = {RUNGS[rung.name] for rung in rungs}
    return levels.pop() if len(levels) == 1 and not any(rung.denied or rung.name == "usual" for rung in rungs) else None


def _clause_and_what_goes_on(scoped: Scoped, first: int, mentions: Sequence[Mention]) -> set[int]:
    """The terms of a clause, and of those behind it that say more of the same ("…, and it should be offered")."""
    inside = {index for index, clause in enumerate(scoped.clauses) if clause == first}
    for clause in range(first + 1, max(scoped.clauses) + 1):
        own = [index for index, other in enumerate(scoped.clauses) if other == clause]
        if not own:
            continue
        goes_on = _GOES_ON.match(scoped.text, scoped.terms[own[0]].start)
        if not goes_on or any(_names_act(scoped.terms[index].start, mentions) for index in own):
            break
        inside.update(own)
    return inside


def _names_act(position: int, mentions: Sequence[Mention]) -> bool:
    return any(one.start <= position < one.end and one.concept.kind in ACTS for one in mentions)


def _is_attribute(rung: Rung, scoped: Scoped) -> bool:
    return rung.index >= 0 and bool(_ATTRIBUTE.match(scoped.terms[rung.index].text))


def _counts(rung: Rung, mention: Mention, scoped: Scoped) -> bool:
    """True for "common with X", which says how often something comes with it, and for "an alternative X", which tells a kind."""
    if _is_attribute(rung, scoped):
        return True
    between = scoped.text[scoped.terms[rung.index].start : mention.start] if rung.name == "usual" and rung.index >= 0 else ""
    return bool(between) and not _GIVEN.search(between)


def _is_option(rung: Rung, scoped: Scoped) -> bool:
    """True for the word of "the primary option", which hedges nothing."""
    return rung.index >= 0 and scoped.terms[rung.index].text.lower().startswith("option")


@lru_cache(maxsize=8192)
def alternatives(text: str, lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """The pairs of treatments or procedures that a text leaves to choose between: "X or Y", "X as an alternative to Y"."""
    return tuple(_alternatives(text, lexicon))


def _alternatives(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    text = _BRACKETS.sub("", text)
    acts = [mention for mention in lexicon.mentions(text) if mention.concept.kind in ACTS]
    for left, right in pairwise(acts):
        between = text[left.end : right.start]
        kin = lexicon.ancestors(left.concept.concept_id) | lexicon.descendants(left.concept.concept_id)
        if right.concept.concept_id not in kin and (_OR.fullmatch(between) or _INSTEAD.fullmatch(between)):
            yield left.concept.concept_id, right.concept.concept_id
