"""What stands around a text and is no evidence, and labels that are: letters, covers, control tables, run-in labels, marks."""

from datetime import date
from pathlib import Path

import docx
import pytest
from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.parse.choose import parse_file
from ingest.parse.furniture import is_furniture

WORDS = (
    "Staff record the decision in the notes and tell the patient about the plan, because most errors of this kind happen when"
    " wards hand over to each other at the change of shifts."
)
DOSE = "Give colchicine 0.5 mg twice daily."


def _read(path: Path) -> tuple[Document, dict[str, Statement]]:
    document = parse_file(path)
    return document, {one.text: one for one in cut(document)[1]}


def _page(path: Path, body: str) -> tuple[Document, dict[str, Statement]]:
    (path / "page.html").write_text(f"<html lang=en><body>{body}</body></html>", encoding="utf-8")
    return _read(path / "page.html")


COPIED = """3/6/24, 9:14 PM        Gout flares in adults - Joint Notes

Gout flares in adults

This topic last updated: Jan 19, 2024.

GENERAL MEASURES

Rest and ice for all — The joint is rested for two days. Ice helps for 20 minutes.

Fluids — Patients drink two litres a day.

FIRST TREATMENT

Choosing a drug — The choice depends upon the kidneys:

●Colchicine – Colchicine 0.5 mg twice daily is given for most patients.

•Halve the dose below 30 mL/min.

•Stop it when diarrhea begins.

●Naproxen – Naproxen 500 mg twice daily is an alternative.

Pregnancy — Prednisone 30 mg daily is given instead.

https://www.joints.example/gout/print    1/1
"""


def test_labels_before_a_dash_are_headings_and_marks_tell_the_depth_of_a_list(tmp_path: Path) -> None:
    (tmp_path / "gout.txt").write_text(COPIED, encoding="utf-8")
    document, statements = _read(tmp_path / "gout.txt")
    assert document.source.title == "Gout flares in adults"
    assert statements["Ice helps for 20 minutes."].heading_path == ("GENERAL MEASURES", "Rest and ice for all")
    dose = statements["Halve the dose below 30 mL/min."]
    assert dose.heading_path == ("FIRST TREATMENT", "Choosing a drug")
    assert "Colchicine 0.5 mg twice daily" in dose.lead_in
    assert "Colchicine" not in statements["Naproxen – Naproxen 500 mg twice daily is an alternative."].lead_in
    assert statements["Prednisone 30 mg daily is given instead."].heading_path == ("FIRST TREATMENT", "Pregnancy")
    assert not [text for text in statements if "9:14" in text or "joints.example" in text]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Roe and Bo Doe", True),
        ("by rectum in patients who cannot swallow", False),
        ("health.example.org", True),
        ("Ann Roe | Lead Nurse | Bleep 208", True),
        ("Call the registrar on bleep 208 if the pressure falls.", False),
        ("Media review due: 3 May 2026", True),
        ("All information in this publication is correct as at July 2023", True),
    ],
)
def test_wording_around_a_text_is_told(line: str, expected: bool) -> None:
    assert is_furniture(line) is expected


def test_list_levels_of_a_word_processor_are_kept_and_a_letter_ends_with_its_greeting(tmp_path: Path) -> None:
    items = (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span>&middot;<span>&nbsp; </span></span>For old patients:</p>"
        f"<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span>o<span>&nbsp; </span></span>{DOSE}</p>"
    )
    end = "<p>Kind regards</p><p><b>Ann Roe</b> | Lead Nurse</p><p>This message may be read by its intended recipient only.</p>"
    document, statements = _page(
        tmp_path, f"<p>Sent: 09 April 2024 16:42</p><h1>Gout</h1><h2>Flares</h2><p>{WORDS}</p>{items}{end}"
    )
    assert list(statements) == [WORDS, DOSE]
    assert statements[DOSE].lead_in == "For old patients"
    assert document.source.published == date(2024, 4, 9)


def test_link_between_blocks_is_a_button(tmp_path: Path) -> None:
    link = "<div><ul><li>Rest it.</li></ul><a href='/quiz'>Take our quiz</a></div>"
    assert list(_page(tmp_path, f"<h1>Gout</h1><p>{WORDS}</p>{link}")[1]) == [WORDS, "Rest it."]


def test_control_table_of_a_word_file_gives_its_standing_and_its_box_a_label(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Gout on the ward", style="Title")
    table = word.add_table(rows=0, cols=4)
    for cells in (
        ("Document number", "JT-1", "Version", "4.2"),
        ("Author", "Ann Roe", "Approved by", "Joint Board"),
        ("Date approved", "11 June 2024", "Owner", "Riverside Health Board"),
    ):
        for cell, words in zip(table.add_row().cells, cells, strict=True):
            cell.text = words
    word.add_heading("Flares", level=1)
    word.add_paragraph(WORDS)
    box = word.add_table(rows=1, cols=1).rows[0].cells[0]
    box.paragraphs[0].add_run("Key point").bold = True
    box.add_paragraph(DOSE)
    word.add_paragraph("Drink water.")
    word.sections[0].header.paragraphs[0].text = "Riverside Health Board\tJoint Service\tJT-1"
    word.save(str(tmp_path / "gout.docx"))
    document, statements = _read(tmp_path / "gout.docx")
    assert list(statements) == [WORDS, DOSE, "Drink water."]
    assert {one.heading_path for one in statements.values()} == {("Flares",)}
    assert (document.source.publisher, document.source.published) == ("Riverside Health Board", date(2024, 6, 11))
    assert "Approved by: Joint Board" in [document.text[span.start : span.end] for span in document.furniture]


def test_cover_gives_title_with_subtitle_date_and_publisher(tmp_path: Path) -> None:
    cover, page = Page(), Page()
    cover.text(40, 40, "Riverside Health Board", size=10)
    cover.text(40, 200, "Gout on the ward", size=24, font="Helvetica-Bold")
    cover.text(40, 240, "Guideline for staff, second edition", size=14)
    cover.text(40, 600, "July 2023", size=11)
    page.text(40, 40, "Flares", size=16, font="Helvetica-Bold")
    page.paragraph(40, 70, f"{WORDS} {DOSE} Table 2 lists further drugs.", width=500)
    document, statements = _read(write_pdf(tmp_path / "gout.pdf", [cover, page]))
    assert document.source.title == "Gout on the ward: Guideline for staff, second edition"
    assert (document.source.publisher, document.source.published) == ("Riverside Health Board", date(2023, 7, 1))
    assert statements[DOSE].heading_path == ("Flares",)
    assert document.extent.tables_lost == 0


def test_bold_name_above_a_table_names_it_and_a_banner_below_is_no_row(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "Gout on the ward", size=22, font="Helvetica-Bold")
    page.text(40, 80, "Doses", size=16, font="Helvetica-Bold")
    page.paragraph(40, 105, WORDS * 2, width=500)
    page.text(40, 160, "Colchicine tablets", font="Helvetica-Bold")
    rows = [["Age", "How much", "How often"], ["Adults", "0.5 mg", "twice daily"], ["Over 75", "0.25 mg", "once daily"]]
    for number, row in enumerate(rows):
        top = 176 + 20 * number
        for column, cell in enumerate(row):
            page.text(42 + 170 * column, top, cell, size=9, font="Helvetica" if number else "Helvetica-Bold")
        page.rule(40, top + 15, 550, top + 15)
    page.box(40, 245, 550, 275, colour="1 0.8 0.2 rg")
    page.rule(40, 245, 550, 245)
    page.rule(40, 275, 550, 275)
    page.text(48, 252, "Urgent advice: call the registrar if:", size=13, font="Helvetica-Bold")
    page.text(60, 290, "• the patient has a fever")
    _, statements = _read(write_pdf(tmp_path / "gout.pdf", [page]))
    row = statements["Adults — how much: 0.5 mg; how often: twice daily"]
    assert (row.heading_path, row.lead_in) == (("Doses",), "Colchicine tablets")
    assert not [text for text in statements if "Urgent" in text]
    assert statements["the patient has a fever"].heading_path[-1] == "Urgent advice: call the registrar if"


def test_notice_above_the_title_does_not_take_the_first_lines_along(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 30, "Cookies on this site", size=16, font="Helvetica-Bold")
    page.paragraph(40, 55, "We use cookies to count visits to the site.", width=500)
    page.text(40, 100, "Gout on the ward", size=22, font="Helvetica-Bold")
    page.paragraph(40, 135, f"{DOSE} {WORDS}", width=500)
    page.text(40, 190, "Diet", size=16, font="Helvetica-Bold")
    page.paragraph(40, 215, WORDS, width=500)
    _, statements = _read(write_pdf(tmp_path / "gout.pdf", [page]))
    assert statements[DOSE].heading_path == ()
    assert not [text for text in statements if "cookies" in text]
