"""Which sources of a library are older editions of others: told by what they state, else by title and publisher. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from ingest.documents import Source

_EDITION_WORDS = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r" (?:edition|ed\.?|revision)\b"
    r"|\b(?:version|edition|revision|update|v)\.? ?\d{1,4}(?:\.\d{1,4}){0,2}\b"
    r"|\b(?:19|20)\d\d(?: (?:update|edition|version|revision))?\b"
    r"|\b(?:updated?|revised)\b",
    re.IGNORECASE,
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()


def superseded(sources: Iterable[Source]) -> Mapping[str, str]:
    """Source ids of older editions, each with the id of the newest edition that takes its place.

    A source that names what it supersedes decides. Else two sources are editions of one document when publisher, language and
    title are the same, edition words and years left out, and at least one of both titles or editions names an edition.
    """
    known = {source.source_id: source for source in sources}
    older: dict[str, str] = {}
    groups: dict[tuple[str, str, str], list[Source]] = {}
    for source in known.values():
        for named in source.supersedes:
            if named in known and named != source.source_id:
                older[named] = source.source_id
        if source.publisher:
            groups.setdefault((source.publisher.lower(), source.language, _plain(source.title)), []).append(source)
    for group in groups.values():
        ranked = sorted(group, key=lambda source: (_age(source), source.source_id))
        newest = ranked[-1]
        for source in ranked[:-1]:
            if _age(source) < _age(newest) and (source.edition or newest.edition or source.title != newest.title):
                older.setdefault(source.source_id, newest.source_id)
    return {source_id: _newest(source_id, older) for source_id in older}


def namesakes(sources: Iterable[Source]) -> Mapping[str, str]:
    """Source ids of which an older source has the publisher, language and title, each with the id of the latest such source.

    Both are cited, for nothing tells that they are editions: only the library's people know. One without a day counts as older,
    and of two without, either may be.
    """
    kept = sorted(sources, key=lambda source: (_age(source), source.source_id))
    older, found = superseded(kept), dict[str, str]()
    latest: dict[tuple[str, str, str], Source] = {}
    for source in kept:
        if source.publisher and source.source_id not in older:
            name = (source.publisher.lower(), source.language, _plain(source.title))
            if name in latest and (_age(latest[name]) < _age(source) or source.dated is None):
                found[source.source_id] = latest[name].source_id
            latest[name] = source
    return found


def _newest(source_id: str, older: Mapping[str, str]) -> str:
    """The end of a chain of editions; a circle ends where it closes."""
    seen = {source_id}
    newest = older[source_id]
    while newest in older and newest not in seen:
        seen.add(newest)
        newest = older[newest]
    return newest


def _plain(title: str) -> str:
    return " ".join(re.findall(r"\w+", _EDITION_WORDS.sub(" ", title).lower()))


def _age(source: Source) -> tuple[date, tuple[int, ...]]:
    """What orders editions: the day, then the number of the edition."""
    words = (source.edition or source.title).lower()
    numbers = [int(number) for number in re.findall(r"\d{1,4}", words)]
    numbers += [_ORDINALS.index(word) + 1 for word in re.findall(r"[a-z]+", words) if word in _ORDINALS]
    return (source.dated or date.min, tuple(numbers))
