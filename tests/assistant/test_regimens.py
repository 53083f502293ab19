"""Two statements differ in a figure only if nothing else sets them apart: part of the course, route, band, patients, use."""

from dataclasses import replace

import pytest
from heart_library import lexicon, profile, source

from assistant.differences.regimens import are_apart, differing
from assistant.retrieval.profile import Profile
from assistant.words.question_words import content_stems

BOARD, TRUST = source("board"), source("trust")


def both(left: str, right: str, heads: tuple[str, str] = ("Treatment", "Treatment")) -> tuple[Profile, Profile]:
    profiles = (profile(left, of=BOARD), profile(right, of=TRUST))
    one, other = (
        replace(of, statement=replace(of.statement, heading_path=(head,)), stems_above=frozenset(content_stems(head)))
        for of, head in zip(profiles, heads, strict=True)
    )
    return one, other


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        pytest.param(
            "Give cefuroxime 250 mg twice daily.", "Cefuroxime 500 mg twice daily is given.", {"dose"}, id="another-dose"
        ),
        pytest.param(
            "Give cefuroxime 0.5 g twice daily.", "Cefuroxime 750 mg twice daily is given.", {"dose"}, id="in-another-unit"
        ),
        pytest.param("Give cefuroxime 500 mg BD.", "Give cefuroxime 500 mg TDS.", {"interval"}, id="in-shorthand"),
        pytest.param(
            "Repeat the scan every 6 months.", "The scan is repeated every 12 months.", {"interval"}, id="another-interval"
        ),
        pytest.param(
            "Treat sinusitis with cefuroxime for 5 days.",
            "Sinusitis is treated with cefuroxime for 10 days.",
            {"duration"},
            id="another-duration",
        ),
        pytest.param(
            "Avoid metformin with an eGFR below 30.", "Metformin is avoided with an eGFR below 45.", {"limit"}, id="another-limit"
        ),
        pytest.param(
            "Children from 6 years of age may use the spray.",
            "Children from 12 years of age may use the spray.",
            {"limit"},
            id="another-age",
        ),
        pytest.param(
            "Dar amoxicilina 500 mg cada 8 horas.", "Dar amoxicilina 500 mg cada 12 horas.", {"interval"}, id="in-spanish"
        ),
    ],
)
def test_figures_that_alone_set_two_statements_apart_differ(left: str, right: str, kinds: set[str]) -> None:
    one, other = both(left, right)
    assert differing(one, other, (), lexicon=lexicon()) == kinds
    assert differing(other, one, (), lexicon=lexicon()) == kinds
    assert not (are_apart(one, other, (), lexicon=lexicon()) and kinds != {"limit"})


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Cefuroxime 500 mg twice daily.", "Cefuroxime 0.5 g every 12 hours.", id="the-same-in-other-units"),
        pytest.param("Repeat the scan every 3 months.", "Repeat the scan every 12 weeks.", id="twelve-weeks-are-three-months"),
        pytest.param("Give cefuroxime 1 g once daily.", "Give cefuroxime 500 mg twice daily.", id="the-same-a-day"),
        pytest.param("Give cefuroxime 250 to 500 mg.", "Give cefuroxime 500 mg.", id="within-a-range"),
        pytest.param("Give cefuroxime 500 mg daily.", "Give cefalexin 250 mg daily.", id="another-drug"),
        pytest.param("Give cefuroxime 750 mg intravenously.", "Give cefuroxime 250 mg by mouth.", id="another-route"),
        pytest.param("Load with digoxin 500 micrograms.", "Maintain digoxin 125 micrograms.", id="loading-and-maintenance"),
        pytest.param("Start sertraline at 50 mg daily.", "The maximum of sertraline is 200 mg daily.", id="start-and-maximum"),
        pytest.param("Prevent attacks with colchicine 500 micrograms.", "Treat attacks with colchicine 1 mg.", id="to-prevent"),
        pytest.param("Adults get ibuprofen 400 mg.", "Children get ibuprofen 100 mg.", id="adult-and-child"),
        pytest.param(
            "With an eGFR below 30 give 40 mg daily.", "With an eGFR above 60 give 80 mg daily.", id="another-band-of-a-value"
        ),
        pytest.param(
            "Children aged 1 to 4 years get 125 mg daily.", "Children aged 5 to 11 years get 250 mg daily.", id="another-age-band"
        ),
        pytest.param("People over 80 years get 25 mg daily.", "The usual dose is 50 mg daily.", id="one-has-a-band"),
        pytest.param("Review the wound after 2 days.", "The wound is dressed for 14 days.", id="review-and-course"),
        pytest.param("In severe asthma give 50 mg daily.", "In mild asthma give 25 mg daily.", id="another-severity"),
        pytest.param("Pregnant women take 5 mg daily.", "Women who are not pregnant take 10 mg daily.", id="pregnant-or-not"),
    ],
)
def test_figures_of_two_things_do_not_differ(left: str, right: str) -> None:
    one, other = both(left, right)
    assert differing(one, other, (), lexicon=lexicon()) == set()
    assert differing(other, one, (), lexicon=lexicon()) == set()


def test_same_words_under_two_illnesses_are_two_things() -> None:
    short, long = "Give doxycycline 100 mg twice daily for 7 days.", "Give doxycycline 100 mg twice daily for 21 days."
    one, other = both(short, long, ("Chlamydia", "Lyme disease"))
    assert differing(one, other, (), lexicon=lexicon()) == set()
    assert are_apart(one, other, (), lexicon=lexicon())
    same = both(short, long, ("Chlamydia", "Treatment of chlamydia"))
    assert differing(*same, (), lexicon=lexicon()) == {"duration"}


def test_what_is_only_told_in_other_words_is_not_apart() -> None:
    one, other = both("Check the weight 1 week after the first visit.", "Weight should be rechecked after 4 weeks, if possible.")
    assert not are_apart(one, other, (), lexicon=lexicon())


def test_statements_in_two_languages_are_not_compared() -> None:
    one, other = both("Give cefuroxime 250 mg twice daily.", "Dar cefuroxima 500 mg dos veces al día.")
    spanish = replace(other, source=replace(other.source, language="es"))
    assert differing(one, spanish, (), lexicon=lexicon()) == set()
    assert not are_apart(one, spanish, (), lexicon=lexicon())


@pytest.mark.parametrize(
    ("heads", "kinds"),
    [
        pytest.param(("Flares", "Acute attacks"), {"dose"}, id="headed-in-other-words"),
        pytest.param(("Severe sinusitis", "Serious sinusitis"), {"dose"}, id="as-bad-in-other-words"),
        pytest.param(("Infants", "Children"), set(), id="others"),
        pytest.param(("Mild sinusitis", "Severe sinusitis"), set(), id="as-bad-or-not"),
        pytest.param(("Elderly", "Sinusitis"), set(), id="the-one-narrows"),
    ],
)
def test_headings_in_like_words_set_nothing_apart(heads: tuple[str, str], kinds: set[str]) -> None:
    one, other = both("Give cefuroxime 250 mg twice daily.", "Cefuroxime 500 mg twice daily is given.", heads)
    assert differing(one, other, content_stems("dose of cefuroxime"), lexicon=lexicon()) == kinds
    assert differing(other, one, content_stems("dose of cefuroxime"), lexicon=lexicon()) == kinds
