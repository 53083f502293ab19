"""Lists of a document's own headings, typed by hand, are no evidence; lists that tell an order of deeds are."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.parse.choose import parse_file
from ingest.parse.own_contents import set_contents_aside
from ingest.parse.pieces import Piece, Role

HEADS = ("Looking at the eye", "Washing it out", "When to send on")


def pieces(lines: tuple[str, ...], *, name: str = "", role: Role = Role.PARAGRAPH) -> list[Piece]:
    above = [Piece(role=Role.PARAGRAPH, text=name)] if name else []
    below = [
        piece
        for head in HEADS
        for piece in (Piece(role=Role.HEADING, text=head, level=1), Piece(role=Role.PARAGRAPH, text="Do so."))
    ]
    return [*above, *(Piece(role=role, text=line) for line in lines), *below]


def kept(found: list[Piece]) -> list[str]:
    return [piece.text for piece in set_contents_aside(found) if piece.role in {Role.PARAGRAPH, Role.BULLET}]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (tuple(f"{head} {number}" for number, head in enumerate(HEADS, start=1)), ""),
        (tuple(f"{number}. {head} .... {number + 2}" for number, head in enumerate(HEADS, start=1)), "In this guide"),
        (HEADS, "In this leaflet"),
        (HEADS, "Contents"),
        ((" ".join(f"{head} {number}" for number, head in enumerate(HEADS, start=2)),), ""),
        ((HEADS[0] + " 1", "Colour plates 2", HEADS[1] + " 2", HEADS[2] + " 4"), "Contents"),
    ],
    ids=["pages", "dots", "named", "contents", "one paragraph", "one more entry"],
)
def test_list_of_own_headings_is_set_aside_with_its_name(lines: tuple[str, ...], name: str) -> None:
    assert kept(pieces(lines, name=name)) == ["Do so."] * 3


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (HEADS, "Do these in this order:"),
        (HEADS[:2], "In this leaflet"),
        (("Eye drops 2", "Eye pads 3", "Saline 4"), ""),
        (("Wash for 10 minutes and look again at 20",), ""),
    ],
    ids=["order", "two", "stock", "times"],
)
def test_other_lists_stay(lines: tuple[str, ...], name: str) -> None:
    assert kept(pieces(lines, name=name, role=Role.BULLET))[-3 - len(lines) : -3] == list(lines)


def test_typed_contents_of_a_word_file_give_no_statement(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Chemical burns of the eye", style="Title")
    word.add_paragraph("In this guide")
    for number, head in enumerate(HEADS, start=1):
        word.add_paragraph(f"{head}\t{number}")
    for head in HEADS:
        word.add_heading(head, level=1)
        word.add_paragraph("Wash the eye for half an hour before anything else is done.")
    word.save(str(tmp_path / "eye.docx"))
    assert {one.text for one in cut(parse_file(tmp_path / "eye.docx"))[1]} == {
        "Wash the eye for half an hour before anything else is done."
    }


def test_contents_of_a_pdf_without_dots_give_no_statement(tmp_path: Path) -> None:
    page = Page()
    page.text(50, 40, "Chemical burns of the eye", size=18, font="Helvetica-Bold")
    for number, head in enumerate(HEADS):
        page.text(50, 80 + 14 * number, head)
        page.text(500, 80 + 14 * number, str(number + 1))
    top = 150.0
    for head in HEADS:
        page.text(50, top, head, size=13, font="Helvetica-Bold")
        top = page.paragraph(50, top + 22, "Wash the eye for half an hour before anything else is done. " * 2, width=480) + 16
    found = cut(parse_file(write_pdf(tmp_path / "eye.pdf", [page])))[1]
    assert {one.text for one in found} == {"Wash the eye for half an hour before anything else is done."}
