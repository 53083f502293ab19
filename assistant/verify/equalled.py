"""Two things are as good as each other only if the cited words say so. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_THINGS = frozenset(("drug", "drug class", "regimen", "procedure", "test"))
_COMPARATIVE = frozenset(("amount", "quality", "length", "speed"))
_WEIGHED = _COMPARATIVE | {"likelihood"}
# Of the words for "equal" those that weigh one thing against another; "as well as" only joins.
_EQUALLING = re.compile(
    r"effective|good|better|worse|superior|inferior|equal|equivalent|comparable|\bpar\b|match|rival", re.IGNORECASE
)


# "About as well as", "the same chance": equal without a word that weighs; "the same dose" is no such thing.
_ALIKE = re.compile(
    r"\b(?:about|just|roughly|nearly|quite|every\s+bit)\s+as\s+(?:well|effective\w*|good|likely|long|often|safe\w*|strong\w*)\b"
    r"|\b(?:did|does|do|fared?|works?|worked)\s+(?:just\s+|no\s+worse|about\s+)?as\s+well\b(?!\s+as\s+\w+ing)"
    r"|\b(?:is|are|was|were|works?|worked|did|does|stays?|stayed|remains?)\s+(?:much\s+|about\s+|exactly\s+|just\s+)?the\s+same\b"
    r"|\bat\s+(?:about\s+)?(?:a\s+similar|the\s+same)\s+time\s+(?:under|with|on|for|in)\b|\bjust\s+as\s+likely\b|\s=\s\w"
    r"|\b(?:is|are|was|were|be)\s+(?:about\s+|roughly\s+|quite\s+|broadly\s+)?(?:equipotent|comparable|interchangeable|equivalent|evenly\s+matched)\b"
    r"|\bthe\s+same\s+(?:chances?|odds|likelihood|effects?|benefits?|risks?|results?)\b(?!\s+(?:factor|group))",
    re.IGNORECASE,
)
# "Works the same as", "the same X as": said of two only where the cited words call something the same.
_WORKS_ALIKE = re.compile(
    r"\b(?:works?|acts?|helps?|does|did|performs?)\s+(?:just\s+|exactly\s+|much\s+)?(?:the\s+same(?:\s+way)?|as\s+well)\s+as\s+(?!\w+ing\b)",
    re.IGNORECASE,
)
# "Ranks level with", "ties with", "shares first place".
_LEVEL = re.compile(
    r"\b(?:(?:rank|stand|come|draw|sit|(?:is|are)\s+(?:ranked|placed|put|set))s?\s+(?:equal(?:ly)?|level|even|joint(?:ly)?|side\s+by\s+side)"
    r"|(?:is|are|was|were|stands?|sits?)\s+(?:(?:about|roughly|quite)\s+)?(?:on\s+a\s+)?level\s+with|on\s+a\s+level\s+with"
    r"|(?:ties?|tied)\s+(?:with|for)\b|shares?\s+(?:the\s+)?(?:first|top|second|same)\s+(?:place|rank|spot|position|rung)|joint\s+(?:first|top))\b",
    re.IGNORECASE,
)
_TWO = 2
_THE_SAME = re.compile(r"\bthe\s+same\s+(?:[\w-]+\s+){1,3}?as\b", re.IGNORECASE)
# "At the same amount" where the statement gives two.
_SAME_DOSE = re.compile(
    r"\b(?:the|at\s+the|at\s+an?)\s+(?:same|equal|identical)\s+(?:amount|dose|dosage|rate|strength)\b|\b(?:dose|time|duration|interval|amount|rate|limit|target|number)s?\b[^.;:]{0,50}?\b(?:is|are|stays?)\s+the\s+same\b",
    re.IGNORECASE,
)
_SAME = re.compile(r"\b(?:same|equal|identical|unchanged|repeat\w*)\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "A is as effective as B" where the cited words call no two things equal, and none no better."""
    del lexicon
    claim, statement = match.claim, match.ground.statement
    for term in claim.terms:
        if not term.keys & {"g:equal"} or not _EQUALLING.search(term.text):
            continue
        things = {other.concept for other in claim.terms if _is_thing(other)}
        told = any(other.keys & {"g:equal", "g:like_others"} for other in (*statement.terms, *match.ground.neighbours.terms))
        no_better = any(
            name[:-1] in _COMPARATIVE for place in statement.denied for name in statement.terms[place].names("opposites")
        )
        if len(things) >= _TWO and not (told or no_better or statement.negators):
            return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words don't call these equal (“{term.text}”)"),)
    if (same := _SAME_DOSE.search(claim.text)) and _differs(match):
        return (Reason(code=ReasonCode.NUMBER, detail=f"the cited words give different amounts, the claim “{same[0]}”"),)
    if (alike := _ALIKE.search(claim.text)) and _weighs(match):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words don't call these equal (“{alike[0]}”)"),)
    if (same := _THE_SAME.search(claim.text)) and _weighs(match):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words don't call these the same (“{same[0]}”)"),)
    works = _WORKS_ALIKE.search(claim.text) or _LEVEL.search(claim.text)
    if works and not statement.negators and not any(term.keys & {"g:equal", "g:like_others"} for term in statement.terms):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words don't call these equal (“{works[0]}”)"),)
    return ()


def _weighs(match: Match) -> bool:
    """Whether the statement calls one thing more than another, and nothing equal, and denies nothing."""
    statement = match.ground.statement
    if statement.negators or any(term.keys & {"g:equal", "g:like_others"} for term in statement.terms):
        return False
    return any(name[:-1] in _WEIGHED for term in statement.terms for name in term.names("opposites"))


def _differs(match: Match) -> bool:
    """Whether the statement gives two different amounts of a kind, and calls none the same."""
    amounts = {(one.base, one.low, one.high) for term in match.ground.terms if (one := term.quantity) and one.base}
    units = [base for base, _, _ in amounts]
    return len(units) > len(set(units)) and not _SAME.search(match.ground.statement.text)


def _is_thing(term: Term) -> bool:
    return term.concept is not None and term.concept.kind in _THINGS
