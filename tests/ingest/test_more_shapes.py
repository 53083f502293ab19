# ruff: noqa: E501 - markup reads better on one line
"""Heads that begin with a figure, headings set out of the text, tabs named by a list, three columns, boxes right below a heading."""

from pathlib import Path

import pytest
from pdf_maker import WIDTH, Page, write_pdf

from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.parse.choose import parse_file
from ingest.parse.grid import table_pieces
from ingest.parse.pieces import Role

DOSE = "Give colchicine 0.5 mg twice daily."
WORDS = (
    "Staff record the decision in the notes and tell the patient about the plan, because most errors of this kind happen when"
    " wards hand over to each other at the change of shifts. "
)
COLUMNS, COLUMN = (40.0, 220.0, 400.0), 160.0
DUMP = """Gout on the ward

Flares

  First choice

   Colchicine 0.5 mg twice daily is given to adults with a flare of gout
   for up to three days, and not to patients on dialysis.

  Second choice

   Prednisone 30 mg daily for 5 days is given to adults who do not take
   colchicine for whatever reason.

Diet

   Beer is avoided for life by patients who have had two flares or more
   in one year.
"""


def _read(file: Path) -> tuple[Document, dict[str, Statement]]:
    document = parse_file(file)
    return document, {" ".join(one.text.split()): one for one in cut(document)[1]}


def _page(path: Path, body: str) -> dict[str, Statement]:
    file = path / "page.html"
    style = "<style>.shut{display:none}</style>"
    file.write_text(
        f"<html lang=en><head>{style}</head><body><h1>Gout</h1><p>{WORDS}</p><h2>Treatment</h2>{body}</body></html>",
        encoding="utf-8",
    )
    return _read(file)[1]


def test_names_that_come_again_under_each_group_are_of_the_heads() -> None:
    groups = ["Drug", "By mouth", "By mouth", "By vein", "By vein"]
    names = ["Drug", "First", "Later", "First", "Later"]
    rows = [groups, names, ["Morphine", "10 mg", "5 mg", "2 mg", "1 mg"], ["Cyclizine", "50 mg", "25 mg", "50 mg", "20 mg"]]
    texts = [piece.text for piece in table_pieces(rows)]
    first = "Morphine — by mouth, first: 10 mg; by mouth, later: 5 mg; by vein, first: 2 mg; by vein, later: 1 mg"
    assert texts[0] == first
    assert texts[1].startswith("Cyclizine — by mouth, first: 50 mg; by mouth, later: 25 mg; ")
    below = ["Ketamine", "never", "rarely", "never", "rarely"]
    texts = [piece.text for piece in table_pieces([groups, below, *rows[2:]])]
    assert texts[0] == "Ketamine — by mouth: never; by mouth: rarely; by vein: never; by vein: rarely"


@pytest.mark.parametrize("head", ["24-hour range", "6 to 11 years", "Under 6 years"])
def test_head_that_begins_with_a_figure_names_its_column(head: str) -> None:
    rows = [["Drug", head, "Rescue"], ["Morphine", "10 to 20 mg", "2.5 mg"], ["Cyclizine", "150 mg", "None"]]
    texts = [piece.text for piece in table_pieces(rows)]
    small = head[0].lower() + head[1:]
    assert texts == [f"Morphine — {small}: 10 to 20 mg; rescue: 2.5 mg", f"Cyclizine — {small}: 150 mg; rescue: None"]


@pytest.mark.parametrize("first", [["Morphine", "5 mg", "4 hours"], ["Codeine", "2 tablets", "3 times daily"]])
def test_first_row_of_values_is_no_head(first: list[str]) -> None:
    rows = [first, ["Oxycodone", "10 mg", "6 hours"], ["Tramadol", "2 capsules", "3 times daily"]]
    assert table_pieces(rows)[0].text == f"{first[0]} — {first[1]}; {first[2]}"


def test_headings_further_out_than_the_text_have_their_level_by_column(tmp_path: Path) -> None:
    (tmp_path / "dump.txt").write_text(DUMP, encoding="utf-8")
    _, statements = _read(tmp_path / "dump.txt")
    assert [one.heading_path for one in statements.values()] == [
        ("Flares", "First choice"),
        ("Flares", "Second choice"),
        ("Diet",),
    ]


TABS = "<ul class=tabs-menu><li><a>Wards</a></li><li><a>{tab}</a></li></ul><div class=tabs-pane><h3>Wards</h3><p>Rest the joint.</p></div>"
PANE = f"<div class='tabs-pane shut'><h3>Clinics</h3><p>{DOSE}</p></div>"


def test_panels_whose_headings_are_listed_as_tabs_are_read(tmp_path: Path) -> None:
    assert _page(tmp_path, TABS.format(tab="Clinics") + PANE)[DOSE].heading_path == ("Treatment", "Clinics")


def test_panel_that_no_tab_names_stays_hidden(tmp_path: Path) -> None:
    assert DOSE not in _page(tmp_path, TABS.format(tab="Homes") + PANE)


def test_part_named_as_the_handle_of_a_fold_opens_it(tmp_path: Path) -> None:
    fold = (
        "<div class=expand-control><span>{}</span></div><div class='expand-content shut'><h3>Flares</h3>" + f"<p>{DOSE}</p></div>"
    )
    assert _page(tmp_path, fold.format("Flares"))[DOSE].heading_path == ("Treatment", "Flares")
    assert DOSE not in _page(tmp_path, fold.format(""))


def test_fold_numbered_beside_the_heading_above_it_stands_beside_it(tmp_path: Path) -> None:
    fold = f"<details><summary>{{}} Kidneys</summary><p>{DOSE}</p></details>"
    for number, path in (("3.2", ("Treatment", "3.2 Kidneys")), ("3.1.1", ("Treatment", "3.1 Flares", "3.1.1 Kidneys"))):
        statements = _page(tmp_path, f"<h3>3.1 Flares</h3><p>Rest the joint.</p>{fold.format(number)}")
        assert statements[DOSE].shown_path == path


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("<a href=/abcd>ABCD<sup>2</sup></a>", "The ABCD² score is not used on wards."),
        ("ABCD<a href='#r2'><sup>2</sup></a>", "The ABCD score is not used on wards."),
        ("<a href='#r2'>ABCD<sup>2</sup></a>", "The ABCD score is not used on wards."),
    ],
)
def test_digit_that_ends_a_linked_name_is_no_reference(tmp_path: Path, link: str, words: str) -> None:
    texts = {text.replace(" [2]", "") for text in _page(tmp_path, f"<p>The {link} score is not used on wards.</p>")}
    assert words in texts


def _journal() -> list[Page]:
    """Two pages of three columns; the first begins with a column that holds only the title and, far below, notes."""
    one, two = Page(), Page()
    for number, words in enumerate(("Gout on", "the ward")):
        one.text(COLUMNS[0], 60 + 22 * number, words, size=18, font="Helvetica-Bold")
    one.paragraph(COLUMNS[0], 600, "The board thanks its readers.", width=90, size=7)
    one.text(COLUMNS[1], 60, "FLARES", size=12, font="Helvetica-Bold")
    one.text(COLUMNS[1], 80, "First choice", size=10.5, font="Helvetica-Bold")
    one.box(COLUMNS[1], 98, COLUMNS[1] + COLUMN, 160, colour="0.9 g")
    one.text(COLUMNS[1] + 4, 102, "Advice", size=11, font="Helvetica-Bold", colour="0.6 0 0 rg")
    one.paragraph(COLUMNS[1] + 4, 120, f"{DOSE} Rest the joint.", width=COLUMN - 8)
    one.paragraph(COLUMNS[1], 175, "Stop on day three. " + WORDS * 5, width=COLUMN)
    one.paragraph(COLUMNS[2], 60, WORDS * 5, width=COLUMN)
    two.text(COLUMNS[0], 25, "S114", size=9.5)
    two.text(WIDTH - 200, 25, "Gout in Adults", size=9.5)
    two.paragraph(COLUMNS[0], 60, WORDS * 6, width=COLUMN)
    two.paragraph(COLUMNS[1], 60, WORDS * 6, width=COLUMN)
    two.paragraph(COLUMNS[2], 60, WORDS * 3 + "Beer is avoided.", width=COLUMN)
    return [one, two]


def test_third_column_that_only_other_pages_show_is_read_by_itself(tmp_path: Path) -> None:
    document, statements = _read(write_pdf(tmp_path / "gout.pdf", _journal()))
    assert document.source.title == "Gout on the ward"
    assert statements["Beer is avoided."].heading_path == ("FLARES", "First choice")


def test_box_right_below_a_heading_belongs_to_it_and_ends_in_it(tmp_path: Path) -> None:
    _, statements = _read(write_pdf(tmp_path / "gout.pdf", _journal()))
    assert statements[DOSE].heading_path == ("FLARES", "First choice", "Advice")
    assert statements["Stop on day three."].heading_path == ("FLARES", "First choice")


def test_page_number_with_a_letter_and_the_words_across_from_it_are_a_running_head(tmp_path: Path) -> None:
    document, _ = _read(write_pdf(tmp_path / "gout.pdf", _journal()))
    aside = {document.text[span.start : span.end] for span in document.furniture}
    assert {"S114", "Gout in Adults"} <= aside


def test_grade_on_a_line_of_its_own_is_no_heading(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "Gout on the ward", size=18, font="Helvetica-Bold")
    page.text(40, 80, "Flares", size=14, font="Helvetica-Bold")
    page.paragraph(40, 105, WORDS * 3 + DOSE, width=500)
    page.text(40, 175, "B", font="Helvetica-Bold")
    page.paragraph(40, 200, "Rest the joint. " + WORDS, width=500)
    assert _read(write_pdf(tmp_path / "gout.pdf", [page]))[1]["Rest the joint."].heading_path == ("Flares",)


def test_hours_of_the_day_head_the_columns_of_a_dosing_table() -> None:
    pieces = table_pieces([["Day", "08:00", "14:00", "22:00"], ["1", "30", "30", "30"], ["2", "25", "20", "25"]])
    assert [piece.text for piece in pieces if piece.role is Role.ROW] == [
        "Day: 1 — 08:00: 30; 14:00: 30; 22:00: 30",
        "Day: 2 — 08:00: 25; 14:00: 20; 22:00: 25",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["Clinic", "09:00", "10:30"], ["Ward round", "08:00", "09:00"]], id="hours-in-every-row"),
        pytest.param([["Adults", "5 mg", "10 mg"], ["6 to 11 years", "2 mg", "4 mg"]], id="doses"),
        pytest.param([["2", "08:00", "14:00"], ["3", "25", "20"]], id="first-row-has-no-name"),
    ],
)
def test_row_that_is_like_the_others_heads_nothing(rows: list[list[str]]) -> None:
    assert len([piece for piece in table_pieces(rows) if piece.role is Role.ROW]) == len(rows)
