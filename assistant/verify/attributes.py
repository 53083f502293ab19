"""Of what of a treatment the cited words speak: its best duration is not its best dose, and where is not when. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

# What can be best or unknown about a treatment, with how each is told.
_ASPECTS = {
    "dose": r"dos(?:e|es|age|ing)|amount|how\s+much|how\s+high|strength",
    "duration": r"durations?|how\s+long|length(?!\s+of\s+life)",
    "timing": r"timing|when\s+to|when|moment|starting\s+point|time\s+(?:to|at\s+which)",
    "route": r"routes?|how\s+to\s+give",
    "interval": r"intervals?|frequenc(?:y|ies)|how\s+often|spacing",
    "order": r"sequences?|order|which\s+(?:\w+\s+)?first",
    "choice": r"(?:which|what)\s+(?:drug|agent|medicine|regimen|treatment|one)|agents?|drugs?|choices?|regimens?|medicines?",
    "number": r"number|how\s+many",
}
_FOUND = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _ASPECTS.items()), re.IGNORECASE)
_BEST = r"(?:optimal|optimum|best|ideal|right|correct)"
_OPEN = (
    r"(?:unknown|not\s+known|unclear|undefined|uncertain|open(?:\s+question)?|know"
    r"|not\s+(?:been\s+)?(?:defined|established|settled|determined))"
)
_WEIGHED = re.compile(rf"\b{_BEST}\b", re.IGNORECASE)
_UNSETTLED = re.compile(
    rf"\b(?:{_OPEN})\b|n't\s+(?:been\s+)?(?:known|defined|established|settled|determined|know)\b", re.IGNORECASE
)
_BEST_OF = re.compile(
    rf"\b{_BEST}\s+(?:[\w-]+\s+){{0,2}}?(?P<aspect>dos(?:e|es|age|ing)|amount|durations?|length|timing|moment|routes?|intervals?"
    rf"|frequency|spacing|sequence|order|agents?|drugs?|regimens?|number)\b"
    rf"|\b(?:which|what)\s+(?P<choice>drug|agent|medicine|regimen|dose|route|order)\s+is\s+(?:the\s+)?{_BEST}\b",
    re.IGNORECASE,
)
# "Depends on when", where the cited words say "on where".
_DEPENDS = re.compile(
    r"\b(?:depend\w*|hing\w+|turns?)\s+(?:up)?on\s+(?:just\s+|mainly\s+)?(?P<asked>when|where|who|why|how\s+\w+)\b", re.IGNORECASE
)
_ASKED = {
    "when": r"when|tim(?:e|es|ing)|moment|stage|phase|soon|early|late",
    "where": r"where|places?|sites?|locations?|areas?|organs?|parts?|regions?|position",
    "who": r"who|whom|whose|patients?|persons?|people|women|men",
    "why": r"why|reasons?|causes?",
}


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "the best dose is unknown" where the best duration is, and for "depends on when" where it does on where."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    asked = _DEPENDS.search(claim)
    if asked and (words := _ASKED.get(asked["asked"].lower())) and not re.search(rf"\b(?:{words})\b", statement, re.IGNORECASE):
        return (Reason(code=ReasonCode.NOT_STATED, detail=f"the cited words don't say that it “{asked[0]}”"),)
    if not (_WEIGHED.search(statement) and _UNSETTLED.search(statement) and _UNSETTLED.search(claim)):
        return ()
    stated = {one.lastgroup for one in _FOUND.finditer(statement)}
    for found in _BEST_OF.finditer(claim):
        named = _FOUND.search(found["aspect"] or found["choice"])
        if named and stated and named.lastgroup not in stated:
            return (Reason(code=ReasonCode.NOT_STATED, detail=f"the cited words don't speak of the “{found[0]}”"),)
    return ()
