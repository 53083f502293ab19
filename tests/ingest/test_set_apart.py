"""Grades beside boxes of a PDF, headings named by their level alone, folds below idle links, and ranks told by blank lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.documents import Document
from ingest.parse.capture import parse_capture
from ingest.parse.choose import parse_file
from ingest.parse.furniture import is_furniture
from ingest.parse.html.page import parse_html
from ingest.parse.labels import is_control_label
from ingest.parse.markdown import parse_markdown

SHADE = "0.9 0.95 1 rg"
ADVICE = (
    (("4", "Offer colchicine to adults with a first", "I"), ("", "attack of gout within 12 hours."), "B"),
    (("5", "Check the urate again", "IIa"), ("", "4 weeks after every change of dose."), "C"),
    (("6", "Stop febuxostat in adults who have had a", "III"), ("", "heart attack."), "A"),
)


def statements(document: Document) -> dict[str, tuple[str, ...]]:
    return {one.text: one.heading_path for one in cut(document)[1]}


def boxed(folder: Path, *, boxes: int, at: tuple[float, ...] = (240, 240, 240)) -> dict[str, tuple[str, ...]]:
    page = Page()
    page.text(50, 40, "Gout in adults", size=18, font="Helvetica-Bold")
    page.text(50, 80, "Treatment", size=13, font="Helvetica-Bold")
    top = page.paragraph(50, 105, "Gout is a disease of the joints that comes in attacks and is treated early. " * 4, width=480)
    for ((number, first, grade), (_, second), level), x in zip(ADVICE[:boxes], at, strict=False):
        page.box(50, top + 6, 300, top + 40, SHADE)
        page.text(54, top + 10, number, size=9)
        page.text(70, top + 10, first, size=9)
        page.text(x + 15, top + 10, grade, size=9)
        page.text(x + 38, top + 10, level, size=9)
        page.text(70, top + 22, second, size=9)
        top = page.paragraph(
            50, top + 50, "What is said of it in the trials is told in full on the pages of the annex. " * 3, width=480
        )
    page.paragraph(50, top + 10, "The plan is written down and given to the patient on the same day. " * 3, width=480)
    return statements(parse_file(write_pdf(folder / "gout.pdf", [page])))


def test_grades_at_the_right_of_like_boxes_stand_behind_what_they_grade(tmp_path: Path) -> None:
    found = boxed(tmp_path, boxes=3)
    assert "Offer colchicine to adults with a first attack of gout within 12 hours (I B)." in found
    assert "Check the urate again 4 weeks after every change of dose (IIa C)." in found
    assert "Stop febuxostat in adults who have had a heart attack (III A)." in found


def test_marks_in_two_boxes_or_in_no_column_are_left_where_they_stand(tmp_path: Path) -> None:
    assert not any("(I B)" in text for text in boxed(tmp_path, boxes=2))
    assert not any("(I B)" in text for text in boxed(tmp_path, boxes=3, at=(236, 250, 262)))


def page(body: str) -> Document:
    html = f"<html><head><title>Gout - Some Site</title></head><body><main><h1>Gout</h1>{body}</main></body></html>"
    return parse_html(html.encode(), path=Path("page.html"))


TEXT = "<p>Allopurinol is started at 100 mg a day.</p>"


def test_class_that_is_the_name_of_a_headings_mark_makes_a_heading_of_that_level() -> None:
    stroke = '<span class="end"> — </span>'
    found = statements(
        page(
            f'<div class="a"><span class="h2">LONG-TERM TREATMENT</span>{stroke}</div><p>Treat to a target of 360 µmol/L.</p>'
            f'<div class="a"><span class="h3">First medicine</span>{stroke}</div>{TEXT}'
            '<p class="h2">Diet</p><p>Beer is avoided.</p>'
        )
    )
    assert found["Treat to a target of 360 µmol/L."] == ("LONG-TERM TREATMENT",)
    assert found["Allopurinol is started at 100 mg a day."] == ("LONG-TERM TREATMENT", "First medicine")
    assert found["Beer is avoided."] == ("Diet",)


def test_other_classes_and_words_that_go_on_are_no_headings() -> None:
    found = statements(
        page(
            f'<h2>Dose</h2><div><span class="h2o">Water balance</span></div>{TEXT}'
            '<div><span class="h3">Beer</span> is avoided by all adults.</div>'
        )
    )
    assert found["Allopurinol is started at 100 mg a day."] == ("Dose",)
    assert found["Beer is avoided by all adults."] == ("Dose",)


def test_bullet_typed_right_before_its_words_is_none_of_them() -> None:
    found = statements(page("<h2>Dose</h2><p>•Take it with food.</p><p>●Drink 2 L a day.</p><p>·5 is no dose of this drug.</p>"))
    assert {"Take it with food.", "Drink 2 L a day."} <= set(found)
    assert "·5 is no dose of this drug." in found


ANSWER = '<div style="display:none"><p>Yes, a walk of 20 minutes is safe after two days.</p></div>'


def test_answer_folded_below_a_heading_that_is_an_idle_link_is_read() -> None:
    document = page(f'<h2>Questions</h2><h3><a href="#">May I walk?</a></h3>{ANSWER}{TEXT}')
    found = statements(document)
    assert not document.quarantine
    assert found["Yes, a walk of 20 minutes is safe after two days."] == ("Questions", "May I walk?")


@pytest.mark.parametrize("head", ['<h3><a href="/walk.html">May I walk?</a></h3>', "<h3>May I walk?</h3>"])
def test_what_is_hidden_below_another_heading_stays_unread(head: str) -> None:
    assert page(f"<h2>Questions</h2>{head}{ANSWER}{TEXT}").quarantine


GRID = (
    "<table><tr><th>Age</th><th>Dose</th></tr><tr><td>65 or more</td><td>50 mg</td></tr>"
    "<tr><td>Under 65</td><td>100 mg</td></tr></table>"
)


def test_table_whose_name_is_a_heading_stands_beside_the_part_above_it() -> None:
    beside = page(f"<h2>Treatment</h2><h3>Attack</h3><p>Ice helps.</p><h3>Table 2. Doses by age</h3>{GRID}")
    inside = page(f"<h2>Treatment</h2><h3>Attack</h3><p>Ice helps.</p><h4>Table 2. Doses by age</h4>{GRID}")
    assert {one.heading_path for one in cut(beside)[1] if "100 mg" in one.text} == {("Treatment",)}
    assert {one.heading_path for one in cut(inside)[1] if "100 mg" in one.text} == {("Treatment", "Attack")}


def test_year_in_brackets_alone_is_no_heading() -> None:
    found = statements(page(f"<h2>Dose</h2><p>Ice helps.</p><p><strong>[2021, amended 2023]</strong></p>{TEXT}"))
    assert found["Allopurinol is started at 100 mg a day."] == ("Dose",)
    found = statements(page(f"<h2>Dose</h2><p>Ice helps.</p><p><strong>Since 2021</strong></p>{TEXT}"))
    assert found["Allopurinol is started at 100 mg a day."][-1] == "Since 2021"


MARKDOWN = """# Gout

## Diet

<details>
<summary>{}</summary>

Beer is avoided by all adults.

</details>

~~Cherries are useless.~~ Cherries may be eaten. The dose is ~~5~~ 10 mg.
"""


@pytest.mark.parametrize(
    ("summary", "path"),
    [("Click to expand…", ("Diet",)), ("Tap here to read more", ("Diet",)), ("Beer and wine", ("Diet", "Beer and wine"))],
)
def test_fold_that_only_says_what_a_click_does_is_no_part(summary: str, path: tuple[str, ...]) -> None:
    found = statements(parse_markdown(MARKDOWN.format(summary), path=Path("gout.md")))
    assert found["Beer is avoided by all adults."] == path


def test_sentence_behind_one_that_was_struck_out_is_kept() -> None:
    found = statements(parse_markdown(MARKDOWN.format("Beer"), path=Path("gout.md")))
    assert "Cherries may be eaten." in found
    assert not any("useless" in text or "10 mg" in text for text in found)


def test_label_of_a_fold_names_a_part_unless_it_asks_for_a_click() -> None:
    assert is_control_label("Click here to view the table")
    assert not is_control_label("Click sounds of the jaw")


COPIED = """Home/
Topics/
Joints/
Gout
Gout
4 May 2024

Overview
Gout is a disease of the joints that comes in attacks.
The first attack is often in the big toe.

Treatment
Attacks are treated early, and the cause is treated later.
Attacks
Colchicine is given within 12 hours of the first pain.
A cold pack is laid on for 20 minutes.
Prevention of attacks
Allopurinol is started at 100 mg a day.
The urate is measured every 4 weeks.

Diet
Beer is avoided by all adults.
Water is drunk with every meal.

Research
New medicines are tried out in two hospitals.
"""


def test_heading_without_a_blank_line_stands_inside_of_the_one_that_has_one() -> None:
    document = parse_capture(COPIED, path=Path("gout.txt"))
    found = statements(document)
    assert document.source.title == "Gout"
    assert found["A cold pack is laid on for 20 minutes."] == ("Treatment", "Attacks")
    assert found["The urate is measured every 4 weeks."] == ("Treatment", "Prevention of attacks")
    assert found["Beer is avoided by all adults."] == ("Diet",)


def test_headings_that_all_have_a_blank_line_are_of_one_rank() -> None:
    text = COPIED.replace("\nAttacks\n", "\n\nAttacks\n").replace("\nPrevention of", "\n\nPrevention of")
    found = statements(parse_capture(text, path=Path("gout.txt")))
    assert found["Water is drunk with every meal."] == ("Diet",)
    assert found["New medicines are tried out in two hospitals."] == ("Research",)


@pytest.mark.parametrize("line", ["Facebook X LinkedIn Email", "More →", "Select language English Français Русский"])
def test_buttons_and_networks_in_a_row_are_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", ["X rays of the hand", "X", "More → less often", "Select language aids early."])
def test_words_that_begin_as_such_rows_are_not(line: str) -> None:
    assert is_furniture(line) is (line == "X")
