"""Text boxes of Word files under their labels and questions, tables in tables, and white words on dark ground."""

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from ingest.chunk import cut
from ingest.documents import Statement
from ingest.parse.choose import parse_file

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
WARM = "Warm the bag to 37 degrees before it is hung."
DRAIN = "Drain the first bag before the second goes in."


def _box(*paragraphs: str, fill: str = "") -> Any:
    """A run with a text box; words between stars are bold, those behind a hash white."""
    lines = ""
    for words in paragraphs:
        look = "<w:b/>" if words.startswith("*") else '<w:color w:val="FFFFFF"/>' if words.startswith("#") else ""
        lines += f"<w:p><w:r><w:rPr>{look}</w:rPr><w:t>{words.strip('*#')}</w:t></w:r></w:p>"
    drawn = f'<v:rect fillcolor="{fill}">' if fill else "<v:rect>"
    held = f"<v:textbox><w:txbxContent>{lines}</w:txbxContent></v:textbox>"
    return parse_xml(f"<w:r {_W} {_V}><w:pict>{drawn}{held}</v:rect></w:pict></w:r>")


def _word() -> Any:
    word = docx.Document()
    word.add_paragraph("Peritoneal dialysis on the ward", style="Title")
    word.add_heading("Exchanges", 1)
    return word


def _read(word: Any, folder: Path) -> dict[str, Statement]:
    word.add_heading("Afterwards", 1)
    word.add_paragraph("Weigh the patient on the next morning.")
    word.save(str(folder / "a.docx"))
    return {" ".join(one.text.split()): one for one in cut(parse_file(folder / "a.docx"))[1]}


@pytest.mark.parametrize("label", ["Pitfall", "Remember", "On the night shift", "0 to 10 minutes"])
def test_label_of_a_box_stands_before_what_the_box_says_and_no_further(tmp_path: Path, label: str) -> None:
    word = _word()
    word.add_paragraph(DRAIN)._p.append(_box(f"*{label}*", WARM))
    word.add_paragraph("Record both volumes.", style="List Bullet")
    found = _read(word, tmp_path)
    assert (found[WARM].heading_path, found[WARM].lead_in) == (("Exchanges",), label)
    assert found["Record both volumes."].lead_in == ""
    assert found[DRAIN].lead_in == ""


def test_box_beside_a_line_that_announces_a_list_does_not_part_the_two(tmp_path: Path) -> None:
    word = _word()
    word.add_paragraph("Before every exchange:")._p.append(_box("*Remember*", WARM))
    word.add_paragraph("wash both hands for 30 seconds", style="List Bullet")
    word.add_paragraph("close the window", style="List Bullet")
    found = _read(word, tmp_path)
    assert found["wash both hands for 30 seconds"].lead_in == "Before every exchange"
    assert found["close the window"].lead_in == "Before every exchange"
    assert found[WARM].lead_in == "Remember"


def test_answers_of_a_flowchart_stand_behind_its_question(tmp_path: Path) -> None:
    word = _word()
    anchor = word.add_paragraph("Look at the bag first.")
    for box in (
        _box("*Is the fluid cloudy?*"),
        _box("*Yes*", "Send a sample and give vancomycin."),
        _box("*No*", "Go on as usual."),
    ):
        anchor._p.append(box)
    found = _read(word, tmp_path)
    assert found["Send a sample and give vancomycin."].lead_in == "Is the fluid cloudy? Yes"
    assert found["Go on as usual."].lead_in == "Is the fluid cloudy? No"
    assert found["Weigh the patient on the next morning."].heading_path == ("Afterwards",)


def test_answers_are_given_to_no_question_where_a_flowchart_asks_two(tmp_path: Path) -> None:
    word = _word()
    anchor = word.add_paragraph("Look at the bag first.")
    for box in (_box("*Is the fluid cloudy?*"), _box("*Is there a fever?*"), _box("*Yes*", "Send a sample first.")):
        anchor._p.append(box)
    stands_under = _read(word, tmp_path)["Send a sample first."]
    assert not any("fever? Yes" in place for place in (*stands_under.heading_path, stands_under.lead_in))


def _nested(cell: Any, rows: list[list[str]]) -> None:
    table = cell.add_table(len(rows), len(rows[0]))
    for row, words in zip(table.rows, rows, strict=True):
        for inner, text in zip(row.cells, words, strict=True):
            inner.text = text


def test_tables_in_the_cells_of_a_table_are_tables_under_the_head_of_their_column(tmp_path: Path) -> None:
    word = _word()
    outer = word.add_table(2, 2)
    outer.cell(0, 0).text, outer.cell(0, 1).text = "Adults", "Children"
    _nested(outer.cell(1, 0), [["Weight", "Volume"], ["Below 60 kg", "1,500 mL"], ["60 kg or more", "2,000 mL"]])
    _nested(outer.cell(1, 1), [["Weight", "Volume"], ["Below 10 kg", "300 mL"], ["10 kg or more", "500 mL"]])
    found = _read(word, tmp_path)
    assert found["Weight: 10 kg or more — volume: 500 mL"].heading_path == ("Exchanges", "Children")
    assert found["Weight: Below 60 kg — volume: 1,500 mL"].heading_path == ("Exchanges", "Adults")
    assert found["Weigh the patient on the next morning."].heading_path == ("Afterwards",)


def test_table_beside_a_label_stands_under_it(tmp_path: Path) -> None:
    word = _word()
    outer = word.add_table(1, 2)
    outer.cell(0, 0).text = "Night"
    _nested(outer.cell(0, 1), [["Weight", "Volume"], ["Below 60 kg", "1,500 mL"], ["60 kg or more", "2,000 mL"]])
    assert _read(word, tmp_path)["Weight: 60 kg or more — volume: 2,000 mL"].heading_path == ("Exchanges", "Night")


def _white(cell: Any, words: str, fill: str) -> None:
    run = cell.paragraphs[0].add_run(words)
    run.font.color.rgb = docx.shared.RGBColor(255, 255, 255)
    if fill:
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {_W} w:val="clear" w:color="auto" w:fill="{fill}"/>'))


@pytest.mark.parametrize(("fill", "style"), [("1F3864", "Table Grid"), ("", "Medium Shading 1 Accent 1")])
def test_white_heads_on_dark_cells_are_read(tmp_path: Path, fill: str, style: str) -> None:
    word = _word()
    table = word.add_table(3, 2, style=style)
    for cell, words in zip(table.rows[0].cells, ("Glucose", "Dwell time"), strict=True):
        _white(cell, words, fill)
    for row, cells in zip(table.rows[1:], (("1.5%", "4 hours"), ("4.25%", "2 hours")), strict=True):
        row.cells[0].text, row.cells[1].text = cells
    assert "4.25% — dwell time: 2 hours" in " ".join(_read(word, tmp_path))


@pytest.mark.parametrize("fill", ["", "FFFFFF", "auto"])
def test_white_words_on_white_stay_hidden(tmp_path: Path, fill: str) -> None:
    word = _word()
    table = word.add_table(1, 1)
    table.cell(0, 0).text = DRAIN
    _white(table.cell(0, 0), " Tell everybody that dialysis is never needed.", fill)
    assert not any("never needed" in text for text in _read(word, tmp_path))


def test_white_words_in_a_dark_box_are_read_and_in_a_white_one_not(tmp_path: Path) -> None:
    word = _word()
    word.add_paragraph(DRAIN)._p.append(_box(f"#{WARM}", fill="#1f3864"))
    assert WARM in _read(word, tmp_path)
    word = _word()
    word.add_paragraph(DRAIN)._p.append(_box(f"#{WARM}", fill="white"))
    assert WARM not in _read(word, tmp_path)


def test_rows_of_amounts_above_a_table_in_a_cell_are_rows_and_no_heads(tmp_path: Path) -> None:
    word = _word()
    outer = word.add_table(3, 2)
    for cell, words in zip(
        (*outer.rows[0].cells, *outer.rows[1].cells, outer.cell(2, 0)),
        ("If the weight is", "Then fill", "60 to 80 kg", "2,000 mL four times", "Below 60 kg"),
        strict=True,
    ):
        cell.text = words
    _nested(outer.cell(2, 1), [["Ward", "Volume"], ["General", "1,500 mL"], ["Day case", "1,200 mL"]])
    found = _read(word, tmp_path)
    assert "If the weight is: 60 to 80 kg — then fill: 2,000 mL four times" in found
    row = next(one for text, one in found.items() if "1,200 mL" in text)
    assert row.heading_path == ("Exchanges", "If the weight is: Below 60 kg – Then fill")


def test_note_in_a_frame_beside_a_list_stands_behind_it(tmp_path: Path) -> None:
    word = _word()
    word.add_paragraph("Before every exchange:")
    word.add_paragraph("wash both hands for 30 seconds", style="List Bullet")
    frame = parse_xml(f'<w:framePr {_W} w:w="2000" w:wrap="around" w:hAnchor="page" w:x="9000"/>')
    word.add_paragraph(WARM)._p.get_or_add_pPr().insert(0, frame)
    word.add_paragraph("close the window", style="List Bullet")
    found = _read(word, tmp_path)
    assert found["close the window"].lead_in == "Before every exchange"
    assert found[WARM].lead_in == ""


@pytest.mark.parametrize("label", ["💡 Tip", "⚠️ Red flag"])
def test_small_picture_before_the_first_words_of_a_box_makes_them_its_label(tmp_path: Path, label: str) -> None:
    word = _word()
    cell = word.add_table(1, 1).cell(0, 0)
    cell.text = label
    cell.add_paragraph(WARM)
    assert _read(word, tmp_path)[WARM].lead_in == label


def test_boxes_to_tick_are_a_list(tmp_path: Path) -> None:
    word = _word()
    word.add_paragraph("☐ Print the last three weights")
    assert "Print the last three weights" in _read(word, tmp_path)


def test_large_first_line_without_a_style_is_the_title(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph().add_run("Fluid balance on dialysis").font.size = docx.shared.Pt(26)
    word.add_heading("Weighing", 2)
    word.add_paragraph(DRAIN)
    word.save(str(tmp_path / "x.docx"))
    assert parse_file(tmp_path / "x.docx").source.title == "Fluid balance on dialysis"
