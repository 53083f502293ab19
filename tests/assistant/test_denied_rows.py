"""Of two rows that differ by a "no" alone, the one asked for is chosen; where the question might mean either, both stay."""

from __future__ import annotations

import pytest

from assistant.retrieval.denied_rows import rows_by_denial

DIALYSIS = ("On dialysis", "Not on dialysis")
RISK = ("No risk of hypercapnia", "Risk of hypercapnia")
SMOKERS = ("Smokers", "Non-smokers")
FEVER = ("With fever", "Without fever", "Under 5 years")


@pytest.mark.parametrize(
    ("question", "keys", "chosen"),
    [
        ("Haemoglobin target on dialysis?", DIALYSIS, "On dialysis"),
        ("haemoglobin target off dialysis", DIALYSIS, "Not on dialysis"),
        ("What is the target if she isn't on dialysis?", DIALYSIS, "Not on dialysis"),
        ("He is not getting any dialysis, which target?", DIALYSIS, "Not on dialysis"),
        ("oxygen target if at risk of hypercapnia?", RISK, "Risk of hypercapnia"),
        ("oxygen target with no risk of hypercapnia", RISK, "No risk of hypercapnia"),
        ("How much vitamin C do smokers need?", SMOKERS, "Smokers"),
        ("How much vitamin C do non-smokers need?", SMOKERS, "Non-smokers"),
        ("Which antibiotic for a child without fever?", FEVER, "Without fever"),
        ("Which antibiotic for a child with a fever?", FEVER, "With fever"),
    ],
)
def test_row_that_differs_by_a_denial_is_chosen_by_the_questions_own(question: str, keys: tuple[str, ...], chosen: str) -> None:
    assert [key for key, asked in zip(keys, rows_by_denial(question, "en", keys), strict=True) if asked] == [chosen]


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("Is the target different on dialysis and off it?", DIALYSIS),
        ("Target on dialysis or not?", DIALYSIS),
        ("Which haemoglobin before dialysis is started?", DIALYSIS),
        ("She has no anaemia and is on dialysis: which target?", DIALYSIS),
        ("Which haemoglobin should we aim for?", DIALYSIS),
        ("Compare smokers with non-smokers", SMOKERS),
        ("What is given on dialysis?", ("On dialysis", "After a transplant")),
        ("What is given with no fever?", ("No fever", "No cough")),
    ],
)
def test_nothing_is_left_out_where_the_question_might_mean_either(question: str, keys: tuple[str, ...]) -> None:
    assert not any(rows_by_denial(question, "en", keys))


def test_spanish_rows_are_told_apart_too() -> None:
    keys = ("Con fiebre", "Sin fiebre")
    assert rows_by_denial("¿Qué se da a un niño sin fiebre?", "es", keys) == [False, True]
    assert rows_by_denial("¿Qué se da a un niño con fiebre?", "es", keys) == [True, False]
