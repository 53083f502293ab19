"""What PDFs set beside their text or above several columns, and divide at line ends: nothing of it gets into another sentence."""

from pathlib import Path

from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.parse.choose import parse_file

WORDS = (
    "Staff record the decision in the notes and tell the patient about the plan, because most errors of this kind happen when"
    " wards hand over to each other at the change of shifts."
)
DOSE = "Give colchicine 0.5 mg twice daily."
X = 40.0


def _page(heading: str = "Flares", x: float = X) -> Page:
    page = Page()
    page.text(X, 40, "Gout on the ward", size=20, font="Helvetica-Bold")
    page.text(x, 80, heading, size=14, font="Helvetica-Bold")
    return page


def _read(path: Path, page: Page) -> tuple[Document, dict[str, Statement]]:
    document = parse_file(write_pdf(path / "gout.pdf", [page]))
    statements = {one.text: one for one in cut(document)[1]}
    statements.pop(WORDS, None)
    return document, statements


def test_three_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    page = _page()
    for number, x in enumerate((40, 220, 400)):
        page.paragraph(x, 105, f"{WORDS} " * 5 + f"Column {number} ends here.", width=160, size=9)
    assert list(_read(tmp_path, page)[1]) == [f"Column {number} ends here." for number in range(3)]


def test_letter_that_opens_a_text_belongs_to_its_word(tmp_path: Path) -> None:
    page = _page()
    page.text(X, 102, "G", size=36)
    page.paragraph(75, 105, f"out is a disease of the joints that comes in flares. {WORDS}", width=465)
    page.paragraph(X, 150, DOSE, width=500)
    assert list(_read(tmp_path, page)[1]) == ["Gout is a disease of the joints that comes in flares.", DOSE]


def test_notes_in_the_margin_stay_out_of_the_sentences_beside_them(tmp_path: Path) -> None:
    page = _page(x=160)
    below = page.paragraph(160, 105, f"{WORDS} " * 4 + DOSE, width=380)
    page.paragraph(X, 110, "Treat within one day of onset.", width=100, size=8)
    page.text(160, below + 20, "Diet", size=14, font="Helvetica-Bold")
    page.paragraph(160, below + 42, f"{WORDS} Beer is avoided.", width=380)
    _, statements = _read(tmp_path, page)
    found = [(text, one.heading_path) for text, one in statements.items()]
    assert found == [(DOSE, ("Flares",)), ("Treat within one day of onset.", ("Flares",)), ("Beer is avoided.", ("Diet",))]


def test_box_beside_the_text_is_read_by_itself(tmp_path: Path) -> None:
    page = _page()
    page.paragraph(X, 105, f"{WORDS} " * 6 + DOSE, width=330)
    page.box(390, 100, 555, 200, colour="0.92 g")
    page.text(398, 106, "Warning signs", font="Helvetica-Bold")
    page.paragraph(398, 124, "Fever above 38. Pain in many joints.", width=150, size=9)
    _, statements = _read(tmp_path, page)
    assert statements[DOSE].heading_path == ("Flares",)
    assert statements["Pain in many joints."].heading_path == ("Flares", "Warning signs")


def test_heads_over_several_columns_are_bound_to_each_and_groups_to_their_rows(tmp_path: Path) -> None:
    page = _page("Doses")
    page.paragraph(X, 105, WORDS, width=500)
    page.text(X, 150, "Table 1. Doses by kidney function", size=9, font="Helvetica-Bold")
    rows = [
        ["Drug", "Normal kidneys", "", "Impaired kidneys", ""],
        ["", "Dose", "Gap", "Dose", "Gap"],
        ["Adults", "", "", "", ""],
        ["Colchicine", "1 mg", "12 h", "0.5 mg", "24 h"],
        ["Children", "", "", "", ""],
        ["Ibuprofen", "10 mg/kg", "8 h", "Avoid", "None"],
    ]
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            page.text(42 + 100 * column, 166 + 15 * number, cell, size=9)
    for y in (163, 193, 258):
        page.rule(X, y, 550, y)
    page.rule(142, 178, 330, 178)
    page.rule(342, 178, 530, 178)
    _, statements = _read(tmp_path, page)
    heads = "normal kidneys, dose: {}; normal kidneys, gap: {}; impaired kidneys, dose: {}; impaired kidneys, gap: {}"
    caption = "Table 1. Doses by kidney function"
    assert [(one.lead_in, text) for text, one in statements.items()] == [
        (f"{caption} › Adults", "Colchicine — " + heads.format("1 mg", "12 h", "0.5 mg", "24 h")),
        (f"{caption} › Children", "Ibuprofen — " + heads.format("10 mg/kg", "8 h", "Avoid", "None")),
    ]


def test_words_divided_at_line_ends_are_put_together(tmp_path: Path) -> None:
    page = _page()
    lines = [
        "Colchicine is a well-",
        "known drug that low-",
        "ers pain. Non-",
        "steroidal drugs are anti-",
        "inflammatory.",
    ]
    for number, line in enumerate(lines):
        page.text(X, 105 + 12.5 * number, line)
    page.paragraph(X, 200, WORDS, width=500)
    assert list(_read(tmp_path, page)[1]) == [
        "Colchicine is a well-known drug that lowers pain.",
        "Non-steroidal drugs are anti-inflammatory.",
    ]


def test_references_without_numbers_are_told_apart_by_their_authors(tmp_path: Path) -> None:
    page = _page()
    page.paragraph(X, 105, WORDS, width=500)
    page.text(X, 150, "Bibliography", size=14, font="Helvetica-Bold")
    page.paragraph(X, 172, "Roe A, Doe B (2019) Resting joints. Journal of Joints 12: 3-9.", width=500, size=9)
    page.paragraph(X, 186, "Low C (2020) Colchicine at low dose. Joints Today 4: 11-15.", width=500, size=9)
    assert [entry.year for entry in _read(tmp_path, page)[0].references] == [2019, 2020]
