"""What the documents don't speak of is not answered: the thing, its dose, its figure, its patients."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from heart_library import asked, heart_reader, judged, lexicon, profile, source

from assistant.abstention.answerable import (
    Answerability,
    answered_after_all,
    answered_alone,
    judge_answerable,
    load_weights,
    settled_by_lists,
    settled_by_rule,
)
from assistant.abstention.answerable_signals import answerability_signals
from assistant.abstention.unknown import unknown_concepts
from assistant.answers import AbstentionReason, Audience
from assistant.question.asked import read_question
from assistant.retrieval.profile import Profile, Terms, weigh_terms
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

READER = heart_reader()
SPIRO = profile("Start spironolactone at 25 mg once daily.")
VERAPAMIL = profile("Verapamil is contraindicated in patients with reduced ejection fraction.")


def settled(question: str, *profiles: Profile, words: Lexicon | None = None) -> Answerability | None:
    known = words or lexicon()
    return settled_by_rule(
        asked(question, words=known),
        [judged(of, rank=rank) for rank, of in enumerate(profiles, start=1)],
        terms=weigh_terms(profiles, lexicon=known),
        lexicon=known,
    )


def test_drug_that_no_document_names_is_out_of_scope_by_name() -> None:
    found = settled("What is the dose of Lanoxin?", SPIRO)
    assert found is not None
    assert (found.answerable, found.reason, found.missing) == (False, AbstentionReason.OUT_OF_SCOPE, ("digoxin",))
    assert found.probability == 0


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("What is the dose of verapamil?", id="no-dose-anywhere"),
        pytest.param("How many mg of verapamil in HFrEF?", id="in-other-words"),
        pytest.param("How often is verapamil given?", id="no-interval"),
        pytest.param("How long is verapamil given?", id="no-duration"),
    ],
)
def test_dose_of_a_drug_without_dose_is_refused(question: str) -> None:
    found = settled(question, VERAPAMIL, SPIRO)
    assert found is not None
    assert (found.answerable, found.reason) == (False, AbstentionReason.NO_EVIDENCE)
    assert found.missing[0].endswith(": verapamil")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        pytest.param("dose of spironolactone", "Start spironolactone at 25 mg.", id="the-drug-itself"),
        pytest.param("dose of a beta-blocker", "Start carvedilol at 3.125 mg.", id="a-kind-of-the-class"),
        pytest.param("what is spironolactone", "Spironolactone is a tablet.", id="no-figure-asked"),
        pytest.param("how much salt may I eat", "Salt is a mineral.", id="nothing-named-that-has-a-dose"),
    ],
)
def test_no_rule_refuses_what_the_statements_give(question: str, text: str) -> None:
    assert settled(question, profile(text)) is None


WATCHED = profile("Patients on a beta-blocker are monitored every 3 months.")


def test_interval_of_watching_a_class_is_that_of_watching_its_drugs() -> None:
    assert settled("On carvedilol, how often to check the response?", WATCHED, profile("Carvedilol is a tablet.")) is None


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How often is carvedilol given?", id="giving-is-not-watching"),
        pytest.param("How often is the response checked on verapamil?", id="another-class"),
    ],
)
def test_interval_of_something_else_is_not_that_of_watching(question: str) -> None:
    found = settled(question, WATCHED, VERAPAMIL, profile("Carvedilol is a tablet."))
    assert found is not None
    assert found.missing


def test_dose_of_the_heading_counts_for_the_statement_under_it() -> None:
    assert settled("dose of carvedilol", profile("Start at 3.125 mg.", heading_path=("Carvedilol",))) is None


def test_dose_of_the_class_is_no_dose_of_its_member() -> None:
    found = settled("dose of carvedilol", profile("Carvedilol is used."), profile("A beta-blocker is started at 5 mg."))
    assert found is not None
    assert found.missing == ("dose: carvedilol",)


@pytest.mark.parametrize(
    ("question", "text", "unknown"),
    [
        pytest.param("What about gout?", "Salt.", {"gout"}, id="condition"),
        pytest.param("She has gout. What about salt?", "Salt.", set(), id="told-before-the-question"),
        pytest.param("beta-blocker?", "Carvedilol.", set(), id="a-kind-of-it-is-named"),
        pytest.param("heart transplant?", "The transplant of a heart.", set(), id="its-words-are-there-apart"),
        pytest.param("gout in HFpEF?", "Gout.", set(), id="patients-are-no-thing"),
    ],
)
def test_thing_is_unknown_if_neither_it_nor_a_kind_of_it_nor_its_words_stand_anywhere(
    question: str, text: str, unknown: set[str]
) -> None:
    terms = weigh_terms([profile(text)], lexicon=lexicon())
    assert unknown_concepts(asked(question), terms=terms, lexicon=lexicon()) == unknown


def test_place_or_person_that_no_document_names_does_not_put_a_question_out_of_scope() -> None:
    words = Lexicon(
        [Concept(concept_id="ankle", kind="site", name="ankle"), Concept(concept_id="gout", kind="condition", name="gout")]
    )
    terms = weigh_terms([profile("Salt is limited.", words=words)], lexicon=words)
    assert unknown_concepts(asked("gout of the ankle?", words=words), terms=terms, lexicon=words) == {"gout"}


def test_name_with_a_figure_in_it_is_not_made_up_of_its_words() -> None:
    words = Lexicon([Concept(concept_id="x", kind="regimen", name="four drug plan")])
    terms = weigh_terms([profile("A drug plan for four.", words=words)], lexicon=words)
    assert unknown_concepts(asked("the four drug plan?", words=words), terms=terms, lexicon=words) == {"x"}


STAGES = Lexicon(
    [
        Concept(concept_id="early", kind="population", name="early disease", axis="stage"),
        Concept(concept_id="late", kind="population", name="late disease", axis="stage"),
    ]
)


@pytest.mark.parametrize(
    ("title", "text", "refused"),
    [
        pytest.param("Late disease", "Walk every day.", True, id="library-of-another-stage"),
        pytest.param("Late disease", "In early disease walk every day.", False, id="but-this-is-about-it"),
        pytest.param("Early disease", "Walk every day.", False, id="library-of-this-stage"),
        pytest.param("Disease", "Walk every day.", False, id="library-of-no-stage"),
    ],
)
def test_question_about_another_stage_than_the_documents_is_out_of_scope(title: str, text: str, refused: bool) -> None:
    found = settled("Walking in early disease?", profile(text, of=source(title=title), words=STAGES), words=STAGES)
    assert (found is not None) is refused
    assert found is None or found.reason is AbstentionReason.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("text", "given"),
    [
        pytest.param("Spironolactone reduced all-cause mortality by 30%.", True, id="of-this-drug"),
        pytest.param("Eplerenone reduced all-cause mortality by 15%.", False, id="of-another-drug"),
        pytest.param("Spironolactone reduced all-cause mortality.", False, id="without-figure"),
        pytest.param("Spironolactone reduced hospital stays by 30%.", False, id="of-another-endpoint"),
    ],
)
def test_figure_of_an_endpoint_is_given_only_for_the_drug_asked_about(text: str, given: bool) -> None:
    found = settled("By how much did spironolactone cut mortality?", profile(text), profile("Spironolactone, mortality."))
    assert (found is None) is given
    if found is not None:
        assert found.missing == ("death from any cause, spironolactone",)


def test_figure_for_other_patients_is_not_given() -> None:
    text = "In HFpEF spironolactone reduced mortality by 10%."
    assert settled("What percent lower mortality with spironolactone in HFrEF?", profile(text), VERAPAMIL) is not None
    assert settled("What percent lower mortality with spironolactone in HFpEF?", profile(text), VERAPAMIL) is None


def test_how_long_a_class_is_taken_goes_for_each_of_its_drugs_but_not_how_long_one_runs_in() -> None:
    routes = Lexicon([*lexicon().concepts.values(), Concept(concept_id="drip", kind="route", name="drip")])
    of_class = profile("MRA: stop after 2 years without symptoms.", words=routes)
    assert settled("After how long can spironolactone be stopped?", of_class, SPIRO, words=routes) is None
    assert settled("After how long can the spironolactone drip be stopped?", of_class, SPIRO, words=routes) is not None
    of_another = profile("MRA: stop eplerenone after 2 years.", words=routes)
    assert settled("After how long can spironolactone be stopped?", of_another, SPIRO, words=routes) is not None


def test_publisher_of_a_document_is_known() -> None:
    makers = Lexicon([*lexicon().concepts.values(), Concept(concept_id="weir", kind="organisation", name="Dr. Weir")])
    of_weir = profile("Start spironolactone at 25 mg.", of=source(publisher="Dr. Weir"), words=makers)
    terms = weigh_terms([of_weir], lexicon=makers)
    question = asked("Which dose of spironolactone does Dr. Weir give?", words=makers)
    assert "weir" in question.focus
    assert unknown_concepts(question, terms=terms, lexicon=makers) == frozenset()


def test_no_statement_at_all_is_no_evidence() -> None:
    found = judge_answerable(asked("salt"), [], terms=Terms(concepts={}, stems={}), lexicon=lexicon())
    assert found == Answerability(answerable=False, probability=0.0, reason=AbstentionReason.NO_EVIDENCE)


def signals(question: str) -> Mapping[str, float]:
    found = READER.find(question, audience=Audience.CLINICIAN)
    return answerability_signals(found.asked, found.judged, terms=READER.terms, lexicon=lexicon())


def test_shipped_weights_name_only_signals_that_exist() -> None:
    assert set(load_weights()) - {"bias", "threshold"} <= set(signals("salt"))
    assert 0 < load_weights()["threshold"] < 1


@pytest.mark.parametrize("signal", ["alien", "clash", "concept_gap", "shape_gap", "word_gap", "population_gap"])
def test_shipped_weights_never_reward_a_gap_or_a_clash(signal: str) -> None:
    assert load_weights()[signal] <= 0


@pytest.mark.parametrize("question", ["salt", "xylophone lessons", "dose of Concor in HFrEF", "Why NSAIDs?"])
def test_signals_stay_in_their_bounds(question: str) -> None:
    assert {name: value for name, value in signals(question).items() if not 0 <= value <= 1.5 + 1e-9} == {}


def test_word_that_no_document_uses_is_alien() -> None:
    assert signals("xylophone lessons in Paris")["alien"] == 0.75
    assert signals("salt")["alien"] == 0
    assert signals("xylophone")["words"] == 0 < signals("xylophone")["word_gap"]


def test_refusal_always_says_why_and_an_answer_never_does() -> None:
    for question in ("salt", "xylophone lessons in Paris", "dose of digoxin", "dose of verapamil", "Which drugs?"):
        found = READER.find(question, audience=Audience.CLINICIAN).answerability
        assert found.answerable is (found.reason is None), question
        assert found.answerable is (found.probability >= load_weights()["threshold"]), question


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        pytest.param("how many spironolactone tablets a day", True, id="tablets-that-none-counts"),
        pytest.param("how many drugs go with spironolactone", False, id="what-is-counted-is-no-form-of-a-dose"),
        pytest.param("spironolactone 5 or 10 minutes", True, id="unit-that-none-gives"),
        pytest.param("How does spironolactone compare on mortality?", True, id="endpoint-that-none-tells-of-it"),
    ],
)
def test_count_unit_and_endpoint_must_be_told_of_the_drug_itself(question: str, refused: bool) -> None:
    found = settled(question, SPIRO, profile("Eplerenone reduced all-cause mortality."))
    assert (found is not None) is refused


def test_how_often_a_thing_is_given_may_be_counted_in_another_word() -> None:
    told = profile("Furosemide can be spaced out after 3 to 6 monthly treatments.")
    assert settled("after how many furosemide infusions is it spaced out?", told) is None
    assert settled("how many furosemide tablets until it is spaced out?", told) is not None


def test_dose_of_what_the_lexicon_does_not_know_needs_an_amount_beside_its_name() -> None:
    words = Lexicon()
    texts = (profile("Zaprol is a tablet.", words=words), profile("Mellin is started at 5 mg.", words=words))
    found = settled("zaprol dose?", *texts, words=words)
    assert found is not None
    assert found.missing == ("dose: zaprol",)
    assert settled("mellin dose?", *texts, words=words) is None


PEOPLE = Lexicon(
    [
        Concept(concept_id="old", kind="population", name="the old", axis="age"),
        Concept(concept_id="young", kind="population", name="the young", axis="age"),
    ]
)


@pytest.mark.parametrize(
    ("texts", "refused"),
    [
        pytest.param(("Walking helps the young.", "The young walk daily."), True, id="others-only"),
        pytest.param(("Walking helps the young.", "The old walk daily."), False, id="named-somewhere"),
        pytest.param(("Walking helps the young.", "Walk daily."), False, id="others-in-one-statement-only"),
    ],
)
def test_question_about_people_whom_no_document_names_is_refused_where_others_are_spoken_of(
    texts: tuple[str, ...], refused: bool
) -> None:
    found = settled("Walking for the old?", *(profile(text, words=PEOPLE) for text in texts), words=PEOPLE)
    assert (found is not None) is refused


def test_word_that_no_language_at_hand_knows_is_not_answered_beside_a_named_drug() -> None:
    known = frozenset({"start", "spironolacton"})
    question = read_question(
        "QT time on spironolactone?", lexicon=lexicon(), vocabulary=known, is_everyday=lambda word: word in {"time", "on"}
    )
    terms = weigh_terms([SPIRO], lexicon=lexicon())
    found = settled_by_rule(question, [judged(SPIRO)], terms=terms, lexicon=lexicon())
    assert found is not None
    assert found.missing == ("QT",)


@pytest.mark.parametrize(
    ("question", "known"),
    [
        pytest.param("Is Zarolact (spironolactone) started once daily?", True, id="told-in-brackets"),
        pytest.param("Is spironolactone (Zarolact) started once daily?", True, id="itself-in-brackets"),
        pytest.param("Is Zarolact (tadalafil) started with spironolactone once daily?", False, id="told-to-be-something-unknown"),
        pytest.param("Is Zarolact with spironolactone (25 mg) started once daily?", False, id="brackets-of-another-name"),
    ],
)
def test_strange_name_that_the_question_explains_is_not_strange(question: str, known: bool) -> None:
    terms = weigh_terms((SPIRO,), lexicon=lexicon())
    read = replace(asked(question), strange=("Zarolact",))
    found = settled_by_lists(read, [judged(SPIRO)], terms=terms, lexicon=lexicon())
    assert (found is None) is known


def test_slip_of_the_pen_for_an_everyday_word_is_not_strange() -> None:
    read = read_question(
        "Is spironolactone perscribed?", lexicon=lexicon(), is_everyday=lambda word: word in {"prescribed", "is"}
    )
    assert read.strange == ()


@pytest.mark.parametrize(
    ("reason", "held", "relevance", "question", "answered"),
    [
        pytest.param(AbstentionReason.NO_EVIDENCE, 0.1, 0.9, "how long?", True, id="sure of a statement"),
        pytest.param(AbstentionReason.NO_EVIDENCE, 0.1, 0.5, "how long?", False, id="not sure"),
        pytest.param(AbstentionReason.NO_EVIDENCE, -0.1, 0.9, "how long?", False, id="a near miss by the judge"),
        pytest.param(AbstentionReason.NO_EVIDENCE, None, 0.9, "how long?", False, id="the judge is silent"),
        pytest.param(AbstentionReason.OUT_OF_SCOPE, 0.1, 0.9, "how long?", False, id="out of scope"),
    ],
)
def test_follow_up_refused_by_its_whole_reading_is_answered_if_the_talk_is_sure(
    reason: AbstentionReason, held: float | None, relevance: float, question: str, answered: bool
) -> None:
    refused = Answerability(answerable=False, probability=0.0, reason=reason, missing=("duration",))
    best = judged(profile("Salt is limited for years."), relevance=relevance)
    found = answered_after_all(refused, asked(question), best, held=held, lexicon=lexicon())
    assert found.answerable is answered
    assert answered or found == refused


@pytest.mark.parametrize(
    ("own", "answered"),
    [
        pytest.param(None, False, id="the conversation lent nothing"),
        pytest.param(("duration",), False, id="missing of the turn itself"),
        pytest.param((), True, id="missing of what was lent"),
    ],
)
def test_refusal_of_a_turns_own_words_stands_however_sure_the_talk_is(own: tuple[str, ...] | None, answered: bool) -> None:
    refused = Answerability(answerable=False, probability=0.0, reason=AbstentionReason.NO_EVIDENCE, missing=("duration",))
    alone = refused if own is None else replace(refused, missing=own)
    best = judged(profile("Salt is limited for years."), relevance=0.9)
    found = answered_after_all(refused, asked("how long?"), best, held=0.1, lexicon=lexicon(), own=alone)
    assert found.answerable is answered


def test_follow_up_about_an_unknown_medicine_stays_refused_however_sure_the_talk_is() -> None:
    refused = Answerability(answerable=False, probability=0.0, reason=AbstentionReason.NO_EVIDENCE)
    best = judged(profile("Salt is limited for years."), relevance=0.95)
    unknown = replace(asked("how long is it given?"), strange=("wonderumab",))
    assert answered_after_all(refused, unknown, best, held=0.5, lexicon=lexicon()) == refused


@pytest.mark.parametrize(
    ("question", "text", "answered"),
    [
        pytest.param("and by mouth, which dose of enalapril?", "Give furosemide 40 mg.", False, id="dose-of-another-drug"),
        pytest.param("which dose of enalapril?", "Give enalapril 10 mg.", True, id="dose-of-the-drug"),
        pytest.param("which dose?", "Give furosemide 40 mg.", True, id="no-drug-named"),
        pytest.param("is the dose of enalapril lowered?", "Give furosemide 40 mg.", True, id="yes-or-no"),
    ],
)
def test_dose_of_another_drug_is_never_given_instead_however_sure_the_talk_is(question: str, text: str, answered: bool) -> None:
    refused = Answerability(answerable=False, probability=0.0, reason=AbstentionReason.NO_EVIDENCE)
    best = judged(profile(text), relevance=0.95)
    assert answered_after_all(refused, asked(question), best, held=0.5, lexicon=lexicon()).answerable is answered


@pytest.mark.parametrize(
    ("question", "text", "answered"),
    [
        pytest.param("premeds for enalapril?", "Enalapril may make patients cough.", False, id="another-attribute"),
        pytest.param("premeds for enalapril?", "Premedication is given before enalapril.", True, id="the-attribute"),
        pytest.param("weekly dose of enalapril?", "Give enalapril 10 mg every 3 weeks.", False, id="another-rhythm"),
        pytest.param("weekly dose of enalapril?", "Give enalapril 10 mg weekly.", True, id="the-rhythm"),
    ],
)
def test_what_gives_not_what_is_asked_answers_no_refused_follow_up(question: str, text: str, answered: bool) -> None:
    refused = Answerability(answerable=False, probability=0.0, reason=AbstentionReason.NO_EVIDENCE)
    best = judged(profile(text), relevance=0.95)
    assert answered_after_all(refused, asked(question), best, held=0.5, lexicon=lexicon()).answerable is answered


@pytest.mark.parametrize(
    ("question", "text", "answered"),
    [
        pytest.param("why carvedilol?", "Bisoprolol protects the heart.", False, id="another-of-its-class"),
        pytest.param("why carvedilol?", "Furosemide protects the heart.", True, id="of-another-kind"),
        pytest.param("why carvedilol?", "Carvedilol and bisoprolol protect the heart.", True, id="both"),
        pytest.param("why carvedilol?", "Beta-blockers protect the heart.", True, id="its-class"),
        pytest.param("why so?", "Bisoprolol protects the heart.", True, id="no-drug-named"),
    ],
)
def test_what_is_said_of_a_drug_of_the_same_class_answers_no_refused_follow_up(question: str, text: str, answered: bool) -> None:
    refused = Answerability(answerable=False, probability=0.0, reason=AbstentionReason.NO_EVIDENCE)
    best = judged(profile(text), relevance=0.95)
    assert answered_after_all(refused, asked(question), best, held=0.5, lexicon=lexicon()).answerable is answered


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        pytest.param("¿Cuántos minutos se hierve la patata pelada?", True, id="of-something-else"),
        pytest.param("¿Hierve mejor la patata?", True, id="two-words"),
        pytest.param("¿Cada día una patata?", False, id="one-word"),
        pytest.param("¿Cuántos minutos se hierve la espironolactona pelada?", False, id="names-a-thing"),
        pytest.param("¿Empieza una vez al día?", False, id="words-of-the-documents"),
    ],
)
def test_spanish_question_of_which_no_document_has_a_word_is_refused(question: str, missing: bool) -> None:
    told = profile("Empiece la espironolactona con 25 mg una vez al día.", of=source("alpha-es", language="es"))
    terms = weigh_terms((told,), lexicon=lexicon())
    read = read_question(question, lexicon=lexicon(), language="es")
    found = settled_by_lists(read, [judged(told)], terms=terms, lexicon=lexicon())
    assert (found is not None and "patata" in found.missing) is missing


@pytest.mark.parametrize(
    ("question", "text", "refused"),
    [
        pytest.param("How long does the enalapril drip take?", "Enalapril is given for 2 years.", True, id="for-years"),
        pytest.param("How long does the enalapril drip take?", "Enalapril is given over 2 hours.", False, id="over-hours"),
        pytest.param("How long is enalapril given?", "Enalapril is given for 2 years.", False, id="no-drip"),
    ],
)
def test_time_that_a_drip_runs_is_told_in_hours(question: str, text: str, refused: bool) -> None:
    assert (settled(question, profile(text)) is not None) is refused


@pytest.mark.parametrize("question", ["How often is he seen on carvedilol?", "How often is he reviewed on carvedilol?"])
def test_being_seen_is_being_watched(question: str) -> None:
    watched, named = profile("Patients on beta-blockers are monitored every 3 months."), profile("Carvedilol is a beta-blocker.")
    assert settled(question, watched, named) is None
    assert settled(question, profile("Beta-blockers are taken every 3 days."), named) is not None


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        pytest.param("With enalapril the time to relapse was 6 months.", True, id="a-length-of-time"),
        pytest.param("Enalapril is given every 6 months.", False, id="a-rhythm"),
    ],
)
def test_every_how_many_months_asks_for_a_rhythm(text: str, refused: bool) -> None:
    assert (settled("Enalapril every how many months?", profile(text)) is not None) is refused


NO_EVIDENCE = Answerability(answerable=False, probability=0.0, reason=AbstentionReason.NO_EVIDENCE)
OUT_OF_SCOPE = Answerability(answerable=False, probability=0.0, reason=AbstentionReason.OUT_OF_SCOPE, missing=("digoxin",))
OWN = Answerability(answerable=True, probability=0.4)


@pytest.mark.parametrize(
    ("refused", "own", "signals", "question", "answers"),
    [
        pytest.param(NO_EVIDENCE, OWN, {}, "May they drink beer with spironolactone?", True, id="lent-too-much"),
        pytest.param(NO_EVIDENCE, NO_EVIDENCE, {}, "May they drink beer with spironolactone?", False, id="nor-by-itself"),
        pytest.param(OUT_OF_SCOPE, OWN, {}, "May they drink beer with digoxin?", False, id="missing-by-name"),
        pytest.param(NO_EVIDENCE, OWN, {"other_drugs": 1.0}, "May they drink beer with verapamil?", False, id="of-another-drug"),
        pytest.param(NO_EVIDENCE, OWN, {"clash": 1.0}, "May they drink beer in HFpEF?", False, id="of-other-patients"),
        pytest.param(NO_EVIDENCE, OWN, {}, "May they drink beer with zolimumab?", False, id="unknown-medicine"),
    ],
)
def test_follow_up_is_answered_in_its_own_words_where_the_talk_lent_too_much(
    refused: Answerability, own: Answerability, signals: dict[str, float], question: str, answers: bool
) -> None:
    best = judged(profile("Beer is allowed in small amounts."), **signals)
    whole = replace(asked(question), strange=("zolimumab",) if "zolimumab" in question else ())
    found = answered_alone(refused, whole, own, [best], best, lexicon=lexicon())
    assert found == (own if answers else refused)


def test_follow_up_is_not_answered_by_what_its_own_words_do_not_find_first() -> None:
    beer, salt, wine = (judged(profile(text, order=order)) for order, text in enumerate(("Beer.", "Salt.", "Wine is free.")))
    found = answered_alone(NO_EVIDENCE, asked("May they drink beer?"), OWN, [beer, salt, wine], wine, lexicon=lexicon())
    assert found == NO_EVIDENCE


@pytest.mark.parametrize(
    ("text", "parents", "is_missing"),
    [
        pytest.param("Women get febrofurin for 3 days.", (), False, id="class-unknown"),
        pytest.param("Women get febrofurin for 3 days.", ("statins",), True, id="of-another-class"),
        pytest.param("Women are seen after 3 days.", (), True, id="no-drug"),
    ],
)
def test_how_long_a_class_is_taken_may_be_told_of_a_drug_whose_class_nobody_knows(
    text: str, parents: tuple[str, ...], is_missing: bool
) -> None:
    words = Lexicon(
        [
            Concept(concept_id="antibiotic", kind="drug class", name="antibiotic"),
            Concept(concept_id="statins", kind="drug class", name="statins"),
            Concept(concept_id="febrofurin", kind="drug", name="febrofurin", parents=parents),
        ]
    )
    told = (profile(text, words=words), profile("An antibiotic may be needed.", words=words, order=1))
    assert (settled("For how many days is the antibiotic given?", *told, words=words) is not None) is is_missing
