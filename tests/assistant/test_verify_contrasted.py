"""A contrast with the opposite of what is said adds nothing, as long as the cited words don't allow that opposite too."""

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.verify import verify_claim
from assistant.verify.contrasted import contrasted

FEW = "Some patients with gout need tilamine in the evening after the procedure."
PAIRED = "The recommended treatment of severe croup is mestor combined with nebulised corvalin."
EITHER = "Tilamine is given by mouth, alone or together with mestor."
SORTED = "Adults with shingles get oral tilamine; intravenous tilamine is kept for sepsis."
EASES = "The brace eases pain and stiffness."
LATER = "Tilamine and mestor are later options."
TWICE = "Check the potassium before and after the infusion."
CASES = [
    (FEW, "Some patients with gout, not all, need tilamine in the evening after the procedure.", True),
    (FEW, "Some patients with gout need tilamine in the evening after rather than before the procedure.", True),
    (FEW, "Some patients with gout need tilamine in the evening, not the morning, after the procedure.", True),
    (FEW, "All patients with gout, not some, need tilamine in the evening after the procedure.", False),
    (FEW, "Some patients with gout need tilamine in the evening before rather than after the procedure.", False),
    (FEW, "Some patients with gout need tilamine in the morning, not the evening, after the procedure.", False),
    (PAIRED, "In severe croup mestor is recommended not alone but with nebulised corvalin.", True),
    (PAIRED, "In severe croup mestor is recommended combined with nebulised corvalin rather than by itself.", True),
    (PAIRED, "In severe croup mestor is recommended not with nebulised corvalin but alone.", False),
    (PAIRED, "In severe croup mestor is recommended alone rather than with nebulised corvalin.", False),
    (EITHER, "Tilamine is given by mouth with mestor rather than alone.", False),
    (EITHER, "Tilamine is given by mouth not alone but with mestor.", False),
    (SORTED, "Adults with sepsis get oral rather than intravenous tilamine.", False),
    (SORTED, "Adults with sepsis get oral tilamine, not intravenous.", False),
    (EASES, "The brace eases not only pain but also stiffness.", True),
    (EASES, "The brace eases not only pain but also swelling.", False),
    (EASES, "The brace eases not pain but stiffness.", False),
    (LATER, "Tilamine and mestor are later options, not early ones.", True),
    (LATER, "Tilamine and mestor are early options, not later ones.", False),
    (TWICE, "The potassium is checked before, not after, the infusion.", False),
    (TWICE, "The potassium is checked after rather than before the infusion.", False),
]


@pytest.mark.parametrize(("cited", "claim", "expected"), CASES)
def test_what_is_denied_must_be_the_opposite_and_not_be_allowed_as_well(cited: str, claim: str, *, expected: bool) -> None:
    assert verify_claim(claim, (Evidence(text=cited),), lexicon=LEXICON).supported is expected


@pytest.mark.parametrize(
    "claim",
    [
        "Do not stop tilamine.",
        "Tilamine is preferred rather than mestor.",
        "Not only the dentist may do it.",
        "It is given with water and not milk.",
    ],
)
def test_a_denial_of_another_thing_stays(claim: str) -> None:
    assert contrasted(claim, (Evidence(text="Tilamine is given with water."),)) == claim
