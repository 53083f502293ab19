"""From which to which: "switch from A to B" is not "switch from B to A". Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_FROM_TO = re.compile(r"\bfrom\s+(?P<one>(?:[\w.%/+-]+\s+){1,4}?)to\s+(?P<other>(?:[\w.%/+-]+\s*){1,3})", re.IGNORECASE)
_SMALL = frozenset("a an the of in on and or with for its their his her your at by after before then is are as mg g ml".split())


# "Spread past A into B", "spread to B from A".
_PAST = re.compile(
    r"\b(?:spread\w*|metasta\w+|mov(?:e|es|ed|ing)|travel\w*)\s+(?:past|beyond|out\s+of|outside(?:\s+of)?|from)\s+(?P<one>(?:[\w.%/+-]+\s+){1,8}?)(?:to|into)\s+"
    r"(?P<other>(?:[\w.%/+-]+\s*){1,5})",
    re.IGNORECASE,
)
_TO_FROM = re.compile(
    r"\b(?:spread\w*|metasta\w+|mov(?:e|es|ed|ing)|travel\w*)\s+(?:to|into)\s+(?P<other>(?:[\w.%/+-]+\s+){1,8}?)from\s+"
    r"(?P<one>(?:[\w.%/+-]+\s*){1,5})",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a claim that goes from where the statement goes to."""
    del lexicon
    ours, theirs = _ways(match.claim.text), _ways(match.ground.statement.text)
    if len(ours) != 1 or len(theirs) != 1:
        return ()
    (begin, end), (start, goal) = ours[0], theirs[0]
    if begin & goal and end & start and not begin & start and not end & goal:
        return (Reason(code=ReasonCode.DIRECTION, detail="the claim turns round what goes over to what"),)
    return ()


@lru_cache(maxsize=1024)
def _ways(text: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The words of each "from A to B" of a text, those of both sides left out."""
    found = []
    folded = fold(text).lower()
    for one in list(_PAST.finditer(folded)) or list(_TO_FROM.finditer(folded)) or _FROM_TO.finditer(folded):
        begin, end = (frozenset(word.strip(".,;:") for word in one[side].split()) - _SMALL for side in ("one", "other"))
        found.append((begin - end, end - begin))
    return tuple(found)
