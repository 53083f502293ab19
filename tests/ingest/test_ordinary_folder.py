"""What the documents of an ordinary hospital folder lost at first sight: boxed advice, folds, forms, copied pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from cut_files import statements_of, text_file
from pdf_maker import Page, width_of, write_pdf

from ingest.documents import BlockKind, Statement
from ingest.parse.choose import parse_file
from ingest.parse.dates import find_dates
from ingest.parse.furniture import is_furniture
from ingest.parse.markdown import looks_like_markdown
from ingest.parse.references import is_run_in_list
from ingest.parse.standing import find_publisher
from ingest.parse.zones import zone_of

BOLD = "Helvetica-Bold"
CITED = "Roe A. Cold packs on the ward. Made Up J 2021;4:11-9. Poe B. Rest. Made Up J 2022;5:1-7."


# Boxes with recommendations in a table

ROWS = (
    ("G1", "Give colchicine within a day.", "1A"),
    ("G2", "Rest the joint for two days.", "2C"),
    ("G3", "No ice on numb skin.", "1B"),
)


def _box(page: Page, top: float, name: str, rows: tuple[tuple[str, str, str], ...]) -> float:
    """A frame with a name, a head and rows in it, each but the last with a rule below; where it ends."""
    foot = top + 22.0 * (len(rows) + 2)
    page.box(50, top, 545, foot, colour="0.93 g")
    page.text(60, top + 6, name, font=BOLD)
    for number, cells in enumerate((("No.", "Recommendation", "Grade"), *rows), start=1):
        page.rule(60, top + 22 * number, 535, top + 22 * number)
        for x, words in zip((62, 100, 490), cells, strict=True):
            page.text(x, top + 22 * number + 6, words, font=BOLD if number == 1 else "Helvetica")
    return foot


def _boxed(path: Path) -> dict[str, Statement]:
    page = Page()
    page.text(50, 40, "Gout on the ward", size=20, font=BOLD)
    page.text(50, 75, "Flares", size=14, font=BOLD)
    foot = _box(page, 100, "Advice on flares", ROWS)
    page.text(50, foot + 12, "Fluids", size=14, font=BOLD)
    page.text(50, foot + 36, "Give 500 mL over 15 minutes when systolic pressure is below 90 mmHg or the pulse is fast,")
    page.text(50, foot + 50, "and look again after each bolus. Ask for help once 2000 mL has been given.")
    _box(page, foot + 80, "Advice on fluids", (("G4", "Do not use gelatin.", "1A"), ("G5", "Warm the bag first.", "2B")))
    return statements_of(parse_file(write_pdf(path / "gout.pdf", [page])))


@pytest.mark.parametrize(("number", "words"), [(one, words) for one, words, _ in ROWS])
def test_last_row_of_a_boxed_table_is_a_row_too(tmp_path: Path, number: str, words: str) -> None:
    found = next(one for text, one in _boxed(tmp_path).items() if text.startswith(f"No.: {number}"))
    assert words.rstrip(".") in found.text
    assert found.kind is BlockKind.TABLE_ROW


def test_text_between_two_boxed_tables_stays_text(tmp_path: Path) -> None:
    statements = _boxed(tmp_path)
    kept = next(one for text, one in statements.items() if "500 mL over 15 minutes" in text)
    assert "below 90 mmHg or the pulse is fast, and look again" in " ".join(kept.text.split())
    assert kept.heading_path == ("Fluids",)
    assert kept.kind is BlockKind.PARAGRAPH


# What is folded out, and what a leaflet calls its parts


def test_headings_in_a_folded_part_stand_inside_of_its_name(tmp_path: Path) -> None:
    body = (
        "<h1>Wheeze</h1><h2>Steps</h2>"
        "<details><summary>Aged 12 and over</summary><h3>Step 1</h3><p>Offer the puffer to everyone with symptoms.</p></details>"
        "<details><summary>Aged 5 to 11</summary><p>Start with two puffs twice a day through a spacer.</p></details>"
        "<h2>Going home</h2><p>See a nurse within two days of leaving.</p>"
    )
    _, statements = text_file(tmp_path, "page.html", f"<html><body>{body}</body></html>")
    paths = {one.text: one.heading_path for one in statements.values()}
    assert paths == {
        "Offer the puffer to everyone with symptoms.": ("Steps", "Aged 12 and over", "Step 1"),
        "Start with two puffs twice a day through a spacer.": ("Steps", "Aged 5 to 11"),
        "See a nurse within two days of leaving.": ("Going home",),
    }


@pytest.mark.parametrize("heading", ["How to give it, step by step", "How to give the injection", "How to help someone in a fit"])
def test_how_to_give_a_medicine_asks_for_no_gifts(heading: str) -> None:
    assert zone_of(heading) is None


@pytest.mark.parametrize("heading", ["How to give", "How you can help", "How to donate today", "How can I help us?"])
def test_how_to_give_money_is_furniture(heading: str) -> None:
    assert zone_of(heading) is not None


def test_whom_to_ring_is_kept_in_print_and_furniture_on_a_site(tmp_path: Path) -> None:
    assert zone_of("Contact us") is not None
    assert zone_of("Contact us", printed=True) is None
    page = Page()
    page.text(50, 40, "Gout at home", size=20, font=BOLD)
    page.text(50, 80, "Resting", size=14, font=BOLD)
    page.text(50, 104, "Rest the joint for two days and keep it cool.")
    page.text(50, 130, "Questions?", size=14, font=BOLD)
    page.text(50, 154, "The gout nurses answer from 9am to 4pm on extension 4471.")
    statements = statements_of(parse_file(write_pdf(tmp_path / "leaflet.pdf", [page])))
    assert statements["The gout nurses answer from 9am to 4pm on extension 4471."].heading_path == ("Questions?",)


def test_whom_a_leaflet_is_for_stays_beside_what_it_does_not_replace() -> None:
    assert not is_furniture("This leaflet is for people with gout. It does not replace the advice of your nurse.")
    assert is_furniture("This page is for educational purposes only. It does not replace the advice of your doctor.")


# Plain text: forms of a fixed width, and pages copied whole

FORM = """\
MILL LANE GOUT CENTRE                                 PROTOCOL GC-02
Printed export 2025-02-03 14:12                       Status: APPROVED
======================================================================

GOUT: FLARES AND PREVENTION

Version:      3.0
Issued:       27 January 2025
======================================================================

1. SCOPE

Adults with gout who are treated on the ward or in the day unit of the
centre. Children with gout follow another protocol of the centre.

2. FLARES

2.1 Colchicine

Give colchicine 0.5 mg twice daily until the flare has settled. Halve
the dose when the kidneys work at less than half of what is usual for
the age.

    Time after flare    Uric acid, standard    Uric acid, high risk
    ----------------    -------------------    --------------------
    0 to 3 months       under 360              under 300
    4 to 12 months      under 400              under 360
"""


def test_form_with_rules_across_the_page_is_no_markdown(tmp_path: Path) -> None:
    assert not looks_like_markdown(FORM)
    document, statements = text_file(tmp_path, "form.txt", FORM)
    assert document.source.title == "GOUT: FLARES AND PREVENTION"
    assert document.source.publisher == "Mill Lane Gout Centre"
    assert document.source.published == date(2025, 1, 27)
    given = statements["Give colchicine 0.5 mg twice daily until the flare has settled."]
    assert given.heading_path == ("FLARES", "Colchicine")
    row = next(one for text, one in statements.items() if "4 to 12 months" in text)
    assert row.kind is BlockKind.TABLE_ROW
    assert "uric acid, high risk: under 360" in row.text


def test_headings_underlined_to_their_length_are_markdown() -> None:
    assert looks_like_markdown("Gout\n====\n\nRest.\n\nFlares\n------\n\nGive colchicine.\n")


COPIED = """\
Skip to content
Joint Pages Clinicians
Menu
Home > Guidelines > Joints > Gout in over 60s

Gout in people over 60: first treatment
Joint Pages Network
Published 11 January 2025 | Next review: January 2028
Authors: Dr Ada Roe, Dr Ben Poe, Nurse consultant Cy Doe and many others

In this guideline
Measuring uric acid
Flares
Advice for home

Measuring uric acid
Take blood two weeks after a flare has settled, never during one. A level above 360 is too high.

Flares
Over 80 years
Give colchicine 0.5 mg once a day and look at the kidneys after three days of it.
Aged 60 to 80
Give colchicine 0.5 mg twice a day for as long as the flare lasts.

Advice for home
Drink two litres a day and rest the joint until it can be touched again.
Come back if the skin turns red or a fever starts in the night.
"""


def test_copied_page_without_blank_lines_below_headings_keeps_them(tmp_path: Path) -> None:
    document, statements = text_file(tmp_path, "copied.txt", COPIED)
    assert document.source.title == "Gout in people over 60: first treatment"
    dose = statements["Give colchicine 0.5 mg once a day and look at the kidneys after three days of it."]
    assert dose.heading_path == ("Flares", "Over 80 years")
    assert statements["A level above 360 is too high."].heading_path == ("Measuring uric acid",)


# Whose the document is, since when, and what it names as its sources


def test_number_of_the_issue_stands_before_its_day(tmp_path: Path) -> None:
    assert find_dates("Procedure RU/022. Issue 4, 22 August 2023. Review: August 2026.").published == date(2023, 8, 22)
    word = docx.Document()
    word.add_heading("Gout on the ward", 0)
    word.add_paragraph("Mill Lane Hospital. Procedure 22. Issue 4, 22 August 2023. Review: August 2026.")
    word.add_heading("Flares", 1)
    word.add_paragraph("Give colchicine 0.5 mg twice daily.")
    word.add_paragraph(f"References: {CITED}")
    word.save(str(tmp_path / "gout.docx"))
    document = parse_file(tmp_path / "gout.docx")
    assert document.source.published == date(2023, 8, 22)
    assert list(statements_of(document)) == ["Give colchicine 0.5 mg twice daily."]


def test_organisation_at_the_head_publishes_before_who_wrote() -> None:
    lines = ["Mill Lane Hospitals · Gout Service · Patient information", "Written by Ada Roe and Dr Ben Poe. May 2024."]
    assert find_publisher(lines) == "Mill Lane Hospitals"


def test_holder_of_the_rights_in_the_head_publishes(tmp_path: Path) -> None:
    head = '<head><title>Gout</title><meta name="copyright" content="© 2024 JointBook Editorial Board"></head>'
    page = f"<html>{head}<body><h1>Gout</h1><p>Give colchicine 0.5 mg twice daily to all with a flare.</p></body></html>"
    assert text_file(tmp_path, "page.html", page)[0].source.publisher == "JointBook Editorial Board"


@pytest.mark.parametrize("name", ["References", "Sources", "Bibliografía"])
def test_sources_named_in_one_paragraph_are_a_list(name: str) -> None:
    assert is_run_in_list(f"{name}: {CITED}")
    assert not is_run_in_list("Sources: dairy, fish and greens, in this order and every day.")


def test_hospital_publishes_rather_than_one_of_its_services() -> None:
    assert find_publisher(["Acute Gout Service, Mill Lane and Ash Hospitals. Draft 3.", "Acute Gout Service"]) == (
        "Mill Lane and Ash Hospitals"
    )


def test_footnotes_stand_under_the_heading_of_the_sentence_that_calls_them(tmp_path: Path) -> None:
    page = Page()
    page.text(50, 40, "Gout on the ward", size=20, font=BOLD)
    page.text(50, 80, "Flares", size=14, font=BOLD)
    page.text(50, 104, "Do not give colchicine within two days of clarithromycin.")
    page.text(50 + width_of("Do not give colchicine within two days of clarithromycin.", 10, "Helvetica"), 102, "a", size=6)
    page.text(50, 120, "Rest the joint for two days and keep it cool through the day and the night.")
    page.text(50, 150, "Fluids", size=14, font=BOLD)
    page.text(50, 174, "Drink two litres of water each day until the flare has gone and has not come back.")
    page.text(50, 760, "a  Unless the kidneys were seen to work well on the same day.", size=7)
    statements = statements_of(parse_file(write_pdf(tmp_path / "notes.pdf", [page])))
    assert statements["Unless the kidneys were seen to work well on the same day."].heading_path == ("Flares",)
    assert "Do not give colchicine within two days of clarithromycin." in statements


def test_caption_that_touches_the_first_rule_is_the_tables(tmp_path: Path) -> None:
    page = Page()
    page.text(50, 40, "Gout on the ward", size=20, font=BOLD)
    page.text(50, 80, "Flares", size=14, font=BOLD)
    page.text(50, 104, "Either drug in Table 1 may be used on the ward.")
    page.text(50, 130, "Table 1. Doses in a flare", font=BOLD)
    for number, cells in enumerate((("Drug", "Dose"), ("Colchicine", "0.5 mg twice daily"), ("Naproxen", "500 mg twice daily"))):
        page.rule(50, 139.8 + 20 * number, 350, 139.8 + 20 * number)
        for x, words in zip((52, 180), cells, strict=True):
            page.text(x, 145 + 20 * number, words, font=BOLD if number == 0 else "Helvetica")
    page.rule(50, 199.8, 350, 199.8)
    document = parse_file(write_pdf(tmp_path / "table.pdf", [page]))
    row = next(one for text, one in statements_of(document).items() if "Naproxen" in text)
    assert row.lead_in == "Table 1. Doses in a flare"
    assert document.extent.tables_lost == 0
