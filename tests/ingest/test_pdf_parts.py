"""Parts of PDFs that tell how deep they stand: numbered boxes, abstracts, heads like a title's, and figures that call a note."""

from pathlib import Path

import pytest
from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.documents import Document
from ingest.parse.choose import parse_file
from ingest.parse.furniture import is_furniture

BOLD = "Helvetica-Bold"
X = 40.0
TALK = "Staff write the plan in the notes and tell the family about it before the end of the shift."


def read(path: Path, page: Page) -> Document:
    return parse_file(write_pdf(path / "file.pdf", [page]))


def paths(document: Document) -> dict[str, tuple[str, ...]]:
    return {one.text: one.heading_path for one in cut(document)[1]}


def test_abstract_stands_beside_the_numbered_sections_and_a_numbered_box_under_its_section(tmp_path: Path) -> None:
    page = Page()
    page.text(X, 40, "Burn wounds in children: a consensus", size=20, font=BOLD)
    page.text(X, 80, "ABSTRACT", size=13, font=BOLD)
    page.text(X, 100, "The panel met twice.")
    page.text(X, 130, "1. Dressings", size=13, font=BOLD)
    page.text(X, 150, "1.1 Choice", size=11, font=BOLD)
    page.text(X, 168, "A silicone mesh is used.")
    page.text(X, 198, "1.2 Changes", size=11, font=BOLD)
    page.paragraph(X, 216, f"{TALK} {TALK}", width=500)
    page.box(X, 258, 540, 320, colour="0.9 g")
    page.text(X + 6, 264, "Box 1. Whom to refer", size=8, font=BOLD)
    page.text(X + 6, 280, "• Any burn of the face", size=10)
    page.text(X + 6, 298, "• Burns that need more than 3 mL of fluid", size=10)
    page.text(X, 350, "2. Pain", size=13, font=BOLD)
    page.text(X, 370, "Ketamine 0.5 mg/kg is given.")
    found = paths(read(tmp_path, page))
    assert found["The panel met twice."] == ("ABSTRACT",)
    assert found["A silicone mesh is used."] == ("Dressings", "Choice")
    assert found["Any burn of the face"] == ("Dressings", "Box 1. Whom to refer")
    assert found["Ketamine 0.5 mg/kg is given."] == ("Pain",)


def test_heading_that_is_set_like_several_below_it_is_no_title(tmp_path: Path) -> None:
    page = Page()
    page.text(X, 40, "Lindane lotion")
    page.paragraph(X, 60, f"Lindane is kept for scabies that has come back. {TALK}", width=500)
    top = 110.0
    for number, name in enumerate(("DOSE", "CAUTIONS", "STORAGE", "OVERDOSE")):
        page.text(X, top, name, size=13, font=BOLD)
        page.paragraph(X, top + 20, f"Rule {number} holds for all adults on the ward. {TALK}", width=500)
        top += 70
    document = read(tmp_path, page)
    assert document.source.title != "DOSE"
    found = paths(document)
    assert found["Lindane is kept for scabies that has come back."] == ()
    assert found["Rule 0 holds for all adults on the ward."] == ("DOSE",)


def test_figure_that_calls_a_note_is_raised_though_hardly_smaller_and_does_not_break_its_sentence(tmp_path: Path) -> None:
    page = Page()
    page.text(X, 40, "Fluids in burns", size=20, font=BOLD)
    page.text(X, 80, "Second day", size=13, font=BOLD)
    page.text(X, 100, "Where the heart is weak, a bolus is limited to 150 mL", size=10.5)
    page.text(X, 113, "with a senior review after the second.", size=10.5)
    page.text(220, 110, "1", size=9)
    page.paragraph(X, 140, f"{TALK} {TALK} {TALK}", width=500, size=10.5)
    found = paths(read(tmp_path, page))
    assert any("150 mL with a senior review after the second" in text for text in found)


@pytest.mark.parametrize(
    "line",
    [
        "In 2021 our ward teams counted 212 falls, and 41% of them were at night.",
        "It covers adults in our three community hospitals, but not children.",
    ],
)
def test_what_was_counted_or_whom_a_text_covers_is_kept_though_it_says_our(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize("line", ["Our team is here to help.", "Join our community of patients.", "Monograph owner: T. Reyes"])
def test_what_a_site_says_of_itself_is_not(line: str) -> None:
    assert is_furniture(line)
