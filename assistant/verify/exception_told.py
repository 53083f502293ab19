"""What the statement excepts, and what it wards off, the claim may not make its case. Pure.

"Do X in everyone unless A" isn't "do X if A", and "do X to prevent A" isn't "do X after A".
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.caseless import small
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_EXCEPTED = re.compile(
    r"\b(?:unless|except(?:\s+(?:if|when|for|in|with))?|other\s+than|save\s+(?:for|in|if|when))\b(?P<what>[^.;\n]*(?:\n[^.;]*)?)"
)
_PREVENTED = re.compile(
    r"\bto\s+(?:prevent|avoid|ward\s+off|reduce\s+the\s+risk\s+of|lower\s+the\s+risk\s+of|guard\s+against|protect\s+against)\b(?P<what>[^.;:\n]*)"
)
_CASE = re.compile(
    r"\b(?:if|when|whenever|once|after|following|in\s+case\s+of|in\s+the\s+event\s+of|who\s+(?:have|has|had)|only\s+(?:in|for|with)|provided)\b(?P<what>[^.;:,\n]*)"
)
_EVEN = re.compile(r"\beven\s+(?:in|if|with|when|for|among|where)\b(?P<what>[^.;:,\n]*)")
# With these the claim may say the exception as one, or tell what is done instead.
_OTHERWISE = re.compile(
    r"\b(?:unless|except\w*|save|no|not|never|none|without|avoid\w*|skip\w*|omit\w*|contra\w*|instead|rather|other|otherwise|stop\w*|withh\w*|alternat\w*|only\s+if"
    r"|less|but|may|might|can|could|combin\w*|un\w{4,}|rul\w+\s+out|excus\w*|spar\w*|forgo\w*|don't|reserve\w*|need\w*)\b|n't\b"
)
_COMPARED = re.compile(r"\b(?:prefer\w*|over|rather|than|instead|or|alternat\w*|versus|single|first)\b")
_OF_A_PAST = re.compile(r"\b(?:after|following|history|had|previous\w*|prior|if|when|once|who)\b")


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a claim whose case is the statement's exception, or what the statement wards off."""
    del lexicon
    text = small(fold(match.claim.text))
    cases = [found.span("what") for found in _CASE.finditer(text)]
    if not cases and "even" not in text:
        return ()
    excepted, prevented, every = _spans(match.ground.statement.text)
    if excepted and not _OTHERWISE.search(text) and (words := _case_within(match, cases, excepted)):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the claim makes “{words}” its case, the cited words their exception"),)
    evens = [found.span("what") for found in _EVEN.finditer(text)]
    if every and evens and not _EVEN.search(match.ground.statement.text.lower()) and (words := _case_within(match, evens, every)):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the claim says it “even” of “{words}”, the cited words except that"),)
    if prevented and not match.claim.negators and (words := _case_within(match, cases, prevented)):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the claim makes “{words}” its case, the cited words prevent that"),)
    return ()


@lru_cache(maxsize=1024)
def _spans(statement: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Where a statement excepts, if it compares nothing; what it prevents, if it tells no past; and where it excepts at all."""
    text = small(fold(statement))
    every = tuple(found.span("what") for found in _EXCEPTED.finditer(text))
    excepted = () if _COMPARED.search(text) else every
    rest = _PREVENTED.sub(" ", text)
    prevented = () if _OF_A_PAST.search(rest) else tuple(found.span("what") for found in _PREVENTED.finditer(text))
    return excepted, prevented, every


def _case_within(match: Match, cases: list[tuple[int, int]], spans: tuple[tuple[int, int], ...]) -> str:
    """The words of the first case of the claim of which the statement speaks only there, and in part surely."""
    for start, end in cases:
        inside = [
            index
            for index, term in enumerate(match.claim.terms)
            if start <= term.start < end and match.links[index] and not term.filler
        ]
        places = [match.ground.terms[link].start for index in inside for link in match.links[index]]
        if places and all(any(begin <= place < stop for begin, stop in spans) for place in places):
            return match.claim.text[start:end].strip()
    return ""
