"""Of two acts with levels of their own neither is told at the other's level, nor at none."""

import pytest
from verifying import verdict

POTASSIUM = "Tilamine is halved if potassium exceeds 5.5 mmol/L and stopped above 6.0 mmol/L."
PULSE = "Reduce the infusion if the pulse falls below 60 and stop it below 50."
PLATELETS = "Withhold the drug for platelets below 50 and resume at half the dose above 75."


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        ("Halve tilamine if potassium is above 5.5 mmol/L and stop it above 6.0 mmol/L.", POTASSIUM),
        ("Tilamine is stopped if potassium is above 6.0 mmol/L.", POTASSIUM),
        ("The infusion is stopped if the pulse falls below 50.", PULSE),
        ("The infusion is reduced if the pulse falls below 60 and stopped below 50.", PULSE),
        ("The drug is withheld for platelets below 50 and resumed at half the dose above 75.", PLATELETS),
    ],
)
def test_an_act_at_its_own_level_is_said(claim: str, cited: str) -> None:
    assert verdict(claim, cited).supported


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        ("Stop tilamine.", POTASSIUM),
        ("Tilamine is stopped.", POTASSIUM),
        ("Tilamine is stopped if potassium is above 5.5 mmol/L.", POTASSIUM),
        ("Halve tilamine if potassium is above 6.0 mmol/L.", POTASSIUM),
        ("The infusion is stopped if the pulse falls below 60.", PULSE),
        ("The infusion is reduced below 50 and stopped below 60.", PULSE),
        ("The drug is withheld for platelets below 75.", PLATELETS),
    ],
)
def test_an_act_at_anothers_level_or_none_is_refused(claim: str, cited: str) -> None:
    assert not verdict(claim, cited).supported
