"""What was seen of one answer, flat and ready for JSON: the same for Vouch and for any other way of answering. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from evals.case_files import Case, Fact, Turn
from evals.matching import says


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Cited words with what they stand under; ``names`` and ``itself`` are what the source is called and says of itself."""

    number: int
    source_id: str
    under: str
    quote: str
    names: tuple[str, ...] = ()
    itself: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A claim on screen. ``supported`` is the verdict of a second verification, ``precise`` one flag per citation (ALCE)."""

    text: str
    heading: str = ""
    cited: tuple[Cited, ...] = ()
    score: float = 1.0
    supported: bool = True
    precise: tuple[bool, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A hit: the statement with what it stands under, and its rank figures at each stage."""

    source_id: str
    under: str
    text: str
    dense: float = 0.0
    lexical: float = 0.0
    fused: float = 0.0
    relevance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A claim as drafted, before verification."""

    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything seen of one turn. ``hits`` stand in the order in which drafting read them."""

    status: str
    text: str
    read_as: str = ""
    shown: tuple[Shown, ...] = ()
    withheld: tuple[tuple[str, str], ...] = ()
    disagreements: int = 0
    premise: bool = False
    hits: tuple[Found, ...] = ()
    drafts: tuple[Drafted, ...] = ()
    milliseconds: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One way of answering, over cases: ``records`` hold a record per turn, case by case."""

    name: str
    cases: tuple[Case, ...]
    records: tuple[tuple[Record, ...], ...]
    settings: Mapping[str, str] = field(default_factory=dict)

    def turns(self) -> list[tuple[Case, int, Turn, Record]]:
        """Every turn with its case, its position in the case and its record."""
        return [
            (case, position, turn, record)
            for case, records in zip(self.cases, self.records, strict=True)
            for position, (turn, record) in enumerate(zip(case.turns, records, strict=True))
        ]


def states(fact: Fact, text: str, *, heading: str = "", under: str = "") -> bool:
    """True if ``text`` (with the heading that the reader sees over it) says the fact, about one of its subjects.

    ``under`` is what the cited words stand under in the source: it may name the subject, never state the fact.
    """
    claim = f"{heading}: {text}" if heading else text
    if fact.subject and not any(says(subject, f"{under}: {claim}") for subject in fact.subject):
        return False
    return any(says(wording, claim) for wording in fact.any)


def shown_states(fact: Fact, shown: Sequence[Shown]) -> Shown | None:
    """The first shown claim that states the fact."""
    for claim in shown:
        if states(fact, claim.text, heading=claim.heading, under=" › ".join(cited.under for cited in claim.cited)):
            return claim
    return None
