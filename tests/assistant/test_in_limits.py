"""A figure of the question finds the row whose limits hold it, and no row where it isn't that quantity's."""

import pytest

from assistant.retrieval.in_limits import in_limits

CLEARANCE = [
    ("", f"Creatinine clearance (mL/min): {band} — dose: some")
    for band in ("More than 90", "60 to 90", "30 to 59", "Less than 30")
]
SHORT = [("eGFR (mL/min) | Dose", f"{band} | some") for band in ("≥60", "30–59", "15–29", "<15")]
POTASSIUM = [
    ("", f"Potassium (mmol/L): {band} — action: some") for band in ("3.0 to 3.4", "2.5 to 2.9", "below 2.5", "5,5 o más")
]


@pytest.mark.parametrize(
    ("question", "rows", "place"),
    [
        ("cefavar dose if creatinine clearance is 20?", CLEARANCE, 3),
        ("Creatinine clearance 45: how often?", CLEARANCE, 2),
        ("CrCl 59.5, dose?", CLEARANCE, 2),
        ("CrCl below 30", CLEARANCE, 3),
        ("dose for a creatinine clearance of about 100", CLEARANCE, 0),
        ("dose at 70 mL/min (creatinine clearance)", CLEARANCE, 1),
        ("creatinine clearance 75 mL/min, weighs 40 kg", CLEARANCE, 1),
        ("eGFR 60", SHORT, 0),
        ("estimated glomerular filtration rate of 14", SHORT, 3),
        ("potassium is 2.95, what now?", POTASSIUM, 1),
        ("potassium 6", POTASSIUM, 3),
        ("¿y con potassium de 2,2?", POTASSIUM, 2),
    ],
)
def test_row_whose_limits_hold_the_figure_is_meant(question: str, rows: list[tuple[str, str]], place: int) -> None:
    assert in_limits(question, rows) == [position == place for position in range(len(rows))]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("cefavar dose", CLEARANCE),
        ("weight 20 kg, creatinine clearance unknown", CLEARANCE),
        ("creatinine clearance was 90, creatinine clearance is 20", CLEARANCE),
        ("creatinine clearance 30-59", CLEARANCE),
        ("creatinine 20", CLEARANCE),
        ("potassium of 40 mmol was given", POTASSIUM),
        ("sodium is 2.8", POTASSIUM),
        ("age 7", [("", "Age (years): 5 to 11 — dose: some"), ("", "Age (years): 12 to 17 — dose: some")]),
        ("potassium 2.8", [("", "Potassium (mmol/L): 2.5 to 2.9 — some"), ("", "Sodium (mmol/L): 2 to 3 — some")]),
    ],
)
def test_no_row_is_preferred_without_one_figure_of_its_quantity(question: str, rows: list[tuple[str, str]]) -> None:
    assert not any(in_limits(question, rows))


def test_row_for_something_else_stays_beside_the_one_that_is_meant() -> None:
    assert in_limits("eGFR 20", [*SHORT, ("eGFR (mL/min) | Dose", "On dialysis | some")]) == [False, False, True, False, True]
