"""What is kept from what: "keep A from reaching B" is not "keep B from reaching A". Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.appended import GRAMMAR
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.words.lexicon import Lexicon

_KEPT = re.compile(
    r"\b(?:prevent(?:s|ed|ing)?|keep(?:s|ing)?|kept|stop(?:s|ped|ping)?|hinder(?:s|ed|ing)?|block(?:s|ed|ing)?|hold(?:s|ing)?|protect(?:s|ed|ing)?)\s+"
    r"(?:(?P<from>from\s+)(?P<one>(?:[\w'/-]+\s+){1,5}?)|(?P<other>(?:[\w'/-]+\s+){1,5}?)from\s+)(?P<doing>\w+ing)\s+(?P<what>[^,.;:()]{2,80})",
    re.IGNORECASE,
)
# "Bring A to B" where the statement keeps A from reaching B.
_BRINGS = re.compile(
    r"\b(?:br(?:ing|ings|inging|ought)|put|puts|putting|carr(?:y|ies|ied|ying)|deliver(?:s|ed|ing)?|send(?:s|ing)?|steer(?:s|ed)?)\b[^.;:,]{1,60}?\b(?:to|into)\b",
    re.IGNORECASE,
)
_KEEPS = re.compile(
    r"\b(?:prevents?|keeps?|kept|stops?|blocks?|hinders?)\s+(?:the\s+)?(?:[\w'/-]+\s+){1,4}?from\s+(?:reach|enter|gett|attach|bind|com)ing\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|no|without|fail\w*|prevent\w*|keep\w*|stop\w*|block\w*|under\s+control|to\s+an?\s+(?:end|halt|stop|standstill))\b|n't\b",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where what is kept from doing it, and what it would do it to, have changed places."""
    del lexicon
    brought = _BRINGS.search(match.claim.text)
    if brought and _KEEPS.search(match.ground.statement.text) and not _DENIED.search(match.claim.text):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words keep it away, the claim says “{brought[0]}”"),)
    ours, theirs = _sides(match.claim), _sides(match.ground.statement)
    if ours is None or theirs is None:
        return ()
    kept, done_to = ({link for index in side for link in match.links[index]} for side in ours)
    if kept & theirs[1] and done_to & theirs[0] and not kept & theirs[0] and not done_to & theirs[1]:
        return (Reason(code=ReasonCode.DIRECTION, detail="the claim turns round what is kept from what"),)
    return ()


@lru_cache(maxsize=1024)
def _sides(scoped: Scoped) -> tuple[frozenset[int], frozenset[int]] | None:
    """Where what is kept from doing something stands, and what it would do it to; None without such a turn."""
    found = _KEPT.search(scoped.text)
    if found is None:
        return None
    kept, done_to = found.span("one") if found["one"] else found.span("other"), found.span("what")
    sides = tuple(
        frozenset(
            place for place, term in enumerate(scoped.terms) if begin <= term.start < end and term.text.lower() not in GRAMMAR
        )
        for begin, end in (kept, done_to)
    )
    return (sides[0], sides[1]) if all(sides) else None
