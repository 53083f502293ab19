"""A cause that the claim gives is given by the statement. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_GROUPS = ("because", "cause", "lead_to", "purpose", "risk", "prevent", "required", "justified")
_GIVING = frozenset((*(f"g:{group}" for group in _GROUPS), "w:to", "w:so", "w:warrant", "w:base", "w:base on"))

_SAYING = frozenset("is are was were do does should must may can has have had saw shows showed not".split())


# What a treatment helps against it doesn't bring about.
_BRINGS_ABOUT = re.compile(
    r"\b(?:(?:is|are|be|being)\s+(?:\w+\s+)?(?:caused|brought\s+(?:on|about)|triggered|induced|provoked|produced)\s+by|can\s+cause|may\s+cause|causes)\b",
    re.IGNORECASE,
)
_HELPS = re.compile(
    r"\b(?:effective\s+(?:for|in|against)|treat(?:s|ing|ment\s+of)?|reliev\w+|palliat\w+|prevent\w*|helps?|used\s+(?:for|in|against)|against|eases?)\b",
    re.IGNORECASE,
)
_HARMS = re.compile(
    r"\b(?:caus\w+|lead\w*|due|owing|result\w*|risks?|side\s+effects?|adverse|induc\w+|trigger\w*|toxic\w*|occur\w*|because|mak\w+|produc\w+"
    r"|bring\w*|provok\w+|develop\w*|from|reactions?|harm\w*|complicat\w+|stimulat\w+|promot\w+|associated|linked|may|might|can)\b",
    re.IGNORECASE,
)
# Words by which a statement may tell of a cause.
_CAUSING = re.compile(
    r"\b(?:caus\w+|lead\w*|due|owing|result\w*|risks?|side\s+effects?|adverse|induc\w+|trigger\w*|toxic\w*|occur\w*|because|mak\w+|produc\w+|happen\w*"
    r"|bring\w*|provok\w+|develop\w*|from|reactions?|harm\w*|complicat\w+|stimulat\w+|promot\w+|associat\w+|linked|effects?|precipitants?|by|of|increas\w+)\b",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for “because” where the statement gives neither cause nor purpose, and for "caused by" what helps."""
    del lexicon
    brought, statement = _BRINGS_ABOUT.search(match.claim.text), match.ground.statement.text
    if (
        brought
        and "caus" in brought[0].lower()
        and not (_CAUSING.search(statement) or _HELPS.search(statement) or match.claim.negators)
    ):
        return (Reason(code=ReasonCode.NOT_STATED, detail=f"the cited words name no cause, the claim says “{brought[0]}”"),)
    if brought and _HELPS.search(statement) and not (_HARMS.search(statement) or match.claim.negators):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words say that this helps, the claim “{brought[0]}”"),)
    ours = [index for index, term in enumerate(match.claim.terms) if term.has("causes")]
    if not ours or any(term.has("causes") or term.keys & _GIVING for term in match.ground.terms):
        return ()
    if all(_comes_from(match, index) or _explained(match, index) or _told_beside(match, index) for index in ours):
        return ()
    said = match.claim.terms[ours[0]].text
    return (Reason(code=ReasonCode.NOT_STATED, detail=f"the cited words don't give this as a cause (“{said}”)"),)


def _explained(match: Match, index: int) -> bool:
    """True for "A, since B" where the statement says "A: B" and both are sentences."""
    terms = match.ground.terms
    colons = [place for place, term in enumerate(terms) if term.text == ":"]
    if len(colons) != 1:
        return False
    sides = (terms[: colons[0]], terms[colons[0] + 1 :])
    if not all(any(term.text.lower() in _SAYING or term.has("imperatives") for term in side) for side in sides):
        return False
    claim = match.claim
    content = [place for place in claim.content() if match.links[place] and not claim.terms[place].has("strength")]
    behind, before = ([place for place in content if (place > index) == later] for later in (True, False))
    return (
        bool(before and behind)
        and all(max(match.links[place]) > colons[0] for place in behind)
        and all(min(match.links[place]) < colons[0] for place in before)
    )


def _told_beside(match: Match, index: int) -> bool:
    """True for "do A, since it guides B" where the statement says "do A, which guides B": why stands in the clause beside."""
    claim, terms = match.claim, match.ground.terms
    which = [place for place in range(1, len(terms)) if terms[place].text.lower() == "which" and terms[place - 1].text == ","]
    if len(which) != 1 or not any(term.has("imperatives") for term in terms[: which[0]]):
        return False
    behind = [place for place in claim.content() if place > index and match.links[place]]
    before = [
        place for place in claim.content() if place < index and match.links[place] and not claim.terms[place].has("strength")
    ]
    told = all(max(match.links[place]) > which[0] for place in behind) and all(
        min(match.links[place]) < which[0] for place in before
    )
    return bool(before and behind) and told


def _comes_from(match: Match, index: int) -> bool:
    """True for "pain due to X" where the statement says "pain from X"."""
    claim, terms = match.claim, match.ground.terms
    behind = next((place for place in range(index + 1, len(claim.terms)) if not claim.terms[place].filler), None)
    before = next((place for place in range(index - 1, -1, -1) if not claim.terms[place].filler), None)
    if behind is None or before is None:
        return False
    sources = [link for link in match.links[behind] if link and terms[link - 1].text.lower() == "from"]
    return any(link - 2 in match.links[before] for link in sources)
