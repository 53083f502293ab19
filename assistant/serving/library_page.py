"""The library page: every document with its standing and what was understood of it, for readers, reviewers and admins."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import yaml

from assistant.display.phrases import phrases
from assistant.display.standing import badges, dated, publisher, written_for
from assistant.serving.sign_in import Visitor
from assistant.storage.accounts import Role
from ingest.documents import ReviewStatus, Source, SourceAudience, SourceKind
from ingest.library import SourceList
from ingest.parse.choose import SUFFIXES
from ingest.report import DocumentReport
from ingest.settings import MEBIBYTE

_HERE = Path(__file__).parent


@cache
def page_words(language: str) -> Mapping[str, str]:
    """The page's words in a language; English for one that Vouch doesn't speak."""
    book: dict[str, dict[str, str]] = yaml.safe_load((_HERE / "library_words.yaml").read_text(encoding="utf-8"))
    return book["es" if language.lower().startswith("es") else "en"]


def render_library(listed: SourceList, visitor: Visitor, *, language: str, chat_path: str, max_bytes: int) -> str:
    """The page as HTML; what a visitor may not do isn't on it."""
    tongue = "es" if language.lower().startswith("es") else "en"
    words, said = page_words(tongue), phrases(tongue)
    return _template().render(
        language=tongue,
        words=words,
        chat=chat_path,
        visitor=visitor,
        may_review=visitor.role.may(Role.REVIEWER),
        may_add=visitor.role.may(Role.ADMIN),
        megabytes=max_bytes // MEBIBYTE,
        suffixes=",".join(sorted(SUFFIXES)),
        statuses=[(status.value, said.review[status]) for status in ReviewStatus],
        failures=listed.failures,
        sources=[_entry(report, tongue, words) for report in listed.sources],
    )


def counts(report: DocumentReport, words: Mapping[str, str]) -> list[str]:
    """What was understood of a document, in figures; what it has none of isn't named."""
    figures = {
        "pages": report.pages or 0,
        "sections": report.sections,
        "statements": report.statements,
        "tables": report.table_rows,
        "references": report.references,
        "furniture": report.furniture_removed,
    }
    one = {name: words[f"one_{name}"] for name in figures}
    return [
        f"{figure} {one[name] if figure == 1 else words[name]}"
        for name, figure in figures.items()
        if figure or name == "statements"
    ]


def _entry(report: DocumentReport, language: str, words: Mapping[str, str]) -> dict[str, Any]:
    source, said = _source(report), phrases(language)
    told = (
        publisher(source, said),
        said.kinds[source.kind],
        written_for(source, said),
        dated(source, said),
        words.get(report.language, report.language),
    )
    return {
        "report": report,
        "standing": " · ".join(filter(None, told)),
        "badges": badges(source, language=language),
        "counts": counts(report, words),
    }


def _source(report: DocumentReport) -> Source:
    """As much of the source as its standing needs."""
    published, updated = (date.fromisoformat(day) if day else None for day in (report.published, report.updated))
    return Source(
        source_id=report.source_id,
        title=report.title,
        publisher=report.publisher,
        kind=SourceKind(report.kind),
        audience=SourceAudience(report.audience),
        language=report.language,
        published=published,
        updated=updated,
        review_status=ReviewStatus(report.review_status),
    )


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(_HERE), autoescape=True, undefined=jinja2.StrictUndefined)
    return environment.get_template("library_page.html.j2")
