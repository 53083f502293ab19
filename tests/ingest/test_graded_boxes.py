"""Recommendations in boxes of differing grades, one above the other: no table, and no grade at the head of another's."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_maker import Page, width_of, write_pdf

from ingest.chunk import cut
from ingest.documents import Statement
from ingest.parse.choose import parse_file
from ingest.parse.graded import are_graded_bands, heads_recommendation, is_grade, with_grade, without_graded_heads
from ingest.parse.grid import table_pieces
from ingest.parse.pdf.drawn_columns import drawn_columns

BOLD = "Helvetica-Bold"
ABOUT = "Gout is common in men over forty, and most of them are treated by their own doctor without any test of the joint."
SAID = [
    ("Offer colchicine 0.5 mg twice a day within a day of the first pain in the joint.", "Strong recommendation", "GRADE A"),
    ("Consider an injection into a single large joint when tablets are not tolerated.", "Weak recommendation", "GRADE B"),
    ("Do not start allopurinol in the first two weeks after a flare of the disease.", "Strong recommendation", "GRADE D"),
]

ASKED = "Ask again after a week whether the pain has gone."


def _statements(folder: Path, page: Page) -> dict[str, Statement]:
    return {one.text: one for one in cut(parse_file(write_pdf(folder / "gout.pdf", [page])))[1]}


def _frame(page: Page, x0: float, top: float, x1: float, end: float) -> None:
    for place in (top, end):
        page.rule(x0, place, x1, place)
    for place in (x0, x1):
        page.rule(place, top, place, end)


def _opened() -> Page:
    page = Page()
    page.text(40, 40, "Gout in adults", size=20, font=BOLD)
    page.text(40, 80, "Treating a flare", size=14, font=BOLD)
    page.paragraph(40, 104, ABOUT, width=500)
    return page


def test_shaded_heads_of_stacked_boxes_with_a_grade_at_their_right_are_no_rows(tmp_path: Path) -> None:
    page, top = _opened(), 140.0
    for (said, strength, grade), shade in zip(SAID, ("0.2 0.5 0.2 rg", "0.7 0.5 0.1 rg", "0.4 g"), strict=True):
        page.box(40, top, 300, top + 16, shade)
        page.text(46, top + 3, strength, size=9, font=BOLD, colour="1 g")
        page.text(294 - width_of(grade, 9, BOLD), top + 3, grade, size=9, font=BOLD, colour="1 g")
        end = page.paragraph(46, top + 20, said, width=245) + 2
        _frame(page, 40, top, 300, end)
        top = end
    page.text(40, top + 12, ASKED)
    page.text(40, top + 40, "After the flare", size=14, font=BOLD)
    page.text(40, top + 62, "Ask about beer and sugared drinks.")
    found = _statements(tmp_path, page)
    for said, strength, grade in SAID:
        assert found[f"{said.rstrip('.')} ({strength} {grade})."].heading_path == ("Treating a flare",)
    assert found[ASKED].heading_path == ("Treating a flare",)
    assert found["Ask about beer and sugared drinks."].heading_path == ("After the flare",)


def test_rows_with_a_grade_in_the_last_cell_have_no_heads_and_rows_under_named_heads_have() -> None:
    rows = [[said, grade] for said, _, grade in SAID]
    assert [piece.text for piece in table_pieces(rows)] == [f"{said.rstrip('.')}. — {grade}" for said, grade in rows]
    short = [["Rest the joint", "Grade C"], ["Cool it with ice", "Grade B"]]
    assert [piece.text for piece in table_pieces(short)] == ["Rest the joint — Grade C", "Cool it with ice — Grade B"]
    headed = [["Recommendation", "Grade"], ["Rest the joint", "C"], ["Cool it with ice", "B"]]
    assert [piece.text for piece in table_pieces(headed)] == ["Rest the joint — grade: C", "Cool it with ice — grade: B"]
    stages = [["Sign", "A", "B"], ["Pain", "none", "some"], ["Swelling", "some", "much"]]
    assert [piece.text for piece in table_pieces(stages)] == ["Pain — A: none; B: some", "Swelling — A: some; B: much"]


def test_rest_of_a_graded_row_goes_to_its_words() -> None:
    rows = [["Offer colchicine within", "Grade A"], ["a day of the pain.", ""], ["Rest the joint.", "Grade B"]]
    assert without_graded_heads(rows, 2) == ([["Offer colchicine within a day of the pain.", "Grade A"], rows[2]], 0)


@pytest.mark.parametrize("cell", ["Grade A", "GRADE GPP", "Class IIa", "1B", "Strong", "Weak recommendation", "⊕⊕⊕○", "Level 2"])
def test_grades(cell: str) -> None:
    assert is_grade(cell)


@pytest.mark.parametrize("cell", ["Grade", "5 mg", "2", "Strong pulse", "Class of drug", "A or B", ""])
def test_what_is_no_grade(cell: str) -> None:
    assert not is_grade(cell)


def test_bands_take_turns_with_texts() -> None:
    text = "Offer colchicine within a day of the first pain."
    assert are_graded_bands([["Recommendation 1", "GRADE A"], [text, ""], ["Recommendation 2", "GRADE B"], [text, ""]])
    assert are_graded_bands([["Good practice", "Grade C"], [text, ""]])
    assert not are_graded_bands([["Rest the joint", "Grade A"], ["Cool it", "Grade B"]])
    assert not are_graded_bands([["Drug", "B"], ["Colchicine", ""]])


def test_tables_with_heads_stacked_close_to_each_other_stay_apart(tmp_path: Path) -> None:
    page, top = _opened(), 150.0
    for said, klass in (("Give colchicine early.", "I"), ("Cool the joint.", "IIa"), ("Avoid aspirin.", "III")):
        top = page.grid(40, top, [["Class", "Level", "Recommendation"], [klass, "B", said]], [60, 60, 240]) + 4
    page.text(40, top + 30, "Ask about beer and sugared drinks.")
    found = list(_statements(tmp_path, page))
    rows = [text for text in found if "recommendation:" in text]
    assert rows == [
        "Class: I — level: B; recommendation: Give colchicine early",
        "Class: IIa — level: B; recommendation: Cool the joint",
        "Class: III — level: B; recommendation: Avoid aspirin",
    ]


def test_figure_as_large_as_its_line_is_a_mark_where_it_is_raised_and_part_of_a_name_where_it_is_lowered(tmp_path: Path) -> None:
    page = _opened()
    first = "Colchicine halved the pain in one trial."
    page.text(40, 140, first)
    place = 40 + width_of(first, 10, "Helvetica")
    page.text(place, 135.5, "7", size=9.8)
    page.text(place + 10, 140, "Few had loose stools.")
    page.text(40, 170, "Vitamin B")
    lowered = 40 + width_of("Vitamin B", 10, "Helvetica")
    page.text(lowered, 174.5, "6", size=9.8)
    page.text(lowered + 9, 170, "does not help in gout.")
    found = _statements(tmp_path, page)
    assert first in found
    assert "Vitamin B6 does not help in gout." in found


def test_columns_are_those_of_rules_drawn_cell_by_cell() -> None:
    rules = [(40.0, 300.0, height) for height in (150.0, 168.0, 206.0)]
    cells = [(40.0, 94.0), (94.0, 200.0), (200.0, 300.0)]
    drawn = [(left, right, height) for _, _, height in rules for left, right in cells]
    assert drawn_columns(rules, drawn) == cells
    assert drawn_columns(rules, rules) == []
    assert drawn_columns(rules, [*drawn[:6], *rules[2:]]) == []
    assert drawn_columns(rules, [rule for rule in drawn if rule[0] != 94]) == []


def test_heads_that_only_say_that_a_recommendation_comes() -> None:
    assert heads_recommendation("Recommendation 3.1 GRADE B")
    assert heads_recommendation("Strong recommendation Grade A")
    assert heads_recommendation("Good practice point Level 4")
    assert not heads_recommendation("First-line treatment Grade A")
    assert not heads_recommendation("Tumour of grade B")
    assert not heads_recommendation("Recommendation 3")
    assert with_grade("Rest the joint. Cool it.", "Grade B") == "Rest the joint (Grade B). Cool it."
