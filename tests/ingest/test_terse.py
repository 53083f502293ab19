"""Notes of a few short sentences, saved as plain text: orders are no menu."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.chunk import cut
from ingest.parse.capture import parse_capture
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


@pytest.mark.parametrize(
    ("raw", "name", "said"),
    [
        pytest.param("Give cefalexin 250 mg four times daily", (), ["Give cefalexin 250 mg four times daily"], id="one-line"),
        pytest.param("Do not give aspirin to children\n", (), ["Do not give aspirin to children"], id="a-ban"),
        pytest.param(
            "Migraine\n\nNaproxen 500 milligrams twice daily\n\nSumatriptan 50 mg once",
            ("Migraine",),
            ["Naproxen 500 milligrams twice daily", "Sumatriptan 50 mg once"],
            id="below-its-name",
        ),
        pytest.param(
            "Croup plan\nOne dose of dexamethasone is given by mouth\nRing the ward if noisy at rest",
            ("Croup plan",),
            ["One dose of dexamethasone is given by mouth", "Ring the ward if noisy at rest"],
            id="what-follows-goes-on",
        ),
    ],
)
def test_note_without_a_full_stop_is_read(raw: str, name: tuple[str, ...], said: list[str]) -> None:
    document = parse_capture(raw, path=Path("note.txt"))
    assert [(one.heading_path, one.text) for one in cut(document)[1]] == [(name, one) for one in said]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("Treatment of mild croup", id="a-name"),
        pytest.param("Home\nOur services\nFind a doctor\nContact", id="a-menu"),
        pytest.param("Log in to see this page", id="a-door"),
        pytest.param("How is croup treated\nIs it catching", id="questions"),
    ],
)
def test_names_and_menus_alone_say_nothing(raw: str) -> None:
    assert cut(parse_capture(raw, path=Path("note.txt")))[1] == ()
