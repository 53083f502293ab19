"""What a piece of a draft hangs on: the marks, the lead-in and the subject that stand elsewhere. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.citation.below import runs_on
from assistant.citation.both import speaks_of_both
from assistant.citation.cite import Piece, PieceKind
from assistant.citation.given import conditions_around
from assistant.citation.named_again import takes_up

_TABLE = frozenset((PieceKind.ROW, PieceKind.HEADER))
# "It is worth knowing that …", "it helps to …": this "it" takes nothing up.
_BEING = r"(?:is|was|may\s+be|might\s+be|can\s+be|should\s+be|must\s+be|remains|seems|becomes)"
_EXPLETIVE = (
    rf"it\s+(?:{_BEING}\s+(?:(?!(?:an?|the|one)\b)[\w'-]+\s+){{1,4}}?that\b"
    rf"|{_BEING}\s+(?:(?:also|not|often|therefore|very|more|most|just|equally|as|\w+ly)\s+)*"
    r"(?:important|worth|good|useful|helpful|best|better|possible|likely|unlikely|reasonable|advisable|appropriate|necessary|essential"
    r"|vital|crucial|clear|unclear|unknown|wise|sensible|normal|common|unusual|rare|standard|usual|customary|recommended|advised"
    r"|suggested)\s+(?:to\b|whether\b|how\b|\w+ing\b)"
    r"|(?:(?:also|often|sometimes|may|can)\s+)*(?:helps?|matters?|pays?|makes\s+sense)\s+(?:to|that)\b)"
)
_VERBS = r"(?:is|are|was|were|has|have|can|may|might|must|should|will|does|do|gives?|works?|prevents?|reduces?|starts?|begins?)"
_PRONOUN = re.compile(
    rf"(?!{_EXPLETIVE})(?:(?:it|this drug|this medicine|this treatment|they|these drugs)\s+(?=\w)"
    rf"|(?:this|these)\s+(?={_VERBS}\b))",
    re.IGNORECASE,
)
# Opens a phrase that says when or for whom; the subject comes behind its comma.
_OPENING = r"(?:for|in|at|on|after|before|during|if|when|once|while|among|with|without|because|since|although|unless|until|as)\b"
_SUBJECT = re.compile(
    rf"^(?:{_OPENING}[^;:()]*?,\s+)?(?!{_OPENING})(?P<subject>[^,;:()]{{2,80}}?)\s+{_VERBS}\b",
    re.IGNORECASE,
)
_MOST_WORDS = 8
_SENTENCES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """``numbers``: the piece's own marks or those it shares; ``subject``: the piece with its pronoun resolved, or "".

    ``given``: the conditions named around it (``given.py``); ``before``: the sentence before it, if it speaks of "both drugs";
    ``around``: what stands before and above it and what was asked, the nearest first, if it speaks of "such a drug".
    """

    numbers: tuple[int, ...] = ()
    lead_in: str = ""
    subject: str = ""
    given: tuple[str, ...] = ()
    before: str = ""
    around: tuple[str, ...] = ()


def reach_of(pieces: Sequence[Piece], question: str = "") -> list[Reach]:
    """The reach of each piece, in order."""
    marks, leads, subjects = _marks(pieces), _lead_ins(pieces), _subjects(pieces)
    given, before = conditions_around(pieces, question, leads), _before(pieces)
    return [
        Reach(
            numbers=marks[place],
            lead_in=leads[place],
            subject=subjects[place],
            given=given[place],
            before=before[place],
            around=_around(pieces, place, leads[place], question) if takes_up(pieces[place].text) else (),
        )
        for place in range(len(pieces))
    ]


def _around(pieces: Sequence[Piece], place: int, lead_in: str, question: str) -> tuple[str, ...]:
    """The sentences before a piece in its paragraph or item, then what stands above it, then what was asked."""
    piece = pieces[place]
    told = [one.text for one in pieces[max(0, place - _SENTENCES) : place] if one.block == piece.block]
    return tuple(filter(None, (*reversed(told), lead_in, piece.heading, *piece.above, question)))


def _before(pieces: Sequence[Piece]) -> list[str]:
    """For each sentence that speaks of "both drugs" the one before it in its paragraph or item."""
    found = [""] * len(pieces)
    for index, (last, piece) in enumerate(pairwise(pieces), start=1):
        together = last.block == piece.block or (piece.list_number and last.list_number == piece.list_number)
        if together and speaks_of_both(piece.text):
            found[index] = last.text
    return found


def _marks(pieces: Sequence[Piece]) -> list[tuple[int, ...]]:
    """For each piece its own marks, or else those that come next in its paragraph, list or table."""
    found: list[tuple[int, ...]] = [()] * len(pieces)
    following: tuple[int, ...] = ()
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if index + 1 < len(pieces) and not _together(piece, pieces[index + 1]):
            following = ()
        found[index] = piece.numbers or following
        following = found[index]
    return _from_lead_in(pieces, found)


def _together(piece: Piece, after: Piece) -> bool:
    """True if a mark behind ``after`` may stand for ``piece`` too."""
    if after.block == piece.block or (piece.list_number and after.list_number == piece.list_number):
        return True
    if piece.kind is PieceKind.LEAD_IN and (after.list_number or after.block == piece.block + 1):
        return True
    return piece.kind in _TABLE and after.kind is PieceKind.ROW


def _from_lead_in(pieces: Sequence[Piece], found: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """A list under a lead-in with a mark takes that mark."""
    lead: tuple[int, ...] = ()
    current = 0
    for index, piece in enumerate(pieces):
        if piece.kind is PieceKind.LEAD_IN and piece.numbers:
            lead, current = piece.numbers, pieces[index + 1].list_number if index + 1 < len(pieces) else 0
        elif current and piece.list_number != current:
            lead, current = (), 0
        if not found[index] and lead and piece.list_number == current:
            found[index] = lead
    return found


def _lead_ins(pieces: Sequence[Piece]) -> list[str]:
    """For each bullet the lead-in, or the bullet one level up, that it stands under."""
    found: list[str] = []
    leads: dict[int, str] = {}
    for index, piece in enumerate(pieces):
        if not piece.list_number and piece.kind is not PieceKind.LEAD_IN:
            leads = {}
        above = [depth for depth in leads if depth < piece.depth]
        found.append(leads[max(above)] if above and piece.list_number else "")
        if not piece.list_number and (piece.kind is PieceKind.LEAD_IN or _runs_on(piece)):
            leads = {-1: piece.text}
        elif piece.list_number and piece.prefix:
            leads = {depth: lead for depth, lead in leads.items() if depth < piece.depth}
            after = pieces[index + 1] if index + 1 < len(pieces) else None
            if after is not None and after.list_number and (after.depth > piece.depth or piece.kind is PieceKind.LEAD_IN):
                leads[piece.depth] = piece.text
    return found


def _runs_on(piece: Piece) -> bool:
    """True for a heading that is the beginning of a sentence: "**X may be used in:**" over the lines that end it."""
    return piece.kind is PieceKind.HEADING and piece.text.endswith(":") and runs_on(piece.text)


def subject_named(sentence: str) -> str:
    """The subject of a sentence, where it is short; "" for others."""
    named = _SUBJECT.match(sentence)
    return named["subject"] if named and len(named["subject"].split()) <= _MOST_WORDS else ""


def _subjects(pieces: Sequence[Piece]) -> list[str]:
    """For each sentence that takes up the one before ("It is given …") the sentence with that subject."""
    found: list[str] = []
    subject = ""
    block = -1
    for piece in pieces:
        taken_up = _PRONOUN.match(piece.text)
        if piece.block != block and not (taken_up and piece.list_number):
            subject = ""
        block = piece.block
        if taken_up and subject:
            found.append(f"{subject} {piece.text[taken_up.end() :]}")
            continue
        found.append("")
        subject = "" if taken_up or piece.text.endswith("?") else subject_named(piece.text)
    return found
