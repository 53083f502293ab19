"""Ages in figures are read where a row, a heading or a question gives them, and spans of time that are no ages aren't."""

from __future__ import annotations

import pytest

from assistant.retrieval.age_bands import ages_of_heading, ages_of_opening, ages_of_row, bands_in
from assistant.retrieval.ages import ages_asked, is_row_for
from ingest.documents import BlockKind, Span, Statement


def _row(text: str, lead_in: str = "") -> Statement:
    return Statement(
        statement_id="s",
        source_id="d",
        passage_id="p",
        span=Span(start=0, end=len(text)),
        text=text,
        kind=BlockKind.TABLE_ROW,
        heading_path=("Doses",),
        lead_in=lead_in,
    )


@pytest.mark.parametrize(
    ("key", "inside", "outside"),
    [
        ("Under 60 years", (1.0, 59.9), (60.0, 85.0)),
        ("60 years and over", (60.0, 99.0), (59.0, 3.0)),
        ("Patients over 75", (80.0,), (40.0,)),
        ("≥ 65 years", (65.0, 90.0), (64.0,)),
        ("6 to 11 years", (6.0, 11.9), (5.0, 12.0)),
        ("6–11 years", (6.0, 11.9), (5.0, 12.0)),
        ("6 months to 3 years", (0.6, 2.0), (0.2, 5.0)),
        ("Aged 14 and over", (14.0, 70.0), (13.0,)),
        ("Children aged 2 to 4", (2.0, 4.5), (1.0, 6.0)),
        ("Children under 8 years", (3.0,), (8.0, 30.0)),
        ("Menores de 4 años", (3.0,), (4.0, 30.0)),
        ("Mayores de 70 años", (71.0,), (40.0,)),
        ("De 3 a 7 años", (3.0, 7.5), (2.0, 9.0)),
        ("12 years or older", (12.0, 50.0), (11.0,)),
    ],
)
def test_key_of_a_row_tells_its_ages(key: str, inside: tuple[float, ...], outside: tuple[float, ...]) -> None:
    spans = ages_of_row(_row(f"{key} — dose: 40 mg twice a day; most: 120 mg"))
    assert spans
    assert all(any(low <= age <= high for low, high in spans) for age in inside)
    assert not any(low <= age <= high for low, high in spans for age in outside)


@pytest.mark.parametrize(
    ("text", "lead_in", "count"),
    [
        ("Age: 4 to 8 months — dose: 3 mg", "", 1),
        ("Cefalexin — age (years): <5; dose: 125 mg", "", 1),
        ("Cefalexin\t<5\t125 mg", "Medicine\tAge (years)\tDose", 1),
        ("Gentamicin — postmenstrual age (weeks): <30; dose: 5 mg/kg", "", 0),
        ("4 to 12 months\t6 ng/mL", "Time after transplant\tTrough", 0),
        ("After 12 months — trough: 5 ng/mL", "", 0),
        ("Duration of treatment: 2 to 5 years — relapse: 10%", "", 0),
        ("10 to 20 mg — interval: every 2 hours", "", 0),
        ("Apixaban — dose: 5 mg; reduced dose: 2.5 mg if 80 years or over", "", 0),
        ("eGFR below 30 — dose: none", "", 0),
    ],
)
def test_only_what_is_an_age_counts(text: str, lead_in: str, count: int) -> None:
    assert len(ages_of_row(_row(text, lead_in))) == count


@pytest.mark.parametrize(
    ("read", "text", "is_age"),
    [
        (ages_of_heading, "Under 5 years", True),
        (ages_of_heading, "Aged 3 months and over", True),
        (ages_of_heading, "Follow-up for 5 years", False),
        (ages_of_heading, "Infants and doses", False),
        (ages_of_opening, "Red group, 3 months and over: give the drug once a day.", True),
        (ages_of_opening, "Children under 6 years can't blow into the meter.", True),
        (ages_of_opening, "Women aged 50 to 69 are invited every two years.", False),
        (ages_of_opening, "Stop after 3 months of treatment.", False),
        (bands_in, "dose for adults over 65", True),
        (bands_in, "which children aged 6 to 12 get it?", True),
        (bands_in, "dosis en menores de 5 años", True),
        (bands_in, "What if it has lasted over 6 months?", False),
        (bands_in, "patients treated for less than 2 years", False),
        (bands_in, "¿Qué se da si el sodio es menor de 120?", False),
        (bands_in, "lactate of less than 2.5 in adults", False),
    ],
)
def test_headings_openings_and_questions_tell_ages(read: object, text: str, is_age: bool) -> None:
    assert callable(read)
    assert bool(read(text)) is is_age


@pytest.mark.parametrize(
    ("question", "age"),
    [
        ("how much for an 83-year-old?", 83),
        ("how much for my 6 year old", 6),
        ("dose for a man aged 77", 77),
        ("¿cuánto para un niño de 6 años?", 6),
        ("¿cuánto para mi hija de 6 años?", 6),
        ("6yo with a cough: which dose?", 6),
        ("my 5 month old baby has it, how much?", 5 / 12),
        ("my daughter is 9, how much?", 9),
        ("mi madre tiene 81 años, ¿qué dosis?", 81),
    ],
)
def test_age_in_a_question_is_read(question: str, age: float) -> None:
    assert [low for low, _ in ages_asked(question)] == [pytest.approx(age)]


def test_row_is_for_the_age_asked_only_if_its_band_holds_it() -> None:
    row = _row("Age: 5 to 9 years — one dose: 7.5 mg")
    assert is_row_for("how much for a 7-year-old?", row)
    assert not is_row_for("how much for a 12-year-old?", row)
    assert not is_row_for("how much is given?", row)
