"""Headings of a PDF that come again below others and only say what is below all of them."""

from pathlib import Path

import pytest
from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.documents import Statement
from ingest.parse.choose import parse_file

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
