"""Word files as wards write them, rule by rule."""

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest

from ingest.chunk import cut
from ingest.documents import Statement
from ingest.parse.rich import parse_rich

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def _statements(path: Path) -> tuple[Statement, ...]:
    return cut(parse_rich(path))[1]


def _with_footnote(path: Path, after: str, words: str) -> Path:
    """The file with a footnote called behind some words."""
    noted = path.with_name("noted.docx")
    notes = f'<w:footnotes {_W}><w:footnote w:id="2"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    call = '</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{_TYPE}"/></Types>'
    relation = f'<Relationship Id="rId90" Type="{_OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>'
    with ZipFile(path) as before, ZipFile(noted, "w") as written:
        for name in before.namelist():
            text = before.read(name)
            if name == "word/document.xml":
                text = text.replace(f"{after}</w:t></w:r>".encode(), f"{after}{call}".encode())
            elif name == "[Content_Types].xml":
                text = text.replace(b"</Types>", override.encode())
            elif name == "word/_rels/document.xml.rels":
                text = text.replace(b"</Relationships>", relation.encode())
            written.writestr(name, text)
        written.writestr("word/footnotes.xml", notes)
    return noted


def test_footnote_stands_in_the_section_that_calls_it(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Insulin on the ward", style="Title")
    word.add_heading("Doses", 1)
    word.add_paragraph("Start at 10 units.")
    word.add_paragraph("Check glucose every day.")
    word.add_heading("Review", 1)
    word.add_paragraph("Review the dose after a week.")
    word.save(str(tmp_path / "a.docx"))
    noted = _with_footnote(tmp_path / "a.docx", "Start at 10 units.", "Use 6 units in people over 75 years.")
    found = [(one.heading_path, one.text) for one in _statements(noted)]
    assert (("Doses",), "Use 6 units in people over 75 years.") in found
    assert found[-1] == (("Review",), "Review the dose after a week.")


def test_heads_of_two_rows_that_are_merged_name_every_column(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Doses", 1)
    table = word.add_table(rows=4, cols=3)
    rows = [
        ["Glucose", "Weight", ""],
        ["", "below 80 kg", "80 kg or more"],
        ["10 to 14", "1 unit", "2 units"],
        ["15", "3 units", "4 units"],
    ]
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(number, column).text = words
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    word.save(str(tmp_path / "a.docx"))
    assert [one.text for one in _statements(tmp_path / "a.docx")] == [
        "Glucose: 10 to 14 — weight, below 80 kg: 1 unit; weight, 80 kg or more: 2 units",
        "Glucose: 15 — weight, below 80 kg: 3 units; weight, 80 kg or more: 4 units",
    ]


def test_name_of_the_publisher_below_the_title_is_no_statement(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Insulin on the ward", style="Title")
    word.add_paragraph("Harbour Trust Diabetes Group")
    word.add_heading("Doses", 1)
    word.add_paragraph("Start at 10 units.")
    word.save(str(tmp_path / "a.docx"))
    assert [one.text for one in _statements(tmp_path / "a.docx")] == ["Start at 10 units."]


def test_headings_set_by_hand_have_their_level_and_title_by_size(tmp_path: Path) -> None:
    word = docx.Document()
    for words, size in (
        ("Falls on the ward", 20),
        ("", 0),
        ("Medicines", 14),
        ("Stop or reduce", 11.5),
        ("Stop sedatives slowly.", 0),
        ("Vitamin D", 11.5),
        ("Give 800 units daily.", 0),
        ("Exercise", 14),
        ("Train balance three times a week.", 0),
    ):
        run = word.add_paragraph().add_run(words)
        if size:
            run.bold, run.font.size = True, docx.shared.Pt(size)
    word.core_properties.title = ""
    word.save(str(tmp_path / "a.docx"))
    document = parse_rich(tmp_path / "a.docx")
    assert document.source.title == "Falls on the ward"
    assert [(one.heading_path, one.text) for one in cut(document)[1]] == [
        (("Medicines", "Stop or reduce"), "Stop sedatives slowly."),
        (("Medicines", "Vitamin D"), "Give 800 units daily."),
        (("Exercise",), "Train balance three times a week."),
    ]


def test_contents_typed_with_tabs_are_furniture_and_figures_behind_tabs_are_not(tmp_path: Path) -> None:
    word = docx.Document()
    for words in ("Contents", "Doses\t2", "Review of doses\t3"):
        word.add_paragraph(words)
    word.add_heading("Doses", 1)
    word.add_paragraph("Most units of insulin in a day\t40")
    word.save(str(tmp_path / "a.docx"))
    assert [one.text for one in _statements(tmp_path / "a.docx")] == ["Most units of insulin in a day 40"]


def test_contents_of_three_columns_are_no_table_and_rows_below_other_words_are(tmp_path: Path) -> None:
    word = docx.Document()
    for words in ("Contents", "1\tDoses\t1", "1.1\tInsulin\t2", "2\tReview of doses\t3"):
        word.add_paragraph(words)
    word.add_heading("Doses", 1)
    for words in ("Day\tDrug\tUnits", "1\tInsulin\t10", "2\tInsulin\t12", "3\tInsulin\t14"):
        word.add_paragraph(words)
    word.save(str(tmp_path / "a.docx"))
    found = _statements(tmp_path / "a.docx")
    assert [one.heading_path for one in found] == [("Doses",)] * 3
    assert "units: 12" in found[1].text


DOSE = "Give colchicine 0.5 mg twice daily."
RUNNING = "Staff record the decision in the notes and tell the patient about the plan, because most errors happen at hand-overs."


def _saved(path: Path, word: Any) -> dict[str, Statement]:
    word.save(str(path / "gout.docx"))
    return {one.text: one for one in _statements(path / "gout.docx")}


def test_numbers_tell_the_levels_of_bold_lines_and_the_one_without_is_the_title(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph().add_run("Guideline for gout on the ward").bold = True
    for head, words in (("1. Flares", RUNNING), ("1.1 First choice", DOSE), ("2. Diet", "Beer is avoided.")):
        word.add_paragraph().add_run(head).bold = True
        word.add_paragraph(words)
    statements = _saved(tmp_path, word)
    assert parse_rich(tmp_path / "gout.docx").source.title == "Guideline for gout on the ward"
    assert statements[DOSE].heading_path == ("Flares", "First choice")
    assert statements["Beer is avoided."].heading_path == ("Diet",)


@pytest.mark.parametrize("shape", ["capitals", "underlined", "colon", "question"])
def test_line_that_stands_out_is_a_heading(tmp_path: Path, shape: str) -> None:
    word = docx.Document()
    word.add_heading("Gout on the ward", level=0)
    word.add_paragraph(RUNNING)
    run = word.add_paragraph().add_run({"capitals": "FLARES", "colon": "Flares:", "question": "What helps?"}.get(shape, "Flares"))
    run.underline = shape == "underlined"
    run.bold = shape in {"colon", "question"}
    word.add_paragraph(DOSE)
    expected = {"capitals": "FLARES", "question": "What helps?"}.get(shape, "Flares")
    assert _saved(tmp_path, word)[DOSE].heading_path == (expected,)


def test_bullets_typed_behind_line_breaks_are_items(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Flares", level=1)
    paragraph = word.add_paragraph("Do the following:")
    for words in ("• Rest the joint", "• Use ice"):
        paragraph.add_run().add_break()
        paragraph.add_run(words)
    statements = _saved(tmp_path, word)
    assert [(text, one.lead_in) for text, one in statements.items()] == [
        ("Rest the joint", "Do the following"),
        ("Use ice", "Do the following"),
    ]


def test_lists_side_by_side_keep_their_labels(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Flares", level=1)
    for cell, (label, items) in zip(
        word.add_table(rows=1, cols=2).rows[0].cells,
        (("Do", ("Rest the joint.", DOSE)), ("Do not", ("Give aspirin.", "Drink beer."))),
        strict=True,
    ):
        cell.paragraphs[0].text = label
        for words in items:
            cell.add_paragraph(words, style="List Bullet")
    statements = _saved(tmp_path, word)
    assert {text: one.lead_in for text, one in statements.items()} == {
        "Rest the joint.": "Do",
        DOSE: "Do",
        "Give aspirin.": "Do not",
        "Drink beer.": "Do not",
    }


def test_short_lines_in_a_box_are_no_labels(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Flares", level=1)
    box = word.add_table(rows=1, cols=1).rows[0].cells[0]
    box.paragraphs[0].text = "Call the registrar for any of these."
    box.add_paragraph("Fever above 38")
    box.add_paragraph("Pain in many joints")
    assert list(_saved(tmp_path, word))[1:] == ["Fever above 38", "Pain in many joints"]


def test_table_below_a_heading_of_the_documents_making_is_none_of_its_text(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Insulin on the ward", style="Title")
    word.add_heading("1. Document control", 1)
    control = word.add_table(rows=0, cols=2)
    for name, value in (("Lead", "Sister P. Oyelaran"), ("Passed by", "Medicines group, 4 May 2022"), ("Given to", "All wards")):
        cells = control.add_row().cells
        cells[0].text, cells[1].text = name, value
    word.add_heading("2. Doses", 1)
    doses = word.add_table(rows=0, cols=2)
    for name, value in (("Weight", "Dose"), ("Below 60 kg", "8 units"), ("60 kg and over", "10 units")):
        cells = doses.add_row().cells
        cells[0].text, cells[1].text = name, value
    word.save(str(tmp_path / "a.docx"))
    found = _statements(tmp_path / "a.docx")
    assert [one.heading_path for one in found] == [("Doses",)] * 2
    assert "8 units" in found[0].text


def _bold(word: Any, text: str, *, slanting: bool = False) -> None:
    run = word.add_paragraph().add_run(text)
    run.bold, run.italic, run.underline = True, slanting, not slanting


@pytest.mark.parametrize(("first", "expected"), [(False, ("Adults", "First dose")), (True, ("First dose",))])
def test_slanting_headings_stand_inside_upright_ones_above_them(tmp_path: Path, first: bool, expected: tuple[str, ...]) -> None:
    word = docx.Document()
    word.add_paragraph("Insulin on the ward", style="Title")
    _bold(word, "Adults", slanting=first)
    word.add_paragraph("Check glucose every day.")
    _bold(word, "First dose", slanting=True)
    word.add_paragraph("Start at 10 units.")
    _bold(word, "Review", slanting=first)
    word.add_paragraph("Review the dose after a week.")
    word.save(str(tmp_path / "a.docx"))
    found = {one.text: one.heading_path for one in _statements(tmp_path / "a.docx")}
    assert found["Start at 10 units."] == expected
    assert found["Review the dose after a week."] == ("Review",)


def test_file_saved_as_strict_open_xml_is_read(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Broken fingers", style="Title")
    word.add_heading("Splints", level=1)
    word.add_paragraph("Leave the splint on for six weeks.")
    word.save(str(tmp_path / "usual.docx"))
    strict = tmp_path / "strict.docx"
    with ZipFile(tmp_path / "usual.docx") as before, ZipFile(strict, "w") as written:
        for name in before.namelist():
            text = before.read(name)
            for kind in (b"officeDocument", b"wordprocessingml"):
                text = text.replace(
                    b"http://schemas.openxmlformats.org/%s/2006/" % kind, b"http://purl.oclc.org/ooxml/%s/" % kind
                )
            written.writestr(name, text)
    found = _statements(strict)
    assert [(one.text, one.heading_path) for one in found] == [("Leave the splint on for six weeks.", ("Splints",))]


def test_bold_first_line_of_a_box_heads_the_paragraphs_in_it_and_no_further(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Broken fingers", style="Title")
    word.add_heading("Splints", level=1)
    word.add_paragraph("Leave the splint on for six weeks.")
    cell = word.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.paragraphs[0].add_run("Ring the hand clinic").bold = True
    cell.add_paragraph("The clinic answers within an hour on working days.")
    cell.add_paragraph("At night the registrar on call looks at the hand.")
    word.add_paragraph("Take it off for washing only.")
    word.save(str(tmp_path / "splint.docx"))
    paths = {one.text: one.heading_path[-1] for one in _statements(tmp_path / "splint.docx")}
    assert paths["At night the registrar on call looks at the hand."] == "Ring the hand clinic"
    assert paths["Take it off for washing only."] == paths["Leave the splint on for six weeks."]


def test_a_bold_name_with_a_stop_heads_the_paragraph_that_it_opens(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Insulin on the ward", style="Title")
    word.add_heading("Hazards", 1)
    for name, text in (
        ("Low glucose.", " Give 15 g of sugar by mouth at once."),
        ("Note.", " Sites of injection are changed every day."),
        ("Stop the pump.", " Call the team before it is started again."),
    ):
        paragraph = word.add_paragraph()
        paragraph.add_run(name).bold = True
        paragraph.add_run(text)
    word.add_heading("Review", 1)
    word.add_paragraph("Review the dose after a week.")
    word.save(str(tmp_path / "a.docx"))
    paths = {one.text: one.heading_path for one in _statements(tmp_path / "a.docx")}
    assert paths["Give 15 g of sugar by mouth at once."] == ("Hazards", "Low glucose")
    assert "Note" not in [head for path in paths.values() for head in path]
    assert paths["Stop the pump."][:1] == ("Hazards",)
    assert paths["Review the dose after a week."] == ("Review",)
