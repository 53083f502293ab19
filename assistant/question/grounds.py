"""A clause of a question in, what it gives as its grounds out: "since …", "as …" behind what is planned, "X being Y".

What is only concluded from it ("…, so I left it out") or meant to come of it ("…, so that I can tell her") is no part of it.
"""

from __future__ import annotations

import re

# What only ever opens a clause needs no known verb behind it; the others open "since 2019" and "as a first step" too.
_GROUNDS = re.compile(
    r"^(?:(?P<clause>given\s+that|because(?!\s+of)|assuming\s+that|considering\s+that|seeing\s+that|now\s+that|knowing\s+that|"
    r"if\s+it\s+is\s+true\s+that)|since(?!\s+when)|given|as|assuming|considering|seeing)\s+(?P<rest>.+)",
    re.IGNORECASE,
)
_BEING = re.compile(r"^(?:with\s+)?(?P<subject>.+?)\s+being\s+(?P<rest>.+)", re.IGNORECASE)
FINITE = re.compile(
    r"\b(?:(?:is|are|was|were|has|have|had|should|must|can|will|does|do|did)(?:n['’]?t)?|cannot|won['’]t|needs?|makes?|causes?|gives?|cures?|works?|helps?|"
    r"improves?|prolongs?|requires?|accounts?|reduces?|increases?|prevents?|blocks?|occurs?|happens?|lasts?|goes|spreads?|delays?|"
    r"stops?|starts?|held|kept|gave|beats?|worked|lasted|raises?|lowers?|shortens?|worsens?|doubles?|contains?|counts?|suffices?|depends?|lives?|comes?|takes?|means?)\b",
    re.IGNORECASE,
)
# Behind what opens grounds any verb tells a clause, by a list of the commonest or by its ending and what follows ("rules out a").
VERB = re.compile(
    r"\b(?:(?:could|would|need)(?:n['’]?t)?|can['’]t|gets?|got|receives?|remains?|stays?|becomes?|became|belongs?|begins?|began|leads?|led|brings?|brought|adds?|allows?|lets|fails?|"
    r"failed|relies|rely|shows?|showed|proves?|proved|excludes?|precludes?|forbids?|equals?|outperforms?|exceeds?|matters?|suits?|"
    r"relieves?|protects?|loses?|lost|made|took|came|went)\b|"
    r"\b\w{2,}(?:[^su\W]s|ed)\s+(?:an?|the|no|not|never|only|out|up|off|away|all|every|any|less|more|better|worse|longer|well|too)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"^(?P<first>[^,]+(?:,[^,]+)*?),\s+(?P<grounds>(?:as|since|because(?!\s+of)|given\s+that|seeing\s+that|considering\s+that)\s+.+)$",
    re.IGNORECASE,
)
_CONCLUDED = re.compile(
    r",\s*(?:and\s+)?(?:so\s+(?:that\s+)?|therefore\s+|hence\s+|that\s+is\s+why\s+|which\s+is\s+why\s+)(?:i|we|he|she|they|you)\b.*$",
    re.IGNORECASE,
)
# Of what is concluded, that something is left off or out of the question: a document may tell to go on.
_LEFT_OFF = re.compile(
    r"^(?P<first>.+?),?\s+so\s+(?!that\b)(?P<left>(?:[\w/+-]+\s+){1,4}?(?:(?:should\s+|must\s+|can\s+|have\s+to\s+|need\s+to\s+|will\s+)?"
    r"(?:stop|drop|abandon|discontinue|withdraw|give\s+up)|stops?|stopped|comes?\s+off|is\s+(?:out|off|over|no\s+longer)|"
    r"are\s+(?:out|off|over|no\s+longer)|can(?:no|['’])t|no\s+longer)\b.*)$",
    re.IGNORECASE,
)


def grounds_of(clause: str) -> str:
    """What a clause gives as grounds, as a statement; "" for one that gives none."""
    match = _GROUNDS.match(clause)
    if match is None:
        return ""
    states = match["clause"] or FINITE.search(match["rest"]) or VERB.search(match["rest"])
    return match["rest"] if states else ""


def is_being(clause: str) -> str:
    """A clause "X being Y" as "X is Y"; "" for one that isn't built so."""
    being = _BEING.match(clause)
    return f"{being['subject']} is {being['rest']}" if being else ""


def apart(clause: str) -> tuple[str, ...]:
    """A clause without what is concluded from it, and the grounds that stand behind it as a clause of their own.

    A conclusion stays, as a clause of its own, if it leaves something off.
    """
    left = _LEFT_OFF.match(clause)
    if left is not None:
        return left["first"], left["left"]
    plain = _CONCLUDED.sub("", clause) or clause
    behind = _BEHIND.match(plain)
    return (behind["first"], behind["grounds"]) if behind and grounds_of(behind["grounds"]) else (plain,)
