"""PDFs made of frames: cards whose panels stand side by side, boxes below tables, subheadings set smaller than the text."""

from __future__ import annotations

from pathlib import Path

from pdf_maker import Page, width_of, write_pdf

from ingest.chunk import cut
from ingest.documents import Statement
from ingest.parse.choose import parse_file

BOLD = "Helvetica-Bold"
SHADE = "0.9 0.9 1 rg"


def _statements(folder: Path, *pages: Page) -> dict[str, Statement]:
    return {one.text: one for one in cut(parse_file(write_pdf(folder / "gout.pdf", list(pages))))[1]}


def _panel(page: Page, x: float, top: float, width: float, height: float, head: str, lines: list[str]) -> None:
    page.box(x, top, x + width, top + height, SHADE)
    page.text(x + 8, top + 8, head, size=12, font=BOLD)
    for number, line in enumerate(lines):
        page.text(x + 8, top + 28 + 13 * number, line)


def test_panels_of_a_card_are_read_one_by_one_below_a_bar_with_the_title(tmp_path: Path) -> None:
    page = Page()
    page.box(30, 30, 560, 58, "0.9 0.9 0.9 rg")
    page.text(40, 36, "GOUT POCKET CARD", size=16, font=BOLD)
    page.text(470, 40, "Ward copy only", size=8)
    _panel(
        page,
        30,
        70,
        165,
        90,
        "RED FLAGS",
        ["• Fever above 38.5 or rigors", "• A joint that was injected", "in the last two weeks"],
    )
    _panel(page, 212, 70, 165, 90, "FIRST DOSE", ["Give colchicine 1 mg, then", "0.5 mg one hour later."])
    _panel(page, 394, 70, 165, 90, "NOT ON DIALYSIS", ["Colchicine is never given", "to people on dialysis."])
    _panel(page, 30, 175, 250, 80, "NEXT DAY", ["Look at the joint again and ask about", "diarrhoea before a further dose."])
    _panel(page, 297, 175, 262, 80, "GOING HOME", ["Start allopurinol four weeks after the", "last flare, never during one."])
    found = _statements(tmp_path, page)
    assert found["A joint that was injected in the last two weeks"].heading_path == ("RED FLAGS",)
    assert found["Give colchicine 1 mg, then 0.5 mg one hour later."].heading_path == ("FIRST DOSE",)
    assert found["Colchicine is never given to people on dialysis."].heading_path == ("NOT ON DIALYSIS",)
    assert found["Look at the joint again and ask about diarrhoea before a further dose."].heading_path == ("NEXT DAY",)
    assert found["Start allopurinol four weeks after the last flare, never during one."].heading_path == ("GOING HOME",)


def test_shaded_columns_of_a_table_are_no_panels(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "Gout", size=20, font=BOLD)
    for x in (40, 165, 290, 415):
        page.box(x, 80, x + 122, 160, SHADE)
    rows = [
        ["Drug", "First dose", "Later doses", "Limit"],
        ["Alvorin", "10 mg", "5 mg daily", "30 mg"],
        ["Bextamol", "4 mg", "2 mg", "8 mg"],
    ]
    page.grid(40, 80, rows, [125, 125, 125, 122])
    page.text(40, 180, "The dose is halved in people above 80 years of age, whatever their weight is.")
    found = _statements(tmp_path, page)
    assert "Alvorin — first dose: 10 mg; later doses: 5 mg daily; limit: 30 mg" in found


def test_edges_of_boxes_below_a_table_are_none_of_its_rules(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "Gout", size=20, font=BOLD)
    page.text(40, 70, "1 Drugs", size=14, font=BOLD)
    rows = [
        ["Drug", "First dose", "Limit"],
        ["Alvorin", "10 mg", "30 mg"],
        ["Bextamol", "4 mg", "8 mg"],
        ["Colvatim", "1 mg", "3 mg"],
    ]
    end = page.open_table(40, 95, rows, [170, 170, 170])
    page.box(40, end + 20, 550, end + 75, SHADE)
    page.text(48, end + 28, "Bextamol should not be given to anyone who takes", size=10)
    page.text(48, end + 42, "warfarin or who has had a bleed in the last year.", size=10)
    page.text(40, end + 95, "2 Diet", size=14, font=BOLD)
    page.text(40, end + 115, "Beer is avoided for life by people who have had two flares or more.")
    page.box(40, end + 140, 550, end + 195, SHADE)
    page.text(48, end + 148, "Ask the dietitian to see everyone who has had a stone", size=10)
    page.text(48, end + 162, "in the kidney within the last five years.", size=10)
    found = _statements(tmp_path, page)
    assert "Bextamol — first dose: 4 mg; limit: 8 mg" in found
    warned = "Bextamol should not be given to anyone who takes warfarin or who has had a bleed in the last year."
    assert found[warned].heading_path == ("Drugs",)
    assert found["Beer is avoided for life by people who have had two flares or more."].heading_path == ("Diet",)


def test_numbered_subheadings_may_be_set_smaller_than_the_text(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "Gout", size=20, font=BOLD)
    top = 70.0
    for number, head, words in (
        ("2", "Flares", ""),
        ("2.1", "At home", "Give colchicine 0.5 mg twice daily for three days to people with normal kidneys. " * 2),
        ("2.2", "On the ward", "Give prednisone 30 mg daily for five days to people who can take it by mouth. " * 2),
    ):
        page.text(40, top, f"{number} {head}", size=9 if "." in number else 13, font=BOLD)
        top = page.paragraph(40, top + 16, words, width=500, size=11) + 8
    found = _statements(tmp_path, page)
    said = next(one for text, one in found.items() if text.startswith("Give prednisone"))
    assert said.heading_path == ("Flares", "On the ward")


def test_a_wrapped_abbreviation_that_closes_a_bracket_is_no_heading(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "Oxygen", size=20, font=BOLD)
    page.text(40, 80, "• Keep saturation at 92 to 96 in most people (88 to 92 in people with")
    page.text(50, 93, "COPD)")
    page.text(40, 106, "• Write the target on the chart")
    found = _statements(tmp_path, page)
    assert "Keep saturation at 92 to 96 in most people (88 to 92 in people with COPD)" in found
    assert found["Write the target on the chart"].heading_path == ()


def test_an_item_goes_on_with_a_capital_where_the_line_above_had_no_room_for_the_word(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "Gout", size=20, font=BOLD)
    first = "• Every ward should have a named Rheumatology"
    page.box(40, 70, 66 + width_of(first, 10, "Helvetica"), 150, SHADE)
    page.text(46, 78, first)
    page.text(46, 91, "Registrar who calls back within one day")
    page.text(46, 104, "• Joints are seen first")
    page.text(46, 117, "Beer is avoided by everyone.")
    found = _statements(tmp_path, page)
    assert "Every ward should have a named Rheumatology Registrar who calls back within one day" in found
    assert "Beer is avoided by everyone." in found


def _leaflet(*cover: tuple[float, str], size: float = 11) -> Page:
    """A folded leaflet: two panels of text, and its cover at their right."""
    page = Page()
    for x, head, said in ((20, "After the test", "Rest for two hours. "), (215, "Your results", "Results take ten days. ")):
        page.text(x, 40, head, size=15, font=BOLD)
        page.paragraph(x, 64, said * 20, width=165, size=size)
    page.box(400, 0, 595, 842, "0 0.3 0.4 rg")
    page.text(415, 30, "Lowmoor Hospital", size=10, font=BOLD, colour="1 g")
    page.text(415, 200, "Having a scan", size=24, font=BOLD, colour="1 g")
    for top, words in cover:
        page.text(415, top, words, size=size, colour="1 g")
    return page


def test_what_the_cover_of_a_leaflet_says_stands_under_its_title_and_not_under_the_panel_beside(tmp_path: Path) -> None:
    found = _statements(tmp_path, _leaflet((300, "A scan shows the joints"), (314, "without any pain."), (800, "Caring for you")))
    assert found["A scan shows the joints without any pain."].heading_path == ()
    assert found["Results take ten days."].heading_path == ("Your results",)
    assert not {"Caring for you", "Lowmoor Hospital"} & set(found)


def test_words_right_below_the_sentences_of_a_cover_are_kept(tmp_path: Path) -> None:
    found = _statements(tmp_path, _leaflet((300, "A scan takes an hour."), (330, "No food after midnight")))
    assert found["No food after midnight"].heading_path == ()
