"""Headings of a PDF that come again below others and only say what is below all of them."""

from pathlib import Path

import pytest
from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.documents import Statement
from ingest.parse.choose import parse_file
from ingest.parse.pdf.cells import Table
from ingest.parse.pdf.lines import Line
from ingest.parse.pdf.paragraphs import Assembly
from ingest.parse.pdf.placed import place_table
from ingest.parse.pdf.type import Setting

BOLD = "Helvetica-Bold"
PARTS = (
    ("I. Whose joint is aspirated?", "Every hot joint is aspirated before the first dose is given."),
    ("II. Who is given colchicine?", "Adults with a flare are given 0.5 mg twice daily until the pain has gone."),
    ("III. Who is not?", "Patients on dialysis are not given colchicine, whatever the pain."),
)


def _read(folder: Path, kinds: tuple[str, str, str]) -> dict[str, Statement]:
    page, top = Page(), 100.0
    page.text(50, 40, "Care of acute gout on medical wards", size=18, font=BOLD)
    page.text(50, 75, "RECOMMENDED CARE", size=14, font=BOLD)
    for (head, text), kind in zip(PARTS, kinds, strict=True):
        page.text(50, top, head, size=11, font=BOLD)
        top += 20
        if kind:
            page.text(50, top, kind, size=12, font=BOLD)
            top += 20
        page.text(50, top, text)
        page.text(50, top + 14, "What was done is written down in the notes of the patient on the same day.")
        top += 45
    return {one.text: one for one in cut(parse_file(write_pdf(folder / "gout.pdf", [page])))[1]}


def test_kind_that_comes_again_below_each_question_heads_nothing(tmp_path: Path) -> None:
    found = _read(tmp_path, ("Recommendations", "Recommendations", ""))
    for head, text in PARTS:
        assert found[text].heading_path[-1].endswith(head.partition(" ")[2])
        assert "Recommendations" not in found[text].heading_path


@pytest.mark.parametrize("kinds", [("Recommendations", "", ""), ("Dose", "Dose", "")])
def test_heading_that_comes_once_or_names_something_stays(tmp_path: Path, kinds: tuple[str, str, str]) -> None:
    found = _read(tmp_path, kinds)
    assert kinds[0] in found[PARTS[0][1]].heading_path


def test_heads_alone_at_the_foot_of_a_page_name_the_columns_on_the_next() -> None:
    heads = [["Drug", "First dose", "Longest course"]]
    rows = [["Colchicine", "1 mg", "4 days"], ["Prednisone", "30 mg", "5 days"], ["Naproxen", "500 mg", "8 days"]]
    edges = (50.0, 190.0, 330.0, 470.0)
    tables = [Table(grid=grid, heads=None, box=(50.0, 60.0, 470.0, 90.0), edges=edges) for grid in (heads, rows)]
    lines = [Line("", 50, 470, 60, 90, 9, False, False, (0.0,), page, (50, 470), table=page - 1) for page in (1, 2)]
    state = Assembly(Setting(10, 3, (0.0,)), tables, frozenset())
    assert place_table(lines, 0, state) == 2
    assert "Prednisone — first dose: 30 mg; longest course: 5 days" in [piece.text for piece in state.pieces]
