"""The signals tell a statement of the thing, patients and kind asked for from one of another; none knows a field."""

import pytest
from heart_library import asked, heart_reader, hit, lexicon, profile, source

from assistant.answers import Audience
from assistant.retrieval.profile import Profile, Terms, weigh_terms
from assistant.retrieval.rerank import judge
from assistant.retrieval.retrieve import retrieve
from assistant.retrieval.signals import NARROWER, SAME, WIDER, Surroundings, concept_match, concept_weights, read_signals
from ingest.documents import ReviewStatus, SourceAudience, SourceKind

EVEN = Terms(concepts={}, stems={})


def signals(question: str, of: Profile, *, terms: Terms = EVEN, audience: Audience = Audience.CLINICIAN) -> dict[str, float]:
    around = Surroundings(best_dense=0.7, best_lexical=10.0, sections={of.statement.passage_id: 0.6}, audience=audience)
    return read_signals(asked(question), hit(of), of, terms=terms, lexicon=lexicon(), around=around)


@pytest.mark.parametrize(
    ("wanted", "named", "match"),
    [
        pytest.param("beta-blocker", {"beta-blocker", "carvedilol"}, SAME, id="itself"),
        pytest.param("beta-blocker", {"carvedilol"}, NARROWER, id="a-kind-of-it"),
        pytest.param("carvedilol", {"beta-blocker"}, WIDER, id="what-it-is-a-kind-of"),
        pytest.param("carvedilol", {"bisoprolol"}, 0.0, id="another-of-its-class"),
        pytest.param("carvedilol", set(), 0.0, id="nothing"),
    ],
)
def test_nearness_of_things_follows_the_lexicon(wanted: str, named: set[str], match: float) -> None:
    assert concept_match(wanted, named, lexicon=lexicon()) == match


def test_thing_in_the_statement_counts_more_than_one_in_its_heading() -> None:
    named = signals("carvedilol", profile("Carvedilol is started."))
    above = signals("carvedilol", profile("Start low.", heading_path=("Carvedilol",)))
    other = signals("carvedilol", profile("Furosemide is started."))
    assert named["concepts"] > above["concepts"] > other["concepts"] == 0
    assert named["concept_gap"] == 0
    assert other["concept_gap"] == other["other_drugs"] == 1


def test_rare_thing_of_the_question_is_its_key() -> None:
    terms = Terms(concepts={"potassium": 0.1, "verapamil": 0.9}, stems={})
    of_key = signals("verapamil and potassium", profile("Verapamil."), terms=terms)
    of_other = signals("verapamil and potassium", profile("Potassium."), terms=terms)
    assert (of_key["key_concept"], of_other["key_concept"]) == (1.0, 0.0)
    assert of_key["concepts"] == pytest.approx(0.9)


def test_thing_that_only_the_story_names_counts_less_and_not_at_all_if_no_statement_does() -> None:
    terms = weigh_terms([profile("Start spironolactone."), profile("Start carvedilol.")], lexicon=lexicon())
    weights = concept_weights(
        asked("He has had gout in both feet for years by now and takes carvedilol. Which dose of spironolactone?"),
        terms,
        lexicon(),
    )
    assert weights["gout"] == 0
    assert 0 < weights["carvedilol"] < weights["spironolactone"]
    alone = concept_weights(asked("He takes carvedilol. Which of these two then?"), terms, lexicon())
    assert alone["carvedilol"] == terms.concept("carvedilol")


def test_drug_of_the_class_asked_for_is_no_other_drug() -> None:
    assert signals("Which beta-blocker and furosemide?", profile("Carvedilol."))["other_drugs"] == 0
    assert signals("furosemide", profile("Furosemide or carvedilol."))["other_drugs"] == 0.5


@pytest.mark.parametrize(
    ("text", "heading", "clash", "clash_above"),
    [
        pytest.param("In preserved ejection fraction, give it.", "Drugs", 1.0, 0.0, id="in-the-statement"),
        pytest.param("Give it.", "Preserved ejection fraction", 0.0, 1.0, id="in-the-heading"),
        pytest.param("In HFpEF.", "Preserved ejection fraction", 1.0, 0.0, id="in-both-counts-once"),
        pytest.param("In HFrEF.", "Preserved ejection fraction", 0.0, 1.0, id="heading-against-the-statement"),
        pytest.param("Give it.", "Drugs", 0.0, 0.0, id="in-neither"),
    ],
)
def test_other_patients_clash_in_statement_or_heading(text: str, heading: str, clash: float, clash_above: float) -> None:
    found = signals("carvedilol in HFrEF", profile(text, heading_path=(heading,)))
    assert (found["clash"], found["clash_above"]) == (clash, clash_above)


def test_question_about_nobody_clashes_with_nobody() -> None:
    found = signals("carvedilol", profile("In HFpEF."))
    assert (found["clash"], found["clash_above"], found["population_gap"], found["narrower"]) == (0, 0, 0, 1)


def test_patients_asked_about_match_and_the_missing_ones_are_a_gap() -> None:
    found = signals("HFrEF with type 1 diabetes", profile("For reduced ejection fraction."))
    assert (found["population"], found["population_gap"]) == (0.5, 0.5)


def test_statement_for_further_patients_is_narrower() -> None:
    assert signals("carvedilol in HFrEF", profile("In HFrEF with type 1 diabetes."))["narrower"] == 1
    assert signals("carvedilol in HFrEF", profile("In HFrEF."))["narrower"] == 0


@pytest.mark.parametrize(
    ("question", "text", "name", "value"),
    [
        pytest.param("dose of carvedilol", "Carvedilol 3.125 mg.", "shape", 1.0, id="dose-met"),
        pytest.param("dose of carvedilol", "Carvedilol is used.", "shape_gap", 1.0, id="dose-missing"),
        pytest.param("what is carvedilol", "Carvedilol is used.", "shape_gap", 0.0, id="no-figure-asked"),
        pytest.param("what is carvedilol", "Carvedilol 3.125 mg.", "numbers_unasked", 1.0, id="dose-not-asked"),
        pytest.param("dose of carvedilol", "Carvedilol 3.125 mg.", "numbers_unasked", 0.0, id="dose-asked"),
        pytest.param("Can I take carvedilol?", "Never, at night.", "polar", 1.0, id="polar-before-a-comma"),
        pytest.param("dose of carvedilol", "Never at night.", "polar", 0.0, id="polar-not-asked"),
    ],
)
def test_shape_of_the_statement_meets_or_misses_what_is_asked(question: str, text: str, name: str, value: float) -> None:
    assert signals(question, profile(text))[name] == value


def test_words_of_the_heading_count_for_less() -> None:
    own = signals("surgery", profile("Stop it before surgery."))
    above = signals("surgery", profile("Stop it.", heading_path=("Surgery",)))
    assert own["words"] == 1 > above["words"] > signals("surgery", profile("Stop it."))["words"] == 0


def test_standing_and_audience_of_the_source_are_signals() -> None:
    guideline = source(kind=SourceKind.GUIDELINE, review_status=ReviewStatus.APPROVED)
    leaflet = source(kind=SourceKind.PATIENT_INFORMATION, audience=SourceAudience.PATIENT, review_status=ReviewStatus.DRAFT)
    strong, weak = signals("salt", profile("Salt.", of=guideline)), signals("salt", profile("Salt.", of=leaflet))
    assert strong["standing"] > weak["standing"]
    assert (strong["review"], weak["review"]) == (1.0, 0.0)
    assert (strong["audience"], weak["audience"]) == (1.0, 0.0)
    assert signals("salt", profile("Salt.", of=leaflet), audience=Audience.PATIENT)["audience"] == 1.0


@pytest.mark.parametrize(
    "question",
    ["dose of spironolactone in HFrEF?", "Can he take Advil?", "salt", "", "Why verapamil in HFpEF with T1D, not carvedilol?"],
)
def test_every_signal_of_every_statement_lies_between_0_and_1(question: str) -> None:
    reader = heart_reader()
    read = asked(question)
    hits = retrieve(read, index=reader.index, lexicon=lexicon())
    found = judge(read, hits, profiles=reader.profiles, terms=reader.terms, lexicon=lexicon(), audience=Audience.PATIENT)
    assert len(found) == len(reader.profiles)
    for _, _, values in found:
        values.pop("clash")
        values.pop("clash_above")
        assert {name: value for name, value in values.items() if not 0 <= value <= 1 + 1e-9} == {}
