"""What the cited words give as the cause isn't told as what follows from it. Pure.

"A because B" holds all the words of "B because A"; so does "B, so A" those of "A, so B".
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.crossed import by_word
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.verify.stretches import stretches
from assistant.words.lexicon import Lexicon

_END = re.compile(r"(?<=[^.\d])[.!?](?=\s|$)|[;\n]")
# "Since" tells of time too: it gives a cause where a subject and a verb follow.
_BECAUSE = (
    r"because\s+of|because|due\s+to|owing\s+to|on\s+account\s+of|as\s+a\s+result\s+of|thanks\s+to|caused\s+by|brought\s+(?:on|about)\s+by"
    r"|since(?=\s+(?:the\s+|an?\s+)?[\w-]+(?:\s+[\w-]+)?\s+(?:is|are|was|were|may|can|has|have|had|does|do|did)\b)"
)
_SO = (
    r"(?:and\s+)?(?:so(?!\s+(?:that|as|far|long|called|much|many)\b)|therefore|thus|hence|consequently"
    r"|(?:which|that)\s+is\s+why)"
)
_AHEAD = re.compile(rf"^\W*(?:{_BECAUSE})\s+(?P<cause>[^,]+),\s*(?P<effect>.+)$", re.IGNORECASE)
_BEHIND = re.compile(rf"^(?P<effect>.+?),?\s+(?:{_BECAUSE})\s+(?P<cause>[^,]+)(?:,.*)?$", re.IGNORECASE)
_FOLLOWS = re.compile(rf"^(?P<cause>.+?)(?:,\s*(?:{_SO}))\s+(?P<effect>.+)$", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where the claim's cause is the cited words' effect, and its effect their cause."""
    del lexicon
    ours = _told(match.claim)
    for cause, effect in _told(match.ground.statement) if ours else ():
        for own_cause, own_effect in ours:
            if _only(match, own_cause, effect, cause) and _only(match, own_effect, cause, effect):
                return (Reason(code=ReasonCode.DIRECTION, detail="the claim turns cause and effect round"),)
    return ()


def _only(match: Match, own: frozenset[int], wanted: frozenset[int], other: frozenset[int]) -> bool:
    """True if some of the claim's terms are said among the wanted ones, and none among the others alone."""
    linked = [by_word(match, index) for index in own if match.links[index]]
    return any(links & wanted and not links & other for links in linked) and not any(
        links & other and not links & wanted for links in linked
    )


@lru_cache(maxsize=1024)
def _told(text: Scoped) -> tuple[tuple[frozenset[int], frozenset[int]], ...]:
    """The terms of cause and effect in each sentence that tells of both."""
    folded = fold(text.text)
    found = []
    for begin, end in stretches(folded, _END):
        sentence = folded[begin:end]
        told = _AHEAD.match(sentence) or _BEHIND.match(sentence) or _FOLLOWS.match(sentence)
        if told:
            sides = [_places(text, begin + told.start(side), begin + told.end(side)) for side in ("cause", "effect")]
            if all(sides):
                found.append((sides[0], sides[1]))
    return tuple(found)


def _places(text: Scoped, start: int, end: int) -> frozenset[int]:
    return frozenset(
        place
        for place in text.content()
        if start <= text.terms[place].start < end
        and not text.terms[place].has("strength")
        and not text.terms[place].has("causes")
    )
