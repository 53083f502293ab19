"""Answers to questions about the answer or the library, as cited claims. Pure but for its word list.

What a source says of itself is cited where the document says it: the line of its front matter, or the words of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate

from assistant.answers import Citation, CitedAnswer, Verdict, VerifiedClaim
from assistant.display.phrases import phrases
from assistant.display.standing import publisher, standing
from assistant.followups.about import AboutKind, AboutQuestion, about_words
from assistant.words.lexicon import Lexicon
from ingest.documents import Document, Source, Span, Statement

_SUPPORTED = Verdict(supported=True, score=1.0)
_FIELDS = {
    "date": ("updated", "published"),
    "review": ("review_note", "review_status"),
    "author": ("publisher",),
    "title": ("title",),
}
_PAGE_WORDS = {
    "date": (
        r"(?:last (?:updated|revised|reviewed)|updated|revised|published|reviewed by .{1,40} on|actualizado|publicado)"
        r"[^\n]{0,60}?\d{4}"
    ),
    "review": (
        r"(?:medically )?reviewed by[^\n]{1,80}|pending human review|reviewed for accuracy[^\n]{0,80}|under review|"
        r"revisado por[^\n]{1,80}"
    ),
    "author": r"medical and editorial content team|medical advisory board|written by[^\n]{1,60}|by dr[^\n]{1,40}",
    "title": r"^#? ?[^\n]{3,200}$",
}
_MOST = 8
_SCREEN = 280
_SHORT = 40


def answer_about(
    about: AboutQuestion,
    *,
    last: CitedAnswer | None,
    documents: Mapping[str, Document],
    statements: Sequence[Statement] = (),
    lexicon: Lexicon | None = None,
    language: str = "en",
    today: date | None = None,
) -> tuple[VerifiedClaim, ...]:
    """The claims that answer it, at most eight, citations numbered from 1; empty if nothing can be said.

    ``last`` is the answer that is asked about (None without one), ``statements`` those searched for a mention.
    """
    match about.kind:
        case AboutKind.SOURCE:
            claims = [_rests(citation, language, today) for citation in _cited(about, last, per_source=True)]
        case AboutKind.QUOTE:
            claims = [_quoted(citation, language) for citation in _cited(about, last)]
        case AboutKind.SHORTER:
            claims = _shortened(last.claims) if last else []
        case AboutKind.MENTIONS:
            claims = _mentioning(about, documents, statements, lexicon or Lexicon(), language)
        case AboutKind.NEWEST | AboutKind.OLDEST:
            claims = _extreme(about, documents, language)
        case _:
            claims = [_told(document, about.kind, language, today) for document in _meant(about, last, documents, language)]
            if about.kind is not AboutKind.DOCUMENTS and not about.source_ids:  # of what was said: say it again
                claims = [*claims[: _MOST - 1], *(_quoted(citation, language) for citation in _cited(about, last)[:1])]
    return _numbered(_on_a_screen(claims[:_MOST]))


def _on_a_screen(claims: Sequence[VerifiedClaim]) -> list[VerifiedClaim]:
    """The first claims that fit on a screen together, one at least: a source is told with the words it is cited for."""
    ends = accumulate(len(claim.text.split()) for claim in claims)
    return [claim for place, (claim, words) in enumerate(zip(claims, ends, strict=True)) if not place or words <= _SCREEN]


def _shortened(claims: Sequence[VerifiedClaim]) -> list[VerifiedClaim]:
    """The first claim, and those that follow while all together stay short."""
    kept = list(claims[:1])
    for claim in claims[1:]:
        if sum(len(one.text.split()) for one in (*kept, claim)) > _SHORT:
            break
        kept.append(claim)
    return kept


def _cited(about: AboutQuestion, last: CitedAnswer | None, *, per_source: bool = False) -> list[Citation]:
    found = list(last.citations) if last else []
    if about.numbers:
        found = [citation for citation in found if citation.number in about.numbers]
    if about.source_ids:
        found = [citation for citation in found if citation.source.source_id in about.source_ids]
    if not per_source:
        return found
    sections = {(citation.source.source_id, citation.statement.shown_path): citation for citation in reversed(found)}
    return list(sections.values())[::-1]


def _meant(about: AboutQuestion, last: CitedAnswer | None, documents: Mapping[str, Document], language: str) -> list[Document]:
    """The documents asked about, each in one language: those named, else those of the last answer; all for the library."""
    if about.kind is AboutKind.DOCUMENTS:
        return _one_language(documents.values(), language)
    named = [documents[source_id] for source_id in about.source_ids if source_id in documents]
    return _one_language(named or [citation.document for citation in _cited(about, last)], language)


def _one_language(found: Iterable[Document], language: str) -> list[Document]:
    """Each document once, of its translations ("page", "page-es") the one in the reader's language."""
    kept: dict[str, Document] = {}
    for document in found:
        base = document.source.source_id.removesuffix(f"-{document.source.language}")
        if base not in kept or document.source.language == language:
            kept[base] = document
    return list(kept.values())


def _told(document: Document, kind: AboutKind, language: str, today: date | None) -> VerifiedClaim:
    source, forms, words = document.source, about_words(language), phrases(language)
    named = {"title": source.title, "publisher": publisher(source, words)}
    if kind is AboutKind.DATE:
        key = "updated" if source.updated else "published" if source.published else "undated"
        text = forms[key].format(**named, day=words.day(source.dated) if source.dated else "")
        return _claim(text, document, "date")
    if kind is AboutKind.REVIEW:
        note = (source.review_note or "").strip()
        note = f"{note[:1].upper()}{note[1:].rstrip('.')}." if note else ""
        status = words.review[source.review_status]
        return _claim(forms["review"].format(**named, status=status, note=note).strip(), document, "review")
    if kind is AboutKind.AUTHOR:
        told = {"kind": words.kinds[source.kind], "audience": words.audiences[source.audience]}
        return _claim(forms["author" if source.publisher else "unsigned"].format(**named, **told), document, "author")
    return _claim(forms["listed"].format(**named, standing=standing(source, language=language, today=today)), document, "title")


def _rests(citation: Citation, language: str, today: date | None) -> VerifiedClaim:
    source, forms = citation.source, about_words(language)
    section = " › ".join(citation.statement.shown_path)
    text = forms["rests" if section else "rests_plain"].format(
        title=source.title,
        publisher=publisher(source, phrases(language)),
        standing=standing(source, language=language, today=today),
        section=section,
        quote=citation.quote,
    )
    if citation.via:
        text += " " + forms["via"].format(references="; ".join(reference.label for reference in citation.via))
    return VerifiedClaim(text=text, citations=(citation,), verdict=_SUPPORTED)


def _quoted(citation: Citation, language: str) -> VerifiedClaim:
    text = about_words(language)["quote"].format(quote=citation.quote, publisher=publisher(citation.source, phrases(language)))
    return VerifiedClaim(text=text, citations=(citation,), verdict=_SUPPORTED)


def _mentioning(
    about: AboutQuestion, documents: Mapping[str, Document], statements: Sequence[Statement], lexicon: Lexicon, language: str
) -> list[VerifiedClaim]:
    """Per source the first statement that names what is looked for, by the lexicon or else by the letter."""
    wanted = lexicon.concepts_in(about.term, typed=True)
    letters = re.compile(rf"(?<!\w){re.escape(about.term)}", re.IGNORECASE)
    found: dict[str, Statement] = {}
    read = {document.source.source_id for document in _one_language(documents.values(), language)}
    for statement in (one for one in statements if one.source_id in read):
        named = wanted <= lexicon.concepts_in(statement.text) if wanted else bool(letters.search(statement.text))
        if named and (not about.source_ids or statement.source_id in about.source_ids):
            found.setdefault(statement.source_id, statement)
    claims = []
    for source_id, statement in found.items():
        document = documents[source_id]
        text = about_words(language)["mentions"].format(
            title=document.source.title, publisher=publisher(document.source, phrases(language)), quote=statement.text
        )
        citation = Citation(number=1, document=document, statement=statement)
        claims.append(VerifiedClaim(text=text, citations=(citation,), verdict=_SUPPORTED))
    return claims


def _extreme(about: AboutQuestion, documents: Mapping[str, Document], language: str) -> list[VerifiedClaim]:
    own = _one_language(documents.values(), language)
    dated = [(document.source.dated, document) for document in own if document.source.dated is not None]
    if not dated:
        return []
    newest = about.kind is AboutKind.NEWEST
    day, document = sorted(dated, key=lambda pair: pair[0], reverse=newest)[0]
    words = phrases(language)
    form = about_words(language)["newest" if newest else "oldest"]
    text = form.format(title=document.source.title, publisher=publisher(document.source, words), day=words.day(day))
    return [_claim(text, document, "date")]


def _claim(text: str, document: Document, what: str) -> VerifiedClaim:
    return VerifiedClaim(text=text, citations=(self_citation(document, what),), verdict=_SUPPORTED)


def self_citation(document: Document, what: str) -> Citation:
    """Where a document says its own "date", "review", "author" or "title": a front matter line, or words of the page."""
    span = _front_matter_line(document, _FIELDS[what]) or _page_words(document, _PAGE_WORDS[what]) or _first_line(document)
    statement = Statement(
        statement_id=f"{document.source.source_id}#{what}",
        source_id=document.source.source_id,
        passage_id="",
        span=span,
        text=document.text[span.start : span.end],
    )
    return Citation(number=1, document=document, statement=statement)


def _front_matter_line(document: Document, fields: Sequence[str]) -> Span | None:
    end = document.text.find("\n---", 3) if document.text.startswith("---") else -1
    for field in fields:
        match = re.search(rf"^{field}: *(?!null\b)\S[^\n]*", document.text[: max(end, 0)], re.MULTILINE)
        if match:
            return Span(start=match.start(), end=match.end())
    return None


def _page_words(document: Document, wording: str) -> Span | None:
    match = re.search(wording, document.text, re.IGNORECASE | re.MULTILINE)
    return Span(start=match.start(), end=match.end()) if match else None


def _first_line(document: Document) -> Span:
    match = re.search(r"\S[^\n]*", document.text)
    return Span(start=match.start(), end=match.end()) if match else Span(start=0, end=1)


def _numbered(claims: Sequence[VerifiedClaim]) -> tuple[VerifiedClaim, ...]:
    """The claims with their citations numbered by first use, the same words under one number."""
    numbers: dict[tuple[str, int, int], int] = {}
    renumbered = []
    for claim in claims:
        citations = []
        for citation in claim.citations:
            place = (citation.source.source_id, citation.span.start, citation.span.end)
            number = numbers.setdefault(place, len(numbers) + 1)
            citations.append(Citation(number=number, document=citation.document, statement=citation.statement))
        renumbered.append(
            VerifiedClaim(text=claim.text, citations=tuple(citations), verdict=claim.verdict, heading=claim.heading)
        )
    return tuple(renumbered)


def sources_of(documents: Mapping[str, Document]) -> tuple[Source, ...]:
    """The sources of the documents, in their order: what ``read_about`` needs."""
    return tuple(document.source for document in documents.values())
