"""The nouns of the assistant. Pure, frozen; the promise of Vouch is a type: see ``CitedAnswer``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.errors import UncitedClaimError
from ingest.documents import Document, Reference, Source, Span, Statement


class Audience(StrEnum):
    """Who reads the answer."""

    CLINICIAN = "clinician"
    PATIENT = "patient"


class Intent(StrEnum):
    """The kind of answer that a question asks for."""

    DOSE = "dose"
    INTERVAL = "interval"
    DURATION = "duration"
    FIGURE = "figure"
    YES_NO = "yes/no"
    WHICH = "which"
    COMPARISON = "comparison"
    WHY = "why"
    WHEN = "when"
    HOW = "how"
    DEFINITION = "definition"
    OVERVIEW = "overview"


class ReasonCode(StrEnum):
    """Why a claim is not supported."""

    NUMBER = "NUMBER"
    UNIT = "UNIT"
    NEGATION = "NEGATION"
    STRENGTH = "STRENGTH"
    POPULATION = "POPULATION"
    NAME = "NAME"
    DIRECTION = "DIRECTION"
    NOT_STATED = "NOT_STATED"
    CONTRADICTED = "CONTRADICTED"
    UNKNOWN_CITATION = "UNKNOWN_CITATION"
    NO_CITATION = "NO_CITATION"
    INSTRUCTION = "INSTRUCTION"
    MALFORMED = "MALFORMED"


TURNED = frozenset({ReasonCode.NEGATION, ReasonCode.DIRECTION})
"""The reasons that say that a claim is denied or turned round."""
BESIDE_TURNED = TURNED | {ReasonCode.STRENGTH, ReasonCode.NOT_STATED}
"""These, and what may be amiss beside them in a claim that is denied all the same."""


class AbstentionReason(StrEnum):
    """Why no answer is given."""

    NO_EVIDENCE = "NO_EVIDENCE"
    OUT_OF_SCOPE = "OUT_OF_SCOPE"
    UNSUPPORTED = "UNSUPPORTED"
    PERSONAL_ADVICE = "PERSONAL_ADVICE"
    UNREADABLE_QUESTION = "UNREADABLE_QUESTION"
    OWN_RULES = "OWN_RULES"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One message of the conversation so far. ``role`` is "user" or "assistant"."""

    role: str
    content: str


REMEMBERED_TURNS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as typed, with the last turns before it; ``country`` is where help must come from, empty for the settings'."""

    text: str
    history: tuple[Turn, ...] = ()
    audience: Audience = Audience.CLINICIAN
    language: str = "auto"
    country: str = ""

    def __post_init__(self) -> None:
        """Leaves out what was said too long ago to be meant: a day's conversation would cost more to read than to answer."""
        object.__setattr__(self, "history", self.history[-REMEMBERED_TURNS:])


@dataclass(frozen=True, slots=True, kw_only=True)
class StandaloneQuestion:
    """A question that can be read without the conversation. ``rewritten`` is true if it differs from what was typed.

    Of one that was, ``alone`` is the turn without the conversation, ``of_patients`` the turn with nothing of it but the patients;
    each is empty if it would be the same. ``before`` is the standalone question before and ``answered`` the last answer as it was
    shown, both empty where nothing of the conversation may bear on the question; ``words`` is how many it was typed in.
    Where ``within`` are ids of sources, only those may answer: it leans on a talk about what they are about. ``offered`` are the
    words for a thing that the turn brings up for that: documents without a word for it don't answer.
    """

    text: str
    rewritten: bool = False
    language: str = "en"
    alone: str = ""
    of_patients: str = ""
    before: str = ""
    answered: str = ""
    words: int = 0
    within: frozenset[str] = frozenset()
    offered: tuple[str, ...] = ()

    def said(self, typed: str) -> tuple[str, str]:
        """All that was said, and the turn alone, of one that is read in other words than it was ``typed`` in; "" of any other."""
        return (f"{typed} {self.before} {self.answered}", typed) if self.rewritten else ("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A retrieved statement. ``dense`` is a cosine, ``lexical`` a BM25 score ≥ 0, ``fused`` and ``relevance`` 0 to 1."""

    statement: Statement
    source: Source
    rank: int
    dense: float
    lexical: float
    fused: float
    relevance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Cited words with what they stand under, as the verifier reads them.

    ``text`` is the cited statement or passage; the heading path, the lead-in, the antecedent and the title of the
    source count as evidence of population and subject, never as the claim itself.
    """

    text: str
    heading_path: tuple[str, ...] = ()
    lead_in: str = ""
    antecedent: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a claim failed: a code for programs and a sentence for readers."""

    code: ReasonCode
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What verification found. ``score`` is 0 to 1; ``reasons`` is empty exactly when ``supported``.

    ``passed_over`` are words of a supported claim that the evidence doesn't say and that seemed to tell little.
    """

    supported: bool
    score: float
    reasons: tuple[Reason, ...] = ()
    passed_over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftClaim:
    """A claim as its drafter wrote it, untrusted. ``evidence`` are statement ids that the drafter points to.

    ``together`` where it says what all of them say, so that it is verified against all and all are cited.
    """

    text: str
    evidence: tuple[str, ...]
    heading: str = ""
    together: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Exact words of a document. ``number`` follows first use in the answer's text, from 1."""

    number: int
    document: Document
    statement: Statement

    @property
    def source(self) -> Source:
        """The document's source."""
        return self.document.source

    @property
    def span(self) -> Span:
        """Where the quoted words stand in the document."""
        return self.statement.span

    @property
    def quote(self) -> str:
        """The cited words, sliced from the document."""
        return self.document.text[self.span.start : self.span.end]

    @property
    def via(self) -> tuple[Reference, ...]:
        """The source's own references for these words: credited by the source, not read by Vouch."""
        found = (self.document.reference(number) for number in self.statement.reference_numbers)
        return tuple(reference for reference in found if reference)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedClaim:
    """A claim, what it cites and the verdict on it. ``heading`` groups claims on screen."""

    text: str
    citations: tuple[Citation, ...]
    verdict: Verdict
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldClaim:
    """A claim that did not pass, with the first reason that counts."""

    text: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One side of a disagreement: a verified claim of one source."""

    text: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Verified statements of different sources that differ on one point."""

    about: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Premise:
    """A false premise of the question and the documents' correction."""

    claimed: str
    correction: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """A section that comes nearest to a question that the documents don't answer.

    ``document`` and ``statement`` are where it comes nearest, for readers to open; both or neither.
    """

    source: Source
    section: tuple[str, ...]
    document: Document | None = None
    statement: Statement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """How an answer was found: kept beside the response, for the log and for readers who ask."""

    read_as: str = ""
    hits: tuple[Hit, ...] = ()
    drafts: tuple[DraftClaim, ...] = ()
    notes: tuple[str, ...] = ()
    milliseconds: Mapping[str, float] = field(default_factory=dict)
    drafter: str = "extractive"


def _require_supported(claims: tuple[VerifiedClaim, ...]) -> None:
    for claim in claims:
        if not claim.citations:
            message = f"a claim without citation can't be shown: {claim.text[:80]!r}"
            raise UncitedClaimError(message)
        if not claim.verdict.supported:
            message = f"a claim that was not verified can't be shown: {claim.text[:80]!r}"
            raise UncitedClaimError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A term of the answer in plain words, from Vouch's own word list: no claim of a document, and never evidence."""

    term: str
    plain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedAnswer:
    """An answer whose every claim is cited and verified; it can't be built otherwise.

    ``direct`` tells that ``claims[0]`` is the direct first line. ``missing`` names parts of the question that the
    documents don't answer. ``notice`` is one line about how the answer was made (a language model that failed, say).
    ``glossary`` and ``ask_team``, a question to take to the care team, stand beside the claims and state no fact of them.

    Raises:
        UncitedClaimError: for a claim without citation or with a verdict other than "supported", or no claim.

    """

    question: Question
    read_as: StandaloneQuestion
    claims: tuple[VerifiedClaim, ...]
    withheld: tuple[WithheldClaim, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    premise: Premise | None = None
    follow_ups: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    notice: str = ""
    emergency: str = ""
    glossary: tuple[Explained, ...] = ()
    ask_team: str = ""

    def __post_init__(self) -> None:
        """Hold the promise."""
        if not self.claims:
            message = "an answer needs at least one verified claim; with none, abstain"
            raise UncitedClaimError(message)
        _require_supported(self.claims)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation once, by number."""
        found = {citation.number: citation for claim in self.claims for citation in claim.citations}
        if self.premise:
            found |= {citation.number: citation for citation in self.premise.citations}
        for disagreement in self.disagreements:
            found |= {position.citation.number: position.citation for position in disagreement.positions}
        return tuple(found[number] for number in sorted(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstention:
    """No answer, and why; ``nearest`` are the sections that come closest, ``emergency`` as in an answer."""

    question: Question
    read_as: StandaloneQuestion
    reason: AbstentionReason
    nearest: tuple[Nearest, ...] = ()
    withheld: tuple[WithheldClaim, ...] = ()
    missing: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    notice: str = ""
    emergency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency:
    """Urgent advice; ``answer`` holds what the documents say beside it, if anything.

    ``certain`` is what is an emergency however calm the message sounds.
    """

    question: Question
    read_as: StandaloneQuestion
    kind: str
    advice: str
    answer: CitedAnswer | None = None
    certain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallTalk:
    """A greeting, thanks, or a message that asks nothing; ``text`` states no medical fact."""

    question: Question
    read_as: StandaloneQuestion
    text: str
    follow_ups: tuple[str, ...] = ()


Response = CitedAnswer | Abstention | Emergency | SmallTalk
