"""How far a page says of itself that it was reviewed: a status, a body that approved it, a draft. By general wordings only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.documents import ReviewStatus
from ingest.parse.dates import begins_with_day
from ingest.patterns import any_of

_PAPER = (
    r"(?:guid(?:e|eline|ance)|protocol|polic(?:y|ies)|procedure|pathway|document|leaflet|booklet|handbook|page|article|chapter|"
    r"content|sop|monograph|information|text|version)"
)
_OF_PAPER = rf"\b(?:this|the|our) (?:\w+ ){{0,2}}{_PAPER}"
_STATED = r"(?:(?:document|review|approval|current|policy|guideline) )?status\W{0,3}(?:is )?(?:currently )?"
_PENDING = any_of(
    r"""
    \b(?:pending|awaiting|awaited|tbc|to be (?:confirmed|approved|ratified)|subject to)\b
    \b(?:not|yet|until|unless|before|when|once|being|if|never)\b
    """
)
_APPROVED = re.compile(
    r"(?:^|[.;|(–—]\s*|\bversion \S+,? |\bv\.?\d\S*,? )(?:date )?(?:approved|ratified|authori[sz]ed for use)\b"
    r"(?P<by> by)?(?P<colon>\s?[:|–—-])?\s*(?:the )?(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:(?-i:[A-Z])[\w&'’-]*,? (?:and |of |for |& |the )*){0,6}"
    r"\b(?-i:Groups?|Committee|Board|Council|Society|Cabinet|Panel|Forum|Division|Directorate|Trust|Team|Executive|Commission|"
    r"Department|Network|Meeting|Director|Officer|Pharmacist|Lead)\b",
    re.IGNORECASE,
)
_FULLY = re.compile(
    rf"\b(?:this|the) (?:\w+ ){{0,2}}{_PAPER} (?:is|was|has been) (?:approved|ratified) (?:by|on|in)\b|"
    r"\bapproved by the (?:\w+ ){0,4}(?:board|committee|council|society)\b(?! for (?!use\b))",
    re.IGNORECASE,
)
_WAITS = re.compile(r"\b(?:pending|awaiting|awaited|tbc|to be confirmed)\b", re.IGNORECASE)
_MOST_WORDS = 40
_STATUS = (
    (
        ReviewStatus.DRAFT,
        any_of(
            rf"""
            \b(?:this is a|working|consultation|first|{_STATED}) ?draft\b|\bdraft (?:version|document|guideline|protocol|policy)\b
            \bdraft\b[^.]{{0,20}}\bfor (?:consultation|comments?|discussion|approval|review)\b
            \bdraft (?:v\.?|version |no\.? ?|number )?\d+(?:\.\d+)*\b(?!\s*(?:sentences|words|lines|plans))
            ^draft(?: copy| only)?\s?(?:[–—:|]|- ).*\S|\(draft\)\W*$|\bnot for clinical use\b
            ^watermark: .*\b(?:draft|borrador|not (?:yet )?(?:approved|ratified)|not for \w+|(?:for|under|awaiting|pending) \w+)\b
            """
        ),
    ),
    (
        ReviewStatus.UNDER_REVIEW,
        any_of(
            rf"""
            \b(?:pending|awaiting|waiting for|undergoing|not yet) (?:\w+[- ]){{0,3}}?review(?:ed)?\b
            \b{_STATED}(?:under|in) review\b
            {_OF_PAPER} is (?:currently |now )?(?:under (?:\w+ )?review|being (?:reviewed|revised))\b
            """
        ),
    ),
    (ReviewStatus.APPROVED, any_of(rf"\b{_STATED}(?:approved|ratified)\b")),
    (ReviewStatus.SUBMITTED, any_of(rf"\b{_STATED}submitted\b")),
    (
        ReviewStatus.REVIEWED,
        any_of(
            r"""
            \b(?:medically|clinically|peer|expert(?:ly)?|scientifically)[- ]?reviewed\b
            \breviewed by:? (?:the )?(?:dr\b|[A-Z])|\bfact[- ]checked by\b
            \brevisado (?:médicamente|clínicamente|por)\b
            """
        ),
    ),
)
_TEAM = re.compile(r"^(?:the )?.{2,60}\b(?:team|staff|board)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A page's review status in its own words."""

    status: ReviewStatus
    note: str | None


def find_review(lines: Sequence[str]) -> Review:
    """The review status that the page states. Lines that only name a step ("Submitted") belong to a drawing of all steps."""
    sentences = [" ".join(line.split()) for line in lines if len(line.split()) > 2 or ":" in line]  # noqa: PLR2004
    for status, pattern in _STATUS:
        for sentence in sentences:
            if pattern.search(sentence) or (status is ReviewStatus.APPROVED and _is_approved(sentence)):
                return Review(status=status, note=f"The page says: “{sentence[:200]}”")
            if status is ReviewStatus.UNDER_REVIEW and _is_pending(sentence):
                return Review(status=status, note=f"The page says: “{sentence[:200]}”")
    team = next((sentence for sentence in sentences if _TEAM.match(sentence)), None)
    note = f"No review is stated; the page names “{team}”." if team else None
    return Review(status=ReviewStatus.NOT_STATED, note=note)


def _is_approved(line: str) -> bool:
    """Whether a line tells who approved the document or when, and no medicine: a field, or a sentence about the document."""
    if len(line.split()) > _MOST_WORDS or _PENDING.search(line):
        return False
    return _FULLY.search(line) is not None or any(_names_approval(match) for match in _APPROVED.finditer(line))


def _is_pending(line: str) -> bool:
    """Whether a line names a body that has yet to approve the document."""
    match = _APPROVED.match(line)
    return match is not None and bool(match["by"] or match["colon"]) and _WAITS.search(match["rest"]) is not None


def _names_approval(match: re.Match[str]) -> bool:
    """Whether what stands behind "approved" is a body, with "by" or a colon before it, or a day."""
    rest = match["rest"]
    return (bool(match["by"] or match["colon"]) and _BODY.match(rest) is not None) or begins_with_day(rest)
