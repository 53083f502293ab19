"""Who decides or does a thing is who the cited words say it is. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_PATIENTS = r"patients?|you|women|woman|men|people|person|parents?|relatives|family|families|carers?|caregivers?"
_STAFF = (
    r"doctors?|physicians?|clinicians?|specialists?|surgeons?|nurses?|pharmacists?|dentists?|gps?|team"
    r"|consultants?|midwives|midwife|dietitians?"
    r"|\w+ologists?|\w+iatrists?|\w+therapists?|board|prescribers?"
)
_DECIDING = (
    r"decid\w*|choos\w*|chose\w*|determin\w*|judg\w*|check\w*|measur\w*|monitor\w*|adjust\w*|assess\w*|evaluat\w*|examin\w*"
    r"|interpret\w*"
)
_WILL = (
    r"(?:(?:should|must|may|can|could|will|might|has\s+to|have\s+to|needs?\s+to|is\s+to|are\s+to)\s+)?"
    r"(?:(?:always|then|themselves|alone)\s+)*"
)
_DOES = re.compile(rf"\b(?:(?P<patient>{_PATIENTS})|(?P<staff>{_STAFF}))\s+{_WILL}(?:{_DECIDING})\b", re.IGNORECASE)
_BY = re.compile(
    rf"\b(?:{_DECIDING}|made|taken)\b[^.;:,]{{0,40}}?\bby\s+(?:the\s+|an?\s+|their\s+|your\s+|his\s+"
    rf"|her\s+)?(?:\w+\s+){{0,2}}?(?:(?P<patient>{_PATIENTS})|(?P<staff>{_STAFF}))\b",
    re.IGNORECASE,
)
_ORDER = re.compile(rf"^(?:[^:\n]{{0,80}}[:\n]\s*)?(?:{_DECIDING})\s+(?!your\b)[a-z]", re.IGNORECASE)
# Whose wish it is: "her desire to go on" is not "whether the doctor wishes to go on".
_WISHING = r"(?:wish(?:es|ed)?|wants?|wanted|desires?|prefers?|preferences?|goals?|willing(?:ness)?|choice)\b"
_WISHED = re.compile(
    rf"\b(?:(?P<patient>{_PATIENTS})|(?P<staff>{_STAFF}))(?:(?:'s|s')\s+(?:[\w-]+,?\s+){{1,7}}?(?={_WISHING})|'s?\s+|\s+)(?:(?:is|are|own|personal|stated|would|may|might)\s+){{0,2}}{_WISHING}"
    rf"|\b{_WISHING}\s+of\s+(?:the\s+|their\s+|your\s+)?(?:treating\s+)?(?:(?P<patients>{_PATIENTS})|(?P<staffs>{_STAFF}))\b",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"\b(?:wish\w*|want\w*|prefer\w*|desir\w*|shared|with\s+(?:the|your|their)\s+(?:patient|doctor|clinician)|own|self)\b",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for patients that decide or check where the cited words have clinicians do so, and the reverse."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    wished, theirs = _wishing(claim), _wishing(statement)
    if len(wished) == len(theirs) == 1 and wished != theirs:
        who = "clinicians'" if "staff" in theirs else "patients'"
        return (Reason(code=ReasonCode.POPULATION, detail=f"the cited words speak of {who} wishes, the claim of others'"),)
    ours = _doers(claim)
    if len(ours) != 1:
        return ()
    theirs = _doers(statement) or (frozenset(("staff",)) if _ORDER.search(statement) else frozenset())
    if theirs and not ours & theirs and not _WISHES.search(statement):
        who = "clinicians" if "staff" in theirs else "patients"
        return (Reason(code=ReasonCode.POPULATION, detail=f"the cited words leave this to {who}, the claim doesn't"),)
    return ()


@lru_cache(maxsize=1024)
def _wishing(text: str) -> frozenset[str]:
    """Whose wishes a text names: "patient", "staff"."""
    return frozenset(
        kind for found in _WISHED.finditer(text) for kind in ("patient", "staff") if found[kind] or found[f"{kind}s"]
    )


@lru_cache(maxsize=1024)
def _doers(text: str) -> frozenset[str]:
    """Who decides, checks or measures in a text: "patient", "staff"."""
    return frozenset(
        kind for pattern in (_DOES, _BY) for found in pattern.finditer(text) for kind in ("patient", "staff") if found[kind]
    )
