"""Word files set as a table of two columns: the left cells are the headings of what stands beside them, if that is text."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.table import _Cell

from ingest.chunk import cut
from ingest.documents import Statement
from ingest.parse.choose import parse_file


def _fill(cell: _Cell, *paragraphs: str, bold: bool = False) -> None:
    for number, words in enumerate(paragraphs):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        if words.startswith("• "):
            paragraph.style = "List Bullet"
        paragraph.add_run(words.removeprefix("• ")).bold = bold


def _statements(folder: Path, rows: list[tuple[str, list[str]]], *, bold: bool = True) -> dict[str, Statement]:
    file = docx.Document()
    file.add_heading("Alvorin", 0)
    file.add_heading("Monograph", 1)
    table = file.add_table(rows=0, cols=2)
    for label, words in rows:
        left, right = table.add_row().cells
        _fill(left, label, bold=bold)
        _fill(right, *words)
    file.add_paragraph("Ask the pharmacist about anything that this page leaves open.")
    file.save(str(folder / "alvorin.docx"))
    return {one.text: one for one in cut(parse_file(folder / "alvorin.docx"))[1]}


FORM = [
    ("Indications", ["Acute gout in adults who cannot take colchicine.", "Prevention of flares in the first three months."]),
    ("Dose", ["Give 10 mg once daily by mouth. Reduce to 5 mg in people above 80 years."]),
    ("Monitoring:", ["• Check liver enzymes after four weeks", "• Stop if they rise above three times the limit"]),
    ("Route", ["By mouth"]),
]


def test_labels_beside_running_text_are_its_headings_and_reach_no_further_than_the_table(tmp_path: Path) -> None:
    found = _statements(tmp_path, FORM)
    assert found["Prevention of flares in the first three months."].heading_path == ("Monograph", "Indications")
    assert found["Reduce to 5 mg in people above 80 years."].heading_path == ("Monograph", "Dose")
    assert found["Check liver enzymes after four weeks"].heading_path == ("Monograph", "Monitoring")
    assert found["Ask the pharmacist about anything that this page leaves open."].heading_path == ("Monograph",)


def test_short_values_beside_labels_stay_cells_of_a_table(tmp_path: Path) -> None:
    rows = [("Form", ["Tablet"]), ("Strength", ["10 mg"]), ("Maximum", ["30 mg a day"]), ("Price", ["Low. See the list."])]
    found = _statements(tmp_path, rows)
    assert all(one.heading_path == ("Monograph",) for one in found.values())
    assert any("Maximum" in text and "30 mg a day" in text for text in found)


def test_plain_words_in_the_left_column_are_no_headings(tmp_path: Path) -> None:
    found = _statements(tmp_path, FORM, bold=False)
    assert all(one.heading_path == ("Monograph",) for one in found.values())


ROW = "<tr><th>{}</th><td>{}</td></tr>"


def _page(folder: Path, *rows: tuple[str, str]) -> dict[str, tuple[str, ...]]:
    table = "".join(ROW.format(label, words) for label, words in rows)
    path = folder / "page.html"
    body = f"<h1>Alvorin</h1><h2>Monograph</h2><table>{table}</table><p>Ask the pharmacist about anything else.</p>"
    path.write_text(f"<html><body><main>{body}</main></body></html>", encoding="utf-8")
    return {one.text: one.heading_path for one in cut(parse_file(path))[1]}


def test_labels_beside_running_text_of_a_web_page_are_its_headings(tmp_path: Path) -> None:
    found = _page(
        tmp_path,
        ("Indications", "<p>Acute gout in adults who cannot take colchicine.</p><p>Prevention of flares.</p>"),
        ("Dose", "Give 10 mg once daily by mouth. Reduce to 5 mg in people above 80 years."),
        ("Monitoring", "<ul><li>Check liver enzymes after four weeks</li><li>Stop if they rise</li></ul>"),
    )
    assert found["Acute gout in adults who cannot take colchicine."] == ("Monograph", "Indications")
    assert found["Reduce to 5 mg in people above 80 years."] == ("Monograph", "Dose")
    assert found["Check liver enzymes after four weeks"] == ("Monograph", "Monitoring")
    assert found["Ask the pharmacist about anything else."] == ("Monograph",)


def test_short_values_of_a_web_page_stay_cells_of_a_table(tmp_path: Path) -> None:
    found = _page(tmp_path, ("Form", "Tablet"), ("Strength", "10 mg"), ("Maximum", "30 mg a day. No more."))
    assert set(found.values()) == {("Monograph",)}
    assert any("Maximum" in text and "30 mg a day" in text for text in found)
