"""Shapes that publishers' tools give to pages, PDFs and Word files, each with a fact that is easily lost."""

from datetime import date
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.errors import UnreadableDocumentError
from ingest.parse.choose import parse_file
from ingest.parse.dates import find_dates

WORDS = (
    "Staff record the decision in the notes and tell the patient about the plan, because most errors of this kind happen when"
    " wards hand over to each other at the change of shifts. "
)
DOSE = "Give colchicine 0.5 mg twice daily."
BOLD = "Helvetica-Bold"


def _statements(document: Document) -> dict[str, Statement]:
    return {one.text: one for one in cut(document)[1]}


def _html(folder: Path, body: str, head: str = "") -> tuple[Document, dict[str, Statement]]:
    path = folder / "page.html"
    path.write_text(f"<html><head>{head}</head><body><main><h1>Gout</h1>{body}</main></body></html>", encoding="utf-8")
    document = parse_file(path)
    return document, _statements(document)


def _pdf(folder: Path, *pages: Page) -> dict[str, Statement]:
    return _statements(parse_file(write_pdf(folder / "gout.pdf", list(pages))))


def _page() -> Page:
    page = Page()
    page.text(40, 40, "Gout on the ward", size=20, font=BOLD)
    page.text(40, 80, "Flares", size=14, font=BOLD)
    return page


def test_whom_a_dose_is_for_is_kept_where_only_a_word_above_it_says_so(tmp_path: Path) -> None:
    doses = (("Adult", DOSE), ("Child 1 to 11 years", "Give 0.1 mg."))
    boxes = "".join(f"<div class=g><span>{who}</span><p>{dose}</p></div>" for who, dose in doses)
    section = f"<section><h3>Dose</h3><div>By mouth</div>{boxes}</section>"
    _, statements = _html(tmp_path, f"<h2>Flares</h2>{section}<p>Rest the joint.</p>")
    assert statements[DOSE].lead_in == "By mouth › Adult"
    assert statements["Give 0.1 mg."].lead_in == "By mouth › Child 1 to 11 years"
    assert statements["Rest the joint."].lead_in == ""


def test_second_sentence_of_a_definition_keeps_its_term(tmp_path: Path) -> None:
    _, statements = _html(tmp_path, f"<h2>Drugs</h2><dl><dt>Colchicine</dt><dd>{DOSE} Not in kidney failure.</dd></dl>")
    assert statements["Not in kidney failure."].lead_in == "Colchicine"


@pytest.mark.parametrize(
    "around",
    [
        "<ul><li><a href='#f'>Flares</a></li><li><a href='#d'>Diet</a></li></ul>",
        "<div>In this topic: <a href='#f'>Flares</a> | <a href='#d'>Diet</a></div>",
        "<div><a href=/quiz>Test yourself</a><a href=/more>Take the course</a></div>",
        "<div class=p><strong>Reviewed by Dr. Jo Brown</strong><p>Dr. Brown likes walking by the sea with two dogs.</p></div>",
    ],
    ids=["own headings listed", "own headings in a line", "buttons in a row", "about the reviewer"],
)
def test_ways_around_a_page_and_its_makers_are_no_statements(tmp_path: Path, around: str) -> None:
    body = f"<h2 id=f>Flares</h2><p>{DOSE}</p>{around}<h2 id=d>Diet</h2><p>Beer is avoided.</p>"
    assert set(_html(tmp_path, body)[1]) == {DOSE, "Beer is avoided."}


def test_mark_to_edit_a_part_is_no_word_of_its_heading(tmp_path: Path) -> None:
    edit = "<span>[</span><a href=/e>edit</a><span>]</span>"
    _, statements = _html(tmp_path, f"<h2>Flares<span class=e>{edit}</span></h2><p>{DOSE}</p>")
    assert statements[DOSE].heading_path == ("Flares",)


def test_office_that_wrote_a_page_of_a_larger_site_is_its_publisher(tmp_path: Path) -> None:
    site = '"publisher": {"@type": "Organization", "name": "GOV"}'
    said = f'{{"@type": "Article", {site}, "author": {{"@type": "%s", "name": "%s"}}}}'
    agency = "Northland Health Agency"
    for kind, name, publisher in (("Organization", agency, agency), ("Person", "Jo Brown", "GOV")):
        head = f"<script type='application/ld+json'>{said % (kind, name)}</script>"
        assert _html(tmp_path, f"<h2>Flares</h2><p>{DOSE}</p>", head)[0].source.publisher == publisher


def test_archive_without_a_page_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.mht"
    path.write_bytes(b"MIME-Version: 1.0\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlh\r\n")
    with pytest.raises(UnreadableDocumentError, match="holds no web page"):
        parse_file(path)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Last updated 03/04/2024", date(2024, 3, 4)),
        ("Last updated 03/04/2024\nNext review 30/09/2026", date(2024, 4, 3)),
    ],
    ids=["nothing tells", "another date tells"],
)
def test_day_is_told_from_month_by_the_other_dates_of_a_document(text: str, day: date) -> None:
    assert find_dates(text).updated == day


def test_date_of_a_review_to_come_is_no_date_of_issue() -> None:
    assert find_dates("Review date: 30/09/2026").published is None
    assert find_dates("Owner: R. Mehta\nDate: 14/10/2024").published == date(2024, 10, 14)


def test_table_on_the_cover_of_a_pdf_is_no_evidence(tmp_path: Path) -> None:
    cover = Page()
    cover.text(40, 60, "Gout on the ward", size=20, font=BOLD)
    rows = (("Author:", "Dr K. Patel"), ("Ratified by:", "Clinical Standards Group"), ("Applies to:", "All adult wards"))
    for number, (key, value) in enumerate(rows):
        cover.text(44, 124 + 20 * number, key)
        cover.text(164, 124 + 20 * number, value)
    for height in range(120, 190, 20):
        cover.rule(40, height, 400, height)
    for x in (40, 160, 400):
        cover.rule(x, 120, x, 180)
    text = _page()
    text.paragraph(40, 105, f"{DOSE} {WORDS * 4}", width=500)
    statements = _pdf(tmp_path, cover, text)
    assert DOSE in statements
    assert not [one for one in statements if "Standards" in one]


def test_inner_items_marked_with_a_letter_stand_below_the_item_that_announces_them(tmp_path: Path) -> None:
    page = _page()
    page.paragraph(40, 105, WORDS * 2, width=500)
    items = ((50, "• looks for pain, using:"), (70, "o the scale if the patient can speak"), (70, "o a chart if not"))
    for number, (x, words) in enumerate(items):
        page.text(x, 160 + 14 * number, words)
    page.paragraph(40, 210, WORDS * 2, width=500)
    statements = _pdf(tmp_path, page)
    assert statements["the scale if the patient can speak"].lead_in.startswith("looks for pain")
    assert "a chart if not" in statements


def test_table_without_rules_is_read_by_its_bold_heads(tmp_path: Path) -> None:
    page = _page()
    page.paragraph(40, 105, WORDS * 2, width=500)
    body = (("30 to 60", "0.5 mg twice daily", "no change"), ("10 to 30", "0.5 mg once daily", "no change"))
    rows = (("eGFR", "Colchicine", "Prednisolone"), *body)
    for number, row in enumerate(rows):
        for x, cell in zip((40, 140, 300), row, strict=True):
            page.text(x, 170 + 16 * number, cell, font="Helvetica" if number else BOLD)
    page.paragraph(40, 240, WORDS * 2, width=500)
    assert any("10 to 30" in one and "colchicine: 0.5 mg once daily" in one for one in _pdf(tmp_path, page))


def test_line_across_the_foot_of_two_columns_does_not_hide_the_white_between_them(tmp_path: Path) -> None:
    page = _page()
    page.paragraph(40, 110, f"{WORDS}Start colchicine 2 to 4 weeks after the flare has settled.", width=262)
    page.paragraph(314, 104, f"{WORDS}Beer is avoided.", width=262)
    page.text(40, 220, "Tarn Valley Federation of general practices, 4 Mill Road, Tarn, and its partners in the valley.", size=9)
    statements = _pdf(tmp_path, page)
    assert "Start colchicine 2 to 4 weeks after the flare has settled." in statements
    assert "Beer is avoided." in statements


def test_hospital_above_the_title_of_a_word_file_is_not_the_title(tmp_path: Path) -> None:
    word = docx.Document()
    for words, size in (("Lydgate General Hospital", 12), ("GOUT: WARD PROTOCOL", 18), ("1. FLARES", 13)):
        word.add_paragraph().add_run(words).bold = True
        word.paragraphs[-1].runs[0].font.size = Pt(size)
    word.add_paragraph(DOSE)
    word.save(tmp_path / "gout.docx")
    document = parse_file(tmp_path / "gout.docx")
    assert (document.source.title, document.source.publisher) == ("GOUT: WARD PROTOCOL", "Lydgate General Hospital")
    assert _statements(document)[DOSE].heading_path == ("FLARES",)


def test_sentences_side_by_side_are_no_table(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Flares", 1)
    cells = word.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = DOSE, "Count the days from the first day of pain."
    word.save(tmp_path / "gout.docx")
    assert set(_statements(parse_file(tmp_path / "gout.docx"))) == {DOSE, "Count the days from the first day of pain."}


def test_foot_of_a_table_stands_below_its_rows_wherever_the_source_has_it(tmp_path: Path) -> None:
    foot = "<tfoot><tr><td colspan=2>* Halve it after dialysis.</td></tr></tfoot>"
    rows = "<tr><td>Adult</td><td>5 mg*</td></tr><tr><td>Child</td><td>2 mg</td></tr>"
    table = f"<table><thead><tr><th>Who</th><th>Dose</th></tr></thead>{foot}<tbody>{rows}</tbody></table>"
    _, statements = _html(tmp_path, f"<h2>Flares</h2>{table}")
    assert "* Halve it after dialysis." in statements
    assert {one.lead_in for one in statements.values()} == {""}


def test_heading_that_only_gives_the_date_of_change_is_no_section(tmp_path: Path) -> None:
    document, statements = _html(tmp_path, f"<h2>Flares</h2><p>{DOSE}</p><h3>Revised: 6/2023</h3><p>Rest the joint.</p>")
    assert document.source.updated == date(2023, 6, 1)
    assert statements["Rest the joint."].heading_path == ("Flares",)


def test_running_foot_above_the_number_of_its_page_is_no_statement(tmp_path: Path) -> None:
    path = tmp_path / "gout.txt"
    first = f"GOUT NETWORK\nGout: care at home\nSeptember 2023\n\n1. Flares\n\n{DOSE} {WORDS}\n\n"
    path.write_text(f"{first}Gout Network - Gout at home\nPage 1 of 2\n\n2. Diet\n\nBeer is avoided. {WORDS}\n", encoding="utf-8")
    document = parse_file(path)
    assert (document.source.title, document.source.published) == ("Gout: care at home", date(2023, 9, 1))
    assert not [one for one in _statements(document) if "Network" in one]
