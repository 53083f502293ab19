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


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where what is kept from doing it, and what it would do it to, have changed places."""
    del lexicon
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
