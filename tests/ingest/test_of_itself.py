"""What papers and pages of a house say of themselves is no evidence; what sounds like it at the bedside stays."""

from __future__ import annotations

import time

import pytest

from ingest.parse.furniture import is_furniture
from ingest.parse.of_itself import is_fill_in, names_makers
from ingest.parse.own_contents import set_contents_aside
from ingest.parse.pieces import Piece, Role

SELF = """
Copies held by: Ward 7, Emergency Department office, Library
Copy number 4 of 12
Circulated for comment: Ward managers, Pharmacy, Therapies
Distribution: all wards, intranet, GP practices
Comments on this pathway should be sent to the stroke coordinator.
Please send comments or corrections to Dr A. Malik, extension 4411.
We welcome your comments: scan the code or write to the Patient Experience Team.
It gives me great pleasure to introduce this second edition of our handbook.
I would like to thank everyone who has given their time to this work.
We hope that you find this pathway useful in your daily practice.
Amended 02/02/24 (NF): potassium table corrected.
Cross-refer: Hypoglycaemia guide; Variable rate insulin chart; Sick-day rules leaflet
Read with: Sepsis policy, Blood culture policy
To be read in conjunction with the Trust Antimicrobial Policy
This document supersedes all previous versions.
Not for patient queries
For internal use only
Confidential – not for onward circulation
Doc ref: PAED/0034
Intranet > Clinical > Guidelines > Respiratory > Asthma
Dates for your diary
Next study day: Thursday 14 November, Lecture Theatre 2
Journal club meets every Tuesday at 12.30 in the seminar room.
Tea and coffee will be provided.
In the next issue: managing hyponatraemia
This page is intentionally left blank
Delete as appropriate
Affix patient identification label here
Slide 4 of 22
Thank you for listening
Add to basket
Accept all Reject all
Your browser does not support video.
Report a problem with this page
This article has been cited 14 times
Competing interests: none declared
Designed by Medical Photography, ref MP2231
Produced by the Health Information Team
Kind regards, Priya
Version 3.1 Final
Signature ______________________ Designation ______________ Date ____ / ____ / ______
Review group: J. Ali, P. Conti, S. Wren
Lead author: Dr Helen Moss, Consultant Physician
You are here: Home > Handbook > Eyes
Swipe to see more of the table
""".strip().splitlines()
CARE = """
Copies of the care plan are given to the family.
Copy number 4 or more of the gene means rapid breakdown.
Circulated blood passes the filter once.
Distribution: flexures of the elbows and knees
Comments about self-harm must be taken seriously.
Send comments of the pathologist with the sample.
Corrections to the sodium are made slowly.
Report errors in dosing to the pharmacist.
We hope that this tablet will be helpful in easing your pain.
It is a privilege reserved for lead nurses to stop the pump.
Amend the dose if the eGFR falls below 30.
Revised doses apply to children under 5.
Read with glasses on when testing vision.
Supersedes warfarin as first choice in most patients.
Linked to: smoking and asbestos
Not for patients under 12
For internal use only in the rectum.
Confidential counselling is offered to all.
Aspirin > Clopidogrel > Warfarin
Next dose: 6 hours after the first.
Team meetings are held on the ward each morning to plan discharge.
Tea and coffee are allowed until two hours before.
In the next 24 hours: repeat the lactate.
Circle the level of the rash with a pen.
Tick bites: remove the tick with fine tweezers.
Attach the hospital identification label.
Patient label checked
Slide the board under the patient.
Accept all referrals from practices
Allow all food after four hours
Report a temperature above 38 °C at once.
Designed for adults over 50 kg.
Produced by beta cells of the pancreas.
Produced by Staphylococcus
V4
Review: at 6 weeks and 3 months
Surgical team: Consultant Surgeon, Theatre Nurse
Sign the consent form before sedation is given.
""".strip().splitlines()


@pytest.mark.parametrize("line", SELF)
def test_line_about_the_paper_is_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", CARE)
def test_line_about_care_is_none(line: str) -> None:
    assert not is_furniture(line)


def test_blanks_make_a_line_to_fill_in_and_a_long_sentence_none() -> None:
    assert is_fill_in("Name of nurse ................................ Date ....................")
    assert not is_fill_in(
        "Give the first dose at ____ and then count eight hours from it, whatever the time of the last meal was on that day."
    )


def test_names_without_a_word_for_what_they_made_are_none() -> None:
    assert names_makers("Attendance: A. Cole, R. Singh. Apologies: T. Wood")
    assert not names_makers("Present: Heart Murmur")
    assert not names_makers("On call: Dr Helen Moss, bleep 2231")


def test_long_lists_of_names_are_looked_at_in_a_moment() -> None:
    begin = time.monotonic()
    for text in ("Authors: " + "Ann Bee " * 3000 + "!", "Authors: " + "Ann Bee, " * 3000 + "!", "." * 50_000 + "x 5"):
        is_furniture(text)
        set_contents_aside(
            [*(Piece(role=Role.HEADING, text=f"Part {at}") for at in range(9)), Piece(role=Role.PARAGRAPH, text=text)]
        )
    assert time.monotonic() - begin < 20
