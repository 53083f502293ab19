"""A source's standing in words: kind, date, review status, and the marks that warn of an old or unreviewed page. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from assistant.display.labels import labels
from assistant.display.phrases import Phrases, phrases
from ingest.documents import ReviewStatus, Source, SourceAudience, SourceKind

OLD_AFTER_YEARS = 3
_NAMED = 4
_POINT = "\u00a0· "
"""Stays with the words before it: where the line breaks, a point never leads."""
_SHORT_TITLE = 6
_ASKS_WHAT = re.compile(
    r"^¿?(?:(?:what|which|who)\s+(?:is|are)|how\s+(?:is|are|should|to)|(?:cu[aá]l(?:es)?|qu[eé])\s+(?:es|son))\s+(?:the\s+|el\s+|la\s+|los\s+|las\s+)?",
    re.IGNORECASE,
)
_FOR_WHOM = re.compile(r"\s+(?:for|in|with|among|para|en|con)\s.*$", re.IGNORECASE)
_UNREVIEWED = frozenset({ReviewStatus.DRAFT, ReviewStatus.SUBMITTED, ReviewStatus.UNDER_REVIEW})
_CHECKED = frozenset({ReviewStatus.REVIEWED, ReviewStatus.APPROVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A short mark on a source. ``tone`` is "good", "plain" or "warn": a second signal, never the only one."""

    label: str
    tone: str


def today_or(today: date | None) -> date:
    """The given day, else the machine's (UTC): a parameter so that tests can stand in any year."""
    return today or datetime.now(tz=UTC).date()


def is_old(source: Source, *, today: date) -> bool:
    """Whether the source's date lies more than three years back; an undated source is not called old."""
    if source.dated is None:
        return False
    try:
        limit = today.replace(year=today.year - OLD_AFTER_YEARS)
    except ValueError:  # 29 February
        limit = today.replace(year=today.year - OLD_AFTER_YEARS, day=28)
    return source.dated < limit


def publisher(source: Source, words: Phrases) -> str:
    """The publisher's name, or that none is named."""
    return source.publisher or words.unnamed_publisher


def dated(source: Source, words: Phrases) -> str:
    """The date as "updated 29 January 2026", or that no date is given."""
    return words.dated.format(day=words.day(source.dated)) if source.dated else words.undated


def written_for(source: Source, words: Phrases) -> str:
    """Whom the source is for; empty where its kind says so already."""
    if source.kind is SourceKind.PATIENT_INFORMATION and source.audience is SourceAudience.PATIENT:
        return ""
    return words.audiences[source.audience]


def badges(source: Source, *, language: str = "en", today: date | None = None) -> tuple[Badge, ...]:
    """The review status first, then what to beware of."""
    words = phrases(language)
    tone = "good" if source.review_status in _CHECKED else "plain"
    found = [Badge(label=words.review[source.review_status], tone=tone)]
    if source.review_status in _UNREVIEWED:
        found.append(Badge(label=words.not_human_reviewed, tone="warn"))
    if is_old(source, today=today_or(today)):
        found.append(Badge(label=words.older, tone="warn"))
    return tuple(found)


def standing(source: Source, *, language: str = "en", today: date | None = None) -> str:
    """One line: kind, date, review status and marks, comma-separated, without the publisher."""
    words = phrases(language)
    marks = [badge.label for badge in badges(source, language=language, today=today)]
    return ", ".join([words.kinds[source.kind], dated(source, words), *marks])


def short_titles(titles: Sequence[str]) -> tuple[str, ...]:
    """Titles as far as they tell their documents apart: without "What are the …?", and without for whom, marked as cut."""
    cut = [_FOR_WHOM.sub("", _ASKS_WHAT.sub("", title.strip())).strip(" ?¿") for title in titles]
    told_apart = len({one.casefold() for one in cut}) == len(set(titles)) and all(len(one.split()) > 1 for one in cut)
    whole = [title if not told_apart or len(title.split()) <= _SHORT_TITLE else "" for title in titles]
    return tuple(title or f"{one} …" for title, one in zip(whole, cut, strict=True))


def shelf_line(sources: Sequence[Source], *, language: str = "en") -> str:
    """What answers rest on, for the first screen: how many documents, whose, how new, how many unreviewed; empty for none.

    Versions in another language than the reader's are the same documents, and count only where there are no others.
    """
    words, said = phrases(language), labels(language)
    shelf = [source for source in sources if source.language.startswith(words.language)] or list(sources)
    if not shelf:
        return ""
    names = [name for name, _ in Counter(source.publisher for source in shelf if source.publisher).most_common()]
    if len(names) > _NAMED:
        names = [*names[: _NAMED - 1], said["shelf_others"].format(count=len(names) - _NAMED + 1)]
    parts = [said["shelf_one"] if len(shelf) == 1 else said["shelf_many"].format(count=len(shelf))]
    parts += [", ".join(names)] if names else []
    days = [source.dated for source in shelf if source.dated]
    parts += [said["shelf_newest"].format(day=words.day(max(days)))] if days else []
    unread = sum(source.review_status in _UNREVIEWED for source in shelf)
    return _POINT.join([*parts, f"{unread} {words.not_human_reviewed}"] if unread else parts)
