"""What a page says of itself in its head: meta tags and JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml.html import HtmlElement

from ingest.documents import SourceAudience, SourceKind
from ingest.parse.dates import read_day
from ingest.parse.identity import Stated
from ingest.parse.standing import is_organisation

_PUBLISHED = (
    "article:published_time datepublished dc.date dc.date.issued dcterms.issued dcterms.created citation_publication_date "
    "citation_date date pubdate dc.date.created"
).split()
_UPDATED = (
    "article:modified_time og:updated_time datemodified dcterms.modified dc.date.modified last-modified lastmod revised "
    "dcterms.date.modified lastreviewed"
).split()
_PUBLISHER = "dc.publisher dcterms.publisher citation_publisher publisher citation_journal_title og:site_name".split()
_LICENCE = "dc.rights dcterms.rights dcterms.license copyright".split()
_RIGHTS = re.compile(
    r"©|\(c\)|\bcopyright\b|\ball rights reserved\b|\b(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?\b|^by ", re.IGNORECASE
)
_INTRANET = re.compile(r"\s+(?:Intranet|Website|Home ?page|Portal|Online)$")
_MOST_SITE_WORDS = 6
_SMALL = frozenset("of the for and & de del la".split())
_NO_SITES = frozenset(
    "home guidance overview guideline guidelines page article pdf intranet recommendations start welcome".split()
)
_DOOR = re.compile(r"(?:https?://[^/]+)?(?:\.?/)?(?:index\.\w+)?", re.IGNORECASE)
_LARGEST = 200_000
_DEEPEST = 8


def read_stated(root: HtmlElement) -> Stated:
    """The fields that a page states in its head; JSON-LD first, then meta tags."""
    meta = _meta(root)
    linked = list(_linked(root))

    def told(*names: str) -> Any:
        return next((entry[name] for name in names for entry in linked if entry.get(name)), None)

    published = _day(told("datePublished")) or _first_day(meta, _PUBLISHED) or _timed(root, "datePublished")
    updated = _day(told("dateModified", "lastReviewed")) or _first_day(meta, _UPDATED) or _timed(root, "dateModified")
    language = told("inLanguage") or root.get("lang") or meta.get("og:locale") or meta.get("content-language")
    canonical = next((link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"), None)
    url = canonical or meta.get("og:url")
    return Stated(
        title=_title(root, meta),
        publisher=_issuer(told("author"))
        or _name(told("publisher", "sourceOrganization"))
        or _first(meta, _PUBLISHER)
        or _holder(meta),
        published=published,
        updated=updated,
        language=_name(language),
        audience=_audience(told("audience") or meta.get("dcterms.audience")),
        kind=_kind(meta, told("@type")),
        url=url if url and re.match(r"https?://[^\s]{3,500}$", url) else None,
        licence=_first(meta, _LICENCE),
        reviewed_by=_name(told("reviewedBy")),
        # What a page offers for installing has a name of its own, and only tells where nothing else does.
        site=_site(root) or meta.get("application-name"),
    )


def _meta(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content[:1000])
    return found


def _linked(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every JSON-LD object of a page, the outer ones first; those that are no JSON are left out."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            values = json.loads((script.text or "")[:_LARGEST])
        except (ValueError, RecursionError):
            continue
        yield from _objects(values, 0)


def _objects(values: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(values, dict):
        if not re.search(r"Organi[sz]ation|Person|WebSite|Breadcrumb|ImageObject|Application|Product", str(values.get("@type"))):
            yield values
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(values.get(key), depth + 1)
    elif isinstance(values, list):
        for value in values[:50]:
            yield from _objects(value, depth + 1)


def _holder(meta: dict[str, str]) -> str | None:
    """Who holds a page's rights, where its head names them and says no more."""
    name = _RIGHTS.sub("", meta.get("copyright") or meta.get("dc.rights") or "").strip(" .,-")
    words = [word for word in name.split() if word.lower() not in _SMALL]
    is_name = 0 < len(words) <= _MOST_SITE_WORDS and all(word[0].isupper() for word in words)
    return name if is_name and not re.search(r"[/@:;()\d]", name) else None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split())[:200] or None if isinstance(value, str) else None


def _issuer(value: Any) -> str | None:
    """The office that a page of a larger site names as its author; no person, and no team of the site."""
    first = value[0] if isinstance(value, list) and value else value
    is_office = isinstance(first, dict) and "Organization" in str(first.get("@type"))
    name = _name(first) if is_office else None
    return name if name and is_organisation(name) else None


def _site(root: HtmlElement) -> str | None:
    """The part of the page's title that names the site: the first where the page says so, else the last, if it is a name."""
    parts = title_parts(root)
    if len(parts) > 1 and _names_site(parts[0], root, _meta(root)):
        return parts[0]
    name = _INTRANET.sub("", parts[-1]) if len(parts) > 1 else ""
    words = name.split()
    is_name = 0 < len(words) <= _MOST_SITE_WORDS and all(word[0].isupper() or word in _SMALL for word in words)
    return name if is_name and name.lower() not in _NO_SITES else None


def _names_site(part: str, root: HtmlElement, meta: dict[str, str]) -> bool:
    """Whether a part of a title is the site's name: by the page's head, as an organisation, or as the link to the site's door."""
    if part in {meta.get("og:site_name"), meta.get("application-name"), meta.get("dc.publisher")} or is_organisation(part):
        return True
    doors = (link for link in root.iter("a") if _DOOR.fullmatch(link.get("href") or ""))
    return any(" ".join(link.text_content().split()).casefold() == part.casefold() for link in doors)


def title_parts(root: HtmlElement) -> list[str]:
    """What the page's title holds between dashes and bars."""
    element = root.find(".//title")
    whole = " ".join((element.text or "").split()) if element is not None else ""
    return [part for part in re.split(r"\s+[|»·•–—-]\s+", whole) if part]


def _audience(value: Any) -> SourceAudience | None:
    told = json.dumps(value).lower() if value else ""
    if "patient" in told or "consumer" in told:
        return SourceAudience.PATIENT
    return SourceAudience.CLINICIAN if re.search(r"clinician|physician|professional|medicalaudience", told) else None


def _kind(meta: dict[str, str], types: Any) -> SourceKind | None:
    """What kind of document the page's head says that it is: citation tags of a journal, a type of schema.org."""
    told = json.dumps(types) if types else ""
    if "citation_journal_title" in meta or "ScholarlyArticle" in told:
        return SourceKind.RESEARCH
    return SourceKind.GUIDELINE if "MedicalGuideline" in told else None


def _first(meta: dict[str, str], names: list[str]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _first_day(meta: dict[str, str], names: list[str]) -> date | None:
    return next((day for name in names if (day := _day(meta.get(name)))), None)


def _timed(root: HtmlElement, name: str) -> date | None:
    """The day of a time element that says of what it is."""
    return next((day for time in root.iter("time") if time.get("itemprop") == name and (day := _day(time.get("datetime")))), None)


def _day(value: Any) -> date | None:
    if not isinstance(value, str):
        return None
    match = re.match(r"\s*(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?", value)
    if not match:
        return read_day(value)
    try:
        return date(int(match.group(1)), int(match.group(2)), int(match.group(3) or 1))
    except ValueError:
        return None


def _title(root: HtmlElement, meta: dict[str, str]) -> str | None:
    """The page's title without the site's name, by the title element, Open Graph or citation tags."""
    stated = meta.get("citation_title") or meta.get("og:title") or meta.get("dc.title")
    element = root.find(".//title")
    whole = " ".join((element.text or "").split()) if element is not None else ""
    title = stated or whole
    site = meta.get("og:site_name", "")
    parts = re.split(r"\s+[|»·•–—-]\s+", title)
    if len(parts) > 1 and _names_site(parts[0], root, meta):
        # The way from the site's door to the page: what the page heads itself with, else what stands last.
        heads = {" ".join(head.text_content().split()).casefold() for head in root.iter("h1", "h2")}
        return next((part for part in parts[1:] if part.casefold() in heads), parts[-1])[:300]
    if len(parts) > 1 and (parts[-1] == site or len(parts[-1].split()) <= 4 or "|" in title):  # noqa: PLR2004 - a site's name
        title = title[: title.rindex(parts[-1])].rstrip(" |»·•–—-")
    return title[:300] or None
