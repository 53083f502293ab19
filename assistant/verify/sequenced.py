"""What the cited words give together doesn't follow one after the other, and what is given once isn't given each time. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon

_FOLLOWED = re.compile(
    r"\b(?:followed\s+(?:later\s+)?by|and\s+(?:only\s+)?then|and\s+(?:afterwards?|subsequently|thereafter"
    r"|after\s+that)|in\s+sequence\s+with|before\s+moving\s+on\s+to)\b",
    re.IGNORECASE,
)
# "Given after X": an order of two treatments, if X is one.
_GIVEN_AFTER = re.compile(
    r"\b(?:given|used|taken|started|begun|added|offered)\s+(?:only\s+|directly\s+|immediately\s+)?(?:after|before)\b(?!\s+(?:and|or)\b)",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:combin\w+|together|along\s+with|alongside|plus|added\s+to|adding|at\s+the\s+same\s+time"
    r"|concurrent\w*|concomitant\w*|simultaneous\w*|paired|coupled"
    r"|with|as\s+well\s+as)\b|\+",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\b(?:then|after\w*|before|follow\w*|once|until|subsequent\w*|sequen\w*|next|later|prior|second\w*"
    r"|switch\w*|maintenance|loading|induction|preced\w*"
    r"|start\w*|initial\w*|progress\w*|resum\w*|first)\b",
    re.IGNORECASE,
)
_ONCE_ONLY = re.compile(r"\b(?:loading|starting|initial|induction|priming)\s+(?:dose|bolus)\b|\bbolus\b", re.IGNORECASE)
_DOSES = r"(?:doses?|infusions?|cycles?|injections?|sessions?|treatments?|maintenance|administrations?|rounds?|courses?|time)"
_EACH = re.compile(
    rf"\b(?:each|every)\s+(?:(?:single|subsequent|further|later|weekly|\d[\w./]*)\s+){{0,3}}(?:(?:mg|mcg|g)(?:/kg)?\s+)?{_DOSES}\b"
    r"|^(?:each|every)\s+(?:minute|hour|day|week|month|cycle|time)\b",
    re.IGNORECASE,
)
_MEETINGS = r"(?:visits?|sessions?|appointments?|sittings?|fractions?|infusions?|injections?|doses?|drips?|time)"
_AT_MEETINGS = re.compile(rf"\b(?:each|every)\s+(?:\w+\s+)?{_MEETINGS}\b", re.IGNORECASE)
_BEFORE_EACH = re.compile(
    rf"\b(?:before|prior\s+to|ahead\s+of)\s+(?:each|every)\s+(?:\w+\s+)?(?:{_MEETINGS}|{_DOSES})\b", re.IGNORECASE
)
_BEFORE_AND_DURING = re.compile(r"\bbefore\b[^.;:]*\band\s+(?:then\s+)?(?:during|throughout)\b", re.IGNORECASE)
_BEFORE_START = re.compile(
    r"\b(?:before|prior\s+to|ahead\s+of)\b[^.;:]{0,60}?\b(?:start\w*|initiat\w*|begin\w*|begun|commenc\w*|first)\b", re.IGNORECASE
)
_EACH_TIME = re.compile(
    rf"\b(?:before|prior\s+to|ahead\s+of)\s+(?:each|every)\s+(?:\w+\s+){{0,2}}?(?:{_MEETINGS}|{_DOSES}|prescriptions?)\b|\b(?:each|every)\s+time\b",
    re.IGNORECASE,
)
_SINGLE = re.compile(rf"\b(?:single|one[\s-](?:off|time))\s+(?:\w+\s+){{0,2}}{_MEETINGS}\b", re.IGNORECASE)
_LOAD = re.compile(r"\bload(?:s|ing)?\b", re.IGNORECASE)
_RECURRING = re.compile(r"\b(?:each|every\s+(?!\d)|per\s+(?:dose|cycle|infusion)|repeat\w*|always)\b", re.IGNORECASE)
_AT_EACH = re.compile(r"\b(?:each|every)\s+(?:\w+\s+)?(?P<what>\w+)\b", re.IGNORECASE)
_AT_ONE = re.compile(r"\b(?P<which>first|initial|last|final|single|next|second)\s+(?:\w+\s+)?(?P<what>\w+)\b", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:each|every|all|any|always|thereafter|repeat\w*|not|than)\b|n't\b", re.IGNORECASE)
# What is given one by one isn't given at once, but for the cases that the statement sets apart.
_ONE_BY_ONE = re.compile(
    r"\b(?:sequential\w*|in\s+sequence|one\s+(?:at\s+a\s+time|by\s+one|after\s+(?:the\s+)?(?:an)?other)|single[\s-]agents?|in\s+turn"
    r"|consecutive\w*)\b",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"\b(?:together|at\s+once|simultaneous\w*|concurrent\w*|in\s+combination|combined|combining|side\s+by\s+side|all\s+at\s+(?:the\s+same|one)"
    r"\s+time)\b",
    re.IGNORECASE,
)
_WEIGHED = re.compile(
    r"\b(?:not|never|no|rather|instead|than|avoid\w*|over|before|against|above|without|ahead|single|alone|sequen\w*|one\s+at|one\s+by|one\s+after"
    r"|singly|separately|in\s+turn|reserv\w*|only|just)\b|n't\b",
    re.IGNORECASE,
)
_IN_TURN = re.compile(
    r"\b(?:(?<!which )(?<!, )in\s+turn|one\s+after\s+(?:the\s+|an)other|one\s+by\s+one|sequentially|in\s+sequence|in\s+succession"
    r"|by\s+turns)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(?:sequen\w*|turns?|success\w*|consecutiv\w*|one\s+(?:at|by|after)|switch\w*|multiple|single|monotherapy)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|no|rather|instead|than|without)\b|n't\b", re.IGNORECASE)
_SAVE = re.compile(r"\b(?:unless|save|except\w*|apart\s+from|other\s+than|outside|barring)\b", re.IGNORECASE)
_CASE = re.compile(r"\b(?:if|when|where|for|in\s+case|with|who|whose|may|might|can|should|could)\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "A, followed by B" beside "A together with B", and for a loading dose before each dose."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    if words := _each_for_once(claim, statement):
        return (Reason(code=ReasonCode.NUMBER, detail=f"the cited words don't say “{words}” of what is given once"),)
    if words := _once_for_each(claim, statement):
        return (Reason(code=ReasonCode.NUMBER, detail=f"the cited words say this of each time, the claim of “{words}”"),)
    at_once = _AT_ONCE.search(claim) if _ONE_BY_ONE.search(statement) else None
    if at_once and not _WEIGHED.search(claim) and (_SAVE.search(claim) or not _CASE.search(claim)):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words give these one by one, the claim “{at_once[0]}”"),)
    turn = _IN_TURN.search(claim)
    around = f"{statement} {fold(match.ground.context.text)} {fold(match.ground.neighbours.text)}"
    if turn and not (_TURNS.search(around) or _ORDER.search(statement) or _DENIED.search(claim[: turn.start()])):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words put these in no order, the claim “{turn[0]}”"),)
    followed = _FOLLOWED.search(claim)
    given = _GIVEN_AFTER.search(claim) if followed is None else None
    followed = given if given and _names_treatment(match, given.end()) else followed
    if followed and _is_joined(match, followed.start(), followed.end(), statement):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words don't say “{followed[0]}” of these"),)
    return ()


def _names_treatment(match: Match, start: int) -> bool:
    """True if what stands next is a treatment that the statement names too."""
    behind = (index for index, term in enumerate(match.claim.terms) if term.start >= start and match.links[index])
    concepts = (match.claim.terms[index].concept for index in behind if not match.claim.terms[index].filler)
    first = next(concepts, None)
    return first is not None and first.kind in TREATMENTS


def _each_for_once(claim: str, statement: str) -> str:
    """The words of "each dose" beside a loading one, of "at each visit" in front of a load, or of a single dose's."""
    before = _BEFORE_EACH.search(claim) if _BEFORE_AND_DURING.search(statement) else None
    before = before or (_EACH_TIME.search(claim) if _BEFORE_START.search(statement) else None)
    if before and not _RECURRING.search(statement):
        return before[0]
    each, meeting = _EACH.search(claim), _AT_MEETINGS.search(claim)
    if not (each or meeting) or _RECURRING.search(statement):
        return ""
    if each and _ONCE_ONLY.search(claim) and _ONCE_ONLY.search(statement):
        return each[0]
    if meeting is None or _SINGLE.search(claim):
        return ""
    load = _LOAD.search(claim, meeting.end())
    return meeting[0] if _SINGLE.search(statement) or (load and _LOAD.search(statement)) else ""


def _once_for_each(claim: str, statement: str) -> str:
    """The words of "at the first visit" where the statement says "at each visit", and of no first one."""
    stated = {found["what"].lower() for found in _AT_EACH.finditer(statement)}
    found = _AT_ONE.search(claim)
    told = found is None or _EVERY.search(claim) or re.search(rf"\b{found['which']}\b", statement, re.IGNORECASE)
    return "" if told or found is None or found["what"].lower() not in stated else found[0]


def _is_joined(match: Match, start: int, end: int, statement: str) -> bool:
    """True if the statement joins what stands around such words, or orders nothing at all."""
    terms = match.claim.terms
    said = [index for index, term in enumerate(terms) if match.links[index] and not term.filler and not term.has("strength")]
    left = [index for index in said if terms[index].end <= start and terms[index].concept] or [
        index for index in said if terms[index].end <= start
    ]
    right = [index for index in said if terms[index].start >= end]
    if not left or not right:
        return False
    around = f"{match.ground.context.text} {match.ground.neighbours.text}"
    if not _ORDER.search(statement) and not _ORDER.search(fold(around)):
        return True
    pairs = [(one, other) for mine in left for one in match.links[mine] for other in match.links[right[0]] if one != other]
    if not pairs:
        return False
    nearest = min(pairs, key=lambda pair: abs(pair[0] - pair[1]))
    between = statement[match.ground.terms[min(nearest)].end : match.ground.terms[max(nearest)].start]
    return bool(_TOGETHER.search(between)) and not _ORDER.search(between)
