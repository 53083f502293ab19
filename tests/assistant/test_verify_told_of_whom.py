"""Whose wish it is, what is left of a thing, one by one or at once, which line and any or all stay as told."""

import pytest
from verifying import codes


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        ("Whether to go on depends on what the doctor wants.", "Whether to go on depends on the patient's wishes.", False),
        (
            "It depends in part on whether the surgeon wishes to operate.",
            "It depends on the woman's age, general health and desire to have an operation.",
            False,
        ),
        ("The physician's preference guides the choice.", "The patient's preference guides the choice.", False),
        ("The choice rests on the preferences of the clinician.", "The choice rests on the preferences of the patient.", False),
        ("The parents' wishes guide the dose.", "The doctor's wishes guide the dose.", False),
        ("The team's goals come first.", "The patient's goals come first.", False),
        ("The patient's preference guides the choice.", "The patient's preference guides the choice.", True),
        ("What the patient prefers guides the choice.", "The patient's preference guides the choice.", True),
        ("The choice rests on the wishes of the patient.", "The choice rests on the preferences of the patient.", True),
        ("Your wishes come first.", "The patient's wishes come first.", True),
        ("Ask the doctor whether the drug is right for you.", "Ask the doctor whether the drug is right for you.", True),
        (
            "Patients and doctors choose together, by the patient's wishes.",
            "Patients and doctors choose together, by the patient's wishes.",
            True,
        ),
        ("The risk of stroke falls to a third.", "Corvalin gives a 34% reduction in the risk of stroke.", False),
        (
            "Corvalin cuts the risk of falls to about a quarter of what it was.",
            "Corvalin reduces the risk of falls by 25%.",
            False,
        ),
        ("Pain drops to a fifth.", "Pain is reduced by 20%.", False),
        ("The number of attacks fell to about a third.", "The number of attacks fell by 33%.", False),
        ("Deaths were cut to a tenth.", "Deaths were cut by 10%.", False),
        ("The rate goes down to a third of what it was.", "The rate was reduced by 30%.", False),
        ("The number of attacks fell by about a third.", "The number of attacks fell by 33%.", True),
        ("The rate fell by half.", "The rate fell by 50%.", True),
        ("Deaths were cut by a tenth.", "Deaths were cut by 10%.", True),
        ("The risk of falls is cut by a quarter.", "Corvalin reduces the risk of falls by 25%.", True),
        ("The rate is cut to a third.", "The rate is cut to a third.", True),
        (
            "Side effects are kept down by giving the drugs together.",
            "To limit side effects, drugs given sequentially are preferred over combination, unless a crisis needs haste.",
            False,
        ),
        ("The vaccines are given at once.", "The vaccines are given one at a time.", False),
        ("Give the antibiotics simultaneously.", "Give the antibiotics in sequence.", False),
        ("Combined tablets are started, save in a crisis.", "Single-agent tablets are started, unless there is a crisis.", False),
        ("The limbs are operated on together.", "The limbs are operated on one after the other.", False),
        ("Teach both skills at once, except in children.", "Teach the skills one at a time, except in children.", False),
        ("Give the antibiotics one after the other.", "Give the antibiotics in sequence.", True),
        ("The vaccines are given one by one.", "The vaccines are given one at a time.", True),
        (
            "Single drugs in turn are preferred to giving them together.",
            "Single-agent drugs in sequence are preferred over combination.",
            True,
        ),
        (
            "The drugs are given together only in a crisis.",
            "The drugs are given sequentially, and together only in a crisis.",
            True,
        ),
        ("Corvalin opens treatment in gout.", "Second-line: corvalin in gout.", False),
        ("Treatment starts with corvalin.", "Second-line options: corvalin.", False),
        ("Corvalin is the initial treatment in gout.", "Third-line treatment of gout: corvalin.", False),
        ("The opening drug in gout is corvalin.", "After progression on mestor, corvalin is the drug in gout.", False),
        ("Therapy begins with an inhaler.", "Later-line therapy: an inhaler.", False),
        ("Corvalin begins the treatment of gout.", "Corvalin is a second-line treatment of gout.", False),
        ("Corvalin is a second-line option in gout.", "Second-line: corvalin in gout.", True),
        (
            "After failure of mestor, treatment starts with corvalin.",
            "After failure of mestor, treatment starts with corvalin.",
            True,
        ),
        ("Corvalin opens treatment in gout.", "First-line: corvalin in gout.", True),
        ("Treatment begins with corvalin.", "Treatment begins with corvalin.", True),
        ("Corvalin is an initial treatment.", "Corvalin is an initial treatment, before second-line mestor.", True),
        ("Second-line treatment begins with corvalin.", "Second-line treatment begins with corvalin.", True),
        (
            "Corvalin might be used when ABC, DEF and GHI are all altered, or the count is high.",
            "Corvalin might be used when there are changes in any repair gene (ABC, DEF, or GHI), or a high count.",
            False,
        ),
        (
            "A biopsy is needed when the neck, the chest and the hip are all swollen.",
            "A biopsy is needed when there is swelling in any joint (neck, chest, or hip).",
            False,
        ),
        ("Refer when fever, rash and cough are all present.", "Refer when any of these is present: fever, rash or cough.", False),
        ("If fever, rash and cough are all present, refer.", "If any sign (fever, rash or cough) is present, refer.", False),
        ("Refer when fever, rash or cough is present.", "Refer when any of these is present: fever, rash or cough.", True),
        ("Fever, rash and cough are all reasons to refer.", "Refer for any of these: fever, rash or cough.", True),
        ("Vaccines A, B and C are all given.", "Vaccines A, B and C are all given.", True),
    ],
)
def test_wishes_shares_and_order_stay_as_told(claim: str, evidence: str, *, supported: bool) -> None:
    assert (codes(claim, evidence) == set()) is supported
