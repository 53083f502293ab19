"""A small made-up document and answers over it, for tests of what readers see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.answers import (
    Citation,
    CitedAnswer,
    Question,
    StandaloneQuestion,
    Verdict,
    VerifiedClaim,
)
from ingest.documents import (
    Block,
    BlockKind,
    Document,
    Reference,
    ReviewStatus,
    Section,
    Source,
    SourceKind,
    Span,
    Statement,
)

TODAY = date(2026, 3, 1)
SUPPORTED = Verdict(supported=True, score=0.97)
LINES = (
    (BlockKind.LEAD_IN, "Choose one of:", ()),
    (BlockKind.BULLET, "Corvalin 120 mg by mouth every 4 weeks for people <55 years", (1,)),
    (BlockKind.BULLET, "Do NOT give Mestor with Corvalin", (1, 2)),
    (BlockKind.BULLET, "Mestor 4 mg every 12 weeks", ()),
)


def document(source_id: str = "alpha", **source_fields: object) -> Document:
    text, blocks = "# Bones\n\n## Options\n\n", []
    section_start = len(text)
    for kind, words, numbers in LINES:
        text += "- " if kind is BlockKind.BULLET else ""
        blocks.append(Block(kind=kind, span=Span(start=len(text), end=len(text) + len(words)), reference_numbers=numbers))
        text += words + "\n"
    fields: dict[str, object] = {
        "publisher": "Alpha House",
        "kind": SourceKind.GUIDELINE_SUMMARY,
        "updated": date(2026, 1, 29),
        "review_status": ReviewStatus.UNDER_REVIEW,
        "url": "https://alpha.example/bones",
    }
    return Document(
        source=Source(source_id=source_id, **({"title": "Bones"} | fields | source_fields)),  # type: ignore[arg-type]
        text=text,
        sections=(Section(heading_path=("Options",), span=Span(start=section_start, end=len(text)), blocks=tuple(blocks)),),
        references=(Reference(number=1, title="The bone guideline", publisher="Bone Society", year=2024),),
    )


def citation(line: int, *, number: int = 1, of: Document | None = None) -> Citation:
    home = of or document()
    block = home.sections[0].blocks[line]
    statement = Statement(
        statement_id=f"{home.source.source_id}:{line}",
        source_id=home.source.source_id,
        passage_id="p",
        span=block.span,
        text=home.text[block.span.start : block.span.end],
        heading_path=("Options",),
        reference_numbers=block.reference_numbers,
    )
    return Citation(number=number, document=home, statement=statement)


def claim(*citations: Citation, text: str = "", heading: str = "") -> VerifiedClaim:
    return VerifiedClaim(text=text or citations[0].quote, citations=citations, verdict=SUPPORTED, heading=heading)


def answer(claims: Sequence[VerifiedClaim], *, language: str = "en", **fields: object) -> CitedAnswer:
    return CitedAnswer(
        question=Question(text="How much Corvalin?"),
        read_as=StandaloneQuestion(text="How much Corvalin?", language=language),
        claims=tuple(claims),
        **fields,  # type: ignore[arg-type]
    )
