"""A plain-text capture of a web page → Document: the article, told from the page around it by shape and wording.

Captures have no marks: headings are short lines, bullets are dots, reference numbers are bare, and furniture stands between.
Everything that is told by guessing is named in ``Source.inferred``, and what was set aside in ``Document.furniture``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from ingest.documents import BlockKind, Document, Section, Source, SourceAudience, SourceKind, Span
from ingest.parse.body import read_body
from ingest.parse.dates import find_dates, first_lone_day, first_lone_month
from ingest.parse.lines import read_lines, without_number_tabs
from ingest.parse.page import Page, Role, sort_lines
from ingest.parse.references import parse_references
from ingest.parse.reviewed import find_review
from ingest.parse.slug import slug
from ingest.parse.standing import find_audience, find_kind, find_language, find_publisher
from ingest.parse.title import infer_title

_FAR = re.compile(r" {3,}|\t")
_LEAST_LOST = 2
_SHOWN = 60


def parse_capture(raw: str, *, path: Path, sha256: str = "") -> Document:
    """``raw`` (a whole capture, already normalised) as a Document."""
    raw = without_number_tabs(raw)
    page = sort_lines(read_lines(raw))
    listed = page.of(Role.REFERENCE)
    references = parse_references(
        [line.text for line in listed], [int(line.mark.strip("().")) if line.number_depth == 1 else None for line in listed]
    )
    body = read_body(raw, page, listed=len(references))
    source = _source(raw, page, path=path, sha256=sha256, references=references)
    dates = find_dates(raw)
    published = dates.published
    if published is None and dates.updated is None:
        aside = [line.text for line in page.of(Role.FURNITURE)]
        published = first_lone_day(aside) or first_lone_month(aside)
    source = replace(source, published=published, updated=dates.updated)
    furniture = [*(line for line in page.of(Role.FURNITURE)), *body.orphans]
    return Document(
        source=source,
        text=raw,
        sections=body.sections,
        references=references,
        furniture=tuple(Span(start=line.start, end=line.end) for line in sorted(furniture, key=lambda line: line.start)),
        warnings=(*dates.warnings, *_lost_lists(raw, body.sections)),
    )


def _lost_lists(raw: str, sections: Sequence[Section]) -> tuple[str, ...]:
    """A warning if lines announce lists that the capture doesn't hold: copying left the bullets behind."""
    announced = [
        block
        for section in sections
        for block, following in zip_longest(section.blocks, section.blocks[1:])
        if block.kind is BlockKind.LEAD_IN and (following is None or following.kind is BlockKind.PARAGRAPH)
    ]
    if len(announced) < _LEAST_LOST:
        return ()
    first = " ".join(raw[announced[0].span.start : announced[0].span.end].split())[-_SHOWN:]
    message = (
        f"{len(announced)} lines announce a list that is not there (“{first}:”): copying the page may have left lists behind."
        " Save the page as a web page and add that."
    )
    return (message,)


def _source(raw: str, page: Page, *, path: Path, sha256: str, references: tuple) -> Source:  # type: ignore[type-arg]
    body = "\n".join(line.text for line in page.of(Role.BODY))
    # The head of a form holds several things in one line, far from each other.
    around = [part for line in page.of(Role.FURNITURE) for part in _FAR.split(line.text)]
    beside = "\n".join(around)
    audience = find_audience(body, beside)
    title = page.title.text if page.title else infer_title(body, path)
    publisher = find_publisher(around)
    review = find_review(around)
    name = slug(f"{publisher or ''} {title}", drop_small_words=True) or slug(path.stem) or "document"
    inferred = ["source_id", "publisher", "kind", "audience", "language"]
    if page.title is None:
        inferred.append("title")
    return Source(
        source_id=name,
        title=" ".join(title.split()),
        publisher=publisher,
        kind=find_kind(title, body, beside, audience, references, file_name=path.stem) if body else SourceKind.OTHER,
        audience=audience or SourceAudience.CLINICIAN,
        language=find_language(body or raw),
        review_status=review.status,
        review_note=review.note,
        path=str(path),
        sha256=sha256,
        inferred=tuple(inferred),
    )
