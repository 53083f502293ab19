"""What a name is also called, by which ways a thing is given, what does it to what: as the cited words tell it."""

import pytest
from verifying import codes


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        (
            "Exemestane, whose trade name is Femara, is an aromatase inhibitor.",
            "Aromatase inhibitors include anastrozole (Arimidex), exemestane (Aromasin), and letrozole (Femara).",
            False,
        ),
        (
            "Letrozole (Aromasin) is an aromatase inhibitor.",
            "Aromatase inhibitors include anastrozole (Arimidex), exemestane (Aromasin), and letrozole (Femara).",
            False,
        ),
        (
            "Arimidex is letrozole, an aromatase inhibitor.",
            "Aromatase inhibitors include anastrozole (Arimidex), exemestane (Aromasin), and letrozole (Femara).",
            False,
        ),
        (
            "Exemestane, whose trade name is Aromasin, is an aromatase inhibitor.",
            "Aromatase inhibitors include anastrozole (Arimidex), exemestane (Aromasin), and letrozole (Femara).",
            True,
        ),
        (
            "Letrozole (Femara) is an aromatase inhibitor.",
            "Aromatase inhibitors include anastrozole (Arimidex), exemestane (Aromasin), and letrozole (Femara).",
            True,
        ),
        (
            "Arimidex is anastrozole, an aromatase inhibitor.",
            "Aromatase inhibitors include anastrozole (Arimidex), exemestane (Aromasin), and letrozole (Femara).",
            True,
        ),
        ("Glucagon 1 mg is given IM and SC.", "Glucagon 1 mg is given intramuscularly or subcutaneously.", False),
        (
            "Glucagon 1 mg is injected into a muscle and under the skin.",
            "Glucagon 1 mg is given intramuscularly or subcutaneously.",
            False,
        ),
        ("Glucagon 1 mg is given IM or SC.", "Glucagon 1 mg is given intramuscularly or subcutaneously.", True),
        ("Atezolizumab is inhibited by PD-L1.", "Atezolizumab inhibits the enzyme PD-L1.", False),
        ("PD-L1 is inhibited by atezolizumab.", "Atezolizumab inhibits the enzyme PD-L1.", True),
        ("Surgery should not be delayed by dialysis.", "Surgery should not delay dialysis.", False),
        ("Dialysis should not be delayed by surgery.", "Surgery should not delay dialysis.", True),
        (
            "Rapid spread of tumours comes from too much growth hormone.",
            "Too much growth hormone makes tumours spread rapidly.",
            True,
        ),
        (
            "Targeted therapy is a more effective option of treatment.",
            "Targeted therapy is a more recent option of treatment.",
            False,
        ),
        ("Targeted therapy is a newer option of treatment.", "Targeted therapy is a more recent option of treatment.", True),
        ("Low sugar may be caused by stroke and seizure.", "Stroke and seizure may resemble low sugar.", False),
        ("Stroke and seizure can look like low sugar.", "Stroke and seizure may resemble low sugar.", True),
        ("In many patients falls are caused by sedatives.", "Falls are due to sedatives in many patients.", True),
        (
            "The contact time of bleach is the same in daily cleaning and in discharge cleaning.",
            "Bleach needs a contact time of 4 minutes in daily cleaning and 10 minutes in discharge cleaning.",
            False,
        ),
        (
            "The contact time of bleach is 4 minutes in daily cleaning.",
            "Bleach needs a contact time of 4 minutes in daily cleaning and 10 minutes in discharge cleaning.",
            True,
        ),
        ("Warfarin is given if the valve is mechanical.", "Warfarin is given to patients whose valve is mechanical.", True),
    ],
)
def test_names_ways_and_doers_stay_as_the_cited_words_tell_them(claim: str, evidence: str, *, supported: bool) -> None:
    assert (not codes(claim, evidence)) is supported
