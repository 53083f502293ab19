"""What a file states of itself in its own fields, and what its words tell → the Source. For HTML, Word and PDF."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ingest.documents import ReviewStatus, Source, SourceAudience, SourceKind
from ingest.parse.dates import find_dates, first_lone_day, first_lone_month, spells_british
from ingest.parse.imprint import imprint_parts
from ingest.parse.lay_out import Laid
from ingest.parse.reviewed import find_review
from ingest.parse.slug import slug
from ingest.parse.standing import (
    find_audience,
    find_kind,
    find_language,
    find_publisher,
    is_organisation,
    named_in_heads,
    spelled_out,
)
from ingest.parse.title import infer_title

_EDITION = re.compile(
    r"\b(?:(?P<ordinal>\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r" (?P<what>edition|ed\.|revision)"
    r"|version:? ?(?P<version>\d{1,4}(?:\.\d{1,4}){0,2})|\bv(?P<short>\d{1,2}\.\d{1,4})\b"
    r"|(?P<year>(?:19|20)\d\d)[ -](?:update|edition|version|revision|guidelines?)"
    r"|(?:update|edition|revision) (?P<after>(?:19|20)\d\d))",
    re.IGNORECASE,
)
_AMONG = 2500


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a file's own fields say; None where they say nothing."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    updated: date | None = None
    language: str | None = None
    audience: SourceAudience | None = None
    kind: SourceKind | None = None
    url: str | None = None
    licence: str | None = None
    reviewed_by: str | None = None
    site: str | None = None
    """What the title is followed by where pages name their site: the publisher, where nothing else tells."""


def identify(
    laid: Laid,
    stated: Stated,
    *,
    path: Path,
    sha256: str,
    around: tuple[str, ...] = (),
    heads: tuple[str, ...] = (),
) -> tuple[Source, tuple[str, ...]]:
    """The source, with the names of the fields that were guessed, and warnings.

    ``around`` holds lines that are no body text, ``heads`` those at the head and foot of the pages.
    """
    body = laid.body
    beside = [part for line in (*around, *laid.set_aside) for part in (line, *imprint_parts(line))]
    title = stated.title or infer_title(body, path)
    opening = body[:_AMONG].splitlines()
    site = stated.site if stated.site and is_organisation(stated.site) else None
    publisher = stated.publisher or site or find_publisher([*beside, *opening]) or stated.site or named_in_heads(heads, title)
    publisher = spelled_out(publisher, "\n".join([*beside, body]))
    dates = find_dates("\n".join([*beside, *opening]), day_first=_is_day_first(stated.language, body))
    published, updated = stated.published or dates.published, stated.updated or dates.updated
    if published is None and updated is None:
        published = first_lone_day(beside) or first_lone_month(beside)
    audience = stated.audience or find_audience(body, "\n".join(beside), title, file_name=path.stem)
    status, note = _review([*beside, *opening], stated)
    language = (stated.language or "")[:2].lower()
    known = re.fullmatch(r"[a-z]{2}", language) is not None
    found = {"published": published, "updated": updated, "review_status": status is not ReviewStatus.NOT_STATED}
    source = Source(
        source_id=slug(f"{publisher or ''} {title}", drop_small_words=True) or slug(path.stem) or "document",
        title=" ".join(title.split()),
        publisher=publisher,
        kind=stated.kind
        or find_kind(title, "\n".join([*laid.headings, body]), "\n".join(beside), audience, laid.references, file_name=path.stem),
        audience=audience or SourceAudience.CLINICIAN,
        language=language if known else find_language(body),
        published=published,
        updated=updated,
        review_status=status,
        review_note=note,
        url=stated.url,
        licence=stated.licence,
        path=str(path),
        sha256=sha256,
        edition=find_edition(" \n".join([title, *beside[:20], *opening[:5]])),
        inferred=_guessed(stated, found, knows_language=known),
    )
    return source, dates.warnings


def _guessed(stated: Stated, found: Mapping[str, object], *, knows_language: bool) -> tuple[str, ...]:
    """The names of the fields that no field of the file states; of ``found`` those that its words told."""
    guessed = ["source_id", "kind"]
    guessed += [name for name in ("title", "publisher", "audience") if not getattr(stated, name)]
    guessed += [] if knows_language else ["language"]
    by_fields = {"published": stated.published, "updated": stated.updated, "review_status": stated.reviewed_by}
    return (*guessed, *(name for name, is_found in found.items() if is_found and not by_fields[name]))


def _review(lines: list[str], stated: Stated) -> tuple[ReviewStatus, str | None]:
    """The review status in the page's words, or by the reviewer that its fields name."""
    review = find_review(lines)
    if stated.reviewed_by and review.status is ReviewStatus.NOT_STATED:
        return ReviewStatus.REVIEWED, f"The page names its reviewer: {stated.reviewed_by}"
    return review.status, review.note


def _is_day_first(language: str | None, body: str) -> bool:
    """Whether language or spelling are of a place where the day stands before the month: anywhere but in the United States."""
    name = (language or "").replace("_", "-").lower()
    if name not in {"", "en"}:
        return name != "en-us"
    return find_language(body) != "en" or spells_british(body)


def find_edition(text: str) -> str | None:
    """The edition that ``text`` names ("3rd edition", "version 4.2024", "2023 update"), as written; None for none."""
    match = _EDITION.search(text)
    return " ".join(match.group(0).split()) if match else None
