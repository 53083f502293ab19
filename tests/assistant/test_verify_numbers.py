"""Numbers, units, bounds, intervals and dates: the same thing however it is written, nothing else."""

import pytest
from verifying import codes, verdict

from assistant.answers import ReasonCode
from assistant.verify.amounts import states
from assistant.verify.dates import find_dates
from assistant.verify.quantities import Quantity, find_quantities

DOSE = "Corvalin 120 mg subcutaneously every 4 weeks"


def one(text: str) -> Quantity:
    (found,) = find_quantities(text)
    return found


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("120 mg", "0.12 g"),
        ("120 mg", "120 milligrams"),
        ("every 4 weeks", "q4w"),
        ("every 4 weeks", "every 28 days"),
        ("every 4 weeks", "once every four weeks"),
        ("every 12 weeks", "12-weekly"),
        ("every 12 weeks", "at 12-week intervals"),
        ("weekly", "once a week"),
        ("one in five", "20%"),
        ("1 in 5", "20 per cent"),
        ("a fifth", "20 %"),
        ("60-100 mg/m²", "60 to 100 mg per square metre"),
        ("60-100 mg/m2", "between 60 and 100 mg/m²"),
        ("1-2 years", "12-24 months"),
        ("over 1 hour", "60 minutes"),
        ("<55 years", "under 55 years"),
        ("<55 years", "younger than 55"),
        ("within 12 months", "within a year"),
        ("18.5 months", "18 and a half months"),
        ("8-Gy", "8 Gy"),
        ("every 4 to 6 hours", "4- to 6-hourly"),
        ("52 weeks", "1 year"),
        ("300 micromol/litre", "0.3 mmol/L"),
        ("45 ml/min/1.73 m2", "45 mL per minute"),
    ],
)
def test_the_same_quantity_written_otherwise_is_recognised(left: str, right: str) -> None:
    assert states(one(left), one(right))


@pytest.mark.parametrize(
    ("stated", "claimed"),
    [
        ("120 mg", "120 mcg"),
        ("60 mg/m²", "60 mg"),
        ("60 mg/m²", "60 mg/kg"),
        ("every 4 weeks", "for 4 weeks"),
        ("every 4 weeks", "monthly"),
        ("every 12 weeks", "every 12 months"),
        ("60-100 mg/m²", "80 mg/m²"),
        ("60-100 mg/m²", "60-120 mg/m²"),
        ("<55 years", "over 55 years"),
        ("<55 years", "55 years"),
        ("at least 6 months", "more than 6 months"),
        ("18.5 months", "18 months"),
        ("50 weeks", "1 year"),
        ("300 micromol/L", "300 mmol/L"),
        ("5 mg", "50 mg"),
    ],
)
def test_another_quantity_is_not_taken_for_it(stated: str, claimed: str) -> None:
    assert not states(one(stated), one(claimed))


def test_the_end_of_a_range_may_be_given_as_its_bound() -> None:
    assert states(one("60-100 mg/m²"), one("up to 100 mg/m²"))
    assert not states(one("60-100 mg/m²"), one("up to 120 mg/m²"))


@pytest.mark.parametrize("text", ["ABC4/6 and DEF2", "PD-L1", "IHC 3+", "mg/m²"])
def test_digits_inside_names_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == ()


def test_a_changed_dose_is_rejected() -> None:
    assert codes("Corvalin is given at 60 mg subcutaneously every 4 weeks.", DOSE) == {ReasonCode.NUMBER}


def test_a_changed_unit_is_rejected_as_unit() -> None:
    assert ReasonCode.UNIT in codes("Corvalin is given at 120 mcg subcutaneously.", DOSE)


def test_shorthand_of_a_dose_passes() -> None:
    assert verdict("Corvalin 120mg SC q4w", DOSE).supported


@pytest.mark.parametrize("claim", ["Tilamine 5 mg once daily.", "Tilamine 5 mg a day.", "Tilamine 5 mg each day."])
def test_a_dose_per_day_is_that_dose_once_a_day(claim: str) -> None:
    assert verdict(claim, "Tilamine 5 mg/day").supported
    assert verdict(claim, "Tilamine 5 mg daily").supported
    assert codes(claim, "Tilamine 5 mg weekly") & {ReasonCode.NUMBER, ReasonCode.UNIT}


def test_an_age_lies_in_the_only_band_that_is_stated() -> None:
    evidence = "Tilamine is recommended for adults aged 55 or over."
    assert verdict("Tilamine is recommended for a 62-year-old adult.", evidence).supported
    assert ReasonCode.NUMBER in codes("Tilamine is recommended for a 52-year-old adult.", evidence)
    bands = "Tilamine 5 mg under 6 years, 10 mg from 6 to 11 years."
    assert ReasonCode.NUMBER in codes("Tilamine 5 mg for an 8-year-old.", bands)


def test_up_to_is_until() -> None:
    evidence = "Tilamine is recommended until 12 weeks."
    assert verdict("Tilamine is recommended up to 12 weeks.", evidence).supported
    assert ReasonCode.NUMBER in codes("Tilamine is recommended up to 14 weeks.", evidence)


def test_two_figures_may_not_change_places() -> None:
    evidence = "Corvalin alone (median progression-free survival 6 months, median overall survival 22.3 months)"
    assert verdict("Corvalin alone: mPFS 6 mo, mOS 22.3 mo.", evidence).supported
    assert not verdict("Corvalin alone: mPFS 22.3 mo, mOS 6 mo.", evidence).supported


def test_arms_may_not_change_places() -> None:
    evidence = "Corvalin was superior to mestor, with a longer time to progression (9.4 vs 6.0 months)"
    assert verdict("Time to progression was 9.4 months with corvalin and 6.0 months with mestor.", evidence).supported
    assert not verdict("Time to progression was 6.0 months with corvalin and 9.4 months with mestor.", evidence).supported


def test_a_loading_dose_is_not_the_maintenance_dose() -> None:
    evidence = "Loading dose: 4 mg/kg IV, then maintenance: 2 mg/kg IV weekly"
    assert verdict("After a loading dose of 4 mg/kg, maintenance is 2 mg/kg weekly.", evidence).supported
    assert not verdict("After a loading dose of 2 mg/kg, maintenance is 4 mg/kg weekly.", evidence).supported


def test_a_number_of_another_sentence_does_not_bind() -> None:
    evidence = "Corvalin 120 mg subcutaneously every 4 weeks. Mestor 4 mg IV every 12 weeks."
    assert verdict("Mestor is given at 4 mg every 12 weeks.", evidence).supported
    assert not verdict("Mestor is given at 120 mg every 12 weeks.", evidence).supported


@pytest.mark.parametrize("claim", ["The page was updated in January 2026.", "The page was updated on 26 January 2026."])
def test_a_date_may_be_given_in_part_or_in_another_order(claim: str) -> None:
    assert verdict(claim, "The page was last updated on January 26, 2026.").supported


def test_another_year_is_rejected() -> None:
    assert not verdict("The page was updated in January 2025.", "The page was last updated on January 26, 2026.").supported


def test_a_day_that_is_not_stated_is_rejected() -> None:
    (claimed,) = find_dates("on 26 January 2026")
    (stated,) = find_dates("in January 2026")
    assert claimed.states(stated)
    assert not stated.states(claimed)


def test_the_last_figure_of_a_claim_is_no_reference_number() -> None:
    evidence = "Corvalin is advised once the score is 2 or more"
    assert verdict("Corvalin is advised once the score reaches 4.", evidence).reasons[0].code is ReasonCode.NUMBER


def test_a_bare_reference_number_of_the_evidence_is_no_figure() -> None:
    evidence = "Loading dose: 4 mg/kg IV, then maintenance: 2 mg/kg IV weekly 5"
    assert verdict("The loading dose is 4 mg/kg.", evidence).supported
    assert not verdict("The loading dose is 5 mg/kg.", evidence).supported


def test_a_number_stays_with_the_word_beside_it() -> None:
    evidence = "Nitran for 5 days, fosfen as a single dose, or pivmec for 3 days is recommended"
    assert verdict("Pivmec is taken for 3 days.", evidence).supported
    assert not verdict("Pivmec is taken for 5 days.", evidence).supported


def test_no_receptor_is_an_hour() -> None:
    """HR with a sign or "-positive" behind it counts no time."""
    assert not find_quantities("every HR-positive and each HR+ tumour")
    assert find_quantities("every hr")


@pytest.mark.parametrize(
    ("claim", "statement", "supported"),
    [
        ("Carers are to be offered up to 8 training sessions.", "Carers should be offered at least 8 training sessions.", False),
        ("Carers are to be offered fewer than 8 sessions.", "Carers should be offered at least 8 sessions.", False),
        ("Send no more than 2 samples.", "Send at least 2 samples.", False),
        ("A minimum of 8 sessions should be offered to carers.", "Carers should be offered at least 8 sessions.", True),
        ("Test again from 300 cells on, or at least 300.", "Test again at 300 cells per microlitre or more.", True),
    ],
)
def test_a_count_keeps_its_bound(claim: str, statement: str, supported: bool) -> None:
    assert verdict(claim, statement).supported is supported, verdict(claim, statement).reasons
