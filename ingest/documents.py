r"""The nouns of the ingest side: Source, Document, Section, Block, Statement, Passage, Span.

Pure: nothing here imports more than the standard library. All offsets are half-open and count code points
of ``Document.text``, which is the whole decoded file (front matter included), NFC, with ``\n`` line ends, so
that anyone can open the source and check a quote by slicing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class SourceKind(StrEnum):
    """What kind of document a source is, most authoritative first."""

    GUIDELINE = "guideline"
    GUIDELINE_SUMMARY = "guideline summary"
    PROTOCOL = "protocol"
    RESEARCH = "research"
    PATIENT_INFORMATION = "patient information"
    OTHER = "other"


class SourceAudience(StrEnum):
    """Whom a source is written for."""

    CLINICIAN = "clinician"
    PATIENT = "patient"


class ReviewStatus(StrEnum):
    """How far a source has been reviewed, as the source itself states it; ``rank`` orders them."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    UNDER_REVIEW = "under review"
    NOT_STATED = "not stated"
    REVIEWED = "reviewed"
    APPROVED = "approved"

    @property
    def rank(self) -> int:
        """0 (draft) to 5 (approved)."""
        return list(ReviewStatus).index(self)


class BlockKind(StrEnum):
    """The shape of a block of text inside a section."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    LEAD_IN = "lead-in"
    TABLE_ROW = "table row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open range of code points of ``Document.text``; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse an empty or negative range."""
        if not 0 <= self.start < self.end:
            message = f"a span must satisfy 0 <= start < end, got {self.start}..{self.end}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One entry of a source's own reference list; Vouch has not read it, only the source that credits it."""

    number: int
    title: str
    kind: str | None = None
    publisher: str | None = None
    year: int | None = None
    url: str | None = None

    @property
    def label(self) -> str:
        """The entry as one line: title, publisher, year, as far as known."""
        parts = [self.title.rstrip("."), self.publisher, str(self.year) if self.year else None]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document's identity and standing. ``inferred`` names the fields that the parser guessed."""

    source_id: str
    title: str
    publisher: str | None = None
    kind: SourceKind = SourceKind.OTHER
    audience: SourceAudience = SourceAudience.CLINICIAN
    language: str = "en"
    published: date | None = None
    updated: date | None = None
    review_status: ReviewStatus = ReviewStatus.NOT_STATED
    review_note: str | None = None
    url: str | None = None
    licence: str | None = None
    path: str = ""
    sha256: str = ""
    inferred: tuple[str, ...] = ()
    edition: str | None = None
    supersedes: tuple[str, ...] = ()

    @property
    def dated(self) -> date | None:
        """The day the source was last updated, or else published."""
        return self.updated or self.published


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A reference mark inside a block's words ("… survival. [1, 2] Patients …") and the numbers it holds."""

    span: Span
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, bullet, lead-in line or table row, as the parser found it.

    ``span`` covers the words only: no bullet mark, no trailing reference numbers. ``depth`` is 0 for
    paragraphs and top-level bullets, 1 for bullets nested in those, and so on. A lead-in is a line that
    introduces what follows ("Before initiating BMAs:"), its colon left out; it is evidence by itself only when it
    asserts something whole. For table rows ``cells`` (column head, cell text) repeat what the span covers.
    ``marks`` are reference marks between the words, in order, for blocks of several sentences.
    """

    kind: BlockKind
    span: Span
    depth: int = 0
    reference_numbers: tuple[int, ...] = ()
    page: int | None = None
    cells: tuple[tuple[str, str], ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A stretch of a document under one heading. ``heading_path`` leaves out the document's title and the headings' numbers.

    ``numbered_path`` is the same with the numbers that the document shows ("4.2 Gentamicin"); empty where it shows none.
    """

    heading_path: tuple[str, ...]
    span: Span
    blocks: tuple[Block, ...] = ()
    page: int | None = None
    numbered_path: tuple[str, ...] = ()

    @property
    def shown_path(self) -> tuple[str, ...]:
        """The headings as a reader of the document sees them."""
        return self.numbered_path or self.heading_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """A stretch of a document that must not be cited until a person has released the source, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How much of a file was read: its pages, tables and figures, and what of them was lost."""

    pages: int | None = None
    unreadable_pages: tuple[int, ...] = ()
    tables: int = 0
    tables_lost: int = 0
    figures_skipped: int = 0

    @property
    def has_losses(self) -> bool:
        """Whether something that may hold evidence was lost."""
        return bool(self.unreadable_pages or self.tables_lost or self.figures_skipped)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A parsed file: its source, text, sections, own reference list, and what the parser set aside.

    ``furniture`` holds spans that were recognised as page furniture and never become statements. ``quarantine`` holds spans
    that become statements only when the source is released.
    """

    source: Source
    text: str
    sections: tuple[Section, ...] = ()
    references: tuple[Reference, ...] = ()
    furniture: tuple[Span, ...] = ()
    warnings: tuple[str, ...] = ()
    quarantine: tuple[Quarantined, ...] = ()
    extent: Extent = Extent()

    def reference(self, number: int) -> Reference | None:
        """The source's own reference with that number, if it lists one."""
        return next((entry for entry in self.references if entry.number == number), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The unit of evidence: one bullet, sentence or table row, with what it stands under.

    Invariant: ``document.text[span.start:span.end] == text``. ``lead_in`` joins the lead-in lines and parent
    bullets above the statement with " › ". ``antecedent`` is the sentence before it in the same paragraph,
    kept only when the statement leans on it ("It prevents …", "… in these women"), with the one that leans on in turn.
    ``topic`` is the document's title where only that names what the statement is about. ``order`` counts statements within
    the document from 0. ``heading_path`` is what the statement is embedded, searched and judged with; ``numbered_path``, where
    the document numbers its headings, is only for the reader to find the place by: no number of a section backs a figure.
    """

    statement_id: str
    source_id: str
    passage_id: str
    span: Span
    text: str
    heading_path: tuple[str, ...] = ()
    lead_in: str = ""
    antecedent: str = ""
    topic: str = ""
    reference_numbers: tuple[int, ...] = ()
    order: int = 0
    page: int | None = None
    kind: BlockKind = BlockKind.BULLET
    numbered_path: tuple[str, ...] = ()

    @property
    def shown_path(self) -> tuple[str, ...]:
        """The headings as a reader of the document sees them."""
        return self.numbered_path or self.heading_path

    @property
    def embed_text(self) -> str:
        """The text that is embedded and indexed, as in "heading › heading - lead-in: statement"."""
        head = " › ".join((self.topic, *self.heading_path) if self.topic else self.heading_path)
        lead = self.lead_in.rstrip(":") + ": " if self.lead_in else ""
        before = f"{self.antecedent} " if self.antecedent else ""
        return f"{head} - {lead}{before}{self.text}" if head else f"{lead}{before}{self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A section, or the part of it that fits the embedding model; whole statements only."""

    passage_id: str
    source_id: str
    heading_path: tuple[str, ...]
    span: Span
    text: str
    statement_ids: tuple[str, ...] = field(default=())
    page: int | None = None
