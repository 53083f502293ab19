"""Notes in the outer margins of pages of two columns, and graded boxes with running text between them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_maker import Page, width_of, write_pdf

from ingest.chunk import cut
from ingest.parse.choose import parse_file
from ingest.parse.graded import heads_recommendation, is_grade

BOLD, SLANTED = "Helvetica-Bold", "Helvetica-Oblique"
LEFT, RIGHT, WIDTH = 100.0, 310.0, 190.0
PARTS = {
    "Signs": "Look at both feet in good light and compare them. A foot that is warm, red and swollen without any wound may be "
    "broken inside. Ask about pain at night and about shoes. Feel the pulses behind the ankle and on the back of the foot.",
    "Tests": "Take a picture of the foot from two sides while the person stands on it. Measure glucose and kidney function. "
    "A scan shows early changes that a picture misses. Repeat the picture after two weeks when the first shows nothing.",
    "Cast": "Put the foot in a cast up to the knee within a day. Change the cast after three days and then every week. Nobody "
    "walks on the foot without it. Crutches hurt the other foot, so a chair on wheels is better for long ways.",
    "Later": "Leave the cast off when both feet have been equally warm for a month. Shoes are made to measure. Look again after "
    "three months and then twice a year. The other foot may follow within a year of the first.",
}
NOTES = {
    "Signs": "A thermometer for the skin costs little.",
    "Tests": "Ring the X-ray desk first.",
    "Cast": "Never close a cast over a wound.",
    "Later": "Return to running: never.",
}


def _read(folder: Path, page: Page) -> dict[str, tuple[str, ...]]:
    return {one.text: one.heading_path for one in cut(parse_file(write_pdf(folder / "foot.pdf", [page])))[1]}


def _in_columns() -> Page:
    page = Page()
    page.text(LEFT, 40, "The hot foot in diabetes", size=20, font=BOLD)
    for x, names in ((LEFT, ("Signs", "Tests")), (RIGHT, ("Cast", "Later"))):
        top = 90.0
        for name in names:
            page.text(x, top, name, size=13, font=BOLD)
            top = page.paragraph(x, top + 18, PARTS[name], width=WIDTH) + 6
            top = page.paragraph(x, top, PARTS[name].replace("the", "that"), width=WIDTH) + 16
    return page


def test_notes_in_both_margins_stand_under_the_headings_beside_them(tmp_path: Path) -> None:
    page = _in_columns()
    for name, (x, top) in {"Signs": (20, 140), "Tests": (20, 340), "Cast": (520, 150), "Later": (520, 350)}.items():
        page.rule(x, top - 4, x + 60, top - 4)
        page.paragraph(x, top, NOTES[name], width=60, size=7, font=SLANTED)
    found = _read(tmp_path, page)
    assert {name: found.get(note) for name, note in NOTES.items()} == {name: (name,) for name in NOTES}
    said = "A foot that is warm, red and swollen without any wound may be broken inside."
    assert found[said] == ("Signs",)
    assert found["Nobody walks on the foot without it."] == ("Cast",)


def test_small_text_as_wide_as_a_column_is_no_note_of_the_margin(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "The hot foot in diabetes", size=20, font=BOLD)
    for x, names, size in ((40, ("Signs", "Tests"), 10.0), (220, ("Cast", "Later"), 10.0)):
        top = 90.0
        for name in names:
            page.text(x, top, name, size=13, font=BOLD)
            top = page.paragraph(x, top + 18, PARTS[name], width=160, size=size) + 16
    page.text(400, 90, "In short", size=13, font=BOLD)
    page.paragraph(400, 108, "Put the foot in a cast, and look at it every week until it is cool. " * 3, width=160, size=8)
    found = _read(tmp_path, page)
    assert found["Put the foot in a cast, and look at it every week until it is cool."] == ("In short",)


def test_running_text_between_graded_boxes_is_no_cell_of_a_table(tmp_path: Path) -> None:
    page, top = Page(), 90.0
    page.text(98, 40, "The hot foot in diabetes", size=20, font=BOLD)
    for number, (name, said) in enumerate(PARTS.items(), start=1):
        page.text(98, top, f"2.{number}", size=11, font=BOLD)
        page.text(124, top, name, size=11, font=BOLD)
        page.box(101, top + 20, 401, top + 34, "0.2 0.5 0.2 rg")
        page.text(106, top + 22, f"Recommendation {number}", size=9, font=BOLD, colour="1 g")
        grade = f"Strong / 9{number}%"
        page.text(396 - width_of(grade, 9, BOLD), top + 22, grade, size=9, font=BOLD, colour="1 g")
        page.box(101, top + 34, 401, top + 52, "0.9 1 0.9 rg")
        page.text(106, top + 37, f"{NOTES[name].rstrip('.')} at all.")
        top = page.paragraph(98, top + 60, said, width=304) + 14
    found = _read(tmp_path, page)
    for number, name in enumerate(PARTS, start=1):
        graded = f"{NOTES[name].rstrip('.')} at all (Recommendation {number} Strong / 9{number}%)."
        assert found.get(graded) == (name,)
    assert found["Crutches hurt the other foot, so a chair on wheels is better for long ways."] == ("Cast",)


@pytest.mark.parametrize(
    "grade", ["Strong / 96%", "Good practice / 100%", "Weak (agreement: 84%)", "Conditional, 92.5 % consensus"]
)
def test_share_of_those_who_agreed_belongs_to_the_grade(grade: str) -> None:
    assert is_grade(grade)
    assert heads_recommendation(f"Recommendation 4 {grade}")


@pytest.mark.parametrize("words", ["Strong 0.5%", "Weak solution 2%", "96%", "Strong pain in 40%"])
def test_shares_of_other_things_are_no_grades(words: str) -> None:
    assert not is_grade(words)


def test_name_in_the_letters_of_the_text_heads_the_paragraph_that_begins_full_below_it(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "The hot foot in diabetes", size=20, font=BOLD)
    page.text(40, 80, "Care", size=13, font=BOLD)
    top = 100.0
    for name, said in PARTS.items():
        page.text(54, top, f"Points on {name.lower()}")
        top = page.paragraph(40, top + 14, said, width=400) + 4
    found = _read(tmp_path, page)
    assert found["Nobody walks on the foot without it."] == ("Care", "Points on cast")
    assert found["Look at both feet in good light and compare them."] == ("Care", "Points on signs")


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            (
                "Rest the foot for",
                "Two weeks at least, then put the weight of one leg on it and look at it every morning for a month.",
            ),
            (),
        ),
        (("Paracetamol", "Ibuprofen", "Colchicine", "Ring the ward"), ()),
        (
            (
                "A cast of 5 days",
                "Nobody walks on the foot before it is cool, and both feet are looked at every week after that.",
            ),
            (),
        ),
        (("Cool it.", "Nobody walks on the foot before it is cool, and both feet are looked at every week after that."), ()),
        (("Table 1", "Nobody walks on the foot before it is cool, and both feet are looked at every week after that."), ()),
    ],
    ids=["an open end", "a list", "a dose", "a sentence", "a number of a table"],
)
def test_other_short_lines_of_the_text_head_nothing(tmp_path: Path, lines: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    page = Page()
    page.text(40, 40, "The hot foot in diabetes", size=20, font=BOLD)
    page.text(40, 80, "Care", size=13, font=BOLD)
    top = page.paragraph(40, 100, PARTS["Cast"], width=400) + 6
    for line in lines:
        top = page.paragraph(40, top, line, width=400)
    assert set(_read(tmp_path, page).values()) == {("Care", *wanted)}


def test_figure_that_counts_on_far_from_the_edge_of_the_paper_is_the_number_of_the_page(tmp_path: Path) -> None:
    pages = []
    for number, said in ((361, PARTS["Signs"]), (362, PARTS["Cast"]), (363, PARTS["Later"])):
        page = Page()
        page.text(40, 40, "The hot foot in diabetes", size=20, font=BOLD)
        page.paragraph(40, 90, said, width=400)
        page.text(40 if number % 2 else 420, 600, str(number))
        pages.append(page)
    texts = [one.text for one in cut(parse_file(write_pdf(tmp_path / "foot.pdf", pages)))[1]]
    assert texts[0] == "Look at both feet in good light and compare them."
    assert not any("36" in text for text in texts)
