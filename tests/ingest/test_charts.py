"""Flowcharts drawn with boxes and arrows: what is to be done stands behind the question and the answer that lead to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.parse.choose import parse_file

BOLD = "Helvetica-Bold"
DEEP, DIRTY = "Is the wound deep?", "Is there soil in the wound?"
STITCH, WASH, STRIP = "Stitch it within 6 hours.", "Wash it with 500 mL of saline.", "Close it with strips."
AFTER = "Look again on day 5."


def _opened() -> Page:
    page = Page()
    page.text(40, 40, "Wounds in the emergency room", size=20, font=BOLD)
    page.text(40, 80, "Closing", size=14, font=BOLD)
    page.paragraph(40, 104, "Wash your hands and look at the wound in good light. " * 4, width=500)
    return page


def _box(page: Page, x: float, top: float, *lines: str, width: float = 160, bold: bool = False) -> None:
    page.box(x, top, x + width, top + 14 + 16 * len(lines), "0.93 g")
    for number, line in enumerate(lines):
        page.text(
            x + 6, top + 6 + 16 * number, line, size=10, font=BOLD if bold or (number == 0 and len(lines) > 1) else "Helvetica"
        )


def _paths(folder: Path, page: Page) -> dict[str, tuple[str, ...]]:
    return {one.text: one.heading_path for one in cut(parse_file(write_pdf(folder / "a.pdf", [page])))[1]}


def _down(page: Page, *, last: str = "NO") -> None:
    """Two questions below each other, each with a box at its right, and one below the last."""
    for number, (asked, name, said) in enumerate(((DEEP, "Surgeon", STITCH), (DIRTY, "Nurse", WASH)), start=1):
        top = 90 + 110 * number
        _box(page, 40, top, f"{number}. {asked}", bold=True)
        page.text(212, top + 10, "YES", size=8, font=BOLD)
        _box(page, 260, top, name, said)
        page.text(126, top + 60, "NO" if number == 1 else last, size=8, font=BOLD)
    _box(page, 40, 420, STRIP)


def test_answers_on_the_arrows_of_a_chart_that_asks_twice_stand_before_what_is_done(tmp_path: Path) -> None:
    page = _opened()
    _down(page)
    page.text(40, 500, "Later", size=14, font=BOLD)
    page.text(40, 524, AFTER)
    found = _paths(tmp_path, page)
    assert found[STITCH] == ("Closing", f"{DEEP} YES", "Surgeon")
    assert found[WASH] == ("Closing", f"{DEEP} NO → {DIRTY} YES", "Nurse")
    assert found[STRIP] == ("Closing", f"{DEEP} NO → {DIRTY} NO")
    assert found[AFTER] == ("Later",)
    assert not {"YES", "NO"} & set(found)


def test_answers_at_both_sides_below_a_question_lead_to_the_boxes_below_them(tmp_path: Path) -> None:
    page = _opened()
    _box(page, 220, 180, DEEP, bold=True)
    page.text(110, 240, "Yes", size=9)
    page.text(480, 240, "No", size=9)
    _box(page, 40, 280, STITCH)
    _box(page, 400, 280, STRIP)
    page.text(40, 400, AFTER)
    found = _paths(tmp_path, page)
    assert (found[STITCH], found[STRIP]) == (("Closing", f"{DEEP} Yes"), ("Closing", f"{DEEP} No"))
    assert found[AFTER] == ("Closing",)


def test_head_of_another_colour_and_the_text_below_it_are_one_box(tmp_path: Path) -> None:
    page = _opened()
    _box(page, 40, 180, DEEP, bold=True)
    page.text(212, 190, "Yes", size=9)
    page.box(260, 180, 420, 204, "0.2 g")
    page.text(266, 186, "Surgeon", size=10, font=BOLD, colour="1 g")
    page.box(260, 204, 420, 234, "0.93 g")
    page.text(266, 212, STITCH)
    page.text(126, 220, "No", size=9)
    _box(page, 40, 250, STRIP)
    found = _paths(tmp_path, page)
    assert found[STITCH] == ("Closing", f"{DEEP} Yes", "Surgeon")
    assert found[STRIP] == ("Closing", f"{DEEP} No")


@pytest.mark.parametrize("last", ["Not sure", "YES"], ids=["another answer", "one answer twice"])
def test_chart_whose_answers_are_not_told_puts_nothing_behind_a_wrong_one(tmp_path: Path, last: str) -> None:
    page = _opened()
    _down(page, last=last)
    found = _paths(tmp_path, page)
    assert not any(DIRTY in head for head in found[STRIP])
    assert STITCH in found


def test_boxes_to_tick_beside_questions_are_no_chart(tmp_path: Path) -> None:
    page = _opened()
    for number, asked in enumerate((DEEP, DIRTY)):
        _box(page, 40, 180 + 50 * number, asked, width=300)
        page.text(360, 190 + 50 * number, "Yes")
        page.text(400, 190 + 50 * number, "No")
    page.text(40, 320, AFTER)
    assert _paths(tmp_path, page)[AFTER] == ("Closing",)


def test_box_beside_the_last_answer_and_the_line_below_stand_behind_nothing(tmp_path: Path) -> None:
    page = _opened()
    _down(page)
    _box(page, 260, 420, "Call the ward for a bed.")
    page.text(40, 460, AFTER)
    found = _paths(tmp_path, page)
    assert found[STRIP] == ("Closing", f"{DEEP} NO → {DIRTY} NO")
    assert found["Call the ward for a bed."] == found[AFTER] == ("Closing",)


def test_question_asked_in_two_places_and_a_figure_in_it(tmp_path: Path) -> None:
    page, asked = _opened(), "Clean after 2 days?"
    for x, said in ((40, STITCH), (320, STRIP)):
        _box(page, x, 180, asked, bold=True)
        page.text(x + 86, 230, "Yes", size=9)
        _box(page, x, 260, said)
    assert not any(asked in head and "Yes" in head for path in _paths(tmp_path, page).values() for head in path)
    page = _opened()
    _box(page, 40, 180, asked, bold=True)
    page.text(126, 230, "Yes", size=9)
    _box(page, 40, 260, STITCH)
    page.text(212, 190, "No", size=9)
    _box(page, 260, 180, STRIP)
    assert _paths(tmp_path, page)[STITCH] == ("Closing", f"{asked} Yes")


def _arrows(page: Page) -> None:
    """The lines between the boxes of ``_down``."""
    for top in (230, 340):
        page.rule(100, top, 100, top + 79)
        page.rule(200, top - 14, 258, top - 14)


def test_lines_of_the_arrows_leave_the_way_as_it_is(tmp_path: Path) -> None:
    page = _opened()
    _down(page)
    _arrows(page)
    found = _paths(tmp_path, page)
    assert found[WASH] == ("Closing", f"{DEEP} NO → {DIRTY} YES", "Nurse")
    assert found[STITCH] == ("Closing", f"{DEEP} YES", "Surgeon")


@pytest.mark.parametrize(
    "line",
    [(300, 246, 190, 310), (420, 220, 500, 330), (20, 200, 38, 320)],
    ids=["from what is done to the question", "from what is done to elsewhere", "from elsewhere to the question"],
)
def test_question_that_is_come_to_by_another_arrow_has_no_way_behind_it(
    tmp_path: Path, line: tuple[float, float, float, float]
) -> None:
    page = _opened()
    _down(page)
    _arrows(page)
    page.rule(*line)
    found = _paths(tmp_path, page)
    assert found[WASH] == ("Closing", f"{DIRTY} YES", "Nurse")
    assert found[STRIP] == ("Closing", f"{DIRTY} NO")


def test_box_that_two_ways_lead_to_stands_behind_what_both_have_passed(tmp_path: Path) -> None:
    page, old = _opened(), "Is it older than a day?"
    for number, asked in enumerate((DEEP, DIRTY, old)):
        top = 170 + 90 * number
        _box(page, 40, top, asked, bold=True)
        page.text(126, top + 52, "No", size=9)
        page.text(214, top + 10, "Yes", size=9)
    _box(page, 40, 440, STRIP)
    _box(page, 260, 170, STITCH)
    page.box(260, 260, 420, 380, "0.93 g")
    page.text(266, 310, WASH)
    found = _paths(tmp_path, page)
    assert found[STITCH] == ("Closing", f"{DEEP} Yes")
    assert found[WASH] == ("Closing", f"{DEEP} No → {DIRTY} Yes / {old} Yes")
    assert found[STRIP] == ("Closing", f"{DEEP} No → {DIRTY} No → {old} No")
