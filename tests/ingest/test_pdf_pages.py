"""PDFs as journals and agencies set them: mastheads, heads that change sides, uneven columns, boxes, tables that go on."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pdf_maker import WIDTH, Page, write_pdf

from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.parse.choose import parse_file

WORDS = (
    "Staff record the decision in the notes and tell the patient about the plan, because most errors of this kind happen when"
    " wards hand over to each other at the change of shifts. "
)
LEFT, RIGHT, COLUMN = 40.0, 310.0, 245.0
DOSE = "Give colchicine 0.5 mg twice daily."


def _read(path: Path, pages: list[Page], title: str = "") -> tuple[Document, dict[str, Statement]]:
    document = parse_file(write_pdf(path / "joints.pdf", pages, title=title))
    return document, {one.text: one for one in cut(document)[1]}


def _heads(page: Page, left: str, right: str) -> None:
    page.text(LEFT, 25, left, size=7)
    page.text(WIDTH - 120, 25, right, size=7)
    page.rule(LEFT, 38, WIDTH - LEFT, 38)


def _columns(page: Page, top: float, left: str, right: str) -> None:
    page.paragraph(LEFT, top, left, width=COLUMN)
    page.paragraph(RIGHT, top, right, width=COLUMN)


def _journal() -> list[Page]:
    """Three pages: two even columns; uneven ones below a table; and the rest of the table above a last section."""
    one, two, three = Page(), Page(), Page()
    one.text(WIDTH - 200, 30, "ANNALS OF JOINTS", size=16, font="Helvetica-Bold")
    one.text(LEFT, 70, "Gout on the ward: guidance for staff", size=15, font="Helvetica-Bold")
    one.text(LEFT, 95, "A. Roe, B. M. Doe & C. de Low, on behalf of the Joint Board", size=9)
    one.text(LEFT, 110, "Department of Joints, Riverside Hospital, Springfield; Centre of Feet, Oakham", size=7)
    one.text(LEFT, 140, "FLARES", size=11, font="Helvetica-Bold")
    _columns(one, 160, WORDS * 6, WORDS * 6)
    one.paragraph(
        LEFT, 770, "*Correspondence to: Joint Board, 1 Oak Street, Springfield, which answers letters of", width=290, size=7
    )
    one.paragraph(LEFT, 780, "readers about this text. E-mail: board@joints.example.", width=290, size=7)
    _heads(two, "Annals of Joints", "A. Roe et al.")
    two.text(LEFT, 52, "Table 1. Drugs for flares", size=9, font="Helvetica-Bold")
    rows = [["Drug", "Dose", "Caution"], ["Colchicine", "0.5 mg twice daily", "Kidneys"], ["Naproxen", "500 mg", "Stomach"]]
    two.open_table(LEFT, 66, rows, [170, 170, 170])
    two.text(LEFT, 150, "Kidneys", size=10, font="Helvetica-Bold")
    _columns(two, 170, WORDS * 8, "Halve the dose below 30 mL/min. " + DOSE)
    _heads(three, "A. Roe et al.", "Annals of Joints")
    three.text(LEFT, 52, "Table 1. (continued)", size=9, font="Helvetica-Bold")
    three.open_table(LEFT, 66, [rows[0], ["Prednisone", "30 mg", "Sugar"], ["Anakinra", "100 mg", "Fever"]], [170, 170, 170])
    three.text(LEFT, 150, "DIET", size=11, font="Helvetica-Bold")
    _columns(three, 170, WORDS * 3 + "Beer is avoided.", "Drink water. " + WORDS)
    return [one, two, three]


def test_name_of_the_journal_is_not_the_title_and_what_stands_below_the_title_is_set_aside(tmp_path: Path) -> None:
    document, statements = _read(tmp_path, _journal())
    assert document.source.title == "Gout on the ward: guidance for staff"
    assert not [text for text in statements if "Roe" in text or "Springfield" in text or "Annals" in text]


def test_heads_that_change_sides_are_no_column_heads_and_the_rule_below_them_none_of_the_table(tmp_path: Path) -> None:
    _, statements = _read(tmp_path, _journal())
    rows = [text for text, one in statements.items() if one.kind.value == "table row"]
    assert rows == [
        "Colchicine — dose: 0.5 mg twice daily; caution: Kidneys",
        "Naproxen — dose: 500 mg; caution: Stomach",
        "Prednisone — dose: 30 mg; caution: Sugar",
        "Anakinra — dose: 100 mg; caution: Fever",
    ]


def test_table_that_goes_on_stands_where_it_began_and_keeps_its_pages(tmp_path: Path) -> None:
    _, statements = _read(tmp_path, _journal())
    first, last = statements["Naproxen — dose: 500 mg; caution: Stomach"], statements["Anakinra — dose: 100 mg; caution: Fever"]
    assert first.heading_path == last.heading_path == ("FLARES",)
    assert first.lead_in == last.lead_in == "Table 1. Drugs for flares"
    assert (first.page, last.page) == (2, 3)


def test_short_right_column_is_read_after_the_left_one(tmp_path: Path) -> None:
    _, statements = _read(tmp_path, _journal())
    assert (statements[DOSE].heading_path, statements[DOSE].page) == (("FLARES", "Kidneys"), 2)
    assert statements["Halve the dose below 30 mL/min."].page == 2
    assert {"Beer is avoided.", "Drink water."} <= statements.keys()


def test_heading_in_a_box_ends_with_the_box(tmp_path: Path) -> None:
    page = Page()
    page.text(LEFT, 40, "Gout on the ward", size=18, font="Helvetica-Bold")
    page.text(LEFT, 80, "Flares", size=14, font="Helvetica-Bold")
    page.paragraph(LEFT, 105, WORDS * 2, width=500)
    page.box(LEFT, 200, 540, 270, colour="0.9 g")
    page.text(LEFT + 8, 206, "Key points", font="Helvetica-Bold")
    page.paragraph(LEFT + 8, 224, "Start within one day. Rest the joint for two days.", width=450)
    page.paragraph(LEFT, 290, f"{DOSE} {WORDS}", width=500)
    _, statements = _read(tmp_path, [page])
    assert statements["Rest the joint for two days."].heading_path == ("Flares", "Key points")
    assert statements[DOSE].heading_path == ("Flares",)


def test_heading_on_a_shade_of_its_own_reaches_the_text_below(tmp_path: Path) -> None:
    page = Page()
    page.text(LEFT, 40, "Gout on the ward", size=18, font="Helvetica-Bold")
    page.paragraph(LEFT, 80, WORDS * 2, width=500)
    page.box(LEFT, 160, 540, 190, colour="0.9 g")
    page.text(LEFT + 8, 168, "Flares", font="Helvetica-Bold")
    page.paragraph(LEFT, 205, DOSE, width=500)
    assert _read(tmp_path, [page])[1][DOSE].heading_path == ("Flares",)


def test_columns_of_a_single_uneven_page_are_told_by_their_full_lines(tmp_path: Path) -> None:
    page = Page()
    page.text(LEFT, 40, "Gout on the ward", size=18, font="Helvetica-Bold")
    page.text(LEFT, 80, "Flares", size=14, font="Helvetica-Bold")
    _columns(page, 105, WORDS * 12, WORDS * 2 + DOSE)
    _, statements = _read(tmp_path, [page])
    assert DOSE in statements
    assert WORDS.strip() in statements


def _bands(page: Page, top: int, rows: Sequence[tuple[str, str]], *, left: int = 60) -> None:
    for number, (one, other) in enumerate(rows):
        page.rule(left, top + 20 * number, 500, top + 20 * number)
        page.text(left + 5, top + 20 * number + 5, one)
        page.text(left + 205, top + 20 * number + 5, other)
    page.rule(left, top + 20 * len(rows), 500, top + 20 * len(rows))


def _dosing(tmp_path: Path, *, left: int) -> list[str]:
    first, second = Page(), Page()
    first.text(60, 40, "Warfarin on the ward", size=20, font="Helvetica-Bold")
    first.text(60, 90, "Changing the dose", size=14, font="Helvetica-Bold")
    first.paragraph(60, 120, f"Change the weekly dose by the morning figure. {WORDS}", width=440)
    _bands(first, 700, [("Figure", "What to do"), ("Below 1.5", "Add a tenth"), ("1.5 to 1.9", "Add a twentieth")])
    _bands(second, 40, [("3.1 to 4.0", "Take a tenth off"), ("Above 4.0", "Leave a day out")], left=left)
    second.paragraph(60, 120, f"Measure again after 4 days. {WORDS}", width=440)
    return [one.text for one in cut(parse_file(write_pdf(tmp_path / "warfarin.pdf", [first, second])))[1]]


def test_two_rows_at_the_top_of_a_page_go_on_with_the_table_before(tmp_path: Path) -> None:
    assert "Figure: Above 4.0 — what to do: Leave a day out" in _dosing(tmp_path, left=60)


def test_two_rows_in_other_columns_are_no_rest_of_a_table(tmp_path: Path) -> None:
    assert not [text for text in _dosing(tmp_path, left=120) if "Figure: 3.1" in text]


@pytest.mark.parametrize(("label", "path"), [("STOP", ("Doses",)), ("Renal impairment", ("Doses", "Renal impairment"))])
def test_kind_of_a_shaded_box_is_no_heading(tmp_path: Path, label: str, path: tuple[str, ...]) -> None:
    page = Page()
    page.text(60, 40, "Warfarin on the ward", size=20, font="Helvetica-Bold")
    page.text(60, 90, "Doses", size=16, font="Helvetica-Bold")
    page.paragraph(60, 120, f"Give 5 mg on the first evening. {WORDS}", width=440)
    page.box(60, 300, 500, 360, colour="0.9 g")
    page.text(70, 308, label, size=13, font="Helvetica-Bold")
    page.text(70, 330, "Never give a second dose before the figure is known.")
    page.paragraph(60, 400, f"Tell the clinic on the day of discharge. {WORDS}", width=440)
    found = cut(parse_file(write_pdf(tmp_path / "warfarin.pdf", [page])))[1]
    assert next(one.heading_path for one in found if "second dose" in one.text) == path
    assert next(one.heading_path for one in found if "discharge" in one.text) == ("Doses",)
