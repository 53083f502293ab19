"""The promise is a type: an answer can't be built from a claim that is uncited or unsupported."""

import dataclasses
from typing import Any

import pytest
from answers_for_tests import SUPPORTED, answer, citation, claim, document
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import (
    Audience,
    CitedAnswer,
    Disagreement,
    Position,
    Premise,
    Question,
    Reason,
    ReasonCode,
    StandaloneQuestion,
    Verdict,
    VerifiedClaim,
)
from assistant.errors import AssistantError, UncitedClaimError
from ingest.documents import Span
from ingest.errors import VouchError

REFUSED = Verdict(supported=False, score=0.4, reasons=(Reason(code=ReasonCode.NUMBER, detail="120 is not 60"),))
GOOD = claim(citation(1))
UNCITED = VerifiedClaim(text="Corvalin cures.", citations=(), verdict=SUPPORTED)
UNSUPPORTED = VerifiedClaim(text="Corvalin 60 mg.", citations=(citation(1),), verdict=REFUSED)


def test_answer_without_any_claim_is_refused() -> None:
    with pytest.raises(UncitedClaimError, match="with none, abstain"):
        answer([])


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        pytest.param(UNCITED, "without citation can't be shown: 'Corvalin cures.'", id="uncited"),
        pytest.param(UNSUPPORTED, "not verified can't be shown: 'Corvalin 60 mg.'", id="unsupported"),
    ],
)
def test_claim_that_is_uncited_or_unsupported_is_refused_by_name(bad: VerifiedClaim, says: str) -> None:
    with pytest.raises(UncitedClaimError) as caught:
        answer([bad])
    assert says in str(caught.value)


@given(st.lists(st.sampled_from([GOOD, UNCITED, UNSUPPORTED]), max_size=6))
def test_answer_exists_only_if_every_claim_is_cited_and_supported(claims: list[VerifiedClaim]) -> None:
    if claims and all(one is GOOD for one in claims):
        assert answer(claims).claims == tuple(claims)
    else:
        with pytest.raises(UncitedClaimError):
            answer(claims)


def test_promise_holds_for_a_changed_copy_too() -> None:
    with pytest.raises(UncitedClaimError):
        dataclasses.replace(answer([GOOD]), claims=(UNSUPPORTED,))


def test_long_claim_is_named_by_its_beginning_on_one_line() -> None:
    with pytest.raises(UncitedClaimError) as caught:
        answer([VerifiedClaim(text="a\n" * 200, citations=(), verdict=SUPPORTED)])
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_error_is_one_of_vouchs_own() -> None:
    assert issubclass(UncitedClaimError, AssistantError)
    assert issubclass(AssistantError, VouchError)


@pytest.mark.parametrize("part", ["claims", "withheld", "premise"])
def test_answer_cannot_be_changed_once_built(part: str) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(answer([GOOD]), part, ())


def test_every_citation_is_listed_once_by_number_wherever_it_stands() -> None:
    first, second, third, fourth = (citation(line, number=n) for n, line in enumerate([1, 2, 3, 1], start=1))
    built = answer(
        [claim(second), claim(first, second)],
        premise=Premise(claimed="x", correction="y", citations=(third,)),
        disagreements=(Disagreement(about="dose", positions=(Position(text="z", citation=fourth),)),),
    )
    assert [found.number for found in built.citations] == [1, 2, 3, 4]


@pytest.mark.parametrize("line", [1, 2, 3])
def test_quote_is_sliced_from_the_document_and_not_taken_from_the_statement(line: int) -> None:
    found = citation(line)
    assert found.quote == found.document.text[found.span.start : found.span.end] == found.statement.text
    lying = dataclasses.replace(found, statement=dataclasses.replace(found.statement, text="Something else"))
    assert lying.quote == found.quote


def test_sources_own_references_are_credited_as_far_as_it_lists_them() -> None:
    assert [reference.title for reference in citation(2).via] == ["The bone guideline"]
    assert citation(3).via == ()


def test_citation_knows_its_source() -> None:
    assert citation(1, of=document("beta", title="Other")).source.title == "Other"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)], ids=["empty", "reversed", "negative"])
def test_span_that_holds_nothing_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=rf"0 <= start < end, got {start}\.\.{end}"):
        Span(start=start, end=end)


def test_answer_is_built_by_field_name_only() -> None:
    arguments: tuple[Any, ...] = (Question(text="x"), StandaloneQuestion(text="x"), (GOOD,))
    with pytest.raises(TypeError):
        CitedAnswer(*arguments)


def test_question_is_for_clinicians_unless_said_otherwise() -> None:
    asked = Question(text="x")
    assert (asked.audience, asked.language, asked.history) == (Audience.CLINICIAN, "auto", ())
