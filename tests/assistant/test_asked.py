"""A question is read for what it asks of what: the kind of answer, the things, the patients, the words that need evidence."""

import pytest
from heart_library import asked, intents, lexicon
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import Intent
from assistant.question.asked import read_question
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import answer_kinds, content_stems, stem


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("dose of spironolactone?", {Intent.DOSE}, id="dose"),
        pytest.param("How many mg of carvedilol?", {Intent.DOSE}, id="milligrams"),
        pytest.param("What is the first dose of carvedilol?", {Intent.DOSE}, id="the-first-dose"),
        pytest.param("Carvedilol: tablet strength?", {Intent.DOSE}, id="strength-of-a-tablet"),
        pytest.param("Carvedilol, gap between visits?", {Intent.INTERVAL}, id="gap-between"),
        pytest.param("How often do I weigh myself?", {Intent.INTERVAL}, id="interval"),
        pytest.param("How long is furosemide taken?", {Intent.DURATION}, id="duration"),
        pytest.param("What percentage improved?", {Intent.FIGURE}, id="figure"),
        pytest.param("By how much did deaths fall?", {Intent.FIGURE}, id="by-how-much"),
        pytest.param("Why is verapamil avoided?", {Intent.WHY}, id="why"),
        pytest.param("When is an ICD put in?", {Intent.WHEN}, id="when"),
        pytest.param("Which painkiller?", {Intent.WHICH}, id="which"),
        pytest.param("Is carvedilol better than bisoprolol?", {Intent.COMPARISON, Intent.YES_NO}, id="comparison"),
        pytest.param("What is angioedema?", {Intent.DEFINITION}, id="definition"),
        pytest.param("¿Con qué frecuencia me peso?", {Intent.INTERVAL}, id="spanish-interval"),
        pytest.param("¿Por qué no ibuprofeno?", {Intent.WHY}, id="spanish-why"),
    ],
)
def test_wording_tells_the_kind_of_answer(text: str, wanted: set[Intent]) -> None:
    assert intents(text) >= wanted


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        pytest.param("How much does an ICD help?", Intent.DOSE, id="how-much-does"),
        pytest.param("How much longer do patients live?", Intent.DOSE, id="how-much-longer"),
        pytest.param("Which painkiller?", Intent.DOSE, id="which"),
        pytest.param("And high dose with a pacemaker?", Intent.DOSE, id="high-dose"),
        pytest.param("¿Sirven las dosis altas de furosemida?", Intent.DOSE, id="spanish-high-dose"),
        pytest.param("What is the dose?", Intent.YES_NO, id="what-is"),
        pytest.param("Whyever not?", Intent.WHY, id="inside-a-word"),
        pytest.param("Before the first dose of carvedilol, which tests?", Intent.DOSE, id="before-a-dose"),
        pytest.param("Antes de la primera dosis de carvedilol, ¿qué pruebas?", Intent.DOSE, id="spanish-before-a-dose"),
        pytest.param("rate control in atrial fibrillation with asthma", Intent.FIGURE, id="rate-control"),
    ],
)
def test_wording_of_another_kind_is_not_taken_for_it(text: str, unwanted: Intent) -> None:
    assert unwanted not in intents(text)


def test_question_without_any_such_wording_asks_for_an_overview() -> None:
    assert intents("spironolactone") == {Intent.OVERVIEW}


def test_name_that_holds_an_intent_word_asks_for_nothing() -> None:

    words = Lexicon([Concept(concept_id="hd", kind="regimen", name="maintenance dose regimen")])
    assert Intent.DOSE not in asked("maintenance dose regimen", words=words).intents
    assert Intent.DOSE in asked("dose of the maintenance dose regimen", words=words).intents


@pytest.mark.parametrize(
    ("text", "yes_no"),
    [
        pytest.param("They named the heart nurse, isn't that for the very end?", True, id="shortened-auxiliary"),
        pytest.param("Is spironolactone safe?", True, id="auxiliary-first"),
        pytest.param("62, diabetic. Can she have an NSAID?", True, id="after-the-story"),
        pytest.param("My father has HFrEF, can he take Advil?", True, id="last-clause"),
        pytest.param("ok so should I stop it?", True, id="behind-small-words"),
        pytest.param("What is the dose?", False, id="question-word"),
        pytest.param("Tell me if it is safe", False, id="auxiliary-inside"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_yes_or_no_is_asked_by_an_auxiliary_at_the_head_of_a_clause(text: str, yes_no: bool) -> None:
    read = asked(text)
    assert read.yes_no is yes_no
    assert (Intent.YES_NO in read.intents) is yes_no


def test_things_and_patients_are_kept_apart() -> None:
    read = asked("Aldactone in ischemic cardiomyopathy")
    assert read.concepts == {"spironolactone"}
    assert read.population == {"ischaemic-hfref", "hfref"}


def test_things_told_before_the_question_are_not_its_focus() -> None:
    read = asked("She has gout and takes furosemide. What is the dose of carvedilol?")
    assert read.concepts == {"gout", "furosemide", "carvedilol"}
    assert read.focus == {"carvedilol"}


def test_short_tail_does_not_take_the_focus() -> None:
    assert asked("What is the dose of carvedilol? Thanks!").focus == {"carvedilol"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("How much salt may my mother eat?", {"salt", "eat"}, id="family-left-out"),
        pytest.param("dose of Aldactone before surgery", {"surgeri"}, id="names-left-out"),
        pytest.param("What should I do about it please?", set(), id="nothing-left"),
        pytest.param("I'm scared of angioedema", set(), id="feelings-left-out"),
    ],
)
def test_words_are_those_that_the_documents_must_speak_of(text: str, words: set[str]) -> None:
    assert set(asked(text).words) >= words
    assert not {"mother", "scare", "i", "it", "pleas", "aldacton", "about"} & set(asked(text).words)


def test_misspelt_name_is_read_as_meant_and_told() -> None:
    read = read_question("dose of spironolactome", lexicon=lexicon(), is_everyday={"dose", "of"}.__contains__)
    assert read.concepts == {"spironolactone"}
    assert read.corrected == (("spironolactome", "spironolactone"),)
    assert read.text == "dose of spironolactone"


def test_word_that_the_documents_use_is_never_corrected() -> None:
    known = frozenset({stem("carvedilole")})
    read = read_question("carvedilole", lexicon=lexicon(), vocabulary=known, is_everyday=lambda _: False)
    assert (read.text, read.corrected, read.concepts) == ("carvedilole", (), frozenset())
    assert read_question("carvedilole", lexicon=lexicon(), is_everyday=lambda _: False).concepts == {"carvedilol"}


def test_word_of_common_english_is_no_slip_for_a_name() -> None:
    read = read_question("a mess of potassiums", lexicon=lexicon(), is_everyday={"a", "mess", "of", "potassiums"}.__contains__)
    assert read.corrected == ()
    again = read_question("verapamyl", lexicon=lexicon(), is_everyday={"verapamyl"}.__contains__)
    assert (again.corrected, again.concepts) == ((), frozenset())


def test_form_of_an_everyday_word_is_neither_a_slip_nor_strange() -> None:
    known = frozenset({stem("quality")})
    read = read_question(
        "spironolactone, who qualifies?", lexicon=lexicon(), vocabulary=known, is_everyday={"who", "qualify"}.__contains__
    )
    assert (read.corrected, read.strange) == ((), ())


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param("Why not save carvedilol for later lines?", set(), id="saved-for"),
        pytest.param("Should we hold it until a later line?", set(), id="held-until"),
        pytest.param("Which drug for later lines?", {"later"}, id="asked-of"),
    ],
)
def test_step_that_something_is_kept_for_is_not_where_the_patient_is(text: str, people: set[str]) -> None:

    steps = Lexicon([Concept(concept_id="later", kind="population", name="later line", axis="line of therapy")])
    assert asked(text, words=steps).population == people


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("Median overall survival on ivabradine, not the progression?", {"os"}, id="not-the-other"),
        pytest.param("Survival rather than progression on ivabradine, please", {"os"}, id="rather-than"),
        pytest.param("Progression and survival on ivabradine?", {"os", "ttp"}, id="both"),
        pytest.param("Not progression on ivabradine?", {"ttp"}, id="nothing-else-is-meant"),
    ],
)
def test_endpoint_that_is_not_meant_is_not_asked_for(text: str, meant: set[str]) -> None:
    words = Lexicon(
        [
            Concept(concept_id="os", kind="endpoint", name="overall survival", synonyms=("survival",)),
            Concept(concept_id="ttp", kind="endpoint", name="progression"),
        ]
    )
    assert asked(text, words=words).concepts == meant


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("Start at 3.125 mg twice daily", {Intent.DOSE, Intent.INTERVAL}, id="dose-and-interval"),
        pytest.param("Check again after 4 weeks", {Intent.INTERVAL, Intent.DURATION, Intent.WHEN}, id="after-weeks"),
        pytest.param("Weigh again every six to eight weeks", {Intent.INTERVAL}, id="range-in-words"),
        pytest.param("Flush the port every 4 to 6 weeks", {Intent.INTERVAL}, id="range-in-figures"),
        pytest.param("Turn the patient every two or three hours", {Intent.INTERVAL}, id="one-or-the-other"),
        pytest.param("Wear the boot for nine weeks", {Intent.DURATION}, id="higher-number-word"),
        pytest.param("reduced by 30%, compared with placebo", {Intent.FIGURE, Intent.COMPARISON}, id="figure"),
        pytest.param("avoided because of angioedema", {Intent.WHY}, id="reason"),
        pytest.param("It slows the heart", set(), id="none"),
        pytest.param("about 30 magnets", set(), id="unit-inside-a-word"),
    ],
)
def test_shape_of_a_statement_tells_what_it_can_answer(text: str, kinds: set[Intent]) -> None:
    assert answer_kinds(text) >= kinds
    if not kinds:
        assert answer_kinds(text) == frozenset()


def test_dose_is_no_answer_to_a_question_for_figures_and_the_reverse() -> None:
    assert Intent.FIGURE not in answer_kinds("25 mg once daily")
    assert Intent.DOSE not in answer_kinds("30% of patients")


def test_range_of_time_without_a_rhythm_is_no_interval() -> None:
    assert Intent.INTERVAL not in answer_kinds("The cast stays on for six to eight weeks")
    assert Intent.INTERVAL not in answer_kinds("Every nurse or two nurses lift the patient")


def test_stems_leave_out_figures_and_stopwords_and_keep_repeats() -> None:
    assert content_stems("The 25 mg tablets and the other tablet of 10") == ("mg", "tablet", "tablet")


@given(st.text(max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    read = asked(text)
    assert read.intents
    assert read.focus <= read.concepts
    assert read.concepts.isdisjoint(read.population)
    assert len(set(read.words)) == len(read.words)
