"""Flowcharts: what is to be done stands behind its question and answer, or behind none where that isn't told."""

from pathlib import Path

import pytest
from cut_files import text_file
from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.parse.choose import parse_file
from ingest.parse.flow import flow_pieces
from ingest.parse.pieces import Role

ASKED = "Is the wound deep?"
STITCH, STRIP = "Stitch it within 6 hours.", "Close it with strips."
WHOLE = [ASKED, ASKED]


def _said(rows: list[list[str]]) -> list[tuple[str, str]]:
    """What is said, each with what stands before it."""
    found, before = [], ""
    for piece in flow_pieces(rows, None):
        if piece.role in {Role.CAPTION, Role.LEAVE}:
            before = piece.text
        else:
            found.append((before, piece.text))
    return found


def test_cells_below_answers_stand_behind_the_question_and_what_follows_behind_none() -> None:
    rows = [["Look at the wound."] * 2, ["↓", "↓"], WHOLE, ["YES", "NO"], [STITCH, STRIP], ["Look again on day 5."] * 2]
    assert _said(rows) == [
        ("", "Look at the wound."),
        (f"{ASKED} YES", STITCH),
        (f"{ASKED} NO", STRIP),
        ("", "Look again on day 5."),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["Question", "Yes", "No"], ["Is it deep?", "x", ""]],
        [["Yes", "No"], [STITCH, STRIP]],
        [WHOLE, ["Yes", "No"], ["Is it clean?", STRIP], ["Yes", "No"], [STITCH, STRIP]],
        [WHOLE, ["Mild", "Severe"], [STRIP, STITCH]],
    ],
    ids=["a form", "no question", "one asks on", "no answers"],
)
def test_other_tables_are_no_flowcharts(rows: list[list[str]]) -> None:
    assert flow_pieces(rows, None) == []


def test_flowchart_that_is_a_table_of_a_page_keeps_its_conditions(tmp_path: Path) -> None:
    table = (
        f"<table><tr><td colspan=2>{ASKED}</td></tr><tr><td>Yes</td><td>No</td></tr>"
        f"<tr><td>{STITCH}</td><td>{STRIP}</td></tr></table>"
    )
    page = f"<html><body><main><h1>Wounds</h1><h2>Closing</h2><p>Wash your hands first.</p>{table}</main></body></html>"
    found = text_file(tmp_path, "page.html", page)[1]
    assert (found[STITCH].lead_in, found[STRIP].lead_in) == (f"{ASKED} Yes", f"{ASKED} No")


def _boxes(folder: Path, *boxes: tuple[float, float, str, str]) -> dict[str, tuple[str, ...]]:
    page = Page()
    page.text(40, 40, "Wounds in the emergency room", size=20, font="Helvetica-Bold")
    page.text(40, 80, "Closing", size=14, font="Helvetica-Bold")
    page.paragraph(40, 104, "Wash your hands and look at the wound in good light. " * 4, width=500)
    for x, top, head, words in boxes:
        page.box(x, top, x + 220, top + 40, "0.93 g")
        page.text(x + 6, top + 5, head, size=11, font="Helvetica-Bold")
        page.text(x + 6, top + 22, words, size=10)
    return {one.text: one.heading_path for one in cut(parse_file(write_pdf(folder / "a.pdf", [page])))[1]}


def test_answers_in_boxes_of_a_pdf_stand_behind_the_one_question_of_the_page(tmp_path: Path) -> None:
    found = _boxes(tmp_path, (180, 200, ASKED, ""), (40, 280, "Yes", STITCH), (320, 280, "No", STRIP))
    assert found[STITCH] == ("Closing", f"{ASKED} Yes")
    assert found[STRIP] == ("Closing", f"{ASKED} No")


def test_answers_stand_behind_no_question_where_a_page_asks_twice(tmp_path: Path) -> None:
    found = _boxes(
        tmp_path,
        (180, 200, ASKED, ""),
        (40, 280, "Yes", STITCH),
        (320, 280, "No", STRIP),
        (180, 360, "Is it clean?", ""),
        (40, 440, "Yes", "Leave it open to the air."),
    )
    assert not any("? Yes" in head or "? No" in head for path in found.values() for head in path)
