"""Headings, lead-ins and signs that judge what stands below them: "Avoid", "Who can have it", "First choice", "❌". Pure.

What only names a topic may stand without a mark; "X: first choice in Y" states a fact, and a bare name below "Avoid" says that it
is avoided.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answers import Evidence, Reason, ReasonCode, Verdict
from assistant.citation.cite import Piece
from assistant.citation.gate import Verify
from assistant.citation.headed import is_sentence
from assistant.verify.folding import fold

OPPOSED = Reason(code=ReasonCode.NEGATION, detail="the heading says what the passages deny")
_JUDGES = re.compile(
    r"\b(?:avoid\w*|not|never|no|don't|contra-?indicat\w*|un(?:safe|suitable)|ineligible|forbidden|prohibited|exclu(?:de|ded|sion)"
    r"|safe(?:ly)?|suitable|eligib\w*|inclusion|allowed|permitted|fine|ok|okay|acceptable|candidates?|recommended|prefer\w*|indicated|indications?"
    r"|(?:first|best|drug|treatment|agent)[\s-]+(?:choice|of\s+choice|option)|best|effective|harmless|harmful|dangerous"
    r"|(?:can|may|should|must)\s+(?:be\s+)?(?:have|get|take|receive|given|used|treated|offered))\b",
    re.IGNORECASE,
)
# What makes a line above a list say something of each of its lines, though no passage has the word.
_TELLING = re.compile(
    r"\b(?:wors\w+|harm\w*|caus\w+|trigger\w*|provok\w*|danger\w*|tox\w+|unsafe|safe|safely|harmless|risk\w*|cur(?:e|es|ing)|prevent\w*|protect\w*"
    r"|help\w*|reliev\w*|improv\w*|eligib\w*|allow\w*|permit\w*|forbid\w*|inclusion|exclusion|suitable|best|wrong|false|myths?|mistakes?)\b",
    re.IGNORECASE,
)
_WHY = re.compile(r"^\W*why\s+(?P<verb>is|are|should|can|may|must)\s+(?P<what>[^?]{4,120})\?\W*$", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?P<name>(?:the\s+)?[\w/-]+(?:\s+(?:and|or)\s+[\w/-]+)?)\s+(?P<rest>.+)$", re.IGNORECASE)
_CROSS = re.compile(r"^\W*[❌✗✘🚫⛔]")
_SIGN = re.compile(r"^[\W_]*[❌✗✘🚫⛔][\W_]*")
# Kinds of a case that exclude each other.
_CASES = (
    ("mild", "moderate", "severe"),
    ("acute", "chronic"),
    ("stable", "unstable"),
    ("symptomatic", "asymptomatic"),
    ("uncomplicated", "complicated"),
    ("early", "late", "advanced"),
    ("adults|adult", "children|child", "infants|infant|babies|baby|newborns?|neonates?"),
    ("men|man|males?", "women|woman|females?"),
    ("low[\\s-]risk", "high[\\s-]risk", "intermediate[\\s-]risk"),
    ("inpatients?", "outpatients?"),
)
_KINDS = tuple(tuple(re.compile(rf"\b(?:{kind})\b", re.IGNORECASE) for kind in kinds) for kinds in _CASES)
_UNSAID = re.compile(r"the cited words don't say “([^”]+)”")
_SOFT = 1
_FEW = 6
_ASKING = frozenset("why how what when if where before after".split())
# A line with a verb of its own, "pairing A with B lifted C".
_ACTED = re.compile(r"\b(?!need|unadvis|recommend)\w{2,}ed\s+(?:\w+\s+)+\w", re.IGNORECASE)


def hanging_on(piece: Piece, lead_in: str) -> tuple[str, str]:
    """What a piece hangs on, and its words: its lead-in, or for a bare name the sign before it or a heading that judges."""
    if _CROSS.match(piece.text):
        return "Avoid", _SIGN.sub("", piece.text)
    hangs = not lead_in and _is_verdict(piece.heading) and not is_sentence(piece.text) and not _ACTED.search(piece.text)
    return (piece.heading if hangs else lead_in), piece.text


def _is_verdict(heading: str) -> bool:
    """True for a heading of a few words that judges, and asks for no reason or way."""
    words = fold(heading).lower().split()
    return bool(words) and len(words) <= _FEW and words[0] not in _ASKING and _JUDGES.search(heading) is not None


def is_opposed(title: str, evidence: Iterable[Evidence], verify: Verify) -> bool:
    """True for a heading that judges, where a passage denies just that and none says it."""
    said = _asserted(title)
    if not _JUDGES.search(fold(title)) or not said:
        return False
    verdicts = [verify(said, (piece,)) for piece in evidence]
    return not any(verdict.supported for verdict in verdicts) and any(_denied(verdict.reasons) for verdict in verdicts)


def against_above(piece: Piece, lead_in: str, evidence: Sequence[Evidence], verify: Verify) -> Verdict | None:
    """A verdict against a line that holds by itself, where what stands above it tells another case or thing; else None."""
    if other := another_case((lead_in, piece.heading), piece.text, evidence):
        reason = Reason(code=ReasonCode.POPULATION, detail=f"the cited words speak of another case than “{other}”")
        return Verdict(supported=False, score=0.0, reasons=(reason,))
    if not piece.heading or len(piece.heading.split()) > _FEW or is_sentence(piece.text) or piece.heading.endswith("?"):
        return None
    titled = verify(f"{piece.heading.rstrip(':')}: {piece.text}", evidence)
    return titled if any("the claim of another" in reason.detail for reason in titled.reasons) else None


def another_case(above: Iterable[str], line: str, evidence: Iterable[Evidence]) -> str:
    """The kind of case that stands above a line ("mild"), where the cited words speak of another alone ("severe"); else ""."""
    told = [f"{piece.lead_in} {piece.text}" for piece in evidence]
    around = " ".join((*told, *(f"{piece.title} {' '.join(piece.heading_path)}" for piece in evidence)))
    for text in filter(None, above):
        for kinds in _KINDS:
            named = [kind for kind in kinds if kind.search(text)]
            if len(named) != 1 or named[0].search(around) or named[0].search(line):
                continue
            others = [kind for kind in kinds if kind is not named[0]]
            if all(any(other.search(one) for other in others) for one in told):
                found = named[0].search(text)
                return found[0] if found else ""
    return ""


def tells(reason: Reason, lead_in: str, evidence: Iterable[Evidence]) -> bool:
    """True if what goes unsaid is a word of the lead-in that judges its lines, or words that are cited of another thing."""
    unsaid = reason.detail.partition("“")[2].partition("”")[0].lower() if reason.code is ReasonCode.NOT_STATED else ""
    found = _TELLING.search(unsaid)
    if found is not None and found[0].lower() in lead_in.lower():
        return True
    return " " in unsaid and unsaid in lead_in.lower() and any(unsaid in piece.text.lower() for piece in evidence)


def of_line(reason: Reason, lead_in: str, line: str) -> bool:
    """True if what goes unsaid is a word of the line and none of its lead-in: where the line holds alone, something says it."""
    found = _UNSAID.fullmatch(reason.detail)
    return found is not None and found[1].lower() in line.lower() and found[1].lower() not in lead_in.lower()


def _asserted(title: str) -> str:
    """What a heading says as a sentence: "Why is A the best in B?" says that it is; any other question says nothing."""
    if found := _WHY.match(title):
        parts = _SUBJECT.match(found["what"].strip())
        return f"{parts['name']} {found['verb'].lower()} {parts['rest']}" if parts else ""
    return "" if title.rstrip().endswith("?") else title.strip(": ")


def _denied(reasons: Iterable[Reason]) -> bool:
    """True for a denial or a reversal with hardly a word unsaid."""
    reasons = tuple(reasons)
    unsaid = sum(reason.code is ReasonCode.NOT_STATED for reason in reasons)
    turned = any(reason.code in {ReasonCode.NEGATION, ReasonCode.DIRECTION} or "“not " in reason.detail for reason in reasons)
    return turned and unsaid <= _SOFT
