"""Texts that a machine set in lines of a fixed width: marked-up sources, memoranda, letters, pages laid out with spaces."""

from __future__ import annotations

from pathlib import Path

import pytest
from cut_files import text_file

from ingest.documents import Statement
from ingest.parse.choose import parse_file
from ingest.parse.wrapped.rows import is_wrapped

MARKED_UP = """\
==========================================
Management of acute gout on medical wards
==========================================

:Author: Joint Pathways Group
:Version: 2.1
:Date: 2023-05-04

.. contents::

Diagnosis
=========

A swollen first toe with redness is gout until proven otherwise. Aspirate the
joint when infection is possible, and send the fluid for crystals and culture
before any antibiotic is given.

When to aspirate
~~~~~~~~~~~~~~~~

Aspirate on the same day when the temperature is above 38.5 degrees or when a
prosthesis is present in the joint. A normal urate during an attack does not
exclude gout.

Treatment
=========

First choice
~~~~~~~~~~~~

Naproxen 500 mg twice daily is given until two days after the attack has
settled. Add a proton pump inhibitor in everyone over 65.

.. warning::

   Do not give naproxen to patients with a clearance below 30 mL/min.

=============  ==============  =================
Drug           Dose            Longest course
=============  ==============  =================
Colchicine     500 mcg twice   7 days
Prednisolone   30 mg daily     5 days
Etoricoxib     120 mg daily    8 days
=============  ==============  =================

Renal impairment
^^^^^^^^^^^^^^^^

Halve the dose of colchicine when the clearance is between 10 and 50 mL/min
and do not repeat the course within two weeks.

Prevention
==========

Start allopurinol 100 mg daily four weeks after the attack. Raise the dose by
100 mg each month until the urate is below 360 micromol/L.
"""

LAID_OUT = """\
    Northern Islands Health Authority                                Guideline 114

                         Croup in children: emergency care

    Prepared by: Children's network                 Next review: October 2026

    1     Assessment

    Croup begins with a barking cough at night in a child of six months to three
    years. Stridor at rest marks a moderate attack. Do not look into the throat
    of a child with stridor, as this may close the airway.

          1.1   Score

          The Westley score has five parts. A score of 8 or more means that the
          child is moved to the resuscitation room at once.

    Severity       Stridor            Recession       Where to treat
                                                      the child
    Mild           only when upset    none            At home
    Moderate       at rest            mild            Emergency
                                                      department
    Severe         at rest, soft      severe          Resuscitation room

    2     Treatment

    Dexamethasone 0.15 mg/kg by mouth is given to all children with croup. A
    second dose may follow after twelve hours. Nebulised budesonide 2 mg is the
    alternative when the child vomits.

    Adrenaline. Nebulised adrenaline 0.5 mL/kg of 1 in 1000, up to 5 mL, is
    given in a severe attack. Its effect lasts for two hours, and the child is
    watched for four.

                                        1

    Northern Islands Health Authority                                Guideline 114

    3     Going home

    A child goes home when there has been no stridor at rest for two hours and
    the saturation is above 94%. Give the parents the croup sheet.

    Adults to call: the registrar ............. 2211
                    the anaesthetist .......... 2999

                                        2
"""

CIRCULAR = """\
                        MINISTERIO DE SALUD
                DIRECCIÓN GENERAL DE SALUD PÚBLICA

CIRCULAR Nº 12/2022

ASUNTO: Atención del golpe de calor en urgencias

FECHA: 3 de junio de 2022

1.- OBJETO

Esta circular establece las medidas que deben tomarse en los servicios de
urgencias ante una persona con temperatura mayor de 40 grados y alteración
del estado mental.

2.- ENFRIAMIENTO

2.1.- Inmersión

La inmersión en agua fría es el método de elección en personas jóvenes que
han hecho ejercicio. Debe bajar la temperatura a menos de 39 grados en 30
minutos.

2.2.- Evaporación

En personas mayores se moja la piel y se usa un ventilador. No se dan
antipiréticos:

   a) el paracetamol no baja la temperatura en el golpe de calor;
   b) la aspirina aumenta el riesgo de hemorragia.

3.- LÍQUIDOS

Se administra suero salino a 250 mL por hora. El sodio se mide cada cuatro
horas durante el primer día.

     Edad               Volumen            Intervalo
     Menores de 10      10 mL/kg           30 minutos
     10 a 64 años       500 mL             15 minutos
     65 o más           250 mL             20 minutos

4.- DIFUSIÓN

Se ruega dar a esta circular la máxima difusión entre el personal.

EL DIRECTOR GENERAL DE SALUD PÚBLICA

Fdo.: Antonio Robles Mena
"""

NUMBERED = """\
Working Group on Wards                                        R. Patel
Circular: 4417                                            Hill Hospital
Category: Clinical                                            May 2019


              Care of the tracheostomy on general wards

Abstract

   This circular sets out how a tracheostomy is looked after outside of
   intensive care.  It replaces circular 3990, which should no longer be
   used on any ward of the hospital.

1.  Introduction

   A patient with a tracheostomy has a nurse who has been trained in the
   last twelve months.  The bed must be in sight of the nurses' station
   for the first 48 hours after transfer.

2.  Equipment

2.1.  At the bedside

   Two spare tubes are kept at the bedside, one of the same size and one
   of a size smaller.  Suction must reach a pressure of 20 kPa.

2.2.  During transfer

   The transfer bag holds a tube of a size smaller, a dilator and tape.
   Oxygen for at least 30 minutes goes with the patient.




Patel                        Informational                      [Page 1]

Circular 4417             Tracheostomy on wards                 May 2019


3.  Suction

   Suction lasts no longer than ten seconds at a time.  Wait for the
   saturation to come back above 92 percent before the next pass:

   o  Use a catheter of half the diameter of the tube.

   o  Stop when the heart rate falls below 50 beats per minute, and
      give oxygen by the tracheostomy mask.

   The table below gives the size of the catheter.

      Tube size      Catheter      Pressure
      6.0            10            15 kPa
      7.0            12            16 kPa
      8.0            14            18 kPa

4.  Emergencies

   If the tube comes out within seven days of surgery, call the airway
   team on 4444 and cover the stoma.  Give oxygen by the face as well as
   by the neck until the team has come.

5.  References

   [1]  Moore, A., "Bedside emergencies", Airway Journal, 2016.

   [2]  Dunn, B., "Tubes", Neck Surgery, 2014.




Patel                        Informational                      [Page 2]
"""

SET_IN = """\
PALLIATIVE CARE HANDBOOK                                        PALLIATIVE CARE HANDBOOK

NAME
       Hiccups in advanced illness

DESCRIPTION
       Hiccups lasting for more than 48 hours are called persistent.  The usual causes
       are a full stomach, a large liver and uraemia.  A careful look at the list of
       medicines comes first, as dexamethasone often starts them.

TREATMENT
   Simple measures
       Sipping iced water or breathing into a paper bag stops about a third of the
       attacks.  Peppermint water must not be given together with metoclopramide,
       because the two work against each other.

   Drugs
       Metoclopramide 10 mg three times daily is the first choice for a full stomach.
       Baclofen 5 mg three times daily suits hiccups of unknown cause; stop it slowly
       over two weeks.

       ┌───────────────┬──────────────────┬─────────────┐
       │ Drug          │ Starting dose    │ Route       │
       ├───────────────┼──────────────────┼─────────────┤
       │ Haloperidol   │ 1.5 mg at night  │ by mouth    │
       │ Gabapentin    │ 300 mg daily     │ by mouth    │
       │ Midazolam     │ 10 mg per day    │ by pump     │
       └───────────────┴──────────────────┴─────────────┘

CAUTIONS
       Chlorpromazine lowers the blood pressure and is kept for the last days of life.
       Nifedipine is no longer advised.

SEE ALSO
       nausea(7), dying(7)

3rd edition                      12 March 2021                  PALLIATIVE CARE HANDBOOK
"""

LETTER = """\
From: Osei, Grace
Sent: Tuesday, 9 May 2023 16:20
To: Surgical Wards - All
Subject: RE: Clot prevention after hip surgery - new doses

Hello all

As promised, the new doses after this morning's meeting. Please take down the
old posters in the treatment rooms, since they still show the doses of 2019.

Who gets what

Everyone over 50 kg gets enoxaparin 40 mg once daily from six hours after
surgery. Patients under 50 kg get 20 mg. Do not give it within twelve hours of
a spinal catheter being taken out.

Weight	Dose	Time
under 50 kg	20 mg	18:00
50 to 120 kg	40 mg	18:00
over 120 kg	40 mg twice daily	06:00 and 18:00

How long

Tablets with apixaban 2.5 mg twice daily take over on day three and go on until
day 35. Those with a clearance under 15 mL/min stay on injections.

Bleeding

Ring the surgical registrar for any wound that soaks two dressings in an hour.
Protamine reverses about 60 percent of the effect.

Many thanks
Grace

Grace Osei
Lead Pharmacist, Surgery
Tel 01632 960111

From: Marsh, Peter
Sent: Monday, 8 May 2023 09:02
To: Osei, Grace
Subject: Clot prevention after hip surgery - new doses

Grace, can you send the new doses round? The old posters are still up on three
wards and the night staff asked again which time to give the injection.

Peter
"""

COLUMNS = """\
                 Annals of Ward Medicine 12 (2018) 30-31

                 HYPERKALAEMIA ON MEDICAL WARDS

Abstract                                  first dose. Salbutamol 10 mg by mask
                                          adds to this in people whose heart is
A raised potassium is found in one of     sound, and lasts for about two hours.
fifty patients who come to a ward.
                                          2.2 What does not work
1 Finding it
                                          Resins work too slowly to be of any
An ECG is done at once when the pot-      use in the first six hours, and sodium
assium is above 6.0 mmol/L. Tall waves    bicarbonate is kept for patients whose
mean that treatment cannot wait.          pH is under 7.1.

2 Treating it                             3 Afterwards

2.1 The heart and the cells               The potassium is measured again after
                                          one, two and four hours. Tablets that
Calcium gluconate 10% is given over       raise it are stopped for good in most
five minutes. Insulin 10 units with       patients whose kidneys are failing.
glucose follows within an hour of the

30                                        www.annals.example/ward
                 Annals of Ward Medicine 12 (2018) 30-31

Table 1. Drugs that raise potassium

  Drug group        Example           When to stop
  ACE inhibitors    ramipril          above 6.0
  Sparing agents    spironolactone    above 5.5
  Others            trimethoprim      at once

4 Going home

The practice measures the potassium in the week after the patient has gone home.

www.annals.example/ward                                                       31
"""
CELL_A_LINE = """\
Sickle cell crisis: pain in the first hours

1

Pain relief

Morphine 0.1 mg/kg is given within 30 minutes of arrival. The dose is repeated
every twenty minutes until the pain is bearable, and the breathing rate is
written down each time. Pethidine is not used.

Table 1 Second choices

Drug
Dose
Watch for

Ketamine
0.2 mg/kg
agitation

Tramadol
100 mg
seizures

Fentanyl
50 micrograms
slow breathing

Trust pain group v4
Page 1 of 2

2

Fluids

Warm fluids by mouth are enough for most. A drip is kept for those who vomit,
and runs at no more than what the body needs. Oxygen is given only when the
saturation falls below 94 percent, since it slows the marrow when it is not
needed.

Trust pain group v4
Page 2 of 2
"""
BROWSER = """\
   #[1]Home [2]Feed

   [3]Hill Clinics

   Search: ________________ (BUTTON) Go

   Burns in children: the first day

On this page

     * [4]First aid
     * [5]Fluids

First aid

  Cooling

   Cool the burn under running water for twenty minutes, and no longer in
   infants. Cover it with [6]kitchen film in strips. Jewellery and nappies
   come off before the swelling begins, and the rest of the child is kept
   warm under a dry blanket.

     * Do not use ice, because it makes the wound deeper and may cool the
       whole child.

Fluids

  When to start

   Fluids by vein are begun when more than ten percent of the skin is
   burned. Read the [7]chart of areas before the size is written down.

   Table 1. Rates
   Age group        Rate         Check after
   Under one        4 mL/kg/h    1 hour
   One to five      3 mL/kg/h    2 hours
   Over five        2 mL/kg/h    2 hours

References

   Visible links
   1. https://hill.example/
   2. https://hill.example/feed
   3. https://hill.example/
   4. https://hill.example/burns#1
   5. https://hill.example/burns#2
   6. https://hill.example/film
   7. https://hill.example/chart
"""


def _read(tmp_path: Path, text: str) -> tuple[str, dict[str, Statement]]:
    document, found = text_file(tmp_path, "text.txt", text)
    return document.source.title, found


def _paths(found: dict[str, Statement]) -> dict[str, tuple[str, ...]]:
    return {text: one.heading_path for text, one in found.items()}


@pytest.mark.parametrize("text", [MARKED_UP, LAID_OUT, CIRCULAR, NUMBERED, SET_IN, LETTER, COLUMNS, CELL_A_LINE, BROWSER])
def test_lines_of_a_fixed_width_are_told(text: str) -> None:
    assert is_wrapped(text)


def test_a_paragraph_a_line_is_not_set_in_lines() -> None:
    assert not is_wrapped("Gout\n\nGive colchicine.\n\n" + "A long paragraph stands in one line and in no other. " * 6)
    assert not is_wrapped("Gout\nRest the joint.\nCool it.\nGive colchicine 0.5 mg twice daily until the flare is over.\n" * 4)


def test_strokes_above_and_below_are_the_title(tmp_path: Path) -> None:
    title, found = _read(tmp_path, MARKED_UP)
    assert title == "Management of acute gout on medical wards"
    paths = _paths(found)
    assert paths["Add a proton pump inhibitor in everyone over 65."] == ("Treatment", "First choice")
    assert paths["Colchicine — dose: 500 mcg twice; longest course: 7 days"] == ("Treatment", "First choice")
    assert paths["Start allopurinol 100 mg daily four weeks after the attack."] == ("Prevention",)
    assert not [text for text in found if "::" in text or "Author" in text]


def test_numbers_set_apart_from_their_words_are_headings_and_no_pages(tmp_path: Path) -> None:
    title, found = _read(tmp_path, LAID_OUT)
    assert title == "Croup in children: emergency care"
    paths = _paths(found)
    assert paths["The Westley score has five parts."] == ("Assessment", "Score")
    assert paths["A second dose may follow after twelve hours."] == ("Treatment",)
    row = "Moderate — stridor: at rest; recession: mild; where to treat the child: Emergency department"
    assert paths[row] == ("Assessment", "Score")
    assert "the anaesthetist: 2999" in found


def test_circular_takes_its_title_from_its_subject(tmp_path: Path) -> None:
    title, found = _read(tmp_path, CIRCULAR)
    assert title == "Atención del golpe de calor en urgencias"
    paths = _paths(found)
    assert paths["la aspirina aumenta el riesgo de hemorragia."] == ("ENFRIAMIENTO", "Evaporación")
    assert found["la aspirina aumenta el riesgo de hemorragia."].lead_in == "No se dan antipiréticos"
    assert paths["Edad: 65 o más — volumen: 250 mL; intervalo: 20 minutos"] == ("LÍQUIDOS",)
    assert not [text for text in found if "Robles" in text]


def test_heads_and_feet_between_the_pages_are_set_aside(tmp_path: Path) -> None:
    title, found = _read(tmp_path, NUMBERED)
    assert title == "Care of the tracheostomy on general wards"
    paths = _paths(found)
    assert paths["Oxygen for at least 30 minutes goes with the patient."] == ("Equipment", "During transfer")
    assert paths["Suction lasts no longer than ten seconds at a time."] == ("Suction",)
    assert paths["Tube size: 7.0 — catheter: 12; pressure: 16 kPa"] == ("Suction",)
    assert not [text for text in found if "Patel" in text or "Circular 4417" in text or "Moore" in text]


def test_words_further_out_are_headings_and_drawn_lines_a_table(tmp_path: Path) -> None:
    title, found = _read(tmp_path, SET_IN)
    assert title == "Hiccups in advanced illness"
    paths = _paths(found)
    assert paths["Gabapentin — starting dose: 300 mg daily; route: by mouth"] == ("TREATMENT", "Drugs")
    assert paths["Nifedipine is no longer advised."] == ("CAUTIONS",)
    assert not [text for text in found if "nausea(7)" in text or "HANDBOOK" in text]


def test_letters_lose_heads_greetings_and_signatures(tmp_path: Path) -> None:
    title, found = _read(tmp_path, LETTER)
    assert title == "Clot prevention after hip surgery - new doses"
    paths = _paths(found)
    assert paths["Patients under 50 kg get 20 mg."] == ("Who gets what",)
    assert paths["Weight: over 120 kg — dose: 40 mg twice daily; time: 06:00 and 18:00"] == ("Who gets what",)
    assert paths["Grace, can you send the new doses round?"] == ()
    assert not [text for text in found if "Osei" in text or "Pharmacist" in text or text in {"Grace", "Peter", "Hello all"}]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    _, found = _read(tmp_path, COLUMNS)
    paths = _paths(found)
    assert paths["An ECG is done at once when the potassium is above 6.0 mmol/L."] == ("Finding it",)
    assert paths["Insulin 10 units with glucose follows within an hour of the first dose."] == (
        "Treating it",
        "The heart and the cells",
    )
    assert paths["Sparing agents — example: spironolactone; when to stop: above 5.5"] == ("Afterwards",)
    assert paths["The practice measures the potassium in the week after the patient has gone home."] == ("Going home",)
    assert not [text for text in found if "annals" in text.lower()]


def test_a_cell_a_line_below_the_name_of_a_table(tmp_path: Path) -> None:
    _, found = _read(tmp_path, CELL_A_LINE)
    paths = _paths(found)
    assert paths["Tramadol — dose: 100 mg; watch for: seizures"] == ("Pain relief",)
    assert found["Tramadol — dose: 100 mg; watch for: seizures"].lead_in == "Table 1 Second choices"
    assert paths["Warm fluids by mouth are enough for most."] == ("Fluids",)
    assert not [text for text in found if "pain group" in text]


def test_marks_of_links_are_no_references(tmp_path: Path) -> None:
    title, found = _read(tmp_path, BROWSER)
    assert title == "Burns in children: the first day"
    paths = _paths(found)
    assert paths["Cover it with kitchen film in strips."] == ("First aid", "Cooling")
    assert paths["Age group: Under one — rate: 4 mL/kg/h; check after: 1 hour"] == ("Fluids", "When to start")
    assert not [text for text in found if "https" in text or "BUTTON" in text or text in {"First aid", "Fluids"}]


BESIDE = """\
Sprained ankles in the minor injuries unit                         Version 4

1     On arrival

    Press on both bones behind the ankle and on the outer edge      Contact
    of the foot, and film the ankle if one of these hurts or if     Sports clinic
    the patient can't take four steps. A swollen ankle without      01632 960 118
    pain on the bones needs no film in the first days after the     Mon-Fri 9-12
    fall.

2     Going home

    Send home                                         Keep in

    • a child who walks on the same day               • no pulse in the foot
    • pain that tablets hold                          • a wound over the bone, whatever
    • a first fall                                      its size
    • no other illness

3     Doses

    Drug              Dose                            Most in a day
    Ibuprofen         400 mg three times a day        1200 mg
    Paracetamol       1 g four times a day            4000 mg
    Naproxen          500 mg twice a day              1000 mg

    Tablets are for five days at the most, and none of them is given to a person with an
    ulcer that has bled in the last year without asking the doctor in charge of the unit.
"""


def test_box_beside_a_paragraph_is_read_behind_it(tmp_path: Path) -> None:
    found = text_file(tmp_path, "ankle.txt", BESIDE)[1]
    words = "A swollen ankle without pain on the bones needs no film in the first days after the fall."
    assert found[words].heading_path == ("On arrival",)
    assert not any("Contact" in text for text in found)


def test_lists_side_by_side_stand_under_their_own_heads(tmp_path: Path) -> None:
    found = text_file(tmp_path, "ankle.txt", BESIDE)[1]
    assert (
        found["pain that tablets hold"].heading_path[-1] == "Send home" or found["pain that tablets hold"].lead_in == "Send home"
    )
    told = found["a wound over the bone, whatever its size"]
    assert told.heading_path[-1] == "Keep in" or told.lead_in == "Keep in"


def test_rows_of_a_table_are_no_lists_side_by_side(tmp_path: Path) -> None:
    found = text_file(tmp_path, "ankle.txt", BESIDE)[1]
    assert "Ibuprofen — dose: 400 mg three times a day; most in a day: 1200 mg" in found


def test_line_of_a_mail_program_and_the_name_above_it_are_set_aside(tmp_path: Path) -> None:
    mail = (
        "From: Cole, Ann\nSent: 3 May 2023 10:12\nTo: All staff\nSubject: Sprained ankles\n\nHi all,\n\n"
        "Nobody with pain on the bones goes home without a film from Monday on, and\n"
        "the sports clinic sees the others within a week if they ask for it.\n\n"
        "Ann\nSent from my phone\n\n"
        "The rest of it is pasted here. Ice is for ten minutes at a time and never put\n"
        "straight on the skin, as the burns of last winter have shown us once more.\n"
    )
    found = text_file(tmp_path, "mail.txt", mail)[1]
    assert not any("Sent from" in text or text.startswith("Ann") for text in found)
    assert "The rest of it is pasted here." in found


TOLD = (
    "Staff record the decision in the notes and tell the patient about the plan, because most errors of this kind happen when"
    " wards hand over to each other at the change of shifts."
)


def test_a_typed_table_keeps_its_heads_above_a_stroke(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    rows = [
        "Medicine      Dose       Most in 24 hours",
        "-" * 40,
        "Ibuprofen     400 mg     1,200 mg",
        "Aspirin       900 mg     3,600 mg",
    ]
    more = ["Naproxen      500 mg     1,000 mg"]
    file.write_text(f"Migraine\n\nTreatment\n\n{TOLD}\n\n" + "\n".join([*rows, *more]) + "\n\n" + TOLD, encoding="utf-8")
    blocks = [block for section in parse_file(file).sections for block in section.blocks]
    cells = [dict(block.cells) for block in blocks if block.cells]
    assert cells == [
        {"Medicine": name, "Dose": dose, "Most in 24 hours": most}
        for name, dose, most in (
            ("Ibuprofen", "400 mg", "1,200 mg"),
            ("Aspirin", "900 mg", "3,600 mg"),
            ("Naproxen", "500 mg", "1,000 mg"),
        )
    ]


def test_a_table_of_a_wrapped_text_keeps_its_heads_above_a_stroke(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    told = (
        "Many people feel sick during an attack and find light or sound hard to bear.\n"
        "Less often there is sweating, poor concentration or tummy pain. An attack\n"
        "lasts between 4 hours and 3 days in most adults, and you may feel very tired\n"
        "for up to a week afterwards, as the body takes its time to settle down again."
    )
    rows = [
        "Medicine          Dose                When to take it      Most in 24 hours",
        "-" * 75,
        "Ibuprofen         400 mg              At first sign        1,200 mg",
        "Aspirin           900 mg              At first sign        3,600 mg",
        "Sumatriptan       50 mg               When pain begins     300 mg",
    ]
    file.write_text(f"Migraine\n\n{told}\n\nTreatment\n\n{told}\n\n" + "\n".join(rows) + f"\n\n{told}\n", encoding="utf-8")
    cells = [dict(block.cells) for section in parse_file(file).sections for block in section.blocks if block.cells]
    assert [row["Most in 24 hours"] for row in cells] == ["1,200 mg", "3,600 mg", "300 mg"]
    assert cells[2] == {
        "Medicine": "Sumatriptan",
        "Dose": "50 mg",
        "When to take it": "When pain begins",
        "Most in 24 hours": "300 mg",
    }
