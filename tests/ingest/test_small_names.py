"""Names of boxes in letters as small as what the box says, and of parts of a text that hold nothing but a table, in PDFs."""

from __future__ import annotations

from pathlib import Path

import pytest
from cut_files import statements_of
from pdf_maker import Page, write_pdf

from ingest.documents import Statement
from ingest.parse.choose import parse_file

LEFT = 60
WORDS = "Most people with gout get better within a week, and few of them come back to the clinic in the same year. "


def _read(folder: Path, page: Page) -> dict[str, Statement]:
    return statements_of(parse_file(write_pdf(folder / "gout.pdf", [page])))


def _page() -> Page:
    page = Page()
    page.text(LEFT, 40, "Gout on the ward", size=20, font="Helvetica-Bold")
    page.text(LEFT, 90, "Flares", size=14, font="Helvetica-Bold")
    page.paragraph(LEFT, 120, WORDS * 3, width=440, size=11)
    return page


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("In brief", ("Flares", "In brief")),
        ("Recommendation 3", ("Flares",)),
        ("Colchicine 0.5 mg twice daily", ("Flares",)),
        ("The joint should be rested", ("Flares",)),
    ],
)
def test_small_bold_line_at_the_top_of_a_box_names_it(tmp_path: Path, name: str, path: tuple[str, ...]) -> None:
    page = _page()
    page.box(LEFT, 300, 520, 360, colour="0.9 g")
    page.text(LEFT + 8, 306, name, size=9, font="Helvetica-Bold")
    page.paragraph(LEFT + 8, 324, "Rest the joint for two days.", width=430, size=9)
    page.paragraph(LEFT, 400, f"Ask for the level after 4 weeks. {WORDS}", width=440, size=11)
    found = _read(tmp_path, page)
    assert next(one.heading_path for text, one in found.items() if "Rest the joint" in text) == path
    assert found["Ask for the level after 4 weeks."].heading_path == ("Flares",)


def test_small_bold_line_in_no_box_names_nothing(tmp_path: Path) -> None:
    page = _page()
    page.text(LEFT, 306, "In brief", size=9, font="Helvetica-Bold")
    page.paragraph(LEFT, 324, "Rest the joint for two days.", width=430, size=9)
    found = _read(tmp_path, page)
    assert next(one.heading_path for text, one in found.items() if "Rest the joint" in text) == ("Flares",)


def _doses(folder: Path, above: str) -> tuple[str, ...]:
    page = _page()
    top = 220
    if above:
        page.text(LEFT, top, above, size=11, font="Helvetica-Bold")
        page.paragraph(LEFT, top + 20, WORDS * 2, width=440, size=11)
    page.text(LEFT, 330, "Weight and dose", size=11, font="Helvetica-Bold")
    page.grid(LEFT, 350, [["Weight", "Dose"], ["Below 50 kg", "1 mg"], ["Above 50 kg", "2 mg"]], [150, 150])
    page.paragraph(LEFT, 440, WORDS * 2, width=440, size=11)
    found = _read(folder, page)
    return next(one.heading_path for text, one in found.items() if "Below 50 kg" in text)


def test_heading_set_as_those_above_text_names_the_part_with_a_table_alone(tmp_path: Path) -> None:
    assert _doses(tmp_path, "Before the first dose") == ("Flares", "Weight and dose")


def test_only_bold_line_of_its_kind_above_a_table_is_the_name_of_the_table(tmp_path: Path) -> None:
    assert _doses(tmp_path, "") == ("Flares",)
