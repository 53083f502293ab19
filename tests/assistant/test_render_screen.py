from __future__ import annotations

import json
from dataclasses import replace

import pytest
from answers_for_tests import TODAY, answer, citation, claim, document

from assistant.answers import (
    Abstention,
    AbstentionReason,
    Emergency,
    Hit,
    Nearest,
    Question,
    Reason,
    ReasonCode,
    Response,
    SmallTalk,
    StandaloneQuestion,
    Trace,
    WithheldClaim,
)
from assistant.display.labels import ENGLISH, SPANISH
from assistant.display.phrases import phrases
from assistant.display.render import to_markdown
from assistant.display.screen import card, linked, on_screen, suggestions, trace_markdown, unlinked

ASKED = {
    "question": Question(text="and the cost?"),
    "read_as": StandaloneQuestion(text="What does Corvalin cost?", rewritten=True),
}
RESPONSES: list[Response] = [
    answer([claim(citation(1)), claim(citation(2, of=document("beta")))]),
    Abstention(**ASKED, reason=AbstentionReason.NO_EVIDENCE),
    Emergency(**ASKED, kind="stroke", advice="Call now."),
    SmallTalk(**ASKED, text="Hello."),
]


@pytest.mark.parametrize("response", RESPONSES, ids=lambda response: type(response).__name__)
def test_card_has_every_key_whatever_the_response(response: Response) -> None:
    shown = card(response, today=TODAY)
    assert set(shown) == set(suggestions([]))
    assert json.loads(json.dumps(shown)) == shown


def test_each_marker_of_the_text_opens_a_panel() -> None:
    response = RESPONSES[0]
    shown = card(response, today=TODAY)
    assert set(shown["panels"]) == set(shown["quotes"]) == {"1", "2"}
    assert [source["numbers"] for source in shown["sources"]] == [[1], [2]]


def test_markers_become_links_and_back_again() -> None:
    text = to_markdown(RESPONSES[0])
    assert r"[\[1\]](#vouch-1)" in linked(text)
    assert unlinked(linked(text)) == text


def test_mark_stays_on_the_line_of_its_last_word() -> None:
    assert linked("Rest helps [1] [2]. So does ice [3].").count("\u00a0") == 3
    assert unlinked(linked("Rest helps [1] [2].")) == "Rest helps [1] [2]."


def test_number_to_call_is_a_link_on_screen_and_plain_in_the_conversation() -> None:
    urgent = Emergency(**ASKED, kind="stroke", advice="**Call 112 now.** Don't drive.")
    before_an_answer = replace(RESPONSES[0], emergency="If this is happening now, call 112.")
    for response in (urgent, before_an_answer):
        assert "[112](#call-112)" in on_screen(response, today=TODAY)
        assert unlinked(on_screen(response, today=TODAY)) == to_markdown(response, today=TODAY)
        assert "#call" not in to_markdown(response, today=TODAY)


def refusal(*sections: str) -> Abstention:
    """A refusal whose nearest sections can be opened, but for the last, of which only the name is known."""
    *places, last = (replace(citation(1).statement, heading_path=(section,)) for section in sections)
    home = document(title="Bones")
    opened = [Nearest(source=home.source, section=one.heading_path, document=home, statement=one) for one in places]
    named = Nearest(source=home.source, section=last.heading_path)
    return Abstention(**ASKED, reason=AbstentionReason.NO_EVIDENCE, nearest=(*opened, named))


def test_each_nearest_section_of_a_refusal_opens_where_it_comes_near() -> None:
    response = refusal("Options", "Doses [new]", "Costs")
    shown, text = card(response, today=TODAY), on_screen(response)
    assert "- [Alpha House: Options](#near-1)" in text.splitlines()
    assert r"- [Alpha House: Doses \[new\]](#near-2)" in text.splitlines()
    assert "- Alpha House: Costs" in text.splitlines(), "what can't be opened is named as before"
    assert set(shown["panels"]) == {"near-1", "near-2"}
    assert all(panel["near"] for panel in shown["panels"].values())
    assert unlinked(text) == to_markdown(response)


def test_refusal_cites_nothing_by_what_it_opens() -> None:
    shown = card(refusal("Options", "Costs"), today=TODAY)
    assert (shown["quotes"], shown["sources"], shown["exports"]) == ({}, [], None)


def test_sections_of_one_name_are_one_line_and_one_link() -> None:
    text = on_screen(refusal("Options", "Options", "Costs"))
    assert text.count("](#near-") == 1


def test_answer_has_the_links_of_its_marks_alone() -> None:
    assert on_screen(RESPONSES[0], today=TODAY) == linked(to_markdown(RESPONSES[0], today=TODAY))


def test_question_is_shown_as_read_only_if_it_was_rewritten() -> None:
    assert card(RESPONSES[0])["read_as"] is None
    assert card(RESPONSES[1])["read_as"] == {"text": "What does Corvalin cost?", "typed": "and the cost?"}


def test_withheld_claim_is_shown_with_its_reasons() -> None:
    reasons = (Reason(code=ReasonCode.NUMBER, detail="12 is not 120"),)
    shown = card(answer([claim(citation(1))], withheld=(WithheldClaim(text="12 mg", reasons=reasons),)))
    label = phrases("en").withheld[ReasonCode.NUMBER]
    assert shown["withheld"] == [{"text": "12 mg", "reasons": [{"code": "NUMBER", "label": label, "detail": "12 is not 120"}]}]


def test_every_word_exists_in_both_languages() -> None:
    assert set(ENGLISH) == set(SPANISH)
    for code in ReasonCode:
        assert phrases("es").withheld[code] != phrases("en").withheld[code]
    for reason in AbstentionReason:
        assert phrases("es").reasons[reason] != phrases("en").reasons[reason]


def test_trace_names_hits_scores_and_milliseconds() -> None:
    cited = citation(1)
    hit = Hit(statement=cited.statement, source=cited.source, rank=1, dense=0.71, lexical=4.25, fused=0.9)
    text = trace_markdown(RESPONSES[0], Trace(hits=(hit,), milliseconds={"retrieve": 12.4, "total": 20.2}))
    assert "1. Corvalin 120 mg" in text
    assert "cosine 0.71, BM25 4.2" in text
    assert "Searching the documents 12 ms" in text
    assert "2/2 statements passed the check" in text


def test_steps_of_one_name_are_one_time() -> None:
    trace = Trace(read_as="x", milliseconds={"triage": 1.2, "condense": 0.9, "retrieve": 12.0})
    text = trace_markdown(answer([claim(citation(1))]), trace)
    assert text.count("Reading the question") == 1
    assert "Reading the question 2 ms" in text
