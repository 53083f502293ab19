"""The source panel beside the chat: a citation's standing and its section, with the cited words set apart. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from assistant.answers import Citation
from assistant.display.panel_table import heads_above, table_of
from assistant.display.phrases import phrases
from assistant.display.standing import badges, dated, publisher, written_for
from ingest.documents import Block, BlockKind, Section, Span

NEIGHBOURS = 2
"""Blocks of the sections before and after that stay readable around the cited section."""

LONGEST = 40
"""Blocks shown on either side of the cited words: a long section is cut there."""


def _home(citation: Citation) -> int:
    """The position of the section that holds the cited words; -1 if none does."""
    spans = [
        (section.span.end - section.span.start, position)
        for position, section in enumerate(citation.document.sections)
        if section.span.start <= citation.span.start and citation.span.end <= section.span.end
    ]
    return min(spans)[1] if spans else -1


def _line(citation: Citation, block: Block) -> dict[str, Any]:
    text, span, cited = citation.document.text, block.span, citation.span
    start, end = max(span.start, cited.start), min(span.end, cited.end)
    whole = text[span.start : span.end]
    pieces = (text[span.start : start], text[start:end], text[end : span.end]) if start < end else (whole, "", "")
    before, quote, after = pieces
    return {
        "kind": block.kind.value,
        "depth": block.depth,
        "before": before,
        "quote": quote,
        "after": after,
        "references": list(block.reference_numbers),
        "page": block.page,
    }


def _heading(section: Section) -> dict[str, Any]:
    return _unquoted("heading", section.shown_path[-1] if section.shown_path else "", section.page)


def _unquoted(kind: str, text: str, page: int | None) -> dict[str, Any]:
    return {"kind": kind, "depth": 0, "before": text, "quote": "", "after": "", "references": [], "page": page}


def _around(citation: Citation, home: int) -> Iterator[dict[str, Any]]:
    sections = citation.document.sections
    if home > 0 and sections[home - 1].blocks:
        yield _heading(sections[home - 1])
        yield from (_line(citation, block) for block in sections[home - 1].blocks[-NEIGHBOURS:])
    yield _heading(sections[home])
    blocks = sections[home].blocks
    cited = next((n for n, block in enumerate(blocks) if citation.span.start < block.span.end), 0)
    for n, block in list(enumerate(blocks))[max(0, cited - LONGEST) : cited + LONGEST]:
        if heads := heads_above(blocks, n, citation.document.text):
            yield _unquoted(BlockKind.LEAD_IN.value, heads, block.page)
        yield _line(citation, block)
    if home + 1 < len(sections) and sections[home + 1].blocks:
        yield _heading(sections[home + 1])
        yield from (_line(citation, block) for block in sections[home + 1].blocks[:NEIGHBOURS])


def _plain(citation: Citation, *, reach: int = 600) -> list[dict[str, Any]]:
    """The text around the cited words as one paragraph, for a document whose blocks don't hold them."""
    start, end = max(0, citation.span.start - reach), min(len(citation.document.text), citation.span.end + reach)
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(start=start, end=end))
    return [_line(citation, block)]


def panel(citation: Citation, *, language: str = "en", today: date | None = None) -> dict[str, Any]:
    """What the source panel shows: JSON-ready.

    ``lines`` are the blocks of the cited section and the nearest of its neighbours; the ``quote`` pieces of all
    lines, put together, are the citation's quote (less the space between blocks where it spans several). ``table`` is the whole
    table when a row of one is cited.
    """
    source, words, home = citation.source, phrases(language), _home(citation)
    lines = list(_around(citation, home)) if home >= 0 else []
    if not any(line["quote"] for line in lines):
        lines = _plain(citation)
    who = publisher(source, words)
    return {
        "n": citation.number,
        "source_id": source.source_id,
        "title": source.title,
        "publisher": who,
        "kind": words.kinds[source.kind],
        "audience": written_for(source, words),
        "dated": dated(source, words),
        "badges": [{"label": badge.label, "tone": badge.tone} for badge in badges(source, language=language, today=today)],
        "review_note": source.review_note,
        "section": list(citation.statement.shown_path),
        "lead_in": citation.statement.lead_in,
        "quote": citation.quote,
        "lines": lines,
        "table": table_of(citation, citation.document.sections[home]) if home >= 0 else None,
        "via": [
            words.crediting.format(publisher=who, number=reference.number, label=reference.label) for reference in citation.via
        ],
        "url": source.url,
        "page": citation.statement.page,
        "language": words.language,
    }
