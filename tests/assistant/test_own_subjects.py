"""In a folder of another field the documents' own nouns are subjects, and a talk has the topic of the document it cites."""

from __future__ import annotations

import pytest
from heart_library import lexicon, source, statement

from assistant.answers import Question, StandaloneQuestion, Turn
from assistant.followups.conversation import condense
from assistant.followups.own_subjects import OwnSubjects, own_subjects, singular, topic_named

EARS = "The grommet should be checked every 6 months."
WAX = "Olive oil drops soften the wax within a week."
OWN = own_subjects(
    (
        statement(EARS, source_id="ears", heading_path=("Glue ear", "Swimming and travel")),
        statement("Amoxicillin is given for 5 days with a hearing aid in place.", source_id="ears", order=1),
        statement(WAX, source_id="wax"),
    ),
    (source("ears", title="Glue ear in children: care"), source("wax", title="Earwax")),
)
TALK = ("What is given for glue ear after furosemide?", f"{EARS} [1]")


def _read(text: str, *told: str, own: OwnSubjects = OWN) -> StandaloneQuestion:
    turns = tuple(Turn(role=("user", "assistant")[place % 2], content=one) for place, one in enumerate(told))
    return condense(Question(text=text, history=turns), lexicon=lexicon(), own=own)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("How often does a grommet fall out?", "How often does a grommet fall out in glue ear?", id="question"),
        pytest.param("and swimming?", "Glue ear: swimming?", id="fragment"),
        pytest.param("Who checks the grommet in glue ear?", "Who checks the grommet in glue ear?", id="says-its-topic"),
    ],
)
def test_a_noun_of_the_documents_is_asked_of_the_topic(text: str, wanted: str) -> None:
    read = _read(text, *TALK)
    assert read.text == wanted
    assert "furosemide" not in read.text
    assert "furosemide" in _read("how often is it given?", *TALK).text.lower()


def test_a_lone_noun_that_no_document_has_is_asked_of_the_topic_too() -> None:
    told = ("How often is the grommet checked?", f"{EARS} [1]")
    assert _read("and parachutes?", *told).text == "Glue ear: parachutes?"
    assert _read("and parachutes?", *told, own=OwnSubjects()).text != "Glue ear: parachutes?"
    assert _read("and at night?", *told).text != "Glue ear: at night?"


def test_without_such_documents_a_drug_is_lent_as_before() -> None:
    assert "furosemide" in _read("How often does a grommet fall out?", *TALK, own=OwnSubjects()).text.lower()


def test_what_leans_on_the_talk_is_looked_for_in_its_documents_alone() -> None:
    assert _read("and swimming?", *TALK).within == {"ears"}
    assert _read("how long?", *TALK, "Does oil help?", f"{WAX} [1]").within == {"wax"}
    assert _read("dose of carvedilol?", *TALK).within == frozenset()
    assert _read("How often is carvedilol given in gout?", *TALK).within == frozenset()
    assert _read("and swimming?", *TALK, own=OwnSubjects()).within == frozenset()


def test_a_refused_question_keeps_the_topic_unless_it_names_another_condition() -> None:
    refused = "The documents do not answer this question. Nothing in them speaks to it closely enough to be cited."
    assert _read("and swimming?", *TALK, "and parachutes?", refused).within == {"ears"}
    assert _read("and swimming?", *TALK, "Which drug in gout?", refused).within == frozenset()


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        pytest.param("Glue ear in children: care", "glue ear", id="for-whom"),
        pytest.param("Suspected meningitis (bacterial)", "meningitis", id="bracket"),
        pytest.param("HIV infection in adults", "HIV infection", id="capitals"),
        pytest.param("Ménière's disease: treatment", "Ménière's disease", id="a-name"),
    ],
)
def test_a_title_names_a_topic(title: str, topic: str) -> None:
    assert topic_named(title) == topic


def test_nouns_stand_behind_articles_and_before_verbs() -> None:
    assert {"grommet", "aid", "swimming", "travel", "ear", "wax"} <= OWN.nouns
    assert OWN.nouns.isdisjoint({"checked", "soften"})
    assert [singular(word) for word in ("allergies", "aids", "illness", "sinus", "gas")] == [
        "allergy",
        "aid",
        "illness",
        "sinus",
        "gas",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("platelets 90", id="value"),
        pytest.param("her temp is now 38.4", id="value-with-verb"),
        pytest.param("ferritin < 15 though", id="bound"),
        pytest.param("that did nothing", id="of-no-use"),
        pytest.param("they haven't helped", id="of-no-help"),
        pytest.param("he has earache. how long?", id="told-and-asked"),
        pytest.param("discharge is back, what now", id="told-and-asked-on"),
    ],
)
def test_what_is_told_of_the_case_goes_to_the_question_before(text: str) -> None:
    read = _read(text, "What is given for glue ear?", f"{EARS} [1]")
    assert read.text.lower().startswith("what is given for glue ear: ")
    assert text.split(maxsplit=1)[0].lower() in read.text.lower()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("furosemide 40 mg?", id="dose-of-a-drug"),
        pytest.param("When is it put in, and for how long?", id="asked-in-full"),
        pytest.param("back to the wax: how often?", id="return"),
    ],
)
def test_what_asks_or_names_its_own_is_not_told_of_the_case(text: str) -> None:
    assert not _read(text, "What is given for glue ear?", f"{EARS} [1]").text.lower().startswith("what is given for glue ear: ")


def test_nothing_is_told_of_the_case_where_the_lexicon_knows_the_field() -> None:
    assert _read("platelets 90", *TALK, own=OwnSubjects()).text != "What is given for glue ear after furosemide: platelets 90?"


MANY = ("Is a hearing aid left in?", f"{EARS} [1]")


@pytest.mark.parametrize(
    ("text", "within"),
    [
        pytest.param("Does amoxicillin go with a hearing aid?", {"ears"}, id="named-in-the-document"),
        pytest.param("can he fly to Spain in June?", {"ears"}, id="nothing-that-a-document-has"),
        pytest.param("Is furosemide given with it?", set(), id="drug-of-none-of-them"),
        pytest.param("new question: does amoxicillin go with a hearing aid?", set(), id="begun-anew"),
    ],
)
def test_turn_that_names_nothing_of_another_document_stays_in_the_one_talked_about(text: str, within: set[str]) -> None:
    assert _read(text, *MANY).within == within
