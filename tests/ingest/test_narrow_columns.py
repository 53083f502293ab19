"""Tables of PDFs whose columns stand close, and what is no row or column of one; the small parts of a paper's first page."""

from pathlib import Path

import pytest
from pdf_maker import Page, width_of, write_pdf

from ingest.chunk import cut
from ingest.documents import Statement
from ingest.parse.choose import parse_file
from ingest.parse.opening import _lists_places
from ingest.parse.pdf.tables import _is_list

WORDS = (
    "Staff record the decision in the notes and tell the patient about the plan, because most errors of this kind happen when"
    " wards hand over to each other at the change of shifts."
)
FONT = "Times-Roman"


def _page() -> Page:
    page = Page()
    page.text(40, 40, "Thrush on the ward", size=20, font="Helvetica-Bold")
    page.text(40, 80, "Treating", size=14, font="Helvetica-Bold")
    page.paragraph(40, 105, f"{WORDS} " * 3, width=500)
    page.text(40, 195, "Table 1. First choice by severity.", size=9)
    return page


def _read(folder: Path, page: Page) -> dict[str, Statement]:
    return {one.text: one for one in cut(parse_file(write_pdf(folder / "thrush.pdf", [page])))[1]}


def _set(page: Page, top: float, row: list[tuple[float, str]]) -> None:
    for x, words in row:
        page.text(x, top, words, size=9, font=FONT)


def test_cell_of_a_narrow_column_beside_a_full_line_is_no_word_of_that_line(tmp_path: Path) -> None:
    page, full = _page(), "Mild with fever and no sepsis"
    second = 40 + width_of(full, 9, FONT) + 4.2
    rows = [
        [(40, "Patient"), (second, "Class"), (second + 60, "Drug")],
        [(40, full), (second, "I"), (second + 60, "Nystatin 100,000 units")],
        [(40, "of any organ")],
        [(40, "Severe"), (second, "IIa"), (second + 60, "Fluconazole 200 mg")],
        [(40, "Very severe"), (second, "III"), (second + 60, "Fluconazole 400 mg")],
    ]
    for top, row in zip((212, 230, 240.5, 256, 272), rows, strict=True):
        _set(page, top, row)
    for top in (209, 225, 286):
        page.rule(40, top, second + 180, top)
    found = _read(tmp_path, page)
    assert f"{full} of any organ — class: I; drug: Nystatin 100,000 units" in " ".join(found)


def test_columns_with_little_white_between_them_are_told_by_where_their_words_begin(tmp_path: Path) -> None:
    page, long = _page(), "Candida in blood (per mL)"
    second = 40 + width_of(long, 9, FONT) + 4.7
    rows = [
        [(40, "Finding"), (second, "Adults"), (second + 70, "Children")],
        [(40, long), (second, "over 10"), (second + 70, "over 5")],
        [(40, "Urine"), (second, "over 90"), (second + 70, "over 50")],
        [(40, "Sputum"), (second, "none"), (second + 70, "none")],
    ]
    for top, row in zip((212, 230, 246, 262), rows, strict=True):
        _set(page, top, row)
    for top in (209, 225, 276):
        page.rule(40, top, second + 140, top)
    found = _read(tmp_path, page)
    assert f"{long} — adults: over 10; children: over 5" in " ".join(found)


def test_amounts_below_each_other_stay_with_their_units(tmp_path: Path) -> None:
    page = _page()
    rows = [["Drug", "Dose"], ["Nystatin", "10 mL daily"], ["Fluconazole", "20 mg daily"], ["Miconazole", "50 mg daily"]]
    page.open_table(40, 210, rows, [120, 120])
    assert "Fluconazole — dose: 20 mg daily" in " ".join(_read(tmp_path, page))


def test_column_of_lone_bullets_makes_a_list_and_no_table() -> None:
    assert _is_list([["•", "Look into the mouth at every visit."], ["•", "Rinse the mouth after each dose."]])
    assert not _is_list([["•", "Look into the mouth."], ["Nystatin", "10 mL"]])
    assert not _is_list([["✓", "Look into the mouth."], ["✓", "Rinse the mouth."]])


@pytest.mark.parametrize("words", ["2.4  After the course", "2.4  Going home"])
def test_bold_number_and_words_right_below_a_table_are_the_next_section(tmp_path: Path, words: str) -> None:
    page = _page()
    end = page.grid(40, 210, [["Drug", "Dose"], ["Nystatin", "10 mL"], ["Fluconazole", "20 mg"]], [60, 200])
    page.text(43, end + 6, "2.4", size=11, font="Helvetica-Bold")
    page.text(103, end + 6, words.split("  ")[1], size=11, font="Helvetica-Bold")
    page.paragraph(40, end + 26, "Swab the mouth again after 14 days.", width=500)
    assert _read(tmp_path, page)["Swab the mouth again after 14 days."].heading_path[-1] == words.split("  ")[1]


def test_paragraph_set_in_below_a_list_is_no_part_of_its_last_item(tmp_path: Path) -> None:
    page = _page()
    page.text(40, 230, "Look for thrush in anyone with:")
    page.text(43, 242.5, "• a dry mouth or new dentures.")
    page.text(50, 255, "A second swab after fourteen days is taken only from patients who still have")
    page.text(40, 267.5, "soreness or a fever.")
    found = _read(tmp_path, page)
    assert "A second swab after fourteen days is taken only from patients who still have soreness or a fever." in found
    assert found["a dry mouth or new dentures."].lead_in == "Look for thrush in anyone with"


def test_item_that_goes_on_in_small_letters_further_out_stays_one(tmp_path: Path) -> None:
    page = _page()
    page.text(40, 230, "Look for thrush in anyone with:")
    page.text(43, 242.5, "• a dry mouth or new dentures, and in patients on a ventilator who are given")
    page.text(50, 255, "steroids by mouth or through a tube.")
    found = _read(tmp_path, page)
    assert any(text.startswith("a dry mouth") and text.endswith("through a tube.") for text in found)


def test_abstract_that_opens_with_its_name_is_a_part_however_small(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "Thrush in hospital: a summary", size=20, font="Helvetica-Bold")
    page.text(40, 70, "1 Department of Oral Medicine, North Hospital. 2 School of Nursing, Aldwick University.", size=8)
    page.text(40, 86, "Abstract.", size=8.6, font="Helvetica-Bold")
    first = "We read 31 trials and made 12 recommendations for wards."
    page.text(40 + width_of("Abstract. ", 8.6, "Helvetica-Bold"), 86, first, size=8.6)
    page.text(40, 110, "1 Treating", size=14, font="Helvetica-Bold")
    page.paragraph(40, 135, f"{WORDS} " * 5, width=500)
    found = _read(tmp_path, page)
    assert found[first].heading_path == ("Abstract",)
    assert not any("Department" in text for text in found)


@pytest.mark.parametrize(
    "text",
    [
        "1Department of Oral Medicine, North Hospital. [2]School of Nursing, Aldwick University.",
        "* Dental Institute, Moor; † Ward 4, Aldwick General Hospital",
    ],
)
def test_places_where_authors_work_are_told(text: str) -> None:
    assert _lists_places(text)


@pytest.mark.parametrize(
    "text",
    [
        "1 The hospital gives nystatin to every patient.",
        "Department of Oral Medicine",
        "2 Clinics a week are held for adults.",
        "* Units are millilitres.",
        "1 Swab the mouth in the clinic.",
    ],
)
def test_notes_that_name_a_hospital_are_no_places_of_authors(text: str) -> None:
    assert not _lists_places(text)


@pytest.mark.parametrize("byline", ["Ana Ruel, Jo Tamm, and Kai de Vries", "Ana Ruel and Jo Tamm"])
def test_names_set_large_above_the_abstract_head_nothing(tmp_path: Path, byline: str) -> None:
    page = Page()
    page.text(40, 40, "Thrush in hospital: a summary", size=20, font="Helvetica-Bold")
    page.text(40, 70, byline, size=13, font="Helvetica-Bold")
    page.text(40, 88, "Aldwick University, Moorland", size=10)
    page.text(40, 110, "Abstract", size=11, font="Helvetica-Bold")
    page.text(40, 126, "We read 31 trials and made 12 recommendations for wards.", size=10)
    page.text(40, 150, "1 Treating", size=14, font="Helvetica-Bold")
    page.paragraph(40, 175, f"{WORDS} " * 5, width=500)
    found = _read(tmp_path, page)
    assert found["We read 31 trials and made 12 recommendations for wards."].heading_path == ("Abstract",)
    assert not any(byline in one.heading_path for one in found.values())


@pytest.mark.parametrize(("above", "is_heading"), [("", False), ("Look into the mouth of every patient.", True)])
def test_date_set_large_heads_nothing_before_anything_is_said(tmp_path: Path, above: str, is_heading: bool) -> None:
    page = Page()
    page.text(40, 40, "Thrush in hospital: a summary", size=20, font="Helvetica-Bold")
    page.text(40, 70, "Written for wards", size=13, font="Helvetica-Bold")
    page.text(40, 90, above, size=10)
    page.text(40, 110, "6 February 2023", size=13, font="Helvetica-Bold")
    page.paragraph(40, 130, f"{WORDS} " * 5, width=500)
    page.text(40, 230, "Rinse the mouth after each dose.", size=10)
    found = _read(tmp_path, page)
    assert ("6 February 2023" in found["Rinse the mouth after each dose."].heading_path) is is_heading
