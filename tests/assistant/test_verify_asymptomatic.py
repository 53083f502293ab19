"""What is said of who has no symptoms isn't said of everyone."""

import pytest
from verifying import codes, verdict


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        (
            "In carotid stenosis, surgery may be considered.",
            "In asymptomatic carotid stenosis, surgery may be considered.",
            False,
        ),
        ("Carotid stenosis may be treated with surgery.", "In asymptomatic carotid stenosis, surgery may be considered.", False),
        (
            "In carotid stenosis that gives no symptoms, surgery may be considered.",
            "In asymptomatic carotid stenosis, surgery may be considered.",
            True,
        ),
        (
            "In asymptomatic carotid stenosis, surgery may be considered.",
            "In asymptomatic carotid stenosis, surgery may be considered.",
            True,
        ),
        ("Gallstones need no surgery.", "Asymptomatic gallstones need no surgery.", False),
        ("Gallstones without symptoms need no surgery.", "Asymptomatic gallstones need no surgery.", True),
        ("Silent gallstones need no surgery.", "Asymptomatic gallstones need no surgery.", True),
        ("Antibiotics are not given for bacteriuria.", "Antibiotics are not given for asymptomatic bacteriuria.", False),
    ],
)
def test_a_finding_without_symptoms_is_not_the_finding_at_large(claim: str, evidence: str, *, supported: bool) -> None:
    assert (not codes(claim, evidence)) is supported


@pytest.mark.parametrize(
    ("claim", "section", "supported"),
    [
        ("Corvalin should be given to patients without symptoms.", ("Relief of symptoms (any age)",), False),
        ("Corvalin should be given to patients without symptoms.", ("At any age, and relief of symptoms",), False),
        ("Corvalin should be given to patients without symptoms.", ("Regardless of symptoms",), True),
        ("Corvalin should be given to patients without symptoms.", ("Regardless of age or symptoms",), True),
    ],
)
def test_only_what_stands_behind_the_regardless_does_not_matter(claim: str, section: tuple[str, ...], *, supported: bool) -> None:
    assert verdict(claim, "Corvalin should be given to patients.", section=section).supported is supported
