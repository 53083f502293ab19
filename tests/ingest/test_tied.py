"""Letters of PDFs whose fonts have no table, and names of fonts that tell how they are set."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.errors import UnreadableDocumentError
from ingest.parse.choose import parse_file
from ingest.parse.pdf.line_numbers import line_numbers
from ingest.parse.pdf.tied import tied_letters
from ingest.parse.pdf.type import is_formula, is_paper_part
from ingest.parse.pdf.words import Word, is_bold, is_slanting


@pytest.mark.parametrize(
    ("text", "font", "meant"),
    [
        ("coe(cid:30)cient", "unknown", "coefficient"),
        ("(cid:12)t", "ABCDEF+CMR10", "fit"),
        ("100(cid:21)110", "unknown", "100–110"),
        ("(cid:21)", "ABCDEF+CMSY10", "≥"),
        ("(cid:20)", "CMSY8", "≤"),
        ("Yucat´an", "ABCDEF+CMR10", "Yucatán"),
        ("ni˜no", "SFRM1000", "niño"),
        ("d´ıa", "unknown", "día"),
    ],
)
def test_letter_is_told_by_its_place_in_the_font(text: str, font: str, meant: str) -> None:
    assert tied_letters(text, font) == meant


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("(cid:21)", "unknown"),
        ("(cid:28)(cid:30)(cid:11)", "ABCDEF+Identity"),
        ("x(cid:99)", "unknown"),
        ("patient´s", "Arial"),
        ("plain", "CMSY10"),
    ],
)
def test_what_the_place_does_not_tell_stays(text: str, font: str) -> None:
    assert tied_letters(text, font) == text


@pytest.mark.parametrize(
    ("font", "bold", "slanting"),
    [
        ("A+AdvOTb83ee1dd.B", True, False),
        ("AdvOTb92eb7df.I", False, True),
        ("X.BI", True, True),
        ("AdvOT863180fb", False, False),
        ("Bib.Text", False, False),
    ],
)
def test_ending_of_a_font_name_tells_its_weight(font: str, *, bold: bool, slanting: bool) -> None:
    assert (is_bold(font), is_slanting(font)) == (bold, slanting)


def test_circled_figures_count_no_lines() -> None:
    words = [Word(text=mark, x0=10, x1=14, top=20.0 * row, bottom=20.0 * row + 6, size=6) for row, mark in enumerate("❶❷❸❹❺❻❼❽❾")]
    body = [Word(text="word", x0=60, x1=90, top=20.0 * row, bottom=20.0 * row + 10, size=10) for row in range(9)]
    assert line_numbers([*words, *body]) == set()


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("RX = X − RZ (51)", True),
        ("I 0 β", True),
        ("0 R R X", True),
        ("INR = 2 + 1", True),
        ("Vitamin D", False),
        ("HIV", False),
        ("Hepatitis B and C", False),
        ("Grade 3 or 4", False),
    ],
)
def test_formula_is_no_heading(line: str, *, is_one: bool) -> None:
    assert is_formula(line) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [("ABSTRACT", True), ("Summary", True), ("Article info", True), ("Summary of doses", False), ("Methods", False)],
)
def test_abstract_is_told_by_its_name(line: str, *, is_one: bool) -> None:
    assert is_paper_part(line) is is_one


@pytest.mark.parametrize("line", ["May 2019", "10 February 2023"])
def test_day_set_large_below_the_title_heads_nothing(tmp_path: Path, line: str) -> None:
    page = Page()
    page.text(50, 40, "Tied times of death", size=20, font="Helvetica-Bold")
    page.text(50, 80, line, size=13)
    page.paragraph(50, 110, "Two deaths on one day are taken as one after the other in any order. " * 4, width=480)
    found = cut(parse_file(write_pdf(tmp_path / "times.pdf", [page])))[1]
    assert {one.heading_path for one in found} == {()}


def _lettered(folder: Path, said: str, names: str) -> Path:
    """A page in a font that calls its letters by other names, as those of some typesetting programs do."""
    page = Page()
    for number in range(12):
        page.text(40, 60 + 14 * number, said)
    path = write_pdf(folder / "gout.pdf", [page])
    path.write_bytes(
        path.read_bytes().replace(b"/Encoding /WinAnsiEncoding", f"/Encoding << /Differences [97 {names}] >>".encode())
    )
    return path


def test_page_whose_letters_come_out_as_signs_is_not_half_read(tmp_path: Path) -> None:
    signs = " ".join(f"/uni{0x2761 + number:04X}" for number in range(26))
    with pytest.raises(UnreadableDocumentError, match="letters can't be told"):
        parse_file(_lettered(tmp_path, "Colchicine is taken twice a day", signs))


def test_ticks_before_the_words_of_a_list_are_signs_of_it(tmp_path: Path) -> None:
    ticked = _lettered(
        tmp_path,
        "z Colchicine is taken twice a day.",
        "/a " + " ".join(f"/{chr(number)}" for number in range(98, 122)) + " /uni2714",
    )
    assert "Colchicine is taken twice a day." in {one.text for one in cut(parse_file(ticked))[1]}
