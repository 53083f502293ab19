"""What a text without fields says of its own standing: lines that only tell whose it is and when it was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.documents import ReviewStatus, Source
from ingest.parse.control import names_field
from ingest.parse.dates import find_dates, first_lone_day, first_lone_month, is_date_line, is_lone_date, is_lone_month
from ingest.parse.furniture import is_furniture
from ingest.parse.reviewed import find_review
from ingest.parse.standing import (
    find_audience,
    find_kind,
    find_language,
    find_publisher,
    is_address,
    is_organisation,
)

_BETWEEN = re.compile(r"\s+[|·•–—]\s+|\t|;\s+|(?<=[a-z\d])\.\s+(?=[A-Z])")
_BARS = re.compile(r"\s+[|·•]\s+")
_VERSION = re.compile(r"\(?(?:version|v\.?|rev(?:ision|\.)?|edition|issue|versión|edición)\s*:?\s*[\d.]+[a-z]?\)?", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_FAR = re.compile(r" {3,}")
_OPENING = 2500
_MOST_WORDS = 40


def is_standing_line(line: str) -> bool:
    """Whether a line says only who answers for the document, in which version and of when, or is furniture by its words."""
    text = re.sub(r"[*_`#]+", "", _LINK.sub(r"\1", line)).strip()
    if not text or len(text.split()) > _MOST_WORDS:
        return False
    if is_furniture(text) or is_date_line(text) or is_lone_date(text):
        return True
    parts = [part.strip(" .") for part in _BETWEEN.split(text) if part.strip(" .")]
    told = [_is_time(part) for part in parts]
    return any(told) and all(is_told or _is_holder(part) for part, is_told in zip(parts, told, strict=True))


def is_standing_row(line: str) -> bool:
    """Whether a line is several fields between bars or dots, each with when or by whom the document was made."""
    parts = [part.strip(" .") for part in _BARS.split(line) if part.strip(" .")]
    return len(parts) > 1 and all(_is_time(part) or _is_holder(part) for part in parts) and any(map(_is_time, parts))


def states_fields(line: str) -> bool:
    """Whether a line says nothing but who answers for the document and when, each behind the name of what it is."""
    parts = [part.strip(" .") for whole in _FAR.split(line) for part in _BETWEEN.split(whole) if part.strip(" .")]
    return bool(parts) and all(_is_holder(part) or _is_time(part) for part in parts)


def _is_time(part: str) -> bool:
    return bool(_VERSION.fullmatch(part) or is_furniture(part) or is_date_line(part) or is_lone_date(part) or is_lone_month(part))


def _is_holder(part: str) -> bool:
    key, colon, value = part.partition(":")
    return is_organisation(part) or is_address(part) or (bool(colon and value.strip()) and names_field(key))


def infer_standing(source: Source, *, body: str, around: Sequence[str]) -> Source:
    """``source`` with publisher, kind, audience, language, dates and review as its text tells them, marked as inferred."""
    opening = body[:_OPENING].splitlines()
    beside = [re.sub(r"[*_`#>]+", "", line) for line in around]
    lines = [part.strip() for line in beside for part in _BETWEEN.split(line)]
    publisher = find_publisher([*beside, *(part for part in lines if is_organisation(part))])
    dates = find_dates("\n".join([*beside, *opening]))
    published = dates.published
    if published is None and dates.updated is None:
        published = first_lone_day(lines) or first_lone_month(lines)
    audience = find_audience(body, "\n".join(beside), source.title)
    review = find_review(beside)
    is_told = review.status is not ReviewStatus.NOT_STATED
    told = (("publisher", publisher), ("published", published), ("updated", dates.updated), ("review_status", is_told))
    return replace(
        source,
        publisher=publisher,
        kind=find_kind(source.title, body, "\n".join(beside), audience, ()),
        audience=audience or source.audience,
        language=find_language(body),
        published=published,
        updated=dates.updated,
        review_status=review.status,
        review_note=review.note,
        inferred=(*source.inferred, *(name for name, found in told if found), "kind", "audience", "language"),
    )
