"""The whole flow over a library of another field, with the real model: nothing about any one field is needed."""

import re
from collections.abc import Sequence
from typing import Any

import pytest

from assistant.answers import (
    Abstention,
    AbstentionReason,
    Audience,
    Citation,
    CitedAnswer,
    Emergency,
    Evidence,
    Question,
    Reason,
    ReasonCode,
    Response,
    SmallTalk,
    StandaloneQuestion,
    Trace,
    Turn,
    Verdict,
    VerifiedClaim,
    WithheldClaim,
)
from assistant.citation.gate import Verify, evidence_of
from assistant.display.render import to_markdown
from assistant.errors import ModelUnavailableError
from assistant.pipeline import Assistant
from assistant.retrieval.read_off import Kept
from assistant.settings import Settings
from assistant.verify import verify_claim
from ingest.documents import ReviewStatus

SPIRO = "Start spironolactone at 25 mg once daily."
# The heading below which the guideline gives its doses.
REDUCED = "Reduced ejection fraction"
ONE_WEEK = "Check potassium 1 week after starting spironolactone."
FOUR_WEEKS = "Potassium is checked 4 weeks after starting spironolactone."
GUIDELINE, BOOKLET = "fennmark-guideline", "lakeside-handbook"

ANSWERED = [
    pytest.param("What is the starting dose of spironolactone?", "25 mg once daily", id="dose"),
    pytest.param("dose of Concor", "1.25 mg once daily", id="brand"),
    pytest.param("dose of spironolactome", "25 mg once daily", id="misspelt"),
    pytest.param("Is there a target dose for bisoprolol?", "target of 10 mg", id="target-dose"),
    pytest.param("By how much did spironolactone reduce mortality?", "30%", id="figure-of-an-endpoint"),
    pytest.param("How long after an ACE inhibitor can Entresto be started?", "36 hours", id="interval-by-brand-and-class"),
    pytest.param("when is an ICD recommended", "35% or below after 3 months", id="abbreviation-typed-in-capitals"),
    pytest.param("Which painkiller is preferred?", "Paracetamol", id="which"),
    pytest.param("Why must dapagliflozin be stopped before surgery?", "ketoacidosis", id="why"),
    pytest.param("my dad has a weak heart, can he take advil", "NSAIDs", id="family-lay-words-brand"),
    pytest.param("Which SGLT2 inhibitor in HFpEF?", "Empagliflozin 10 mg", id="patients-choose-the-drug"),
    pytest.param("Which SGLT2 inhibitor in HFrEF?", "Dapagliflozin 10 mg", id="other-patients-other-drug"),
    pytest.param("How much may I gain before I call the nurse?", "2 kg in 3 days", id="no-drug-at-all"),
]
REFUSED = [
    pytest.param("What is the dose of digoxin?", AbstentionReason.OUT_OF_SCOPE, ("digoxin",), id="drug-not-there"),
    pytest.param("What is the dose of Lanoxin?", AbstentionReason.OUT_OF_SCOPE, ("digoxin",), id="brand-not-there"),
    pytest.param("What is the dose of verapamil?", AbstentionReason.NO_EVIDENCE, ("dose: verapamil",), id="drug-without-dose"),
    pytest.param("dose of ibuprofen", AbstentionReason.NO_EVIDENCE, ("dose: ibuprofen",), id="member-of-a-class-without-dose"),
    pytest.param("Who should get a heart transplant?", AbstentionReason.OUT_OF_SCOPE, ("heart transplant",), id="procedure"),
    pytest.param("What is the capital of France?", AbstentionReason.NO_EVIDENCE, (), id="another-world"),
    pytest.param("How do I repair a bicycle chain?", AbstentionReason.NO_EVIDENCE, (), id="another-world-how"),
]
QUESTIONS = [*(case.values[0] for case in (*ANSWERED, *REFUSED)), "Which drugs are the foundation in HFrEF?", "salt", "vaccines?"]

Events = list[tuple[str, object]]


def ask(assistant: Assistant, text: str, *history: str, **fields: Any) -> tuple[Response, Trace]:
    turns = tuple(Turn(role=("user", "assistant")[n % 2], content=content) for n, content in enumerate(history))
    sources = fields.pop("sources", None)
    return assistant.answer(Question(text=text, history=turns, **fields), sources=sources)


def answer(assistant: Assistant, text: str, *history: str, **fields: Any) -> CitedAnswer:
    response, _ = ask(assistant, text, *history, **fields)
    assert isinstance(response, CitedAnswer), response
    return response


def texts(found: CitedAnswer) -> list[str]:
    return [claim.text for claim in found.claims]


def cited(response: Response) -> tuple[Citation, ...]:
    return response.citations if isinstance(response, CitedAnswer) else ()


# -- answering and abstaining -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("question", "fact"), ANSWERED)
def test_question_that_the_documents_answer_is_answered(heart: Assistant, question: str, fact: str) -> None:
    assert any(fact in text for text in texts(answer(heart, question)))


@pytest.mark.parametrize(("question", "reason", "missing"), REFUSED)
def test_question_that_they_do_not_answer_is_refused_with_reason_and_nearest_sections(
    heart: Assistant, question: str, reason: AbstentionReason, missing: tuple[str, ...]
) -> None:
    response, trace = ask(heart, question)
    assert isinstance(response, Abstention)
    assert (response.reason, response.missing) == (reason, missing)
    assert len(response.nearest) <= 3
    assert len(set(response.nearest)) == len(response.nearest)
    assert bool(response.nearest) == bool(missing)  # nothing comes near to another world's questions
    assert trace.drafts == ()
    assert "[1]" not in to_markdown(response)


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_claim_is_cited_verified_and_quoted_exactly(heart: Assistant, question: str, audience: Audience) -> None:
    response, _ = ask(heart, question, audience=audience)
    for citation in cited(response):
        start, end = citation.span.start, citation.span.end
        assert citation.quote == citation.document.text[start:end] == citation.statement.text
        assert citation.document is heart.index.documents[citation.source.source_id]
    if not isinstance(response, CitedAnswer):
        return
    used = [citation.number for claim in response.claims for citation in claim.citations]
    assert list(dict.fromkeys(used)) == list(range(1, max(used) + 1))
    for claim in response.claims:
        evidence = [evidence_of(citation.statement, citation.document) for citation in claim.citations]
        assert verify_claim(claim.text, evidence, lexicon=heart.lexicon).supported
    assert len(set(texts(response))) == len(response.claims) <= 10
    assert sum(len(text.split()) for text in texts(response)) <= 150


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_line_on_screen_that_states_a_fact_has_a_marker_that_means_a_citation(heart: Assistant, question: str) -> None:
    response, _ = ask(heart, question)
    if not isinstance(response, CitedAnswer):
        return
    numbers = {citation.number for citation in response.citations}
    *body, disclaimer = to_markdown(response).split("\n\n")
    assert disclaimer.startswith("*")
    lines = [line for block in body for line in block.splitlines() if line.strip(" >") and not line.startswith("#")]
    unmarked = [line for line in lines if not re.search(r"\[\d+\]", line)]
    assert unmarked == []
    assert {int(mark) for line in lines for mark in re.findall(r"\[(\d+)\]", line)} <= numbers


def test_dose_of_one_drug_is_not_answered_with_the_dose_of_another_beside_it(heart: Assistant) -> None:
    shown = " ".join(texts(answer(heart, "What is the dose of carvedilol?")))
    assert "3.125 mg" in shown
    assert "bisoprolol" not in shown


def test_same_question_gets_the_same_answer(heart: Assistant) -> None:
    first, second = (answer(heart, "Which drugs are the foundation in HFrEF?") for _ in range(2))
    assert first == second


def test_list_of_the_documents_is_given_whole(heart: Assistant) -> None:
    shown = " ".join(texts(answer(heart, "Which drugs are the foundation in HFrEF?")))
    for item in ("beta-blocker", "mineralocorticoid receptor antagonist", "SGLT2 inhibitor", "Sacubitril/valsartan"):
        assert item in shown


# -- yes and no, premises, disagreements ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        pytest.param("Is dapagliflozin recommended in HFrEF?", "Yes: Dapagliflozin 10 mg", id="recommended"),
        pytest.param("Can verapamil be used in HFrEF?", "No: Verapamil is contraindicated", id="contraindicated"),
        pytest.param("Can I give NSAIDs in heart failure?", "No: ", id="prohibited"),
        pytest.param("can i take advil", "No: ", id="member-of-a-prohibited-class-by-brand"),
    ],
)
def test_yes_no_question_is_answered_with_the_word_first(heart: Assistant, question: str, begins: str) -> None:
    assert texts(answer(heart, question))[0].startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Are beta-blockers recommended in HFpEF?", id="exception-in-the-statement"),
        pytest.param("Does exercise training reduce hospital stays?", id="may"),
        pytest.param("Is dapagliflozin better than empagliflozin?", id="comparison-that-nobody-makes"),
        pytest.param("Is carvedilol recommended in HFpEF?", id="class-only"),
    ],
)
def test_no_word_where_the_documents_do_not_settle_it(heart: Assistant, question: str) -> None:
    response, _ = ask(heart, question)
    shown = texts(response) if isinstance(response, CitedAnswer) else []
    assert [text for text in shown if text.startswith(("Yes", "No:", "No,"))] == []


def test_false_premise_is_put_right_before_the_answer(heart: Assistant) -> None:
    found = answer(heart, "Why are NSAIDs given in heart failure?")
    assert found.premise is not None
    assert found.premise.correction == "Do not give NSAIDs to patients with heart failure."
    assert [citation.quote for citation in found.premise.citations] == [found.premise.correction]
    assert to_markdown(found).index("take") < to_markdown(found).index("Do not give")


@pytest.mark.parametrize("question", ["Why must a beta-blocker not be stopped abruptly?", "Why is salt limited?"])
def test_true_premise_is_not_corrected(heart: Assistant, question: str) -> None:
    response, _ = ask(heart, question)
    assert getattr(response, "premise", None) is None


@pytest.mark.parametrize("audience", list(Audience))
def test_sources_that_differ_are_shown_side_by_side_whoever_asks(heart: Assistant, audience: Audience) -> None:
    found = answer(heart, "When should potassium be checked after starting spironolactone?", audience=audience)
    (disagreement,) = found.disagreements
    sides = {position.citation.source.source_id: position.text for position in disagreement.positions}
    assert sides == {GUIDELINE: f"{REDUCED}: {ONE_WEEK}", BOOKLET: FOUR_WEEKS}
    assert set(sides.values()) <= set(texts(found))
    shown = to_markdown(found)
    assert "Fennmark Board of Cardiology" in shown
    assert "Lakeside Heart Trust" in shown


def test_sources_that_agree_are_no_disagreement(heart: Assistant) -> None:
    assert answer(heart, "Can a beta-blocker be stopped suddenly?").disagreements == ()


# -- the conversation -----------------------------------------------------------------------------------------------


def test_follow_up_is_read_with_what_went_before(heart: Assistant) -> None:
    found = answer(heart, "and eplerenone?", "What is the dose of spironolactone?", f"{SPIRO} [1]")
    assert found.read_as.rewritten
    assert "eplerenone" in found.read_as.text
    assert "dose" in found.read_as.text
    assert texts(found)[0].startswith(f"{REDUCED}: Eplerenone 25 mg")


def test_other_question_is_not_bent_by_what_went_before(heart: Assistant) -> None:
    found = answer(heart, "What is the dose of carvedilol?", "What is the dose of spironolactone?", f"{SPIRO} [1]")
    assert not found.read_as.rewritten
    assert texts(found)[0].startswith(f"{REDUCED}: Start carvedilol at 3.125 mg")


def test_question_about_the_answer_is_answered_from_its_citations(heart: Assistant) -> None:
    found = answer(heart, "who says so?", "What is the dose of spironolactone?", f"{SPIRO} [1]")
    assert "Fennmark Board of Cardiology" in texts(found)[0]
    assert found.claims[0].citations[0].source.source_id == GUIDELINE


@pytest.mark.parametrize("question", ["What is the dose of spironolactone?", "Which painkiller is preferred?"])
def test_follow_ups_are_new_and_answered(heart: Assistant, question: str) -> None:
    found = answer(heart, question)
    assert 1 <= len(found.follow_ups) <= 3
    assert question not in found.follow_ups
    for follow_up in found.follow_ups:
        assert isinstance(ask(heart, follow_up)[0], CitedAnswer), follow_up


@pytest.mark.parametrize("audience", list(Audience))
def test_starters_are_answered_from_the_readers_own_sources_first(heart: Assistant, audience: Audience) -> None:
    starters = heart.starters(audience)
    assert len(set(starters)) == len(starters) == 4
    first = answer(heart, starters[0], audience=audience)
    assert first.claims[0].citations[0].source.audience.value == audience.value
    for starter in starters[1:]:
        assert isinstance(ask(heart, starter)[0], CitedAnswer), starter


# -- before the search ----------------------------------------------------------------------------------------------


def test_emergency_is_answered_before_any_document_is_searched(heart: Assistant) -> None:
    response, trace = ask(heart, "I have crushing chest pain and can't breathe")
    assert isinstance(response, Emergency)
    assert "911" in response.advice
    assert trace.hits == ()


def test_greeting_is_returned_and_states_nothing(heart: Assistant) -> None:
    response, trace = ask(heart, "hello")
    assert isinstance(response, SmallTalk)
    assert response.follow_ups == heart.starters(Audience.CLINICIAN)
    assert trace.hits == ()


def test_question_that_nobody_can_read_is_said_to_be_unreadable(heart: Assistant) -> None:
    response, _ = ask(heart, "asdkjh qweoiu")
    assert isinstance(response, Abstention)
    assert response.reason is AbstentionReason.UNREADABLE_QUESTION


# -- which sources may be cited ---------------------------------------------------------------------------------------


def test_answer_restricted_to_one_source_cites_no_other(heart: Assistant) -> None:
    found = answer(heart, "When is potassium checked after starting spironolactone?", sources=frozenset({BOOKLET}))
    assert {citation.source.source_id for citation in found.citations} == {BOOKLET}
    assert found.disagreements == ()


def test_unknown_source_answers_nothing_and_names_nothing(heart: Assistant) -> None:
    response, _ = ask(heart, "salt", sources=frozenset({"nowhere"}))
    assert isinstance(response, Abstention)
    assert response.nearest == ()


@pytest.fixture(scope="module")
def strict(heart_settings: Settings) -> Assistant:
    """The assistant that may cite approved sources only."""
    return Assistant.open(heart_settings.model_copy(update={"min_review_status": ReviewStatus.APPROVED}))


def test_source_below_the_least_review_status_is_never_cited(strict: Assistant) -> None:
    for question in QUESTIONS:
        assert BOOKLET not in {citation.source.source_id for citation in cited(ask(strict, question)[0])}
    response, _ = ask(strict, "What is furosemide?")
    assert isinstance(response, Abstention)
    assert response.missing == ("furosemide",)


def test_source_below_the_least_review_status_is_not_named_as_nearest_or_suggested(strict: Assistant) -> None:
    response, _ = ask(strict, "Who should get a heart transplant?")
    assert isinstance(response, Abstention)
    assert {near.source.source_id for near in response.nearest} == {GUIDELINE}
    for audience in Audience:
        for starter in strict.starters(audience):
            assert isinstance(ask(strict, starter)[0], CitedAnswer)


# -- what is heard on the way -------------------------------------------------------------------------------------------


def heard(assistant: Assistant, text: str) -> tuple[Response, Trace, Events]:
    events: Events = []
    response, trace = assistant.answer(Question(text=text), on_event=lambda kind, value: events.append((kind, value)))
    return response, trace, events


def test_steps_are_told_in_order_and_each_claim_as_it_passes(heart: Assistant) -> None:
    response, _, events = heard(heart, "What is the dose of spironolactone?")
    assert isinstance(response, CitedAnswer)
    assert [value for kind, value in events if kind == "step"] == [
        *("triage", "condense", "retrieve", "draft", "verify", "follow-ups")
    ]
    assert tuple(value for kind, value in events if kind == "claim") == response.claims
    assert events[-1] == ("done", response)


def test_no_claim_is_told_before_it_is_verified(heart: Assistant) -> None:
    _, _, events = heard(heart, "When should potassium be checked after starting spironolactone?")
    before = events[: events.index(("step", "verify"))]
    assert {kind for kind, _ in before} == {"step"}
    assert all(value.verdict.supported for kind, value in events if kind == "claim" and isinstance(value, VerifiedClaim))


def test_question_about_the_answer_tells_no_claim_of_the_one_before(heart: Assistant) -> None:
    history = (Turn(role="user", content="What is the dose of spironolactone?"), Turn(role="assistant", content=f"{SPIRO} [1]"))
    events: Events = []
    heart.answer(Question(text="who says so?", history=history), on_event=lambda kind, value: events.append((kind, value)))
    assert [value for kind, value in events if kind == "claim"] == []


def test_trace_keeps_how_the_answer_was_found(heart: Assistant) -> None:
    response, trace, _ = heard(heart, "dose of Concor")
    assert trace.drafter == "extractive"
    assert trace.read_as == "dose of Concor"
    assert [hit.rank for hit in trace.hits] == list(range(1, len(trace.hits) + 1))
    assert {draft.text for draft in trace.drafts} >= set(texts(response) if isinstance(response, CitedAnswer) else [])
    assert set(trace.milliseconds) >= {"triage", "condense", "retrieve", "draft", "verify", "total"}
    parts = sum(value for step, value in trace.milliseconds.items() if step != "total")
    assert 0 < parts <= trace.milliseconds["total"]


# -- a verifier that refuses, a model that fails --------------------------------------------------------------------------

NUMBER = Reason(code=ReasonCode.NUMBER, detail="other figures")


def with_parts(heart: Assistant, *, verify: Verify | None = None, model: Any = None) -> Assistant:
    """The same assistant with another verifier or a language model."""
    return Assistant(
        index=heart.index,
        lexicon=heart.lexicon,
        settings=heart.settings,
        verify=verify or heart._verify,
        drafter=heart._drafter,
        model=model,
        kept=Kept(own_words=True),
    )


def test_claim_that_fails_is_withheld_whole_and_told(heart: Assistant) -> None:
    def refuse_booklet(claim: str, evidence: Sequence[Evidence]) -> Verdict:
        supported = "4 weeks" not in claim
        return Verdict(supported=supported, score=float(supported), reasons=() if supported else (NUMBER,))

    assistant = with_parts(heart, verify=refuse_booklet)
    response, _, events = heard(assistant, "When should potassium be checked after starting spironolactone?")
    assert isinstance(response, CitedAnswer)
    assert response.withheld == (WithheldClaim(text=FOUR_WEEKS, reasons=(NUMBER,)),)
    assert ("withheld", response.withheld[0]) in events
    assert FOUR_WEEKS not in to_markdown(response)
    assert response.disagreements == ()


def test_nothing_left_after_the_gate_is_an_abstention_that_says_what_was_withheld(heart: Assistant) -> None:
    refuse: Verify = lambda _claim, _evidence: Verdict(supported=False, score=0.1, reasons=(NUMBER,))  # noqa: E731
    response, trace = ask(with_parts(heart, verify=refuse), "What is the dose of spironolactone?")
    assert isinstance(response, Abstention)
    assert response.reason is AbstentionReason.UNSUPPORTED
    assert [claim.text for claim in response.withheld] == [draft.text for draft in trace.drafts]
    assert response.nearest
    assert SPIRO not in to_markdown(response)


class FailingModel:
    """A language model that is out of reach for drafting; ``standalone`` is what it makes of a follow-up."""

    model_id = "failing"

    def __init__(self, standalone: str | None = None) -> None:
        self._standalone = standalone

    def condense(self, *_: object) -> str:
        if self._standalone is None:
            message = "out of reach"
            raise ModelUnavailableError(message)
        return self._standalone

    def draft(self, *_: object, **__: object) -> str:
        message = "out of reach"
        raise ModelUnavailableError(message)


def test_follow_up_is_read_by_the_rules_when_the_model_is_out_of_reach(heart: Assistant) -> None:
    found = answer(with_parts(heart, model=FailingModel()), "and eplerenone?", "What is the dose of spironolactone?", SPIRO)
    assert found.read_as == heart.condense(found.question)
    assert found.notice


def test_follow_up_is_read_as_the_model_writes_it(heart: Assistant) -> None:
    model = FailingModel("How much salt is allowed?")
    found = answer(with_parts(heart, model=model), "and that?", "What is the dose of spironolactone?", SPIRO)
    assert found.read_as == StandaloneQuestion(text="How much salt is allowed?", rewritten=True, language="en")
    assert texts(found)[0] == "Keep salt below 5 g a day."


def test_extractive_answer_says_nothing_about_a_model_that_is_not_there(heart: Assistant) -> None:
    assert answer(heart, "What is the dose of spironolactone?").notice == ""
