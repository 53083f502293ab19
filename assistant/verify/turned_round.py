"""Which of two does it to the other: "A should not delay B" is not "B should not delay A". Pure.

Nor is "A alone or with B" the same as "B alone or with A".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.words.lexicon import Lexicon

# Verbs of which the one before does it to the one behind, each kind under a name of its own.
_VERBS = {
    "delay": r"delay(?:s|ing)?|hold(?:s|ing)?\s+up|postpon(?:e|es|ing)",
    "lead": (
        r"caus(?:e|es|ing)|lead(?:s|ing)?\s+to|bring(?:s|ing)?\s+(?:on|about)|result(?:s|ing)?\s+in|trigger(?:s|ing)?"
        r"|warrant(?:s|ing)?|call(?:s|ing)?\s+for|requir(?:e|es|ing)|necessitat(?:e|es|ing)|justif(?:y|ies|ying)"
    ),
    "rule": (
        r"determin(?:e|es|ing)|guid(?:e|es|ing)|govern(?:s|ing)?|dictat(?:e|es|ing)|influenc(?:e|es|ing)|decid(?:e|es|ing)\s+on"
    ),
    "block": r"(?:inhibit(?:s|ing)?|block(?:s|ing)?|target(?:s|ing)?|suppress(?:es|ing)?)(?!\s+of\b)",
    "weaken": r"mak(?:e|es|ing)|weaken(?:s|ing)?|interfer(?:e|es|ing)\s+with|counteract(?:s|ing)?",
    "weigh": r"outweigh(?:s|ing)?|overrid(?:e|es|ing)|exceed(?:s|ing)?|mask(?:s|ing)?|mimic(?:s|king)?",
    "with": (
        r"(?:by\s+(?:itself|themselves)|alone),?\s+or\s+"
        r"(?:(?:in\s+combination|combined|together|along|alongside|paired)\s+)?with|with\s+or\s+without"
    ),
}
_FOUND = re.compile("|".join(rf"(?P<{name}>(?<!-)\b(?:{words})\b)" for name, words in _VERBS.items()), re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:is|are|be|being|was|were)\s+(?:\w+ly\s+)?(?:(?P<block>(?:inhibited|blocked|targeted|suppressed)\s+by)"
    r"|(?P<delay>(?:delayed|held\s+up|postponed)\s+by)|(?P<rule>(?:determined|guided|governed|dictated|influenced)\s+by)"
    r"|(?P<lead>(?:caused|triggered|warranted|required|justified)\s+by)|(?P<weigh>(?:outweighed|exceeded|masked|mimicked)\s+by))\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"[.;:\n]|\b(?:which|who|but|because|whereas|while)\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where the two that such a word stands between have changed places."""
    del lexicon
    theirs = dict(_places(match.ground.statement))
    if words := _done_to_the_doer(match, theirs):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the claim turns round what stands about “{words}”"),)
    for kind, (start, end) in _places(match.claim):
        if kind not in theirs:
            continue
        begin, stop = theirs[kind]
        left, right = _beside(match, start, end)
        crossed = [_lies(match, link, stop, behind=True) for link in left] + [
            _lies(match, link, begin, behind=False) for link in right
        ]
        if left and right and all(crossed):
            words = match.claim.text[start:end]
            return (Reason(code=ReasonCode.DIRECTION, detail=f"the claim turns round what stands about “{words}”"),)
    return ()


def _done_to_the_doer(match: Match, theirs: dict[str, tuple[int, int]]) -> str:
    """The words of "A is blocked by B" where the statement says "A blocks B"."""
    found = _PASSIVE.search(fold(match.claim.text))
    if found is None or (found.lastgroup or "") not in theirs:
        return ""
    begin, stop = theirs[found.lastgroup or ""]
    left, right = _beside(match, *found.span())
    straight = [_lies(match, link, begin, behind=False) for link in left] + [
        _lies(match, link, stop, behind=True) for link in right
    ]
    return found[0] if left and right and all(straight) else ""


@lru_cache(maxsize=1024)
def _places(scoped: Scoped) -> tuple[tuple[str, tuple[int, int]], ...]:
    """The kind of each such word with its place; a kind that stands there twice is left out."""
    found = [(one.lastgroup or "", one.span()) for one in _FOUND.finditer(fold(scoped.text))]
    kinds = [kind for kind, _ in found]
    return tuple((kind, span) for kind, span in found if kinds.count(kind) == 1)


def _beside(match: Match, start: int, end: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where the statement says the nearest thing before and behind a place of the claim."""
    terms, text = match.claim.terms, fold(match.claim.text)
    cuts = [cut.end() for cut in _JOINT.finditer(text, 0, start)]
    said = [index for index in _said(match) if terms[index].start >= (cuts[-1] if cuts else 0)]
    before = [match.links[index] for index in said if terms[index].end <= start]
    behind = [match.links[index] for index in said if terms[index].start >= end]
    return (before[-1] if before else ()), (behind[0] if behind else ())


def _said(match: Match) -> Iterator[int]:
    """The claim's terms that name something of which the statement speaks."""
    for index, term in enumerate(match.claim.terms):
        weighs = term.has("strength") or term.has("negators") or term.has("conditions") or term.has("restrictive")
        if match.links[index] and not (term.filler or weighs or _FOUND.fullmatch(term.text)):
            yield index


def _lies(match: Match, link: int, place: int, *, behind: bool) -> bool:
    term = match.ground.terms[link]
    return term.start >= place if behind else term.end <= place
