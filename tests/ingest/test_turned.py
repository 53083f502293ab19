"""What stands turned on a PDF page, or over other text, is read or told of: nothing of it is lost silently."""

from __future__ import annotations

from math import cos, radians, sin
from pathlib import Path

import pytest
from pdf_maker import HEIGHT, WIDTH, Page, write_pdf

from ingest.chunk import cut
from ingest.documents import Document
from ingest.parse.choose import parse_file

BOLD = "Helvetica-Bold"
LINES = (
    "Give morvaline 5 mg once a day for a week.",
    "Do not give morvaline to anybody with a fever above 39.",
    "Check the blood count after four weeks of treatment.",
)


def _turned(page: Page, x: float, y: float, words: str, *, angle: float, size: float = 11, font: str = "F1") -> None:
    """Words whose line begins at a point from the bottom left and runs at an angle."""
    rise, run = sin(radians(angle)), cos(radians(angle))
    matrix = f"{run:.4f} {rise:.4f} {-rise:.4f} {run:.4f} {x:.2f} {y:.2f}"
    page.operators.append(f"BT 0 g /{font} {size} Tf {matrix} Tm ({words}) Tj ET")


def _page(title: str = "Morvaline for chilblains") -> Page:
    page = Page()
    page.text(72, 60, title, size=20, font=BOLD)
    page.text(72, 110, "Treatment", size=14, font=BOLD)
    for place, line in enumerate(LINES):
        page.text(72, 150 + 22 * place, line, size=11)
    return page


def _statements(document: Document) -> list[str]:
    return [one.text for one in cut(document)[1]]


def _set_aside(document: Document) -> str:
    return " | ".join(document.text[span.start : span.end] for span in document.furniture)


@pytest.mark.parametrize("angle", [90, 270])
def test_page_whose_text_stands_up_or_down_is_read_turned(tmp_path: Path, angle: int) -> None:
    page = Page()
    for place, (words, size, font) in enumerate(
        [("Doses of morvaline", 20, "F2"), ("Adults", 14, "F2"), *((line, 11, "F1") for line in LINES)]
    ):
        down = 60 + 34 * place
        x, y = (down, 60) if angle == 90 else (WIDTH - down, HEIGHT - 60)
        _turned(page, x, y, words, angle=angle, size=size, font=font)
    document = parse_file(write_pdf(tmp_path / "doses.pdf", [_page(), page]))
    read = [one for one in cut(document)[1] if one.page == 2]
    assert [one.text for one in read] == list(LINES)
    assert not [warning for warning in document.warnings if "turned" in warning]


def test_words_that_stand_turned_beside_the_text_are_told_of(tmp_path: Path) -> None:
    page = _page()
    _turned(page, 40, HEIGHT - 200, "Children under five", angle=90)
    document = parse_file(write_pdf(tmp_path / "side.pdf", [page, _page("More of morvaline")]))
    assert any("turned on page 1" in warning and "Children under five" in warning for warning in document.warnings)
    assert "Children under five" in _set_aside(document)
    assert not any("Children" in text for text in _statements(document))


def test_what_stands_turned_on_every_page_is_set_aside_without_a_warning(tmp_path: Path) -> None:
    pages = [_page(), _page("More of morvaline")]
    for page in pages:
        _turned(page, 40, HEIGHT - 500, "Downloaded by Larkfield Hospital", angle=90)
    document = parse_file(write_pdf(tmp_path / "loaded.pdf", pages))
    assert not [warning for warning in document.warnings if "turned" in warning]
    assert "Downloaded by Larkfield Hospital" in _set_aside(document)


@pytest.mark.parametrize(
    ("words", "shift", "told"),
    [
        pytest.param("Give morvaline 50 mg twice a day for ever.", 2.0, True, id="other-words"),
        pytest.param(LINES[0], 0.3, False, id="the-same-twice"),
        pytest.param("", 0.0, False, id="nothing"),
    ],
)
def test_letters_over_others_are_told_of(tmp_path: Path, words: str, shift: float, told: bool) -> None:
    page = _page()
    page.text(72 + shift, 150, words, size=11)
    document = parse_file(write_pdf(tmp_path / "over.pdf", [page]))
    assert any("printed over others" in warning for warning in document.warnings) is told


@pytest.mark.parametrize("words", ["CONFIDENTIAL", "Larkfield copy", "SAMPLE"])
def test_large_words_over_the_text_are_none_of_it(tmp_path: Path, words: str) -> None:
    page = _page()
    page.text(60, 150, words, size=60, font=BOLD, colour="0.85 g")
    document = parse_file(write_pdf(tmp_path / "mark.pdf", [page]))
    assert _statements(document) == list(LINES)
    assert words in _set_aside(document)


def test_large_heading_above_the_text_stays(tmp_path: Path) -> None:
    page = _page()
    page.text(72, 300, "Aftercare", size=18, font=BOLD)
    page.text(72, 345, "Keep the feet dry for a fortnight.", size=11)
    document = parse_file(write_pdf(tmp_path / "head.pdf", [page]))
    assert "Keep the feet dry for a fortnight." in _statements(document)
    assert any("Aftercare" in section.heading_path for section in document.sections)
