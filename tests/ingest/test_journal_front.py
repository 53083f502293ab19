"""The first page of a paper: a head, its abstract beside its dates, and the text, each with columns of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_maker import Page, width_of, write_pdf

from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.parse.choose import parse_file
from ingest.parse.opening import names_authors

TITLE = ("Stiff shoulders in adults: advice of the", "Northern Circle of Shoulder Clinics")
LEFT = "A stiff shoulder loses turning outwards first. Most are seen between 40 and 60 years of age. "
RIGHT = "One injection into the joint eases pain for six weeks. It is not repeated within three months. "


def spaced(page: Page, x: float, top: float, words: str, *, size: float, apart: float) -> None:
    for letter in words:
        page.text(x, top, letter, size=size)
        x += width_of(letter, size, "Helvetica") + apart


def paper(folder: Path, *, authors: str = "Ada Thorn a,*, Piers Lan b, Wen-Li Hather a") -> tuple[Document, dict[str, Statement]]:
    page = Page()
    page.rule(45, 60, 550, 60)
    spaced(page, 45, 68, "SPECIAL REPORT", size=8.5, apart=3.2)
    for number, line in enumerate(TITLE):
        page.text(45, 90 + 20 * number, line, size=16)
    page.text(45, 138, authors, size=11)
    page.rule(45, 160, 550, 160)
    spaced(page, 45, 168, "ARTICLE INFO", size=8.5, apart=3.2)
    spaced(page, 210, 168, "ABSTRACT", size=8.5, apart=3.2)
    for number, line in enumerate(("Received 2 May 2021", "Accepted 9 June 2021", "Keywords:", "Shoulder", "Injection")):
        page.text(45, 185 + 9 * number, line, size=7.4)
    said = "Eleven clinics agreed on nine points of care. Exercise comes first, and surgery is seldom called for. "
    page.paragraph(210, 185, said * 3, width=340, size=8.4)
    page.rule(45, 260, 550, 260)
    for x, head, words in ((45, "1. Introduction", LEFT), (310, "2. Injections", RIGHT)):
        page.text(x, 275, head, size=10.5, font="Helvetica-Bold")
        page.paragraph(x, 292, words * 6, width=235, size=9.4)
    document = parse_file(write_pdf(folder / "paper.pdf", [page]))
    return document, {one.text: one for one in cut(document)[1]}


def test_title_abstract_and_columns_of_a_first_page_are_told_apart(tmp_path: Path) -> None:
    document, found = paper(tmp_path)
    assert document.source.title == " ".join(TITLE)
    assert found["Exercise comes first, and surgery is seldom called for."].heading_path == ("ABSTRACT",)
    assert found["A stiff shoulder loses turning outwards first."].heading_path == ("Introduction",)
    assert found["It is not repeated within three months."].heading_path == ("Injections",)


def test_who_wrote_a_paper_heads_none_of_it(tmp_path: Path) -> None:
    _, found = paper(tmp_path)
    assert not any("Thorn" in " ".join((text, *one.heading_path)) for text, one in found.items())


@pytest.mark.parametrize(
    "line",
    [
        "Ada Thorn a,*, Piers Lan b, Wen-Li Hather a",
        "H. Lind, P. Mbe and S. Arro for the Severn Circle",
        "Anna B. Smith¹, Jo de Vries²",
        "Jane Smith, MD, PhD, Tom Brown, MD",
        "Dr Ruth Oka and Prof. Ann Lee",
    ],
)
def test_names_with_initials_degrees_or_marks_are_authors(line: str) -> None:
    assert names_authors(line)


@pytest.mark.parametrize(
    "line",
    [
        "Signs and Symptoms",
        "Hepatitis A, Hepatitis B and Hepatitis C",
        "Heart, Lung and Kidney",
        "E. coli and S. aureus",
        "Type 1, Type 2",
    ],
)
def test_headings_with_several_parts_are_no_authors(line: str) -> None:
    assert not names_authors(line)


def test_boxes_with_headings_between_them_are_no_table(tmp_path: Path) -> None:
    page = Page()
    page.text(80, 30, "Stiff shoulders", size=18, font="Helvetica-Bold")
    page.paragraph(80, 60, LEFT * 3, width=430)
    top = 130.0
    told = (
        ("3.1 Pain", "R1", "We suggest paracetamol before codeine."),
        ("3.2 Sleep", "R2", "We suggest a pillow under the arm."),
    )
    told += (("3.3 Work", "R3", "We recommend against a sling for over two days."),)
    for head, mark, words in told:
        page.text(80, top, head, size=11.5, font="Helvetica-Bold")
        page.box(80, top + 22, 510, top + 44, colour="0.9 0.95 1 rg")
        page.rule(80, top + 22, 510, top + 22)
        page.rule(80, top + 44, 510, top + 44)
        page.text(88, top + 28, mark, font="Helvetica-Bold")
        page.text(120, top + 28, words)
        top += 66
    page.paragraph(80, top, RIGHT * 3, width=430)
    found = cut(parse_file(write_pdf(tmp_path / "shoulder.pdf", [page])))[1]
    paths = {one.text: one.heading_path for one in found}
    for head, mark, words in told:
        assert paths[f"{mark} {words}"][-1] == head.partition(" ")[2]


@pytest.mark.parametrize(
    ("second", "kept"), [("Northern Circle v2.1", False), ("Give 5 mg v2.1", False), ("Shoulder 20 mg", True)]
)
def test_row_in_the_margin_with_a_version_that_comes_again_is_a_running_head(tmp_path: Path, second: str, *, kept: bool) -> None:
    pages = []
    for words in ("", "Stiff shoulders in adults v2.1", second):
        page = Page()
        if words:
            *name, last = words.rsplit(" ", 1 if "v2.1" in words else 2)
            page.text(80, 40, name[0])
            page.text(480, 40, last)
        page.text(80, 90, "Stiff shoulders" if not words else "More of it", size=18, font="Helvetica-Bold")
        page.paragraph(80, 130, (LEFT if words != second else RIGHT) * 5, width=430)
        pages.append(page)
    found = cut(parse_file(write_pdf(tmp_path / "shoulder.pdf", pages)))[1]
    assert any(second.split(maxsplit=1)[0] in one.text for one in found) is kept


def test_notice_in_large_letters_ends_where_the_text_counts_on(tmp_path: Path) -> None:
    page = Page()
    page.text(80, 30, "Stiff shoulders", size=20, font="Helvetica-Bold")
    for number, (head, size, words) in enumerate(
        (("1 Exercise", 12, LEFT), ("Acknowledgements", 15, "The clinics gave their time."), ("2 Injections", 12, RIGHT))
    ):
        page.text(80, 80 + 90 * number, head, size=size, font="Helvetica-Bold")
        page.paragraph(80, 105 + 90 * number, words, width=430)
    found = {one.text: one.heading_path for one in cut(parse_file(write_pdf(tmp_path / "shoulder.pdf", [page])))[1]}
    assert found["It is not repeated within three months."] == ("Injections",)
    assert "The clinics gave their time." not in found


def test_name_of_a_journal_beside_its_home_page_is_no_title(tmp_path: Path) -> None:
    page = Page()
    page.text(200, 30, "Contents lists available at ReadingRoom", size=8)
    page.text(180, 50, "Joints & Tendons in Practice", size=15)
    page.text(190, 80, "journal homepage: www.rooms.example/locate/joints", size=8)
    page.text(60, 130, "Freezing and thawing of the shoulder", size=14)
    page.text(60, 160, "Ada Thorn Piers Lan", size=12)
    page.text(60, 190, "Abstract", size=11, font="Helvetica-Bold")
    page.paragraph(60, 210, LEFT * 3, width=470)
    page.text(60, 290, "1. Injections", size=10.5, font="Helvetica-Bold")
    page.paragraph(60, 310, RIGHT * 4, width=470)
    document = parse_file(write_pdf(tmp_path / "shoulder.pdf", [page]))
    assert document.source.title == "Freezing and thawing of the shoulder"
    paths = {one.text: one.heading_path for one in cut(document)[1]}
    assert paths["A stiff shoulder loses turning outwards first."] == ("Abstract",)
    assert paths["It is not repeated within three months."] == ("Injections",)
