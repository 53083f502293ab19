"""A question refused whole is answered in the part that the documents speak of, and told what they don't say."""

from dataclasses import replace
from functools import partial

import pytest
from heart_library import heart_reader, lexicon

from assistant.answers import Audience
from assistant.drafting.parts import answered_in_part, with_lacking_parts
from assistant.question.asked_apart import parts_of

READER = heart_reader()
FIND = partial(READER.find, audience=Audience.CLINICIAN)


def part_of(question: str) -> tuple[str, str] | None:
    """The best statements and what is missing, for a question that is refused whole; how they rank is no matter here."""
    whole = FIND(question)
    assert not whole.answerability.answerable, question
    part = answered_in_part(whole, FIND, lexicon=lexicon())
    return (" ".join(entry.profile.statement.text for entry in part.judged[:3]), part.answerability.missing[0]) if part else None


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("carvedilol start dose and cost?", id="beside-it"),
        pytest.param("How is carvedilol started, and what does carvedilol cost?", id="two-questions"),
        pytest.param("How is carvedilol started and what does it cost?", id="second-only-points"),
        pytest.param("What does carvedilol cost and how is carvedilol started?", id="answered-one-behind"),
        pytest.param("carvedilol cost and start dose?", id="nouns-in-a-row"),
    ],
)
def test_part_that_is_answered_comes_with_what_is_missing(question: str) -> None:
    part = part_of(question)
    assert part is not None
    assert "3.125 mg" in part[0]
    assert part[1].startswith("cost")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("cost of carvedilol?", id="one-thing-asked"),
        pytest.param("dose of carvedilol when the kidneys fail?", id="a-condition-is-no-part"),
        pytest.param("I take carvedilol - what does it cost?", id="one-thing-told-is-no-claim"),
        pytest.param("Carvedilol tablets: what do they cost and on what days?", id="rest-only-points"),
        pytest.param("What does carvedilol cost and who makes it?", id="neither-is-said"),
        pytest.param("Would you take carvedilol, and what does carvedilol cost?", id="decision-about-a-person"),
    ],
)
def test_question_without_an_answered_part_stays_refused(question: str) -> None:
    assert part_of(question) is None


def test_part_whose_foremost_statements_name_another_treatment_is_no_answer() -> None:
    whole, part = FIND("How is carvedilol started, and what does carvedilol cost?"), FIND("dose of spironolactone")
    of_another = replace(part, judged=part.judged[:1], asked=replace(part.asked, focus=frozenset({"carvedilol"})))
    assert answered_in_part(whole, lambda _: part, lexicon=lexicon()) is not None
    assert answered_in_part(whole, lambda _: of_another, lexicon=lexicon()) is None


def test_what_was_asked_before_is_no_part_that_answers_the_turn_behind_it() -> None:
    whole = FIND("How is carvedilol started, and what does carvedilol cost?")
    find = partial(answered_in_part, whole, FIND, lexicon=lexicon())
    assert find(before="How is carvedilol started?") is None
    assert find(before="What does spironolactone do?") is not None


def test_treatments_that_a_conversation_lent_are_not_asked_about_one_by_one() -> None:
    whole, refused = FIND("dose of carvedilol and of spironolactone?"), FIND("What does carvedilol cost?")
    whole = replace(whole, answerability=refused.answerability)
    found = {"dose of carvedilol?": FIND("How is carvedilol started?")}
    answers = partial(answered_in_part, whole, lambda text: found.get(text, refused), lexicon=lexicon())
    assert answers() is not None
    assert answers(before="Which tablets slow the pulse?") is None


def test_what_is_only_stated_is_no_part_of_what_is_asked() -> None:
    assert part_of("Potassium is checked years after starting spironolactone - what does spironolactone cost?") is None


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        pytest.param(
            "72-year-old, weak heart. Which beta blocker is given, and how often?",
            ("72-year-old, weak heart. Which beta blocker is given?", "72-year-old, weak heart. how often (beta blocker)?"),
            id="second-names-nothing",
        ),
        pytest.param(
            "In heart failure, when is carvedilol started, and with which diuretic?",
            ("In heart failure, when is carvedilol started?", "with which diuretic (carvedilol)?"),
            id="asked-behind-a-preposition",
        ),
        pytest.param(
            "What dose of carvedilol is given and what does potassium have to be?",
            ("What dose of carvedilol is given?", "what does potassium have to be?"),
            id="without-a-comma",
        ),
    ],
)
def test_each_thing_asked_is_a_part_behind_what_is_stated(question: str, parts: tuple[str, ...]) -> None:
    assert parts_of(question, lexicon=lexicon()) == parts


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Which beta blocker is given for a weak heart?", id="one-thing"),
        pytest.param("He takes carvedilol, which lowers the pulse. How often?", id="relative-clause"),
        pytest.param("Carvedilol is started low, isn't it?", id="tag"),
        pytest.param("Carvedilol or metoprolol, which is better?", id="choice"),
    ],
)
def test_one_thing_asked_has_no_parts(question: str) -> None:
    assert parts_of(question, lexicon=lexicon()) == ()


def test_answered_question_says_what_its_refused_parts_lack() -> None:
    answered, refused = FIND("How is carvedilol started?"), FIND("What does carvedilol cost?")
    told = with_lacking_parts(answered, (answered, refused))
    assert told.answerability.answerable
    assert told.answerability.missing == refused.answerability.missing != ()
    assert with_lacking_parts(answered, (answered,)) is answered
    assert with_lacking_parts(answered, (refused, refused)) is answered


def test_second_answered_part_comes_behind_the_first() -> None:
    whole = FIND("What does carvedilol cost?")
    asked = replace(
        whole.asked, text="Carvedilol: how is carvedilol started, what does carvedilol cost, and how is furosemide given?"
    )
    found = {"started": FIND("How is carvedilol started?"), "given": FIND("How is spironolactone started?")}
    answers = lambda text: next((found[word] for word in found if word in text), whole)  # noqa: E731
    part = answered_in_part(replace(whole, asked=asked), answers, lexicon=lexicon())
    assert part is not None
    assert part.judged == found["started"].judged
    assert [one.asked.text for one in part.further] == [found["given"].asked.text]
