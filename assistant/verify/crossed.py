"""Of two halves of a statement, each with a subject of its own, the claim gives one subject what is said of the other. Pure.

"A should be continued, but B should be stopped" holds all the words of "A should be stopped", and says its opposite.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.words.lexicon import Lexicon

_JOINT = re.compile(r";\s+|,\s+(?:but|while|whereas|and|yet)\s+|\s+(?:whereas|while)\s+", re.IGNORECASE)
_SUBJECT = re.compile(
    r"^\W*(?P<name>(?:(?:the|a|an)\s+)?(?!(?:it|its|they|their|them|this|these|those|that|which|who|such|he|she|there|not|no|do|then|if|when|where|for|in|to|with|in"
    r"|at|on|of|by|as|is|are|was|were|should|must|may|can|both|all|each|either|only)\b)[\w/+-]+(?:\s+(?!(?:is|are|was|were|should|must|may|might|can|could|will|has"
    r"|have|had|does|do|did|only|not|of|for|to|with|who|that|which|if|when|unless)\b)[\w/+-]+){0,4}?)\s+"
    r"(?P<verb>is|are|was|were|should|must|may|might|can|could|will|has|have|had|does|did|only\s+(?:for|if|in|when)|decides?|informs?|gives?|takes?|needs?|requires?"
    r"|receives?|gets?|goes|lasts?|works?|helps?|reduces?|lowers?|raises?|increases?|improves?|causes?|starts?|stops?"
    r"|shortens|prevents|relieves|lessens|treats|controls|protects|slows|delays|worsens|prolongs|suggests|points|shows|indicates|responds|affects|calls"
    r"|allows|stays|remains|comes|occurs|follows|covers|contains|doubles|halves|persists|resolves|heals|eases|blocks|means|rules|confirms|excludes)\b",
    re.IGNORECASE,
)


# What takes the other half up is said of that too: "a delay may forfeit it"; "those with X" takes up nobody.
_TAKES_UP = re.compile(
    r"\b(?:it|its|they|them|their|this|these|such(?!\s+as)|he|she"
    r"|those(?!\s+(?:with|without|who|whose|in|on|at|of|aged|older|younger|over|under|taking|receiving|having)\b))\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r",?\s*(?:and|or|&|as\s+well\s+as)\s+(?:(?:the|an?)\s+)?", re.IGNORECASE)


class _Half(NamedTuple):
    """A half: the terms of its subject, and those of what is said of it."""

    subject: frozenset[int]
    said: frozenset[int]


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where the claim names the subject of one half alone, and says of it what stands in the other half alone."""
    del lexicon
    halves = _halves(match.ground.statement)
    if not halves:
        return ()
    linked = [
        by_word(match, index)
        for index in match.claim.content()
        if match.links[index] and not match.claim.terms[index].has("strength")
    ]
    for own, other in (halves, halves[::-1]):
        everywhere = own.subject | own.said
        names = any(links & own.subject and not links & (other.subject | other.said) for links in linked)
        names_other = any(links & other.subject for links in linked)
        told = [links for links in linked if links & other.said and not links & (everywhere | other.subject)]
        said = any(links & own.said and not links & other.said for links in linked)
        if names and names_other and told and not said and _as_one(match, own, other):
            return (Reason(code=ReasonCode.DIRECTION, detail="the cited words say this of one of the two, the claim of both"),)
        if names and not names_other and told:
            words = match.ground.terms[min(told[0] & other.said)].text
            subject = " ".join(match.ground.terms[place].text for place in sorted(other.subject))
            return (
                Reason(code=ReasonCode.DIRECTION, detail=f"the cited words say “{words}” of “{subject}”, the claim of another"),
            )
    return ()


def _as_one(match: Match, own: _Half, other: _Half) -> bool:
    """True for "A and B do X" where only B does X: the two subjects stand side by side."""
    terms, text = match.claim.terms, fold(match.claim.text)
    ours, theirs = (
        [place for place in match.claim.content() if (links := by_word(match, place)) & half.subject and not links & rest.subject]
        for half, rest in ((own, other), (other, own))
    )
    pairs = ((min(one, two), max(one, two)) for one in ours for two in theirs)
    return any(_JOINED.fullmatch(text[terms[one].end : terms[two].start]) for one, two in pairs)


def by_word(match: Match, index: int) -> frozenset[int]:
    """Where the statement says the claim's very word; else wherever it says the same."""
    words = {key for key in match.claim.terms[index].keys if key.startswith("w:")}
    links = match.links[index]
    return frozenset(link for link in links if words & match.ground.terms[link].keys) or frozenset(links)


@lru_cache(maxsize=1024)
def _halves(statement: Scoped) -> tuple[_Half, _Half] | tuple[()]:
    """The two halves of a statement that has a subject in each, no word of one in the other's; else nothing."""
    text = fold(statement.text)
    joints = list(_JOINT.finditer(text))
    for joint in joints:
        left, right = _half(statement, text, 0, joint.start()), _half(statement, text, joint.end(), len(text))
        if left is None or right is None:
            continue
        ours, theirs = (_words(statement, half.subject) for half in (left, right))
        shared = ours & theirs
        left, right = (
            half._replace(subject=frozenset(place for place in half.subject if not _words(statement, {place}) & shared))
            for half in (left, right)
        )
        if left.subject and right.subject:
            return left, right
    return ()


def _half(statement: Scoped, text: str, start: int, end: int) -> _Half | None:
    begin = max((text.rfind(mark, start, end) for mark in ("\n", ". ")), default=-1) + 1
    begin = max(begin, start)
    found = _SUBJECT.match(text[begin:end])
    if found is None or _TAKES_UP.search(text[begin:end]):
        return None
    stop = begin + found.end("name")
    places = [index for index in statement.content() if begin <= statement.terms[index].start < end]
    subject = frozenset(index for index in places if statement.terms[index].start < stop and not statement.terms[index].quantity)
    said = frozenset(
        index for index in places if statement.terms[index].start >= stop and not statement.terms[index].has("strength")
    )
    return _Half(subject, said) if subject and said else None


def _words(statement: Scoped, places: frozenset[int] | set[int]) -> frozenset[str]:
    return frozenset(key for place in places for key in statement.terms[place].keys if key.startswith(("w:", "c:")))
