"""Cases in, records out: each question put to an assistant, dialogues with the shown answers as their history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Protocol

from assistant import answers
from assistant.answers import Citation, CitedAnswer, Question, Response, Trace
from assistant.citation.gate import Verify, evidence_of
from assistant.display.phrases import phrases
from assistant.display.render import answer_object, cited_answer
from assistant.display.standing import standing
from assistant.followups.about import about_words
from evals.about_sources import is_true_of_sources
from evals.case_files import Case
from evals.check_cases import under
from evals.records import Cited, Drafted, Found, Record, Run, Shown


class Answers(Protocol):
    """What the evals need of an assistant (``assistant.pipeline.Assistant`` fits)."""

    def answer(self, question: Question) -> tuple[Response, Trace]:
        """The response to a question and how it was found."""


def answer_cases(
    assistant: Answers,
    cases: Sequence[Case],
    *,
    verify: Verify,
    name: str = "vouch",
    settings: Mapping[str, str] | None = None,
    on_case: Callable[[Case], None] = lambda _: None,
) -> Run:
    """A record for every turn of every case."""
    records = []
    for case in cases:
        on_case(case)
        records.append(answer_case(assistant, case, verify=verify))
    return Run(name=name, cases=tuple(cases), records=tuple(records), settings=settings or {})


def answer_case(assistant: Answers, case: Case, *, verify: Verify) -> tuple[Record, ...]:
    """A record for every turn of one case; what was shown before is the history of the next turn."""
    history: tuple[answers.Turn, ...] = ()
    records = []
    for turn in case.turns:
        question = Question(text=turn.question, history=history, audience=case.audience, language=case.language)
        response, trace = assistant.answer(question)
        record = record_turn(response, trace, verify=verify)
        records.append(record)
        said = (answers.Turn(role="user", content=turn.question), answers.Turn(role="assistant", content=record.text))
        history = (*history, *said)
    return tuple(records)


def record_turn(response: Response, trace: Trace, *, verify: Verify) -> Record:
    """Everything seen of one turn; every claim on screen is verified once more against the words that it cites."""
    seen = answer_object(response, trace)
    answer = cited_answer(response)
    return Record(
        status=seen["status"],
        text=seen["text"],
        read_as=seen["read_as"],
        shown=tuple(_shown(text, heading, citations, score, verify) for text, heading, citations, score in _on_screen(answer)),
        withheld=tuple((entry["text"], entry["reason"]) for entry in seen["withheld"]),
        disagreements=len(seen["disagreements"]),
        premise=seen["premise"] is not None,
        hits=tuple(
            Found(
                source_id=hit.source.source_id,
                under=under(hit.statement),
                text=hit.statement.text,
                dense=hit.dense,
                lexical=hit.lexical,
                fused=hit.fused,
                relevance=hit.relevance,
            )
            for hit in trace.hits
        ),
        drafts=tuple(Drafted(text=draft.text, heading=draft.heading) for draft in trace.drafts),
        milliseconds=dict(trace.milliseconds),
    )


def _on_screen(answer: CitedAnswer | None) -> list[tuple[str, str, tuple[Citation, ...], float]]:
    """Text, heading, citations and score of all that states a fact on screen: claims, correction, sides of a disagreement."""
    if answer is None:
        return []
    lines = [(claim.text, claim.heading, claim.citations, claim.verdict.score) for claim in answer.claims]
    if answer.premise:
        lines.append((answer.premise.correction, "", answer.premise.citations, 1.0))
    sides = [position for disagreement in answer.disagreements for position in disagreement.positions]
    return [*lines, *((side.text, "", (side.citation,), 1.0) for side in sides)]


def _shown(text: str, heading: str, citations: tuple[Citation, ...], score: float, verify: Verify) -> Shown:
    evidence = [evidence_of(citation.statement, citation.document) for citation in citations]
    each = [verify(text, (one,)) for one in evidence]
    # A claim that one of its citations supports is supported; only claims drawn from several need them read together.
    together = next((verdict for verdict in each if verdict.supported), None) or verify(text, evidence)
    cited = tuple(_cited(citation) for citation in citations)
    of_sources = is_true_of_sources(text, cited, set_phrases=_set_phrases())
    return Shown(
        text=text,
        heading=heading,
        cited=cited,
        score=score,
        supported=together.supported or of_sources,
        precise=tuple(
            verdict.supported
            or of_sources
            or (together.supported and not verify(text, [*evidence[:place], *evidence[place + 1 :]]).supported)
            for place, verdict in enumerate(each)
        ),
        reasons=tuple(reason.code.value for reason in together.reasons),
    )


@cache
def _set_phrases() -> tuple[str, ...]:
    """The words in which the product speaks of sources."""
    languages = ("en", "es")
    forms = [form for language in languages for form in about_words(language).values()]
    return (*forms, *(words for language in languages for words in phrases(language).audiences.values()))


def _cited(citation: Citation) -> Cited:
    source = citation.source
    names = (source.title, source.publisher or "", *(reference.label for reference in citation.via))
    itself = (*names, source.review_note or "", source.dated.isoformat() if source.dated else "", standing(source))
    return Cited(
        number=citation.number,
        source_id=source.source_id,
        under=f"{source.title} › {under(citation.statement)}",
        quote=citation.quote,
        names=tuple(filter(None, names[:2])),
        itself=" ; ".join(filter(None, itself)),
    )
