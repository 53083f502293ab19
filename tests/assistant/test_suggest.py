"""A suggestion is made from the documents' own headings and figures, and offered only once it was answered from there."""

from collections.abc import Callable, Sequence

import pytest
from answers_for_tests import claim
from heart_library import heart_index, heart_profile, heart_reader, lexicon, profile, source

from assistant.answers import (
    Audience,
    Citation,
    DraftClaim,
    Question,
    StandaloneQuestion,
    Turn,
    VerifiedClaim,
)
from assistant.drafting.suggest import Suggester, Suggestion, choose_follow_ups, choose_starters, suggestions_from
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import Judged

INDEX = heart_index()
EVERY_SOURCE = frozenset(INDEX.documents)


class CitesFirst:
    """A drafter that cites the best statement, and counts its drafts."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def draft(self, asked: Asked, judged: Sequence[Judged]) -> tuple[DraftClaim, ...]:
        self.asked.append(asked.text)
        best = judged[0].profile.statement
        return (DraftClaim(text=best.text, evidence=(best.statement_id,)),)


class CitesNothing:
    def draft(self, *_: object) -> tuple[DraftClaim, ...]:
        return ()


def suggestion(
    text: str, *, source_id: str = "alpha", path: tuple[str, ...] = ("Drugs",), about: str = "", **fields: object
) -> Suggestion:
    named = frozenset({about} if about else ())
    return Suggestion(
        text=text,
        source_id=source_id,
        heading_path=path,
        statement_ids=frozenset({text}),
        concepts=named,
        **fields,  # type: ignore[arg-type]
    )


def texts(*profiles: Profile) -> list[str]:
    return [found.text for found in suggestions_from(profiles, lexicon=lexicon())]


@pytest.mark.parametrize(
    ("heading", "subject"),
    [
        pytest.param("Salt and fluid", "salt and fluid", id="lower-case"),
        pytest.param("About water tablets", "water tablets", id="about"),
        pytest.param("SGLT2 inhibitors (gliflozins)", "SGLT2 inhibitors", id="names-keep-capitals-and-brackets-go"),
        pytest.param("Drugs to avoid:", "drugs to avoid", id="colon"),
    ],
)
def test_heading_with_a_subject_becomes_a_question(heading: str, subject: str) -> None:
    assert texts(profile("Walk.", heading_path=("Life", heading))) == [f"What do the documents say about {subject}?"]


def test_heading_that_asks_is_the_question() -> None:
    assert texts(profile("Walk.", heading_path=("How is a weak heart treated?",))) == ["How is a weak heart treated?"]


@pytest.mark.parametrize(
    "path",
    [
        pytest.param((), id="no-heading"),
        pytest.param(("Overview",), id="outline-word"),
        pytest.param(("Key points",), id="only-outline-words"),
        pytest.param(("First treatment",), id="first-of-what"),
        pytest.param(("Exercise",), id="one-word"),
        pytest.param(("Before going home",), id="a-time"),
        pytest.param(("Do not use",), id="an-order"),
        pytest.param(("When to call us",), id="a-clause"),
        pytest.param(("Qué hacer en casa",), id="a-clause-in-spanish"),
        pytest.param(("Who is this leaflet for?",), id="a-question-of-the-page"),
        pytest.param(("What is it?",), id="a-question-that-leans"),
        pytest.param(("A heading that goes on and on over more than eight words",), id="a-sentence"),
    ],
)
def test_heading_without_subject_suggests_nothing(path: tuple[str, ...]) -> None:
    assert texts(profile("Walk.", heading_path=path)) == []


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param("Start Coreg at 3.125 mg.", "What is the dose of carvedilol?", id="dose"),
        pytest.param(
            "Eplerenone saved 20% more than spironolactone.", "How does eplerenone compare with spironolactone?", id="comparison"
        ),
    ],
)
def test_figure_of_a_drug_becomes_a_question(text: str, question: str) -> None:
    assert texts(profile(text)) == [question]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Keep salt below 5 g a day.", id="dose-of-no-drug"),
        pytest.param("Carvedilol is used.", id="no-figure"),
        pytest.param("Take digoxin levels at least 6 hours after a dose.", id="time-after-a-dose"),
        pytest.param("Avoid spironolactone at a dose that takes potassium above 5.5 mmol/L.", id="level-in-the-blood"),
        pytest.param("The dose of digoxin is right at a trough of 0.5 to 0.9 mg/L.", id="concentration"),
        pytest.param("Eplerenone is better than spironolactone.", id="comparison-without-figure"),
    ],
)
def test_statement_without_drug_or_figure_suggests_nothing(text: str) -> None:
    assert texts(profile(text)) == []


def test_same_wording_is_suggested_once() -> None:
    assert texts(profile("Carvedilol 3 mg."), profile("Carvedilol 6 mg.", of=source("beta"))) == [
        "What is the dose of carvedilol?"
    ]


def always(_suggestion: Suggestion) -> bool:
    return True


def follow(
    pool: Sequence[Suggestion], *cited: Profile, asked: Sequence[str] = (), answers: Callable[[Suggestion], bool] = always
) -> list[str]:
    return list(choose_follow_ups(pool, cited=cited, asked_texts=asked, answers=answers))


CITED = profile("Carvedilol is used.", heading_path=("Drugs",))


def test_nearest_things_and_chapters_come_first_and_no_more_than_three() -> None:
    pool = [
        suggestion("Far?", path=("Life",)),
        suggestion("Chapter?"),
        suggestion("Both?", about="carvedilol"),
        suggestion("Thing?", path=("Life",), about="carvedilol"),
        suggestion("Other source?", source_id="beta"),
    ]
    assert follow(pool, CITED) == ["Both?", "Thing?", "Chapter?"]


def test_first_question_of_another_section_comes_before_the_second_of_one() -> None:
    drugs = [suggestion(f"Drugs {number}?", path=("Drugs", "Tablets"), about="carvedilol") for number in (1, 2)]
    salt = suggestion("Salt?", path=("Drugs", "Salt"), about="carvedilol")
    assert follow([*drugs, salt], CITED) == ["Drugs 1?", "Salt?", "Drugs 2?"]


def test_of_questions_as_near_the_prepared_one_and_that_for_the_reader_come_first_and_the_most_alike() -> None:
    made, prepared = suggestion("Made?", path=("A",)), suggestion("Prepared?", path=("B",), is_prepared=True)
    assert follow([made, prepared], CITED) == ["Prepared?", "Made?"]
    own = suggestion("Own?", source_id="beta", path=("C",))
    assert choose_follow_ups([made, own], cited=[CITED], asked_texts=(), answers=always, written_for={"beta"}) == (
        "Own?",
        "Made?",
    )
    alike = choose_follow_ups(
        [made, own], cited=[CITED], asked_texts=(), answers=always, likeness=lambda one: float(one is made), written_for={"beta"}
    )
    assert alike == ("Made?", "Own?")


@pytest.mark.parametrize("typed", ["Chapter?", "  chapter", "CHAPTER?"])
def test_question_asked_before_is_not_offered_again(typed: str) -> None:
    assert follow([suggestion("Chapter?")], CITED, asked=[typed]) == []


@pytest.mark.parametrize(
    ("second", "offered"),
    [
        ("Which drug is combined with a loop diuretic in weak hearts?", False),
        ("In weak hearts, which drug is combined with a loop diuretic?", False),
        ("Which drug is not combined with a loop diuretic in old weak hearts?", True),
        ("Which drug is combined with a thiazide in weak hearts?", True),
    ],
)
def test_one_question_is_not_offered_twice_in_other_words(second: str, offered: bool) -> None:
    first = "Which new drug is combined with a loop diuretic in weak hearts?"
    assert follow([suggestion(first), suggestion(second, path=("Rest",))], CITED) == [first, second][: 1 + offered]


def test_question_asked_in_other_words_is_not_offered_again() -> None:
    assert follow([suggestion("What is the dose of carvedilol?")], CITED, asked=["what is the carvedilol dose?"]) == []
    assert follow([suggestion("What is the dose of carvedilol?")], CITED, asked=["what is the digoxin dose?"]) != []


def test_question_whose_answer_was_just_read_is_not_offered() -> None:
    read = Suggestion(
        text="Read?",
        source_id="alpha",
        heading_path=("Drugs",),
        statement_ids=frozenset({CITED.statement.statement_id}),
        concepts=frozenset(),
    )
    assert follow([read], CITED) == []


def test_question_that_is_not_answered_is_not_offered() -> None:
    assert follow([suggestion("One?"), suggestion("Two?")], CITED, answers=lambda s: s.text == "Two?") == ["Two?"]


def test_starters_come_from_different_chapters_the_readers_sources_first() -> None:
    pool = [
        suggestion("Clinicians?", path=("Drugs",)),
        suggestion("Patients?", source_id="beta", path=("Life",)),
        suggestion("Patients too?", source_id="beta", path=("Life",)),
        suggestion("Unanswered?", source_id="beta", path=("Salt",)),
    ]
    chosen = choose_starters(pool, written_for={"beta"}, answers=lambda s: s.text != "Unanswered?", most=4)
    assert chosen == ("Patients too?", "Clinicians?")
    assert len(choose_starters(pool, written_for=(), answers=always, most=1)) == 1


@pytest.mark.parametrize(
    ("others", "doses"), [(("What do the documents say about salt?", "What do the documents say about rest?"), 2), ((), 4)]
)
def test_doses_fill_half_of_the_starters_where_there_is_more_to_ask(others: Sequence[str], doses: int) -> None:
    pool = [
        suggestion(f"What is the dose of {drug}?", path=(drug,)) for drug in ("bisoprolol", "digoxin", "eplerenone", "sotalol")
    ]
    chosen = choose_starters([*pool, *(suggestion(text, path=(text,)) for text in others)], written_for=(), answers=always)
    assert sum(text.startswith("What is the dose of") for text in chosen) == doses
    assert len(chosen) == 4


def cited(of: Profile) -> VerifiedClaim:
    return claim(Citation(number=1, document=INDEX.documents[of.source.source_id], statement=of.statement))


def test_suggestion_that_the_drafter_does_not_answer_is_never_offered() -> None:
    silent = Suggester(reader=heart_reader(), drafter=CitesNothing(), allowed=EVERY_SOURCE)
    asked = Question(text="Salt?")
    assert silent.starters(Audience.PATIENT) == ()
    assert silent.follow_ups(asked, StandaloneQuestion(text="Salt?"), [cited(heart_profile("Keep salt"))]) == ()


def test_question_in_another_language_than_the_readers_is_not_offered() -> None:
    suggester = Suggester(reader=heart_reader(), drafter=CitesFirst(), allowed=EVERY_SOURCE)
    claims = [cited(heart_profile("Start carvedilol"))]
    assert suggester.follow_ups(Question(text="¿sal?"), StandaloneQuestion(text="¿sal?", language="en"), claims)
    assert suggester.follow_ups(Question(text="¿sal?"), StandaloneQuestion(text="¿sal?", language="es"), claims) == ()


def test_source_that_may_not_be_cited_suggests_nothing() -> None:
    barred = Suggester(reader=heart_reader(), drafter=CitesFirst(), allowed=frozenset())
    assert barred.starters(Audience.CLINICIAN) == ()


def test_suggestion_is_tried_once_and_remembered() -> None:
    drafter = CitesFirst()
    suggester = Suggester(reader=heart_reader(), drafter=drafter, allowed=EVERY_SOURCE)
    first = suggester.starters(Audience.CLINICIAN)
    tried = len(drafter.asked)
    assert suggester.starters(Audience.CLINICIAN) == first
    assert len(drafter.asked) == tried == len(set(drafter.asked))


def test_nothing_asked_in_the_conversation_is_suggested_again() -> None:
    suggester = Suggester(reader=heart_reader(), drafter=CitesFirst(), allowed=EVERY_SOURCE)
    claims = [cited(heart_profile("Start carvedilol"))]
    offered = suggester.follow_ups(Question(text="x"), StandaloneQuestion(text="x"), claims)
    assert offered
    history = tuple(Turn(role="user", content=text) for text in offered)
    again = suggester.follow_ups(Question(text="x", history=history), StandaloneQuestion(text="x"), claims)
    assert set(again).isdisjoint(offered)
