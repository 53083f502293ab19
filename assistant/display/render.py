"""Response → the text on screen (Markdown with [n] markers) and the answer object of the contract. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from assistant.answers import Abstention, Citation, CitedAnswer, Emergency, Nearest, Response, SmallTalk, Trace, VerifiedClaim
from assistant.citation.numbering import bullets, citations_of, direct_line, renumber
from assistant.display.phrases import Phrases, phrases
from assistant.display.standing import badges, short_titles, standing

_MARK_LIKE = re.compile(r"\[(\d+(?:\s*[,–-]\s*\d+)*)\]")
_BLOCK_START = re.compile(r"^(\s*)([#>+-]|\d+[.)])(?=\s)")
_SENTENCE_END = re.compile(r"(?<=[a-z0-9%)\]”\"])([.!?])(\s+)(?=[A-ZÁÉÍÓÚÑ¿¡])")
_ABBREVIATION = re.compile(r"(?:\b(?:approx|vs|etc|cf|no|fig|dr|e\.g|i\.e|p\.ej)|\b[A-Za-z])$", re.IGNORECASE)
_CLOSING = re.compile(r"\s*([.!?…]?)\s*$")


def literal(text: str) -> str:
    """The words as Markdown that shows them unchanged.

    A source's own "[3]" becomes "(3)": on screen only Vouch's markers look like markers.
    """
    text = _MARK_LIKE.sub(r"(\1)", " ".join(text.split()))
    text = re.sub(r"([\\`*])", r"\\\1", text)
    text = re.sub(r"(?<!\w)_|_(?!\w)", r"\\_", text)
    text = re.sub(r"<(?=[A-Za-z/!?])", r"\\<", text)
    text = text.replace("~", r"\~") if text.count("~") > 1 else text
    text = text.replace("[", r"\[") if re.search(r"\]\s*[(\[:]", text) else text
    return _BLOCK_START.sub(r"\1\\\2", text)


def marks(citations: Sequence[Citation]) -> str:
    """The markers of some citations: "[1] [3]"."""
    return " ".join(f"[{citation.number}]" for citation in citations)


def marked(text: str, citations: Sequence[Citation]) -> str:
    """The words with the markers before the full stop of each sentence, so that no sentence stands without one."""
    shown, start, pieces = literal(text), 0, []
    for end in _SENTENCE_END.finditer(shown):
        if _ABBREVIATION.search(shown[start : end.start()]):
            continue
        pieces.append(shown[start : end.end(1)])
        start = end.end()
    pieces.append(shown[start:])
    return " ".join(_CLOSING.sub(lambda stop: f" {marks(citations)}{stop[1]}", piece, count=1) for piece in pieces)


def claim_markdown(claim: VerifiedClaim, *, direct: bool) -> str:
    """One claim as it stands on screen: the direct line as a paragraph, the others as bullets."""
    text = marked(claim.text, claim.citations)
    return text if direct else f"- {text}"


def _direct(answer: CitedAnswer) -> list[str]:
    direct = direct_line(answer)
    return [claim_markdown(direct, direct=True)] if direct else []


def _rest(answer: CitedAnswer, words: Phrases) -> list[str]:
    """The bullets, under headings if they stand under several, or if they would seem to belong to a difference above them."""
    rest = bullets(answer)
    headed = len({claim.heading for claim in rest if claim.heading}) > 1
    blocks = [f"### {words.also}"] if rest and answer.disagreements and not (headed and rest[0].heading) else []
    heading, lines = "", list[str]()
    for claim in rest:
        if headed and claim.heading != heading:
            blocks += ["\n".join(lines)] if lines else []
            blocks += [f"### {literal(claim.heading)}"] if claim.heading else []
            heading, lines = claim.heading, []
        lines.append(claim_markdown(claim, direct=False))
    return [*blocks, "\n".join(lines)] if lines else blocks


def _disagreements(answer: CitedAnswer, words: Phrases, today: date | None) -> list[str]:
    blocks = []
    for disagreement in answer.disagreements:
        blocks.append(f"### {words.differ.format(about=literal(disagreement.about))}")
        sides = []
        names = [position.citation.source.publisher or position.citation.source.title for position in disagreement.positions]
        titles = short_titles([position.citation.source.title for position in disagreement.positions])
        for name, shown, position in zip(names, titles, disagreement.positions, strict=True):
            source = position.citation.source
            # A publisher that differs with itself does so in two documents.
            title = f"“{literal(shown)}”, " if names.count(name) > 1 else ""
            who = f"**{literal(name)}** *({title}{standing(source, language=words.language, today=today)}):*"
            sides.append(f"> - {who} {marked(position.text, citations_of(position, answer))}")
        blocks.append("\n".join(sides))
    return blocks


def _not_said(missing: Sequence[str], words: Phrases) -> str:
    return words.not_said.format(parts="; ".join(literal(_part(part)).rstrip(".?") for part in missing))


def _part(missing: str) -> str:
    """What is missing as people would write it: "dose: corvalin" as "dose (corvalin)", each word once."""
    point, _, things = missing.partition(": ")
    of = ", ".join(thing for thing in things.split(", ") if thing.lower() != point.lower())
    if not of:
        return point
    return f"{point[:-1]}, {of})" if point.endswith(")") else f"{point} ({of})"


def _answer_blocks(answer: CitedAnswer, words: Phrases, today: date | None) -> list[str]:
    blocks = [answer.emergency] if answer.emergency else []
    if answer.premise:
        taken = words.premise.format(claimed=literal(answer.premise.claimed))
        blocks += [taken, marked(answer.premise.correction, answer.premise.citations)]
    if answer.missing:  # that the documents don't speak of men stands before what they say of others
        blocks.append(_not_said(answer.missing, words))
    blocks += _direct(answer) + _disagreements(answer, words, today) + _rest(answer, words)
    if answer.notice:
        blocks.append(f"*{literal(answer.notice)}*")
    asking = f"{words.ask_team.format(question=literal(answer.ask_team))} " if answer.ask_team else ""
    return [*blocks, f"*{asking}{words.disclaimer}*"]


def nearest_places(abstention: Abstention) -> dict[str, Nearest]:
    """The nearest sections by how a refusal names them, each once: whose it is, by title if nobody's, and which."""
    found = dict[str, Nearest]()
    for near in abstention.nearest:
        parts = (near.source.publisher or near.source.title, " › ".join(near.section) or near.source.title)
        found.setdefault(literal(": ".join(dict.fromkeys(parts))), near)
    return found


def _abstention_blocks(abstention: Abstention, words: Phrases) -> list[str]:
    blocks = [abstention.emergency] if abstention.emergency else []
    blocks.append(f"{words.not_answered} {words.reasons[abstention.reason]}")
    if abstention.missing:
        blocks.append(_not_said(abstention.missing, words))
    if sections := [f"- {place}" for place in nearest_places(abstention)]:
        blocks.append("\n".join([words.nearest, "", *sections]))
    return [*blocks, f"*{literal(abstention.notice)}*"] if abstention.notice else blocks


def to_markdown(response: Response, *, today: date | None = None) -> str:
    """The text on screen: premise, direct line, disagreements, bullets, what is not said, the disclaimer last.

    Headings appear only if the bullets stand under different ones. An abstention and a greeting carry no marker.
    """
    words = phrases(response.read_as.language)
    if isinstance(response, CitedAnswer):
        blocks = _answer_blocks(renumber(response), words, today)
    elif isinstance(response, Abstention):
        blocks = _abstention_blocks(response, words)
    elif isinstance(response, Emergency):
        blocks = [response.advice]
        blocks += _answer_blocks(renumber(response.answer), words, today) if response.answer else []
    else:
        blocks = [response.text]
    return "\n\n".join(blocks)


def _citation(citation: Citation, today: date | None) -> dict[str, Any]:
    source = citation.source
    return {
        "n": citation.number,
        "source_id": source.source_id,
        "title": source.title,
        "publisher": source.publisher,
        "kind": source.kind.value,
        "audience": source.audience.value,
        "updated": source.dated.isoformat() if source.dated else None,
        "review_status": source.review_status.value,
        "review_note": source.review_note,
        "marks": [badge.label for badge in badges(source, today=today) if badge.tone == "warn"],
        "section": list(citation.statement.shown_path),
        "quote": citation.quote,
        "start": citation.span.start,
        "end": citation.span.end,
        "page": citation.statement.page,
        "url": source.url,
        "via": [f"{reference.number}. {reference.label}" for reference in citation.via],
    }


def _status(response: Response) -> str:
    if isinstance(response, Abstention):
        return "abstained"
    if isinstance(response, SmallTalk):
        return "smalltalk"
    return "emergency" if isinstance(response, Emergency) else "answered"


def cited_answer(response: Response) -> CitedAnswer | None:
    """The cited answer inside a response, numbered as on screen; None if it holds none."""
    answer = response.answer if isinstance(response, Emergency) else response
    return renumber(answer) if isinstance(answer, CitedAnswer) else None


def _answer_fields(answer: CitedAnswer | None, today: date | None) -> dict[str, Any]:
    claims = (answer.claims[0], *bullets(answer)) if answer else ()
    contested = tuple(claim for claim in answer.claims if claim not in claims) if answer else ()
    premise = answer.premise if answer else None
    return {
        "claims": [
            {
                "text": c.text,
                "citations": [x.number for x in c.citations],
                "score": round(c.verdict.score, 4),
                "heading": c.heading,
            }
            for c in (*claims, *contested)
        ],
        "citations": [_citation(citation, today) for citation in answer.citations] if answer else [],
        "disagreements": [
            {"about": d.about, "positions": [{"citation": p.citation.number, "text": p.text} for p in d.positions]}
            for d in (answer.disagreements if answer else ())
        ],
        "premise": premise
        and {
            "claimed": premise.claimed,
            "correction": premise.correction,
            "citations": [citation.number for citation in premise.citations],
        },
    }


def answer_object(
    response: Response, trace: Trace, *, question_id: str | None = None, today: date | None = None
) -> dict[str, Any]:
    """The answer as the contract's JSON object, every key present whatever the status; "id" only when one is given."""
    answer = cited_answer(response)
    aside = answer if answer or isinstance(response, Emergency) else response
    withheld = aside.withheld if isinstance(aside, CitedAnswer | Abstention) else ()
    abstained = response if isinstance(response, Abstention) else None
    follow_ups = () if aside is None or isinstance(aside, Emergency) else aside.follow_ups
    return {
        **({"id": question_id} if question_id is not None else {}),
        "question": response.question.text,
        "read_as": response.read_as.text,
        "status": _status(response),
        "text": to_markdown(response, today=today),
        **_answer_fields(answer, today),
        "withheld": [
            {"text": w.text, "reason": reason.code.value, "detail": reason.detail} for w in withheld for reason in w.reasons[:1]
        ],
        "reason": abstained.reason.value if abstained else None,
        "nearest": [
            {"source_id": near.source.source_id, "section": list(near.section)}
            for near in (abstained.nearest if abstained else ())
        ],
        "missing": list(aside.missing) if isinstance(aside, CitedAnswer | Abstention) else [],
        "glossary": [{"term": entry.term, "plain": entry.plain} for entry in (answer.glossary if answer else ())],
        "ask_care_team": answer.ask_team or None if answer else None,
        "follow_ups": list(follow_ups),
        "drafter": trace.drafter,
        "milliseconds": {"retrieve": 0.0, "draft": 0.0, "verify": 0.0, "total": 0.0}
        | {step: round(spent, 2) for step, spent in trace.milliseconds.items()},
    }
