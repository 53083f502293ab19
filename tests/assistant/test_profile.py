"""A statement is profiled by its own words and, apart, by the headings and lead-in above it."""

import pytest
from heart_library import heart_profile, heart_reader, lexicon, profile

from assistant.answers import Intent
from assistant.retrieval.profile import Terms, weigh_terms


def test_what_stands_above_is_kept_apart_from_the_statement() -> None:
    found = profile(
        "Start at 25 mg once daily.",
        heading_path=("Reduced ejection fraction", "Spironolactone"),
        lead_in="After checking potassium",
        antecedent="Verapamil is stopped first.",
    )
    assert (found.concepts, found.population) == (frozenset(), frozenset())
    assert found.concepts_above == {"spironolactone", "potassium", "verapamil"}
    assert found.population_above == {"hfref"}
    assert "daili" in found.stems
    assert "spironolacton" in found.stems_above - found.stems


def test_patients_are_no_things_and_bring_what_they_imply() -> None:
    found = profile("Carvedilol is used in ischaemic cardiomyopathy.")
    assert found.concepts == {"carvedilol"}
    assert found.population == {"ischaemic-hfref", "hfref"}


def test_kinds_are_read_off_the_statement_and_not_off_its_heading() -> None:
    assert profile("Take it in the morning.", heading_path=("25 mg every day",)).kinds.isdisjoint({Intent.DOSE, Intent.INTERVAL})
    assert Intent.DOSE in profile("Take 40 mg.").kinds


def test_words_are_counted() -> None:
    assert profile("Keep salt below 5 g a day.").words == 7


def test_heading_of_the_document_reaches_its_bullets() -> None:
    found = heart_profile("Empagliflozin 10 mg")
    assert found.population_above == {"hfpef"}
    assert found.source.source_id == "fennmark-guideline"


def test_rare_thing_tells_more_than_a_common_one() -> None:
    terms = weigh_terms(
        [profile(text) for text in ("Furosemide and salt.", "Furosemide and water.", "Carvedilol and water.")], lexicon=lexicon()
    )
    assert terms.concept("carvedilol") > terms.concept("furosemide")
    assert terms.stem("salt") > terms.stem("water")


def test_unknown_thing_or_word_tells_most() -> None:
    terms = weigh_terms([profile("Furosemide.")], lexicon=lexicon())
    assert terms.concept("digoxin") == terms.stem("xylophon") == 1.0


def test_class_is_as_common_as_all_of_its_kinds_together() -> None:
    terms = weigh_terms([profile("Bisoprolol."), profile("Carvedilol."), profile("Furosemide.")], lexicon=lexicon())
    assert terms.concept("beta-blocker") < terms.concept("bisoprolol")


@pytest.mark.parametrize("part", ["concepts", "stems"])
def test_every_weight_lies_between_0_and_1(part: str) -> None:
    weights = getattr(heart_reader().terms, part)
    assert weights
    assert all(0 < weight <= 1 for weight in weights.values())


def test_no_statement_at_all_gives_no_weights() -> None:
    assert weigh_terms([], lexicon=lexicon()) == Terms(concepts={}, stems={})
