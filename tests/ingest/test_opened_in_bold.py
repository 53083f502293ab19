"""Paragraphs of a PDF that open with their heading in bold, a stop behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_maker import Page, width_of, write_pdf

from ingest.chunk import cut
from ingest.parse.choose import parse_file
from ingest.sentences import opens_with_order

BOLD = "Helvetica-Bold"
TOLD = (
    ("Feeding.", "Flush the tube with 30 ml of water before and after every feed."),
    ("Turning.", "Turn the tube once a week from the fifth week on."),
    ("Skin care.", "Wash the place with soap each day and keep it dry."),
)


def read(
    folder: Path, told: tuple[tuple[str, str], ...], *, font: str = BOLD, number_in_bold: bool = True
) -> dict[str, tuple[str, ...]]:
    page = Page()
    page.text(50, 40, "A feeding tube at home", size=18, font=BOLD)
    page.text(50, 80, "Looking after the tube", size=13, font=BOLD)
    top = 105.0
    for name, says in told:
        left, words = 50.0, name
        if not number_in_bold:
            number, _, words = name.partition(" ")
            page.text(left, top, number)
            left += width_of(f"{number} ", 10, "Helvetica")
        page.text(left, top, words, font=font)
        page.text(left + width_of(f"{words} ", 10, font), top, says)
        top = page.paragraph(50, top + 13, "The nurse who comes to the house shows how it is done and looks on twice.", width=400)
        top += 8
    page.text(50, top + 20, "Who to ring", size=13, font=BOLD)
    page.paragraph(
        50, top + 45, "The ward answers at night as well, and the nurses of the day unit answer from 8 to 5. " * 2, width=400
    )
    return {one.text: one.heading_path for one in cut(parse_file(write_pdf(folder / "tube.pdf", [page])))[1]}


def test_bold_names_that_open_paragraphs_head_them_up_to_the_next(tmp_path: Path) -> None:
    found = read(tmp_path, TOLD)
    for name, says in TOLD:
        assert found[says] == ("Looking after the tube", name.rstrip("."))
    assert found["The nurse who comes to the house shows how it is done and looks on twice."][0] == "Looking after the tube"
    assert found["The ward answers at night as well, and the nurses of the day unit answer from 8 to 5."] == ("Who to ring",)


def test_two_openings_in_bold_are_no_habit_and_sentences_or_kinds_are_no_names(tmp_path: Path) -> None:
    assert read(tmp_path, TOLD[:2])[TOLD[0][1]] == ("Looking after the tube",)
    orders = ("Keep it clean.", "Stop your feed.", "Ring them.")
    said = tuple((order, says) for order, (_, says) in zip(orders, TOLD, strict=True))
    assert read(tmp_path, said)[TOLD[0][1]] == ("Looking after the tube",)
    kinds = tuple(("Important.", says) for _, says in TOLD)
    assert read(tmp_path, kinds)[TOLD[0][1]] == ("Looking after the tube",)


NUMBERED = ("2.1 Feeding.", "2.2 Turning.", "2.3 If the tube falls out.")
ORDERS = ("2.1 Offer water.", "2.2 Keep it clean.", "2.3 Turn the tube.")


@pytest.mark.parametrize("font", [BOLD, "Helvetica-Oblique"])
def test_numbered_names_in_other_letters_head_their_paragraphs(tmp_path: Path, font: str) -> None:
    told = tuple((name, says) for name, (_, says) in zip(NUMBERED, TOLD, strict=True))
    found = read(tmp_path, told, font=font)
    for name, says in told:
        assert found[says] == ("Looking after the tube", name.split(maxsplit=1)[1].rstrip("."))
    assert found["The ward answers at night as well, and the nurses of the day unit answer from 8 to 5."] == ("Who to ring",)


def test_number_in_plain_letters_before_a_bold_name_counts_with_it(tmp_path: Path) -> None:
    told = tuple((name, says) for name, (_, says) in zip(NUMBERED, TOLD, strict=True))
    found = read(tmp_path, told, number_in_bold=False)
    assert found[TOLD[1][1]] == ("Looking after the tube", "Turning")


def test_numbered_recommendations_keep_their_words(tmp_path: Path) -> None:
    told = tuple((name, says) for name, (_, says) in zip(ORDERS, TOLD, strict=True))
    found = read(tmp_path, told)
    assert {found[says] for _, says in told} == {("Looking after the tube",)}
    assert any("Offer water." in text for text in found)


@pytest.mark.parametrize(
    ("words", "is_order"),
    [
        ("Offer water", True),
        ("Stop smoking", True),
        ("Do not feed", True),
        ("Use of oxygen", False),
        ("Feeding", False),
        ("Ward managers", False),
    ],
)
def test_order_is_told_from_the_name_of_a_deed(words: str, *, is_order: bool) -> None:
    assert opens_with_order(words) is is_order
