"""Of which outcome the cited words deny a gain: that nobody lives longer doesn't say that nobody feels better. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

# The outcomes that studies tell apart, with how each is told.
_OUTCOMES = {
    "life": (
        r"(?<!free\s)(?<!free-)surviv\w+(?!\s+without)|mortality|deaths?|dying|dies?|died"
        r"|li(?:ve|ves|ved|ving)|life(?!\s+quality)|lifespan|alive|OS"
    ),
    "progression": r"progress\w*|PFS|TTP",
    "recurrence": r"recur\w*|relaps\w*|reappear\w*|return\w*|come\s+back|came\s+back|(?:disease|event)-free|DFS|RFS",
    "control": (
        r"(?:local|locoregional|regional|disease|tumou?r)\s+control|control\s+of\s+(?:the\s+)?(?:disease|tumou?r)"
        r"|local(?:ly)?\s+(?:recur\w+|relaps\w+)"
    ),
    "quality": r"quality\s+of\s+life|life\s+quality|wellbeing|well-being|QoL|HRQoL|feel\w*",
    "pain": r"pains?|aches?|aching|sore\w*",
    "symptoms": r"symptom\w*|complaints?",
    "function": r"functions?|functioning|disabilit\w+|mobility|independence|walk\w*",
    "cure": r"cur(?:e|es|ed|ing|able|ative)|eradicat\w+",
    "response": r"respon[sd]\w*|remission\w*|shrink\w*",
    "stay": r"hospital\w*|admi(?:ssions?|tted)|length\s+of\s+stay",
    "growth": r"growth|height|weight",
    "memory": r"memory|cognit\w+|dementia",
    "mood": r"mood|depressi\w+|anxiety",
    "sleep": r"sleep\w*|insomnia",
    "fracture": r"fractures?|broken\s+bones?|bone\s+breaks?",
    "infection": r"infect\w+|pneumonia|sepsis",
    "bleeding": r"bleed\w*|haemorrhag\w+|hemorrhag\w+",
    "clot": r"thrombo\w+|clots?|embol\w+|strokes?",
    "healing": r"heal\w*",
}
OUTCOMES = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _OUTCOMES.items()}
_NOT = r"(?:\b(?:not|never|no|neither|nor|cannot|without|fails?\s+to|failed\s+to)\b|n['’]t\b)"
_GAIN = (
    r"(?:improv\w+|lengthen\w*|prolong\w*|extend\w*|increas\w*|rais\w+|boost\w*|enhanc\w*|benefi\w+|gains?|advantage\w*|better\w*|longer"
    r"|reduc\w+|lower\w*|lessen\w*|decreas\w*|cut\w*|prevent\w*|protect\w*|slow\w*|delay\w*|affect\w*|effects?|influence\w*|impact\w*|differen\w+"
    r"|chang\w+|help\w*|eas\w+|reliev\w+|relief|add\w*|shorten\w*|speed\w*|aid\w*|do\s+anything|lead\s+to|result\s+in|make\w*)"
)
_FEW = r"(?:(?!but\b|although\b|though\b|while\b|because\b|since\b|unless\b|if\b|when\b|where\b|who\b|so\b)[\w'’/-]+\s+)"
_ANY = "|".join(_OUTCOMES.values())
# "Has not improved X", "brings no gain in X", "no X benefit".
_DENIED = re.compile(
    rf"{_NOT}\s+{_FEW}{{0,3}}?(?:{_GAIN}\s+{_FEW}{{0,4}}?(?P<outcome>{_ANY})\b|(?P<first>{_ANY})\s+{_GAIN}\b)", re.IGNORECASE
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "hasn't improved X" where the cited words deny a gain in another outcome, and say nothing of X."""
    del lexicon
    denied = list(_DENIED.finditer(fold(match.claim.text)))
    statement = fold(match.ground.statement.text) if denied else ""
    if _DENIED.search(statement) is None:
        return ()
    cited = f"{fold(match.ground.context.text)} {statement}"
    for found in denied:
        words = found["outcome"] or found["first"]
        if not any(pattern.search(cited) for pattern in OUTCOMES.values() if pattern.fullmatch(words)):
            return (Reason(code=ReasonCode.NAME, detail=f"the cited words deny a gain in another outcome than “{words}”"),)
    return ()
