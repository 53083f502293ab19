"""Texts copied out of a viewer: no blank lines, heads of pages within, headings told by numbers that count on."""

from pathlib import Path

from cut_files import text_file

from ingest.documents import Statement

COPIED = """GUIDELINE
Statements on the care of acute and of recurrent gout
Marta Vidal1 · Owen Brandt2
Received: 4 May 2021 / Accepted: 9 June 2021
© The Authors 2021
Abstract
A panel of eleven members met twice and read the trials of
the past decade. The statements are meant for clinics and
for wards that see patients with a hot joint.
1 Finding gout
Aspirate every hot joint before the first dose is given,
and look for crystals under polarised light within a day.
1.1 Blood tests
Urate may be normal during the flare, and is measured once
more 2 weeks after it has settled. Creatinine is measured
before any drug is chosen.
2 Treating a flare
2.1 First choice
Give colchicine 0.5 mg twice daily until the day after the
pain has gone. Patients on dialysis are not given colchi-
cine at all.
2.2 What to give instead
Prednisone 30 mg daily for 5 days is given to patients who
do not take colchicine. The course is not tapered where it
was shorter than a week, and the glucose of patients with
1 3
Content courtesy of Alder Press.
212 Annals of Joint Care (2021) 12:211–219
diabetes is measured before each meal.
3 Preventing the next
3.1 Allopurinol
Begin with 100 mg daily 4 weeks after the flare, and raise
the dose each month until urate is below 360 micromol/L in
two tests. The dose is halved in patients whose clearance
is below 30 mL/min. Patients are told that flares may come
more often in the first half year of treatment, and that a
flare is no reason to stop taking it.
1 3
Content courtesy of Alder Press.
Annals of Joint Care (2021) 12:211–219 213
4 What is not known
No trial has compared the two in patients above 80 years.
References
1. Vidal M, Brandt O (2016) Gout in the north. Arch Joint
Care 9:114–121
"""
LISTED = """Care of a joint that was aspirated in the clinic on the
same day, told to those who look after the patient when he
or she has gone home again in the evening of that day, and
to the nurse who comes in the morning. The steps are these
and are taken in the order in which they stand, unless the
patient is asleep or has been given a drug for sleeping in
the last 4 hours before the nurse comes into the room, and
in that case the nurse waits and reads the notes again and
rings the ward from which the patient has come in the end.
1 Take the bandage off
2 Look at the skin
3 Wash it with water
4 Put on a new bandage
5 Write down what was seen
Ring the clinic when the skin is red or when the joint has
become larger than it was on the day before, and don't put
weight on it until it was seen.
"""


def _found(folder: Path, text: str) -> dict[str, Statement]:
    return text_file(folder, "copied.txt", text)[1]


def test_numbers_that_count_on_head_their_parts_without_blank_lines(tmp_path: Path) -> None:
    document, found = text_file(tmp_path, "copied.txt", COPIED)
    assert document.source.title == "Statements on the care of acute and of recurrent gout"
    told = {
        "Patients on dialysis are not given colchicine at all.": ("Treating a flare", "First choice"),
        "Creatinine is measured before any drug is chosen.": ("Finding gout", "Blood tests"),
        "The dose is halved in patients whose clearance is below 30 mL/min.": ("Preventing the next", "Allopurinol"),
        "No trial has compared the two in patients above 80 years.": ("What is not known",),
    }
    assert {text: found[text].heading_path for text in told} == told
    first = "A panel of eleven members met twice and read the trials of the past decade."
    assert found[first].heading_path == ("Abstract",)


def test_heads_of_pages_that_count_on_are_no_text(tmp_path: Path) -> None:
    found = _found(tmp_path, COPIED)
    assert not any("Annals" in text or "Alder Press" in text or "Arch Joint" in text for text in found)
    going_on = next(text for text in found if text.startswith("The course is not tapered"))
    assert going_on.endswith("the glucose of patients with diabetes is measured before each meal.")


def test_numbers_right_below_each_other_count_the_steps_of_a_list(tmp_path: Path) -> None:
    found = _found(tmp_path, LISTED)
    assert not any(one.heading_path for one in found.values())


def test_line_that_comes_again_without_a_number_that_counts_on_stays(tmp_path: Path) -> None:
    lines = COPIED.replace("212 Annals", "Annals").replace("219 213", "219")
    text = lines.replace("Annals of Joint Care (2021) 12:211–219", "Colchicine is not given to patients on dialysis 40")
    assert any("Colchicine is not given to patients on dialysis 40" in one for one in _found(tmp_path, text))
