"""What brings about what, in whatever words: "A, which makes B grow" is not "A, a result of B's growth". Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.words.lexicon import Lexicon

_FORWARD = (
    r"(?:caus(?:e|es|ing)|lead(?:s|ing)?\s+to|results?\s+in|resulting\s+in|giv(?:e|es|ing)\s+(?:rise|access)\s+to|bring(?:s|ing)?\s+(?:about|on)"
    r"|promot(?:e|es|ing)|fuels?|fuell?ing|driv(?:e|es|ing)(?:\s+(?:up|on))?|stimulat(?:e|es|ing)|trigger(?:s|ing)?|mak(?:e|es|ing)"
    r"|produc(?:e|es|ing)|speed(?:s|ing)?\s+up|push(?:es|ing)?\s+up|rais(?:e|es|ing)|provok(?:e|es|ing))(?!\s+sure)"
)
_BACKWARD = (
    r"(?:(?:is|are|as|being)?\s*(?:a|the)\s+(?:\w+\s+)?(?:result|consequence|effect|product)\s+of|resulting\s+from|results?\s+from"
    r"|(?:is|are|was|were|being)\s+(?:\w+\s+)?(?:caused|driven(?:\s+up)?|fuell?ed|promoted|triggered|brought\s+(?:about|on)|produced"
    r"|stimulated|raised|provoked)\s+by|caused\s+by|(?:due|owing)\s+to|because\s+of|comes?\s+from|coming\s+from|stem(?:s|ming)?\s+from|arises?\s+from)"
)
_FOUND = re.compile(rf"\b(?:(?P<backward>{_BACKWARD})|(?P<forward>{_FORWARD}))\b", re.IGNORECASE)
# They tell of a cause where no other word does.
_LOOSE = re.compile(r"because\s+of|com(?:es?|ing)\s+from", re.IGNORECASE)
_STOP = re.compile(r"[.;:,\n]|\b(?:and|but|so|while|whereas|because)\b", re.IGNORECASE)
_TAKEN_UP = re.compile(r",?\s*(?:(?:which|that|this|it)\s+)?(?:(?:is|are|can|may|also|often|then)\s+)*$", re.IGNORECASE)
_Sides = tuple[tuple[int, int], tuple[int, int]]


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a claim that makes the cause the effect and the effect the cause."""
    del lexicon
    ours, theirs = _sides(match.claim), _sides(match.ground.statement)
    if ours is None or theirs is None:
        return ()
    crossed, straight = [], False
    for mine, own, other in ((ours[0], theirs[0], theirs[1]), (ours[1], theirs[1], theirs[0])):
        links = [match.links[index] for index in _content(match, mine)]
        found = [(_any_in(match, link, own), _any_in(match, link, other)) for link in links if link]
        straight = straight or any(here for here, _ in found)
        crossed.append(any(there and not here for here, there in found))
    if all(crossed) and not straight:
        return (Reason(code=ReasonCode.DIRECTION, detail="the claim exchanges cause and effect"),)
    return ()


def _content(match: Match, span: tuple[int, int]) -> list[int]:
    terms = match.claim.terms
    return [
        index for index in match.claim.content() if span[0] <= terms[index].start < span[1] and not terms[index].has("strength")
    ]


def _any_in(match: Match, links: tuple[int, ...], span: tuple[int, int]) -> bool:
    return any(span[0] <= match.ground.terms[link].start < span[1] for link in links)


@lru_cache(maxsize=1024)
def _sides(scoped: Scoped) -> _Sides | None:
    """Where the cause stands and where the effect, each up to the next mark; None without just one such word."""
    text = fold(scoped.text)
    every = list(_FOUND.finditer(text))
    every = [one for one in every if not _LOOSE.match(one[0])] or every
    if len(every) != 1:
        return None
    found = every[0]
    taken = _TAKEN_UP.search(text, 0, found.start())
    end = taken.start() if taken else found.start()
    cuts = [cut.end() for cut in _STOP.finditer(text, 0, end)]
    stop = _STOP.search(text, found.end())
    before = (cuts[-1] if cuts else 0, found.start())
    behind = (found.end(), stop.start() if stop else len(text))
    return (behind, before) if found["backward"] else (before, behind)
