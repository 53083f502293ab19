"""Hand-outs: several slides printed on a page, each read as a page of its own would be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.documents import Statement
from ingest.parse.choose import parse_file
from ingest.parse.pdf.counting import counted_lines
from ingest.parse.pdf.lines import Line

BOLD = "Helvetica-Bold"
LEFT, WIDE, HIGH = 80.0, 430.0, 320.0
SLIDES = (
    ("The sore wrist", ("It swells within an hour of a fall", "Press on the snuffbox with one finger")),
    ("Pictures", ("Take four views on the first day", "Scan on day 10 if the films are clear")),
    ("Plaster", ("Leave the thumb tip free", "Change the cast after 14 days")),
    ("Going home", ("Give a date for the fracture clinic", "Ring the ward if the fingers turn blue")),
)


def frame(page: Page, left: float, top: float, wide: float, high: float) -> None:
    for x0, top0, x1, top1 in (
        (left, top, left + wide, top),
        (left, top + high, left + wide, top + high),
        (left, top, left, top + high),
        (left + wide, top, left + wide, top + high),
    ):
        page.rule(x0, top0, x1, top1)
    page.operators.append(f"0.6 w {left:.2f} {842 - top - high:.2f} {wide:.2f} {high:.2f} re S")


def hand_out(folder: Path, *, banner: bool = True) -> dict[str, Statement]:
    pages = [Page(), Page()]
    for number, (title, items) in enumerate(SLIDES):
        page, top = pages[number // 2], 50.0 + 370 * (number % 2)
        frame(page, LEFT, top, WIDE, HIGH)
        if banner:
            page.box(LEFT, top, LEFT + WIDE, top + 6, colour="0 0.4 0.4 rg")
        page.text(LEFT + 20, top + 20, title, size=20, font=BOLD)
        for row, item in enumerate(items):
            page.text(LEFT + 20, top + 72 + 24 * row, "•", size=9)
            page.text(LEFT + 36, top + 70 + 24 * row, item, size=13)
        page.text(LEFT + 20, top + HIGH - 14, "Hand and wrist teaching", size=7.5)
        page.text(LEFT + WIDE - 20, top + HIGH - 14, str(number + 1), size=7.5)
    for number, page in enumerate(pages, start=1):
        page.text(500, 805, str(number), size=9)
    return {one.text: one for one in cut(parse_file(write_pdf(folder / "wrist.pdf", pages)))[1]}


def test_each_slide_of_a_page_is_read_by_itself_below_its_title(tmp_path: Path) -> None:
    found = hand_out(tmp_path)
    assert set(found) == {item for _, items in SLIDES for item in items}
    for number, (title, items) in enumerate(SLIDES[1:], start=1):
        assert {found[item].heading_path for item in items} == {(title,)}
        assert {found[item].page for item in items} == {number // 2 + 1}


def test_frames_alone_make_slides_and_no_table(tmp_path: Path) -> None:
    assert set(hand_out(tmp_path, banner=False)) == {item for _, items in SLIDES for item in items}


def test_two_boxes_on_one_page_stay_parts_of_it(tmp_path: Path) -> None:
    page = Page()
    page.text(80, 30, "The sore wrist", size=20, font=BOLD)
    page.text(80, 70, "First aid", size=14, font=BOLD)
    page.paragraph(
        80, 95, "Cool the wrist for ten minutes at a time and keep it raised until it has been looked at. " * 3, width=430
    )
    for number, words in enumerate(
        ("Take the rings off before the fingers swell.", "Give nothing to eat until a doctor has seen it.")
    ):
        frame(page, 80, 200 + 230 * number, 300, 200)
        page.paragraph(95, 220 + 230 * number, words, width=270)
    found = {one.text: one.heading_path for one in cut(parse_file(write_pdf(tmp_path / "wrist.pdf", [page])))[1]}
    assert found["Take the rings off before the fingers swell."] == ("First aid",)
    assert found["Give nothing to eat until a doctor has seen it."] == ("First aid",)


def test_first_slide_with_hardly_more_than_the_title_is_a_cover(tmp_path: Path) -> None:
    pages = [Page(), Page()]
    for number, (title, items) in enumerate((("The sore wrist", ("Dr A. Cole", "Hand unit")), *SLIDES[1:])):
        page, top = pages[number // 2], 50.0 + 370 * (number % 2)
        frame(page, LEFT, top, WIDE, HIGH)
        page.text(LEFT + 20, top + 20, title, size=28 if not number else 20, font=BOLD)
        for row, item in enumerate(items):
            page.text(LEFT + 36, top + 90 + 24 * row, f"• {item}" if number else item, size=13)
    document = parse_file(write_pdf(tmp_path / "wrist.pdf", pages))
    assert document.source.title == "The sore wrist"
    assert {one.text for one in cut(document)[1]} == {item for _, items in SLIDES[1:] for item in items}


def test_feet_of_slides_without_frames_are_told_by_their_numbers(tmp_path: Path) -> None:
    page = Page()
    page.text(60, 30, "The sore wrist", size=22, font=BOLD)
    for number, (title, items) in enumerate(SLIDES):
        top = 70.0 + 180 * number
        page.text(60, top, title, size=15, font=BOLD)
        for row, item in enumerate(items):
            page.text(60, top + 30 + 16 * row, f"• {item}", size=11)
        page.text(60, top + 140, f"Hand and wrist teaching, spring {number + 3}", size=6.5)
    found = {one.text for one in cut(parse_file(write_pdf(tmp_path / "wrist.pdf", [page])))[1]}
    assert found == {item for _, items in SLIDES for item in items}


def test_small_lines_whose_numbers_do_not_count_on_stay() -> None:
    def lines(words: str, numbers: tuple[int, ...], *, size: float = 6.0, apart: float = 180.0) -> list[Line]:
        plain = Line(
            text="", x0=0, x1=90, top=0, bottom=6, size=size, bold=False, italic=False, colour=(), page=1, column=(0, 90)
        )
        return [replace(plain, text=f"{words} {number}", top=apart * at) for at, number in enumerate(numbers)]

    assert counted_lines(lines("The most in a day is", (10, 20, 40)), size=10) == []
    assert counted_lines(lines("The step of the stair", (1, 2, 3), size=10), size=10) == []
    assert counted_lines(lines("Long disease of kidneys stage", (3, 4, 5), apart=9), size=10) == []
    feet = lines("Hand and wrist teaching", (1, 2, 3))
    assert counted_lines(feet, size=10) == feet


def test_smaller_line_in_small_letters_below_a_title_goes_on_with_it(tmp_path: Path) -> None:
    page = Page()
    page.text(60, 30, "Sore wrists", size=28, font=BOLD)
    page.text(60, 66, "looking after your plaster", size=15)
    page.text(60, 110, "At home", size=14, font=BOLD)
    page.paragraph(60, 135, "Keep the hand raised for the first two days and move the fingers each hour. " * 3, width=430)
    document = parse_file(write_pdf(tmp_path / "wrist.pdf", [page]))
    assert document.source.title == "Sore wrists: looking after your plaster"
    assert {one.heading_path for one in cut(document)[1]} == {("At home",)}
