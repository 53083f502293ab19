"""What the chat shows around an answer's text: sources, quoted words, withheld claims, the trace. Pure, JSON-ready."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from assistant.answers import Abstention, Citation, CitedAnswer, Emergency, Hit, Response, SmallTalk, Trace, WithheldClaim
from assistant.display.dial import dialled, undialled
from assistant.display.export import bibtex, csl_json, markdown_with_references, text_with_references
from assistant.display.labels import labels
from assistant.display.panel import panel
from assistant.display.phrases import Phrases, phrases
from assistant.display.render import cited_answer, literal, nearest_places, to_markdown
from assistant.display.standing import badges, dated, publisher, standing, written_for

HITS_SHOWN = 8
_CUT = 140
# With the space before it: a mark at the end of a line stays with its last word, and never begins the next line alone.
_MARKER = re.compile(r"( ?)\[(\d+)\]")
_LINK = re.compile(r"(\u00a0?)\[\\\[(\d+)\\\]\]\(#vouch-\2\)")
_BRACKET = re.compile(r"([\[\]])")
_NEAR_LINK = re.compile(r"\[((?:\\.|[^\]\\])*)\]\(#near-\d+\)")


def linked(text: str) -> str:
    """The text with its markers as links, "#vouch-3" for [3], for the chat to open the source panel."""
    return _MARKER.sub(_as_link, text)


def _as_link(mark: re.Match[str]) -> str:
    return ("\u00a0" if mark[1] else "") + rf"[\[{mark[2]}\]](#vouch-{mark[2]})"


def on_screen(response: Response, *, today: date | None = None) -> str:
    """The response's text with links to the source panel: its markers, and the nearest sections of a refusal as "#near-1".

    Urgent advice has its numbers as links that call.
    """
    text, advice = to_markdown(response, today=today), _urgent(response)
    lines = linked(text).replace(advice, dialled(advice), 1).split("\n")
    for place, near in _openable(response).items():
        # A bracket that "literal" has escaped already is told apart from those of the link's own.
        named = _BRACKET.sub(r"\\\1", place.replace(r"\[", "["))
        lines[lines.index(f"- {place}")] = f"- [{named}](#near-{near.number})"
    return "\n".join(lines)


def unlinked(text: str) -> str:
    """The text as readers see it: undoes the links of ``on_screen``."""
    text = _NEAR_LINK.sub(lambda link: re.sub(r"\\([\[\]])", r"\1", link[1]), text)
    return _LINK.sub(lambda mark: (" " if mark[1] else "") + f"[{mark[2]}]", undialled(text))


def _urgent(response: Response) -> str:
    """What a response says of whom to call; empty if nothing."""
    if isinstance(response, Emergency):
        return response.advice
    return response.emergency if isinstance(response, CitedAnswer | Abstention) else ""


def _openable(response: Response) -> dict[str, Citation]:
    """The nearest sections of a refusal that can be opened, by their names: where each comes nearest. Empty for an answer."""
    if not isinstance(response, Abstention):
        return {}
    return {
        place: Citation(number=number, document=near.document, statement=near.statement)
        for number, (place, near) in enumerate(nearest_places(response).items(), start=1)
        if near.document and near.statement
    }


def card(response: Response, *, today: date | None = None) -> dict[str, Any]:
    """The props of the card under an answer; every key present whatever the response."""
    words = phrases(response.read_as.language)
    answer = cited_answer(response)
    citations = answer.citations if answer else ()
    aside = response.answer if isinstance(response, Emergency) else response
    withheld = aside.withheld if isinstance(aside, CitedAnswer | Abstention) else ()
    return {
        "status": _status(response),
        "language": words.language,
        "labels": dict(labels(words.language)),
        "read_as": {"text": response.read_as.text, "typed": response.question.text} if response.read_as.rewritten else None,
        "sources": _sources(citations, words, today),
        "quotes": {str(citation.number): _quoted(citation, words, today) for citation in citations},
        "panels": _panels(citations, words, today) | _near_panels(response, words, today),
        "premise": answer.premise.claimed if answer and answer.premise else None,
        "glossary": [{"term": entry.term, "plain": entry.plain} for entry in (answer.glossary if answer else ())],
        "withheld": [_withheld(claim, words) for claim in withheld],
        "follow_ups": list(aside.follow_ups) if aside else [],
        "exports": _exports(response, today) if citations else None,
    }


def suggestions(questions: Sequence[str], *, language: str = "en") -> dict[str, Any]:
    """The props of a card that only suggests questions."""
    empty: dict[str, Any] = {
        "read_as": None,
        "sources": [],
        "quotes": {},
        "panels": {},
        "premise": None,
        "glossary": [],
        "withheld": [],
    }
    words = dict(labels(language))
    return {**empty, "status": "smalltalk", "language": language, "labels": words, "follow_ups": list(questions), "exports": None}


def _status(response: Response) -> str:
    return {CitedAnswer: "answered", Abstention: "abstained", Emergency: "emergency", SmallTalk: "smalltalk"}[type(response)]


def _panels(citations: Sequence[Citation], words: Phrases, today: date | None) -> dict[str, dict[str, Any]]:
    return {str(citation.number): panel(citation, language=words.language, today=today) for citation in citations}


def _near_panels(response: Response, words: Phrases, today: date | None) -> dict[str, dict[str, Any]]:
    """Panels for what a refusal comes nearest to: ``near`` says that nothing is cited there."""
    panels = _panels(tuple(_openable(response).values()), words, today)
    return {f"near-{number}": {**shown, "near": True} for number, shown in panels.items()}


def _sources(citations: tuple[Citation, ...], words: Phrases, today: date | None) -> list[dict[str, Any]]:
    """Each source once, in order of first use, with the numbers of its citations."""
    found: dict[str, dict[str, Any]] = {}
    for citation in citations:
        source = citation.source
        entry = found.setdefault(
            source.source_id,
            {
                "source_id": source.source_id,
                "title": source.title,
                "publisher": publisher(source, words),
                "kind": words.kinds[source.kind],
                "audience": written_for(source, words),
                "dated": dated(source, words),
                "badges": [
                    {"label": badge.label, "tone": badge.tone} for badge in badges(source, language=words.language, today=today)
                ],
                "numbers": [],
            },
        )
        entry["numbers"].append(citation.number)
    return list(found.values())


def _quoted(citation: Citation, words: Phrases, today: date | None) -> dict[str, Any]:
    return {
        "quote": citation.quote,
        "section": " › ".join(citation.statement.shown_path),
        "publisher": publisher(citation.source, words),
        "standing": standing(citation.source, language=words.language, today=today),
    }


def _withheld(claim: WithheldClaim, words: Phrases) -> dict[str, Any]:
    reasons = {reason.code: reason for reason in claim.reasons}
    return {
        "text": claim.text,
        "reasons": [{"code": r.code.value, "label": words.withheld[r.code], "detail": r.detail} for r in reasons.values()],
    }


def _exports(response: Response, today: date | None) -> dict[str, str]:
    return {
        "text": text_with_references(response, today=today),
        "markdown": markdown_with_references(response, today=today),
        "csl": csl_json(response),
        "bibtex": bibtex(response),
    }


def step_label(step: str, *, language: str = "en") -> str:
    """A step's name in a reader's words; the name itself for a step that has none."""
    return labels(language).get(step, step)


def trace_markdown(response: Response, trace: Trace) -> str:
    """What "How this was found" tells: the question as read, the statements found, the verdicts and the milliseconds."""
    words = labels(response.read_as.language)
    drafter = words["extractive"] if trace.drafter == "extractive" else trace.drafter
    lines = [f"**{words['question_read']}:** {literal(trace.read_as or response.read_as.text)}"]
    answer = cited_answer(response)
    if answer:
        total = len(answer.claims) + len(answer.withheld)
        lines.append(f"**{words['drafter']}:** {literal(drafter)} · {len(answer.claims)}/{total} {words['passed']}")
    if trace.hits:
        lines.append(_hits(trace.hits[:HITS_SHOWN], words["hits"]))
    lines += [f"- {literal(note)}" for note in trace.notes]
    spent = " · ".join(f"{label} {ms:.0f} ms" for label, ms in _times(trace, response.read_as.language))
    return "\n\n".join([*lines, f"**{words['time']}:** {spent}"] if spent else lines)


def _times(trace: Trace, language: str) -> list[tuple[str, float]]:
    """What each step took, by its label; what readers know as one step counts as one."""
    found: dict[str, float] = {}
    for step, spent in trace.milliseconds.items():
        label = step_label(step, language=language)
        found[label] = found.get(label, 0.0) + spent
    return [(label, spent) for label, spent in found.items() if spent > 0]


def _hits(hits: tuple[Hit, ...], title: str) -> str:
    rows = [f"**{title}:**", ""]
    for hit in hits:
        text = hit.statement.text if len(hit.statement.text) <= _CUT else f"{hit.statement.text[: _CUT - 1].rstrip()}…"
        where = " › ".join((hit.source.publisher or hit.source.source_id, *hit.statement.shown_path[-1:]))
        rows.append(f"1. {literal(text)} *({literal(where)}; cosine {hit.dense:.2f}, BM25 {hit.lexical:.1f})*")
    return "\n".join(rows)
