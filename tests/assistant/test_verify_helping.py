"""What helps and what keeps from, what treats and what causes, what is added and what takes a place: each with its reverse."""

import pytest
from verifying import codes

HELPING = "ABC1 is a protein that helps cells to grow"
KEEPING = "Corvalin keeps the protein from reaching the bone"
TREATING = "Corvalin can treat pain in the bone"
CAUSING = "Corvalin can cause pain in the bone"
SWITCHED = "When nausea occurs, women should be switched to corvalin"
EITHER = "Corvalin and/or mestor may be used"
ALONE = "Tilamine alone, or corvalin added to zorubicin, is an option"


@pytest.mark.parametrize(
    ("faithful", "wrong", "evidence"),
    [
        pytest.param("ABC1 helps cells to grow.", "ABC1 keeps cells from growing.", HELPING, id="helps and keeps from"),
        pytest.param(
            "Corvalin keeps the protein from reaching the bone.",
            "Corvalin helps the protein to reach the bone.",
            KEEPING,
            id="keeps from and helps",
        ),
        pytest.param("Corvalin can treat pain.", "Corvalin can bring on pain.", TREATING, id="treats and causes"),
        pytest.param("Corvalin can cause pain.", "Corvalin can treat pain.", CAUSING, id="causes and treats"),
        pytest.param(
            "When nausea occurs, women should be switched to corvalin.",
            "When nausea occurs, corvalin should be added.",
            SWITCHED,
            id="switched and added",
        ),
        pytest.param("Corvalin may be used.", "Corvalin may be used, so long as mestor is used.", EITHER, id="and/or, behind"),
        pytest.param("Mestor may be used.", "Mestor may be used, so long as corvalin is used.", EITHER, id="and/or, before"),
        pytest.param(
            "Corvalin added to zorubicin is an option.", "Tilamine added to zorubicin is an option.", ALONE, id="added to what"
        ),
    ],
)
def test_the_claim_passes_and_its_reverse_is_refused(faithful: str, wrong: str, evidence: str) -> None:
    assert codes(faithful, evidence) == set()
    assert codes(wrong, evidence)
