"""Takes what is hostile or hidden out of a document's sections, and keeps it where a person can look at it. Pure.

A sentence that is hostile leaves the sentences beside it in force; a hidden block goes whole. A heading that is hostile leaves
the path of its section, and never reaches a reader or a model as what a statement stands under.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.documents import Block, BlockKind, Document, Quarantined, Section, Span
from ingest.parse.hostile import why_hostile
from ingest.sentences import split_sentences


def quarantine(document: Document) -> Document:
    """``document`` without what must not be cited; the spans stand in its ``quarantine``."""
    hidden = list(document.quarantine)
    found: list[Quarantined] = []
    sections = tuple(_clean(document.text, section, hidden, found) for section in document.sections)
    source, warnings = document.source, list(document.warnings)
    if why := why_hostile(source.title):
        warnings.append(f"the title {why}; it was replaced")
        source = replace(source, title="Untitled document", inferred=tuple(dict.fromkeys((*source.inferred, "title"))))
    if source.publisher and (why := why_hostile(source.publisher)):
        warnings.append(f"the publisher's name {why}; it was left out")
        source = replace(source, publisher=None)
    aside = _unique([*hidden, *found])
    references = tuple(reference for reference in document.references if not why_hostile(reference.label))
    return replace(document, source=source, sections=sections, quarantine=aside, warnings=tuple(warnings), references=references)


def _unique(found: Sequence[Quarantined]) -> tuple[Quarantined, ...]:
    by_span = {(one.span.start, one.span.end): one for one in reversed(found)}
    return tuple(by_span[key] for key in sorted(by_span))


def _clean(text: str, section: Section, hidden: Sequence[Quarantined], found: list[Quarantined]) -> Section:
    blocks: list[Block] = []
    for block in section.blocks:
        if _is_covered(block.span, hidden):
            continue
        blocks += _honest_parts(text, block, found)
    path = []
    for heading in section.heading_path:
        why = why_hostile(heading)
        if not why:
            path.append(heading)
        elif heading == section.heading_path[-1]:
            found.append(Quarantined(span=_heading_span(text, section, heading), reason=why))
    if len(path) < len(section.heading_path):
        # The numbered headings hold the same words.
        return replace(section, blocks=tuple(blocks), heading_path=tuple(path), numbered_path=())
    return replace(section, blocks=tuple(blocks))


def _heading_span(text: str, section: Section, heading: str) -> Span:
    start = text.find(heading, section.span.start)
    return Span(start=start, end=start + len(heading)) if start >= 0 else section.span


def _is_covered(span: Span, hidden: Sequence[Quarantined]) -> bool:
    return any(one.span.start <= span.start and span.end <= one.span.end for one in hidden)


def _honest_parts(text: str, block: Block, found: list[Quarantined]) -> list[Block]:
    """The block, or what is left of it around its hostile sentences."""
    words = text[block.span.start : block.span.end]
    why_whole = why_hostile(words)
    if not why_whole:
        return [block]
    sentences = split_sentences(words) if block.kind in {BlockKind.PARAGRAPH, BlockKind.BULLET} else ((0, len(words)),)
    reasons = [why_hostile(words[begin:end]) for begin, end in sentences]
    if not any(reasons):
        # Only the sentences together are hostile.
        reasons = [why_whole] * len(sentences)
    parts: list[Block] = []
    for (begin, end), reason in zip(sentences, reasons, strict=True):
        span = Span(start=block.span.start + begin, end=block.span.start + end)
        if reason:
            found.append(Quarantined(span=span, reason=reason))
        else:
            parts.append(_part(block, span, is_last=end == sentences[-1][1]))
    return parts


def _part(block: Block, span: Span, *, is_last: bool) -> Block:
    inner = tuple(mark for mark in block.marks if span.start <= mark.span.start and mark.span.end <= span.end)
    return replace(block, span=span, marks=inner, reference_numbers=block.reference_numbers if is_last else ())
