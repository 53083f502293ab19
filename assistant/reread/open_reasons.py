"""The rules' reasons against a claim in, those that may be a matter of wording and the words they are about out. Pure.

A figure, a unit or a name that isn't there stays missing however a sentence is put; whether "is held back until X fails" says
"after failure of X", or "the weeks after surgery" the same as "postoperative", the rules know only where somebody wrote it down.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.answers import Evidence, Reason, ReasonCode

CODES = (ReasonCode.NOT_STATED, ReasonCode.POPULATION, ReasonCode.STRENGTH, ReasonCode.NEGATION, ReasonCode.DIRECTION)
"""The kinds of reasons that may be a matter of wording, in the order in which the second reader knows them."""
MOST = 3
"""A claim with more reasons against it than this isn't read again."""
_HEADINGS = 2
# Degrees, who may have a thing, and letting it be: none of them is another word for what goes unsaid.
_TELLING = re.compile(
    r"\b(?:dozens?|mild\w*|moderate\w*|severe\w*|acute\w*|chronic\w*|high|low|eligible|ineligible|eligibility|allowed|permitted|unsafe|harmless"
    r"|wait(?:ing|s)?|ignor\w+|skip\w*|forgo\w*|guarante\w+"
    r"|contraindicated)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“([^”]*)”")


class Span(NamedTuple):
    """Characters of the claim, or of the cited words if ``cited``."""

    cited: bool
    start: int
    end: int


class OpenReason(NamedTuple):
    """A reason that may be a matter of wording: the number of its kind in ``CODES``, and the words that it is about."""

    kind: int
    spans: tuple[Span, ...]


def as_read(pieces: Sequence[Evidence]) -> str:
    """Cited words as the second reader reads them: each piece under its nearest headings, behind its lead-in."""
    return " ".join(under_headings(piece.text, piece.heading_path, piece.lead_in) for piece in pieces)


def under_headings(text: str, heading_path: Sequence[str], lead_in: str, *, topic: str = "") -> str:
    """A text under its nearest headings, behind its lead-in; above all of them its ``topic``, if it has one."""
    headings = (*filter(None, (topic,)), *heading_path[-_HEADINGS:])
    lead = f"{lead_in.rstrip(':')}: " if lead_in else ""
    return f"{' > '.join(headings)} | {lead}{text}"


def open_reasons(reasons: Sequence[Reason], claim: str, cited: str) -> tuple[OpenReason, ...]:
    """All the reasons against ``claim``, or none of them if they are too many or one of them is beyond wording.

    ``cited`` is the evidence ``as_read``. A reason that quotes nothing is about the whole claim, and has no spans.
    """
    if not 0 < len(reasons) <= MOST or any(reason.code not in CODES for reason in reasons):
        return ()
    return tuple(OpenReason(CODES.index(reason.code), _spans(reason.detail, claim, cited)) for reason in reasons)


def quoted(detail: str) -> list[str]:
    """What a reason quotes."""
    return [quote.strip() for quote in _QUOTED.findall(detail) if quote.strip()]


def said_elsewhere(phrase: str, cited: str) -> bool:
    """Whether several words that one sentence doesn't say stand in another of those cited: they are said of another thing."""
    return len(phrase.split()) > 1 and phrase.lower() in cited.lower()


def tells_much(phrase: str) -> bool:
    """Whether a degree, who may have a thing, or letting it be is among the words."""
    return _TELLING.search(phrase) is not None


def _spans(detail: str, claim: str, cited: str) -> tuple[Span, ...]:
    """Where what a reason quotes stands: in the claim if it is there, else in the cited words; else where its first word does."""
    quotes = (quote.lower() for quote in quoted(detail))
    places = (_place(quote, claim, cited) or _place(quote.split()[0], claim, cited) for quote in quotes)
    return tuple(place for place in places if place)


def _place(words: str, claim: str, cited: str) -> Span | None:
    for text, is_cited in ((claim, False), (cited, True)):
        start = text.lower().find(words)
        if start >= 0:
            return Span(is_cited, start, start + len(words))
    return None
