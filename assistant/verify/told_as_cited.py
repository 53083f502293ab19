"""Turns of phrase of drafts → the build that the cited words have for the same, each only beside words of that build. Pure.

"Half of the patients lived 20 months or more" is a median survival of 20 months, "start X without delay" is "do not delay X".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answers import Evidence
from assistant.verify.caseless import for_small, small
from assistant.verify.number_patterns import TIME
from assistant.verify.numerals import NUMBER

_WHO = r"(?:patients?|people|persons?|women|men|adults|children|cases|participants|infants|babies)"
_ANYBODY = rf"(?:you|they|she|he|the\s+patient|{_WHO})"
_ILL = r"(?:(?:the|her|his|your|their|a)\s+)?(?:cancer|tumou?r|disease|illness|condition)"
_DRUG = (
    r"(?P<what>(?:the\s+)?(?!(?:it|them|treatment)\b)[\w/-]+(?:\s+(?!(?:late|back|off|going|without|is|are|may)\b)[\w/-]+){0,2}?)"
)
_NO_DELAY = r"\b(?:do\s+not|don't|never|not\s+be|should\s+not|must\s+not|avoid)\s+delay"
_SURVIVAL = re.compile(r"(?<!-)(?<!free )\b(?:overall\s+)?survival\b", re.IGNORECASE)
_EVENT = r"(?:progression|relapse|recurrence|flares?|attacks?|symptoms?|disease)"


@dataclass(frozen=True, slots=True)
class _Turn:
    """Beside cited words that have ``cited``, ``claim`` is said as ``plain``; ``quick`` is ``claim`` for small letters."""

    cited: re.Pattern[str]
    claim: re.Pattern[str]
    quick: re.Pattern[str]
    plain: str | Callable[[re.Match[str], str], str]


def _turn(cited: str, claim: str, plain: str | Callable[[re.Match[str], str], str]) -> _Turn:
    pattern = re.compile(claim, re.IGNORECASE)
    return _Turn(re.compile(cited, re.IGNORECASE), pattern, for_small(pattern) or pattern, plain)


def _first(found: re.Match[str], said: str) -> str:
    """“Before X, Y is required” for "nobody should get X without first having Y", where the cited words say "before X"."""
    name = re.escape(found["what"].split()[-1])
    if not re.search(rf"\bbefore\s+(?:[\w/-]+\s+){{0,2}}?{name}\b", said, re.IGNORECASE):
        return found[0]
    return f"before {found['what']}, {found['first']} is required{found['rest'] or ''}"


def _delayed(found: re.Match[str], said: str) -> str:
    del said
    return f"a delay of {found['what'] or found['other'] or found['third']}"


def _median(found: re.Match[str], said: str) -> str:
    """The median that half of the people reach or pass: of living only where the cited words speak of survival as such."""
    free = found["free"] or found["freely"]
    lived = _SURVIVAL.search(said) if found["went"].lower().startswith(("liv", "surviv")) else None
    what = f"{free}-free survival" if free else lived[0] if lived else ""
    return f"the median {what} was {found['time']}" if what else found[0]


_TURNS: tuple[_Turn, ...] = (
    # "half of the patients went 18 months or more without progression" → "the median progression-free survival was 18 months"
    _turn(
        r"\bmedian\b",
        rf"\bhalf\s+(?:of\s+)?(?:the\s+|all\s+|these\s+)?{_WHO}\s+(?P<went>lived|live|survived?|went|go|stayed|remained?|stay|were)\s+(?:alive\s+)?(?:for\s+)?"
        rf"(?:(?:about|at\s+least|roughly|around)\s+)*(?P<time>{NUMBER}\s+(?:{TIME}))(?:\s+or\s+(?:more|longer))?"
        rf"(?:\s+without\s+(?:any\s+)?(?P<free>{_EVENT})|\s+(?P<freely>{_EVENT})-free)?",
        _median,
    ),
    # "a median of 6 months without progression" → "a median progression-free survival of 6 months"
    _turn(
        r"\bprogression-free\s+survival\b",
        rf"\b(?P<median>median|mean|average)\s+(?:of\s+)?(?P<time>{NUMBER}\s+(?:{TIME}))\s+(?:without|free\s+of)\s+(?:disease\s+)?progression\b",
        r"\g<median> progression-free survival of \g<time>",
    ),
    _turn(
        r"\bprogression-free\s+survival\b",
        r"\bmedian\s+time\s+(?:without|free\s+of|before)\s+(?:disease\s+)?progression\b",
        "median progression-free survival",
    ),
    # "took 9 months to progress", "a longer time before the cancer progressed" → "a time to progression"
    _turn(
        r"\btime\s+to\s+(?:disease\s+|tumou?r\s+)?progression\b",
        rf"\b{_ILL}\s+took\s+(?P<time>{NUMBER}\s+(?:{TIME}))\s+to\s+(?:progress|advance|grow|worsen)\b",
        r"time to progression was \g<time>",
    ),
    _turn(
        r"\btime\s+to\s+(?:disease\s+|tumou?r\s+)?progression\b",
        rf"(?<!\bmore )\btime\s+(?:before|until|till)\s+{_ILL}\s+(?:progress(?:ed|es)|advance[sd]|gr[eo]ws?|worsen(?:ed|s))\b",
        "time to progression",
    ),
    _turn(
        r"\btime\s+to\s+(?:disease\s+|tumou?r\s+)?progression\b",
        r"\btime\s+(?:before|until|till)\s+(?=(?:disease\s+)?progression\b)",
        "time to ",
    ),
    _turn(
        r"\btime\s+to\s+(?:disease\s+|tumou?r\s+)?progression\b",
        rf"\b(?P<time>{NUMBER}\s+(?:{TIME}))\s+(?:until|till|before|to)\s+(?:disease\s+)?progression\b",
        r"a time to progression of \g<time>",
    ),
    # "avoid starting X late", "start X without delay", "holding X back" → "do not delay X", "delaying X"
    _turn(
        _NO_DELAY, rf"\bavoid\s+(?:starting|giving|beginning|introducing)\s+{_DRUG}\s+(?:too\s+)?late\b", r"do not delay \g<what>"
    ),
    _turn(
        _NO_DELAY,
        rf"\b(?:start|begin|give|get|introduce)\s+{_DRUG}\s+(?:going\s+)?without\s+(?:any\s+)?delay\b",
        r"do not delay \g<what>",
    ),
    _turn(
        _NO_DELAY,
        rf"\b(?:holding|keeping)\s+{_DRUG}\s+back\b|\bholding\s+back\s+(?P<other>[\w/-]+)|\bputting\s+(?P<third>[\w/-]+)\s+off\b",
        _delayed,
    ),
    # "should never rest on it alone" → "should not rest on it alone"
    _turn(
        r"\bnot\b[^.;]{0,80}\b(?:only|alone|sole|single|by\s+(?:itself|themselves))\b",
        r"\bnever\b(?=[^.;:]{2,60}\b(?:alone|by\s+(?:itself|themselves)|on\s+(?:its|their)\s+own)\b)",
        "not",
    ),
    # "that stands alone", "with nothing elsewhere" → "that is isolated"
    _turn(r"\bisolated\b", r"\b(?:that|which)\s+stands\s+(?:quite\s+)?alone\b", "that is isolated"),
    _turn(
        r"\bisolated\b",
        r"\bwith\s+(?:nothing|no\s+(?:other\s+)?(?:disease|illness|spread|lesions?|sites?))\s+(?:found\s+)?(?:anywhere\s+else|elsewhere)\b"
        r"|\bwith\s+no\s+other\s+(?:disease|illness|lesions?|sites?)\b",
        "that is isolated",
    ),
    # "so that reactions are avoided" → "to prevent reactions"
    _turn(
        r"\bto\s+(?:prevent|avoid)\b",
        r",?\s*\bso\s+that\s+(?P<what>[^,;:.]{3,60}?)\s+(?:is|are)\s+(?:avoided|prevented|warded\s+off)\b",
        r" to prevent \g<what>",
    ),
    _turn(
        r"\bto\s+(?:prevent|avoid)\b",
        rf",?\s*\bso\s+that\s+{_ANYBODY}\s+(?:do|does|will)(?:\s+not|n't)\s+(?:get|have|develop|suffer)\s+(?:from\s+)?(?P<what>[^,;:.]{{3,60}}?)(?=[,;.]|$)",
        r" to prevent \g<what>",
    ),
    # "nobody should get X without first receiving Y" → "before X, Y is required"
    _turn(
        r"\bbefore\b[^.;]*\b(?:required|mandatory|must|necessary)\b",
        r"^(?:nobody|no\s+one|no\s+patient)\s+(?:should|must|may)\s+(?:get|have|receive|be\s+given|start|take)\s+(?P<what>[^,;:.]{2,40}?)\s+without\s+"
        r"(?:first\s+)?(?:receiving|having|getting|being\s+given|taking)\s+(?P<first>[^;:.]{3,140}?)(?P<rest>,\s+which\s[^;:.]*)?(?=[;.]|$)",
        _first,
    ),
    # "A should be offered only once B has been done" → "before A is offered, B should be done"
    _turn(
        r"\bbefore\s[^.;]{3,60}\b(?:should|must)\s+be\s+\w+",
        r"^(?P<what>[^,;:.]{3,60}?)\s+(?:should|may|must|can|is\s+to)\s+be\s+(?P<act>offered|given|started|begun|prescribed|used)\s+only\s+"
        r"(?:once|after|when)\s+(?P<first>[^,;:.]{3,60}?)\s+(?:has|have)\s+been\s+(?:done|performed|carried\s+out)\b",
        r"before \g<what> is \g<act>, \g<first> should be performed",
    ),
    # "wherever the disease causes symptoms" → "at symptomatic sites"
    _turn(
        r"\bsymptomatic\s+sites\b",
        rf"\b(?:wherever|where|at\s+sites\s+where)\s+{_ILL}\s+(?:causes?|gives?|produces?)\s+symptoms\b",
        "at symptomatic sites",
    ),
    # "of all patients, 15% have X" → "of patients, 15% have X"
    _turn(
        rf"\d\s*%\s*(?:of\s+)?(?:all\s+)?{_WHO}\b",
        rf"\b(?P<of>(?:out\s+)?of\s+)all\s+(?:(?:these|the|those)\s+)?(?=(?:{_WHO})\b[^.;]*\d\s*%)",
        r"\g<of>",
    ),
    # "for everyone except those whose X" → "except for those whose X"
    _turn(
        r"\b(?:unless|except)\b", r"\bfor\s+(?:everyone|everybody|all)\s+except\s+(?:those|people|patients)\b", "except for those"
    ),
    # "kept apart from X", "giving it together with X is out" → "do not combine it with X"
    _turn(
        r"\bnot\s+(?:be\s+)?combine[d]?\b",
        r"(?P<one>[\w/-]+(?:\s+[\w/-]+)?)\s+(?:should|must|has\s+to|have\s+to|needs?\s+to)\s+be\s+kept\s+(?:well\s+)?(?:apart|separate|away)\s+from\s+(?P<two>[\w/-]+)",
        r"do not combine \g<two> with \g<one>",
    ),
    _turn(
        r"\bnot\s+(?:be\s+)?combine[d]?\b",
        r"\b(?:giving|using|combining)\s+(?P<one>[\w/-]+)\s+(?:together\s+|along\s+)?with\s+(?P<two>(?:an?\s+)?[\w/-]+)\s+is\s+"
        r"(?:out(?!\s+of)|ruled\s+out|off\s+the\s+table|out\s+of\s+the\s+question)\b",
        r"do not combine \g<one> with \g<two>",
    ),
    # "seven in ten patients fall into this X group" → "X disease accounts for seven in ten patients"
    _turn(
        r"\baccounts?\s+for\b",
        rf"^(?P<share>(?:[\w-]+\s+(?:in|out\s+of)\s+[\w-]+|\d+(?:-\d+)?\s*%\s*of)\s+{_WHO})\s+(?:fall\s+into|belong\s+to|are\s+in)\s+(?:this|the)\s+"
        r"(?P<what>[^;:.]{3,50}?)\s+(?:group|category|class)\b",
        r"\g<what> disease accounts for \g<share>",
    ),
    # "has not worked", "has let the patient down" → "has failed"
    _turn(
        r"\b(?:ha(?:s|ve)\s+failed|failure\s+of)\b",
        rf"\b(?P<has>has|have|had)\s+(?:not\s+(?:worked|helped)|let\s+{_ANYBODY}\s+down)\b",
        r"\g<has> failed",
    ),
    # "one of the two ways to go" → "one option"
    _turn(
        r"\boptions?\b",
        r"\bone\s+of\s+(?:the\s+)?(?:two|three|possible)\s+(?:ways|routes|paths|roads|approaches)(?:\s+(?:to\s+go|open|forward))?\b",
        "one option",
    ),
    # "most of all in X" → "particularly in X"
    _turn(r"\b(?:particularly|especially)\b", r"\bmost\s+of\s+all\b", "particularly"),
    # "the 1st event" → "the first event"
    *(
        _turn(rf"\b{word}\b", rf"\b{short}\b(?![\s-]*lines?\b)", word)
        for short, word in (("1st", "first"), ("2nd", "second"), ("3rd", "third"))
    ),
)
_NO = re.compile(r"\bno\s+(?P<like>[a-z]{4,})\s+(?P<thing>disease|lesions?|tumou?rs?|masses|nodes|growths?)\b", re.IGNORECASE)
_WITHOUT = re.compile(
    r",?\s+(?:and\s+|but\s+)?(?:without\s+(?:any\s+)?(?P<bare>[a-z]{4,})|(?:with\s+)?nothing\s+(?P<like>[a-z]{4,}))(?=\s*(?:[,;.)]|$|and\b))",
    re.IGNORECASE,
)
_VERSUS = re.compile(
    rf"\b(?P<one>\d+(?:\.\d+)?)\s*(?:{TIME}|%)?\s+(?:vs\.?|versus)\s+(?P<other>\d+(?:\.\d+)?)\s*(?P<unit>{TIME}|%)"
)
_ROOT = 2


def told_as_cited(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with such turns in the cited words' build."""
    said = " ".join(f"{piece.lead_in} {piece.text}" for piece in evidence)
    text = claim
    for turn in _taken(claim):
        if turn.cited.search(said):
            text = turn.claim.sub(turn.plain if isinstance(turn.plain, str) else _saying(turn.plain, said), text)
    return _compared(_without(text, said), said)


@lru_cache(maxsize=1024)
def _taken(claim: str) -> tuple[_Turn, ...]:
    """The turns that a claim may take: asked once, whatever is cited for it."""
    text = small(claim)
    return tuple(turn for turn in _TURNS if turn.quick.search(text))


def _saying(plain: Callable[[re.Match[str], str], str], said: str) -> Callable[[re.Match[str]], str]:
    return lambda found: plain(found, said)


def _without(text: str, said: str) -> str:
    """“No bulky disease” for "without bulk" and "nothing bulky"."""
    found = _WITHOUT.search(text)
    if found is None:
        return text
    word = (found["bare"] or found["like"]).lower()
    for one in _NO.finditer(said):
        like = one["like"].lower()
        if like == word or (like.startswith(word) and len(like) - len(word) <= _ROOT):
            return f"{text[: found.start()]} and no {like} {one['thing']}{text[found.end() :]}"
    return text


# Between two figures: whose the first is, which the order of the two no longer tells.
_WHOSE = r"(?:with|on|for|under|of|in|to|by|after|from)\b"


def _compared(text: str, said: str) -> str:
    """“9 vs 6 months” for "9 rather than 6 months" and for "9 months, longer than the 6 months seen with B"."""
    for found in _VERSUS.finditer(said):
        one, other, unit = re.escape(found["one"]), re.escape(found["other"]), found["unit"]
        if not re.search(rf"(?<![\d.]){one}\b", text) or not re.search(rf"(?<![\d.]){other}\b", text):
            continue
        figures = rf"(?<![\d.]){one}(?:\s*{unit})?"
        text = re.sub(
            rf"{figures}(?P<mid>,?\s+(?:(?!{_WHOSE})[a-z]+\s+){{0,4}}?)(?:rather\s+than|(?:as\s+)?against|instead\s+of)\s+{other}(?:\s*{unit})?(?![\d.]*\d)",
            rf"{found['one']} vs {found['other']} {unit}\g<mid>",
            text,
        )
        text = re.sub(
            rf"{figures}(?P<mid>[^.;()\d]{{0,60}}?\blonger\s+than\s+)(?:the\s+)?{other}\s*{unit}\s+(?:(?:seen|found|observed|recorded|reached|achieved)\s+)?"
            r"(?P<rest>(?:with|on|for|under|of)\s+[^.;()]+)",
            rf"\g<mid>\g<rest> ({found['one']} vs {found['other']} {unit})",
            text,
        )
    return text
