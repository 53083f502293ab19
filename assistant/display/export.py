"""An answer to take away: text or Markdown with its reference list, CSL-JSON, BibTeX. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from assistant.answers import Citation, Response
from assistant.display.labels import labels
from assistant.display.phrases import phrases
from assistant.display.render import cited_answer, literal, to_markdown
from assistant.display.standing import dated, publisher, standing
from ingest.documents import Source

_TEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_"}


def _citations(response: Response) -> tuple[Citation, ...]:
    answer = cited_answer(response)
    return answer.citations if answer else ()


def _sources(response: Response) -> tuple[Source, ...]:
    return tuple({citation.source.source_id: citation.source for citation in _citations(response)}.values())


def _entry(citation: Citation, language: str, today: date | None) -> str:
    source, words = citation.source, phrases(language)
    where = " › ".join(citation.statement.shown_path)
    page = f", p. {citation.statement.page}" if citation.statement.page is not None else ""
    address = f" {source.url}" if source.url else ""
    who = publisher(source, words)
    title = source.title if source.title.endswith(("?", "!")) else f"{source.title.rstrip('.')}."
    head = f"[{citation.number}] {who}. {title} {standing(source, language=language, today=today)}.{address}"
    via = [words.crediting.format(publisher=who, number=entry.number, label=entry.label) for entry in citation.via]
    quoted = f"“{citation.quote}” ({where}{page})" if where or page else f"“{citation.quote}”"
    return " ".join([head, quoted, *(f"({credit})" for credit in via)])


def markdown_with_references(response: Response, *, today: date | None = None) -> str:
    """The question, the text on screen and one line per citation with the quoted words, as Markdown."""
    language = response.read_as.language
    words = phrases(language)
    blocks = [f"**{words.question}:** {literal(response.question.text)}"]
    # A note is read without the conversation: "and after that?" alone would tell nobody what was answered.
    if response.read_as.rewritten:
        blocks.append(f"**{labels(language)['read_as']}:** {literal(response.read_as.text)}")
    blocks.append(to_markdown(response, today=today))
    blocks += _words_used(response, labels(language))
    entries = [f"- {_marker_safe(_entry(citation, language, today))}" for citation in _citations(response)]
    return "\n\n".join([*blocks, f"## {words.references}", "\n".join(entries)] if entries else blocks) + "\n"


def _words_used(response: Response, said: Mapping[str, str]) -> list[str]:
    """The terms that the answer explains, under a heading that says whose words these are."""
    answer = cited_answer(response)
    if not answer or not answer.glossary:
        return []
    lines = [f"- **{literal(entry.term)}:** {literal(entry.plain)}" for entry in answer.glossary]
    return [f"## {said['words_used']}", f"*{said['words_used_from']}*", "\n".join(lines)]


def _marker_safe(entry: str) -> str:
    marker, _, rest = entry.partition(" ")
    return f"{marker} {literal(rest)}"


def text_with_references(response: Response, *, today: date | None = None) -> str:
    """As ``markdown_with_references``, without any mark-up."""
    text = markdown_with_references(response, today=today)
    text = re.sub(r"^> ?", "", text, flags=re.MULTILINE)
    text = re.sub(r"^#+ ", "", text, flags=re.MULTILINE)
    text = re.sub(r"(?<!\\)\*+", "", text)
    return re.sub(r"\\([\\`*_<~\[:#>+.)-])", r"\1", text)


def csl_json(response: Response) -> str:
    """The cited sources as CSL-JSON, one item per source."""
    return json.dumps([_csl(source) for source in _sources(response)], ensure_ascii=False, indent=2)


def _csl(source: Source) -> dict[str, Any]:
    words = phrases("en")
    item: dict[str, Any] = {
        "id": source.source_id,
        "type": "webpage" if source.url else "report",
        "title": source.title,
        "author": [{"literal": publisher(source, words)}],
        "publisher": publisher(source, words),
        "language": source.language,
        "note": f"{source.kind.value}; {dated(source, words)}; {words.review[source.review_status]}",
    }
    if source.dated:
        item["issued"] = {"date-parts": [[source.dated.year, source.dated.month, source.dated.day]]}
    return item | {"URL": source.url} if source.url else item


def _tex(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in text)


def bibtex(response: Response) -> str:
    """The cited sources as BibTeX, one entry per source."""
    return "\n".join(_bibtex(source) for source in _sources(response))


def _bibtex(source: Source) -> str:
    item = _csl(source)
    fields = {"title": f"{{{_tex(source.title)}}}", "author": f"{{{_tex(item['publisher'])}}}", "note": _tex(item["note"])}
    if source.dated:
        fields |= {"year": str(source.dated.year), "month": str(source.dated.month)}
    if source.url:
        fields["url"] = source.url
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{source.source_id},\n{lines}}}\n"
