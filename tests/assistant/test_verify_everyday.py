"""Everyday words, short forms and doses of notes beside what guidelines write, and the near ones that say something else."""

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.verify import verify_claim
from assistant.verify.dosing import doses_in_words
from assistant.verify.shorthand import written_out

CASES = [
    # everyday words
    ("Wean mestor if the renal function is poor.", "Taper mestor if the kidney function is poor.", True),
    ("Stop mestor if the renal function is poor.", "Taper mestor if the kidney function is poor.", False),
    ("People on mestor may feel sick and get muddled.", "Nausea and confusion may occur on mestor.", True),
    ("People on mestor may feel sick and get hives.", "Nausea and confusion may occur on mestor.", False),
    ("A camera test is needed in gastric ulcers.", "An endoscopy is needed in gastric ulcers.", True),
    ("A camera test is needed in gastric ulcers.", "An ultrasound is needed in gastric ulcers.", False),
    ("Water tablets are stopped during diarrhoea.", "Diuretics are stopped during diarrhoea.", True),
    ("Water tablets are stopped during diarrhoea.", "Anticoagulants are stopped during diarrhoea.", False),
    # short forms of notes
    ("Mestor 250 mg BD × 5/7 for UTI.", "For urinary tract infection, give mestor 250 mg twice daily for 5 days.", True),
    ("Mestor 250 mg TDS × 5/7 for UTI.", "For urinary tract infection, give mestor 250 mg twice daily for 5 days.", False),
    ("Mestor 250 mg BD × 5/52 for UTI.", "For urinary tract infection, give mestor 250 mg twice daily for 5 days.", False),
    ("K+ >5.5 mmol/L: stop mestor.", "Stop mestor if potassium is above 5.5 mmol/L.", True),
    ("Na+ >5.5 mmol/L: stop mestor.", "Stop mestor if potassium is above 5.5 mmol/L.", False),
    # another choice
    ("The wound is dressed by a nurse or podiatrist.", "The wound is dressed by a nurse.", False),
    ("The wound is dressed by a nurse or podiatrist.", "A nurse or podiatrist dresses the wound.", True),
    ("The wound is dressed by a nurse or podiatrist trained in it.", "The wound is dressed by a nurse trained in it.", False),
    # what is only to be considered
    ("After a year, consider a pause of mestor.", "Review mestor after a year and consider a pause.", True),
    ("After a year, a pause of mestor is made.", "Review mestor after a year and consider a pause of mestor.", False),
    ("Think about mestor in gout.", "Give mestor in gout.", False),
    ("In gout, consider mestor.", "In gout, mestor should be given.", False),
    ("Think about mestor in gout.", "Mestor may be considered in gout.", True),
    # an alternative isn't taken as well
    ("Mestor can be taken in place of daily tilamine.", "Mestor is an alternative to daily tilamine.", True),
    ("Mestor can be taken along with daily tilamine.", "Mestor is an alternative to daily tilamine.", False),
    # both halves of a condition
    (
        "Add mestor if the urate is 360 or more and there were two attacks.",
        "Add mestor if the urate is 360 or more and there were two attacks.",
        True,
    ),
    (
        "Mestor is added if the urate is 360 or more or if there were two attacks.",
        "Add mestor if the urate is 360 or more and there were two attacks.",
        False,
    ),
    # degree, haste, how many
    ("Refer the child to a surgeon urgently.", "Refer the child to a surgeon as an emergency.", True),
    ("Refer the child to a surgeon urgently.", "Refer the child to a surgeon.", False),
    ("After some days off work, refer to a surgeon urgently.", "After some days off work, refer to a surgeon.", False),
    ("Mestor lowers the pressure dramatically.", "Mestor lowers the pressure considerably.", True),
    ("Mestor lowers the pressure dramatically.", "Mestor lowers the pressure.", False),
    ("Mestor is useful for most.", "Mestor is useful in some cases.", False),
    ("Try mestor or, failing that, tilamine.", "Try mestor or tilamine.", False),
    # nothing shown isn't shown to be nothing
    ("No damage to the heart has been shown.", "No harm to the heart has been shown.", True),
    ("Mestor has been shown not to harm the heart.", "With mestor no harm to the heart has been shown.", False),
    # the first weeks only
    ("In the first trimester, mestor is given weekly.", "In the first trimester, give mestor weekly.", True),
    ("Mestor is given weekly.", "In the first trimester, give mestor weekly.", False),
]


@pytest.mark.parametrize(("claim", "words", "expected"), CASES)
def test_everyday_words_hold_and_the_near_ones_do_not(claim: str, words: str, *, expected: bool) -> None:
    assert verify_claim(claim, (Evidence(text=words),), lexicon=LEXICON).supported is expected


@pytest.mark.parametrize(
    ("claim", "read"),
    [
        ("40 mg PO OD × 5/7", "40 mg PO once daily for 5 days"),
        ("5 mg nocte for 3/52", "5 mg once daily at night for 3 weeks"),
        ("wear it 15 h/24", "wear it 15 hours a day"),
        ("2.5 mg a fortnight", "2.5 mg every 2 weeks"),
        ("for a fortnight", "for 2 weeks"),
        ("half a gram two times a day", "0.5 g twice a day"),
        ("in the hour before surgery", "within 1 hour before surgery"),
        ("300/uL", "300 per microlitre"),
        ("the under-30s", "people under 30 years"),
        ("12/7 of the cases", "12/7 of the cases"),
        ("blood pressure 120/70", "blood pressure 120/70"),
        ("BRCA 1/2", "BRCA 1/2"),
    ],
)
def test_doses_of_notes_are_put_in_words(claim: str, read: str) -> None:
    assert " ".join(doses_in_words(claim).split()) == read


def test_abbreviation_stands_only_for_what_is_cited() -> None:
    assert written_out("GI bleed", (Evidence(text="Gastrointestinal bleeding."),), LEXICON) == "gastrointestinal bleed"
    assert written_out("GI bleed", (Evidence(text="Brain bleeding."),), LEXICON) == "GI bleed"
