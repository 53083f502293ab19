from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from answers_for_tests import TODAY, answer, citation, claim, document

from assistant.answers import (
    Abstention,
    AbstentionReason,
    CitedAnswer,
    Disagreement,
    Emergency,
    Nearest,
    Position,
    Premise,
    Question,
    Reason,
    ReasonCode,
    Response,
    SmallTalk,
    StandaloneQuestion,
    Trace,
    WithheldClaim,
)
from assistant.display.render import answer_object, literal, marked, to_markdown
from assistant.display.standing import short_titles
from ingest.documents import ReviewStatus

ASKED = {"question": Question(text="and the cost?"), "read_as": StandaloneQuestion(text="What does Corvalin cost?")}
KEYS = {
    "question", "read_as", "status", "text", "claims", "withheld", "citations", "disagreements", "premise", "reason",
    "nearest", "follow_ups", "drafter", "milliseconds",
}  # fmt: skip


def abstention(reason: AbstentionReason = AbstentionReason.NO_EVIDENCE) -> Abstention:
    return Abstention(**ASKED, reason=reason, nearest=(Nearest(source=document().source, section=("Options", "Bone")),))


def every_response() -> list[Response]:
    cited = answer([claim(citation(1))])
    return [cited, abstention(), Emergency(**ASKED, kind="stroke", advice="Call now.", answer=cited),
            Emergency(**ASKED, kind="stroke", advice="Call now."), SmallTalk(**ASKED, text="Hello.")]  # fmt: skip


@pytest.mark.parametrize("response", every_response(), ids=lambda response: type(response).__name__)
def test_no_status_leaves_out_a_key_of_the_contract(response: Response) -> None:
    found = answer_object(response, Trace(), today=TODAY)
    assert set(found) >= KEYS
    assert "id" not in found
    assert set(found["milliseconds"]) >= {"retrieve", "draft", "verify", "total"}
    assert answer_object(response, Trace(), question_id="q7")["id"] == "q7"


def test_statuses_are_the_contracts() -> None:
    found = [answer_object(response, Trace())["status"] for response in every_response()]
    assert found == ["answered", "abstained", "emergency", "emergency", "smalltalk"]


def test_direct_line_is_no_bullet_and_disclaimer_is_the_last_line() -> None:
    lines = to_markdown(answer([claim(citation(1)), claim(citation(2, number=2))])).splitlines()
    assert lines[0] == "Corvalin 120 mg by mouth every 4 weeks for people <55 years [1]"
    assert lines[2] == "- Do NOT give Mestor with Corvalin [2]"
    assert lines[-1].startswith("*General information")


def test_citation_numbers_follow_first_use_whatever_the_pipeline_counted() -> None:
    premise = Premise(claimed="x", correction="Mestor is not daily.", citations=(citation(3, number=9),))
    given = answer([claim(citation(2, number=4), heading="B"), claim(citation(1, number=2))], premise=premise)
    found = answer_object(given, Trace())
    assert [int(n) for n in re.findall(r"\[(\d+)\]", found["text"])] == [1, 2, 3]
    assert found["premise"]["citations"] == [1]
    assert [c["citations"] for c in found["claims"]] == [[2], [3]]


def test_same_words_cited_twice_have_one_number() -> None:
    found = answer_object(answer([claim(citation(1, number=1)), claim(citation(1, number=2), text="Again")]), Trace())
    assert [c["n"] for c in found["citations"]] == [1]


def test_headings_appear_only_where_bullets_differ() -> None:
    one = answer([claim(citation(1)), claim(citation(2), heading="A"), claim(citation(3), heading="A")])
    two = answer([claim(citation(1)), claim(citation(2), heading="A"), claim(citation(3), heading="B")])
    assert "###" not in to_markdown(one)
    assert [line for line in to_markdown(two).splitlines() if line.startswith("#")] == ["### A", "### B"]


def test_claims_of_one_heading_stand_together_and_stay_in_numeric_order() -> None:
    given = answer(
        [claim(citation(0)), claim(citation(1), heading="A"), claim(citation(2), heading="B"), claim(citation(3), heading="A")]
    )
    found = answer_object(given, Trace())
    assert [line for line in found["text"].splitlines() if line.startswith("#")] == ["### A", "### B"]
    assert [c["n"] for c in found["citations"]] == [1, 2, 3, 4]
    assert [c["quote"] for c in found["citations"]][2] == "Mestor 4 mg every 12 weeks"


def test_every_line_that_states_a_fact_carries_a_marker() -> None:
    other = document("beta", publisher="Beta House")
    positions = (Position(text="Every 4 weeks.", citation=citation(1)), Position(text="Daily.", citation=citation(1, of=other)))
    given = answer(
        [claim(citation(1)), claim(citation(2), heading="A"), claim(citation(3), heading="B")],
        premise=Premise(claimed="x", correction="It is not daily.", citations=(citation(3),)),
        disagreements=(Disagreement(about="interval", positions=positions),),
        missing=("the cost of Corvalin?",),
        notice="Made without a language model.",
    )
    text = to_markdown(given, today=TODAY)
    bare = [line for line in text.splitlines() if line and not line.startswith("#") and not re.search(r"\[\d+\]", line)]
    assert bare == [
        "The documents do not bear out what the question takes for granted (“x”):",
        "The documents do not say: the cost of Corvalin.",
        "*Made without a language model.*",
        "*General information from the documents, not advice for one person; check the source.*",
    ]


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (("dose: corvalin",), "dose (corvalin)"),
        (("dose (weekly): corvalin",), "dose (weekly, corvalin)"),
        (("kidney function: kidney function, corvalin",), "kidney function (corvalin)"),
        (("kidney function: Kidney function",), "kidney function"),
        (("corvalin", "cost: mestor, corvalin"), "corvalin; cost (mestor, corvalin)"),
        (("cost",), "cost"),
    ],
)
def test_what_is_missing_is_said_once_and_without_two_colons(missing: tuple[str, ...], said: str) -> None:
    assert f"The documents do not say: {said}." in to_markdown(replace(abstention(), missing=missing)).splitlines()


@pytest.mark.parametrize(
    ("publisher", "section", "line"),
    [
        ("House", ("Options",), "- House: Options"),
        (None, ("Options",), "- Bones: Options"),
        (None, (), "- Bones"),
        ("House", (), "- House: Bones"),
    ],
)
def test_nearest_section_of_no_publisher_goes_by_its_title(publisher: str | None, section: tuple[str, ...], line: str) -> None:
    near = Nearest(source=document(publisher=publisher, title="Bones").source, section=section)
    assert line in to_markdown(replace(abstention(), nearest=(near,))).splitlines()


def test_sides_without_publisher_go_by_their_titles() -> None:
    leaflets = [document(name, publisher=None, title=title) for name, title in (("alpha", "Bones"), ("beta", "Marrow"))]
    positions = tuple(Position(text="Daily.", citation=citation(1, of=one)) for one in leaflets)
    given = answer([claim(citation(1))], disagreements=(Disagreement(about="interval", positions=positions),))
    text = to_markdown(given, today=TODAY)
    assert "> - **Bones** *(" in text
    assert "> - **Marrow** *(" in text


def test_each_sentence_of_a_claim_carries_its_marker() -> None:
    assert marked("Treatment helps. It does not cure.", [citation(1)]) == "Treatment helps [1]. It does not cure [1]."


@pytest.mark.parametrize(
    "text", ["Give 18.5 mg vs. Mestor", "Dr. Gray advises 2.5 mg", "See e.g. Mestor 4 mg", "Vitamin D. Take"]
)
def test_marker_does_not_split_a_number_or_an_abbreviation(text: str) -> None:
    assert marked(text, [citation(1)]) == f"{text} [1]"


def test_markers_of_the_sources_own_never_look_like_ours() -> None:
    assert literal("Helpful [3], see [1, 2]") == "Helpful (3), see (1, 2)"


@pytest.mark.parametrize(
    ("words", "shown"),
    [("people <55 years", "people <55 years"), ("a <b>bold</b> move", r"a \<b>bold\</b> move"), ("2 * 4 mg", r"2 \* 4 mg"),
     ("~12 to ~18 months", r"\~12 to \~18 months"), ("1. Start", r"\1. Start"), ("[x](http://evil)", r"\[x](http://evil)")],
)  # fmt: skip
def test_source_words_are_never_read_as_markup(words: str, shown: str) -> None:
    assert literal(words) == shown


def test_quote_is_the_documents_slice() -> None:
    home = document()
    (cited,) = answer_object(answer([claim(citation(2, of=home))]), Trace(), today=TODAY)["citations"]
    assert cited["quote"] == home.text[cited["start"] : cited["end"]] == "Do NOT give Mestor with Corvalin"
    assert cited["via"] == ["1. The bone guideline, Bone Society, 2024"]
    assert cited["updated"] == "2026-01-29"
    assert cited["marks"] == ["not human-reviewed"]


def test_old_source_is_marked_relative_to_today() -> None:
    home = document(updated=date(2021, 3, 26))
    (cited,) = answer_object(answer([claim(citation(1, of=home))]), Trace(), today=TODAY)["citations"]
    assert "older than 3 years" in cited["marks"]


@pytest.mark.parametrize("reason", list(AbstentionReason))
def test_abstention_names_its_reason_and_nearest_sections_without_markers(reason: AbstentionReason) -> None:
    found = answer_object(abstention(reason), Trace())
    assert found["text"].startswith("The documents do not answer this question. ")
    assert "- Alpha House: Options › Bone" in found["text"]
    assert not re.search(r"\[\d+\]", found["text"])
    assert found["reason"] == reason.value
    assert found["nearest"] == [{"source_id": "alpha", "section": ["Options", "Bone"]}]


def test_emergency_advice_comes_before_what_the_documents_say() -> None:
    text = to_markdown(Emergency(**ASKED, kind="stroke", advice="Call 112 now.", answer=answer([claim(citation(1))])))
    assert text.startswith("Call 112 now.\n\nCorvalin")


def test_withheld_claim_tells_its_first_reason() -> None:
    reasons = (Reason(code=ReasonCode.NUMBER, detail="12 is not 120"), Reason(code=ReasonCode.NAME, detail="no"))
    given = answer([claim(citation(1))], withheld=(WithheldClaim(text="12 mg", reasons=reasons),))
    found = answer_object(given, Trace())
    assert found["withheld"] == [{"text": "12 mg", "reason": "NUMBER", "detail": "12 is not 120"}]
    assert "12 mg" not in found["text"]


def test_what_the_sources_differ_on_stands_above_what_they_say_as_well() -> None:
    left, right = citation(2), citation(1)
    sides = Disagreement(about="dose", positions=(Position(text="A.", citation=left), Position(text="B.", citation=right)))
    given = answer([claim(left, text="A."), claim(citation(3), text="C."), claim(right, text="B.")], disagreements=(sides,))
    shown = to_markdown(given)
    assert [shown.index(words) for words in ("A [1].", "differ: dose", "B [2].", "say as well", "C [3].")] == sorted(
        shown.index(words) for words in ("A [1].", "differ: dose", "B [2].", "say as well", "C [3].")
    )


def test_contested_claim_is_shown_once_beside_the_other_side() -> None:
    other = document("beta", publisher="Beta House", review_status=ReviewStatus.APPROVED, updated=date(2020, 1, 1))
    left, right = citation(1), citation(3, of=other)
    sides = Disagreement(about="interval", positions=(Position(text="A.", citation=left), Position(text="B.", citation=right)))
    given = answer([claim(citation(2)), claim(left, text="A."), claim(right, text="B.")], disagreements=(sides,))
    found = answer_object(given, Trace(), today=TODAY)
    assert found["text"].count("A [") == 1
    assert (
        "> - **Alpha House** *(guideline summary, updated 29 January 2026, under review, not human-reviewed):* A [2]."
        in found["text"]
    )
    assert "older than 3 years):* B [3]." in found["text"]
    assert [p["citation"] for p in found["disagreements"][0]["positions"]] == [2, 3]
    assert len(found["claims"]) == 3


def test_contested_claim_is_shown_once_with_all_that_it_cites() -> None:
    other = document("beta", publisher="Beta House")
    left, right, same = citation(1), citation(3, of=other), citation(2, of=document("gamma", publisher="Gamma House"))
    sides = Disagreement(about="interval", positions=(Position(text="A.", citation=left), Position(text="B.", citation=right)))
    given = answer([claim(citation(2)), claim(right, same, text="B."), claim(left, text="A.")], disagreements=(sides,))
    found = answer_object(given, Trace(), today=TODAY)
    assert found["text"].count("B [") == 1
    assert "B [3] [4]." in found["text"]
    assert [p["citation"] for p in found["disagreements"][0]["positions"]] == [2, 3]


@pytest.mark.parametrize("corrected", [0, 1], ids=["direct line", "bullet"])
def test_correction_of_a_premise_is_not_said_twice(corrected: int) -> None:
    claims = [claim(citation(1)), claim(citation(2)), claim(citation(3))]
    premise = Premise(claimed="x", correction=claims[corrected].text, citations=claims[corrected].citations)
    text = to_markdown(answer(claims, premise=premise))
    assert text.splitlines()[2].startswith(literal(claims[corrected].text))
    assert [text.count(literal(one.text)) for one in claims] == [1, 1, 1]
    assert [int(n) for n in re.findall(r"\[(\d+)\]", text)] == [1, 2, 3]


def test_spanish_question_is_answered_in_spanish_words() -> None:
    assert "Información general" in to_markdown(answer([claim(citation(1))], language="es"))


def test_rendering_leaves_the_answer_as_it_was() -> None:
    given = answer([claim(citation(1, number=5))])
    to_markdown(given)
    assert isinstance(given, CitedAnswer)
    assert given.claims[0].citations[0].number == 5


def test_sides_stand_in_full_beside_each_other_though_the_first_line_says_one() -> None:
    left, right = citation(1), citation(3, of=document("beta", publisher="Beta House"))
    sides = Disagreement(about="interval", positions=(Position(text="A.", citation=left), Position(text="B.", citation=right)))
    found = answer_object(answer([claim(left, text="A."), claim(right, text="B.")], disagreements=(sides,)), Trace(), today=TODAY)
    assert found["text"].count("A [1]") == 2
    assert [position["text"] for position in found["disagreements"][0]["positions"]] == ["A.", "B."]


@pytest.mark.parametrize(
    ("titles", "shown"),
    [
        pytest.param(
            (
                "What are the options for patients with long words in them?",
                "What is the recommended plan for patients with pain?",
            ),
            ("options …", "recommended plan …"),
            id="one-word-is-too-short",
        ),
        pytest.param(
            ("What are the drug options for patients with long words?", "What is the best plan for patients with long words?"),
            ("drug options …", "best plan …"),
            id="cut",
        ),
        pytest.param(
            ("Care of gout in adults in hospital and at home", "Care of gout in later life and in pregnancy"),
            ("Care of gout in adults in hospital and at home", "Care of gout in later life and in pregnancy"),
            id="told-apart-by-whom",
        ),
        pytest.param(("Gout", "Asthma in adults"), ("Gout", "Asthma in adults"), id="short"),
    ],
)
def test_titles_are_cut_only_where_they_stay_apart(titles: tuple[str, str], shown: tuple[str, str]) -> None:
    cut = short_titles(titles)
    assert cut == (shown if all(len(one.split()) > 2 for one in shown) or "…" not in shown[0] else titles)


def test_publisher_that_differs_with_itself_is_told_apart_by_its_titles() -> None:
    left, right = citation(1), citation(2)
    sides = Disagreement(about="dose", positions=(Position(text="A.", citation=left), Position(text="B.", citation=right)))
    shown = to_markdown(answer([claim(left)], disagreements=(sides,)), today=TODAY)
    assert shown.count(f"(“{left.source.title}”, ") == 2
    other = citation(1, of=document("beta", publisher="Beta House"))
    sides = Disagreement(about="dose", positions=(Position(text="A.", citation=left), Position(text="B.", citation=other)))
    assert left.source.title not in to_markdown(answer([claim(left)], disagreements=(sides,)), today=TODAY)
