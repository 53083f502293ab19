"""Who has no symptoms isn't who has some: what is said of the ones isn't said of the others. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_NONE = re.compile(
    r"\b(?:asymptomatic\w*|symptom-?\s?free|symptomless|free\s+(?:of|from)\s+(?:\w+\s+)?symptoms?"
    r"|(?:without|no|not\s+\w+|lack(?:s|ing)?|absence\s+of|never\s+\w+)\s+(?:any\s+|\w+\s+)?(?:symptoms?|symptomatic)"
    r"|not\s+symptomatic|symptoms?\s+(?:are|is)\s+(?:absent|not\s+present|lacking))\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:symptomatic|(?:with|has|have|having|had|show|shows|showing|develop|develops|get|gets|who\s+feel)\s+(?:\w+\s+)?symptoms?"
    r"|symptoms?\s+(?:are|is)\s+(?:present|there))\b",
    re.IGNORECASE,
)
_NOT_FREE = re.compile(r"\bnot\s+(?:yet\s+)?free\s+(?:of|from)\s+(?=(?:\w+\s+)?symptom)", re.IGNORECASE)
# "Asymptomatic stenosis", which no claim may tell of stenosis at large.
_LONE = re.compile(r"\basymptomatic\s+(?P<what>[a-z]+(?:\s+[a-z]+)?)\b", re.IGNORECASE)
_SPOKEN = re.compile(
    r"\b(?:a?symptom\w*|complain\w*|silent|incidental\w*|feel\w*|fine|well|ill|hurts?|pain\w*|trouble\w*|bother\w*)\b",
    re.IGNORECASE,
)
_WEIGHED = re.compile(
    r"\b(?:not|no|never|none|without|only|unless|until|before|except|save|regardless|whether|even|or|lack\w*|absen\w*|free|once|un\w*ed"
    r"|unlike)\b|n't\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:unless|until|regardless|whether|even|with\s+or|only|once|unlike)\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for what the claim says of who has symptoms and the statement of who has none, and the reverse."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    lone = _LONE.search(statement)
    if lone and not _SPOKEN.search(claim) and not _SPOKEN.search(statement.replace(lone[0], "")):
        named = [
            term for index, term in enumerate(match.ground.terms) if match.claims_for(index) and term.start >= lone.start("what")
        ]
        if any(term.start < lone.end() for term in named):
            return (Reason(code=ReasonCode.POPULATION, detail=f"the cited words say this of “{lone[0]}”, the claim of more"),)
    ours, theirs = _kind(claim), _kind(statement)
    if not ours or not theirs or ours == theirs:
        return ()
    detail = f"the cited words speak of those with {theirs} symptoms, the claim of those with {ours}"
    return (Reason(code=ReasonCode.POPULATION, detail=detail),)


def _kind(text: str) -> str:
    """Tell "no" or "some" symptoms; "" where a text names neither, both, or sets them under a word that turns them."""
    text = _NOT_FREE.sub("with ", text)
    none, some = _NONE.search(text), _SOME.search(_NONE.sub(" ", text))
    rest = _NONE.sub(" ", text)
    if "symptom" in rest.lower() and none:
        return ""
    if none:
        return "" if _OPEN.search(rest) else "no"
    near = rest[max(0, some.start() - 25) : some.start()] if some else ""
    return "some" if some and not _WEIGHED.search(near) else ""
