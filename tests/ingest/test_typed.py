"""Texts that a machine typed or printed: numbered lines inside underlined sections, columns below strokes, framed boxes."""

from __future__ import annotations

from pathlib import Path

import pytest
from cut_files import text_file

PRINTED = """Edit  View  Window  Help
https://handbook.example/print/skin?id=7       Printed on 02/03/2023

                        NAPPY RASH
                  Northern Child Health
                  =====================

Contents
  1 Care .............. 1
  2 Treatment ......... 2

1  CARE
-------

Change the nappy every three hours.

   +---------------------------------------+
   | YEAST RASH                            |
   | A rash in the folds is often a yeast  |
   | infection.                            |
   +---------------------------------------+

Leave the skin open to the air.

2  TREATMENT
------------

2.1  Creams

Zinc paste is put on at every change.

Northern Child Health - Nappy rash v2              Page 2 of 3

2.2  Refer early

Refer babies under 4 weeks
  (a) with blisters, or
  (b) with fever.
Others are seen after 7 days.

  Cream          Strength    Times a day
  -------------  ----------  -----------
  Hydrocortisone 1%          Once
  Clotrimazole   1%          Twice, and
                             at night

About the document
Author(s): Skin group.   Approved By: Child Health Committee
Review date: 01/02/2026
"""


def test_printed_text_is_read_by_its_signs(tmp_path: Path) -> None:
    document, found = text_file(tmp_path, "rash.txt", PRINTED)
    assert document.source.title == "NAPPY RASH"
    paths = {text: one.heading_path for text, one in found.items()}
    assert paths["A rash in the folds is often a yeast infection."] == ("CARE", "YEAST RASH")
    assert paths["Leave the skin open to the air."] == ("CARE",)
    assert paths["Zinc paste is put on at every change."] == ("TREATMENT", "Creams")
    assert paths["Others are seen after 7 days."] == ("TREATMENT", "Refer early")
    assert "with fever." in paths


def test_what_a_printed_page_says_of_itself_is_set_aside(tmp_path: Path) -> None:
    found = " ".join(text_file(tmp_path, "rash.txt", PRINTED)[1])
    assert not [words for words in ("Window", "handbook", "Page 2", "Committee", "....", "--", "|") if words in found]


def test_columns_below_strokes_are_cells_of_a_table(tmp_path: Path) -> None:
    document, _ = text_file(tmp_path, "rash.txt", PRINTED)
    rows = [dict(block.cells) for section in document.sections for block in section.blocks if block.cells]
    assert rows == [
        {"Cream": "Hydrocortisone", "Strength": "1%", "Times a day": "Once"},
        {"Cream": "Clotrimazole", "Strength": "1%", "Times a day": "Twice, and at night"},
    ]


def test_words_across_columns_bind_no_cells(tmp_path: Path) -> None:
    text = PRINTED.replace("Hydrocortisone 1%          Once", "Hydrocortisone-butyrate    Once")
    document, _ = text_file(tmp_path, "rash.txt", text)
    assert not [block for section in document.sections for block in section.blocks if block.cells]


@pytest.mark.parametrize(
    "line",
    [
        "2.1  Zinc paste is put on at every change.",
        "2.1  Give 5 mL of paracetamol",
        "7.1  Creams of zinc",
        "2.1  Stop the cream\n\n2.2  Stop the powder",
    ],
)
def test_numbered_statements_and_numbers_of_no_section_are_no_headings(tmp_path: Path, line: str) -> None:
    text = f"1  CARE\n-------\n\nChange it often.\n\n2  TREATMENT\n------------\n\n{line}\n\nOthers are seen after 7 days.\n"
    _, found = text_file(tmp_path, "rash.txt", text)
    assert found["Others are seen after 7 days."].heading_path[:2] in {("TREATMENT",), ("TREATMENT", "Stop the powder")}
    assert any(line.split("  ")[1].split("\n", maxsplit=1)[0].rstrip(".") in text for text in found)


def test_a_frame_without_a_name_and_a_pipe_table_keep_their_words(tmp_path: Path) -> None:
    box = "+--------------------------+\n| Never use boric powder.   |\n+--------------------------+"
    text = f"# Rash\n\n## Care\n\nWash it.\n\n{box}\n\n## Doses\n\n| Cream | Times |\n|---|---|\n| Zinc | Six |\n"
    _, found = text_file(tmp_path, "rash.md", text)
    assert found["Never use boric powder."].heading_path == ("Care",)
    assert found["Zinc | Six"].lead_in == "Cream | Times"
