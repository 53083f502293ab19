"""What a claim is checked against: one sentence or bullet of the evidence, with what it stands under. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answers import Evidence
from assistant.verify.scopes import Scoped, scope
from assistant.verify.split import sentences
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_LABEL = re.compile(r"[^:.;]{3,60}:(?=\s+\S)")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|do|does|did|will|would|should|must|may|might|can|could)\b", re.IGNORECASE)
_VERB = re.compile(
    r"^[A-Z(\d].*\b(?:\w+ed|is|are|was|were|has|have|had|may|should|can|did|does|fell|rose|led|gave|showed|received)\b.*[.]\s*$",
    re.DOTALL,
)
_LEADING = re.compile(
    r":$|^(?:for|in|if|when|after|before|during|once|among)\s.*|\b(?:include|includes|including|for|are|is|following|of|with|by)$"
    r"|\((?:after|if|for|when|in|before|only|unless)\s[^)]*\)$",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(r"(?:for|in)\s", re.IGNORECASE)
_TAKES_UP = re.compile(
    r"\s*(?:\w+\s+){0,2}?(?:it|this|these|they|those(?!\s+(?:with|who|whose|without|that|given|taking|receiving|treated|in|on|of)\b)|such|its|their)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One unit of evidence.

    ``statement`` is its lead-in and itself; ``own_from`` is where its own words start. ``context`` are headings, title
    and antecedent: they tell population and subject, never the claim. ``neighbours`` are the other units of the passage,
    those before it first, up to the place ``before``; ``others`` is how many of them are sentences of prose. The source's
    title stands in ``context`` from ``titled_from`` on. ``told_from`` is where the sentence starts that the unit takes up
    ("These cancers …"): it tells as much as the unit's own words; without one, where these start. ``heading`` marks a line
    that stands above the statements.
    """

    statement: Scoped
    own_from: int
    own: str
    context: Scoped
    neighbours: Scoped
    before: int = 0
    others: int = 0
    titled_from: int = 0
    told_from: int = 0
    heading: bool = False

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms of the lead-in and the unit."""
        return self.statement.terms

    def is_own(self, term: Term) -> bool:
        """True if the term stands in the unit itself, not in its lead-in."""
        return term.start >= self.own_from

    def is_told(self, term: Term) -> bool:
        """True if the term stands in the unit or in the sentence that it takes up."""
        return term.start >= self.told_from


def grounds_of(evidence: Sequence[Evidence], lexicon: Lexicon) -> tuple[Ground, ...]:
    """The units of all evidence, in order."""
    return tuple(ground for piece in evidence for ground in _units(piece, lexicon))


def _leads_in(heading: str) -> bool:
    """True for a line above the statement that its words go on from: "For patients with X", "Options include", "Choices:"."""
    return bool(_LEADING.search(heading.strip()))


def _units(evidence: Evidence, lexicon: Lexicon) -> list[Ground]:
    headings = [heading for heading in evidence.heading_path if heading.strip()]
    # "A reason why not:" is done with its denial where the next lead-in begins.
    frame = _LEFT_OPEN.sub(r"\1: ", evidence.lead_in.strip())
    if not frame and headings and _leads_in(headings[-1]):
        frame = headings.pop().strip()
    context = ". ".join((*headings, evidence.antecedent))
    titled = [
        heading for heading in headings if any(character.isdigit() for character in heading) and len(heading.split()) > _TITLE
    ]
    pieces = sentences(evidence.text, cited=True)
    found: list[Ground] = []
    label_of = ""
    topic = ""
    prose = sum(bool(_VERB.search(piece)) for piece in pieces)
    given = frame
    for number, piece in enumerate(pieces):
        if piece.endswith(":") and number + 1 < len(pieces):
            frame = piece
        lead = frame if frame != piece else ""
        if label := _LABEL.match(piece):
            label_of = label[0]
            topic = label[0] if _OF_WHOM.match(piece) else ""
        elif _FINITE.search(piece):
            label_of = ""
        else:
            lead = lead or label_of
        told = ""
        if number and _TAKES_UP.match(piece) and (not lead or lead == given):
            told = pieces[number - 1]
            lead = f"{lead} \n {told}" if lead else told
        ahead, others = _around(pieces, number)
        around = f"{context}. {topic}" if topic and not piece.startswith(topic) else context
        found.append(
            _ground(piece, lead, (around, evidence.title), others, lexicon, before=len(ahead), prose=prose - 1, told=told)
        )
    found.extend(replace(_ground(line, "", (context, evidence.title), "", lexicon), heading=True) for line in titled)
    return found


def _around(pieces: Sequence[str], number: int) -> tuple[str, str]:
    """The sentences before the one with that number, and all others; of a long text those of its stretch, itself among them."""
    if len(pieces) <= _STRETCH:
        ahead, behind = pieces[:number], pieces[number + 1 :]
        return " \n ".join(ahead), " \n ".join((*ahead, *behind))
    begin = max(0, number - number % _STRETCH - _STRETCH)
    return " \n ".join(pieces[begin:number]), " \n ".join(pieces[begin : begin + 3 * _STRETCH])


_TITLE = 2
# Up to so many sentences each one is read with all others; of more, with those that stand near, so that a whole document as one
# piece of evidence is read in time.
_STRETCH = 32
_LEFT_OPEN = re.compile(r"(\b(?:why|or|if|whether) not) › ", re.IGNORECASE)


def _ground(
    piece: str,
    frame: str,
    around: tuple[str, str],
    others: str,
    lexicon: Lexicon,
    *,
    before: int = 0,
    prose: int = 0,
    told: str = "",
) -> Ground:
    lead = f"{frame} \n " if frame else ""
    return Ground(
        statement=scope(lead + piece, lexicon),
        own_from=len(lead),
        own=piece,
        context=scope(". ".join(around), lexicon),
        neighbours=scope(others, lexicon),
        before=before,
        others=max(0, prose) if others else 0,
        titled_from=len(around[0]),
        told_from=len(frame) - len(told) if told else len(lead),
    )
