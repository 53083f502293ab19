"""Cases in, records out: each question put to an assistant, dialogues with the shown answers as their history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from assistant import answers
from assistant.answers import Citation, CitedAnswer, Evidence, Question, Response, Trace, Verdict
from assistant.gate import evidence_of
from assistant.render import answer_object, cited_answer
from evals.case_files import Case
from evals.check_cases import under
from evals.records import Cited, Drafted, Found, Record, Run, Shown

Verify = Callable[[str, Sequence[Evidence]], Verdict]


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
    return Shown(
        text=text,
        heading=heading,
        cited=tuple(
            Cited(number=c.number, source_id=c.source.source_id, under=f"{c.source.title} › {under(c.statement)}", quote=c.quote)
            for c in citations
        ),
        score=score,
        supported=together.supported,
        precise=tuple(
            verdict.supported or (together.supported and not verify(text, [*evidence[:place], *evidence[place + 1 :]]).supported)
            for place, verdict in enumerate(each)
        ),
        reasons=tuple(reason.code.value for reason in together.reasons),
    )
