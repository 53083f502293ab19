"""In a table's row each figure belongs to the head that it stands behind; what names the row belongs to all."""

import pytest
from verifying import verdict

BANDS = (
    "Tilamine — dose by clearance, 60 and over: 100 mg daily; dose by clearance, 30 to 59: 50 mg daily; "
    "dose by clearance, below 30: 25 mg daily"
)
UNUSED = (
    "Corvalin — dose by clearance, 60 and over: up to 2 g daily; dose by clearance, 30 to 59: up to 1 g daily; "
    "dose by clearance, below 30: do not use"
)
AGES = "Syrup — under 6 months: 2 mL; 6 to 23 months: 5 mL; 2 to 5 years: 10 mL"


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        ("Tilamine: 50 mg daily at a clearance of 30 to 59", BANDS),
        ("With a clearance below 30, tilamine is given at 25 mg daily.", BANDS),
        ("Tilamine: 100 mg daily with a clearance of 60 or more, 50 mg at 30–59 and 25 mg below 30.", BANDS),
        ("Corvalin: up to 1 g daily at a clearance of 30 to 59", UNUSED),
        ("Corvalin: do not use below a clearance of 30", UNUSED),
        ("Corvalin: up to 1 g daily at 30 to 59; do not use below 30.", UNUSED),
        ("Syrup: 5 mL at 6 to 23 months", AGES),
        ("Syrup: 2 mL under 6 months", AGES),
    ],
)
def test_a_figure_beside_its_own_head_is_said(claim: str, cited: str) -> None:
    assert verdict(claim, cited).supported


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        ("Tilamine: 50 mg daily below 30", BANDS),
        ("Tilamine: 50 mg daily at 60 and over", BANDS),
        ("Tilamine 100 mg daily is given with a clearance of 30 to 59.", BANDS),
        ("Tilamine: 50 mg daily with a clearance of 60 or more, 100 mg at 30–59 and 25 mg below 30.", BANDS),
        ("Corvalin: up to 2 g daily at a clearance of 30 to 59", UNUSED),
        ("Corvalin up to 1 g daily is given with a clearance below 30.", UNUSED),
        ("Corvalin: up to 1 g daily below a clearance of 30", UNUSED),
        ("Corvalin: do not use at a clearance of 30 to 59", UNUSED),
        ("Corvalin is contraindicated at a clearance of 60 and over.", UNUSED),
        ("Corvalin: use below a clearance of 30", UNUSED),
        ("Syrup: 10 mL at 6 to 23 months", AGES),
        ("Syrup: 5 mL under 6 months", AGES),
    ],
)
def test_a_figure_beside_another_cells_head_is_refused(claim: str, cited: str) -> None:
    assert not verdict(claim, cited).supported
