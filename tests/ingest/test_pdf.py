"""PDFs as publishers set them, rule by rule: what is a heading, a row, a note, a running head."""

from pathlib import Path

from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.parse.rich import parse_rich

HEADS = ["Score", "Risk", "First review"]
ROWS = [["0", "very low", "by the usual team"], ["1 to 4", "low", "within 4 hours"], ["7 or more", "high", "at once"]]
BODY = (
    "Repeat the lactate after 2 hours and write the result where all who care for the patient can find it, as it guides what"
    " is given next."
)


def _read(path: Path, *pages: Page) -> tuple[Document, tuple[Statement, ...]]:
    document = parse_rich(write_pdf(path, list(pages)))
    return document, cut(document)[1]


def _rows(statements: tuple[Statement, ...]) -> list[str]:
    return [one.text for one in statements if one.kind.value == "table row"]


EXPECTED = [
    "Score: 0 — risk: very low; first review: by the usual team",
    "Score: 1 to 4 — risk: low; first review: within 4 hours",
    "Score: 7 or more — risk: high; first review: at once",
]


def _set(page: Page, top: float, *, rules: bool, shaded: bool = False) -> None:
    for number, row in enumerate([HEADS, *ROWS]):
        y = top + 16 * number
        if shaded and number % 2:
            page.box(50, y, 350, y + 16, colour="0.9 g")
        for column, cell in enumerate(row):
            page.text(54 + 100 * column, y + 3, cell, size=9)
        if rules:
            page.rule(50, y + 16, 350, y + 16)


def test_table_with_a_rule_below_each_row_keeps_its_heads(tmp_path: Path) -> None:
    page = Page()
    page.paragraph(50, 60, BODY, width=400)
    _set(page, 120, rules=True)
    document, statements = _read(tmp_path / "a.pdf", page)
    assert _rows(statements) == EXPECTED
    assert (document.extent.tables, document.extent.tables_lost) == (1, 0)


def test_table_without_rules_is_read_below_its_caption(tmp_path: Path) -> None:
    page = Page()
    page.paragraph(50, 60, BODY, width=400)
    page.text(50, 110, "Table 1. Review by score")
    _set(page, 126, rules=False)
    page.paragraph(50, 220, BODY, width=400)
    _, statements = _read(tmp_path / "a.pdf", page)
    assert _rows(statements) == EXPECTED
    assert {one.lead_in for one in statements if one.kind.value == "table row"} == {"Table 1. Review by score"}


def test_caption_without_a_table_counts_as_a_lost_table(tmp_path: Path) -> None:
    page = Page()
    page.paragraph(50, 60, BODY, width=400)
    page.text(50, 110, "Table 1. Review by score")
    page.picture(50, 130, 300, 200)
    document, _ = _read(tmp_path / "a.pdf", page)
    assert (document.extent.tables, document.extent.tables_lost, document.extent.figures_skipped) == (0, 1, 1)


def test_numbered_recommendations_are_statements_of_their_own_without_number(tmp_path: Path) -> None:
    page = Page()
    page.text(50, 60, "1.1 Early management", size=14, font="Helvetica-Bold")
    page.text(50, 84, "1.1.1 Give antibiotics within 1 hour. [2024]")
    page.text(50, 96.5, "1.1.2 Do not give gentamicin when the clearance is below 20 mL/min.")
    page.paragraph(50, 130, BODY, width=400)
    _, statements = _read(tmp_path / "a.pdf", page)
    assert [one.text for one in statements][:2] == [
        "Give antibiotics within 1 hour.",
        "Do not give gentamicin when the clearance is below 20 mL/min.",
    ]
    assert {one.heading_path for one in statements} == {("Early management",)}


def test_word_divided_at_the_end_of_a_line_is_put_together_and_a_compound_keeps_its_hyphen(tmp_path: Path) -> None:
    page = Page()
    page.text(50, 60, "Low-dose treatment is rare. The recommen-")
    page.text(50, 72.5, "dation holds for adults of 18-")
    page.text(50, 85, "65 years who had low-")
    page.text(50, 97.5, "dose treatment before. Give an artemisinin-")
    page.text(50, 110, "based combination.")
    page.paragraph(50, 142, BODY, width=400)
    _, statements = _read(tmp_path / "a.pdf", page)
    assert statements[2].text == "Give an artemisinin-based combination."
    assert statements[1].text == "The recommendation holds for adults of 18-65 years who had low-dose treatment before."


def test_sentence_that_goes_over_the_page_stays_whole_and_the_next_has_its_own_page(tmp_path: Path) -> None:
    first, second = Page(), Page()
    for number, page in enumerate((first, second), start=1):
        page.text(50, 30, "Imaginary Board guideline", size=8)
        page.text(290, 815, str(number), size=8)
    first.paragraph(50, 700, BODY, width=400)
    first.text(50, 760, "The infusion is given over fifteen minutes and is repeated when the")
    second.text(50, 60, "pressure stays low. It is stopped after two litres.")
    second.paragraph(50, 100, BODY, width=400)
    _, statements = _read(tmp_path / "a.pdf", first, second)
    assert [(one.text, one.page) for one in statements][1:3] == [
        ("The infusion is given over fifteen minutes and is repeated when the pressure stays low.", 1),
        ("It is stopped after two litres.", 2),
    ]


def test_raised_number_is_a_reference_and_a_power_stays_a_power(tmp_path: Path) -> None:
    page = Page()
    page.text(50, 60, "Fluids help early.")
    page.text(137, 58, "2", size=6)
    page.text(50, 80, "The dose is 30 mg/m")
    page.text(141, 78, "2", size=6)
    page.text(146, 80, "of body surface.")
    page.paragraph(50, 110, BODY, width=400)
    _, statements = _read(tmp_path / "a.pdf", page)
    texts = {one.text: one.reference_numbers for one in statements}
    assert texts["Fluids help early."] == (2,)
    assert "The dose is 30 mg/m² of body surface." in texts


def test_cells_of_several_lines_centred_in_their_rows_are_read_whole(tmp_path: Path) -> None:
    page = Page()
    page.paragraph(50, 60, BODY, width=400)
    page.text(50, 110, "Table 1. Review by score")
    for x, y, words in (
        (54, 126, "Score"),
        (154, 126, "Risk"),
        (254, 126, "First review"),
        (54, 148, "0 to 4"),
        (154, 142, "low, in most"),
        (154, 153, "people"),
        (254, 148, "within 4 hours"),
        (54, 170, "7 or more"),
        (154, 170, "high"),
        (254, 170, "at once"),
    ):
        page.text(x, y, words, size=9)
    page.paragraph(50, 220, BODY, width=400)
    _, statements = _read(tmp_path / "a.pdf", page)
    assert _rows(statements) == [
        "Score: 0 to 4 — risk: low, in most people; first review: within 4 hours",
        "Score: 7 or more — risk: high; first review: at once",
    ]


def test_table_that_goes_on_over_the_page_without_a_rule_at_its_foot_keeps_its_rows_and_pages(tmp_path: Path) -> None:
    pages = []
    for number in range(2):
        page = Page()
        top = 700.0 if number == 0 else 60.0
        if number == 0:
            page.paragraph(50, 60, BODY, width=400)
            page.text(50, top - 16, "Table 1. Review by score")
        page.rule(50, top, 350, top)
        page.rule(50, top + 16, 350, top + 16)
        rows = [HEADS, *ROWS[:2]] if number == 0 else [HEADS, *ROWS[1:]]
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                page.text(54 + 100 * column, top + 16 * line + 3, cell, size=9)
        if number:
            page.rule(50, top + 48, 350, top + 48)
            page.paragraph(50, 220, BODY, width=400)
        pages.append(page)
    document, statements = _read(tmp_path / "a.pdf", *pages)
    assert _rows(statements) == [*EXPECTED[:2], *EXPECTED[1:]]
    assert [one.page for one in statements if one.kind.value == "table row"] == [1, 1, 2, 2]
    assert (document.extent.tables, document.extent.tables_lost) == (1, 0)


def test_title_as_large_as_the_first_heading_ends_where_the_files_own_title_does(tmp_path: Path) -> None:
    page = Page()
    page.text(50, 40, "Sepsis on the ward", size=18, font="Helvetica-Bold")
    page.text(50, 64, "Scope", size=18, font="Helvetica-Bold")
    page.paragraph(50, 90, BODY, width=400)
    path = write_pdf(tmp_path / "a.pdf", [page], title="Sepsis on the ward")
    document = parse_rich(path)
    assert document.source.title == "Sepsis on the ward"
    assert {one.heading_path for one in cut(document)[1]} == {("Scope",)}


def test_boxes_and_banners_over_running_text_make_no_table(tmp_path: Path) -> None:
    page = Page()
    page.box(50, 40, 450, 70, colour="0.2 0.3 0.8 rg")
    page.text(56, 48, "Information for patients", size=12)
    page.text(50, 90, "Iron infusion", size=24)
    page.text(50, 130, "Before your infusion", size=15)
    for number, words in enumerate(("Stop iron tablets 1 week before.", "Bring a list of your medicines.")):
        page.text(54, 155 + 16 * number, "•")
        page.text(68, 155 + 16 * number, words)
    page.paragraph(50, 200, BODY, width=390)
    page.box(50, 250, 450, 290, colour="0.9 g")
    page.text(56, 256, "Important", font="Helvetica-Bold")
    page.text(56, 270, "Do not come when you have a fever.")
    page.text(50, 305, "Dose by weight", size=15)
    for number, row in enumerate((("Weight", "Dose"), ("below 70 kg", "1000 mg"), ("70 kg or more", "1500 mg"))):
        for column, cell in enumerate(row):
            if number != 1:
                page.box(50 + 200 * column, 330 + 18 * number, 250 + 200 * column, 348 + 18 * number, colour="0.8 g")
            page.text(56 + 200 * column, 334 + 18 * number, cell, size=9)
    document, statements = _read(tmp_path / "a.pdf", page)
    assert document.source.title == "Iron infusion"
    found = {(one.heading_path, one.text) for one in statements}
    assert (("Before your infusion",), "Stop iron tablets 1 week before.") in found
    assert any(text == "Do not come when you have a fever." for _, text in found)
    assert _rows(statements) == ["Weight: below 70 kg — dose: 1000 mg", "Weight: 70 kg or more — dose: 1500 mg"]
    assert (document.extent.tables, document.extent.tables_lost) == (1, 0)


def test_small_text_far_below_a_note_is_none_of_it(tmp_path: Path) -> None:
    page = Page()
    page.text(50, 40, "Thrombosis on the ward", size=18, font="Helvetica-Bold")
    page.text(50, 66, "1 Lakeside Hospital", size=8)
    page.paragraph(50, 100, "Heparin prevents most clots. Stockings help few.", width=400, size=8)
    page.paragraph(50, 140, BODY, width=400)
    page.paragraph(50, 200, BODY, width=400)
    _, statements = _read(tmp_path / "a.pdf", page)
    assert "Heparin prevents most clots." in {one.text for one in statements}
