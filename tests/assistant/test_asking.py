"""Of a question with a story the sentence that asks is told apart, with what it points at; the story asks for nothing."""

import pytest
from heart_library import asked, lexicon

from assistant.answers import Intent
from assistant.question.asking import asking_span, ends_in_verdict, is_yes_no, with_antecedent

STORY = "My neighbour of 70 keeps bees, had a cataract done in spring before the move, sings every week and takes furosemide. "


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        pytest.param("He is 80. Which dose then? Thanks.", "Which dose then? ", id="question-mark"),
        pytest.param("He is 80. Tell me the dose of it.", "Tell me the dose of it.", id="asks-for-a-kind"),
        pytest.param("Spironolactone is given. Warranted?", "Spironolactone is given. Warranted?", id="too-short-alone"),
        pytest.param("What does Dr. Weir say of it?", "What does Dr. Weir say of it?", id="title-ends-no-sentence"),
        pytest.param("A drug vs. none, e.g. in gout?", "A drug vs. none, e.g. in gout?", id="abbreviation-ends-no-sentence"),
    ],
)
def test_sentence_that_asks_is_found(text: str, asks: str) -> None:
    begin, end = asking_span(text, "en")
    assert text[begin:end] == asks


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        pytest.param("He sings. He takes furosemide. Can I stop it now?", "He takes furosemide. Can I stop it now?", id="it"),
        pytest.param("He takes furosemide. Can I stop all now?", "Can I stop all now?", id="points-at-nothing"),
        pytest.param("He sings. Can she walk uphill with it daily?", "Can she walk uphill with it daily?", id="says-enough"),
        pytest.param("He takes furosemide. Is it like verapamil?", "Is it like verapamil?", id="names-something-itself"),
        pytest.param("Can I stop it now?", "Can I stop it now?", id="nothing-before"),
    ],
)
def test_question_that_only_points_is_taken_with_the_sentence_before(text: str, taken: str) -> None:
    named = lexicon().mentions(text, typed=True)
    begin, end = with_antecedent(text, asking_span(text, "en"), named, "en")
    assert text[begin:end] == taken


@pytest.mark.parametrize(
    ("text", "focus"),
    [
        pytest.param("Furosemide for gout: which dose and how often?", {"furosemide", "gout"}, id="topic"),
        pytest.param("Furosemide: which dose and how often is best?", set(), id="a-name-alone"),
        pytest.param("Furosemide for gout: when is potassium checked?", {"potassium"}, id="names-something-itself"),
        pytest.param("He sings daily, furosemide or not: which club is best?", set(), id="told-before"),
    ],
)
def test_topic_before_a_colon_is_what_is_asked_about(text: str, focus: set[str]) -> None:
    assert asked(text).focus == focus


def test_thing_that_a_question_points_at_is_its_focus() -> None:
    read = asked(STORY + "She now gets spironolactone. Can she stop it?")
    assert read.focus == {"spironolactone"}
    assert read.concepts == {"furosemide", "spironolactone"}


def test_words_of_a_story_ask_for_nothing() -> None:
    assert asked(STORY + "Which beta-blocker fits?").intents == {Intent.WHICH}
    assert Intent.WHEN in asked("Before the move he took furosemide. Which beta-blocker fits?").intents


def test_story_that_opens_with_an_auxiliary_asks_no_yes_or_no() -> None:
    assert not asked("Had a stroke in May. What is started once carvedilol has been used up?").yes_no
    assert is_yes_no("Which one or can she take both?", "en")


@pytest.mark.parametrize(
    ("text", "language", "is_one"),
    [
        pytest.param("Furosemide with enalapril safe?", "en", True, id="safe"),
        pytest.param("Echo needed?", "en", True, id="needed"),
        pytest.param("¿Furosemida con enalapril, es seguro?", "es", True, id="spanish"),
        pytest.param("Furosemide is needed for what?", "en", False, id="not-at-the-end"),
        pytest.param("Furosemide?", "en", False, id="nothing-to-confirm"),
    ],
)
def test_terse_question_that_ends_in_a_verdict_is_told(text: str, language: str, is_one: bool) -> None:
    assert ends_in_verdict(text, language) is is_one


@pytest.mark.parametrize(
    ("text", "yes_no"),
    [
        pytest.param("Furosemide with enalapril safe?", True, id="verdict"),
        pytest.param("Furosemide dose needed?", False, id="asks-for-the-dose"),
        pytest.param("What is needed?", False, id="interrogative"),
    ],
)
def test_terse_verdict_asks_for_yes_or_no_unless_it_asks_for_a_figure(text: str, yes_no: bool) -> None:
    assert asked(text).yes_no is yes_no
