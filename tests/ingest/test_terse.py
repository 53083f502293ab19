"""Notes of a few short sentences, saved as plain text: orders are no menu."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.chunk import cut
from ingest.parse.choose import parse_file

NOTE = ("Give fluids by mouth first.", "Give ondansetron 4 mg once.", "Weigh the child each day.")


def _said(folder: Path, text: str) -> set[str]:
    path = folder / "note.txt"
    path.write_text(text, encoding="utf-8")
    return {one.text for one in cut(parse_file(path))[1]}


@pytest.mark.parametrize("heading", ["", "Treatment\n\n"], ids=["below the title", "below a heading"])
def test_short_orders_of_a_note_are_statements(tmp_path: Path, heading: str) -> None:
    assert set(NOTE) <= _said(tmp_path, f"Vomiting in children\n\n{heading}" + "\n".join(NOTE) + "\n")


@pytest.mark.parametrize(
    "top",
    ["Your health. Our goal.\nWe are here for you.", "Join us today.\nSave 20 % this week.", "Wards\nClinics\nVisiting 2 wards"],
    ids=["mottoes", "offer", "menu"],
)
def test_short_lines_above_an_article_stay_out_of_it(tmp_path: Path, top: str) -> None:
    body = "Vomiting in children\n\nMost children with vomiting get better within two days without any medicine at all."
    assert not set(top.split("\n")) & _said(tmp_path, f"{top}\n\n{body}\n")
