"""What is printed across the pages of a PDF or a Word file: it tells how far the document holds, and spoils no word below it."""

from __future__ import annotations

from math import cos, radians, sin
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from pdf_maker import HEIGHT, Page, write_pdf

from ingest.chunk import cut
from ingest.documents import Document, ReviewStatus
from ingest.parse.choose import parse_file
from ingest.parse.stamped import is_stamp, stamp_warnings

LINES = (
    "Give alvorin 5 mg once a day for a week.",
    "Do not give alvorin to anybody with an eGFR below 30.",
    "Check the blood count after four weeks of treatment.",
)
BOLD = "Helvetica-Bold"


def _across(page: Page, words: str, *, angle: float, size: float = 70) -> None:
    rise, run = sin(radians(angle)), cos(radians(angle))
    matrix = f"{run:.4f} {rise:.4f} {-rise:.4f} {run:.4f} 120 {HEIGHT - 330:.2f}"
    page.operators.append(f"BT 0.85 g /F2 {size} Tf {matrix} Tm ({words}) Tj ET")


def _pdf(folder: Path, stamp: str, *, angle: float, size: float = 70, foot: str = "") -> Document:
    pages = []
    for number in (1, 2):
        page = Page()
        if stamp:
            _across(page, stamp, angle=angle, size=size)
        if number == 1:
            page.text(72, 60, "Management of acute gout", size=20, font=BOLD)
            page.text(72, 800, foot, size=8)
        page.text(72, 110, "Treatment" if number == 1 else "Follow-up", size=14, font=BOLD)
        for place, line in enumerate(LINES):
            page.text(72, 150 + 22 * place, line if number == 1 else line.replace("week", "day"), size=11)
        pages.append(page)
    return parse_file(write_pdf(folder / "gout.pdf", pages))


@pytest.mark.parametrize(
    ("stamp", "angle"),
    [
        pytest.param("DRAFT", 45, id="slanted"),
        pytest.param("DRAFT v0.3", 30, id="with-its-number"),
        pytest.param("DRAFT FOR CONSULTATION", 45, id="over-the-words"),
        pytest.param("DRAFT", 90, id="up-the-side"),
        pytest.param("DRAFT", 0, id="level"),
        pytest.param("NOT FOR CLINICAL USE", 55, id="not-for-use"),
        pytest.param("BORRADOR", 45, id="Spanish"),
    ],
)
def test_stamp_of_a_draft_gives_the_review_status_and_marks_it_as_inferred(tmp_path: Path, stamp: str, angle: float) -> None:
    document = _pdf(tmp_path, stamp, angle=angle, size=40)
    assert document.source.review_status is ReviewStatus.DRAFT
    assert "review_status" in document.source.inferred
    assert stamp in (document.source.review_note or "")
    assert document.source.title == "Management of acute gout"
    statements = [one.text for one in cut(document)[1]]
    assert set(LINES) <= set(statements)
    assert not any("DRAFT" in text for text in statements)


def test_draft_that_names_who_approved_it_is_still_a_draft(tmp_path: Path) -> None:
    document = _pdf(tmp_path, "DRAFT", angle=45, foot="Approved by the Drugs Committee, 3 May 2024")
    assert document.source.review_status is ReviewStatus.DRAFT


@pytest.mark.parametrize("stamp", ["", "CONFIDENTIAL", "Northmere Hospital"])
def test_other_words_across_a_page_tell_no_status_and_spoil_no_word(tmp_path: Path, stamp: str) -> None:
    document = _pdf(tmp_path, stamp, angle=45, size=44)
    assert document.source.review_status is ReviewStatus.NOT_STATED
    assert set(LINES) <= {one.text for one in cut(document)[1]}


def test_stamp_of_a_document_that_holds_no_more_is_told(tmp_path: Path) -> None:
    document = _pdf(tmp_path, "SUPERSEDED", angle=45)
    assert [warning for warning in document.warnings if "SUPERSEDED" in warning] == stamp_warnings(["SUPERSEDED"])


def _word(folder: Path, stamp: str) -> Document:
    word = docx.Document()
    word.add_heading("Management of acute gout", 0)
    for line in LINES:
        word.add_paragraph(line)
    head = word.sections[0].header.paragraphs[0]
    head.text = "Northmere Hospital"
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
    shape = f'<v:shape type="#_x0000_t136"><v:textpath string="{stamp}"/></v:shape>'
    head.add_run()._r.append(parse_xml(f"<w:pict {names}>{shape}</w:pict>"))
    word.save(str(folder / "gout.docx"))
    return parse_file(folder / "gout.docx")


def test_watermark_of_a_word_file_gives_the_review_status(tmp_path: Path) -> None:
    draft, other = _word(tmp_path, "DRAFT"), _word(tmp_path, "CONFIDENTIAL")
    assert (draft.source.review_status, "review_status" in draft.source.inferred) == (ReviewStatus.DRAFT, True)
    assert other.source.review_status is ReviewStatus.NOT_STATED
    assert [one.text for one in cut(draft)[1]] == list(LINES)


@pytest.mark.parametrize("text", ["Draft", "DRAFT 2", "Working draft", "Superseded", "Do not use", "Not approved", "Caducado"])
def test_words_that_only_tell_how_far_a_document_holds_are_a_stamp(text: str) -> None:
    assert is_stamp(text)


@pytest.mark.parametrize(
    "text",
    [
        "Draft a plan with the patient.",
        "Expired air",
        "Do not use alvorin in pregnancy",
        "Archived samples are kept for ten years",
        "For review in clinic at 6 weeks",
        "",
    ],
)
def test_words_about_something_else_are_no_stamp(text: str) -> None:
    assert not is_stamp(text)
