"""What somebody tells of themselves or of theirs in a question: "I'm 39 and still have periods. What now?". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.question.kin import kin

_KIN = "|".join(sorted(kin().personal | kin().titles, reverse=True))
_OWNER = rf"(?:my|our|her|his|their|the)\s+(?:own\s+)?(?:\w+\s+)?(?:{_KIN}|patient)"
_ILLNESS = (
    rf"(?:(?:my|her|his|our|their|the)\s+|{_OWNER}['’]s\s+)(?:[\w-]+\s+){{0,3}}?(?:cancer|tumou?r|disease|illness|condition)"
)
# Who speaks of whom, and the verb that the rest hangs on.
_TELLS = re.compile(
    rf"^(?:(?:hi|hello|so|well|and|but|because|as|since|now|also)\W+)*(?:{_ILLNESS}|{_OWNER}(?!['’])|i|she|he|we|they)\b\s*"
    r"(?:(?P<is>['’]m|['’]s|['’]re|am|is|are)|(?P<has>['’]ve|have|has|had|still\s+(?:have|has|gets?)|haven['’]t|hasn['’]t|have\s+not|has\s+not))\s+(?P<what>\w.+)$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^(?:and\s+)?(?P<has>(?:still\s+)?(?:have|has|get|gets)|haven['’]t|hasn['’]t|have\s+not|has\s+not)\s+(?P<what>\w.+)$",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?;])\s+")
_CLAUSES = re.compile(
    r",\s+(?:and\s+|but\s+)?|\s+(?:and|but)\s+(?=(?:i|she|he|my|her|his|still|have|has|haven|hasn)\b)", re.IGNORECASE
)
_ASKS = re.compile(
    r"^(?:and\s+|so\s+)?(?:what|which|who|how|when|where|why|is|are|can|could|do|does|did|should|will|would|may|must)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"^(?:not|n['’]t|never|no)\b|\b(?:asking|wondering|looking|going|told|worried|scared|afraid|sorry)\b", re.IGNORECASE
)
_HAS_NOT = {"haven't": "have not", "hasn't": "have not", "has not": "have not", "has": "have", "'ve": "have", "had": "have"}
_MOST_WORDS = 14


def own_case(question: str) -> tuple[str, ...]:
    """What is told of the asker or theirs, each as a group: "in patients who still have periods"."""
    return tuple(dict.fromkeys(f"in patients who {told}" for one in _SENTENCES.split(question) for told in _told(one)))


def _told(sentence: str) -> Iterator[str]:
    """What the clauses of a sentence tell, up to the one that asks."""
    begun = False
    for clause in _CLAUSES.split(sentence.strip(" .!?;")):
        found = _TELLS.match(clause) or (_GOES_ON.match(clause) if begun else None)
        if _ASKS.match(clause) or (found is None and not begun):
            return
        if found is None or _NOT.search(found["what"]) or len(found["what"].split()) > _MOST_WORDS:
            continue
        begun = True
        has = " ".join((found["has"] or "").lower().replace("’", "'").split())
        verb = _HAS_NOT.get(has, has.replace("has", "have").replace("gets", "get")) if has else "are"
        yield f"{verb} {found['what']}"
