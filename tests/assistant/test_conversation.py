"""Follow-ups become standalone questions: the right names in, the wrong ones out, complete questions untouched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.answers import REMEMBERED_TURNS, Question, StandaloneQuestion, Turn
from assistant.followups.conversation import condense
from assistant.words.lexicon import Lexicon
from assistant.words.lexicon_files import load_lexicon

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("condense_cases.yaml").read_text(encoding="utf-8")
)
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(ROOT / "corpus" / "lexicon")


def _history(*contents: str) -> tuple[Turn, ...]:
    return tuple(Turn(role=("user", "assistant")[position % 2], content=text) for position, text in enumerate(contents))


def _read(text: str, *contents: str, lexicon: Lexicon) -> StandaloneQuestion:
    return condense(Question(text=text, history=_history(*contents)), lexicon=lexicon)


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{part}: {case['question'][:50]}") for part, cases in CASES.items() for case in cases]
)
def test_standalone_question_names_what_is_meant(case: dict[str, Any], lexicon: Lexicon) -> None:
    read = _read(case["question"], *case["turns"], lexicon=lexicon)
    lowered = read.text.lower()
    if case.get("unchanged"):
        assert read.text == case["question"]
        assert not read.rewritten
    for wanted in case.get("must", []):
        assert any(name.lower() in lowered for name in wanted.split("|")), read.text
    for unwanted in case.get("must_not", []):
        assert unwanted.lower() not in lowered


def test_there_are_enough_cases_to_mean_something() -> None:
    assert sum(map(len, CASES.values())) >= 60


def test_question_without_history_stays_as_typed(lexicon: Lexicon) -> None:
    read = _read("and how often?", lexicon=lexicon)
    assert read == StandaloneQuestion(text="and how often?", rewritten=False, language="en")


@pytest.mark.parametrize("contents", [("",), ("", ""), ("", "Denosumab."), ("   ", "\n")])
def test_empty_history_changes_nothing(contents: tuple[str, ...], lexicon: Lexicon) -> None:
    assert _read("how often?", *contents, lexicon=lexicon).text == "how often?"


def test_history_of_user_turns_only_is_enough(lexicon: Lexicon) -> None:
    history = (Turn(role="user", content="What is the dose of denosumab?"), Turn(role="user", content="and the route?"))
    read = condense(Question(text="how often?", history=history), lexicon=lexicon)
    assert "denosumab" in read.text


def test_long_history_is_read_in_time(lexicon: Lexicon) -> None:
    turns = _history(*("What is docetaxel?", "A taxane. [1]") * 300)
    read = condense(Question(text="dose?", history=turns), lexicon=lexicon)
    assert "docetaxel" in read.text.lower()


def test_names_in_sources_and_disclaimer_are_not_what_is_meant(lexicon: Lexicon) -> None:
    answer = "Denosumab delays fractures. [1]\n\n*General information on letrozole.*\n\nSources\n[1] Guide to letrozole"
    read = _read("how often is it given?", "Which agent is best for bones?", answer, lexicon=lexicon)
    assert "enosumab" in read.text
    assert "letrozole" not in read.text


def test_small_talk_between_does_not_lose_the_subject(lexicon: Lexicon) -> None:
    read = _read("dose?", "What is denosumab for?", "Bones. [1]", "thanks!", "You're welcome.", lexicon=lexicon)
    assert "denosumab" in read.text


def test_field_that_the_lexicon_does_not_know_is_followed_too() -> None:
    read = _read(
        "how tall is it?", "Who designed the Eiffel Tower?", "The Eiffel Tower was designed by Koechlin.", lexicon=Lexicon()
    )
    assert "Eiffel Tower" in read.text


def test_condensing_is_deterministic(lexicon: Lexicon) -> None:
    first, second = (_read("dose?", "What is denosumab for?", "Bones.", lexicon=lexicon) for _ in range(2))
    assert first == second


def test_what_was_said_long_ago_is_left_out_of_a_question() -> None:
    said = tuple(Turn(role="user", content=f"question {number}") for number in range(REMEMBERED_TURNS + 5))
    question = Question(text="and then?", history=said)
    assert [turn.content for turn in question.history] == [f"question {number}" for number in range(5, REMEMBERED_TURNS + 5)]


def test_rewritten_question_keeps_its_lighter_readings(lexicon: Lexicon) -> None:
    read = _read("and how often?", "denosumab for bone mets in HER2-positive disease?", "120 mg. [1]", lexicon=lexicon)
    assert read.alone == "How often?"
    assert "HER2-positive" in read.of_patients
    assert "denosumab" not in read.of_patients.lower()


@pytest.mark.parametrize("turn", ["what is the dose of paclitaxel?", "she's had both"], ids=["complete", "only-told"])
def test_turn_that_is_complete_or_asks_nothing_has_no_lighter_reading(turn: str, lexicon: Lexicon) -> None:
    read = _read(turn, "anthracyclines and taxanes for TNBC?", "Both. [1]", lexicon=lexicon)
    assert (read.alone, read.of_patients) == ("", "")


@pytest.mark.parametrize("text", ["denosumab dose?", "denosumab dose", "Denosumab dose?"])
def test_capital_or_question_mark_alone_is_no_other_reading(text: str, lexicon: Lexicon) -> None:
    read = _read(text, "Does surgery prolong survival?", "Surgery does not prolong survival. [1]", lexicon=lexicon)
    assert (read.text, read.rewritten) == (text, False)


@pytest.mark.parametrize(
    ("turn", "is_taken_up"),
    [
        pytest.param("How do I bake bread?", False, id="two-words-that-no-document-has"),
        pytest.param("¿Cómo entreno a un cachorro?", False, id="spanish"),
        pytest.param("why the rush?", True, id="one-strange-word"),
        pytest.param("how often is it baked as bread?", True, id="points-back"),
        pytest.param("and for the bakery and the bread?", True, id="asks-nothing-in-full"),
        pytest.param("what dose, for baking bread?", True, id="asks-for-what-can-be-asked-of-anything"),
    ],
)
def test_a_full_question_in_words_of_another_world_is_taken_as_typed(turn: str, *, is_taken_up: bool, lexicon: Lexicon) -> None:
    said = (Turn(role="user", content="denosumab for bone mets?"), Turn(role="assistant", content="120 mg. [1]"))
    strange = ("bake", "bread", "bakeri", "entren", "cachorr", "rush")
    read = condense(Question(text=turn, history=said), lexicon=lexicon, spoken_of=lambda stem, _language: stem not in strange)
    assert read.rewritten is is_taken_up
    assert condense(Question(text=turn, history=said), lexicon=lexicon).rewritten


@pytest.mark.parametrize(
    ("question", "follow_up", "expected"),
    [
        (
            "How often is a bisphosphonate given for bone metastases?",
            "and denosumab?",
            "How often is denosumab given for bone metastases?",
        ),
        ("Should an aromatase inhibitor be given?", "and tamoxifen?", "Should tamoxifen be given?"),
        ("Should an aromatase inhibitor be given?", "and a taxane?", "Should a taxane be given?"),
    ],
)
def test_article_suits_what_takes_the_old_things_place(question: str, follow_up: str, expected: str, lexicon: Lexicon) -> None:
    assert _read(follow_up, question, lexicon=lexicon).text == expected


@pytest.mark.parametrize(
    ("text", "language"), [("ensayo abierto", "es"), ("open trial", "en"), ("zoledronate", "en"), ("ensayo trial", "en")]
)
def test_keywords_are_in_the_language_whose_documents_have_them(text: str, language: str, lexicon: Lexicon) -> None:
    words = {"en": {"open", "trial"}, "es": {"ensay", "abiert"}}
    read = condense(Question(text=text), lexicon=lexicon, spoken_of=lambda stem, tongue: stem in words[tongue])
    assert read.language == language


def test_care_asked_about_last_is_meant_and_not_a_drug_of_an_older_question(lexicon: Lexicon) -> None:
    talk = (
        "What is the dose of denosumab?",
        "Denosumab 120 mg.",
        "Is a clinical trial an option in stage 4 breast cancer?",
        "It is.",
    )
    read = _read("for how long?", *talk, lexicon=lexicon).text.lower()
    assert "trial" in read
    assert "denosumab" not in read
